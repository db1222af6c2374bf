//! What holds of findings whatever they say: what they have in common, and the one fix of a spot.

use crate::describe::{
    SECURITY_INFO, admin_lists, any_day, around, findings, on, portal, tab, textbox, user_list,
};
use sparekey::{
    context::Context,
    finding::{Finding, ParamValue, Severity},
    page::snapshot::Tab,
    review::{SpotFix, review},
};
use std::collections::BTreeSet;

fn fingerprints(page: &Tab, context: &Context) -> Vec<String> {
    findings(page, context).into_iter().map(|finding| finding.fingerprint).collect()
}

#[test]
fn a_finding_is_the_same_on_another_day_and_on_each_side_of_the_portal() {
    let page = tab(SECURITY_INFO, user_list(&[("Phone", "+81 9012345678")]));
    let counts = |context: &Context| {
        let days = |finding: Finding| {
            finding.params.into_iter().find(|it| matches!(it.value, ParamValue::Days { .. }))
        };
        findings(&page, context).into_iter().find_map(days)
    };
    let (today, tomorrow) = (on("2026-11-21"), on("2026-11-22"));
    assert_ne!(counts(&today), counts(&tomorrow), "it counts the days");
    assert_eq!(fingerprints(&page, &today), fingerprints(&page, &tomorrow));
    let admins = portal(admin_lists(&[("Phone number", "+81 9012345678")], &[]));
    assert!(fingerprints(&admins, &today).contains(&fingerprints(&page, &today)[0]));
}

#[test]
fn another_rule_variant_or_value_is_another_finding() {
    let of = |typed: &str| {
        let page = portal(around([textbox("Phone number", typed)]));
        findings(&page, &any_day()).into_iter().map(|it| (it.rule, it.fingerprint)).next().unwrap()
    };
    let (one, two) = (of("+81 90123456"), of("+81 9012345"));
    assert_eq!((one.0, two.0), ("wrong-length", "wrong-length"));
    assert_ne!(one.1, two.1, "one digit is missing, or two");
    let others =
        ["+81 90123456", "+81 9012345", "+81 9012345678901", "+49 1512", "+81 090"].map(of);
    let different: BTreeSet<String> = others.iter().map(|it| it.1.clone()).collect();
    assert_eq!(different.len(), others.len(), "{different:?}");
    assert_eq!(of("+81 90123456"), one, "and the same text is the same finding");
}

#[test]
fn no_two_findings_of_a_page_are_the_same_one() {
    for rows in [&[("Phone", "+81 9012345678")][..], &[("Email", "a@example.org")][..]] {
        let all = fingerprints(&tab(SECURITY_INFO, user_list(rows)), &any_day());
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
    }
}

#[test]
fn a_spot_has_one_fix_and_every_finding_there_that_has_one_has_that() {
    let mut several = 0;
    for typed in ["090-1234-5678", "+81 090-1234-5678", "０９０-1234-5678", "010 81 90 1234 5678"]
    {
        let page = portal(around([
            textbox("Phone number", typed),
            textbox("Alternate phone number", "+81 90-1234-5678"),
        ]));
        let mut context = any_day();
        context.settings.default_region = Some("JP".to_owned());
        for frame in review(&page, &context).frames {
            for SpotFix { node, anchor, fix } in &frame.fixes {
                let here: Vec<&Finding> = frame
                    .findings
                    .iter()
                    .filter(|it| (it.node, it.anchor) == (*node, *anchor) && it.fix.is_some())
                    .collect();
                assert!(here.iter().all(|it| it.fix.as_ref() == Some(fix)), "{here:?}");
                several += usize::from(here.len() > 1);
            }
            let spots: BTreeSet<u32> = frame.fixes.iter().map(|it| it.node).collect();
            let fixable = frame.findings.iter().filter(|it| it.fix.is_some()).map(|it| it.node);
            assert_eq!(spots, fixable.collect());
            assert_eq!(spots.len(), frame.fixes.len());
        }
    }
    assert!(several > 0, "one fix for several findings was met");
}

#[test]
fn the_severities_are_all_there_and_in_order() {
    assert!(Severity::ALL.is_sorted());
    let known = findings(&tab(SECURITY_INFO, user_list(&[("Phone", "1")])), &any_day());
    assert!(known.iter().all(|it| Severity::ALL.contains(&it.severity)));
}

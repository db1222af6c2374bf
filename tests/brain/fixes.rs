//! What is promised of every fix, on every page that has a phone field: it keeps the digits, and the page
//! with the fix in the field has nothing more to fix.

use crate::{
    describe::{
        Element, LEGACY_PROOFUP, REGISTER, SECURITY_INFO, any_day, around, button, combobox,
        element, findings, heading, portal, tab, textbox,
    },
    typed_texts::{Chance, digits, text},
};
use sparekey::{
    context::Context,
    finding::Anchor,
    page::snapshot::{Role, State, Tab},
    phone::Region,
};
use std::collections::{BTreeMap, BTreeSet};

/// A page with one phone field beside which a country is chosen, if anywhere.
type Page = fn(Region, &str) -> Tab;

const PAGES: [(&str, Page); 9] = [
    ("user-methods, mobile", |_, typed| pane("Mobile", typed)),
    ("user-methods, alternate mobile", |_, typed| pane("Alternate mobile", typed)),
    ("user-methods, office", |_, typed| pane("Office", typed)),
    ("user-methods, unread type", |_, typed| pane("?", typed)),
    ("security-info", |region, typed| step(SECURITY_INFO, &[country(region)], typed)),
    ("security-info, unread selector", |_, typed| step(SECURITY_INFO, &[], typed)),
    ("register", |region, typed| step(REGISTER, &[country(region)], typed)),
    ("legacy-proofup", |region, typed| {
        let text = element(Role::Checkbox, "Send me a code by text message");
        let form = around([country(region), textbox("Authentication phone", typed), text]);
        let heading = heading("Additional security verification");
        tab(LEGACY_PROOFUP, element(Role::Main, "").with([heading, form]))
    }),
    ("personal", |region, typed| {
        let mut option = element(Role::Option, "").value(region.as_str()).state(State::Selected);
        option.node.id = 0;
        let mut select = combobox("", "").with([option]);
        "DisplayPhoneCountryISO".clone_into(&mut select.node.dom_id);
        let mut field = textbox("", typed).input_type("tel");
        "DisplayPhoneNumber".clone_into(&mut field.node.dom_id);
        tab("https://account.live.com/proofs/Add", element(Role::Main, "").with([select, field]))
    }),
];

fn pane(phone_type: &str, typed: &str) -> Tab {
    portal(around([
        combobox("Choose method", "Phone number"),
        combobox("Phone type", phone_type),
        textbox("Phone number", typed),
    ]))
}

fn country(region: Region) -> Element {
    combobox("Country code", &format!("{region} (+{})", region.calling_code()))
}

fn step(address: &str, selector: &[Element], typed: &str) -> Tab {
    let heading = heading("Add your phone number").test_id("reskin-step-title");
    let field = [textbox("Phone number", typed), button("Next")];
    let inside = std::iter::once(heading).chain(selector.iter().cloned()).chain(field);
    tab(address, element(Role::Dialog, "").with(inside))
}

/// The rules about what stands in the field and how it is written; others are about whose number it is,
/// and of which phone.
const OF_WRITING: [&str; 16] = [
    "not-a-number",
    "overseas-number",
    "country-code-missing",
    "international-prefix",
    "trunk-zero",
    "zero-too-many",
    "zero-lost",
    "renumbered",
    "wrong-length",
    "country-mismatch",
    "country-code-twice",
    "fullwidth-digits",
    "punctuation",
    "not-assigned",
    "extension",
    "space-after-country-code",
];

/// Calls `check` with the name of the page, what was typed and the fix; and with the page once the fix
/// stands there.
fn for_fixes(seed: u64, mut check: impl FnMut(&str, &str, &str, &Tab, &Context)) {
    let all: Vec<Region> = Region::all().collect();
    let mut chance = Chance(seed);
    for (name, page) in PAGES {
        for _ in 0..400 {
            let region = chance.one_of(&all);
            let regions = if chance.once_in(4) { all.as_slice() } else { &[region] };
            let typed = text(&mut chance, regions);
            let mut context = any_day();
            if !chance.once_in(4) {
                context.settings.default_region = Some(region.as_str().to_owned());
            }
            let fixes: BTreeSet<(String, String)> = findings(&page(region, &typed), &context)
                .into_iter()
                .filter_map(|finding| finding.fix)
                .map(|fix| (fix.before, fix.after))
                .collect();
            assert!(fixes.len() <= 1, "{name}: {typed:?} is fixed in several ways: {fixes:?}");
            for (before, after) in fixes {
                assert_eq!(before, typed, "{name}");
                check(name, &typed, &after, &page(region, &after), &context);
            }
        }
    }
}

#[test]
fn on_every_page_nothing_is_left_to_fix_where_a_fix_stands() {
    let mut fixed = BTreeMap::new();
    for_fixes(11, |name, typed, after, page, context| {
        for finding in findings(page, context) {
            let about_writing =
                finding.anchor == Anchor::Field && OF_WRITING.contains(&finding.rule);
            assert!(
                finding.fix.is_none() && !about_writing,
                "{name}: {typed:?} → {after:?}: {} {:?}",
                finding.rule,
                finding.variant
            );
        }
        *fixed.entry(name.to_owned()).or_insert(0) += 1;
    });
    for (name, _) in PAGES {
        let count = fixed.get(name).copied().unwrap_or(0);
        assert!(count > 30, "{name}: only {count} fixes were tried");
    }
}

#[test]
fn on_every_page_a_fix_keeps_the_digits_of_the_number() {
    for_fixes(12, |name, typed, after, _, _| {
        // Behind the calling code, where the page wants it.
        let number = after.split_once(' ').map_or(after, |(_, number)| number);
        assert!(number.chars().all(|it| it.is_ascii_digit() || it == 'x'), "{name}: {after:?}");
        let kept = digits(number);
        assert!(
            !kept.is_empty() && digits(typed).ends_with(&kept),
            "{name}: {typed:?} → {after:?} changes digits"
        );
        let dropped = digits(typed).len() - kept.len();
        // An international prefix, a calling code twice and a trunk prefix are not longer.
        assert!(dropped <= 5 + 3 + 3 + 3, "{name}: {typed:?} → {after:?} drops {dropped} digits");
    });
}

//! Rules as a whole: sources, texts, order.

use crate::describe::{any_day, around, combobox, findings, portal, textbox};
use sparekey::{
    calendar::Day,
    finding::Audience,
    rules::{ALL, messages},
};
use std::{collections::BTreeSet, env, fs, path::Path};

#[test]
fn every_rule_has_a_source_a_review_date_and_a_reason() {
    for rule in ALL {
        assert!(rule.source.address.starts_with("https://"), "{}", rule.id);
        assert!(!rule.source.title.is_empty(), "{}", rule.id);
        assert!(Day::parse(rule.source.reviewed).is_some(), "{}", rule.id);
        assert!(rule.rationale.ends_with('.') && !rule.rationale.contains("  "), "{}", rule.id);
        assert!(!rule.texts.is_empty(), "{}", rule.id);
    }
}

#[test]
fn every_rule_has_an_id_of_its_own() {
    let ids: BTreeSet<&str> = ALL.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), ALL.len());
}

#[test]
fn the_list_of_texts_is_the_one_that_the_locales_are_checked_against() {
    let list: String = messages()
        .map(|message| {
            let audience = match message.audience {
                Audience::User => "user",
                Audience::Admin => "admin",
            };
            let variant = message.variant.unwrap_or("-");
            let params =
                if message.params.is_empty() { "-".to_owned() } else { message.params.join(",") };
            format!("{} {variant} {audience} {params}\n", message.rule)
        })
        .collect();
    kept("tests/data/messages.txt", &list);
}

/// Every text that is said anywhere in these pages is one that was declared.
#[test]
fn what_is_said_was_declared() {
    let declared: Vec<_> = messages().collect();
    let typed = [
        "090-1234-5678",
        "+81 090-1234-5678",
        "+81 9012345",
        "+81 901234567890",
        "hello",
        "a@b.example",
        "...",
        "+999 12345678",
        "010 81 9012345678",
        "９０１２３４５６７８",
        "+819012345678",
        "+81 1012345678",
        "+66 812345678",
        "+81 9012345678 ext 5",
        "81 9012345678",
        "+44 7400123456",
        "+81 312345678",
        "1*2",
        "+1 2015550123 +1 2015550124",
    ];
    let mut context = any_day();
    context.policy.allowed_regions = vec!["JP".to_owned()];
    let mut rules = BTreeSet::new();
    for typed in typed {
        for region in [None, Some("JP".to_owned())] {
            context.settings.default_region = region;
            let page = portal(around([
                combobox("Choose method", "Email"),
                combobox("Phone type", "Mobile"),
                textbox("Phone number", typed),
            ]));
            for finding in findings(&page, &context) {
                rules.insert(finding.rule);
                let params: Vec<&str> = finding.params.iter().map(|param| param.name).collect();
                assert!(
                    declared.iter().any(|it| it.rule == finding.rule
                        && it.variant == finding.variant
                        && it.audience == finding.audience
                        && it.params == params),
                    "{} {:?} {params:?}",
                    finding.rule,
                    finding.variant
                );
            }
        }
    }
    assert!(rules.len() >= 11, "{rules:?}");
}

#[test]
fn the_most_severe_comes_first() {
    let page = portal(around([
        combobox("Choose method", "Email"),
        textbox("Phone number", "+81 090-1234-5678"),
    ]));
    let severities: Vec<_> = findings(&page, &any_day()).iter().map(|it| it.severity).collect();
    assert!(severities.len() > 1 && severities.is_sorted());
}

/// Compares a file that is made from the rules with what they make of it now. With
/// `SPAREKEY_REWRITE=1` the file is written anew.
fn kept(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("SPAREKEY_REWRITE").is_some() {
        fs::write(&file, made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == made,
        "{path} is not what the rules make of it; SPAREKEY_REWRITE=1 cargo test --test brain writes it anew"
    );
}

//! Rules as a whole: sources, texts, order.

use crate::{
    describe::{any_day, around, combobox, findings, portal, textbox},
    documents::{every_language, made_from_rules},
};
use sparekey::{
    calendar::Day,
    finding::Audience,
    methods::retirement,
    rules::{ALL, Message, messages},
};
use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn every_rule_has_a_source_a_review_date_and_a_reason() {
    for rule in ALL {
        assert!(rule.source.address.starts_with("https://"), "{}", rule.id);
        assert!(!rule.source.title.is_empty(), "{}", rule.id);
        assert!(rule.source.reviewed.parse::<Day>().is_ok(), "{}", rule.id);
        assert!(rule.rationale.ends_with('.') && !rule.rationale.contains("  "), "{}", rule.id);
        assert!(!rule.texts.is_empty(), "{}", rule.id);
    }
}

/// A screen reader takes the voice for a title from it.
#[test]
fn a_source_names_the_language_that_its_title_is_written_in() {
    let retired = retirement::ALL.iter().map(|end| end.source);
    for source in ALL.iter().map(|rule| rule.source).chain(retired) {
        let is_japanese = source.title.chars().any(|letter| ('ぁ'..='龯').contains(&letter));
        let language = if is_japanese { "ja" } else { "en" };
        assert_eq!(source.language, language, "{}", source.title);
    }
}

/// Advice that only a reader of Japanese can check is advice on trust for everybody else. For these two
/// no page of Microsoft Learn is known that gives it.
#[test]
fn two_rules_alone_rest_on_a_document_that_is_not_in_english() {
    let mut rules: Vec<&str> =
        ALL.iter().filter(|rule| rule.source.language != "en").map(|rule| rule.id).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["deleting-last", "stale-authenticator"]);
}

#[test]
fn every_rule_has_an_id_of_its_own() {
    let ids: BTreeSet<&str> = ALL.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), ALL.len());
}

/// A file that the registry does not name would be compiled by nobody, and missed by nobody.
#[test]
fn every_file_of_a_rule_is_in_the_registry() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.is_file())
        .filter(|path| fs::read_to_string(path).unwrap().contains("const RULE: Rule"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .collect();
    let registered: BTreeSet<String> = ALL.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(files, registered);
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
    made_from_rules("tests/data/messages.txt", &list);
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

/// A message to copy is found by its key, beside the title and the body of the same variant.
#[test]
fn what_is_to_be_told_to_the_user_has_a_message_to_copy_in_every_language() {
    for (language, texts) in every_language() {
        let to_tell = messages().filter(|it| it.rule == "tell-the-user");
        for message in to_tell.filter(|it| it.audience == Audience::Admin) {
            let variant = message.variant.unwrap().replace('-', "_");
            let key = format!("tell_the_user_{variant}_message");
            let text = texts[&key]["message"].as_str().unwrap();
            let has_link = message.params.contains(&"link");
            assert_eq!(text.contains("$link$"), has_link, "{language} {key}");
            let rest = text.replace("$link$", "");
            assert!(rest.len() > 80 && !rest.contains('$'), "{language} {key}");
        }
        assert!(texts.contains_key("reregister_effect_message"), "{language}");
    }
}

/// Whatever is said, its title, its body and its reason are found in every language.
#[test]
fn every_text_is_in_every_language() {
    for (language, texts) in every_language() {
        let wanted: Vec<_> =
            messages().filter(|it| is_ever_said_to(it.rule, it.audience)).collect();
        assert!(wanted.len() > 80);
        for Message { rule, variant, audience, .. } in wanted {
            let rule_key = rule.replace('-', "_");
            let mut stems = vec![rule_key.clone()];
            if let Some(variant) = variant {
                stems.insert(0, format!("{rule_key}_{}", variant.replace('-', "_")));
            }
            let reader = if audience == Audience::User { "user" } else { "admin" };
            for part in ["title", "body"] {
                let found = stems.iter().any(|stem| {
                    [format!("{stem}_{reader}_{part}"), format!("{stem}_{part}")].iter().any(
                        |key| {
                            texts.contains_key(key) || texts.contains_key(&format!("{key}_other"))
                        },
                    )
                });
                assert!(found, "{language} {rule} {variant:?} {reader} {part}");
            }
            assert!(texts.contains_key(&format!("{rule_key}_why")), "{language} {rule}");
        }
    }
}

/// Texts of actions that only admins have are not written for users.
fn is_ever_said_to(rule: &str, audience: Audience) -> bool {
    const OF_ADMINS: &[&str] = &["-effect", "tell-the-user", "admin-target"];
    audience == Audience::Admin || !OF_ADMINS.iter().any(|part| rule.contains(part))
}

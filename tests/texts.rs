//! Every finding that the rules can give has its words, in every language, with placeholders that
//! the finding fills.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use serde_json::Value;
use sparekey::{finding::Audience, methods::Addition, rules};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// Key → message, as the extension reads them.
type Texts = BTreeMap<String, String>;

fn locales() -> Vec<(String, Texts)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("extension/_locales");
    let mut locales: Vec<(String, Texts)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let json = fs::read_to_string(entry.path().join("messages.json")).unwrap();
            let messages: BTreeMap<String, Value> = serde_json::from_str(&json).unwrap();
            let texts = messages
                .into_iter()
                .map(|(key, message)| {
                    (key, message.get("message").unwrap().as_str().unwrap().to_owned())
                })
                .collect();
            (entry.file_name().into_string().unwrap(), texts)
        })
        .collect();
    locales.sort();
    assert!(locales.len() >= 2, "English and Japanese at least");
    locales
}

fn underscored(id: &str) -> String {
    id.replace('-', "_")
}

/// The texts that the extension would choose from, most specific key first: the variant before the
/// rule, the reader before everybody; all plural forms of one key.
fn chosen<'a>(texts: &'a Texts, message: &rules::Message, part: &str) -> Vec<&'a String> {
    let rule = underscored(message.rule);
    let audience = match message.audience {
        Audience::User => "user",
        Audience::Admin => "admin",
    };
    let variant = message.variant.map(|variant| format!("{rule}_{}", underscored(variant)));
    variant
        .into_iter()
        .chain([rule])
        .flat_map(|stem| [format!("{stem}_{audience}_{part}"), format!("{stem}_{part}")])
        .map(|key| {
            texts
                .iter()
                .filter(|(candidate, _)| {
                    candidate.strip_prefix(&key).is_some_and(|form| {
                        ["", "_zero", "_one", "_two", "_few", "_many", "_other"].contains(&form)
                    })
                })
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
        })
        .find(|forms| !forms.is_empty())
        .unwrap_or_default()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('$').skip(1).step_by(2).collect()
}

#[test]
fn every_finding_has_a_title_and_a_body_in_every_language() {
    for (language, texts) in locales() {
        for message in rules::messages() {
            for part in ["title", "body"] {
                assert!(
                    !chosen(&texts, &message, part).is_empty(),
                    "{language} has no {part} for {message:?}"
                );
            }
        }
    }
}

#[test]
fn every_rule_says_why_in_every_language() {
    for (language, texts) in locales() {
        for rule in rules::ALL {
            let key = format!("{}_why", underscored(rule.id));
            assert!(texts.contains_key(&key), "{language} has no {key}");
        }
    }
}

#[test]
fn no_text_has_a_placeholder_that_its_finding_leaves_empty() {
    for (language, texts) in locales() {
        for message in rules::messages() {
            let params: BTreeSet<String> =
                message.params.iter().map(|name| underscored(name)).collect();
            for part in ["title", "body", "message"] {
                for text in chosen(&texts, &message, part) {
                    for name in placeholders(text) {
                        assert!(
                            params.contains(name),
                            "{language}: {message:?} has no {name}: {text}"
                        );
                    }
                }
            }
        }
    }
}

/// Which page somebody is sent to depends on the cloud, so the core says it.
#[test]
fn no_message_has_an_address_of_its_own() {
    for (language, texts) in locales() {
        for (key, text) in texts.iter().filter(|(key, _)| key.ends_with("_message")) {
            assert!(!text.contains("://") && !text.contains("aka.ms"), "{language} {key}: {text}");
        }
    }
}

/// What was said once and is not true: the keys that begin so, and words that none of them may have,
/// language by language.
#[test]
fn no_text_says_again_what_is_not_true() {
    type Words = &'static [(&'static str, &'static str)];
    const GUESTS: Words = &[
        ("de", "Gäste"),
        ("en", "guests"),
        ("es", "invitados"),
        ("fr", "invités"),
        ("it", "guest"),
        ("ja", "ゲスト"),
        ("ko", "게스트"),
        ("nl", "gasten"),
        ("pt_BR", "convidados"),
        ("zh_CN", "来宾"),
        ("zh_TW", "來賓"),
    ];
    let untrue: &[(&str, &str, &[&str], Words)] = &[
        (
            "a phone number as a proof of a personal account, where Microsoft ends its codes",
            "fewer_than_two_proofs_",
            &["_body", "_why"],
            &[
                ("de", "Nummer"),
                ("en", "number"),
                ("es", "número"),
                ("fr", "numéro"),
                ("it", "numero"),
                ("ja", "番号"),
                ("ko", "번호"),
                ("nl", "nummer"),
                ("pt_BR", "número"),
                ("zh_CN", "号码"),
                ("zh_TW", "號碼"),
            ],
        ),
        (
            "the later day for every guest; internal ones have the first",
            "phone_only_",
            &["_body", "_body_one", "_body_many", "_body_other"],
            GUESTS,
        ),
        ("the later day for every guest", "popup_telephony_", &[""], GUESTS),
        (
            "a default that is asked for first, where the safest method is",
            "default_goes_deleted_",
            &["_body"],
            &[
                ("de", "zuerst"),
                ("en", "first"),
                ("es", "primero"),
                ("fr", "en premier"),
                ("it", "il primo"),
                ("ja", "最初"),
                ("ko", "먼저"),
                ("nl", "eerst"),
                ("pt_BR", "primeiro"),
                ("zh_CN", "首先"),
                ("zh_TW", "先要求"),
            ],
        ),
    ];
    let locales = locales();
    for (what, beginning, ends, words) in untrue {
        let languages: Vec<&str> = words.iter().map(|(language, _)| *language).collect();
        assert!(locales.iter().map(|(language, _)| language).eq(&languages), "{what}");
        for ((language, texts), (_, word)) in locales.iter().zip(*words) {
            let meant = |key: &&String| {
                key.starts_with(beginning) && ends.iter().any(|end| key.ends_with(end))
            };
            assert!(texts.keys().any(|key| meant(&key)), "{what}: no text");
            for key in texts.keys().filter(meant) {
                assert!(!texts[key].contains(word), "{what}: {language} {key}: {}", texts[key]);
            }
        }
    }
}

/// Where languages inflect, it stands there as what is added: "einen Passkey".
#[test]
fn every_method_that_is_worth_adding_has_its_words_in_every_language() {
    let worth_adding: BTreeSet<&str> = Addition::ALL.iter().map(|addition| addition.id()).collect();
    for (language, texts) in locales() {
        let written: BTreeSet<String> = texts
            .keys()
            .filter_map(|key| Some(key.strip_prefix("method_to_add_")?.replace('_', "-")))
            .collect();
        assert!(written.iter().map(String::as_str).eq(worth_adding.iter().copied()), "{language}");
        for id in &worth_adding {
            let key = format!("method_{}", underscored(id));
            assert!(texts.contains_key(&key), "{language}: {key}");
        }
    }
}

#[test]
fn no_text_is_written_for_a_finding_that_no_rule_gives() {
    for (language, texts) in locales() {
        let shown: BTreeSet<*const String> = rules::messages()
            .flat_map(|message| {
                ["title", "body"].map(|part| chosen(&texts, &message, part)).concat()
            })
            .map(std::ptr::from_ref)
            .collect();
        for (key, text) in &texts {
            let is_of_a_page =
                ["popup_", "report_", "settings_", "ui_"].iter().any(|page| key.starts_with(page));
            let is_of_a_finding =
                !is_of_a_page && (key.contains("_title") || key.contains("_body"));
            assert!(
                !is_of_a_finding || shown.contains(&std::ptr::from_ref(text)),
                "{language}: {key} is never shown"
            );
        }
    }
}

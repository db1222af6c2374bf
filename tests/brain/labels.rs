//! Every label of the data, as pages write it.

use sparekey::lexicon::{Concept, Language, LanguageVotes, meanings};
use std::collections::{BTreeMap, BTreeSet};

type Labels = BTreeMap<String, BTreeMap<String, Vec<BTreeMap<String, String>>>>;

fn labels() -> Vec<(String, String, String)> {
    let data: Labels = serde_json::from_str(include_str!("../../src/lexicon/labels.json")).unwrap();
    data.into_iter()
        .flat_map(|(concept, languages)| {
            languages.into_iter().flat_map(move |(language, labels)| {
                let concept = concept.clone();
                labels
                    .into_iter()
                    .map(move |label| (concept.clone(), language.clone(), label["label"].clone()))
            })
        })
        .collect()
}

fn means(label: &str, concept: &str, language: &str) -> bool {
    meanings(label).iter().any(|meaning| {
        meaning.concept.as_str() == concept
            && meaning.languages.iter().any(|it| it.as_str() == language)
    })
}

fn concepts(label: &str) -> Vec<&'static str> {
    meanings(label).iter().map(|meaning| meaning.concept.as_str()).collect()
}

#[test]
fn every_label_stands_for_its_concept_in_its_language() {
    let labels = labels();
    assert!(labels.len() > 700);
    for (concept, language, label) in labels {
        assert!(means(&label, &concept, &language), "{language} {label} should be {concept}");
    }
}

#[test]
fn every_label_is_known_as_pages_vary_it() {
    for (concept, language, label) in labels() {
        for varied in [
            format!("+ {label}"),
            format!("{label}:"),
            format!("{label} (Preview)"),
            format!("{label} *"),
            format!("  {label}\u{200e} "),
            label.to_uppercase().to_lowercase(),
            label.replace(' ', "\u{a0}"),
            label.replace('\'', "’"),
            label.replace('’', "'"),
            label.replace('(', "（").replace(')', "）"),
            label.replace(':', "：").replace('?', "？"),
            format!("\u{e710}{label}"),
        ] {
            assert!(
                means(&varied, &concept, &language),
                "{language} {varied:?} should be {concept}"
            );
        }
    }
}

#[test]
fn a_label_in_the_midst_of_other_words_means_nothing() {
    for (_, _, label) in labels() {
        for longer in [
            format!("{label} abc"),
            format!("abc {label}"),
            format!("x{label}"),
            format!("{label}x"),
        ] {
            assert!(meanings(&longer).is_empty(), "{longer}");
        }
    }
}

#[test]
fn labels_that_stand_inside_others_are_not_mixed_up() {
    assert_eq!(concepts("電話"), ["method_phone"]);
    assert_eq!(concepts("代替の電話"), ["method_alternate_phone"]);
    assert_eq!(concepts("会社電話"), ["method_office_phone"]);
    assert_eq!(concepts("電話番号"), ["admin_method_phone_number"]);
    assert_eq!(concepts("Alternate phone"), ["method_alternate_phone"]);
    assert_eq!(concepts("Mobile phone (SMS only)"), ["method_mobile_phone"]);
}

#[test]
fn the_space_between_japanese_words_is_optional() {
    assert_eq!(concepts("アプリパスワード"), ["method_app_password"]);
    assert_eq!(concepts("アプリ　パスワード"), ["method_app_password"]);
    assert_eq!(concepts("携帯電話（ＳＭＳのみ）"), ["method_mobile_phone"]);
}

#[test]
fn no_label_is_shared_by_two_methods_of_one_language() {
    let mut methods: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (_, language, label) in labels() {
        for concept in concepts(&label).into_iter().filter(|it| it.starts_with("method_")) {
            methods
                .entry((language.clone(), label.clone()))
                .or_default()
                .insert(concept.to_owned());
        }
    }
    for (label, methods) in methods {
        assert_eq!(methods.len(), 1, "{label:?}: {methods:?}");
    }
}

#[test]
fn sentences_and_nothing_are_no_labels() {
    assert!(meanings("").is_empty());
    assert!(meanings(" :*").is_empty());
    assert!(meanings(&"Phone ".repeat(10_000)).is_empty());
}

fn language_of(labels: &[&str], lang: &str) -> Option<&'static str> {
    let mut votes = LanguageVotes::default();
    for label in labels {
        votes.add(meanings(label));
    }
    votes.winner(lang).map(Language::as_str)
}

#[test]
fn the_language_of_a_page_is_that_of_its_labels_and_not_what_it_claims() {
    assert_eq!(language_of(&["セキュリティ情報", "電話", "削除"], "en"), Some("ja"));
    assert_eq!(language_of(&["Sicherheitsinformationen", "Telefon", "Löschen"], "en"), Some("de"));
    assert_eq!(language_of(&["Security info", "Phone", "Delete"], "ja"), Some("en"));
}

#[test]
fn a_page_that_falls_back_to_english_for_some_labels_keeps_its_language() {
    let mixed = ["Security info", "Add sign-in method", "الهاتف", "Change", "Delete", "Password"];
    assert_eq!(language_of(&mixed, "en"), Some("ar"));
}

#[test]
fn brand_words_say_nothing_of_the_language() {
    assert_eq!(language_of(&["Microsoft Authenticator", "Windows Hello for Business"], "en"), None);
}

#[test]
fn among_languages_with_the_same_words_the_page_decides() {
    assert_eq!(language_of(&["Telefon"], "sv"), Some("sv"));
    assert_eq!(language_of(&["Telefon"], "de-AT"), Some("de"));
    assert_eq!(language_of(&["Telefon"], "en"), None);
}

#[test]
fn every_concept_of_a_method_is_in_the_data() {
    assert!(Concept::ALL.len() >= 79);
    assert!(Language::ALL.iter().any(|language| language.as_str() == "zh-Hans"));
}

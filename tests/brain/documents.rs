//! Files that are made from the rules: the page that lists them, and the list of texts. They are kept
//! in the repository to be read, and compared here with what the rules say now. And the texts of the
//! hints, in whichever languages there are.

use sparekey::{
    cloud::Cloud,
    finding::Severity,
    methods::retirement,
    rules::{ALL, Rule},
};
use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::Path};

/// Compares a file that is made from the rules with what they make of it now. With
/// `SPAREKEY_REWRITE=1` in the environment the file is written anew.
pub(crate) fn made_from_rules(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("SPAREKEY_REWRITE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == made,
        "{path} is not what the rules make of it; `SPAREKEY_REWRITE=1 cargo test --test brain` writes it anew"
    );
}

/// The texts of each language that the hints are in, with its tag.
pub(crate) fn every_language() -> Vec<(String, BTreeMap<String, serde_json::Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales");
    let languages: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|language| {
            let language = language.unwrap();
            let texts = fs::read_to_string(language.path().join("messages.json")).unwrap();
            let tag = language.file_name().to_string_lossy().into_owned();
            (tag, serde_json::from_str(&texts).unwrap())
        })
        .collect();
    assert!(languages.iter().any(|(tag, _)| tag == "en"));
    languages
}

#[test]
fn the_page_of_the_rules_lists_them_as_they_are() {
    let mut page = String::from(
        "# The rules

Made from `src/rules`; `SPAREKEY_REWRITE=1 cargo test --test brain` writes this page anew.
The severity is the one at a rule's worst. `sole-admin` is no rule here: no page of the list says how
many admins there are, so the roster and the guide say it.

| rule | severity | why | source |
|---|---|---|---|
",
    );
    for rule in ALL {
        writeln!(page, "{}", row(rule)).unwrap();
    }
    page.push_str("\n## Dated changes\n\n| what ends | first day without it | where | source |\n|---|---|---|---|\n");
    for end in retirement::ALL {
        let admins = end.day_for_admins_and_external.map_or_else(String::new, |day| {
            format!(", {day} for Global Administrators and external users")
        });
        let cloud = match end.cloud {
            Cloud::Public => "public cloud",
            Cloud::UsGov => "US Government",
            Cloud::China => "21Vianet",
            other => panic!("no words for {other:?}"),
        };
        let source = end.source;
        writeln!(
            page,
            "| {} | {}{admins} | {cloud} | [{}]({}), {} |",
            end.what, end.day, source.title, source.address, source.reviewed
        )
        .unwrap();
    }
    page.push_str("\n## Sources\n\n| document | compared on | rules |\n|---|---|---|\n");
    let mut by_source: BTreeMap<(&str, &str, &str), Vec<&str>> = BTreeMap::new();
    for rule in ALL {
        let source = rule.source;
        by_source.entry((source.title, source.address, source.reviewed)).or_default().push(rule.id);
    }
    for ((title, address, reviewed), rules) in by_source {
        writeln!(page, "| [{title}]({address}) | {reviewed} | {} |", rules.join(", ")).unwrap();
    }
    made_from_rules("docs/rules.md", &page);
}

fn row(rule: &Rule) -> String {
    let severity = match rule.severity {
        Severity::Stop => "stop",
        Severity::Warn => "warn",
        Severity::Tip => "tip",
    };
    let source = rule.source;
    format!(
        "| {} | {severity} | {} | [{}]({}), {} |",
        rule.id, rule.rationale, source.title, source.address, source.reviewed
    )
}

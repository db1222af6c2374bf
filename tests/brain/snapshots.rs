//! Pages recorded in, or written like, the form that the eyes produce. Each file holds the page and
//! what is expected of it; a page that was misread becomes a file first.

use crate::describe::said;
use serde::Deserialize;
use sparekey::{context::Context, page::snapshot::Tab, review::review};
use std::{fs, path::Path};

#[derive(Deserialize)]
struct Recorded {
    expected: Expected,
    context: Context,
    tab: Tab,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Expected {
    place: Option<String>,
    language: Option<String>,
    silence: Option<String>,
    methods: Vec<String>,
    /// `<severity> <rule>[.<variant>] at <frame>:<node>[ → <fix>]`
    says: Vec<String>,
}

fn recorded() -> impl Iterator<Item = (String, Recorded)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    // What is recorded by command lies in a folder below, and is asked less of.
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let recorded = serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, recorded)
    })
}

#[test]
fn every_recorded_page_is_read_as_it_should_be() {
    for (name, Recorded { expected, context, tab }) in recorded() {
        let review = review(&tab, &context);
        let json = serde_json::to_value(&review).unwrap();
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        let actual = Expected {
            place: text(&json["place"]),
            language: review.language.clone(),
            silence: text(&json["silence"]),
            methods: review
                .methods
                .iter()
                .map(|it| format!("{}{}", it.method, if it.usable { "" } else { " (not usable)" }))
                .collect(),
            says: json["frames"].as_array().unwrap().iter().flat_map(says).collect(),
        };
        assert_eq!(actual, expected, "{name}");
    }
}

fn says(frame: &serde_json::Value) -> Vec<String> {
    let findings = frame["findings"].as_array().unwrap().iter();
    findings
        .map(|it| {
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            let variant = it.get("variant").map_or_else(String::new, |it| format!(".{}", text(it)));
            let fix =
                it.get("fix").map_or_else(String::new, |it| format!(" → {}", text(&it["after"])));
            format!(
                "{} {}{variant} at {}:{}{fix}",
                text(&it["severity"]),
                text(&it["rule"]),
                frame["id"],
                it["node"]
            )
        })
        .collect()
}

#[test]
fn a_page_is_read_the_same_with_all_its_node_ids_changed() {
    for (name, Recorded { context, mut tab, .. }) in recorded() {
        let before = said(&review(&tab, &context));
        for node in tab.frames.iter_mut().flat_map(|frame| &mut frame.snapshot.nodes) {
            node.id = node.id * 7 + 1000;
            node.parent = node.parent.map(|id| id * 7 + 1000);
            node.dom_id = format!("id__{}", node.id);
        }
        assert_eq!(said(&review(&tab, &context)), before, "{name}");
    }
}

#[test]
fn a_silenced_rule_is_silent_everywhere() {
    for (name, Recorded { mut context, tab, .. }) in recorded() {
        let findings = review(&tab, &context).frames.into_iter().flat_map(|frame| frame.findings);
        for rule in findings.map(|finding| finding.rule) {
            context.settings.silenced_rules = vec![rule.to_owned()];
            assert!(!said(&review(&tab, &context)).iter().any(|it| it.starts_with(rule)), "{name}");
        }
    }
}

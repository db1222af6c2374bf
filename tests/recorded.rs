//! Replays what the shipped eyes saw of the practice pages (`npm run record` in `tests/`): exactly the
//! rules speak that the table of expectations names for the page. It owns no expectation of its own.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop where a test would")]

use serde::Deserialize;
use sparekey::{context::Context, page::snapshot::Tab, review::review};
use std::{collections::BTreeSet, fs, path::Path};

#[derive(Deserialize)]
struct Recording {
    expected: Expected,
    context: Context,
    tab: Tab,
}

#[derive(Deserialize)]
struct Expected {
    place: String,
    rules: BTreeSet<String>,
}

fn recordings() -> Vec<(String, Recording)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/recorded");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let recording = serde_json::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, recording)
        })
        .collect()
}

#[test]
fn every_practice_page_makes_exactly_its_rules_speak() {
    let mut wrong = Vec::new();
    for (name, Recording { expected, context, tab }) in recordings() {
        let review = review(&tab, &context);
        let place = review.place.map_or("none", |place| place.id());
        let findings = review.frames.iter().flat_map(|frame| &frame.findings);
        let rules: BTreeSet<String> = findings.map(|finding| finding.rule.to_owned()).collect();
        if place != expected.place || rules != expected.rules {
            let extra: Vec<_> = rules.difference(&expected.rules).collect();
            let missing: Vec<_> = expected.rules.difference(&rules).collect();
            wrong.push(format!("{name} ({place}): extra {extra:?}, missing {missing:?}"));
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_finding_that_can_be_fixed_is_set_right_by_the_one_fix_of_its_spot() {
    let mut fixed = 0;
    for (name, Recording { context, tab, .. }) in recordings() {
        for frame in review(&tab, &context).frames {
            for finding in frame.findings.iter().filter(|it| it.fix.is_some()) {
                let here: Vec<_> = frame
                    .fixes
                    .iter()
                    .filter(|it| (it.node, it.anchor) == (finding.node, finding.anchor))
                    .map(|it| Some(&it.fix))
                    .collect();
                assert_eq!(here, [finding.fix.as_ref()], "{name}");
                fixed += 1;
            }
        }
    }
    assert!(fixed > 0);
}

#[test]
fn every_place_was_recorded_in_english_and_in_japanese() {
    let recorded: BTreeSet<(String, String)> = recordings()
        .into_iter()
        .filter_map(|(name, it)| {
            let language = name.strip_suffix(".json")?.rsplit_once('.')?.1;
            Some((it.expected.place, language.to_owned()))
        })
        .collect();
    for place in sparekey::page::place::Place::ALL {
        for language in ["en", "ja"] {
            let wanted = (place.id().to_owned(), language.to_owned());
            assert!(recorded.contains(&wanted), "{wanted:?}");
        }
    }
}

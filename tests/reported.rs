//! Replays the pages that people reported (the popup's "Report this page"): each file in
//! `tests/snapshots/reported` says itself what is expected of it. With `SPAREKEY_REWRITE=1` the files
//! are held to what the core says now. It owns no expectation of its own.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests stop where a test would"
)]

use serde::Deserialize;
use serde_json::Value;
use sparekey::{
    context::Context,
    page::{redaction::redact, snapshot::Tab},
    report::Said,
    review::review,
};
use std::{env, fs, path::Path, path::PathBuf};

#[derive(Deserialize)]
struct Reported {
    expected: Value,
    context: Context,
    tab: Tab,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/reported");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn read(file: &Path) -> (String, Reported) {
    let text = fs::read_to_string(file).unwrap();
    let reported =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    (text, reported)
}

#[test]
fn every_reported_page_is_read_as_its_file_says() {
    let rewrites = env::var_os("SPAREKEY_REWRITE").is_some();
    let mut wrong = Vec::new();
    for file in files() {
        let (text, Reported { expected, context, tab }) = read(&file);
        let said = serde_json::to_value(Said::of_masked(&review(&tab, &context))).unwrap();
        if said == expected {
            continue;
        }
        if rewrites {
            fs::write(&file, with_expected(&text, &said)).unwrap();
        } else {
            wrong.push(format!("{}: expected {expected}, said {said}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The file with another expectation. Its lines stay as they are, so that a difference between two
/// versions is one between two expectations.
fn with_expected(text: &str, said: &Value) -> String {
    const BEGINS: &str = "\n \"expected\": ";
    const ENDS: &str = ",\n \"context\": ";
    let (before, rest) = text.split_once(BEGINS).unwrap();
    let (_, after) = rest.split_once(ENDS).unwrap();
    format!("{before}{BEGINS}{said}{ENDS}{after}")
}

#[test]
fn another_expectation_changes_nothing_else_of_a_file() {
    let text =
        "{\n \"said\": {},\n \"expected\": {\"rules\":[]},\n \"context\": {},\n \"tab\": {}\n}\n";
    let said = serde_json::json!({ "rules": ["phone-only"] });
    let rewritten = with_expected(text, &said);
    assert_eq!(rewritten, text.replace("[]", "[\"phone-only\"]"));
    assert_eq!(with_expected(&rewritten, &serde_json::json!({ "rules": [] })), text);
}

#[test]
fn a_reported_page_holds_nothing_that_should_be_masked() {
    for file in files() {
        let (_, Reported { tab, .. }) = read(&file);
        // What was unmasked by hand, because it is a label to be learned, is in the lexicon by now.
        let masked = redact(&tab);
        let nodes = |tab: &Tab| -> Vec<String> {
            let nodes = tab.frames.iter().flat_map(|frame| &frame.snapshot.nodes);
            nodes.map(|node| serde_json::to_string(node).unwrap()).collect()
        };
        for (node, masked) in nodes(&tab).into_iter().zip(nodes(&masked)) {
            assert_eq!(node, masked, "{}", file.display());
        }
        assert!(tab == masked, "{}: a frame's own texts", file.display());
    }
}

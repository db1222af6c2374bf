//! Compiles `src/lexicon/labels.json` into `$OUT_DIR/labels.rs`: the enums `Concept` and
//! `Language`, and one table of folded labels, sorted, so that the core neither parses nor sorts
//! anything when it starts.

use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::Path,
};

#[path = "../src/lexicon/fold.rs"]
mod fold;

const DATA: &str = "src/lexicon/labels.json";

#[derive(Deserialize)]
struct Label {
    label: String,
}

type Labels = BTreeMap<String, BTreeMap<String, Vec<Label>>>;

/// Writes the table.
///
/// # Errors
/// When the data cannot be read or is not of the form `{ concept: { language: [ { label } ] } }`.
pub(crate) fn compile() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed=src/lexicon/fold.rs");
    println!("cargo::rerun-if-changed=src/lookalike.rs");
    println!("cargo::rerun-if-changed=build/labels.rs");
    let labels: Labels = serde_json::from_str(&fs::read_to_string(DATA)?)?;

    let languages: BTreeSet<&str> =
        labels.values().flat_map(|of| of.keys().map(String::as_str)).collect();
    let mut table: BTreeMap<String, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for (concept, of_concept) in &labels {
        for (language, of_language) in of_concept {
            for Label { label } in of_language {
                let meanings = table.entry(fold::fold(label)).or_default();
                meanings.entry(concept).or_default().insert(language);
            }
        }
    }

    let mut out = String::new();
    enumeration(
        &mut out,
        "Concept",
        "What a label stands for.",
        labels.keys().map(|name| (name.as_str(), format!("`{name}`"))),
    )?;
    enumeration(
        &mut out,
        "Language",
        "A language that labels are known in (BCP 47).",
        languages.iter().map(|tag| (*tag, format!("`{tag}`"))),
    )?;
    writeln!(out, "/// Folded labels with what they stand for, sorted by their bytes.")?;
    writeln!(out, "static LABELS: [(&str, &[Meaning]); {}] = [", table.len())?;
    for (label, meanings) in &table {
        writeln!(out, "    ({label:?}, &[")?;
        for (concept, languages) in meanings {
            let languages: Vec<String> =
                languages.iter().map(|tag| format!("Language::{}", camel(tag))).collect();
            writeln!(
                out,
                "        Meaning {{ concept: Concept::{}, languages: &[{}] }},",
                camel(concept),
                languages.join(", "),
            )?;
        }
        writeln!(out, "    ]),")?;
    }
    writeln!(out, "];")?;
    let directory = env::var("OUT_DIR")?;
    fs::write(Path::new(&directory).join("labels.rs"), out)?;
    Ok(())
}

fn enumeration<'a>(
    out: &mut String,
    name: &str,
    meaning: &str,
    variants: impl Iterator<Item = (&'a str, String)> + Clone,
) -> Result<(), std::fmt::Error> {
    writeln!(out, "/// {meaning}")?;
    writeln!(out, "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]")?;
    writeln!(out, "pub enum {name} {{")?;
    for (data_name, documentation) in variants.clone() {
        writeln!(out, "    /// {documentation}")?;
        writeln!(out, "    {},", camel(data_name))?;
    }
    writeln!(out, "}}")?;
    writeln!(out, "impl {name} {{")?;
    writeln!(out, "    /// Every one, in the order of the names.")?;
    writeln!(out, "    pub const ALL: &[Self] = &[")?;
    for (data_name, _) in variants.clone() {
        writeln!(out, "        Self::{},", camel(data_name))?;
    }
    writeln!(out, "    ];")?;
    writeln!(out, "    /// Its name in the data.")?;
    writeln!(out, "    #[must_use]")?;
    writeln!(out, "    pub const fn as_str(self) -> &'static str {{")?;
    writeln!(out, "        match self {{")?;
    for (data_name, _) in variants {
        writeln!(out, "            Self::{} => {data_name:?},", camel(data_name))?;
    }
    writeln!(out, "        }}\n    }}\n}}")
}

/// `method_phone` → `MethodPhone`, `zh-Hans` → `ZhHans`.
fn camel(name: &str) -> String {
    name.split(['_', '-'])
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

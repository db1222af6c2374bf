//! Compiles the numbering plans of all countries, as the `phonenumber` crate brings them, into the
//! flat tables that `src/phone/tables.rs` includes, and the classes of characters that `src/text.rs`
//! needs; and the labels of the pages for `src/lexicon`. It owns the form of the tables; what they are
//! asked is decided there.

#[path = "build/automaton.rs"]
mod automaton;
#[path = "build/characters.rs"]
mod characters;
#[path = "build/formats.rs"]
mod formats;
#[path = "build/labels.rs"]
mod labels;
#[path = "build/matcher.rs"]
mod matcher;
#[path = "build/pattern.rs"]
mod pattern;
#[path = "build/program.rs"]
mod program;
#[path = "build/short_numbers.rs"]
mod short_numbers;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/territory.rs"]
mod territory;

// A module of the core: labels have to be folded by the same code as pages.
#[path = "src/lookalike.rs"]
mod lookalike;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=Cargo.lock");
    let lock = fs::read_to_string(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("Cargo.lock"))?;
    let version = metadata_version(&lock).ok_or("Cargo.lock names no phonenumber release")?;
    let tables = tables::compile(version, &territory::all()?)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("plan.rs"), tables)?;
    fs::write(Path::new(&out).join("characters.rs"), characters::compile()?)?;
    fs::write(Path::new(&out).join("formats.rs"), formats::compile()?)?;
    fs::write(Path::new(&out).join("short_numbers.rs"), short_numbers::compile()?)?;
    fs::write(Path::new(&out).join("release.rs"), release(version)?)?;
    labels::compile()
}

/// The day of the release, as `cargo xtask refresh` noted it; none where another release was noted.
fn release(version: &str) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string("build/metadata_release.tsv")?;
    let date = match text.trim_end().split('\t').collect::<Vec<_>>().as_slice() {
        [release, date, _source] if *release == version => Some(*date),
        _ => None,
    };
    Ok(format!("pub(super) const DATE: Option<&str> = {date:?};\n"))
}

/// The release of Google's metadata: the build part of the `phonenumber` crate's version. Read from
/// the lock file, so that no release can be built under another one's name.
fn metadata_version(lock: &str) -> Option<&str> {
    let (_, entry) = lock.split_once("name = \"phonenumber\"\nversion = \"")?;
    let (version, _) = entry.split_once('"')?;
    version.split_once('+').map(|(_, metadata)| metadata)
}

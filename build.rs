//! Compiles the numbering plans of all countries, as the `phonenumber` crate brings them, into the
//! flat tables that `src/phone/plan.rs` reads, and the classes of characters that `src/text.rs`
//! needs; and the labels of the pages for `src/lexicon`. It owns the form of the tables; what they are
//! asked is decided there.

#[path = "build/automaton.rs"]
mod automaton;
#[path = "build/characters.rs"]
mod characters;
#[path = "build/labels.rs"]
mod labels;
#[path = "build/pattern.rs"]
mod pattern;
#[path = "build/program.rs"]
mod program;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/territory.rs"]
mod territory;

// Of the core: labels are folded here as pages are folded there.
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
    labels::compile()
}

/// The release of Google's metadata: the build part of the `phonenumber` crate's version. Read from
/// the lock file, so that no release can be built under another one's name.
fn metadata_version(lock: &str) -> Option<&str> {
    let (_, entry) = lock.split_once("name = \"phonenumber\"\nversion = \"")?;
    let (version, _) = entry.split_once('"')?;
    version.split_once('+').map(|(_, metadata)| metadata)
}

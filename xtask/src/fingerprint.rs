//! Whether a built folder still is what its sources make. Owns the fingerprints (SHA-256 over paths and
//! contents) and the stamp file that keeps them in `target/`. Not by time of change: a checkout sets
//! times anew, and a deleted file has none.

use crate::shell::target;
use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What a folder was built from, and what came of it.
#[derive(Debug)]
pub(crate) struct Build<'a> {
    /// The folder that paths are relative to.
    pub(crate) root: PathBuf,
    /// The name of its stamp in `target/`.
    pub(crate) stamp: &'a str,
    /// Files and folders that it is made of.
    pub(crate) sources: &'a [&'a str],
    /// What else it depends on, for instance the version of a tool.
    pub(crate) tools: &'a [&'a str],
    /// The built folder.
    pub(crate) output: &'a str,
}

impl Build<'_> {
    /// Whether the output is there, whole, and made of the sources as they are now.
    pub(crate) fn is_fresh(&self) -> bool {
        // An output that is missing or cannot be read is built anew.
        self.fingerprints()
            .is_ok_and(|now| fs::read(self.stamp_file()).is_ok_and(|then| then == now))
    }

    /// Remembers what the output was made of, once it has been built.
    pub(crate) fn remember(&self) -> Result<()> {
        let file = self.stamp_file();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, self.fingerprints()?)?)
    }

    fn stamp_file(&self) -> PathBuf {
        target().join(self.stamp)
    }

    /// Of what it is made of, then of the output.
    fn fingerprints(&self) -> Result<Vec<u8>> {
        let mut sources = Sha256::new();
        for tool in self.tools {
            add(&mut sources, tool.as_bytes());
        }
        for name in self.sources {
            add_tree(&mut sources, &self.root, name)?;
        }
        let mut output = Sha256::new();
        add_tree(&mut output, &self.root, self.output)?;
        Ok([sources.finalize(), output.finalize()].concat())
    }
}

/// Length and bytes, so that no two sequences of fields give the same input.
fn add(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// A file, or every file in a folder, by name.
fn add_tree(hash: &mut Sha256, root: &Path, name: &str) -> Result<()> {
    let path = root.join(name);
    if !path.is_dir() {
        add(hash, name.as_bytes());
        add(hash, &fs::read(&path).with_context(|| path.display().to_string())?);
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(&path).with_context(|| path.display().to_string())? {
        // The same on every system, whatever stands between its folders.
        names.push(format!("{name}/{}", entry?.file_name().to_string_lossy()));
    }
    names.sort();
    names.iter().try_for_each(|name| add_tree(hash, root, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of a test's own, with one built file and two sources.
    fn build(name: &'static str) -> Result<Build<'static>> {
        let root = std::env::temp_dir().join(format!("sparekey-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("src/inner"))?;
        fs::create_dir_all(root.join("out"))?;
        fs::write(root.join("src/one.rs"), "one")?;
        fs::write(root.join("src/inner/two.rs"), "two")?;
        fs::write(root.join("Cargo.lock"), "lock")?;
        fs::write(root.join("out/built"), "built")?;
        let stamp = root.join("stamp");
        Ok(Build {
            root,
            // An absolute path takes the place of `target/`.
            stamp: Box::leak(stamp.to_string_lossy().into_owned().into_boxed_str()),
            sources: &["src", "Cargo.lock"],
            tools: &["tool 1"],
            output: "out",
        })
    }

    #[test]
    fn what_was_built_from_the_same_is_fresh_whenever_it_was_written() -> Result<()> {
        let build = build("fresh")?;
        assert!(!build.is_fresh(), "nothing is remembered yet");
        build.remember()?;
        assert!(build.is_fresh());
        fs::write(build.root.join("src/one.rs"), "one")?;
        assert!(build.is_fresh());
        Ok(fs::remove_dir_all(&build.root)?)
    }

    #[test]
    fn any_change_of_sources_tools_or_output_is_seen() -> Result<()> {
        type Change = fn(&Path) -> std::io::Result<()>;
        let changes: [(&str, Change); 6] = [
            ("changed", |root| fs::write(root.join("src/one.rs"), "other")),
            ("added", |root| fs::write(root.join("src/three.rs"), "")),
            ("deleted", |root| fs::remove_file(root.join("src/inner/two.rs"))),
            ("renamed", |root| fs::rename(root.join("src/one.rs"), root.join("src/1.rs"))),
            ("output", |root| fs::write(root.join("out/built"), "by hand")),
            ("no-output", |root| fs::remove_dir_all(root.join("out"))),
        ];
        for (name, change) in changes {
            let build = build(name)?;
            build.remember()?;
            change(&build.root)?;
            assert!(!build.is_fresh(), "{name}");
            fs::remove_dir_all(&build.root)?;
        }
        let build = build("tools")?;
        build.remember()?;
        assert!(!Build { tools: &["tool 2"], root: build.root.clone(), ..build }.is_fresh());
        Ok(fs::remove_dir_all(&build.root)?)
    }
}

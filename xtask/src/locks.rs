//! Whether the lock files of the packages outside of the workspace still fit: they are built with
//! `--locked`, seldom, and somewhere else. Without the network, and without resolving anything: each
//! package has to be locked with the dependencies that its manifest names.

use crate::shell::{command, root};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

/// Each has a lock file of its own, and depends on the core.
const FOLDERS: [&str; 2] = ["benches/native", "fuzz"];

/// Checks all of them.
///
/// # Errors
/// Says which lock file does not fit, and what to run.
pub(crate) fn check() -> Result<()> {
    let core = manifest(".")?;
    for folder in FOLDERS {
        let lock = fs::read_to_string(root().join(folder).join("Cargo.lock"))?;
        // What tests of the core need is nobody else's business.
        let wanted = [(manifest(folder)?, true), (core.clone(), false)];
        for (manifest, tests) in &wanted {
            if let Err(error) = fits(&lock, manifest, *tests) {
                bail!(
                    "{folder}/Cargo.lock is stale ({error}): run `cargo update --workspace` there"
                );
            }
        }
    }
    Ok(())
}

/// What cargo makes of a folder's manifest.
fn manifest(folder: &str) -> Result<Value> {
    let output = command("cargo", folder)?
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .output()?;
    if !output.status.success() {
        bail!("cargo metadata in {folder}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let folder = root().join(folder).canonicalize()?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let own = packages.iter().find(|package| {
        let path = package["manifest_path"].as_str().map(std::path::Path::new);
        path.and_then(|path| path.parent()?.canonicalize().ok()).as_ref() == Some(&folder)
    });
    own.cloned().context("cargo metadata leaves the package out")
}

fn fits(lock: &str, manifest: &Value, tests: bool) -> Result<()> {
    let name = manifest["name"].as_str().context("a package without a name")?;
    let entry = entry(lock, name).with_context(|| format!("`{name}` is not in it"))?;
    if Some(entry.version) != manifest["version"].as_str() {
        bail!("`{name}` is locked as {}", entry.version);
    }
    let dependencies: Vec<&Value> = manifest["dependencies"]
        .as_array()
        .context("no dependencies")?
        .iter()
        .filter(|dependency| tests || dependency["kind"] != "dev")
        .collect();
    let wanted: BTreeSet<&str> =
        dependencies.iter().filter_map(|dependency| dependency["name"].as_str()).collect();
    if wanted != entry.dependencies {
        bail!("`{name}` is locked with {:?}, and depends on {wanted:?}", entry.dependencies);
    }
    for dependency in dependencies {
        let (Some(of), Some(required)) = (dependency["name"].as_str(), dependency["req"].as_str())
        else {
            continue;
        };
        let locked = versions(lock, of);
        if !locked.iter().any(|version| meets(version, required)) {
            bail!("`{name}` needs {of} {required}, and locked is {locked:?}");
        }
    }
    Ok(())
}

struct Entry<'a> {
    version: &'a str,
    dependencies: BTreeSet<&'a str>,
}

fn entry<'a>(lock: &'a str, name: &str) -> Option<Entry<'a>> {
    let (_, rest) = lock.split_once(&format!("[[package]]\nname = \"{name}\"\nversion = \""))?;
    let rest = rest.split("\n[[").next()?;
    let (version, rest) = rest.split_once('"')?;
    let dependencies = rest.split_once("dependencies = [\n").map_or("", |(_, list)| list);
    Some(Entry {
        version,
        dependencies: dependencies
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split(['"', ' ']).next())
            .collect(),
    })
}

fn versions<'a>(lock: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("[[package]]\nname = \"{name}\"\nversion = \"");
    lock.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Of a requirement only what cargo could not bridge: an exact version, or the leading parts that
/// compatible versions share.
fn meets(version: &str, required: &str) -> bool {
    let version = version.split('+').next().unwrap_or(version);
    if let Some(exact) = required.strip_prefix('=') {
        return version == exact.trim();
    }
    let Some(required) = required.strip_prefix('^') else { return true };
    let parts: Vec<&str> = required.split('.').collect();
    let leading = parts.iter().take_while(|part| **part == "0").count() + 1;
    version.split('.').zip(parts).take(leading).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::{check, fits, meets};
    use serde_json::json;

    const LOCK: &str = "[[package]]\nname = \"core\"\nversion = \"0.1.0\"\ndependencies = [\n \"plan\",\n \"serde 1.0.2\",\n]\n\n\
        [[package]]\nname = \"plan\"\nversion = \"0.3.10+9.0.33\"\n\n\
        [[package]]\nname = \"serde\"\nversion = \"1.0.2\"\ndependencies = [\n \"plan\",\n]\n";

    #[test]
    fn a_lock_file_is_stale_when_the_manifest_names_something_else() {
        let core = |dependencies| json!({ "name": "core", "version": "0.1.0", "dependencies": dependencies });
        let plan = json!({ "name": "plan", "req": "=0.3.10", "kind": "build" });
        let serde = json!({ "name": "serde", "req": "^1", "kind": null });
        let test = json!({ "name": "test", "req": "^1", "kind": "dev" });
        assert!(fits(LOCK, &core(json!([plan, serde])), true).is_ok());
        assert!(fits(LOCK, &core(json!([plan, serde, test])), false).is_ok());
        assert!(fits(LOCK, &core(json!([plan, serde, test])), true).is_err());
        assert!(fits(LOCK, &core(json!([plan])), true).is_err());
        let newer = json!({ "name": "plan", "req": "=0.3.11", "kind": "build" });
        assert!(fits(LOCK, &core(json!([newer, serde])), true).is_err());
    }

    #[test]
    fn versions_that_are_compatible_meet_a_requirement() {
        for (version, required, expected) in [
            ("1.0.228", "^1", true),
            ("2.0.0", "^1", false),
            ("0.3.10+9.0.33", "=0.3.10", true),
            ("0.3.9", "=0.3.10", false),
            ("0.3.9", "^0.3", true),
            ("0.4.0", "^0.3", false),
            ("0.2.5", "*", true),
        ] {
            assert_eq!(meets(version, required), expected, "{version} for {required}");
        }
    }

    #[test]
    fn the_lock_files_outside_of_the_workspace_fit() {
        check().unwrap();
    }
}

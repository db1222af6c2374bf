//! Lock files: reads them, and finds those outside of the workspace that no longer fit. These packages
//! are built with `--locked`, seldom, and a change of the core's dependencies does not reach them by
//! itself. Owns no resolving, and needs no network: a lock file fits if it has each package with the
//! dependencies that the manifest names, in versions that the manifest accepts.

use crate::shell::root;
use anyhow::{Context, Result, bail};
use cargo_metadata::{
    DependencyKind, MetadataCommand, Package,
    semver::{Version, VersionReq},
};
use serde::Deserialize;
use std::{collections::BTreeSet, fs};

/// The packages outside of the workspace. Each has a lock file of its own, and depends on the core.
pub(crate) const OUTSIDE_WORKSPACE: [&str; 2] = ["benches/native", "fuzz"];

/// What a `Cargo.lock` says; only what is asked of it here.
#[derive(Debug, Deserialize)]
pub(crate) struct LockFile {
    #[serde(rename = "package", default)]
    packages: Vec<LockedPackage>,
}

#[derive(Debug, Deserialize)]
struct LockedPackage {
    name: String,
    version: Version,
    /// `name`, or `name version` where several versions of it are locked.
    #[serde(default)]
    dependencies: Vec<String>,
}

/// What a package is to a lock file; it decides which of its dependencies are locked.
#[derive(Clone, Copy, Debug)]
enum Role {
    /// The lock file is its own: all are.
    Own,
    /// Something in the lock file depends on it: no dev-dependency is, and an optional one may be.
    Dependency,
}

impl LockFile {
    /// The lock file in `folder`, which is relative to the root.
    pub(crate) fn read(folder: &str) -> Result<Self> {
        let path = root().join(folder).join("Cargo.lock");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(crate) fn parse(text: &str) -> Result<Self> {
        Ok(toml::from_str(text)?)
    }

    /// The locked versions of a package.
    pub(crate) fn versions<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Version> {
        self.packages.iter().filter(move |package| package.name == name).map(|found| &found.version)
    }

    /// Whether the package and what it depends on are locked as its manifest wants it.
    fn fits(&self, manifest: &Package, role: Role) -> Result<()> {
        let name = manifest.name.as_str();
        let locked = self
            .packages
            .iter()
            .find(|package| package.name == name)
            .with_context(|| format!("`{name}` is not in it"))?;
        if locked.version != manifest.version {
            bail!("`{name}` is locked as {}", locked.version);
        }
        let locked_names: BTreeSet<&str> = locked
            .dependencies
            .iter()
            .filter_map(|dependency| dependency.split(' ').next())
            .collect();
        let wanted: Vec<(&str, &VersionReq)> = manifest
            .dependencies
            .iter()
            .filter(|dependency| match role {
                Role::Own => true,
                Role::Dependency if dependency.kind == DependencyKind::Development => false,
                // Locked if a feature asks for it: both fit.
                Role::Dependency if dependency.optional => {
                    locked_names.contains(dependency.name.as_str())
                }
                Role::Dependency => true,
            })
            .map(|dependency| (dependency.name.as_str(), &dependency.req))
            .collect();
        let wanted_names: BTreeSet<&str> = wanted.iter().map(|(name, _)| *name).collect();
        if wanted_names != locked_names {
            bail!("`{name}` is locked with {locked_names:?}, and depends on {wanted_names:?}");
        }
        for (dependency, required) in wanted {
            if !self.versions(dependency).any(|version| required.matches(version)) {
                let locked: Vec<String> =
                    self.versions(dependency).map(ToString::to_string).collect();
                bail!("`{name}` needs {dependency} {required}, and locked is {locked:?}");
            }
        }
        Ok(())
    }
}

/// Checks the lock files of all packages outside of the workspace.
///
/// # Errors
/// Says which lock file does not fit, and what to run.
pub(crate) fn check() -> Result<()> {
    let core = manifest(".")?;
    for folder in OUTSIDE_WORKSPACE {
        let lock = LockFile::read(folder)?;
        lock.fits(&manifest(folder)?, Role::Own)
            .and_then(|()| lock.fits(&core, Role::Dependency))
            .with_context(|| {
                format!("{folder}/Cargo.lock is stale: run `cargo update --workspace` there")
            })?;
    }
    Ok(())
}

/// What cargo makes of a folder's manifest.
fn manifest(folder: &str) -> Result<Package> {
    let metadata = MetadataCommand::new()
        .manifest_path(root().join(folder).join("Cargo.toml"))
        .no_deps()
        .other_options(["--offline".to_owned()])
        .exec()?;
    metadata
        .root_package()
        .cloned()
        .with_context(|| format!("{folder}: cargo metadata leaves the package out"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "core"
        version = "0.1.0"
        dependencies = ["plan", "serde 1.0.2"]
        [[package]]
        name = "plan"
        version = "0.3.10+9.0.33"
        [[package]]
        name = "serde"
        version = "1.0.2"
        dependencies = ["plan"]
    "#;

    /// A package `core` as `cargo metadata` describes it.
    fn core(version: &str, dependencies: &[(&str, &str, Option<&str>)]) -> Package {
        let dependencies: Vec<Value> = dependencies
            .iter()
            .map(|(name, required, kind)| {
                json!({
                    "name": name, "req": required, "kind": kind, "optional": false,
                    "uses_default_features": true, "features": [],
                })
            })
            .collect();
        serde_json::from_value(json!({
            "name": "core", "version": version, "id": "core", "manifest_path": "/core/Cargo.toml",
            "dependencies": dependencies, "targets": [], "features": {},
        }))
        .expect("a package")
    }

    const PLAN: (&str, &str, Option<&str>) = ("plan", "=0.3.10", Some("build"));
    const SERDE: (&str, &str, Option<&str>) = ("serde", "^1", None);
    const TEST: (&str, &str, Option<&str>) = ("test", "^1", Some("dev"));

    #[test]
    fn a_lock_file_with_what_the_manifest_names_fits() {
        let lock = LockFile::parse(LOCK).expect("a lock file");
        assert!(lock.fits(&core("0.1.0", &[PLAN, SERDE]), Role::Own).is_ok());
        assert!(lock.fits(&core("0.1.0", &[PLAN, SERDE, TEST]), Role::Dependency).is_ok());
    }

    #[test]
    fn an_optional_dependency_of_a_dependency_may_be_locked_or_not() {
        let lock = LockFile::parse(LOCK).expect("a lock file");
        let with_optional = |name| {
            let mut manifest = core("0.1.0", &[PLAN, SERDE, (name, "^1", None)]);
            for dependency in &mut manifest.dependencies {
                dependency.optional = dependency.name == name;
            }
            manifest
        };
        assert!(lock.fits(&with_optional("other"), Role::Dependency).is_ok());
        assert!(lock.fits(&with_optional("serde"), Role::Dependency).is_ok());
        assert!(lock.fits(&with_optional("other"), Role::Own).is_err());
    }

    #[test]
    fn a_lock_file_is_stale_when_the_manifest_names_something_else() {
        let lock = LockFile::parse(LOCK).expect("a lock file");
        for (manifest, reason) in [
            (core("0.1.0", &[PLAN, SERDE, TEST]), "depends on"),
            (core("0.1.0", &[PLAN]), "depends on"),
            (core("0.2.0", &[PLAN, SERDE]), "is locked as 0.1.0"),
            (core("0.1.0", &[("plan", "=0.3.11", None), SERDE]), "needs plan =0.3.11"),
            (core("0.1.0", &[PLAN, ("serde", "^2", None)]), "needs serde ^2"),
        ] {
            let error = lock.fits(&manifest, Role::Own).expect_err(reason).to_string();
            assert!(error.contains(reason), "{error}");
        }
    }

    /// The part of a version that names the metadata must not keep it from meeting a requirement.
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
            let meets = VersionReq::parse(required).map(|required| {
                Version::parse(version).is_ok_and(|version| required.matches(&version))
            });
            assert_eq!(meets.ok(), Some(expected), "{version} for {required}");
        }
    }

    #[test]
    fn the_lock_files_outside_of_the_workspace_fit() {
        check().unwrap();
    }
}

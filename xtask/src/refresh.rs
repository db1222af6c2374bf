//! Moves to another release of the metadata: pins the `phonenumber` crate, takes the tables that the
//! crate does not compile out of it, compares with the reference of the same release, and says what
//! changed in the plan.

use crate::{
    judge,
    locks::{self, LockFile},
    plan_changes::{self, Plan},
    shell::{ask, command, root, run, say},
    short_numbers,
};
use anyhow::{Context, Result, bail};
use cargo_metadata::semver::{BuildMetadata, Version};
use std::{
    collections::{BTreeSet, HashMap},
    fs,
    io::Write as _,
    process::ExitCode,
};

/// Release, day and where the day is from, of the metadata in use.
const RELEASE_FILE: &str = "build/metadata_release.tsv";

/// `--to VERSION`, without it the newest release.
pub(crate) fn refresh(arguments: &[String]) -> Result<ExitCode> {
    let wanted = match arguments {
        [] => None,
        [to, version] if to == "--to" => Some(version.as_str()),
        _ => bail!("usage: cargo xtask refresh [--to VERSION]"),
    };
    say("The plan as it is");
    let old = plan()?;
    let old_short_numbers =
        fs::read_to_string(root().join(short_numbers::FILE)).unwrap_or_default();

    pin(wanted)?;
    let (version, _) = short_numbers::crate_in_use()?;
    let release = release_of(&version)?;
    say(&format!("phonenumber {version}: metadata {release}"));
    let short_numbers = short_numbers::extract()?;
    fs::write(root().join(short_numbers::FILE), &short_numbers)?;
    let date = judge::release_date(release)?;
    fs::write(
        root().join(RELEASE_FILE),
        format!(
            "{release}\t{date}\tthe dates of the files in the package phonenumbers {release}\n"
        ),
    )?;

    say("The plan as it becomes");
    let new = plan()?;
    let verdict = judge::compare(judge::SUITE, release)?;
    reference_table(release)?;

    let mut out = std::io::stdout().lock();
    writeln!(out, "\nMetadata {} → {} ({date})", old.release, new.release)?;
    let short = regions_that_differ(&old_short_numbers, &short_numbers);
    let regions: BTreeSet<&str> =
        old.regions().chain(new.regions()).chain(short.iter().copied()).collect();
    let names = names_of(&regions);
    let name = |region: &str| names.get(region).map_or(region, String::as_str).to_owned();
    let changes = plan_changes::in_words(&old, &new, name);
    for sentence in &changes {
        writeln!(out, "{sentence}")?;
    }
    if changes.is_empty() {
        writeln!(out, "No range changed.")?;
    }
    if !short.is_empty() {
        let names: Vec<String> = short.iter().map(|region| name(region)).collect();
        writeln!(out, "Short numbers changed in: {}", names.join(", "))?;
    }
    writeln!(
        out,
        "{} groups of numbers as the reference has them, {} not",
        verdict.equal, verdict.different
    )?;
    Ok(ExitCode::from(u8::from(verdict.different > 0)))
}

/// The plan of the release that is locked now, by a program built for it.
fn plan() -> Result<Plan> {
    let output = command("cargo", ".")?
        .args(["run", "--quiet", "--release", "--example", "plan"])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !output.status.success() {
        bail!("the example `plan` failed");
    }
    Plan::read(std::str::from_utf8(&output.stdout)?)
}

/// The folders with a lock file that has the crate.
const BUILT_WITH_IT: [&str; 3] = [".", "benches/native", "fuzz"];
/// The manifests that pin the release. `benches/native` depends on the core too, and cargo refuses two
/// exact versions of one crate that are compatible.
const PINS: [&str; 2] = ["Cargo.toml", "benches/native/Cargo.toml"];

/// Pins the crate to a release, in the manifests and in the lock files. Of the other packages only those
/// move that the release itself asks for in another version.
fn pin(wanted: Option<&str>) -> Result<()> {
    let version = match wanted {
        Some(version) => version.to_owned(),
        None => newest()?,
    };
    // The part behind "+" names the metadata; a requirement has none.
    let version = version.split('+').next().unwrap_or_default();
    for manifest in PINS {
        let path = root().join(manifest);
        let text = fs::read_to_string(&path)?;
        fs::write(&path, pinned(&text, version).with_context(|| manifest.to_owned())?)?;
    }
    for folder in BUILT_WITH_IT {
        // Even an update to the release that is locked lets cargo choose its dependencies anew.
        if has_locked(&LockFile::read(folder)?, version) {
            continue;
        }
        run(command("cargo", folder)?.args([
            "update",
            "--package",
            "phonenumber",
            "--precise",
            version,
        ]))?;
    }
    locks::check()
}

/// Whether the release is locked, whatever metadata the part behind "+" names.
fn has_locked(lock: &LockFile, release: &str) -> bool {
    lock.versions("phonenumber").any(|version| {
        Version { build: BuildMetadata::EMPTY, ..version.clone() }.to_string() == release
    })
}

/// The newest release in the registry.
fn newest() -> Result<String> {
    let answer =
        ask("cargo", &["info", "phonenumber", "--registry", "crates-io", "--color", "never"])
            .context("cargo info phonenumber failed")?;
    newest_in(&answer).context("cargo info names no version")
}

/// `version: 0.3.9+9.0.20 (latest 0.3.10+9.0.33)`, or `version: 0.3.10+9.0.33`.
fn newest_in(answer: &str) -> Option<String> {
    let line = answer.lines().find_map(|line| line.strip_prefix("version: "))?;
    let version = match line.split_once("(latest ") {
        Some((_, latest)) => latest.split(')').next()?,
        None => line.split(' ').next()?,
    };
    Some(version.to_owned())
}

fn pinned(manifest: &str, version: &str) -> Result<String> {
    const BEFORE: &str = "\nphonenumber = \"=";
    let (front, rest) = manifest.split_once(BEFORE).context("it pins no phonenumber")?;
    let (_, back) = rest.split_once('"').context("it pins no phonenumber")?;
    Ok(format!("{front}{BEFORE}{version}\"{back}"))
}

fn release_of(version: &str) -> Result<&str> {
    version
        .split_once('+')
        .map(|(_, metadata)| metadata)
        .with_context(|| format!("phonenumber {version} does not name its metadata"))
}

/// `tests/data/reference.tsv`, for the tests that have no Python.
fn reference_table(release: &str) -> Result<()> {
    let python = judge::python(release)?;
    let output = command(python, ".")?.arg("tests/judge/sample.py").output()?;
    if !output.status.success() {
        bail!("tests/judge/sample.py: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(fs::write(root().join("tests/data/reference.tsv"), output.stdout)?)
}

fn regions_that_differ<'a>(old: &'a str, new: &'a str) -> BTreeSet<&'a str> {
    fn rows(text: &str) -> BTreeSet<&str> {
        text.lines().filter(|line| !line.starts_with('#')).collect()
    }
    rows(old).symmetric_difference(&rows(new)).filter_map(|row| row.split('\t').next()).collect()
}

/// The regions' names in English, as Node.js knows them; none where there is no Node.js.
fn names_of(regions: &BTreeSet<&str>) -> HashMap<String, String> {
    let script = "const names = new Intl.DisplayNames('en', { type: 'region' });\
                  for (const region of process.argv.slice(1)) console.log(names.of(region));";
    let known: Vec<&str> = regions.iter().copied().filter(|region| *region != "001").collect();
    let arguments: Vec<&str> = ["-e", script].into_iter().chain(known.iter().copied()).collect();
    let answer = ask("node", &arguments).unwrap_or_default();
    let named = known.iter().zip(answer.lines());
    let mut names: HashMap<String, String> =
        named.map(|(region, name)| ((*region).to_owned(), name.to_owned())).collect();
    names.insert("001".to_owned(), "No country".to_owned());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pin_is_changed_and_nothing_else() -> Result<()> {
        let manifest = "[x]\n# why\nphonenumber = \"=0.3.7\"\nregex-syntax = \"0.8\"\n";
        let expected = "[x]\n# why\nphonenumber = \"=0.4.0\"\nregex-syntax = \"0.8\"\n";
        assert_eq!(pinned(manifest, "0.4.0")?, expected);
        assert!(pinned("[x]\n", "0.4.0").is_err());
        Ok(())
    }

    #[test]
    fn a_lock_file_that_has_the_release_already_is_known() -> Result<()> {
        let lock = |name: &str| {
            LockFile::parse(&format!(
                "[[package]]\nname = \"{name}\"\nversion = \"0.3.10+9.0.33\"\n"
            ))
        };
        let with_it = lock("phonenumber")?;
        assert!(has_locked(&with_it, "0.3.10"));
        assert!(!has_locked(&with_it, "0.3.1") && !has_locked(&with_it, "0.3.9"));
        assert!(!has_locked(&lock("phone")?, "0.3.10"));
        Ok(())
    }

    #[test]
    fn every_manifest_that_names_the_release_can_be_pinned() -> Result<()> {
        for manifest in PINS {
            let text = fs::read_to_string(root().join(manifest))?;
            assert!(pinned(&text, "9.9.9")?.contains("phonenumber = \"=9.9.9\""), "{manifest}");
        }
        Ok(())
    }

    #[test]
    fn the_newest_release_is_the_latest_one_that_cargo_names() {
        let answer =
            |version: &str| format!("phonenumber #tel\nA library\nversion: {version}\nlicense: x");
        for version in
            ["0.3.9+9.0.20 (latest 0.3.10+9.0.33)", "0.3.10+9.0.33", "0.3.10+9.0.33 (from x)"]
        {
            assert_eq!(newest_in(&answer(version)).as_deref(), Some("0.3.10+9.0.33"));
        }
        assert_eq!(newest_in("no such crate"), None);
    }

    #[test]
    fn only_regions_whose_rows_differ_are_named() {
        let old = "# 1\nAA\t3\nBB\t4\nCC\t5\n";
        let new = "# 2\nAA\t3\nBB\t5\nDD\t5\n";
        assert_eq!(regions_that_differ(old, new), BTreeSet::from(["BB", "CC", "DD"]));
    }
}

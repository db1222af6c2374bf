//! Compares the core with Google's own algorithm: brings the reference (the Python package
//! `phonenumbers` of the very release of metadata that the core is compiled from) and the program that
//! asks the core, and runs `tests/judge/judge.py` with both.

use crate::{
    apt,
    shell::{Outcome, ask, command, find, run, run_watched, say, target},
    tools,
};
use anyhow::{Context, Result, bail};
use sparekey::phone::METADATA_VERSION;
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// The numbers of the suite: always the same ones.
pub(crate) const SUITE: Options = Options { count: 150_000, seed: 20_261_121 };

/// What to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// How many numbers at least.
    pub(crate) count: u64,
    /// The same seed gives the same numbers.
    pub(crate) seed: u64,
}

impl Options {
    /// `--count N --seed S`, both optional.
    pub(crate) fn read(arguments: &[String]) -> Result<Self> {
        let mut options = SUITE;
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value = rest.next().with_context(|| format!("{name} needs a number"))?;
            let value =
                value.replace('_', "").parse().with_context(|| format!("{name} {value}"))?;
            match name.as_str() {
                "--count" => options.count = value,
                "--seed" => options.seed = value,
                other => bail!("no option `{other}`; there are --count and --seed"),
            }
        }
        Ok(options)
    }
}

/// How many groups of numbers were compared without and with differences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) equal: u32,
    pub(crate) different: u32,
}

/// Runs the comparison with the core as it is on disk, and prints what differs.
pub(crate) fn compare(options: Options, metadata: &str) -> Result<Verdict> {
    let python = python(metadata)?;
    let check = check()?;
    let differences = target().join("judge-differences.jsonl");
    say(&format!("Comparing at least {} numbers with phonenumbers {metadata}", options.count));
    let Outcome { success, output } = run_watched(
        command(python, ".")?
            .arg("tests/judge/judge.py")
            .arg("--check")
            .arg(check)
            .arg("--differences")
            .arg(&differences)
            .args(["--count", &options.count.to_string(), "--seed", &options.seed.to_string()])
            .env("PYTHONUNBUFFERED", "1"),
    )?;
    let mut verdict = verdict(&output);
    if verdict.different > 0 {
        second_opinion(&differences)?;
    } else if !success {
        // It ended before it printed a count.
        verdict.different = 1;
    }
    Ok(verdict)
}

/// [`compare`] with the reference of the release that this program was built with.
pub(crate) fn compare_as_built(options: Options) -> Result<Verdict> {
    compare(options, METADATA_VERSION)
}

/// Lines `   10,000 numbers,      0 different: <group>`.
fn verdict(output: &str) -> Verdict {
    let mut verdict = Verdict::default();
    for line in output.lines() {
        let Some((_, rest)) = line.split_once(" numbers, ") else { continue };
        let Some((different, _)) = rest.split_once(" different: ") else { continue };
        match different.trim() {
            "0" => verdict.equal += 1,
            _ => verdict.different += 1,
        }
    }
    verdict
}

/// Asks Google's own JavaScript library too, about the numbers on which the core and the reference differ.
fn second_opinion(differences: &Path) -> Result<()> {
    tools::packages_of("tests/judge")?;
    say("The second opinion: google-libphonenumber");
    run(command("node", ".")?.arg("tests/judge/second_opinion.mjs").stdin(File::open(differences)?))
}

/// Builds the program that asks the core, and returns its path.
fn check() -> Result<PathBuf> {
    run(command("cargo", ".")?.args(["build", "--quiet", "--release", "--example", "check"]))?;
    Ok(target().join(format!("release/examples/check{}", std::env::consts::EXE_SUFFIX)))
}

/// A Python environment in `target/` that has the reference installed.
pub(crate) fn python(metadata: &str) -> Result<PathBuf> {
    let folder = target().join("judge-python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let version = "import phonenumbers; print(phonenumbers.__version__)";
    if ask(&python, &["-c", version]).as_deref() == Some(metadata) {
        return Ok(python);
    }
    if ask(&python, &["-m", "pip", "--version"]).is_none() {
        make_environment(&folder)?;
    }
    say(&format!("Installing phonenumbers {metadata} with pip (half a minute, once)"));
    run(command(&python, ".")?
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("phonenumbers=={metadata}")))?;
    Ok(python)
}

fn make_environment(folder: &Path) -> Result<()> {
    let mut system = find(&["python3", "python"]);
    let can_make = |python: &PathBuf| ask(python, &["-c", "import venv, ensurepip"]).is_some();
    if !system.as_ref().is_some_and(can_make) {
        // Debian has the module in a package of its own.
        apt::install(&["python3", "python3-venv"])?;
        system = find(&["python3", "python"]);
    }
    let Some(system) = system.filter(can_make) else {
        bail!(
            "Python 3 with its module venv is missing; please install both (on Debian python3-venv)"
        );
    };
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    say("Making a Python environment in target/judge-python");
    run(command(system, ".")?.args(["-m", "venv"]).arg(folder))
}

/// The day on which the release of the reference was built, from the dates of the files in its
/// package; Google's metadata do not carry one, and the reference follows them within days.
pub(crate) fn release_date(metadata: &str) -> Result<String> {
    let python = python(metadata)?;
    let folder = target().join("judge-python-wheel");
    fs::create_dir_all(&folder)?;
    run(command(&python, ".")?
        .args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--dest",
        ])
        .arg(&folder)
        .arg(format!("phonenumbers=={metadata}")))?;
    let newest = "import glob, sys, zipfile\n\
                  wheel, = glob.glob(sys.argv[1])\n\
                  print('%04d-%02d-%02d' % max(f.date_time for f in zipfile.ZipFile(wheel).infolist())[:3])";
    let wheel = folder.join(format!("phonenumbers-{metadata}-*.whl"));
    ask(&python, &["-c", newest, &wheel.to_string_lossy()])
        .with_context(|| format!("no dates in the package of phonenumbers {metadata}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_numbers_are_counted_and_totals_are_not() {
        let output = "   10,000 numbers,      0 different: extensions\n\
                      \x20   1,000 numbers,     12 different: tel: URIs\n\
                      '+81' in 'JP' (tel: URIs)\n\
                      11,000 numbers, 12 different; seed 1, metadata 9.9.9, 3 s\n";
        assert_eq!(verdict(output), Verdict { equal: 1, different: 1 });
    }

    #[test]
    fn options_are_read_and_unknown_ones_refused() -> Result<()> {
        let read = |arguments: &[&str]| {
            Options::read(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(read(&[])?, SUITE);
        assert_eq!(
            read(&["--seed", "7", "--count", "5_000_000"])?,
            Options { count: 5_000_000, seed: 7 }
        );
        assert!(read(&["--count"]).is_err());
        assert!(read(&["--count", "many"]).is_err());
        assert!(read(&["--size", "7"]).is_err());
        Ok(())
    }
}

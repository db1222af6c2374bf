//! The whole test suite, part by part; counts every test and ends with `N passed, N failed`.

use crate::{
    artifacts, judge,
    locks::OUTSIDE_WORKSPACE,
    shell::{Outcome, command, find, npm, root, run_watched, say, target},
    tools::{self, Browsers},
};
use anyhow::{Result, bail};
use serde_json::json;
use std::{
    fs,
    ops::AddAssign,
    process::{Command, ExitCode},
};

/// Tests counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u32,
    failed: u32,
    /// Could not be run on this machine; the test's own output says why.
    skipped: u32,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// A part of the suite that can be run by itself.
struct Part {
    name: &'static str,
    run: fn() -> Result<Tally>,
}

const PARTS: [Part; 6] = [
    Part { name: "rust", run: rust },
    Part { name: "judge", run: judge },
    Part { name: "wasm", run: wasm },
    Part { name: "typescript", run: typescript },
    Part { name: "browser", run: browser },
    Part { name: "pages", run: pages },
];

/// Runs the named parts, or all.
pub(crate) fn run(names: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        bail!("no part `{unknown}`; there are {}", PARTS.map(|part| part.name).join(", "));
    }
    let mut total = Tally::default();
    let is_wanted = |part: &&Part| names.is_empty() || names.iter().any(|name| name == part.name);
    for part in PARTS.iter().filter(is_wanted) {
        // A part that cannot run at all is a failure, and the others are still worth running.
        total += (part.run)().unwrap_or_else(|error| {
            eprintln!("\n{}: {error:#}", part.name);
            Tally { failed: 1, ..Tally::default() }
        });
    }
    let skipped = match total.skipped {
        0 => String::new(),
        count => format!(", {count} skipped"),
    };
    println!("\n{} passed, {} failed{skipped}", total.passed, total.failed);
    Ok(if total.failed == 0 && total.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn rust() -> Result<Tally> {
    let mut tally = Tally::default();
    say("Formatting");
    tally += single(command("cargo", ".")?.args(["fmt", "--all", "--check"]))?;
    say("Lints");
    tally += single(command("cargo", ".")?.args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    say("Rust tests");
    tally += counted(
        command("cargo", ".")?.args(["test", "--workspace", "--no-fail-fast"]),
        rust_tally,
    )?;
    say("Documentation");
    tally += single(
        command("cargo", ".")?
            .args(["doc", "--quiet", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    for folder in OUTSIDE_WORKSPACE {
        say(&format!("Whether {folder} compiles (the first time it downloads its dependencies)"));
        tally += single(
            command("cargo", folder)?
                .args(["check", "--quiet", "--locked", "--target-dir"])
                .arg(target().join("outside"))
                // Keeps the fuzzer's own library, which nothing is linked with here, from being
                // compiled: that takes a C++ compiler. Fuzzing itself takes a nightly one.
                .env("CUSTOM_LIBFUZZER_PATH", "not-linked/libfuzzer.a"),
        )?;
    }
    Ok(tally)
}

/// The phone core against Google's algorithm; one test is one group of numbers.
fn judge() -> Result<Tally> {
    let verdict = judge::compare_as_built(judge::SUITE)?;
    Ok(Tally { passed: verdict.equal, failed: verdict.different, skipped: 0 })
}

/// The core as the browsers run it.
fn wasm() -> Result<Tally> {
    tools::for_building()?;
    let browsers = tools::for_tests()?;
    let mut tally = Tally::default();
    for (browser, driver, capabilities) in capabilities(&browsers) {
        let file = root().join(format!("target/webdriver-{browser}.json"));
        fs::create_dir_all(root().join("target"))?;
        fs::write(&file, capabilities.to_string())?;
        say(&format!("The core's tests in {browser}"));
        let mut test = command("wasm-pack", ".")?;
        test.args(["test", "--headless", &format!("--{browser}")])
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &file)
            // Seconds; the module is not optimized, and goes through every recorded page.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "600");
        // wasm-pack downloads a driver unless it is told of one.
        if let Some(path) = find(&[driver]) {
            test.arg(format!("--{driver}")).arg(path);
        }
        // Whatever stands behind the folder goes to cargo.
        test.args(["wasm", "--lib"]);
        tally += counted(&mut test, rust_tally)?;
    }
    Ok(tally)
}

/// Switches that keep a browser from calling its maker, and that let root run it.
fn capabilities(browsers: &Browsers) -> [(&'static str, &'static str, serde_json::Value); 2] {
    let chrome = json!({ "goog:chromeOptions": {
        "binary": browsers.chromium,
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    }});
    let firefox = json!({ "moz:firefoxOptions": { "binary": browsers.firefox } });
    [("chrome", "chromedriver", chrome), ("firefox", "geckodriver", firefox)]
}

fn typescript() -> Result<Tally> {
    artifacts::build_all()?;
    tools::packages_of("tests")?;
    tools::packages_of("benches")?;
    let mut tally = Tally::default();
    say("Format and lints of TypeScript");
    tally += single(&mut npm("extension", "lint")?)?;
    for folder in ["extension", "tests", "benches"] {
        say(&format!("Types of {folder}/"));
        tally += single(&mut npm(folder, "check")?)?;
    }
    say("The extension's unit tests");
    tally += counted(&mut npm("extension", "test")?, node_tally)?;
    Ok(tally)
}

fn browser() -> Result<Tally> {
    in_browsers("test", "End to end in Chromium and Firefox")
}

/// Every practice page of the table of expectations.
fn pages() -> Result<Tally> {
    in_browsers("test:expectations", "Every practice page, and exactly its rules")
}

fn in_browsers(script: &str, what: &str) -> Result<Tally> {
    artifacts::build_all()?;
    let browsers = tools::for_tests()?;
    say("Building the mock portal");
    let mut tally = single(&mut npm("tests", "build")?)?;
    say(what);
    let mut test = npm("tests", script)?;
    test.env("CHROMIUM", &browsers.chromium).env("FIREFOX", &browsers.firefox);
    tally += counted(&mut test, node_tally)?;
    Ok(tally)
}

/// Runs a check that has no count: it is one test, and its exit code says whether it passed.
fn single(command: &mut Command) -> Result<Tally> {
    let success = run_watched(command)?.success;
    Ok(Tally { passed: success.into(), failed: (!success).into(), skipped: 0 })
}

/// Runs a test runner whose output says how many tests passed and failed.
fn counted(command: &mut Command, count: fn(&str) -> Tally) -> Result<Tally> {
    let Outcome { success, output } = run_watched(command)?;
    let mut tally = count(&output);
    // It ended before it printed a count (a compile error, a crash), or ran no test at all.
    if (!success && tally.failed == 0) || tally == Tally::default() {
        tally.failed += 1;
    }
    Ok(tally)
}

/// `test result: ok. 12 passed; 0 failed; …`, once for each test binary.
fn rust_tally(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines().filter(|line| line.contains("test result:")) {
        tally.passed += number_before(line, " passed");
        tally.failed += number_before(line, " failed");
    }
    tally
}

/// `ℹ pass 12` and `ℹ fail 0`, as Node's spec reporter ends.
fn node_tally(output: &str) -> Tally {
    let number = |word: &str| -> u32 {
        let line_start = format!("ℹ {word} ");
        output
            .lines()
            .filter_map(|line| line.strip_prefix(&line_start)?.trim().parse::<u32>().ok())
            .sum()
    };
    // A cancelled test (a time-out) has not passed either.
    Tally {
        passed: number("pass"),
        failed: number("fail") + number("cancelled"),
        skipped: number("skipped"),
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    line.split_once(word)
        .and_then(|(before, _)| before.rsplit([' ', '\u{1b}']).next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_cargo_prints() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; finished in 0.02s\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; finished in 0.02s\n";
        assert_eq!(rust_tally(output), Tally { passed: 15, failed: 2, skipped: 0 });
    }

    #[test]
    fn counts_what_node_prints() {
        let output = "✔ a test that says pass 7 (1ms)\nℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\n";
        assert_eq!(node_tally(output), Tally { passed: 4, failed: 2, skipped: 1 });
    }
}

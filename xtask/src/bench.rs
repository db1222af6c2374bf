//! Measures the phone core beside the libraries that people use: all of them on the same lists, in one
//! Chromium process or in one native process, by turns. Prints one table, writes `target/bench.json`
//! and, where it is told to, the table of `docs/bench.md`. How each library is called is in `benches/`.

use crate::{
    artifacts,
    core_size::Size,
    measuring::{Section, Times, load, record, writes_docs},
    shell::{ask, command, npm, root, run, say, target},
    tools,
};
use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{fmt::Write as _, fs, path::PathBuf, process::Stdio};

/// What the others are compared with: the library that most pages use.
const COMPARED_WITH: &str = "libphonenumber-js/max";

const SECTION: Section =
    Section { begin: "<!-- written by cargo xtask bench -->\n", end: "<!-- end -->\n" };

/// Everything that goes into the table.
#[derive(Debug, Serialize)]
struct Results {
    machine: String,
    /// Before and after.
    load: [String; 2],
    /// The release of the numbering metadata.
    metadata: &'static str,
    sizes: Sizes,
    browser: InBrowser,
    native: Vec<List>,
}

#[derive(Debug, Serialize)]
struct Sizes {
    core: Size,
    automaton: Size,
}

/// What `benches/src/run.ts` prints.
#[derive(Debug, Deserialize, Serialize)]
struct InBrowser {
    /// Chromium's.
    version: String,
    lists: Vec<List>,
    first: Vec<FirstCheck>,
}

/// One list of numbers, gone through by every library.
#[derive(Debug, Deserialize, Serialize)]
struct List {
    list: String,
    libraries: Vec<Library>,
    /// Numbers that google-libphonenumber judges differently; compared in the browser alone.
    #[serde(default)]
    differences: Vec<Value>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Library {
    library: String,
    /// How many numbers the list has.
    lines: u64,
    /// How many of them are valid.
    valid: u64,
    /// For one number, of each round.
    nanoseconds: Vec<f64>,
}

/// A library's first number in a page of its own, in milliseconds.
#[derive(Debug, Deserialize, Serialize)]
struct FirstCheck {
    library: String,
    /// Until it can be called; JavaScript is parsed as it is loaded, and has none.
    ready: Option<f64>,
    check: f64,
}

impl Library {
    fn times(&self) -> Times {
        Times::of(self.nanoseconds.iter().copied())
    }
}

/// Measures everything.
pub(crate) fn run_bench(arguments: &[String]) -> Result<()> {
    let write_docs = writes_docs(arguments, "cargo xtask bench")?;
    artifacts::build_core()?;
    let chromium = tools::for_benches()?;
    say("Building the native comparison (the first time about 4 minutes)");
    run(command("cargo", "benches/native")?
        .args(["build", "--release", "--locked", "--target-dir"])
        .arg(target().join("outside")))?;
    say("Building the page");
    run(&mut npm("benches", "build")?)?;
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    let lists = folder.join("lists.json");
    fs::write(&lists, native("lists")?)?;
    let load_before = load();
    say("Measuring in Chromium (about half a minute)");
    let browser = serde_json::from_str(&output(
        command("node", "benches")?
            .arg("dist/run.mjs")
            .arg(&lists)
            .arg(root().join("pkg"))
            .env("CHROMIUM", &chromium),
    )?)?;
    say("Measuring natively (about half a minute)");
    let native = serde_json::from_str(&native("run")?)?;
    let results = Results {
        machine: machine(),
        load: [load_before, load()],
        metadata: sparekey::phone::METADATA_VERSION,
        sizes: sizes()?,
        browser,
        native,
    };
    record(&results)?;
    let table = table(&results)?;
    println!("{table}");
    if write_docs {
        SECTION.write(&table)?;
    }
    agrees_with_google(&results)
}

fn native(what: &str) -> Result<String> {
    let program = format!("outside/release/bench-native{}", std::env::consts::EXE_SUFFIX);
    output(command(target().join(program), ".")?.arg(what))
}

/// What a program prints; an exit code other than 0 is an error.
fn output(command: &mut std::process::Command) -> Result<String> {
    let program = PathBuf::from(command.get_program());
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("{} ended with {}", program.display(), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Bytes of the core, and of the automaton in it.
fn sizes() -> Result<Sizes> {
    let transitions = sparekey::phone::automaton();
    let bytes: Vec<u8> = transitions.iter().flat_map(|word| word.to_le_bytes()).collect();
    Ok(Sizes { core: Size::of_core()?, automaton: Size::of(&bytes)? })
}

/// The processor, and how many there are.
fn machine() -> String {
    let cpus = std::thread::available_parallelism().map_or(0, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(':'))
        .map_or("unknown processor", |(_, model)| model.trim());
    let rust = ask("rustc", &["--version"]).unwrap_or_default();
    let node = ask("node", &["--version"]).unwrap_or_default();
    format!("{model}, {cpus} cores, {}; {rust}; Node {node}", std::env::consts::OS)
}

fn table(results: &Results) -> Result<String> {
    let Results { machine, load: [before, after], metadata, sizes, browser, native } = results;
    let mut out = String::new();
    writeln!(
        out,
        "{machine}; Chromium {}; metadata {metadata}; load before and after: {before}, {after} (1 for each core that is busy).\n",
        browser.version,
    )?;
    writeln!(
        out,
        "Nanoseconds a number: the median of the rounds (the fastest to the slowest).\n"
    )?;
    writeln!(
        out,
        "| list | library | runs in | numbers | valid | ns a number | times as fast as {COMPARED_WITH} |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    for (runs_in, lists) in [("Chromium", &browser.lists), ("native", native)] {
        for List { list, libraries, .. } in lists {
            let compared = median_of_compared(browser, list);
            for library in libraries {
                let times = library.times();
                writeln!(
                    out,
                    "| {list} | {} | {runs_in} | {} | {} | {:.0} ({:.0} to {:.0}) | {:.*} |",
                    library.library,
                    library.lines,
                    library.valid,
                    times.median(),
                    times.fastest(),
                    times.slowest(),
                    usize::from(compared < 10.0 * times.median()),
                    compared / times.median(),
                )?;
            }
        }
    }
    writeln!(
        out,
        "\n| library | ms until it can be called | ms for the first number |\n|---|---|---|"
    )?;
    for library in ["sparekey", COMPARED_WITH, "google-libphonenumber"] {
        let of_library = || browser.first.iter().filter(|first| first.library == library);
        let ready = Times::of(of_library().filter_map(|first| first.ready));
        let check = Times::of(of_library().map(|first| first.check));
        let ready = match ready.count() {
            0 => "–".to_owned(),
            _ => format!("{:.1}", ready.median()),
        };
        writeln!(
            out,
            "| {library} | {ready} | {:.2} ({:.2} to {:.2}) |",
            check.median(),
            check.fastest(),
            check.slowest(),
        )?;
    }
    writeln!(out, "\n| size | bytes | gzip -9 |\n|---|---|---|")?;
    for (name, Size { raw, packed }) in
        [("whole core", sizes.core), ("of it, the automaton", sizes.automaton)]
    {
        writeln!(out, "| {name} | {raw} | {packed} |")?;
    }
    Ok(out)
}

/// What the library that the others are compared with takes for a number of the list, in Chromium.
fn median_of_compared(browser: &InBrowser, list: &str) -> f64 {
    let lists = browser.lists.iter().filter(|of| of.list == list);
    lists
        .flat_map(|of| &of.libraries)
        .find(|library| library.library == COMPARED_WITH)
        .map_or(f64::NAN, |library| library.times().median())
}

/// # Errors
/// When a number is judged differently: being faster at another answer is worth nothing.
fn agrees_with_google(results: &Results) -> Result<()> {
    let mut differences = 0;
    for list in &results.browser.lists {
        for difference in &list.differences {
            differences += 1;
            eprintln!("{}: not as google-libphonenumber: {difference}", list.list);
        }
    }
    if differences > 0 {
        bail!(
            "{differences} numbers are judged differently from google-libphonenumber (is its metadata of another release?)"
        );
    }
    println!("On every number of every list, valid or not is what google-libphonenumber says.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn results(differences: &Value) -> Results {
        let libraries = json!([
            { "library": "sparekey", "lines": 4, "valid": 3, "nanoseconds": [10, 30, 20] },
            { "library": COMPARED_WITH, "lines": 4, "valid": 3, "nanoseconds": [900, 1000, 1100] },
        ]);
        let size = Size { raw: 2, packed: 1 };
        Results {
            machine: "A processor".to_owned(),
            load: ["0.10".to_owned(), "0.20".to_owned()],
            metadata: "9.0.33",
            sizes: Sizes { core: size, automaton: size },
            browser: serde_json::from_value(json!({
                "version": "1.2",
                "lists": [{ "list": "e164", "libraries": libraries, "differences": differences }],
                "first": [
                    { "library": "sparekey", "ready": 4.0, "check": 0.5 },
                    { "library": COMPARED_WITH, "check": 9.0 },
                ],
            }))
            .expect("what run.ts prints"),
            native: serde_json::from_value(json!([{ "list": "e164", "libraries": libraries }]))
                .expect("what bench-native prints"),
        }
    }

    #[test]
    fn the_table_says_how_much_faster_each_library_is() {
        let table = table(&results(&json!([]))).expect("a table");
        for line in [
            "| e164 | sparekey | Chromium | 4 | 3 | 20 (10 to 30) | 50 |",
            "| e164 | libphonenumber-js/max | native | 4 | 3 | 1000 (900 to 1100) | 1.0 |",
            "| sparekey | 4.0 | 0.50 (0.50 to 0.50) |",
            "| libphonenumber-js/max | – | 9.00 (9.00 to 9.00) |",
            "| whole core | 2 | 1 |",
        ] {
            assert!(table.contains(line), "{line}\n{table}");
        }
    }

    #[test]
    fn a_number_that_google_judges_differently_is_a_failure() {
        assert!(agrees_with_google(&results(&json!([]))).is_ok());
        let difference = json!([{ "line": ["JP", "1"], "ours": true, "google": false }]);
        assert!(agrees_with_google(&results(&difference)).is_err());
    }
}

//! Measures the phone core beside the libraries that people use: all of them on the same lists, in one
//! Chromium process or in one native process, by turns. Prints one table, writes `target/bench.json`
//! and, where it is told to, the table of `docs/bench.md`. How each library is asked is in `benches/`.

use crate::{
    artifacts,
    shell::{ask, command, npm, root, run, say},
    tools,
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{fmt::Write as _, fs, path::PathBuf, process::Stdio};

/// What the others are compared with: the library that most pages use.
const COMPARED_WITH: &str = "libphonenumber-js/max";
/// Between these lines of `docs/bench.md` everything is written by this command.
const MARKS: [&str; 2] = ["<!-- written by cargo xtask bench -->\n", "<!-- end -->\n"];

/// Measures everything.
pub(crate) fn run_bench(arguments: &[String]) -> Result<()> {
    let write_docs = match arguments {
        [] => false,
        [only] if only == "--write-docs" => true,
        _ => bail!("usage: cargo xtask bench [--write-docs]"),
    };
    artifacts::build_core()?;
    let chromium = tools::for_benches()?;
    say("Building the native comparison (the first time about 4 minutes)");
    run(command("cargo", "benches/native")?
        .args(["build", "--release", "--locked"])
        .env_remove("CARGO_TARGET_DIR"))?;
    say("Building the page");
    run(&mut npm("benches", "build")?)?;
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let lists = folder.join("lists.json");
    fs::write(&lists, native("lists")?)?;
    let load_before = load();
    say("Measuring in Chromium (about half a minute)");
    let browser: Value = serde_json::from_str(&output(
        command("node", "benches")?
            .arg("dist/run.mjs")
            .arg(&lists)
            .arg(root().join("pkg"))
            .env("CHROMIUM", &chromium),
    )?)?;
    say("Measuring natively (about half a minute)");
    let native: Value = serde_json::from_str(&native("run")?)?;
    let results = json!({
        "machine": machine(),
        "load": [load_before, load()],
        "metadata": sparekey::phone::METADATA_VERSION,
        "sizes": sizes()?,
        "browser": browser,
        "native": native,
    });
    fs::write(root().join("target/bench.json"), format!("{results:#}\n"))?;
    let table = table(&results)?;
    println!("{table}");
    if write_docs {
        write_into_docs(&table)?;
    }
    agrees_with_google(&results)
}

fn native(what: &str) -> Result<String> {
    let program = root().join("benches/native/target/release/bench-native");
    output(command(program, ".")?.arg(what))
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

/// Bytes of the core, and of the automaton in it, raw and packed as servers and stores pack.
fn sizes() -> Result<Value> {
    let core = root().join("pkg/sparekey_bg.wasm");
    let automaton = root().join("target/bench/automaton.bin");
    let ways: Vec<u8> =
        sparekey::phone::automaton().iter().flat_map(|way| way.to_le_bytes()).collect();
    fs::write(&automaton, &ways)?;
    let packed = |file: &PathBuf| -> Result<usize> {
        let gzip = command("gzip", ".")?.args(["-9", "-c"]).arg(file).output()?;
        Ok(gzip.stdout.len())
    };
    Ok(json!({
        "core": { "raw": fs::metadata(&core)?.len(), "gzip": packed(&core)? },
        "automaton": { "raw": ways.len(), "gzip": packed(&automaton)? },
    }))
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

/// How many programs wanted the processor in the last minute, on average.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}

fn table(results: &Value) -> Result<String> {
    let mut out = String::new();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    writeln!(
        out,
        "{}; Chromium {}; metadata {}; load before and after: {}, {} (1 for each core that is busy).\n",
        text(&results["machine"]),
        text(&results["browser"]["version"]),
        text(&results["metadata"]),
        text(&results["load"][0]),
        text(&results["load"][1]),
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
    for place in ["browser", "native"] {
        let lists = if place == "browser" { &results[place]["lists"] } else { &results[place] };
        for list in lists.as_array().context("no lists")? {
            let compared = compared_with(results, &list["list"]);
            for library in list["libraries"].as_array().context("no libraries")? {
                let times = Times::of(library);
                writeln!(
                    out,
                    "| {} | {} | {} | {} | {} | {:.0} ({:.0} to {:.0}) | {:.*} |",
                    text(&list["list"]),
                    text(&library["library"]),
                    if place == "browser" { "Chromium" } else { "native" },
                    library["lines"],
                    library["valid"],
                    times.median,
                    times.fastest,
                    times.slowest,
                    usize::from(compared < 10.0 * times.median),
                    compared / times.median,
                )?;
            }
        }
    }
    writeln!(
        out,
        "\n| library | ms until it can be called | ms for the first number |\n|---|---|---|"
    )?;
    let first = results["browser"]["first"].as_array().context("no first checks")?;
    for library in ["sparekey", COMPARED_WITH, "google-libphonenumber"] {
        let of_library = || first.iter().filter(|check| check["library"] == library);
        let ready = Times::of_all(of_library().filter_map(|check| check["ready"].as_f64()));
        let check = Times::of_all(of_library().filter_map(|check| check["check"].as_f64()));
        let ready =
            if ready.median > 0.0 { format!("{:.1}", ready.median) } else { "–".to_owned() };
        writeln!(
            out,
            "| {library} | {ready} | {:.2} ({:.2} to {:.2}) |",
            check.median, check.fastest, check.slowest
        )?;
    }
    writeln!(out, "\n| size | bytes | gzip -9 |\n|---|---|---|")?;
    for (name, size) in [("whole core", "core"), ("of it, the automaton", "automaton")] {
        let size = &results["sizes"][size];
        writeln!(out, "| {name} | {} | {} |", size["raw"], size["gzip"])?;
    }
    Ok(out)
}

fn compared_with(results: &Value, list: &Value) -> f64 {
    let lists = results["browser"]["lists"].as_array().into_iter().flatten();
    lists
        .filter(|of| of["list"] == *list)
        .flat_map(|of| of["libraries"].as_array().into_iter().flatten())
        .find(|library| library["library"] == COMPARED_WITH)
        .map_or(f64::NAN, |library| Times::of(library).median)
}

struct Times {
    fastest: f64,
    median: f64,
    slowest: f64,
}

impl Times {
    fn of(library: &Value) -> Self {
        let rounds = library["nanoseconds"].as_array().into_iter().flatten();
        Self::of_all(rounds.filter_map(Value::as_f64))
    }

    fn of_all(rounds: impl Iterator<Item = f64>) -> Self {
        let mut rounds: Vec<f64> = rounds.collect();
        rounds.sort_by(f64::total_cmp);
        let at = |index: usize| rounds.get(index).copied().unwrap_or_default();
        Self {
            fastest: at(0),
            median: at(rounds.len() / 2),
            slowest: at(rounds.len().saturating_sub(1)),
        }
    }
}

/// Speed is worth nothing where the answer is another one.
fn agrees_with_google(results: &Value) -> Result<()> {
    let mut differences = 0;
    for list in results["browser"]["lists"].as_array().context("no lists")? {
        for difference in list["differences"].as_array().context("no differences")? {
            differences += 1;
            eprintln!("{}: not as google-libphonenumber: {difference}", list["list"]);
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

fn write_into_docs(table: &str) -> Result<()> {
    let file = root().join("docs/bench.md");
    let page = fs::read_to_string(&file)?;
    let [begin, end] = MARKS;
    let (before, rest) = page.split_once(begin).context("docs/bench.md has lost its marks")?;
    let (_, after) = rest.split_once(end).context("docs/bench.md has lost its end mark")?;
    Ok(fs::write(&file, format!("{before}{begin}{table}{end}{after}"))?)
}

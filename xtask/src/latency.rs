//! Measures how long a hint takes, from the last key to the frame in which it is drawn, and the popup until
//! its first frame, with the built extension on the practice pages. It owns the sums and where they are
//! written; the moments are taken in `tests/browser/latency.ts`.

use crate::{
    artifacts,
    shell::{command, npm, root, run, say},
    tools,
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{fmt::Write as _, fs, process::Stdio};

/// Between these lines of `docs/bench.md` everything is written by this command.
const MARKS: [&str; 2] =
    ["<!-- written by cargo xtask bench hints -->\n", "<!-- end of hints -->\n"];

/// How often the last key is typed, and how long a hint may take after the deliberate pause.
struct Case {
    name: &'static str,
    repetitions: usize,
    /// Milliseconds, for 95 of 100.
    most: f64,
}

const CASES: [Case; 2] = [
    Case { name: "awake", repetitions: 200, most: 30.0 },
    Case { name: "asleep", repetitions: 40, most: 120.0 },
];

/// How often the popup is opened with the background awake, and with the background asleep.
const POPUPS: usize = 40;
/// Milliseconds until the popup's first frame, for 95 of 100.
const MOST_FOR_POPUP: f64 = 100.0;

/// Measures, prints, writes into `target/bench.json` and, where it is told to, `docs/bench.md`.
///
/// # Errors
/// Also when a hint or the popup takes longer than it may.
pub(crate) fn run_latency(arguments: &[String]) -> Result<()> {
    let write_docs = match arguments {
        [] => false,
        [only] if only == "--write-docs" => true,
        _ => bail!("usage: cargo xtask bench hints [--write-docs]"),
    };
    artifacts::build_all()?;
    let chromium = tools::for_demo()?;
    say("Building the practice pages");
    run(&mut npm("tests", "build")?)?;
    let load_before = load();
    say("Typing (about five minutes)");
    let mut typing = command("node", "tests")?;
    typing.arg("portal/dist/node/browser/latency.mjs").env("CHROMIUM", &chromium);
    for Case { name, repetitions, .. } in CASES {
        typing.arg(format!("--{name}")).arg(repetitions.to_string());
    }
    typing.arg("--popups").arg(POPUPS.to_string());
    let output = typing.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("typing ended with {}", output.status);
    }
    let mut measured: Value = serde_json::from_slice(&output.stdout)?;
    measured["load"] = json!([load_before, load()]);
    write_beside_the_rest(&measured)?;
    let table = table(&measured)?;
    println!("{table}");
    if write_docs {
        write_into_docs(&table)?;
    }
    is_fast_enough(&measured)
}

/// How many programs wanted the processor in the last minute, on average.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}

fn write_beside_the_rest(measured: &Value) -> Result<()> {
    let file = root().join("target/bench.json");
    let mut all: Value = fs::read_to_string(&file)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_else(|| json!({}));
    all["hints"] = measured.clone();
    fs::create_dir_all(root().join("target"))?;
    Ok(fs::write(file, format!("{all:#}\n"))?)
}

fn table(measured: &Value) -> Result<String> {
    let pause = pause(measured)?;
    let mut out = String::new();
    writeln!(
        out,
        "Chromium {}; load before and after: {}, {} (1 for each core that is busy).\n",
        measured["version"].as_str().unwrap_or_default(),
        measured["load"][0].as_str().unwrap_or_default(),
        measured["load"][1].as_str().unwrap_or_default(),
    )?;
    writeln!(
        out,
        "Milliseconds from the last key; the deliberate pause of {pause:.0} is in them.\n"
    )?;
    writeln!(
        out,
        "| background | times | until | median | 95 of 100 | slowest | 95 of 100, without the pause | at most |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|")?;
    for Case { name, most, .. } in CASES {
        for (moment, words) in [
            ("keyHandled", "the page has the key"),
            ("cardPlaced", "the card is in its place"),
            ("drawn", "its frame is drawn"),
        ] {
            let times = Times::of(&measured[name], name, moment)?;
            write!(
                out,
                "| {name} | {} | {words} | {:.1} | {:.1} | {:.1} |",
                times.0.len(),
                times.at(50),
                times.at(95),
                times.at(100),
            )?;
            if moment == "drawn" {
                writeln!(out, " {:.1} | {most:.0} |", times.at(95) - pause)?;
            } else {
                writeln!(out, " | |")?;
            }
        }
    }
    out.push_str(
        "\nThe toolbar's own popup, in milliseconds since the browser began with its document:\n\n",
    );
    writeln!(out, "| background | times | until | median | 95 of 100 | slowest | at most |")?;
    writeln!(out, "|---|---|---|---|---|---|---|")?;
    for Case { name, .. } in CASES {
        for (moment, words, most) in [
            ("firstFrame", "its first frame is drawn", Some(MOST_FOR_POPUP)),
            ("answer", "what it says of the page is drawn", None),
        ] {
            let times = Times::of(&measured["popup"][name], name, moment)?;
            writeln!(
                out,
                "| {name} | {} | {words} | {:.0} | {:.0} | {:.0} | {} |",
                times.0.len(),
                times.at(50),
                times.at(95),
                times.at(100),
                most.map(|most| format!("{most:.0}")).unwrap_or_default(),
            )?;
        }
    }
    Ok(out)
}

fn pause(measured: &Value) -> Result<f64> {
    measured["pause"].as_f64().context("no pause")
}

/// Milliseconds since the last key, from the shortest to the longest; never empty.
struct Times(Vec<f64>);

impl Times {
    fn of(samples: &Value, case: &str, moment: &str) -> Result<Self> {
        let samples = samples.as_array().context("no samples")?;
        // A moment that was missed is null in JSON.
        let times: Option<Vec<f64>> =
            samples.iter().map(|sample| sample[moment].as_f64()).collect();
        let mut times = times
            .filter(|times| !times.is_empty())
            .with_context(|| format!("{case}: no {moment}"))?;
        times.sort_by(f64::total_cmp);
        Ok(Self(times))
    }

    /// The time within which so many of a hundred were done.
    fn at(&self, of_hundred: usize) -> f64 {
        let rank = (self.0.len() * of_hundred).div_ceil(100).saturating_sub(1);
        self.0.get(rank).copied().unwrap_or(f64::NAN)
    }
}

fn is_fast_enough(measured: &Value) -> Result<()> {
    let pause = pause(measured)?;
    for Case { name, most, .. } in CASES {
        let beyond = Times::of(&measured[name], name, "drawn")?.at(95) - pause;
        if beyond > most {
            bail!(
                "{name}: 95 of 100 hints took {beyond:.1} ms beyond the pause; {most:.0} are allowed (is the machine at rest?)"
            );
        }
        let popup = Times::of(&measured["popup"][name], name, "firstFrame")?.at(95);
        if popup > MOST_FOR_POPUP {
            bail!(
                "{name}: 95 of 100 popups took {popup:.0} ms to their first frame; {MOST_FOR_POPUP:.0} are allowed (is the machine at rest?)"
            );
        }
    }
    println!("95 of 100 hints and popups are drawn within what is allowed.");
    Ok(())
}

fn write_into_docs(table: &str) -> Result<()> {
    let file = root().join("docs/bench.md");
    let page = fs::read_to_string(&file)?;
    let [begin, end] = MARKS;
    let (before, rest) =
        page.split_once(begin).context("docs/bench.md has lost its marks of hints")?;
    let (_, after) =
        rest.split_once(end).context("docs/bench.md has lost its end mark of hints")?;
    Ok(fs::write(&file, format!("{before}{begin}{table}{end}{after}"))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_time_within_which_so_many_were_done() {
        let samples: Vec<_> = (1..=20).rev().map(|time| json!({ "drawn": time })).collect();
        let times = Times::of(&json!(samples), "awake", "drawn").ok();
        let at = |of_hundred| times.as_ref().map(|times| times.at(of_hundred));
        assert_eq!([at(50), at(95), at(100)], [Some(10.0), Some(19.0), Some(20.0)]);
    }

    #[test]
    fn takes_no_sum_of_samples_that_missed_a_moment() {
        let samples = json!([{ "drawn": 1.0 }, { "drawn": null }]);
        assert!(Times::of(&samples, "awake", "drawn").is_err());
    }
}

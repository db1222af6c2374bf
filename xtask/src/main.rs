//! The project's own commands. Each installs what it needs and finds missing, says so while it
//! does it, and does nothing twice.

#![expect(clippy::print_stdout, reason = "a command line program: standard output is its result")]

mod apt;
mod artifacts;
mod bench;
mod core_size;
mod demo;
mod fingerprint;
mod judge;
mod latency;
mod locks;
mod measuring;
mod plan_changes;
mod refresh;
mod shell;
mod short_numbers;
mod suite;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build            pkg/ and the unpacked extensions dist/chromium, dist/firefox
cargo xtask test [PART …]    everything, or the named parts: rust, judge, wasm, typescript, browser
                             and pages (every practice page, ten minutes)
cargo xtask judge [--count N] [--seed S]
                             the phone core against Google's algorithm, number by number
cargo xtask refresh [--to VERSION]
                             another release of the numbering metadata, and what changed in it
cargo xtask demo             the practice pages in a browser with the extension installed
cargo xtask demo --headless  goes through them by itself, prints each hint and saves pictures to
                             target/demo (so it does where there is no display); with --all, wrong
                             numbers of each kind and wrong methods too, in every look
cargo xtask bench [--write-docs]
                             the phone core beside other libraries: one table, target/bench.json
                             (and docs/bench.md)
cargo xtask bench hints [--write-docs]
                             from the last key to the drawn hint, in Chromium: one table, into the
                             same files";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    match command {
        "build" => artifacts::build_all()?,
        "test" => return suite::run(rest),
        "judge" => {
            let verdict = judge::compare_as_built(judge::Options::read(rest)?)?;
            return Ok(ExitCode::from(u8::from(verdict.different > 0)));
        }
        "refresh" => return refresh::refresh(rest),
        "demo" => demo::run_demo(rest)?,
        "bench" => match rest.split_first() {
            Some((what, rest)) if what == "hints" => latency::run_latency(rest)?,
            _ => bench::run_bench(rest)?,
        },
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("no command `{other}`\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

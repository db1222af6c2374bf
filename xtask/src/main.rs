//! The project's own commands. Each installs what it needs and finds missing, says so while it
//! does it, and does nothing twice.

mod artifacts;
mod bench;
mod demo;
mod shell;
mod suite;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask build            pkg/ and the unpacked extensions dist/chromium, dist/firefox
cargo xtask test [PART …]    everything, or the named parts: rust, wasm, typescript, browser
cargo xtask demo             the practice pages in a browser with the extension installed
                             (without a display: headless, prints each hint, saves screenshots)
cargo xtask bench [--write-docs]
                             the phone core beside other libraries: one table, target/bench.json
                             (and docs/bench.md)";

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
        "demo" => demo::run_demo(rest)?,
        "bench" => bench::run_bench(rest)?,
        "help" | "--help" | "-h" => println!("{HELP}"),
        other => bail!("no command `{other}`\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

//! What all benches share: the load of the machine, sums over repetitions, the table in
//! `docs/bench.md`, and the entries of `target/bench.json`. It measures nothing itself.

use crate::shell::{root, target};
use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::{Map, Value};
use std::fs;

/// Whether the tables are to be written into `docs/bench.md`, from a bench's arguments.
pub(crate) fn writes_docs(arguments: &[String], usage: &str) -> Result<bool> {
    match arguments {
        [] => Ok(false),
        [only] if only == "--write-docs" => Ok(true),
        _ => bail!("usage: {usage} [--write-docs]"),
    }
}

/// How many programs wanted the processor in the last minute, on average.
pub(crate) fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}

/// Sets entries of `target/bench.json`, and keeps the other ones.
pub(crate) fn record(entries: &impl Serialize) -> Result<()> {
    let file = target().join("bench.json");
    let mut all: Map<String, Value> = fs::read_to_string(&file)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let Value::Object(entries) = serde_json::to_value(entries)? else {
        bail!("a bench must record an object");
    };
    all.extend(entries);
    fs::create_dir_all(target())?;
    Ok(fs::write(file, format!("{:#}\n", Value::Object(all)))?)
}

/// The part of `docs/bench.md` that a command writes, between two lines that mark it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Section {
    /// With the line feed, as is the other one.
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

impl Section {
    /// Writes the table in place of what is between the marks.
    pub(crate) fn write(self, table: &str) -> Result<()> {
        let file = root().join("docs/bench.md");
        let page = self.replaced(&fs::read_to_string(&file)?, table).context("docs/bench.md")?;
        Ok(fs::write(&file, page)?)
    }

    fn replaced(self, page: &str, table: &str) -> Result<String> {
        let Self { begin, end } = self;
        let missing = |mark: &str| format!("the mark {} is missing", mark.trim());
        let (before, rest) = page.split_once(begin).with_context(|| missing(begin))?;
        let (_, after) = rest.split_once(end).with_context(|| missing(end))?;
        Ok(format!("{before}{begin}{table}{end}{after}"))
    }
}

/// Times of repetitions, from the shortest to the longest.
#[derive(Debug)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    pub(crate) fn of(times: impl IntoIterator<Item = f64>) -> Self {
        let mut times: Vec<f64> = times.into_iter().collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The time within which so many percent were done (nearest rank); infinity if
    /// there are no times, so that no bound holds for what was not measured.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0.get(rank).copied().unwrap_or(f64::INFINITY)
    }

    pub(crate) fn fastest(&self) -> f64 {
        self.percentile(0)
    }

    pub(crate) fn median(&self) -> f64 {
        self.percentile(50)
    }

    pub(crate) fn slowest(&self) -> f64 {
        self.percentile(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_time_within_which_so_many_were_done() {
        let times = Times::of((1..=20).rev().map(f64::from));
        assert_eq!([times.median(), times.percentile(95)], [10.0, 19.0]);
        assert_eq!([times.fastest(), times.slowest()], [1.0, 20.0]);
        assert_eq!(Times::of((1..=9).map(f64::from)).median(), 5.0);
        assert!(Times::of([]).median().is_infinite());
    }

    #[test]
    fn only_what_is_between_the_marks_is_replaced() {
        let section = Section { begin: "<!-- one -->\n", end: "<!-- end -->\n" };
        let page = "# Page\n<!-- one -->\nold\n<!-- end -->\nafter <!-- end -->\n";
        assert_eq!(
            section.replaced(page, "new\n").ok().as_deref(),
            Some("# Page\n<!-- one -->\nnew\n<!-- end -->\nafter <!-- end -->\n")
        );
        let error = |page| section.replaced(page, "new\n").unwrap_err().to_string();
        assert_eq!(error("# Page\n"), "the mark <!-- one --> is missing");
        assert_eq!(error("<!-- one -->\nold\n"), "the mark <!-- end --> is missing");
    }

    #[test]
    fn options_are_read_and_unknown_ones_refused() {
        let read = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            writes_docs(&arguments, "cargo xtask bench").ok()
        };
        assert_eq!(read(&[]), Some(false));
        assert_eq!(read(&["--write-docs"]), Some(true));
        assert_eq!(read(&["--write"]), None);
    }
}

//! The core beside the other Rust implementations, in one native process, by turns; and the lists of
//! numbers that all libraries are given.
//!
//! `bench-native lists` prints the lists; `bench-native run` prints what was measured. Both as JSON.

mod lists;

use anyhow::{Result, bail};
use lists::{Line, List};
use serde_json::{Value, json};
use std::{env, hint::black_box, time::Instant};

/// Every library goes over every list so often, by turns.
const ROUNDS: usize = 9;
/// The others get the first so many lines of each list: they take a thousand times as long.
const LINES_FOR_OTHERS: usize = 1_000;
/// The core goes over a list so often each time, so that the clock is fine enough.
const REPEATED: usize = 20;

fn main() -> Result<()> {
    let lists = lists::all();
    match env::args().nth(1).as_deref() {
        Some("lists") => println!("{}", lists.iter().map(written).collect::<Value>()),
        Some("run") => println!("{}", lists.iter().map(measured).collect::<Value>()),
        _ => bail!("usage: bench-native lists | run"),
    }
    Ok(())
}

fn written(list: &List) -> Value {
    let lines: Value = list.lines.iter().map(|line| json!([line.region, line.text])).collect();
    json!({ "list": list.name, "lines": lines })
}

struct Library<'a> {
    name: &'static str,
    lines: usize,
    repeated: usize,
    /// Goes over the lines, says how many are valid.
    count_valid: Box<dyn Fn() -> usize + 'a>,
    /// Of each round, for one number.
    nanoseconds: Vec<f64>,
}

fn measured(list: &List) -> Value {
    let all = list.lines.as_slice();
    let some = all.get(..LINES_FOR_OTHERS).unwrap_or(all);
    let together: String =
        all.iter().map(|line| format!("{}\t{}\n", line.region, line.text)).collect();
    let ours = |name, count_valid| Library {
        name,
        lines: all.len(),
        repeated: REPEATED,
        count_valid,
        nanoseconds: Vec::new(),
    };
    let other = |name, is_valid: fn(&Line) -> bool| Library {
        name,
        lines: some.len(),
        repeated: 1,
        count_valid: Box::new(move || some.iter().filter(|line| is_valid(line)).count()),
        nanoseconds: Vec::new(),
    };
    let mut libraries = [
        ours("sparekey, bulk", Box::new(|| valid_in_bulk(&together))),
        ours("sparekey", Box::new(|| all.iter().filter(|line| sparekey(line)).count())),
        other("rlibphonenumber", rlibphonenumber),
        other("phonenumber", phonenumber),
    ];
    for _ in 0..ROUNDS {
        for library in &mut libraries {
            let start = Instant::now();
            for _ in 0..library.repeated {
                black_box((library.count_valid)());
            }
            let numbers = (library.repeated * library.lines) as f64;
            library.nanoseconds.push(start.elapsed().as_secs_f64() * 1e9 / numbers);
        }
    }
    let libraries: Value = libraries
        .iter()
        .map(|library| {
            json!({
                "library": library.name,
                "lines": library.lines,
                "valid": (library.count_valid)(),
                "nanoseconds": library.nanoseconds,
            })
        })
        .collect();
    json!({ "list": list.name, "libraries": libraries })
}

fn valid_in_bulk(lines: &str) -> usize {
    use ::sparekey::phone::bulk::{Assumed, read};
    read(lines, Assumed::OfEachLine)
        .filter(|answer| answer.is_ok_and(|number| number.number_type.is_some()))
        .count()
}

fn sparekey(line: &Line) -> bool {
    use ::sparekey::phone::{PhoneNumber, Region};
    PhoneNumber::parse(&line.text, Region::new(&line.region)).is_ok_and(|number| number.is_valid())
}

fn rlibphonenumber(line: &Line) -> bool {
    ::rlibphonenumber::PhoneNumber::parse(&line.text, line.region.parse().ok())
        .is_ok_and(|number| number.is_valid())
}

fn phonenumber(line: &Line) -> bool {
    ::phonenumber::parse(line.region.parse().ok(), &line.text).is_ok_and(|number| number.is_valid())
}

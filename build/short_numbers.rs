//! Short numbers, from `short_numbers.tsv`, as tables for `src/phone/short.rs`. The crate does not
//! compile them, so that `cargo xtask refresh` keeps an extract of its file here.

use crate::{matcher::Matchers, tables::array};
use std::{error::Error, fmt::Write as _, fs};

const FILE: &str = "build/short_numbers.tsv";

pub(crate) fn compile() -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(FILE)?;
    let mut short_codes = Matchers::default();
    // In a table of their own, so that a program which asks for emergency numbers alone does not carry
    // the other short numbers (14 kB).
    let mut emergency_numbers = Matchers::default();
    let mut emergency_rows = String::new();
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [region, lengths, general, short, emergency] = columns.as_slice() else {
            return Err(format!("{FILE}: not five columns: {line}").into());
        };
        let lengths = lengths.split(',').try_fold(0_u16, |all, length| {
            let bit = 1_u16.checked_shl(length.parse().ok()?)?;
            Some(all | bit)
        });
        let lengths = lengths.ok_or_else(|| format!("{FILE}: lengths of {region}"))?;
        rows.push((
            *region,
            format!(
                "    ShortNumbers {{ region: *b{region:?}, lengths: {lengths}, general: {}, \
                 short: {} }},\n",
                program(&mut short_codes, general)?,
                program(&mut short_codes, short)?,
            ),
        ));
        if !emergency.is_empty() {
            let start = emergency_numbers.add(emergency)?;
            writeln!(emergency_rows, "    (*b{region:?}, {start}),")?;
        }
    }
    if !rows.is_sorted_by(|(one, _), (other, _)| one < other) {
        return Err(format!("{FILE}: regions are not in order").into());
    }
    let mut out = String::new();
    array(&mut out, "SHORT_CODES", "u8", &short_codes.bytes)?;
    array(&mut out, "EMERGENCY_NUMBERS", "u8", &emergency_numbers.bytes)?;
    writeln!(
        out,
        "static EMERGENCY_NUMBERS_OF_REGIONS: [([u8; 2], u16); {}] = [\n{emergency_rows}];",
        emergency_rows.lines().count(),
    )?;
    let rows: Vec<String> = rows.into_iter().map(|(_, row)| row).collect();
    writeln!(out, "static SHORT_NUMBERS: [ShortNumbers; {}] = [\n{}];", rows.len(), rows.concat())?;
    Ok(out)
}

fn program(matchers: &mut Matchers, pattern: &str) -> Result<u16, Box<dyn Error>> {
    if pattern.is_empty() { Ok(u16::MAX) } else { matchers.add(pattern) }
}

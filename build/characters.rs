//! Writes the classes of characters that the standard library does not have, from Unicode's data in
//! `regex-syntax`.

use regex_syntax::hir::{Class, ClassUnicode, HirKind};
use std::{error::Error, fmt::Write as _};

pub(crate) fn compile() -> Result<String, Box<dyn Error>> {
    let zeros: Vec<u32> = class(r"\p{Nd}")?
        .ranges()
        .iter()
        // Every script's digits are a run of ten; adjoining runs are one range.
        .flat_map(|range| (u32::from(range.start())..=u32::from(range.end())).step_by(10))
        .filter(|zero| *zero != u32::from('0'))
        .collect();

    // `char::is_alphanumeric` follows the property Alphabetic, which holds combining vowels and other
    // marks besides the letters. To need few runs, each covers a whole stretch without letters and
    // numbers, from its first such mark to its last.
    let alphabetic = class(r"[\p{Alphabetic}--[\p{L}\p{N}]]")?;
    let mut marks = Vec::new();
    for run in class(r"[^\p{L}\p{N}]")?.ranges() {
        let inside: Vec<_> = alphabetic
            .ranges()
            .iter()
            .filter(|range| run.start() <= range.start() && range.end() <= run.end())
            .collect();
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            marks.push((u32::from(first.start()), u32::from(last.end())));
        }
    }

    // Visible all the same are signs that stand before a number in Arabic and a few other scripts.
    let unseen: Vec<(u32, u32)> =
        class(r"[[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]--[\p{ASCII}\u{600}-\u{605}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{110bd}\u{110cd}]]")?
            .ranges()
            .iter()
            .map(|range| (u32::from(range.start()), u32::from(range.end())))
            .collect();

    let mut out = String::new();
    writeln!(
        out,
        "/// Runs of characters beyond ASCII that are not seen.\n\
         static UNSEEN: [(u32, u32); {}] = {unseen:?};",
        unseen.len()
    )?;
    writeln!(
        out,
        "/// The zeros of all runs of ten decimal digits (Nd) but ASCII's, in order.\n\
         static ZEROS: [u32; {}] = {zeros:?};",
        zeros.len()
    )?;
    writeln!(
        out,
        "/// Runs of characters that are Alphabetic, but neither letters (L) nor numbers (N).\n\
         static MARKS: [(u32, u32); {}] = {marks:?};",
        marks.len()
    )?;
    Ok(out)
}

fn class(pattern: &str) -> Result<ClassUnicode, Box<dyn Error>> {
    match regex_syntax::parse(pattern)?.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Ok(class),
        _ => Err(format!("not a class of characters: {pattern}").into()),
    }
}

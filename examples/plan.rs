//! Writes the numbering plan of every country as text, for `cargo xtask refresh` to compare two releases
//! of the metadata. The first line names the release. `code 81` begins a calling code; then one line is
//! one state: its region and type (or `-`), and the lines of the code to go to for each digit (or `-`).

use sparekey::phone::{CallingCode, METADATA_VERSION};
use std::{
    error::Error,
    io::{self, BufWriter, Write as _},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    writeln!(out, "release {METADATA_VERSION}")?;
    for code in CallingCode::all() {
        writeln!(out, "code {code}")?;
        for state in code.states() {
            match state.number {
                Some((region, kind)) => write!(out, "{region}:{kind:?}")?,
                None => write!(out, "-")?,
            }
            for way in state.next {
                match way {
                    Some(way) => write!(out, " {way}")?,
                    None => write!(out, " -")?,
                }
            }
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(())
}

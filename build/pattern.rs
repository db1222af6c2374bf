//! Reads a pattern of the metadata: a regular expression over the ten digits.

use regex_syntax::{
    ParserBuilder,
    hir::{Class, Hir},
};
use std::error::Error;

/// A set of digits, one bit for each.
pub(crate) type Digits = u16;

/// All ten digits.
pub(crate) const ANY: Digits = 0x3ff;

/// The pattern's structure. Alternatives and repetitions keep their order of preference.
pub(crate) fn parse(pattern: &str) -> Result<Hir, Box<dyn Error>> {
    // Bytes instead of Unicode: the text that is matched is ASCII digits already.
    Ok(ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern)?)
}

/// The digits in a class.
pub(crate) fn digits_of_class(class: &Class) -> Digits {
    let mut digits = 0;
    for digit in 0..10_u8 {
        let character = b'0' + digit;
        let contains = match class {
            Class::Bytes(class) => class
                .ranges()
                .iter()
                .any(|range| (range.start()..=range.end()).contains(&character)),
            Class::Unicode(class) => class
                .ranges()
                .iter()
                .any(|range| (range.start()..=range.end()).contains(&char::from(character))),
        };
        if contains {
            digits |= 1 << digit;
        }
    }
    digits
}

/// The set that holds nothing but this character of a literal.
pub(crate) fn digits_of_literal(character: u8) -> Result<Digits, Box<dyn Error>> {
    match character {
        b'0'..=b'9' => Ok(1 << (character - b'0')),
        other => Err(format!("a pattern holds {:?}, which is no digit", char::from(other)).into()),
    }
}

//! Compiles patterns that are only asked whether they match: the leading digits of formats, and
//! short numbers. They become bytes that `src/phone/pattern.rs` runs; a program of words as for
//! prefixes, which capture groups, would be twice as large.
//!
//! One byte is one instruction, or its operand:
//! - 0 to 9: that digit; 10: any digit; 11 and two bytes: one of a set;
//! - 12 and a byte: try to go on behind it, and if that fails, skip so many bytes (13: two bytes);
//! - 14 and a byte: skip so many bytes (15: two bytes);
//! - 16: matched;
//! - 100 + 10 first + last: a digit from `first` to `last`.

use crate::pattern::{self, ANY, Digits};
use regex_syntax::hir::{Hir, HirKind};
use std::{collections::HashMap, error::Error};

const ANY_DIGIT: u8 = 10;
const SET: u8 = 11;
const FORK: u8 = 12;
const SKIP: u8 = 14;
const MATCHED: u8 = 16;
const RANGE: u8 = 100;

/// Programs one after the other; the same pattern is compiled once.
#[derive(Default)]
pub(crate) struct Matchers {
    pub(crate) bytes: Vec<u8>,
    known: HashMap<String, u16>,
}

impl Matchers {
    /// Where the pattern's program begins.
    pub(crate) fn add(&mut self, pattern: &str) -> Result<u16, Box<dyn Error>> {
        if let Some(start) = self.known.get(pattern) {
            return Ok(*start);
        }
        let start = u16::try_from(self.bytes.len())?;
        self.bytes.extend(compile(&pattern::parse(pattern)?, true)?);
        self.known.insert(pattern.to_owned(), start);
        Ok(start)
    }
}

/// The program; with `last`, nothing follows the pattern, so that each of its ends is a match and
/// need not skip what else it could have been.
fn compile(pattern: &Hir, last: bool) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut program = Vec::new();
    match pattern.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => {
            for character in &literal.0 {
                program.extend(one_of(pattern::digits_of_literal(*character)?));
            }
        }
        HirKind::Class(class) => program.extend(one_of(pattern::digits_of_class(class))),
        HirKind::Look(look) => return Err(format!("a pattern looks around: {look:?}").into()),
        HirKind::Capture(capture) => return compile(&capture.sub, last),
        HirKind::Concat(parts) => {
            let (end, front) = parts.split_last().ok_or("a sequence of nothing")?;
            for part in front {
                program.extend(compile(part, false)?);
            }
            program.extend(compile(end, last)?);
            return Ok(program);
        }
        HirKind::Alternation(parts) => {
            let (end, front) = parts.split_last().ok_or("a choice of nothing")?;
            program = compile(end, last)?;
            for part in front.iter().rev() {
                let mut this = compile(part, last)?;
                if !last {
                    this.extend(jump(SKIP, program.len())?);
                }
                let mut both = jump(FORK, this.len())?;
                both.extend(this);
                both.extend(program);
                program = both;
            }
            return Ok(program);
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.ok_or("a pattern repeats without end")?;
            let once = compile(&repetition.sub, false)?;
            for _ in repetition.min..most {
                let mut this = once.clone();
                this.extend(program);
                program = jump(FORK, this.len())?;
                program.extend(this);
            }
            for _ in 0..repetition.min {
                program.splice(0..0, once.iter().copied());
            }
        }
    }
    if last {
        program.push(MATCHED);
    }
    Ok(program)
}

fn one_of(digits: Digits) -> Vec<u8> {
    if digits == ANY {
        return vec![ANY_DIGIT];
    }
    let first = digits.trailing_zeros();
    let last = 15 - digits.leading_zeros();
    let is_range = digits.count_ones() == last - first + 1;
    match (u8::try_from(first), u8::try_from(last)) {
        (Ok(first), Ok(last)) if first == last => vec![first],
        (Ok(first), Ok(last)) if is_range => vec![RANGE + 10 * first + last],
        _ => {
            let [low, high] = digits.to_le_bytes();
            vec![SET, low, high]
        }
    }
}

fn jump(operation: u8, distance: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(match u8::try_from(distance) {
        Ok(distance) => vec![operation, distance],
        Err(_) => {
            let [low, high] = u16::try_from(distance)?.to_le_bytes();
            vec![operation + 1, low, high]
        }
    })
}

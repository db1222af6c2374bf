//! Compiles the patterns of national and international prefixes. They capture groups, prefer their
//! first alternative and match at the front of a number only, so that they become small
//! backtracking programs and not automata. `src/phone/prefix.rs` runs them.
//!
//! One instruction is one word: the operation in the four high bits, its operand in the others.

use crate::pattern::{self, Digits};
use regex_syntax::hir::{Hir, HirKind, Look};
use std::error::Error;

/// Consumes one digit, which must be in the operand's set.
const DIGIT: u16 = 0 << 12;
/// Tries to go on with the next instruction, and if that fails, skips as many as the operand says.
const FORK: u16 = 1 << 12;
/// Skips as many instructions as the operand says.
const SKIP: u16 = 2 << 12;
/// Notes where a group begins (even operand) or ends (odd operand).
const MARK: u16 = 3 << 12;
/// Matches at the end of the number only.
const END: u16 = 4 << 12;
/// The prefix was found.
const FOUND: u16 = 5 << 12;

/// A compiled prefix pattern.
pub(crate) struct Program {
    pub(crate) instructions: Vec<u16>,
    /// The digits that a match can begin with; all of them if it can be empty.
    pub(crate) first: Digits,
    /// How many groups it captures.
    pub(crate) groups: usize,
}

impl Program {
    /// How many digits the pattern has and which, four bits each, if it is nothing but up to four
    /// digits; else nothing.
    pub(crate) fn fixed(&self) -> (usize, u16) {
        let Some((&FOUND, digits)) = self.instructions.split_last() else { return (0, 0) };
        let one_digit = |word: &u16| word >> 12 == DIGIT >> 12 && word.count_ones() == 1;
        if digits.len() > 4 || !digits.iter().all(one_digit) {
            return (0, 0);
        }
        let fixed = digits.iter().rev().fold(0, |fixed, digit| {
            fixed << 4 | u16::try_from(digit.trailing_zeros()).unwrap_or(0)
        });
        (digits.len(), fixed)
    }
}

pub(crate) fn compile(pattern: &str) -> Result<Program, Box<dyn Error>> {
    let pattern = pattern::parse(pattern)?;
    let mut instructions = Vec::new();
    add(&pattern, &mut instructions)?;
    instructions.push(FOUND);
    let (first, may_be_empty) = first_digits(&pattern)?;
    Ok(Program {
        instructions,
        first: if may_be_empty { pattern::ANY } else { first },
        groups: pattern.properties().explicit_captures_len(),
    })
}

fn add(pattern: &Hir, instructions: &mut Vec<u16>) -> Result<(), Box<dyn Error>> {
    match pattern.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => {
            for character in &literal.0 {
                instructions.push(DIGIT | pattern::digits_of_literal(*character)?);
            }
        }
        HirKind::Class(class) => instructions.push(DIGIT | pattern::digits_of_class(class)),
        HirKind::Look(Look::End) => instructions.push(END),
        HirKind::Look(look) => return Err(format!("a prefix looks around: {look:?}").into()),
        HirKind::Capture(capture) => {
            let mark = MARK | operand(2 * (usize::try_from(capture.index)? - 1))?;
            instructions.push(mark);
            add(&capture.sub, instructions)?;
            instructions.push(mark + 1);
        }
        HirKind::Concat(parts) => {
            for part in parts {
                add(part, instructions)?;
            }
        }
        HirKind::Alternation(parts) => {
            let mut rest = None;
            for part in parts.iter().rev() {
                let mut this = Vec::new();
                add(part, &mut this)?;
                rest = Some(match rest {
                    None => this,
                    Some(rest) => either(this, rest)?,
                });
            }
            instructions.extend(rest.unwrap_or_default());
        }
        HirKind::Repetition(repetition) => {
            let most = repetition.max.ok_or("a prefix repeats without end")?;
            if !repetition.greedy {
                return Err("a prefix repeats as little as it can".into());
            }
            for _ in 0..repetition.min {
                add(&repetition.sub, instructions)?;
            }
            let mut optional = Vec::new();
            for _ in repetition.min..most {
                let mut this = Vec::new();
                add(&repetition.sub, &mut this)?;
                this.extend(optional);
                optional = vec![FORK | operand(this.len())?];
                optional.extend(this);
            }
            instructions.extend(optional);
        }
    }
    Ok(())
}

fn either(first: Vec<u16>, second: Vec<u16>) -> Result<Vec<u16>, Box<dyn Error>> {
    let mut both = vec![FORK | operand(first.len() + 1)?];
    both.extend(first);
    both.push(SKIP | operand(second.len())?);
    both.extend(second);
    Ok(both)
}

fn operand(value: usize) -> Result<u16, Box<dyn Error>> {
    match u16::try_from(value) {
        Ok(value) if value < 1 << 12 => Ok(value),
        _ => Err("a prefix pattern is too long for the instructions' operands".into()),
    }
}

/// The digits that a match can begin with, and whether it can be empty.
fn first_digits(pattern: &Hir) -> Result<(Digits, bool), Box<dyn Error>> {
    Ok(match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => (0, true),
        HirKind::Literal(literal) => match literal.0.first() {
            Some(character) => (pattern::digits_of_literal(*character)?, false),
            None => (0, true),
        },
        HirKind::Class(class) => (pattern::digits_of_class(class), false),
        HirKind::Capture(capture) => first_digits(&capture.sub)?,
        HirKind::Concat(parts) => {
            let mut first = 0;
            for part in parts {
                let (digits, may_be_empty) = first_digits(part)?;
                first |= digits;
                if !may_be_empty {
                    return Ok((first, false));
                }
            }
            (first, true)
        }
        HirKind::Alternation(parts) => {
            let mut all = (0, false);
            for part in parts {
                let (digits, may_be_empty) = first_digits(part)?;
                all = (all.0 | digits, all.1 || may_be_empty);
            }
            all
        }
        HirKind::Repetition(repetition) => {
            let (digits, may_be_empty) = first_digits(&repetition.sub)?;
            (digits, may_be_empty || repetition.min == 0)
        }
    })
}

//! The numbering plans as `build.rs` compiles them: the rows of the tables, and the tables
//! themselves. It owns their form; `plan` and `prefix` know what to ask of them.

use super::terms::NumberType;

// Written by `build/tables.rs`.
include!(concat!(env!("OUT_DIR"), "/plan.rs"));

/// What the plan says of a national number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Which of the calling code's territories it belongs to.
    pub(super) territory: u8,
    /// The type; `None` where only the leading digits say that it belongs there.
    pub(super) kind: Option<NumberType>,
}

/// The plan of one calling code.
pub(super) struct CallingCodePlan {
    /// The calling code.
    pub(super) value: u16,
    /// How many digits it has.
    pub(super) length: u8,
    /// Where national numbers begin in the automaton.
    pub(super) root: Transition,
    /// Its first territory, which is the main region's.
    pub(super) first: u8,
    /// How many territories share it.
    pub(super) count: u8,
}

/// The rules of one region, or of one non-geographic service.
pub(super) struct Territory {
    /// CLDR code or `001`.
    pub(super) id: &'static str,
    /// `id` as a word, the first character in the lowest bits.
    pub(super) id_word: u32,
    /// The calling code.
    pub(super) calling_code: u16,
    /// Its place among the plans.
    pub(super) plan: u8,
    /// Where its general description begins in the automaton.
    pub(super) general: Transition,
    /// What is dialed before the calling code.
    pub(super) international_prefix: Prefix,
    /// What is dialed before the national number.
    pub(super) national_prefix: Prefix,
    /// What becomes of a group that the national prefix captured.
    pub(super) transform: Transform,
    /// The national prefix as people name it, usually `0`; empty where there is none.
    pub(super) dialed_prefix: &'static str,
    /// In general, of fixed lines, of mobile numbers: positions in `LENGTHS`.
    pub(super) lengths: [u8; 3],
}

/// Puts digits in front of a captured group.
pub(super) struct Transform {
    pub(super) inserted: &'static str,
    /// Counted from one; 0 means that there is no transform.
    pub(super) group: u8,
}

/// Lengths of national numbers that are in use, one bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lengths {
    /// Of whole numbers.
    pub(super) national: u32,
    /// Of numbers that are dialed only within their own area.
    pub(super) local: u32,
}

/// A transition of the automaton, as `build/automaton.rs` packs it: 13 bits of target state, and 3
/// bits of how many further digits it consumes whatever they are.
#[derive(Clone, Copy)]
pub(super) struct Transition(pub(super) u16);

impl Transition {
    /// To the state from which nothing is accepted.
    pub(super) const NOWHERE: Self = Self(0);

    #[inline(always)]
    pub(super) fn state(self) -> usize {
        usize::from(self.0 & 0x1fff)
    }

    #[inline(always)]
    pub(super) fn free_digits(self) -> usize {
        usize::from(self.0 >> 13)
    }
}

/// A compiled pattern.
pub(super) struct Prefix {
    /// Where its program begins.
    pub(super) start: u16,
    /// The digits that a match can begin with, one bit for each.
    pub(super) first: u16,
    /// How many groups it captures.
    pub(super) groups: u8,
    /// Where the pattern is nothing but some digits, as most are, how many; else 0.
    pub(super) fixed_length: u8,
    /// Those digits, four bits each, the first in the lowest.
    pub(super) fixed: u16,
}

impl Prefix {
    /// The pattern of a territory that has none.
    pub(super) const NONE: Self =
        Self { start: u16::MAX, first: 0, groups: 0, fixed_length: 0, fixed: 0 };
}

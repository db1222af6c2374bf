//! Matches the prefixes that are dialled before a number: the programs that `build/program.rs`
//! compiled from the metadata's patterns, run as Google's library runs a regular expression (first
//! alternative first, at the front of the number).

use super::{plan, register::Register};

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

/// No pattern captures more groups.
const GROUPS: usize = 2;

/// What a match took.
#[derive(Clone, Copy, Default)]
pub(super) struct Match {
    /// So many digits in all.
    pub(super) length: usize,
    marks: [Option<usize>; 2 * GROUPS],
}

impl Match {
    /// Whether a group, counted from one, took part.
    #[inline(always)]
    pub(super) fn has_group(&self, group: u8) -> bool {
        let end = (2 * usize::from(group)).checked_sub(1);
        end.and_then(|end| self.marks.get(end)).is_some_and(Option::is_some)
    }

    /// A group's digits, counted from one; `None` if it took no part.
    pub(super) fn group<'a>(&self, group: u8, digits: &'a [u8]) -> Option<&'a [u8]> {
        let from = 2 * usize::from(group.checked_sub(1)?);
        let start = self.marks.get(from).copied().flatten()?;
        let end = self.marks.get(from + 1).copied().flatten()?;
        digits.get(start..end)
    }
}

impl Prefix {
    /// The pattern of a territory that has none.
    pub(super) const NONE: Self =
        Self { start: u16::MAX, first: 0, groups: 0, fixed_length: 0, fixed: 0 };

    /// Matches at the front of `digits` (ASCII).
    #[inline(always)]
    pub(super) fn at_front(&self, digits: &[u8]) -> Option<Match> {
        let first = digits.first()?;
        // Most numbers begin with no prefix; that is seen without running anything.
        if self.first & 1 << (first & 0x0f) == 0 {
            return None;
        }
        run(usize::from(self.start), digits, Match::default())
    }

    /// [`Self::at_front`] for digits in a register.
    #[inline(always)]
    pub(super) fn in_front_of(&self, digits: Register) -> Option<Match> {
        // As above.
        if self.first & 1 << digits.first() == 0 {
            return None;
        }
        if self.fixed_length > 0 {
            return digits
                .begins_with(self.fixed, self.fixed_length.into())
                .then(|| Match { length: self.fixed_length.into(), ..Match::default() });
        }
        run(usize::from(self.start), digits, Match::default())
    }
}

/// Digits that can be looked at one by one; none of them leaves its place.
pub(super) trait Row: Copy {
    /// The digit with so many before it: 0 to 9, or in ASCII.
    fn digit_at(self, before: usize) -> Option<u8>;
    /// How many there are.
    fn count_of_all(self) -> usize;
}

impl Row for &[u8] {
    #[inline(always)]
    fn digit_at(self, before: usize) -> Option<u8> {
        self.get(before).copied()
    }

    #[inline(always)]
    fn count_of_all(self) -> usize {
        self.len()
    }
}

/// Runs from `instruction` on. Programs only ever go forward, so that the depth of the recursion is
/// bounded by their number of forks.
fn run<R: Row>(mut instruction: usize, digits: R, mut found: Match) -> Option<Match> {
    loop {
        let word = plan::instruction(instruction)?;
        let operand = word & 0x0fff;
        instruction += 1;
        match word >> 12 {
            0 => {
                let digit = digits.digit_at(found.length)?;
                if operand & 1 << (digit & 0x0f) == 0 {
                    return None;
                }
                found.length += 1;
            }
            1 => {
                if let Some(found) = run(instruction, digits, found) {
                    return Some(found);
                }
                instruction += usize::from(operand);
            }
            2 => instruction += usize::from(operand),
            3 => *found.marks.get_mut(usize::from(operand))? = Some(found.length),
            4 => {
                if found.length != digits.count_of_all() {
                    return None;
                }
            }
            _ => return Some(found),
        }
    }
}

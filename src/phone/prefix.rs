//! Matches the prefixes that are dialed before a number: the programs that `build/program.rs`
//! compiled from the metadata's patterns, run as Google's library runs a regular expression (first
//! alternative first, at the front of the number).

use super::{
    packed_digits::{DigitSource, PackedDigits},
    tables::{self, Prefix},
};

/// No pattern captures more groups.
const GROUPS: usize = 2;

/// What a match took.
#[derive(Clone, Copy, Default)]
pub(super) struct Match {
    /// How many digits it took in all.
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
    /// Matches at the front of `digits` (ASCII).
    #[inline(always)]
    pub(super) fn match_start_of_bytes(&self, digits: &[u8]) -> Option<Match> {
        let first = digits.first()?;
        // Most numbers begin with no prefix, which their first digit tells without running the
        // program.
        if self.first & 1 << (first & 0x0f) == 0 {
            return None;
        }
        run(usize::from(self.start), digits, Match::default())
    }

    /// [`Self::match_start_of_bytes`] for packed digits.
    #[inline(always)]
    pub(super) fn match_start(&self, digits: PackedDigits) -> Option<Match> {
        // As in `match_start_of_bytes`.
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

/// Runs from `instruction` on. Programs only ever go forward, so that the depth of the recursion is
/// bounded by their number of forks.
fn run<R: DigitSource>(mut instruction: usize, digits: R, mut found: Match) -> Option<Match> {
    loop {
        let word = tables::PROGRAMS.get(instruction).copied()?;
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

//! Matches the prefixes that are dialled before a number: the programs that `build/program.rs`
//! compiled from the metadata's patterns, run as Google's library runs a regular expression (first
//! alternative first, at the front of the number).

use super::plan;

/// A compiled pattern.
pub(super) struct Prefix {
    /// Where its program begins.
    pub(super) start: u16,
    /// The digits that a match can begin with, one bit for each.
    pub(super) first: u16,
    /// How many groups it captures.
    pub(super) groups: u8,
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
    pub(super) const NONE: Self = Self { start: u16::MAX, first: 0, groups: 0 };

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
}

/// Runs from `instruction` on. Programs only ever go forward, so that the depth of the recursion is
/// bounded by their number of forks.
fn run(mut instruction: usize, digits: &[u8], mut found: Match) -> Option<Match> {
    loop {
        let word = plan::instruction(instruction)?;
        let operand = word & 0x0fff;
        instruction += 1;
        match word >> 12 {
            0 => {
                let digit = digits.get(found.length)?;
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
                if found.length != digits.len() {
                    return None;
                }
            }
            _ => return Some(found),
        }
    }
}

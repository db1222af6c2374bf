//! The numbering plan: the tables that `build.rs` compiled and the questions that can be put to
//! them. It knows digits only; how they are found in a text is the parser's business.

use super::{
    assess::LengthFault,
    number::{NumberType, Possibility},
    prefix::Prefix,
};

/// What the plan says of a national number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Which of the calling code's territories it belongs to.
    territory: u8,
    /// The type; `None` where only the leading digits say that it belongs there.
    kind: Option<NumberType>,
}

/// The plan of one calling code.
pub(super) struct CallingCodePlan {
    /// The calling code.
    pub(super) value: u16,
    /// Where national numbers begin in the automaton.
    root: u16,
    /// Its first territory, which is the main region's.
    pub(super) first: u8,
    /// How many territories share it.
    pub(super) count: u8,
}

/// The rules of one region, or of one non-geographic service.
pub(super) struct Territory {
    /// CLDR code or `001`.
    pub(super) id: &'static str,
    /// The calling code.
    pub(super) calling_code: u16,
    /// Where its general description begins in the automaton.
    general: u16,
    /// What is dialled before the calling code.
    pub(super) international_prefix: Prefix,
    /// What is dialled before the national number.
    pub(super) national_prefix: Prefix,
    /// What becomes of a group that the national prefix captured.
    pub(super) transform: Transform,
    /// The national prefix as people name it, usually `0`; empty where there is none.
    pub(super) dialled_prefix: &'static str,
    /// In general, of fixed lines, of mobile numbers: positions in `LENGTHS`.
    lengths: [u8; 3],
    /// Of fixed lines, of mobile numbers: position and length in `EXAMPLES`.
    examples: [(u16, u8); 2],
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
    /// Of numbers that are dialled only within their own area.
    pub(super) local: u32,
}

impl Lengths {
    /// Whether numbers of so many digits exist, in the terms of Google's library.
    pub(super) fn possibility(self, digits: usize) -> Possibility {
        let bit = u32::try_from(digits).ok().and_then(|digits| 1_u32.checked_shl(digits));
        // Beyond the mask's width everything is too long.
        let Some(bit) = bit else { return Possibility::TooLong };
        if self.local & bit != 0 {
            Possibility::LocalOnly
        } else if self.national & bit != 0 {
            Possibility::Possible
        } else if bit < self.national {
            // Some longer length is in use.
            let shorter = self.national & (bit - 1);
            if shorter == 0 { Possibility::TooShort } else { Possibility::InvalidLength }
        } else {
            Possibility::TooLong
        }
    }

    /// How many digits are missing to the next length of a whole number, or how many there are
    /// beyond the last one.
    pub(super) fn distance(self, digits: u32) -> LengthFault {
        let longer = self.national.checked_shr(digits).unwrap_or_default();
        match self.national.checked_ilog2() {
            Some(longest) if longest < digits => LengthFault::TooLong(digits - longest),
            Some(_) if longer & 1 == 0 => LengthFault::TooShort(longer.trailing_zeros()),
            _ => LengthFault::Unused,
        }
    }
}

mod tables {
    //! Written by `build.rs`.
    use super::{CallingCodePlan, NumberType, Outcome, Prefix, Territory, Transform};
    include!(concat!(env!("OUT_DIR"), "/plan.rs"));
}

pub use tables::METADATA_VERSION;

/// The state from which nothing is accepted.
const DEAD: u16 = 0;

/// Walks the automaton.
fn walk(root: u16, digits: &[u8]) -> u16 {
    let mut state = root;
    for digit in digits {
        // The low half of an ASCII digit is its value.
        let way = usize::from(state) * 10 + usize::from(digit & 0x0f);
        state = tables::WAYS.get(way).copied().unwrap_or(DEAD);
        if state == DEAD {
            break;
        }
    }
    state
}

/// One word of the programs that match prefixes.
pub(super) fn instruction(index: usize) -> Option<u16> {
    tables::PROGRAMS.get(index).copied()
}

/// The plan of a calling code.
pub(super) fn calling_code(value: u16) -> Option<&'static CallingCodePlan> {
    let index = tables::CODES.get(usize::from(value))?;
    tables::CALLING_CODES.get(usize::from(index.checked_sub(1)?))
}

/// The territory at an index that the tables gave.
pub(super) fn territory(index: u8) -> &'static Territory {
    static NOWHERE: Territory = Territory {
        id: "",
        calling_code: 0,
        general: DEAD,
        international_prefix: Prefix::NONE,
        national_prefix: Prefix::NONE,
        transform: Transform { inserted: "", group: 0 },
        dialled_prefix: "",
        lengths: [u8::MAX; 3],
        examples: [(0, 0); 2],
    };
    tables::TERRITORIES.get(usize::from(index)).unwrap_or(&NOWHERE)
}

/// The index of the territory with this CLDR code, in either case.
pub(super) fn territory_of(code: &str) -> Option<u8> {
    let [one, other] = code.as_bytes() else { return None };
    let letter = |byte: &u8| match byte.to_ascii_uppercase() {
        upper @ b'A'..=b'Z' => Some(usize::from(upper - b'A')),
        _ => None,
    };
    let index = tables::BY_LETTERS.get(letter(one)? * 26 + letter(other)?).copied()?;
    (index != u8::MAX).then_some(index)
}

/// Every geographic territory in the order of their CLDR codes.
pub(super) fn territories() -> impl Iterator<Item = u8> {
    tables::BY_LETTERS.iter().copied().filter(|index| *index != u8::MAX)
}

impl CallingCodePlan {
    /// The territory that a national number belongs to, and its type if it is valid.
    pub(super) fn classify(&self, national: &[u8]) -> (Option<u8>, Option<NumberType>) {
        match outcome(walk(self.root, national)) {
            Some(outcome) => (Some(self.first + outcome.territory), outcome.kind),
            // A code that nobody shares says the region even of an invalid number.
            None => ((self.count == 1).then_some(self.first), None),
        }
    }

    /// Whether these digits may be the beginning of a valid number that is longer.
    pub(super) fn leads_on(&self, national: &[u8]) -> bool {
        ways(walk(self.root, national)).iter().any(|way| missing(*way).is_some())
    }

    /// How few digits more could make a valid number of these, if any could.
    pub(super) fn missing_digits(&self, national: &[u8]) -> Option<u32> {
        missing(walk(self.root, national)).map(u32::from)
    }

    /// How few digits less, taken from the end, would leave a valid number, if any would.
    pub(super) fn excess_digits(&self, national: &[u8]) -> Option<u32> {
        (1..national.len())
            .find(|excess| {
                national
                    .get(..national.len() - excess)
                    .is_some_and(|shorter| is_valid(walk(self.root, shorter)))
            })
            .and_then(|excess| u32::try_from(excess).ok())
    }
}

/// A place in the automaton, for those who look at all that follows some digits and not at one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position(u16);

impl Position {
    /// Before the first digit of a calling code's national numbers.
    pub(super) fn before_digits(plan: &CallingCodePlan) -> Self {
        Self(plan.root)
    }

    /// Behind one digit more, 0 to 9.
    pub(super) fn behind(self, digit: u8) -> Self {
        Self(walk(self.0, &[digit]))
    }

    /// The valid number that the digits are if nothing follows: its territory among those that share
    /// the calling code, and its type.
    pub(super) fn number(self) -> Option<(u8, NumberType)> {
        outcome(self.0).and_then(|outcome| Some((outcome.territory, outcome.kind?)))
    }

    /// Whether no valid number goes on from here, nor ends here.
    pub(super) fn is_dead_end(self) -> bool {
        missing(self.0).is_none()
    }
}

/// How few digits more make a valid number.
fn missing(state: u16) -> Option<u8> {
    tables::MISSING.get(usize::from(state)).copied().filter(|missing| *missing != u8::MAX)
}

/// The ten ways on from a state.
fn ways(state: u16) -> &'static [u16] {
    let from = usize::from(state) * 10;
    tables::WAYS.get(from..from + 10).unwrap_or_default()
}

fn outcome(state: u16) -> Option<Outcome> {
    let index = tables::OUTCOME.get(usize::from(state))?;
    tables::OUTCOMES.get(usize::from(*index)).copied().flatten()
}

fn is_valid(state: u16) -> bool {
    outcome(state).is_some_and(|outcome| outcome.kind.is_some())
}

impl Territory {
    /// Whether the general description matches.
    pub(super) fn matches(&self, national: &[u8]) -> bool {
        tables::OUTCOME
            .get(usize::from(walk(self.general, national)))
            .is_some_and(|outcome| *outcome != 0)
    }

    /// The lengths of its numbers in general.
    pub(super) fn lengths(&self) -> Lengths {
        let [general, _, _] = self.lengths;
        lengths(general)
    }

    /// The lengths of its numbers that may be mobile or fixed; what no type has is left out.
    pub(super) fn subscriber_lengths(&self) -> Lengths {
        let [_, fixed, mobile] = self.lengths;
        let (fixed, mobile) = (lengths(fixed), lengths(mobile));
        Lengths {
            national: fixed.national | mobile.national,
            local: (fixed.local | mobile.local) & !(fixed.national | mobile.national),
        }
    }

    /// An example of a fixed-line number.
    pub(super) fn fixed_line_example(&self) -> Option<&'static str> {
        let [fixed, _] = self.examples;
        example(fixed)
    }

    /// An example of a mobile number.
    pub(super) fn mobile_example(&self) -> Option<&'static str> {
        let [_, mobile] = self.examples;
        example(mobile)
    }
}

fn lengths(index: u8) -> Lengths {
    let (national, local) = tables::LENGTHS.get(usize::from(index)).copied().unwrap_or((0, 0));
    Lengths { national, local }
}

fn example((start, length): (u16, u8)) -> Option<&'static str> {
    let start = usize::from(start);
    tables::EXAMPLES.get(start..start + usize::from(length)).filter(|digits| !digits.is_empty())
}

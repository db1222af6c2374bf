//! The questions that can be put to the numbering plan's tables. It knows digits only; how they are
//! found in a text is the parser's business.
//!
//! The functions that every number of a list goes through are `#[inline(always)]`, here and in the
//! modules around: the core is compiled for size, and then the compiler does not inline even the
//! smallest of them.

use super::{
    packed_digits::PackedDigits,
    tables::{self, CallingCodePlan, Lengths, Outcome, Prefix, Territory, Transform, Transition},
    terms::{LengthFault, NumberType, Possibility},
};

impl Lengths {
    /// Whether numbers of so many digits exist, in the terms of Google's library.
    #[inline(always)]
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

/// The automaton as it lies in memory, ten transitions for each state: for measuring its size
/// (`cargo xtask bench`).
#[must_use]
pub fn automaton() -> &'static [u16] {
    &tables::TRANSITIONS
}

/// Where a walk over some digits ended in the automaton.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    state: usize,
    /// How many more digits the last transition consumes before the state is reached; a number that
    /// ends before that is not valid.
    ahead: usize,
}

impl Position {
    #[inline(always)]
    fn start(root: Transition) -> Self {
        Self { state: root.state(), ahead: root.free_digits() }
    }

    /// Before the first digit of a calling code's national numbers.
    #[inline(always)]
    pub(super) fn before_digits(plan: &CallingCodePlan) -> Self {
        Self::start(plan.root)
    }

    /// The position behind one more digit, 0 to 9.
    pub(super) fn behind(self, digit: u8) -> Self {
        self.walk(&[digit])
    }

    /// Walks on over ASCII digits.
    #[inline(always)]
    fn walk(mut self, digits: &[u8]) -> Self {
        let mut at = self.ahead;
        while let Some(digit) = digits.get(at) {
            // The low half of an ASCII digit is its value.
            let next = self.state * 10 + usize::from(digit & 0x0f);
            let transition =
                tables::TRANSITIONS.get(next).map_or(Transition::NOWHERE, |next| Transition(*next));
            self.state = transition.state();
            at += 1 + transition.free_digits();
        }
        self.ahead = at - digits.len();
        self
    }

    /// Walks on over digits that come in several pieces.
    #[inline(always)]
    fn walk_all(self, pieces: &[&[u8]]) -> Self {
        pieces.iter().fold(self, |position, digits| position.walk(digits))
    }

    #[inline(always)]
    fn outcome(self) -> Option<Outcome> {
        let index = tables::OUTCOME.get(self.state).filter(|_| self.ahead == 0)?;
        tables::OUTCOMES.get(usize::from(*index)).copied().flatten()
    }

    /// What all of these digits lead to, from a root on.
    #[inline(always)]
    fn outcome_of(root: Transition, digits: PackedDigits) -> Option<Outcome> {
        let mut transition = root;
        let (mut rest, mut left) = (digits, digits.count());
        loop {
            let free = u32::from(transition.0 >> 13);
            if free >= left {
                let index = tables::OUTCOME.get(transition.state()).filter(|_| free == left)?;
                return tables::OUTCOMES.get(usize::from(*index)).copied().flatten();
            }
            let next = transition.state() * 10 + usize::from(rest.digit(free));
            transition =
                tables::TRANSITIONS.get(next).map_or(Transition::NOWHERE, |next| Transition(*next));
            rest = rest.without(free + 1);
            left -= free + 1;
        }
    }

    /// The valid number that the digits are if nothing follows: its territory among those that
    /// share the calling code, and its type.
    pub(super) fn number(self) -> Option<(u8, NumberType)> {
        self.outcome().and_then(|outcome| Some((outcome.territory, outcome.kind?)))
    }

    /// Whether no valid number goes on from here, nor ends here.
    pub(super) fn is_dead_end(self) -> bool {
        self.missing_digits().is_none()
    }

    /// How few digits more make a valid number.
    fn missing_digits(self) -> Option<usize> {
        let behind = tables::MISSING.get(self.state).filter(|missing| **missing != u8::MAX)?;
        Some(self.ahead + usize::from(*behind))
    }

    /// Whether digits more could make a valid number.
    fn leads_on(self) -> bool {
        (0..10).any(|digit| !self.behind(digit).is_dead_end())
    }
}

/// The calling code that ASCII digits begin with. No calling code is a prefix of another one, so
/// that the first three digits determine it.
#[inline(always)]
pub(super) fn leading_calling_code(digits: &[u8]) -> Option<&'static CallingCodePlan> {
    let value = |at: usize| digits.get(at).map_or(0, |digit| usize::from(digit & 0x0f));
    let index = tables::CODES.get(value(0) * 100 + value(1) * 10 + value(2))?;
    let code = tables::CALLING_CODES.get(usize::from(index.checked_sub(1)?))?;
    (usize::from(code.length) <= digits.len()).then_some(code)
}

/// [`leading_calling_code`] of at least three packed digits.
#[inline(always)]
pub(super) fn leading_calling_code_of(digits: PackedDigits) -> Option<&'static CallingCodePlan> {
    let leading = digits.digit(0) * 100 + digits.digit(1) * 10 + digits.digit(2);
    let index = tables::CODES.get(usize::from(leading))?;
    tables::CALLING_CODES.get(usize::from(index.checked_sub(1)?))
}

/// The plan of a calling code.
pub(super) fn calling_code(value: u16) -> Option<&'static CallingCodePlan> {
    let leading = match value {
        0 | 1000.. => return None,
        1..=9 => value * 100,
        10..=99 => value * 10,
        100..=999 => value,
    };
    let index = tables::CODES.get(usize::from(leading))?;
    let code = tables::CALLING_CODES.get(usize::from(index.checked_sub(1)?))?;
    (code.value == value).then_some(code)
}

/// The territory at an index that the tables gave.
#[inline(always)]
pub(super) fn territory(index: u8) -> &'static Territory {
    static NOWHERE: Territory = Territory {
        id: "",
        id_word: 0,
        calling_code: 0,
        plan: u8::MAX,
        general: Transition::NOWHERE,
        international_prefix: Prefix::NONE,
        national_prefix: Prefix::NONE,
        transform: Transform { inserted: "", group: 0 },
        dialed_prefix: "",
        lengths: [u8::MAX; 3],
    };
    tables::TERRITORIES.get(usize::from(index)).unwrap_or(&NOWHERE)
}

/// The index of the territory with this CLDR code, in either case.
pub(super) fn territory_of(code: &str) -> Option<u8> {
    let [one, other] = code.as_bytes() else { return None };
    territory_of_letters(*one, *other)
}

/// [`territory_of`] for the two bytes of a code.
#[inline(always)]
pub(super) fn territory_of_letters(one: u8, other: u8) -> Option<u8> {
    if !(one.is_ascii_alphabetic() && other.is_ascii_alphabetic()) {
        return None;
    }
    // The low five bits of a letter are its place in the alphabet.
    let letters = usize::from(one & 0x1f) * 26 + usize::from(other & 0x1f);
    let index = tables::BY_LETTERS.get(letters - 27).copied()?;
    (index != u8::MAX).then_some(index)
}

/// Every geographic territory in the order of their CLDR codes.
pub(super) fn territories() -> impl Iterator<Item = u8> {
    tables::BY_LETTERS.iter().copied().filter(|index| *index != u8::MAX)
}

impl CallingCodePlan {
    /// The territory that a national number belongs to, and its type if it is valid.
    #[inline(always)]
    pub(super) fn classify(&self, national: &[&[u8]]) -> (Option<u8>, Option<NumberType>) {
        match Position::before_digits(self).walk_all(national).outcome() {
            Some(outcome) => (Some(self.first + outcome.territory), outcome.kind),
            // Where only one region has the calling code, it is the region even of an invalid
            // number.
            None => ((self.count == 1).then_some(self.first), None),
        }
    }

    /// [`Self::classify`] for packed digits.
    #[inline(always)]
    pub(super) fn classify_packed(
        &self,
        national: PackedDigits,
    ) -> (Option<u8>, Option<NumberType>) {
        match Position::outcome_of(self.root, national) {
            Some(outcome) => (Some(self.first + outcome.territory), outcome.kind),
            None => ((self.count == 1).then_some(self.first), None),
        }
    }

    /// Whether these digits may be the beginning of a valid number that is longer.
    pub(super) fn leads_on(&self, national: &[u8]) -> bool {
        self.position(national).leads_on()
    }

    /// How few digits more could make a valid number of these, if any could.
    pub(super) fn missing_digits(&self, national: &[u8]) -> Option<u32> {
        self.position(national).missing_digits().and_then(|missing| u32::try_from(missing).ok())
    }

    /// How few digits less, taken from the end, would leave a valid number, if any would.
    pub(super) fn excess_digits(&self, national: &[u8]) -> Option<u32> {
        (1..national.len())
            .find(|excess| {
                national
                    .get(..national.len() - excess)
                    .is_some_and(|shorter| self.position(shorter).number().is_some())
            })
            .and_then(|excess| u32::try_from(excess).ok())
    }

    fn position(&self, national: &[u8]) -> Position {
        Position::before_digits(self).walk(national)
    }
}

impl Territory {
    /// Whether the general description matches the digits, which may come in several pieces.
    pub(super) fn matches(&self, national: &[&[u8]]) -> bool {
        Position::start(self.general).walk_all(national).outcome().is_some()
    }

    /// [`Self::matches`] for packed digits.
    #[inline(always)]
    pub(super) fn matches_packed(&self, national: PackedDigits) -> bool {
        Position::outcome_of(self.general, national).is_some()
    }

    /// The plan of its calling code.
    #[inline(always)]
    pub(super) fn plan(&self) -> Option<&'static CallingCodePlan> {
        tables::CALLING_CODES.get(usize::from(self.plan))
    }

    /// The lengths of its numbers in general.
    #[inline(always)]
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

    /// The lengths of its mobile numbers.
    pub(super) fn mobile_lengths(&self) -> Lengths {
        let [_, _, mobile] = self.lengths;
        lengths(mobile)
    }
}

#[inline(always)]
fn lengths(index: u8) -> Lengths {
    let (national, local) = tables::LENGTHS.get(usize::from(index)).copied().unwrap_or((0, 0));
    Lengths { national, local }
}

/// An example of the territory's mobile numbers, grouped as it is behind the calling code.
pub(super) fn mobile_example(territory: u8) -> Option<&'static str> {
    example(tables::MOBILE_EXAMPLES, territory)
}

/// An example of the territory's fixed-line numbers, grouped as it is behind the calling code.
pub(super) fn fixed_line_example(territory: u8) -> Option<&'static str> {
    example(tables::FIXED_LINE_EXAMPLES, territory)
}

fn example(examples: &'static str, territory: u8) -> Option<&'static str> {
    examples.split('\n').nth(usize::from(territory)).filter(|grouped| !grouped.is_empty())
}

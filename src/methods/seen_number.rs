//! A phone number as a list shows it, perhaps with digits masked. It owns telling such numbers from
//! other text and comparing them; whether they are valid is for `phone` to say.

use crate::{
    phone::{CallingCode, PhoneNumber, Region},
    text,
};

/// A number as it is shown. Two are equal whose digits are, however they are grouped.
#[derive(Clone, Debug)]
pub struct SeenNumber {
    /// Digits, with `None` for each masked one. Punctuation is left out; an extension too.
    digits: Vec<Option<u8>>,
    written: String,
}

/// Whether two numbers are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sameness {
    /// Every digit is the same.
    Same,
    /// Every digit that both show is the same, but some are masked.
    MayBeSame,
    /// They differ.
    Different,
}

impl PartialEq for SeenNumber {
    fn eq(&self, other: &Self) -> bool {
        self.digits == other.digits
    }
}

impl Eq for SeenNumber {}

impl SeenNumber {
    /// Reads `+81 9012345678`, `+81 XXXXXXXX78`, `*** *** 1234`. `None` for every other text.
    #[must_use]
    pub fn parse(shown: &str) -> Option<Self> {
        // The longest numbers have 15 digits (E.164); with brackets and spaces that doubles.
        const LONGEST: usize = 120;
        if shown.len() > LONGEST {
            return None;
        }
        let mut digits = Vec::new();
        let mut characters = shown.trim().chars().peekable();
        let mut in_extension = false;
        while let Some(character) = characters.next() {
            match (character, text::fold_compat(character)) {
                (_, digit @ '0'..='9') => {
                    if !in_extension {
                        digits.push(text::ascii_digit(digit));
                    }
                }
                // "x123" after a number is an extension, "xxx" and "123xxxx78" are masks.
                (_, 'x' | 'X')
                    if !digits.is_empty()
                        && digits.iter().all(Option::is_some)
                        && characters.clone().all(|rest| rest.is_ascii_digit()) =>
                {
                    in_extension = true;
                }
                (_, 'x' | 'X' | '*' | '#') | ('•' | '●' | '∗', _) => digits.push(None),
                (_, '+' | ' ' | '-' | '(' | ')' | '.') => {}
                _ => return None,
            }
        }
        // A code of an app or a count is shorter; "1" to "6" digits are no phone number.
        (digits.len() >= 7 && digits.iter().flatten().count() >= 2)
            .then(|| Self { digits, written: shown.trim().to_owned() })
    }

    /// Compares two numbers, both with their calling code.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Sameness {
        if self.digits.len() != other.digits.len() {
            return Sameness::Different;
        }
        let mut masked = false;
        for (one, other) in self.digits.iter().zip(&other.digits) {
            match (one, other) {
                (Some(one), Some(other)) if one != other => return Sameness::Different,
                (Some(_), Some(_)) => {}
                _ => masked = true,
            }
        }
        if !masked {
            return Sameness::Same;
        }
        // Masks leave the last digits, which say most, since many numbers share a calling code and
        // an area. Where no calling code is shown, two digits in common are too few.
        const LAST: usize = 4;
        let in_common =
            |(one, other): &(&Option<u8>, &Option<u8>)| one.is_some() && other.is_some();
        let pairs = || self.digits.iter().zip(&other.digits).rev();
        let enough = pairs().take(LAST).filter(in_common).count() >= 2
            && pairs().filter(in_common).count() >= 3;
        if enough { Sameness::MayBeSame } else { Sameness::Different }
    }

    /// As it is shown, without the space around it.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The region whose rules stand for the calling code that is shown behind a plus.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        let code = self.written.strip_prefix('+')?.split(|it: char| !it.is_ascii_digit()).next()?;
        if !self.is_masked() {
            return PhoneNumber::parse(&self.written, None).ok()?.region();
        }
        code.parse().ok().and_then(CallingCode::new).map(CallingCode::main_region)
    }

    /// Whether a digit is masked.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.digits.iter().any(Option::is_none)
    }
}

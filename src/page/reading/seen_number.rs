//! A phone number as a list shows it, perhaps with digits masked. It owns telling such numbers from
//! other text and comparing them; it does not know whether they are valid.

/// Digits, with `None` for each masked one. Punctuation is left out; an extension too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenNumber(Vec<Option<u8>>);

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

impl SeenNumber {
    /// Reads `+81 9012345678`, `+81 XXXXXXXX78`, `*** *** 1234`. `None` for every other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // The longest numbers have 15 digits (E.164); with brackets and spaces that doubles.
        const LONGEST: usize = 120;
        if text.len() > LONGEST {
            return None;
        }
        let mut digits = Vec::new();
        let mut masks = 0_u32;
        let mut characters = text.trim().chars().peekable();
        let mut seen_extension = false;
        while let Some(character) = characters.next() {
            match character {
                '0'..='9' if !seen_extension => digits.push(u8::try_from(character).ok()),
                '0'..='9' => {}
                '０'..='９' => {
                    digits.push(u8::try_from(u32::from(character) - 0xff10 + 0x30).ok());
                }
                // "x123" after a digit is an extension, "xxxx" is a mask.
                'x' | 'X'
                    if masks == 0
                        && !digits.is_empty()
                        && characters.peek().is_some_and(char::is_ascii_digit) =>
                {
                    seen_extension = true;
                }
                'x' | 'X' | '*' | '•' | '●' | '∗' | '＊' | '#' => {
                    masks += 1;
                    digits.push(None);
                }
                '+'
                | '＋'
                | ' '
                | '\u{a0}'
                | '\u{202f}'
                | '-'
                | '‐'
                | '‑'
                | '–'
                | '('
                | ')'
                | '.'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' => {}
                _ => return None,
            }
        }
        // A code of an app or a count is shorter; "1" to "6" digits are no phone number.
        (digits.len() >= 7 && digits.iter().flatten().count() >= 2).then_some(Self(digits))
    }

    /// Compares two numbers, both with their calling code.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Sameness {
        if self.0.len() != other.0.len() {
            return Sameness::Different;
        }
        let mut shown_by_both = 0;
        let mut masked = false;
        for (one, other) in self.0.iter().zip(&other.0) {
            match (one, other) {
                (Some(one), Some(other)) if one != other => return Sameness::Different,
                (Some(_), Some(_)) => shown_by_both += 1,
                _ => masked = true,
            }
        }
        match (masked, shown_by_both) {
            (false, _) => Sameness::Same,
            // A calling code alone in common says nothing.
            (true, 4..) => Sameness::MayBeSame,
            (true, _) => Sameness::Different,
        }
    }

    /// Whether a digit is masked.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.0.iter().any(Option::is_none)
    }
}

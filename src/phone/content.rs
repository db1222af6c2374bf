//! What stands in a field, character by character: digits, the gaps between them, an extension. It
//! owns what may stand there at all and in which writing; the numbering plan is not asked.

use super::{
    digits::{Digits, LONGEST_EXTENSION},
    terms::NotANumber,
};
use crate::text::fold_compat;
use std::ops::Range;

/// Longer texts are no phone numbers: 15 digits, a separator behind each, and an extension are
/// shorter.
const MOST_CHARACTERS: usize = 64;

/// With this many digits on both sides of a slash there are two numbers; fewer are an area code.
const WHOLE_NUMBER: usize = 7;

/// The words for an extension in the languages of the pages, lower case. Longer ones first where
/// one ends with another, since they are compared from their end.
const EXTENSION_LABELS: [&str; 32] = [
    ";ext",
    "extension",
    "extensión",
    "extensión",
    "extn",
    "ext",
    "xtn",
    "x",
    "#",
    "~",
    ",,",
    ",",
    ";",
    "durchwahl",
    "app",
    "poste",
    "interno",
    "int",
    "ramal",
    "anexo",
    "anknytning",
    "toestel",
    "wewn",
    "доб",
    "вн",
    "内線番号",
    "内線",
    "內線",
    "分机",
    "分機",
    "내선",
    "داخلي",
];

/// What stands between two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Nothing,
    /// One space, as Microsoft's form has it behind the calling code.
    Space,
    /// More than one space, or a kind of space that is not ASCII's.
    Blanks,
    /// Hyphens, dots, brackets, slashes in ASCII.
    Punctuation,
    /// Punctuation of other scripts, and invisible characters.
    ForeignPunctuation,
}

/// An extension at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extension {
    pub(super) digits: Digits<LONGEST_EXTENSION>,
    /// Written as `x123`, directly behind the number.
    pub(super) in_form: bool,
}

/// The content of a field that consists of what phone numbers consist of.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) plus: bool,
    pub(super) digits: Digits<MOST_CHARACTERS>,
    /// Before each digit, and behind the last.
    gaps: Vec<Gap>,
    /// Some digit, or the plus sign, is not the ASCII one.
    pub(super) fullwidth: bool,
    pub(super) extension: Option<Extension>,
    /// How many digits stand before the plus sign; usually 0. More where the page had filled in the
    /// calling code and a whole number was pasted behind it.
    pub(super) digits_before_plus: usize,
    /// How many digits stand before a slash, comma or semicolon, if they may be a whole number.
    second_number_from: Option<usize>,
    /// How many digits stand before a `0` in brackets of its own.
    zero_in_brackets: Option<usize>,
}

impl Content {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Why it cannot be a phone number.
    pub(super) fn read(typed: &str) -> Result<Self, NotANumber> {
        if typed.len() > 4 * MOST_CHARACTERS || typed.chars().count() > MOST_CHARACTERS {
            return Err(NotANumber::TooMuchText);
        }
        if typed.chars().any(|character| fold_compat(character) == '@') {
            return Err(NotANumber::EmailAddress);
        }
        let characters: Vec<char> = typed.chars().collect();
        let (number, extension) = split_extension(&characters)?;
        let (number, first_gap) = match behind_scheme(number) {
            Some(number) => (number, Gap::ForeignPunctuation),
            None => (number, Gap::Nothing),
        };
        let mut content = Self {
            plus: false,
            digits: Digits::EMPTY,
            gaps: vec![first_gap],
            fullwidth: false,
            extension,
            digits_before_plus: 0,
            second_number_from: None,
            zero_in_brackets: None,
        };
        for (index, character) in number.iter().enumerate() {
            if is_zero_in_brackets(number.get(index..).unwrap_or_default()) {
                content.zero_in_brackets = Some(content.count());
            }
            content.take(*character)?;
        }
        if content.second_number_from.is_some_and(|from| content.count() - from >= WHOLE_NUMBER) {
            return Err(NotANumber::SeveralNumbers);
        }
        if content.digits.is_empty() {
            return Err(NotANumber::NoDigits);
        }
        Ok(content)
    }

    fn take(&mut self, character: char) -> Result<(), NotANumber> {
        let folded = fold_compat(character);
        match folded {
            '0'..='9' => {
                self.fullwidth |= character != folded;
                self.digits.push(u8::try_from(folded).unwrap_or(b'0'));
                self.gaps.push(Gap::Nothing);
            }
            '+' => {
                self.fullwidth |= character != folded;
                if self.plus && self.digits.is_empty() {
                    self.widen(Gap::Punctuation);
                } else if !self.digits.is_empty() {
                    self.digits_before_plus = match self.count() {
                        count @ 1..=3 if self.digits_before_plus == 0 => count,
                        _ => return Err(NotANumber::SeveralNumbers),
                    };
                }
                self.plus = true;
            }
            ' ' if character == ' ' => self.widen(Gap::Space),
            _ if folded.is_whitespace() => self.widen(Gap::Blanks),
            '-' | '.' | '(' | ')' | '[' | ']' | '/' | ',' | ';' | '~' => {
                let foreign = character != folded;
                if matches!(folded, '/' | ',' | ';') && self.count() >= WHOLE_NUMBER {
                    self.second_number_from = Some(self.count());
                }
                self.widen(if foreign { Gap::ForeignPunctuation } else { Gap::Punctuation });
            }
            _ if folded.is_alphabetic() => return Err(NotANumber::Letters),
            _ => return Err(NotANumber::OtherCharacters),
        }
        Ok(())
    }

    fn count(&self) -> usize {
        self.digits.as_bytes().len()
    }

    fn widen(&mut self, by: Gap) {
        if let Some(gap) = self.gaps.last_mut() {
            *gap = match (*gap, by) {
                (Gap::Nothing, by) => by,
                (Gap::ForeignPunctuation, _) | (_, Gap::ForeignPunctuation) => {
                    Gap::ForeignPunctuation
                }
                (Gap::Punctuation, _) | (_, Gap::Punctuation) => Gap::Punctuation,
                _ => Gap::Blanks,
            };
        }
    }

    /// What stands before a digit, counted from 0.
    pub(super) fn gap_before(&self, digit: usize) -> Gap {
        self.gaps.get(digit).copied().unwrap_or(Gap::Nothing)
    }

    /// The first of these digits with a gap before it.
    pub(super) fn gap_before_any(&self, mut digits: Range<usize>) -> Option<usize> {
        digits.find(|digit| self.gap_before(*digit) != Gap::Nothing)
    }

    /// Whether this digit is a zero in brackets, `(0)`: it is dialed only inside the country.
    pub(super) fn has_zero_in_brackets(&self, digit: usize) -> bool {
        self.zero_in_brackets == Some(digit)
    }

    /// Whether there is a gap that does not belong. Those before the `expected` digits are judged
    /// on their own; in ASCII, gaps may be `accepted`.
    pub(super) fn has_punctuation(&self, expected: &[usize], accepted: bool) -> bool {
        self.gaps.iter().enumerate().any(|(index, gap)| match gap {
            Gap::Nothing => false,
            // Spaces around the whole are taken off by every page.
            Gap::Space if index == 0 || index + 1 == self.gaps.len() => false,
            Gap::Space | Gap::Blanks if expected.contains(&index) => false,
            Gap::Space | Gap::Punctuation => !accepted,
            Gap::Blanks | Gap::ForeignPunctuation => true,
        })
    }
}

/// `(0)` or `[0]`, in any width, at the front.
fn is_zero_in_brackets(characters: &[char]) -> bool {
    let folded: Vec<char> = characters.iter().take(3).map(|it| fold_compat(*it)).collect();
    matches!(folded.as_slice(), ['(', '0', ')'] | ['[', '0', ']'])
}

/// The number of a link, `tel:+81-90-1234-5678`, or of the line under somebody's name.
fn behind_scheme(characters: &[char]) -> Option<&[char]> {
    const SCHEME: &str = "tel:";
    let start = characters.iter().position(|character| fold_compat(*character) != ' ')?;
    let (scheme, number) = characters.get(start..)?.split_at_checked(SCHEME.len())?;
    let is_scheme = scheme.iter().flat_map(|it| fold_compat(*it).to_lowercase()).eq(SCHEME.chars());
    is_scheme.then_some(number)
}

/// Cuts off an extension: a label, perhaps a stop or colon, digits, perhaps `#`.
fn split_extension(characters: &[char]) -> Result<(&[char], Option<Extension>), NotANumber> {
    let folded: Vec<char> = characters.iter().map(|character| fold_compat(*character)).collect();
    let trimmed = folded.iter().rposition(|c| !matches!(c, ' ' | ')')).map_or(0, |last| last + 1);
    let hash = folded.get(trimmed.saturating_sub(1)) == Some(&'#');
    let end = if hash { trimmed - 1 } else { trimmed };
    let before_end = folded.get(..end).unwrap_or_default();
    let start = end - count_from_end(before_end, |character| character.is_ascii_digit());
    let before_digits = folded.get(..start).unwrap_or_default();
    let label_end =
        start - count_from_end(before_digits, |c| matches!(c, ' ' | ':' | '.' | '-' | '='));
    let lower: String = folded
        .get(..label_end)
        .unwrap_or_default()
        .iter()
        .flat_map(|character| character.to_lowercase())
        .collect();
    let Some(label) = EXTENSION_LABELS.iter().find(|label| lower.ends_with(*label)) else {
        return Ok((characters, None));
    };
    let length = label.chars().count();
    let label_start = label_end.saturating_sub(length);
    let number_end = label_start
        - count_from_end(folded.get(..label_start).unwrap_or_default(), |c| {
            matches!(c, ' ' | ',' | ';' | '(' | '-' | '.')
        });
    let number = characters.get(..number_end).unwrap_or_default();
    let has_number = number.iter().filter(|c| fold_compat(**c).is_ascii_digit()).count() >= 3;
    if !has_number {
        return Ok((characters, None));
    }
    if end - start > LONGEST_EXTENSION {
        return Err(NotANumber::TooMuchText);
    }
    // A second number behind a comma or slash is no extension.
    if matches!(*label, "," | ";" | ",,") && end - start > 6 {
        return Err(NotANumber::SeveralNumbers);
    }
    let mut digits = Digits::EMPTY;
    for character in folded.get(start..end).unwrap_or_default() {
        digits.push(u8::try_from(*character).unwrap_or(b'0'));
    }
    let as_written = characters.get(number_end..).unwrap_or_default();
    let in_form = matches!(
        as_written,
        ['x', rest @ ..] if !rest.is_empty() && rest.iter().all(char::is_ascii_digit)
    );
    Ok((number, Some(Extension { digits, in_form })))
}

fn count_from_end(characters: &[char], which: impl Fn(char) -> bool) -> usize {
    characters.iter().rev().take_while(|character| which(**character)).count()
}

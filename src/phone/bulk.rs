//! Many numbers in one go, as a file of users has them: lines in, one small answer for each. It owns
//! the form of lines and answers; what is answered is what [`PhoneNumber`](super::PhoneNumber)
//! answers, without a number being kept.
//!
//! ```
//! use sparekey::phone::{Region, bulk::{self, Assumed}};
//! let lines = "090-1234-5678\n+390236618300\nnone";
//! let regions: Vec<_> = bulk::read(lines, Assumed::Region(Region::new("JP")))
//!     .map(|answer| answer.ok().and_then(|number| number.region).map(Region::as_str))
//!     .collect();
//! assert_eq!(regions, [Some("JP"), Some("IT"), None]);
//! ```

use super::{
    eight::position,
    number::{NumberType, ParseError, Possibility},
    parse::{Found, interpret},
    region::{CallingCode, Region},
    scan::scan,
};
use std::borrow::Cow;

/// The region that a number without `+` or international prefix is taken for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The same for every line, or none.
    Region(Option<Region>),
    /// Each line names its own (CLDR code, or nothing) before a tab.
    OfEachLine,
}

/// What is to be known of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The country calling code.
    pub calling_code: CallingCode,
    /// The region it belongs to, if any ([`PhoneNumber::region`](super::PhoneNumber::region)).
    pub region: Option<Region>,
    /// The kind of line; `None` when the number is not valid.
    pub number_type: Option<NumberType>,
    /// Whether its length fits.
    pub possibility: Possibility,
    /// So many digits has the national number, leading zeros included; 2 to 17.
    pub national_digits: u8,
    /// The national number's value.
    pub national_value: u64,
}

/// Reads each line of a text. A line ends with `\n` or `\r\n`; behind the last one there may be none.
///
/// # Errors
/// Each answer is an error where [`PhoneNumber::parse`](super::PhoneNumber::parse) has one.
pub fn read(lines: &str, assumed: Assumed) -> impl Iterator<Item = Result<Answer, ParseError>> {
    Lines(lines).map(move |line| assumed.read(line))
}

impl Assumed {
    fn read(self, line: &str) -> Result<Answer, ParseError> {
        match self {
            Self::Region(region) => answer(line, region),
            Self::OfEachLine => {
                let (region, text) =
                    line.split_at_checked(position(line.as_bytes(), b'\t')).unwrap_or_default();
                match text.strip_prefix('\t') {
                    Some(text) => answer(text, Region::new(region)),
                    None => answer(line, None),
                }
            }
        }
    }
}

/// [`read`] in a form that can cross to JavaScript at once: four words for each line. Bytes that are
/// not UTF-8 stand for a character that no number has.
///
/// | word | bits | |
/// |---|---|---|
/// | 0 | 0–15 | calling code; 0 if the line could not be read |
/// |   | 16–23 | kind of line: 0 not valid, then in [`NumberType`]'s order from 1 |
/// |   | 24–31 | length: in [`Possibility`]'s order from 0; of a line that could not be read why, in [`ParseError`]'s order from 0 |
/// | 1 | 0–23 | region: three ASCII characters, the first in the lowest bits; 0 for none |
/// |   | 24–31 | how many digits the national number has |
/// | 2, 3 | | the national number's value, low half first |
///
/// ```
/// use sparekey::phone::bulk::{Assumed, read_to_words};
/// let words = read_to_words(b"JP\t090-1234-5678\n", Assumed::OfEachLine);
/// // Calling code 81, a mobile number, of a possible length.
/// assert_eq!(words[0], 81 | 2 << 16);
/// assert_eq!(words[2], 9_012_345_678_u64 as u32);
/// ```
#[must_use]
pub fn read_to_words(lines: &[u8], assumed: Assumed) -> Vec<u32> {
    let lines = match str::from_utf8(lines) {
        Ok(lines) => Cow::Borrowed(lines),
        Err(_) => String::from_utf8_lossy(lines),
    };
    // A line is seldom shorter than a national number.
    let mut words = Vec::with_capacity(lines.len() / 3);
    for answer in read(&lines, assumed) {
        words.extend(words_of(answer));
    }
    words
}

/// The first of the words of [`read_to_words`] for one line, with nothing allocated.
#[must_use]
pub fn read_to_word(line: &str, assumed: Assumed) -> u32 {
    let [word, ..] = words_of(assumed.read(line));
    word
}

#[inline(always)]
fn words_of(answer: Result<Answer, ParseError>) -> [u32; 4] {
    match answer {
        Ok(answer) => answer.words(),
        Err(error) => [(error as u32) << 24, 0, 0, 0],
    }
}

impl Answer {
    #[inline(always)]
    fn words(self) -> [u32; 4] {
        let kind = self.number_type.map_or(0, |kind| kind as u32 + 1);
        let id = self.region.map_or("", Region::as_str).bytes();
        let region = id.rev().fold(0, |id, character| id << 8 | u32::from(character));
        let [low, high] = halves(self.national_value);
        [
            u32::from(self.calling_code.value()) | kind << 16 | (self.possibility as u32) << 24,
            region | u32::from(self.national_digits) << 24,
            low,
            high,
        ]
    }
}

fn halves(value: u64) -> [u32; 2] {
    let [a, b, c, d, e, f, g, h] = value.to_le_bytes();
    [u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([e, f, g, h])]
}

fn answer(text: &str, assumed: Option<Region>) -> Result<Answer, ParseError> {
    let (mut scanned, mut rewritten) = (None, None);
    let scanned = scan(text, &mut scanned)?;
    Ok(summary(&interpret(&scanned, assumed, &mut rewritten)?))
}

#[inline(always)]
fn summary(found: &Found<'_>) -> Answer {
    let (territory, number_type) = found.classify();
    let mut national_value = 0;
    for digit in found.national.pieces().into_iter().flatten() {
        // 17 digits fit.
        national_value = national_value * 10 + u64::from(digit & 0x0f);
    }
    Answer {
        calling_code: CallingCode::of(found.plan),
        region: territory.map(Region::from_index),
        number_type,
        possibility: found.possibility(),
        national_digits: u8::try_from(found.national.len()).unwrap_or(u8::MAX),
        national_value,
    }
}

/// [`str::lines`], but for lines as short as these.
struct Lines<'a>(&'a str);

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.0.is_empty() {
            return None;
        }
        let end = position(self.0.as_bytes(), b'\n');
        let (line, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..).unwrap_or_default();
        Some(line.strip_suffix('\r').unwrap_or(line))
    }
}

#[cfg(test)]
mod tests {
    use super::{Assumed, Lines, read, read_to_words};
    use crate::phone::{ParseError, PhoneNumber, Region};

    #[test]
    fn lines_are_split_as_the_standard_library_splits_them() {
        for text in ["", "\n", "a", "a\n", "a\n\nb", "\r\na\r\n\r", "ä\nö\r", "a\rb\n"] {
            let expected: Vec<&str> = text.split_terminator('\n').collect();
            let expected: Vec<&str> =
                expected.iter().map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
            assert_eq!(Lines(text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_line_gets_the_answer_that_a_number_on_its_own_gets() {
        let reference = include_str!("../../tests/data/reference.tsv");
        let mut lines = String::new();
        let mut alone = Vec::new();
        for row in reference.lines() {
            let columns: Vec<&str> = row.splitn(3, '\t').collect();
            let [region, text, _] = columns.as_slice() else { continue };
            lines.push_str(&format!("{region}\t{text}\n"));
            alone.push(PhoneNumber::parse(text, Region::new(region)));
        }
        assert!(alone.len() > 300, "the table has shrunk to {} lines", alone.len());
        let together: Vec<_> = read(&lines, Assumed::OfEachLine).collect();
        assert_eq!(together.len(), alone.len());
        for (answer, number) in together.iter().zip(&alone) {
            match (answer, number) {
                (Ok(answer), Ok(number)) => {
                    assert_eq!(answer.calling_code, number.calling_code());
                    assert_eq!(answer.region, number.region());
                    assert_eq!(answer.number_type, number.number_type());
                    assert_eq!(answer.possibility, number.possibility());
                    let digits = usize::from(answer.national_digits);
                    let national = format!("{:0digits$}", answer.national_value);
                    assert_eq!(national, number.national_number());
                }
                (answer, number) => assert_eq!(answer.err(), number.err()),
            }
        }
    }

    #[test]
    fn words_hold_what_the_table_says() {
        let italy = Assumed::Region(Region::new("IT"));
        let words = read_to_words(b"02 3661 8300\nnone\xff\n+80012345678", italy);
        let (rows, _) = words.as_chunks::<4>();
        let [landline, none, freephone] = rows else { panic!("three lines give {rows:?}") };
        assert_eq!(*landline, [39 | 1 << 16, u32::from_le_bytes(*b"IT\0\x0a"), 236_618_300, 0]);
        assert_eq!(*none, [(ParseError::NotANumber as u32) << 24, 0, 0, 0]);
        assert_eq!(*freephone, [800 | 4 << 16, u32::from_le_bytes(*b"001\x08"), 12_345_678, 0]);
    }

    #[test]
    fn without_a_region_of_its_own_a_line_needs_the_plus_sign() {
        let lines = "JP\t0312345678\n\t0312345678\n0312345678\n\t+81312345678";
        let read: Vec<_> = read(lines, Assumed::OfEachLine).map(|answer| answer.is_ok()).collect();
        assert_eq!(read, [true, false, false, true]);
    }
}

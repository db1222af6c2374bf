//! Many numbers in one go, as a file of users has them: lines in, one small answer for each. It
//! owns the form of lines and answers; what is answered is what [`PhoneNumber`](super::PhoneNumber)
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

pub use super::answer::Answer;

use super::{
    fast_path,
    parse::{Found, interpret},
    region::{CallingCode, Region},
    scan::scan,
    swar::{count, position},
    terms::ParseError,
};

/// The region that a number without `+` or international prefix is taken for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The same for every line, or none.
    Region(Option<Region>),
    /// Each line names its own (CLDR code, or nothing) before a tab.
    OfEachLine,
}

/// Reads each line of a text. A line ends with `\n` or `\r\n`; behind the last one there may be
/// none.
///
/// # Errors
/// Each answer is an error where [`PhoneNumber::parse`](super::PhoneNumber::parse) has one.
pub fn read(lines: &str, assumed: Assumed) -> impl Iterator<Item = Result<Answer, ParseError>> {
    Answers { rest: lines.as_bytes(), assumed }
}

/// The answers for lines that are still to be read.
struct Answers<'a> {
    rest: &'a [u8],
    assumed: Assumed,
}

impl Iterator for Answers<'_> {
    type Item = Result<Answer, ParseError>;

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (answer, length) = match self.fast() {
            Some((answer, length)) => (Ok(answer), length),
            None => self.general(),
        };
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(answer)
    }
}

impl Answers<'_> {
    /// The answer of the fast path for the first line, and the line's length.
    #[inline(always)]
    fn fast(&self) -> Option<(Answer, usize)> {
        let (region, before) = match (self.assumed, self.rest) {
            (Assumed::Region(region), _) => (region, 0),
            (Assumed::OfEachLine, [b'\t', ..]) => (None, 1),
            (Assumed::OfEachLine, [one, other, b'\t', ..]) => {
                (Some(Region::of_letters(*one, *other)?), 3)
            }
            _ => return None,
        };
        let (answer, length) = fast_path::line(self.rest.get(before..)?, region)?;
        Some((answer, before + length))
    }

    /// The answer of the general parser for the first line, and the line's length.
    #[inline(never)]
    fn general(&self) -> (Result<Answer, ParseError>, usize) {
        let end = position(self.rest, b'\n');
        let line = self.rest.get(..end).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        (self.assumed.read(&String::from_utf8_lossy(line)), end + 1)
    }
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

/// [`read`] as one typed array for JavaScript: four words for each line. Bytes that are not UTF-8
/// are read as the replacement character, which no number has.
///
/// | word | bits | |
/// |---|---|---|
/// | 0 | 0–15 | calling code; 0 if the line could not be read |
/// |   | 16–23 | kind of line: 0 not valid, then in [`NumberType`](super::NumberType)'s order from 1 |
/// |   | 24–31 | length: in [`Possibility`](super::Possibility)'s order from 0; of a line that could not be read why, in [`ParseError`]'s order from 0 |
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
    let unended = usize::from(lines.last().is_some_and(|last| *last != b'\n'));
    // Allocated at once: checking the capacity at each line costs more than counting the lines
    // first.
    let mut words = vec![0; 4 * (count(lines, b'\n') + unended)];
    let (rows, _) = words.as_chunks_mut();
    fill(rows, lines, assumed);
    words
}

/// Writes the words of as many lines as there are rows. Lists and single lines share this one
/// function, because the whole fast path is inlined into it.
#[inline(never)]
fn fill(rows: &mut [[u32; 4]], lines: &[u8], assumed: Assumed) {
    for (row, answer) in rows.iter_mut().zip(Answers { rest: lines, assumed }) {
        *row = words_of(answer);
    }
}

/// A single text longer than this, in bytes, goes to the general parser.
const LONGEST_ALONE: usize = 112;

/// The first of the words of [`read_to_words`] for one line, with nothing allocated.
#[must_use]
pub fn read_to_word(line: &str, assumed: Assumed) -> u32 {
    let mut rows = [[0; 4]];
    // The fast path reads sixteen bytes at a time, so that the text is copied to where as many
    // follow. A text with a line end inside, or with `\r` at its end, would be cut there.
    let mut buffer = [b'\n'; LONGEST_ALONE + 16];
    match buffer.get_mut(..line.len()) {
        Some(place)
            if place.len() <= LONGEST_ALONE
                && !line.ends_with('\r')
                && count(line.as_bytes(), b'\n') == 0 =>
        {
            place.copy_from_slice(line.as_bytes());
            fill(&mut rows, &buffer, assumed);
        }
        _ => rows = [words_of(assumed.read(line))],
    }
    let [[word, ..]] = rows;
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
        let region = self.region.map_or(0, |region| region.territory().id_word);
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

#[cfg(test)]
mod tests {
    use super::{Answers, Assumed, read, read_to_word, read_to_words, words_of};
    use crate::phone::{CallingCode, ParseError, PhoneNumber, Region};

    #[test]
    fn lines_are_split_as_the_standard_library_splits_them() {
        for text in ["", "\n", "a", "a\n", "a\n\nb", "\r\na\r\n\r", "ä\nö\r", "a\rb\n"] {
            let expected = text.split_terminator('\n').count();
            assert_eq!(read(text, Assumed::Region(None)).count(), expected, "{text:?}");
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

    /// Numbers that look random (Knuth's MMIX generator), the same on every run.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, bound: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % bound
        }

        fn digits(&mut self, count: usize) -> String {
            (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
        }
    }

    /// Examples of all regions with digits more, less and others; in national and international
    /// form, with every prefix there is; digits at random behind every calling code and in every
    /// region.
    fn lines(chance: &mut Chance) -> Vec<(Option<Region>, String)> {
        let mut lines = Vec::new();
        for region in Region::all() {
            let examples = [region.example_mobile(), region.example_fixed_line()];
            for example in examples.into_iter().flatten() {
                for neighbor in 0..12 {
                    let mut national = example.national_number().to_owned();
                    let kept = national.len().saturating_sub(neighbor);
                    national.truncate(kept.max(1));
                    let more = chance.below(neighbor + 2);
                    national.push_str(&chance.digits(more));
                    let code = region.calling_code();
                    let prefix = region.trunk_prefix();
                    for dialed in [
                        national.clone(),
                        format!("+{code}{national}"),
                        format!("+{code}{prefix}{national}"),
                        format!("{prefix}{national}"),
                        format!("{code}{national}"),
                        format!("{code}{prefix}{national}"),
                        format!("00{code}{national}"),
                        format!("{}{national}", chance.digits(neighbor % 4)),
                    ] {
                        lines.push((Some(region), dialed));
                    }
                }
            }
            for _ in 0..40 {
                let count = 2 + chance.below(17);
                lines.push((Some(region), chance.digits(count)));
            }
        }
        for code in CallingCode::all() {
            for _ in 0..60 {
                let count = chance.below(17);
                lines.push((None, format!("+{code}{}", chance.digits(count))));
            }
        }
        lines
    }

    /// Holds the fast path against the general parser; whether the fast path answers at all.
    fn both_paths_agree(line: &str, region: Option<Region>) -> bool {
        let bytes = format!("{line}\nbehind the line");
        let answers = Answers { rest: bytes.as_bytes(), assumed: Assumed::Region(region) };
        let Some((fast, length)) = answers.fast() else { return false };
        let (general, all) = answers.general();
        assert_eq!((Ok(fast), length), (general, all), "{line:?} in {region:?}");
        true
    }

    #[test]
    fn the_fast_path_answers_what_the_general_parser_answers() {
        let chance = &mut Chance(27);
        let (mut all, mut fast) = (0, 0);
        for (region, line) in lines(chance) {
            all += 1;
            fast += usize::from(both_paths_agree(&line, region));
            // The same with separators, full-width, in pieces, with something that does not belong.
            let odd = [
                "-", " ", ".", ") ", "/", "+", "\u{2010}", "\u{3000}", "\u{ff0d}", "\r", "x", "٣",
                "\t", "#", "\u{ff}",
            ];
            let mut messy = String::new();
            for character in line.chars() {
                if chance.below(5) == 0 {
                    let bound = if chance.below(6) == 0 { odd.len() } else { 9 };
                    messy.push_str(odd[chance.below(bound)]);
                }
                messy.push(match char::from_u32(u32::from(character) + 0xfee0) {
                    Some(wide) if chance.below(4) == 0 => wide,
                    _ => character,
                });
            }
            both_paths_agree(&messy, region);
        }
        assert!(fast > all / 2, "of {all} lines the fast path answers {fast}");
    }

    #[test]
    fn a_line_on_its_own_gets_the_word_that_it_gets_in_a_list() {
        let mut texts: Vec<String> =
            lines(&mut Chance(29)).into_iter().map(|(_, line)| line).collect();
        for odd in [
            "",
            "\n",
            "+819012345678\n",
            "\n+819012345678",
            "+8190\n12345678",
            "+819012345678\r",
            "83;phone-context=h0\r",
        ] {
            texts.push(odd.to_owned());
        }
        texts.extend((90..140).map(|count| format!("+81 90{:-<count$}12345678", "")));
        let italy = Assumed::Region(Region::new("IT"));
        for text in texts {
            let expected = words_of(italy.read(&text))[0];
            assert_eq!(read_to_word(&text, italy), expected, "{text:?}");
        }
    }

    #[test]
    fn no_bytes_lead_the_fast_path_astray() {
        let chance = &mut Chance(28);
        let bytes = b"+0123456789- \r\n\tJP\xef\xbc\x8b\x90\x99\xe2\x80\xe3x";
        for _ in 0..20_000 {
            let count = chance.below(60);
            let text: Vec<u8> = (0..count).map(|_| bytes[chance.below(bytes.len())]).collect();
            for assumed in [Assumed::Region(Region::new("JP")), Assumed::OfEachLine] {
                let answers = Answers { rest: &text, assumed };
                if let Some((fast, length)) = answers.fast() {
                    assert_eq!((Ok(fast), length), answers.general(), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_that_ends_where_a_region_could_is_a_line() {
        for lines in ["1\n\t+819012345678\n", "\n\n\t+819012345678\n", "A\n\t+819012345678\n"] {
            let read: Vec<_> = read(lines, Assumed::OfEachLine).map(|line| line.is_ok()).collect();
            assert_eq!(read.last(), Some(&true), "{lines:?}");
            assert_eq!(read.iter().filter(|ok| **ok).count(), 1, "{lines:?}");
            assert_eq!(read.len(), lines.lines().count(), "{lines:?}");
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

//! Masking what people read: labels that the lexicon knows stay whole, numbers keep their form,
//! every other text keeps its punctuation and the length of its words. It owns the placeholders.

use super::{Piece, merged};
use crate::{lexicon, lookalike::is_unseen, methods::SeenNumber, text};

/// Words that are the same in every language, and nobody's.
const BRANDS: &[&str] = &[
    "Microsoft",
    "Authenticator",
    "Entra",
    "Azure",
    "Outlook",
    "Windows",
    "FIDO2",
    "TOTP",
    "OATH",
];

/// Behind and before these the readings look for whole labels and for numbers: "Default sign-in
/// method: Phone - text +81 9012345678", "User Administrator, Helpdesk Administrator"; in the
/// portal's titles a blade stands behind whom it is about: "Taro Yamada | Authentication methods".
const SEPARATORS: &[&str] = &[" - ", " – ", " | ", ":", "：", ",", "、", ";"];

/// Masks the texts of one tab, in document order.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The different phone numbers so far, as many as there are digits to tell them apart by.
    numbers: Vec<SeenNumber>,
}

/// One digit for every number from here on.
const LAST_DIGIT: u8 = 9;

impl Texts {
    /// Masks a text of the page.
    pub(super) fn mask(&mut self, text: &str) -> Vec<Piece> {
        let text = visible(text);
        if is_label(&text) {
            return merged(vec![Piece::kept(&text)]);
        }
        if let Some(number) = self.number(&text) {
            return vec![number];
        }
        let mut pieces = Vec::new();
        for (part, separator) in parts(&text) {
            let (before, part, after) = trimmed(part);
            pieces.push(Piece::kept(before));
            if is_label(part) {
                pieces.push(Piece::kept(part));
            } else if let Some(number) = self.number(part) {
                pieces.push(number);
            } else {
                pieces.extend(words(part, BRANDS));
            }
            pieces.push(Piece::kept(after));
            pieces.push(Piece::kept(separator));
        }
        merged(pieces)
    }

    /// Masks what somebody typed or chose to write.
    pub(super) fn mask_typed(&mut self, text: &str) -> Vec<Piece> {
        let text = visible(text);
        match self.number(&text) {
            Some(number) => vec![number],
            None => merged(words(&text, &[])),
        }
    }

    /// A phone number with one digit all over: the first of the page becomes ones, the next
    /// different one twos. So a replay still knows a number when it sees one, and two numbers from
    /// one twice.
    fn number(&mut self, text: &str) -> Option<Piece> {
        let number = SeenNumber::parse(text)?;
        let known = self.numbers.iter().position(|it| *it == number);
        let position = known.unwrap_or(self.numbers.len());
        let digit = u8::try_from(position).map_or(LAST_DIGIT, |it| LAST_DIGIT.min(it + 1));
        if known.is_none() && digit < LAST_DIGIT {
            self.numbers.push(number);
        }
        // Its letters are marks for hidden digits, or stand before an extension.
        let masked = text.chars().map(|it| digit_masked(it, b'0' + digit).unwrap_or(it));
        Some(Piece::masked(masked.collect()))
    }
}

fn is_label(text: &str) -> bool {
    !lexicon::meanings(text).is_empty()
}

/// The text without characters that nobody sees and that could carry anything; icons, which fonts
/// keep in the private use area, become one and the same.
fn visible(text: &str) -> String {
    let shown = text.chars().filter_map(|character| match character {
        '\u{ad}' | '\u{fe00}'..='\u{fe0f}' => None,
        '\u{e000}'..='\u{f8ff}' => Some('\u{e000}'),
        _ if is_unseen(character) => None,
        _ => Some(character),
    });
    shown.collect()
}

/// The text cut at its separators, each part with the one behind it.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let (mut begins, mut at) = (0, 0);
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(**separator))
        else {
            at += character.len_utf8();
            continue;
        };
        parts.push((text.get(begins..at).unwrap_or_default(), *separator));
        at += separator.len();
        begins = at;
    }
    let last = text.get(begins..).unwrap_or_default();
    if !last.is_empty() {
        parts.push((last, ""));
    }
    parts
}

fn trimmed(part: &str) -> (&str, &str, &str) {
    let begins = part.len() - part.trim_start().len();
    let ends = part.trim_end().len().max(begins);
    let piece = |range| part.get(range).unwrap_or_default();
    (piece(0..begins), piece(begins..ends), part.get(ends..).unwrap_or_default())
}

/// A text of no known meaning, word by word.
fn words(text: &str, stay: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let flush = |word: &mut String, pieces: &mut Vec<Piece>| {
        pieces.push(if stay.contains(&word.as_str()) {
            Piece::kept(word)
        } else {
            Piece::masked(word_masked(word))
        });
        word.clear();
    };
    for character in text.chars() {
        if is_punctuation(character) {
            flush(&mut word, &mut pieces);
            pieces.push(Piece::kept(character.encode_utf8(&mut [0; 4])));
        } else {
            word.push(character);
        }
    }
    flush(&mut word, &mut pieces);
    pieces
}

fn word_masked(word: &str) -> String {
    let is_digit = |it: char| text::ascii_digit(it).is_some();
    if word.contains(is_digit) && !word.chars().all(is_digit) {
        // A serial number, an id: in which places it has its digits may be its own alone.
        return word.chars().map(|_| 'a').collect();
    }
    word.chars().map(|it| placeholder(it, DIGIT)).collect()
}

/// A digit outside of a number. Not 0: "(+81)" is to stay a calling code to the reader, and none
/// begins with it.
const DIGIT: u8 = b'1';

/// What stands for a character: itself only where it is punctuation or a gap.
fn placeholder(character: char, digit: u8) -> char {
    if is_punctuation(character) {
        return character;
    }
    if let Some(masked) = digit_masked(character, digit) {
        return masked;
    }
    // Neither x nor X: in a number they stand for hidden digits, so "Xxxxxx-1111" would be one.
    match character {
        _ if character.is_uppercase() => 'A',
        '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => '〇',
        _ => 'a',
    }
}

/// Another digit in the digit's place, of the same script and width.
fn digit_masked(character: char, digit: u8) -> Option<char> {
    let value = text::ascii_digit(character)?;
    char::from_u32(u32::from(character) - u32::from(value) + u32::from(digit))
}

/// What may stay of any text: punctuation and gaps. Not what is taken for a dash only because of
/// its key: the long-vowel mark is a letter of names.
pub(super) fn is_punctuation(character: char) -> bool {
    const OTHERS: &[char] =
        &['\u{e000}', '•', '●', '∗', '…', '·', '‘', '’', '“', '”', '«', '»', '「', '」', '。'];
    OTHERS.contains(&character)
        || character.is_whitespace()
        || (text::fold_compat(character).is_ascii_punctuation() && !character.is_alphabetic())
}

//! From a text to digits: the part of Google's `parse` that needs no numbering plan. It finds the
//! number in the text, decides whether it could be one, takes the extension off and writes what is
//! left in ASCII digits.
//!
//! The names in the comments are those of Google's library. Its regular expressions are written out
//! as code: they are applied to every text, and a regex engine would be larger than this whole
//! module.

use super::{
    digits::{Digits, LONGEST_EXTENSION, MOST_DIGITS, Scratch},
    swar::digits_at_front,
    terms::ParseError,
};
use crate::text::{ascii_digit, is_letter_or_number};
use std::borrow::Cow;

/// Longer texts, in characters, are refused unread (Google's `MAX_INPUT_STRING_LENGTH`).
const LONGEST_TEXT: usize = 250;

/// A text that may be a phone number, taken apart.
pub(super) struct Scanned<'a> {
    /// Whether the number begins with a plus sign.
    pub(super) plus: bool,
    /// All digits but the extension's.
    pub(super) digits: &'a [u8],
    /// The extension's digits.
    pub(super) extension: Digits<LONGEST_EXTENSION>,
}

/// Takes a text apart. Digits that do not stand in the text as they are meant are written into
/// `scratch`.
///
/// # Errors
/// [`ParseError::NotANumber`] and [`ParseError::TooLong`].
pub(super) fn scan<'a>(text: &'a str, scratch: &'a mut Scratch) -> Result<Scanned<'a>, ParseError> {
    if let Some((plus, digits)) = bare(text) {
        return Ok(Scanned { plus, digits, extension: Digits::EMPTY });
    }
    let digits = scratch.insert(Digits::EMPTY);
    if let Some(plus) = separated(text, digits) {
        return Ok(Scanned { plus, digits: digits.as_bytes(), extension: Digits::EMPTY });
    }
    let (plus, all, extension) = any(text)?;
    *digits = all;
    Ok(Scanned { plus, digits: digits.as_bytes(), extension })
}

/// First fast path: nothing but ASCII digits and perhaps a plus sign. The digits are borrowed from
/// the text.
fn bare(text: &str) -> Option<(bool, &[u8])> {
    let (plus, digits) = match text.as_bytes() {
        [b'+', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let is_number =
        (3..=MOST_DIGITS).contains(&digits.len()) && digits_at_front(digits) == digits.len();
    is_number.then_some((plus, digits))
}

/// Second fast path: digits of any script plus separators, and perhaps a plus sign. Whether there
/// is a plus sign; `None` when there is anything else, or any doubt.
fn separated(text: &str, digits: &mut Digits<MOST_DIGITS>) -> Option<bool> {
    if text.len() > LONGEST_TEXT {
        return None;
    }
    let (plus, text) = match text.trim_start_matches(is_separator).strip_prefix(is_plus) {
        Some(behind) => (true, behind),
        None => (false, text),
    };
    if text.is_ascii() {
        let mut nothing_else = true;
        for byte in text.bytes() {
            // Branchless: every byte is written and only digits advance, because a mispredicted
            // branch for each separator costs more.
            let class = class_of_ascii(byte);
            nothing_else &= class != Class::Other;
            digits.push_if(class == Class::Digit, byte);
        }
        if !nothing_else {
            return None;
        }
    } else {
        for character in text.chars() {
            match character {
                '0'..='9' => digits.push(u8::try_from(character).ok()?),
                '\u{ff10}'..='\u{ff19}' => digits.push(ascii_digit(character)?),
                _ if is_separator(character) => {}
                _ => digits.push(ascii_digit(character)?),
            }
        }
    }
    // Two digits are a number only if nothing stands between them or before them.
    (digits.len() >= 3).then_some(plus)
}

/// What an ASCII character is in a number.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Digit,
    /// Punctuation that is skipped.
    Separator,
    Other,
}

#[inline(always)]
fn class_of_ascii(byte: u8) -> Class {
    const CLASSES: [Class; 128] = {
        let mut classes = [Class::Other; 128];
        let mut byte = 0_u8;
        while byte < 128 {
            let character = byte as char;
            let class = if byte.is_ascii_digit() {
                Class::Digit
            } else if is_separator(character) {
                Class::Separator
            } else {
                Class::Other
            };
            // Evaluated at compile time, where a wrong index is a compile error.
            #[expect(clippy::indexing_slicing)]
            {
                classes[byte as usize] = class;
            }
            byte += 1;
        }
        classes
    };
    CLASSES.get(usize::from(byte)).copied().unwrap_or(Class::Other)
}

/// Google's algorithm for every text: whether there is a plus sign, the digits, and the extension's
/// digits.
fn any(text: &str) -> Result<(bool, Digits<MOST_DIGITS>, Digits<LONGEST_EXTENSION>), ParseError> {
    // A character has at most four bytes.
    if text.len() > 4 * LONGEST_TEXT || text.chars().count() > LONGEST_TEXT {
        return Err(ParseError::TooLong);
    }
    let number: Vec<char> = number_in(text)?.chars().collect();
    if !is_viable(&number) {
        return Err(ParseError::NotANumber);
    }
    let (number, extension) = without_extension(&number);
    let pluses = number.iter().take_while(|character| is_plus(**character)).count();
    let rest = number.get(pluses..).unwrap_or_default();
    Ok((pluses > 0, normalize(rest), digits_of(extension)))
}

/// buildNationalNumberForParsing: follows RFC 3966 where the text names a phone context, else looks
/// for a number in the text.
fn number_in(text: &str) -> Result<Cow<'_, str>, ParseError> {
    let number = match text.split_once(";phone-context=") {
        Some((before, parameters)) => {
            let context = parameters.split(';').next().unwrap_or_default();
            if !is_global_number(context) && !is_domain_name(context) {
                return Err(ParseError::NotANumber);
            }
            // Google's library looks for the scheme in the whole text. Where it stands behind the
            // phone context, nothing is left of the number.
            let local = match text.split_once("tel:") {
                Some((scheme, _)) => before.get(scheme.len() + "tel:".len()..).unwrap_or_default(),
                None => before,
            };
            let prefix = if context.starts_with('+') { context } else { "" };
            Cow::Owned(format!("{prefix}{local}"))
        }
        None => Cow::Borrowed(possible_number(text)),
    };
    Ok(match number.find(";isub=") {
        None | Some(0) => number,
        Some(end) => Cow::Owned(number.get(..end).unwrap_or_default().to_owned()),
    })
}

/// extractPossibleNumber: from the first plus sign or digit on, without what trails behind and
/// without a second extension.
pub(super) fn possible_number(text: &str) -> &str {
    let Some(start) = text.find(|character| is_plus(character) || ascii_digit(character).is_some())
    else {
        return "";
    };
    let number = text
        .get(start..)
        .unwrap_or_default()
        .trim_end_matches(|character| !is_letter_or_number(character) && character != '#');
    let second = number.char_indices().find(|(index, character)| {
        matches!(character, '/' | '\\')
            && number
                .get(index + 1..)
                .is_some_and(|rest| rest.trim_start_matches(' ').starts_with('x'))
    });
    second.and_then(|(index, _)| number.get(..index)).unwrap_or(number)
}

/// RFC 3966 global-number-digits, as a phone context.
fn is_global_number(context: &str) -> bool {
    context.strip_prefix('+').is_some_and(|rest| {
        rest.chars().any(|character| ascii_digit(character).is_some())
            && rest.chars().all(|character| {
                ascii_digit(character).is_some() || matches!(character, '-' | '.' | '(' | ')')
            })
    })
}

/// RFC 3966 domainname, as a phone context.
fn is_domain_name(context: &str) -> bool {
    let alphanumeric =
        |character: char| character.is_ascii_alphabetic() || ascii_digit(character).is_some();
    let is_label = |label: &str| {
        label.starts_with(alphanumeric)
            && label.ends_with(alphanumeric)
            && label.chars().all(|character| alphanumeric(character) || character == '-')
    };
    let name = context.strip_suffix('.').unwrap_or(context);
    name.split('.').all(is_label)
        && name
            .rsplit('.')
            .next()
            .is_some_and(|top| top.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// isViablePhoneNumber: two digits and nothing else; or at least three, with punctuation anywhere
/// and letters behind the third, and perhaps an extension.
fn is_viable(number: &[char]) -> bool {
    if let [one, other] = number
        && ascii_digit(*one).is_some()
        && ascii_digit(*other).is_some()
    {
        return true;
    }
    is_viable_without_extension(number)
        || extension_of(number).is_some_and(|(before, _)| is_viable_without_extension(before))
}

fn is_viable_without_extension(number: &[char]) -> bool {
    let mut digits = 0;
    for character in skip(number, is_plus) {
        if ascii_digit(*character).is_some() {
            digits += 1;
        } else if !is_punctuation(*character)
            && *character != '*'
            && !(digits >= 3 && letter(*character).is_some())
        {
            return false;
        }
    }
    digits >= 3
}

/// maybeStripExtension: the number and the extension's digits.
fn without_extension(number: &[char]) -> (&[char], &[char]) {
    match extension_of(number) {
        Some((before, extension)) if is_viable(before) => (before, extension),
        _ => (number, &[]),
    }
}

/// EXTN_PATTERNS_FOR_PARSING: what stands before an extension and its label, and its digits. Of
/// several places where the label could begin, the first.
fn extension_of(number: &[char]) -> Option<(&[char], &[char])> {
    let is_digit = |character: &char| ascii_digit(*character).is_some();
    let (body, hash) = match number.split_last() {
        Some(('#', body)) => (body, true),
        _ => (number, false),
    };
    let count = body.iter().rev().take_while(|character| is_digit(character)).count();
    let (rest, digits) = body.split_at_checked(body.len() - count)?;
    // No label has a digit in it, so that it stands between this run of digits and the one before.
    let between = rest.iter().rev().take_while(|character| !is_digit(character)).count();
    (rest.len() - between..rest.len()).find_map(|start| {
        let (before, label) = rest.split_at_checked(start)?;
        let most = longest_extension(label, hash)?;
        (1..=most).contains(&count).then_some((before, digits))
    })
}

/// How many digits may follow a label; the less it says, the fewer.
fn longest_extension(label: &[char], hash: bool) -> Option<usize> {
    if !hash && is_word(label, ";ext=") {
        return Some(20);
    }
    let unspaced = skip(label, |character| matches!(character, ' ' | '\u{a0}' | '\t' | ','));
    if let Some(rest) = after_explicit_label(unspaced)
        && is_label_end(rest)
    {
        return Some(20);
    }
    let spaced_off = skip(label, |character| matches!(character, ' ' | '\u{a0}' | '\t'));
    if let [',', ',', rest @ ..] | [';', rest @ ..] = spaced_off
        && is_label_end(rest)
    {
        return Some(15);
    }
    if let Some(rest) = after_ambiguous_label(unspaced)
        && is_label_end(rest)
    {
        return Some(9);
    }
    if let [',', rest @ ..] = spaced_off
        && is_label_end(skip(rest, |character| character == ','))
    {
        return Some(9);
    }
    let american = hash && !label.is_empty() && label.iter().all(|c| matches!(c, '-' | ' '));
    american.then_some(6)
}

/// `ext`, `extn`, `extension`, … and their full-width, Spanish and Russian forms.
fn after_explicit_label(label: &[char]) -> Option<&[char]> {
    for word in ["доб", "anexo", "ｅｘｔｎ", "ｅｘｔ", "ｘｔｎ", "ｘｔ"] {
        if let Some(rest) = after_word(label, word) {
            return Some(rest);
        }
    }
    let rest = after_word(label, "e").unwrap_or(label);
    let rest = after_word(rest, "xt")?;
    let rest = match after_word(rest, "ensi") {
        Some(rest) => ["o\u{301}", "ó", "o"].iter().find_map(|end| after_word(rest, end))?,
        None => rest,
    };
    Some(after_word(rest, "n").unwrap_or(rest))
}

/// `x`, `#`, `~`, `int` and their full-width forms.
fn after_ambiguous_label(label: &[char]) -> Option<&[char]> {
    ["int", "ｉｎｔ", "x", "ｘ", "#", "＃", "~", "～"]
        .iter()
        .find_map(|word| after_word(label, word))
}

/// What may stand between a label and the extension: a stop or colon, then blanks, commas, hyphens.
fn is_label_end(rest: &[char]) -> bool {
    let rest = match rest {
        [':' | '.' | '．', rest @ ..] => rest,
        _ => rest,
    };
    rest.iter().all(|character| matches!(character, ' ' | '\u{a0}' | '\t' | ',' | '-'))
}

fn skip(characters: &[char], which: impl Fn(char) -> bool) -> &[char] {
    let count = characters.iter().take_while(|character| which(**character)).count();
    characters.get(count..).unwrap_or_default()
}

fn is_word(characters: &[char], word: &str) -> bool {
    after_word(characters, word).is_some_and(<[char]>::is_empty)
}

fn after_word<'a>(characters: &'a [char], word: &str) -> Option<&'a [char]> {
    let mut rest = characters;
    for expected in word.chars() {
        let (first, others) = rest.split_first()?;
        if !is_in_either_case(*first, expected) {
            return None;
        }
        rest = others;
    }
    Some(rest)
}

/// Whether the character is this lower-case letter or its capital, as a regular expression that
/// ignores case compares them.
fn is_in_either_case(character: char, lower: char) -> bool {
    match letter(character) {
        Some(letter) => char::from(letter) == lower,
        None => character.to_lowercase().eq([lower]),
    }
}

/// normalize: letters stand for the digits on their keys if there are three of them, otherwise they
/// are dropped like everything else that is no digit.
fn normalize(number: &[char]) -> Digits<MOST_DIGITS> {
    let letters = number.iter().filter(|character| character.is_ascii_alphabetic()).count();
    if letters < 3 {
        return digits_of(number);
    }
    let mut digits = Digits::EMPTY;
    for character in number {
        // Digits of other scripts are dropped beside letters, as Google's library does.
        if let Some(digit) =
            key_of(*character).or(ascii_digit(*character).filter(|_| character.is_ascii()))
        {
            digits.push(digit);
        }
    }
    digits
}

fn digits_of<const N: usize>(characters: &[char]) -> Digits<N> {
    let mut digits = Digits::EMPTY;
    for digit in characters.iter().filter_map(|character| ascii_digit(*character)) {
        digits.push(digit);
    }
    digits
}

/// The digit on whose key a letter is printed (ITU E.161).
fn key_of(character: char) -> Option<u8> {
    Some(match letter(character).filter(|_| !matches!(character, '\u{212a}' | '\u{130}'))? {
        b'a'..=b'c' => b'2',
        b'd'..=b'f' => b'3',
        b'g'..=b'i' => b'4',
        b'j'..=b'l' => b'5',
        b'm'..=b'o' => b'6',
        b'p'..=b's' => b'7',
        b't'..=b'v' => b'8',
        _ => b'9',
    })
}

/// The Latin letter, in lower case, that a regular expression which ignores case takes it for: the
/// ASCII letters and the four characters whose case folds to one.
fn letter(character: char) -> Option<u8> {
    match character {
        '\u{130}' | '\u{131}' => Some(b'i'),
        '\u{17f}' => Some(b's'),
        '\u{212a}' => Some(b'k'),
        _ if character.is_ascii_alphabetic() => {
            u8::try_from(character).ok().map(|byte| byte.to_ascii_lowercase())
        }
        _ => None,
    }
}

fn is_plus(character: char) -> bool {
    matches!(character, '+' | '＋')
}

/// VALID_PUNCTUATION. `x` stands for a carrier code in Brazil; it and the tilde may also announce
/// an extension.
fn is_punctuation(character: char) -> bool {
    is_separator(character) || matches!(character, 'x' | 'X' | '~' | '\u{ff5e}')
}

/// Punctuation that only groups digits: VALID_PUNCTUATION without the characters that can also mean
/// something else (`x` and the tilde).
pub(super) const fn is_separator(character: char) -> bool {
    matches!(
        character,
        '-' | ' '
            | '('
            | ')'
            | '.'
            | '['
            | ']'
            | '/'
            | '\u{a0}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2053}'
            | '\u{2060}'
            | '\u{2212}'
            | '\u{223c}'
            | '\u{3000}'
            | '\u{30fc}'
            | '\u{ff08}'
            | '\u{ff09}'
            | '\u{ff0d}'..='\u{ff0f}'
            | '\u{ff3b}'
            | '\u{ff3d}'
    )
}

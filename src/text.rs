//! Characters that look alike to people: decimal digits of every script, dashes, spaces, full-width
//! forms. It owns these classes, and not what a text of such characters means.

use crate::lookalike::narrow;

// `ZEROS`, `MARKS` and `UNSEEN`, written by build.rs from Unicode's own data.
include!(concat!(env!("OUT_DIR"), "/characters.rs"));

/// The ASCII digit (`b'0'` to `b'9'`) that a decimal digit of any script stands for.
#[must_use]
pub fn ascii_digit(character: char) -> Option<u8> {
    if character.is_ascii() {
        return u8::try_from(character).ok().filter(u8::is_ascii_digit);
    }
    let code = u32::from(character);
    let run = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    let value = code - ZEROS.get(run)?;
    (value < 10).then(|| b'0' + u8::try_from(value).unwrap_or_default())
}

/// Whether the character is a letter or a number (general categories L and N). Unlike
/// [`char::is_alphanumeric`], combining vowels and circled letters are neither.
#[must_use]
pub fn is_letter_or_number(character: char) -> bool {
    let code = u32::from(character);
    character.is_alphanumeric() && (character.is_ascii() || !is_in(&MARKS, code))
}

/// Whether one of these runs, which are in order, has the character.
fn is_in(runs: &[(u32, u32)], code: u32) -> bool {
    runs.partition_point(|(first, _)| *first <= code)
        .checked_sub(1)
        .and_then(|run| runs.get(run))
        .is_some_and(|(_, last)| code <= *last)
}

/// Whether people may take the character for a hyphen: the ASCII one and every dash, minus and
/// long-vowel mark that an input method offers in its place.
#[must_use]
pub fn is_dash(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{ad}'                      // soft hyphen
            | '\u{58a}'                     // Armenian hyphen
            | '\u{5be}'                     // Hebrew maqaf
            | '\u{1806}'                    // Mongolian hyphen
            | '\u{2010}'
            ..='\u{2015}'
            | '\u{2043}'                    // hyphen bullet
            | '\u{207b}' | '\u{208b}'       // raised and lowered minus
            | '\u{2212}'                    // minus
            | '\u{2500}' | '\u{2501}'       // box drawing, typed as a long dash in Japan
            | '\u{2796}'
            | '\u{2e3a}' | '\u{2e3b}' | '\u{2e40}'
            | '\u{301c}' | '\u{3030}'       // wave dashes
            | '\u{30a0}'
            | '\u{30fc}' | '\u{ff70}'       // long-vowel marks, where the key for the hyphen is
            | '\u{fe31}' | '\u{fe32}' | '\u{fe58}' | '\u{fe63}'
            | '\u{ff0d}'
    )
}

/// Whether the character looks like a space or like nothing: every kind of space, and what Unicode
/// calls ignorable, a format or a control character (without width, for the direction of writing,
/// variation selectors, fillers), copied from a page along with a number.
#[must_use]
pub fn is_space_like(character: char) -> bool {
    character.is_whitespace()
        || character.is_ascii_control()
        || is_in(&UNSEEN, u32::from(character))
}

/// The ASCII character that people take this one for: full-width forms, decimal digits of every
/// script, dashes, spaces and invisible characters. Similar to Unicode's compatibility
/// decomposition (NFKC), but for what is typed into phone fields. Other characters are returned as
/// they are.
#[must_use]
pub fn fold_compat(character: char) -> char {
    if character.is_ascii() {
        return character;
    }
    if let Some(digit) = ascii_digit(character) {
        return char::from(digit);
    }
    if is_dash(character) {
        return '-';
    }
    if is_space_like(character) {
        return ' ';
    }
    match narrow(character) {
        '\u{fe62}' => '+',
        '\u{3010}' | '\u{3014}' | '\u{207d}' | '\u{fe59}' => '(',
        '\u{3011}' | '\u{3015}' | '\u{207e}' | '\u{fe5a}' => ')',
        '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{3002}' | '\u{30fb}' | '\u{ff61}' | '\u{ff65}' => {
            '.'
        }
        '\u{2044}' | '\u{2215}' => '/',
        '\u{3001}' | '\u{ff64}' => ',',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{ZEROS, ascii_digit, fold_compat, is_dash, is_letter_or_number, is_space_like};

    #[test]
    fn digits_of_every_script_have_their_value() {
        for zero in ZEROS {
            for value in 0..10_u8 {
                let character = char::from_u32(zero + u32::from(value)).unwrap();
                assert_eq!(ascii_digit(character), Some(b'0' + value), "{character:?}");
                assert!(character.is_numeric(), "{character:?}");
            }
        }
        assert_eq!(ascii_digit('7'), Some(b'7'));
        for other in ['a', '²', '①', '一', '\u{65f}', '\u{66a}', '\u{ff1a}', '\u{10ffff}'] {
            assert_eq!(ascii_digit(other), None, "{other:?}");
        }
    }

    #[test]
    fn combining_vowels_are_neither_letters_nor_numbers() {
        for letter in ['a', 'é', 'Ж', '電', 'ก', '7', '²', '①', '\u{3007}'] {
            assert!(is_letter_or_number(letter), "{letter:?}");
        }
        for mark in ['\u{e31}', '\u{93e}', '\u{345}', 'Ⓐ', '-', ' ', '\u{301}'] {
            assert!(!is_letter_or_number(mark), "{mark:?}");
        }
    }

    #[test]
    fn folding_leaves_ascii_alone_and_is_done_after_one_pass() {
        for character in (0..=0x10ffff_u32).filter_map(char::from_u32) {
            let folded = fold_compat(character);
            assert_eq!(fold_compat(folded), folded, "{character:?}");
            assert!(!character.is_ascii() || folded == character);
            assert!(!is_dash(character) || folded == '-', "{character:?}");
            assert!(
                character.is_ascii() || !is_space_like(character) || folded == ' ' || folded == '-',
                "{character:?}"
            );
        }
    }
}

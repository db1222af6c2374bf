//! Full-width forms, and characters that are not seen at all. These two classes are apart from
//! `text` because the build script needs them as well: it folds the labels, and the tables of
//! Unicode's data that `text` includes are still to be written then.

/// The ASCII character that a full-width form stands for; every other character is itself.
pub(crate) fn narrow(character: char) -> char {
    match character {
        // The full-width forms are in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xff01 + 0x21).unwrap_or(character)
        }
        _ => character,
    }
}

/// Whether the character has no width, or only sets the direction of writing; such characters are
/// copied from a page along with its text.
pub(crate) fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

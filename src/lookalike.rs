//! Characters that are another one in another width or case, or that are not seen at all. It owns these
//! classes for the core and for its build script, which folds the labels before there are tables of
//! Unicode's data.

/// The ASCII character that a full-width form stands for; every other character is itself.
pub(crate) fn narrow(character: char) -> char {
    match character {
        // The full-width forms stand in ASCII's own order.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xff01 + 0x21).unwrap_or(character)
        }
        _ => character,
    }
}

/// Whether the character is a mark without width, or one for the direction of writing; they come
/// along when text is copied from a page.
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

/// The small letter of a capital one, in the scripts that labels are written in; other characters come
/// back as they are. The standard library's table of all scripts has 11 kB.
#[must_use]
pub(crate) fn lower_case(character: char) -> char {
    let code = u32::from(character);
    let capital_is_even = code.is_multiple_of(2);
    let offset = match code {
        // Latin, and its full-width form.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0xff21..=0xff3a => 32,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff
            if capital_is_even =>
        {
            1
        }
        0x139..=0x148 | 0x179..=0x17e if !capital_is_even => 1,
        0x178 => return 'ÿ',
        0x1e9e => return 'ß',
        // The signs for kelvin and ångström.
        0x212a => return 'k',
        0x212b => return 'å',
        // Greek.
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e..=0x38f => 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab => 32,
        // Cyrillic.
        0x400..=0x40f => 80,
        0x410..=0x42f => 32,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x4ff if capital_is_even => 1,
        _ => 0,
    };
    char::from_u32(code + offset).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::lower_case;

    #[test]
    fn where_a_small_letter_is_known_it_is_the_standard_librarys() {
        for character in (0..=0x10ffff_u32).filter_map(char::from_u32) {
            let lower = lower_case(character);
            let standard: Vec<char> = character.to_lowercase().collect();
            assert!(lower == character || standard == [lower], "{character:?}: {lower:?}");
        }
    }
}

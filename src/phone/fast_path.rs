//! Fast path for `bulk`: reads a line into [`PackedDigits`] (up to 16) and answers without the
//! general parser. Nearly every line of a list is answered here. `None` falls back to the general
//! parser; that happens wherever an answer would take more than one walk through the plan. It owns
//! no rule: it asks the plan what `parse` asks, in the same order, and the tests of `bulk` hold the
//! two against each other.
//!
//! Why there is one: the general parser passes slices and options from function to function and
//! looks at each digit several times, which took two thirds of the time (docs/bench.md).

use super::{
    answer::Answer,
    packed_digits::PackedDigits,
    plan,
    region::{CallingCode, Region},
    scan::is_separator,
    swar::digits_in,
    tables::CallingCodePlan,
    terms::Possibility,
};

/// The answer for the line at the front of `bytes`, and the line's length with its line end. All of
/// the line is taken for the number; a region in front of it is cut off by the caller.
#[inline(always)]
pub(super) fn line(bytes: &[u8], assumed: Option<Region>) -> Option<(Answer, usize)> {
    let (plus, digits, length) = match bare(bytes) {
        Some(digits) => digits,
        None => separated(bytes)?,
    };
    Some((interpret(plus, digits, assumed)?, length))
}

/// A line of nothing but an optional plus sign and ASCII digits: whether there is a plus, the
/// digits, and the line's length.
#[inline(always)]
fn bare(bytes: &[u8]) -> Option<(bool, PackedDigits, usize)> {
    let (plus, bytes) = match bytes {
        [b'+', behind @ ..] => (true, behind),
        _ => (false, bytes),
    };
    let sixteen = bytes.first_chunk::<16>()?;
    let (low, high) = (sixteen.first_chunk::<8>()?, sixteen.last_chunk::<8>()?);
    let (low, high) = (u64::from_le_bytes(*low), u64::from_le_bytes(*high));
    let count = match digits_in(low) {
        8 => 8 + digits_in(high),
        count => count,
    };
    let end = usize::try_from(count).ok()?;
    if sixteen.get(end).copied()? != b'\n' || count < SHORTEST {
        return None;
    }
    let digits = PackedDigits::new(nibbles(low) | nibbles(high) << 32, count);
    Some((plus, digits, end + 1 + usize::from(plus)))
}

/// Shorter lines are left to the general parser, which refuses most of them, each for its own
/// reason.
const SHORTEST: u32 = 4;

/// The low halves of eight bytes side by side, the first byte's in the lowest bits.
#[inline(always)]
fn nibbles(eight: u64) -> u64 {
    let pairs = eight & 0x0f0f_0f0f_0f0f_0f0f;
    let pairs = (pairs | pairs >> 4) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs | pairs >> 8) & 0x0000_ffff_0000_ffff;
    (fours | fours >> 16) & 0xffff_ffff
}

/// A line of digits with separators between them and an optional plus sign before them, in ASCII or
/// full-width. The same texts as `scan::separated`, but in fewer scripts.
fn separated(bytes: &[u8]) -> Option<(bool, PackedDigits, usize)> {
    let mut plus = false;
    let (mut nibbles, mut bits) = (0, 0);
    let mut at = 0;
    loop {
        // Branchless: a separator adds zero bits, because a mispredicted branch for each separator
        // costs more.
        let mut class = CLASSES.get(usize::from(*bytes.get(at)?)).copied()?;
        at += 1;
        if class >= STOP {
            if class == WIDE {
                let three = bytes.get(at - 1..)?.first_chunk::<3>()?;
                class = class_of_wide(*three)?;
                at += 2;
            }
            match class {
                LINE_END => break,
                PLUS if bits == 0 && !plus => {
                    plus = true;
                    continue;
                }
                0..STOP => {}
                _ => return None,
            }
        }
        nibbles |= u64::from(class & 0x0f) << (bits & 63);
        bits += u32::from(class & DIGIT) / 4;
        // More digits than fit, or a line so long that the general parser's limits have to be
        // checked.
        if bits > u64::BITS || at > LONGEST_LINE {
            return None;
        }
    }
    let count = bits / 4;
    (count >= SHORTEST).then_some((plus, PackedDigits::new(nibbles, count), at))
}

const LONGEST_LINE: usize = 120;

// Classes of characters, coded so that `separated` can add them up without a branch: a digit is its
// value and the bit `DIGIT`, a separator is 0, and from `STOP` on the loop has to look closer.
const DIGIT: u8 = 0x10;
const STOP: u8 = 0x20;
const LINE_END: u8 = STOP;
const PLUS: u8 = STOP + 1;
/// The first byte of a character of three bytes.
const WIDE: u8 = STOP + 2;
const OTHER: u8 = STOP + 3;

const fn class_of(character: char) -> u8 {
    match character {
        '0'..='9' => DIGIT | (character as u8 - b'0'),
        '\u{ff10}'..='\u{ff19}' => DIGIT | (character as u32 - 0xff10) as u8,
        '+' | '\u{ff0b}' => PLUS,
        '\n' => LINE_END,
        _ if is_separator(character) => 0,
        _ => OTHER,
    }
}

static CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    // Evaluated at compile time, where a wrong index is a compile error.
    #[expect(clippy::indexing_slicing)]
    while byte < 128_u8 {
        classes[byte as usize] = class_of(byte as char);
        byte += 1;
    }
    classes[0xe2] = WIDE;
    classes[0xe3] = WIDE;
    classes[0xef] = WIDE;
    classes
};

/// The class of a character of three bytes, for the three blocks of 64 that hold nearly all
/// full-width forms, typographic hyphens and wide spaces; `None` outside of them.
#[inline(always)]
fn class_of_wide(bytes: [u8; 3]) -> Option<u8> {
    static PUNCTUATION: [u8; 64] = classes_from(0x2000);
    static CJK: [u8; 64] = classes_from(0x3000);
    static FULL_WIDTH: [u8; 64] = classes_from(0xff00);
    let (block, last) = match bytes {
        [0xef, 0xbc, last @ 0x80..=0xbf] => (&FULL_WIDTH, last),
        [0xe2, 0x80, last @ 0x80..=0xbf] => (&PUNCTUATION, last),
        [0xe3, 0x80, last @ 0x80..=0xbf] => (&CJK, last),
        _ => return None,
    };
    block.get(usize::from(last & 0x3f)).copied()
}

/// The classes of the 64 characters from `first` on.
const fn classes_from(first: u32) -> [u8; 64] {
    let mut classes = [OTHER; 64];
    let mut at = 0;
    while at < 64 {
        // Evaluated at compile time, as above.
        #[expect(clippy::indexing_slicing)]
        if let Some(character) = char::from_u32(first + at) {
            classes[at as usize] = class_of(character);
        }
        at += 1;
    }
    classes
}

/// The answer of `parse::interpret`, in the cases that need no more than one walk through the plan.
#[inline(always)]
fn interpret(plus: bool, digits: PackedDigits, assumed: Option<Region>) -> Option<Answer> {
    let leading = plan::leading_calling_code_of(digits);
    let (plan, index, digits, behind_own_code) = if plus {
        let plan = leading?;
        (plan, plan.first, digits.without(plan.length.into()), None)
    } else {
        let index = assumed?.index();
        let territory = plan::territory(index);
        let plan = territory.plan()?;
        if territory.international_prefix.match_start(digits).is_some() {
            return None;
        }
        if leading.is_none_or(|leading| leading.value != plan.value) {
            (plan, index, digits, None)
        } else {
            // The region's own calling code is taken off only if what is left is one of the
            // region's numbers and the whole is not.
            let behind = digits.without(plan.length.into());
            if territory.national_prefix.match_start(behind).is_some()
                || territory.matches_packed(digits)
            {
                return None;
            }
            (plan, plan.first, behind, Some(index))
        }
    };
    national(plan, index, digits, behind_own_code)
}

/// The answer for digits that are dialed inside a territory or behind its calling code. If that
/// code was only taken for one, the number has to be one of the territory that took it.
#[inline(always)]
fn national(
    plan: &'static CallingCodePlan,
    index: u8,
    digits: PackedDigits,
    behind_own_code: Option<u8>,
) -> Option<Answer> {
    let territory = plan::territory(index);
    let prefix = &territory.national_prefix;
    let (number, stripped) = match prefix.match_start(digits) {
        None => (digits, false),
        // A transform rule would replace digits; that is left to the general parser.
        Some(found) if territory.transform.group > 0 && found.has_group(prefix.groups) => {
            return None;
        }
        Some(found) => (digits.without(u32::try_from(found.length).ok()?), true),
    };
    if number.count() < 2 {
        return None;
    }
    let (owner, number_type) = plan.classify_packed(number);
    // What is one of a territory's numbers meets its general description.
    let is_of = |index| owner == Some(index) && number_type.is_some();
    if stripped
        && !((is_of(index) || territory.matches_packed(number))
            && matches!(
                territory.lengths().possibility(number.len()),
                Possibility::Possible | Possibility::TooLong
            ))
    {
        return None;
    }
    if let Some(index) = behind_own_code
        && (stripped || !is_of(index))
        && !plan::territory(index).matches_packed(digits)
    {
        return None;
    }
    Some(Answer {
        calling_code: CallingCode::of(plan),
        region: owner.map(Region::from_index),
        number_type,
        possibility: plan::territory(plan.first).lengths().possibility(number.len()),
        national_digits: u8::try_from(number.count()).ok()?,
        national_value: number.value(),
    })
}

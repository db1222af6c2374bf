//! Searches bytes eight at a time (SWAR: SIMD within a register). Most lines of a list take two or
//! three iterations, so that the loop's exit is predicted; byte by byte it is not.

/// A word of eight bytes that are all this one.
const fn eightfold(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

const HIGH_BITS: u64 = eightfold(0x80);

/// How many ASCII digits stand at the front.
pub(super) fn digits_at_front(bytes: &[u8]) -> usize {
    first(bytes, not_digits, |byte| !byte.is_ascii_digit())
}

/// How many ASCII digits stand at the front of a word of eight bytes, the first byte in the lowest
/// bits.
#[inline(always)]
pub(super) fn digits_in(eight: u64) -> u32 {
    (not_digits(eight) & HIGH_BITS).trailing_zeros() / u8::BITS
}

#[inline(always)]
fn not_digits(eight: u64) -> u64 {
    // Digits become 0 to 9, and adding 0x76 lifts everything above them to the high bit.
    let values = eight ^ eightfold(b'0');
    values.wrapping_add(eightfold(0x76)) | values
}

/// Where this ASCII byte stands first; the length where it does not.
pub(super) fn position(bytes: &[u8], wanted: u8) -> usize {
    first(
        bytes,
        |eight| {
            // What is wanted becomes 0, and taking 1 off borrows into the high bit.
            let difference = eight ^ eightfold(wanted);
            difference.wrapping_sub(eightfold(1)) & !difference
        },
        |byte| byte == wanted,
    )
}

/// How often this byte stands there.
pub(super) fn count(bytes: &[u8], wanted: u8) -> usize {
    let (eights, rest) = bytes.as_chunks();
    let others: u32 = eights
        .iter()
        .map(|eight| {
            let difference = u64::from_le_bytes(*eight) ^ eightfold(wanted);
            // Exact for every byte: adding 0x7f to seven bits carries into the high bit of this
            // byte only, unless all are 0.
            let others = ((difference & !HIGH_BITS) + !HIGH_BITS) | difference;
            (others & HIGH_BITS).count_ones()
        })
        .sum();
    let in_eights = 8 * eights.len() - usize::try_from(others).unwrap_or_default();
    in_eights + rest.iter().filter(|byte| **byte == wanted).count()
}

/// The position of the first byte that is marked; the length where none is. `mark` sets the high
/// bit of each marked byte of a word; behind the first one its bits may be wrong (a borrow or carry
/// runs into them).
#[inline(always)]
fn first(bytes: &[u8], mark: impl Fn(u64) -> u64, is_marked: impl Fn(u8) -> bool) -> usize {
    let mut rest = bytes;
    while let Some((eight, behind)) = rest.split_first_chunk() {
        let marked = mark(u64::from_le_bytes(*eight)) & HIGH_BITS;
        if marked != 0 {
            let before = marked.trailing_zeros() / u8::BITS;
            return bytes.len() - rest.len() + usize::try_from(before).unwrap_or_default();
        }
        rest = behind;
    }
    let before = rest.iter().position(|byte| is_marked(*byte)).unwrap_or(rest.len());
    bytes.len() - rest.len() + before
}

#[cfg(test)]
mod tests {
    use super::{count, digits_at_front, position};

    #[test]
    fn every_byte_is_told_apart_at_every_place() {
        for length in 0..20 {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut bytes = vec![b'7'; length];
                    bytes[at] = byte;
                    let expected = if byte.is_ascii_digit() { length } else { at };
                    assert_eq!(digits_at_front(&bytes), expected, "{bytes:?}");
                    let expected = if byte == b'\n' { at } else { length };
                    assert_eq!(position(&bytes, b'\n'), expected, "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn all_of_several_are_counted() {
        let bytes = b"\n\n\x0b\n\x8a\x0a\x09\x00\xff\n\n\n\n\n\n\n\n\n\x80\n";
        for end in 0..=bytes.len() {
            let expected = bytes[..end].iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(count(&bytes[..end], b'\n'), expected, "of {end}");
        }
    }

    #[test]
    fn of_several_the_first_counts() {
        assert_eq!(digits_at_front(b"01\xff\x80:/x9"), 2);
        assert_eq!(position(b"\x0b\x09\n\x0b\n\n\n\n\n", b'\n'), 2);
    }
}

//! A short run of digits as packed BCD: four bits each in a `u64`, the first digit in the lowest
//! bits.

/// One to sixteen digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PackedDigits {
    /// Zeros behind the last digit.
    nibbles: u64,
    count: u32,
}

impl PackedDigits {
    /// `count` digits, 1 to 16; what `nibbles` has behind them does not matter.
    #[inline(always)]
    pub(super) fn new(nibbles: u64, count: u32) -> Self {
        Self { nibbles: nibbles & u64::MAX >> ((64 - 4 * count) & 63), count }
    }

    #[inline(always)]
    pub(super) fn count(self) -> u32 {
        self.count
    }

    /// [`Self::count`] as a `usize`.
    #[inline(always)]
    pub(super) fn len(self) -> usize {
        usize::try_from(self.count).unwrap_or_default()
    }

    /// The first digit; 0 where there is none.
    #[inline(always)]
    pub(super) fn first(self) -> u16 {
        self.digit(0)
    }

    /// The digit at an index, at most 15; 0 where there is none.
    #[inline(always)]
    pub(super) fn digit(self, before: u32) -> u16 {
        let [low, ..] = (self.nibbles >> ((4 * before) & 63)).to_le_bytes();
        u16::from(low & 0x0f)
    }

    /// The digits without the first `front`, at most 15.
    #[inline(always)]
    pub(super) fn without(self, front: u32) -> Self {
        Self {
            nibbles: self.nibbles >> ((4 * front) & 63),
            count: self.count.saturating_sub(front),
        }
    }

    /// Whether it begins with these `count` digits, at most four, packed as here.
    #[inline(always)]
    pub(super) fn begins_with(self, digits: u16, count: u32) -> bool {
        let mask = (1 << (4 * count)) - 1;
        self.nibbles & mask == u64::from(digits) && count <= self.count
    }

    /// The digits as one number.
    #[inline(always)]
    pub(super) fn value(self) -> u64 {
        if self.count == 0 {
            return 0;
        }
        // The last digit to the top, zeros before the first; then neighbors are joined four times:
        // to numbers of two digits, of four, of eight, of sixteen.
        let digits = self.nibbles << ((64 - 4 * self.count) & 63);
        let low = digits & 0x0f0f_0f0f_0f0f_0f0f;
        let high = digits >> 4 & 0x0f0f_0f0f_0f0f_0f0f;
        let pairs = low * 10 + high;
        let fours = (pairs & 0x00ff_00ff_00ff_00ff) * 100 + (pairs >> 8 & 0x00ff_00ff_00ff_00ff);
        let eights =
            (fours & 0x0000_ffff_0000_ffff) * 10_000 + (fours >> 16 & 0x0000_ffff_0000_ffff);
        (eights & 0xffff_ffff) * 100_000_000 + (eights >> 32)
    }
}

/// Digits that the programs of `prefix` can look at one by one: ASCII bytes or packed ones.
pub(super) trait DigitSource: Copy {
    /// The digit at an index: 0 to 9, or in ASCII (the low four bits are the same).
    fn digit_at(self, before: usize) -> Option<u8>;
    /// How many digits there are.
    fn count_of_all(self) -> usize;
}

impl DigitSource for &[u8] {
    #[inline(always)]
    fn digit_at(self, before: usize) -> Option<u8> {
        self.get(before).copied()
    }

    #[inline(always)]
    fn count_of_all(self) -> usize {
        self.len()
    }
}

impl DigitSource for PackedDigits {
    #[inline(always)]
    fn digit_at(self, before: usize) -> Option<u8> {
        let before = u32::try_from(before).ok().filter(|before| *before < self.count)?;
        let [low, ..] = (self.nibbles >> (4 * before)).to_le_bytes();
        Some(low & 0x0f)
    }

    #[inline(always)]
    fn count_of_all(self) -> usize {
        self.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{DigitSource, PackedDigits};

    fn packed(digits: &str) -> PackedDigits {
        let nibbles =
            digits.bytes().rev().fold(0, |nibbles, digit| nibbles << 4 | u64::from(digit & 0x0f));
        PackedDigits::new(nibbles, u32::try_from(digits.len()).unwrap())
    }

    #[test]
    fn digits_are_counted_cut_off_and_added_up() {
        for digits in
            ["1", "0", "90", "00120", "8190123456", "9999999999999999", "0000000000000007"]
        {
            let all = packed(digits);
            assert_eq!(all.value(), digits.parse::<u64>().unwrap(), "{digits}");
            let one_by_one = (0..=digits.len()).map_while(|before| all.digit_at(before));
            assert!(one_by_one.eq(digits.bytes().map(|digit| digit & 0x0f)), "{digits}");
            for front in 0..digits.len() {
                let rest = all.without(u32::try_from(front).unwrap());
                let behind = digits.get(front..).unwrap();
                assert_eq!(rest, packed(behind), "{digits} without {front}");
                assert_eq!(rest.value(), behind.parse::<u64>().unwrap());
                assert_eq!(rest.first(), u16::from(digits.as_bytes()[front] & 0x0f));
            }
        }
    }

    #[test]
    fn a_beginning_is_one_only_if_all_of_it_is_there() {
        assert!(packed("0123").begins_with(0x10, 2));
        assert!(!packed("0123").begins_with(0x01, 2));
        assert!(!packed("0").begins_with(0, 2));
    }

    #[test]
    fn what_stands_behind_the_last_digit_does_not_matter() {
        assert_eq!(PackedDigits::new(0xabcd_ef21, 2), packed("12"));
    }
}

//! Example numbers of a region, as the metadata bring them.

use super::{
    digits::{Digits, LONGEST_NATIONAL},
    number::PhoneNumber,
    plan,
    region::Region,
};

impl Region {
    /// An example of a mobile number, if the region has any.
    ///
    /// ```
    /// use sparekey::phone::Region;
    /// let example = Region::new("JP").and_then(Region::example_mobile);
    /// assert_eq!(example.map(|number| number.spaced()).as_deref(), Some("+81 9012345678"));
    /// ```
    #[must_use]
    pub fn example_mobile(self) -> Option<PhoneNumber> {
        self.example(plan::mobile_example(self.index())?)
    }

    /// The same example as it is grouped behind the calling code, for people to read:
    /// `90-1234-5678`.
    ///
    /// Equal to [`PhoneNumber::international`] without the calling code, but grouped when the
    /// tables are compiled, so that a program which shows examples alone does not carry the tables
    /// of formats.
    ///
    /// ```
    /// use sparekey::phone::Region;
    /// let example = Region::new("FR").and_then(Region::grouped_example_mobile);
    /// assert_eq!(example, Some("6 12 34 56 78"));
    /// ```
    #[must_use]
    pub fn grouped_example_mobile(self) -> Option<&'static str> {
        plan::mobile_example(self.index())
    }

    /// An example of a fixed-line number, if the region has any.
    #[must_use]
    pub fn example_fixed_line(self) -> Option<PhoneNumber> {
        self.example(plan::fixed_line_example(self.index())?)
    }

    fn example(self, grouped: &str) -> Option<PhoneNumber> {
        let mut national = Digits::<LONGEST_NATIONAL>::EMPTY;
        for digit in grouped.bytes().filter(u8::is_ascii_digit) {
            national.push(digit);
        }
        let code = self.territory().calling_code;
        Some(PhoneNumber::new(code, &[national.as_bytes()], Digits::EMPTY))
    }
}

//! What a person may want to know of a number beyond valid or not: which of its digits make it what
//! it is, and how it is written. It says so in data; the words are in the locales.

use super::{
    number::PhoneNumber,
    plan::Position,
    region::Region,
    terms::{LengthFault, NumberType},
};
use std::collections::BTreeSet;

/// A number, for a person to read. Made by [`PhoneNumber::describe`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// The region it belongs to, or else the one whose rules its calling code follows.
    pub region: Region,
    /// The kind of line; `None` when the number is not valid. Where a plan does not tell fixed from
    /// mobile it is [`NumberType::FixedLineOrMobile`], which is neither of the two.
    pub number_type: Option<NumberType>,
    /// [`PhoneNumber::type_settled_by`]: in Japan `3` makes a landline, `90` a mobile number, and
    /// `120` a freephone number.
    pub type_settled_by: Option<usize>,
    /// [`PhoneNumber::unused_from`].
    pub unused_from: Option<usize>,
    /// By how much the length is wrong, if that is what keeps the number from being valid.
    pub length_fault: Option<LengthFault>,
    /// `+81 3-1234-5678`.
    pub international: String,
    /// `03-1234-5678`.
    pub national: String,
    /// A mobile number of the region as an example, if it has any.
    pub example_mobile: Option<PhoneNumber>,
}

impl PhoneNumber {
    /// Everything there is to tell a person about the number.
    ///
    /// ```
    /// use sparekey::phone::{NumberType, PhoneNumber, Region};
    /// let number = PhoneNumber::parse("+81 3 1234 5678", None)?;
    /// let description = number.describe();
    /// assert_eq!(description.region.as_str(), "JP");
    /// assert_eq!(description.number_type, Some(NumberType::FixedLine));
    /// // Numbers that begin with 3, dialed 03 in Japan, are landlines.
    /// assert_eq!(number.dialed_beginning(description.type_settled_by.unwrap_or(0)), "03");
    /// assert_eq!(description.national, "03-1234-5678");
    /// # Ok::<(), sparekey::phone::ParseError>(())
    /// ```
    #[must_use]
    pub fn describe(&self) -> Description {
        let region = self.region_or_main();
        Description {
            region,
            number_type: self.number_type(),
            type_settled_by: self.type_settled_by(),
            unused_from: self.unused_from(),
            length_fault: self.length_fault(),
            international: self.international(),
            national: self.national(),
            example_mobile: region.example_mobile(),
        }
    }

    /// The first `digits` of the national number as they are dialed inside its region, with the
    /// trunk prefix: `03` for the first digit of `3 1234 5678` in Japan.
    #[must_use]
    pub fn dialed_beginning(&self, digits: usize) -> String {
        let region = self.region_or_main();
        let national = self.national_number();
        let first = national.get(..digits).unwrap_or(national);
        // Where the national number itself begins with the prefix, it is not dialed a second time.
        let trunk = Some(region.trunk_prefix()).filter(|trunk| !first.starts_with(trunk));
        format!("{}{first}", trunk.unwrap_or_default())
    }

    /// The first `digits` of the national number behind the calling code: `+81 3`. Means the same
    /// to readers in any country, however the number was typed.
    #[must_use]
    pub fn beginning(&self, digits: usize) -> String {
        let national = self.national_number();
        format!("+{} {}", self.calling_code(), national.get(..digits).unwrap_or(national))
    }

    /// How many of the national number's first digits determine the kind of line: all valid numbers
    /// that begin with them are of that kind. `None` when the number is not valid, or when its last
    /// digit is needed.
    ///
    /// ```
    /// use sparekey::phone::PhoneNumber;
    /// let number = PhoneNumber::parse("+81 3 1234 5678", None)?;
    /// assert_eq!(number.type_settled_by().map(|digits| number.beginning(digits)), Some("+81 3".into()));
    /// # Ok::<(), sparekey::phone::ParseError>(())
    /// ```
    #[must_use]
    pub fn type_settled_by(&self) -> Option<usize> {
        let kind = self.number_type()?;
        let mut known = BTreeSet::new();
        let settled = self.positions()?.position(|position| is_always(position, kind, &mut known));
        settled.filter(|digits| *digits < self.national_number().len())
    }

    /// How many of the national number's first digits keep it from being valid: no valid number of
    /// any length begins with them. `None` when a valid number begins with all of them.
    ///
    /// ```
    /// use sparekey::phone::PhoneNumber;
    /// // No exchange of North America begins with 1.
    /// let number = PhoneNumber::parse("+1 425 123 4567", None)?;
    /// assert_eq!(number.unused_from().map(|digits| number.beginning(digits)), Some("+1 4251".into()));
    /// # Ok::<(), sparekey::phone::ParseError>(())
    /// ```
    #[must_use]
    pub fn unused_from(&self) -> Option<usize> {
        self.positions()?.position(Position::is_dead_end)
    }

    /// The positions in the plan before the first digit, behind it, and so on.
    fn positions(&self) -> Option<impl Iterator<Item = Position>> {
        let start = Position::before_digits(self.plan()?);
        let digits = self.national_number().bytes();
        let behind = digits.scan(start, |position, digit| {
            *position = position.behind(digit & 0x0f);
            Some(*position)
        });
        Some(std::iter::once(start).chain(behind))
    }
}

/// Whether every valid number that goes on from here is of this kind. Positions of which that was
/// shown are `known`, so that each is looked at once.
fn is_always(position: Position, kind: NumberType, known: &mut BTreeSet<Position>) -> bool {
    if position.is_dead_end() || known.contains(&position) {
        return true;
    }
    if let Some((_, other)) = position.number()
        && other != kind
    {
        return false;
    }
    let always = (0..10).all(|digit| is_always(position.behind(digit), kind, known));
    if always {
        known.insert(position);
    }
    always
}

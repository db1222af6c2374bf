//! A phone number that was read: its parts and what the numbering plan says of it.

use super::{
    digits::{Digits, LONGEST_EXTENSION, LONGEST_NATIONAL},
    plan,
    region::{CallingCode, Region},
    tables::CallingCodePlan,
    terms::{LengthFault, NumberType, Possibility},
};

/// A number read by [`PhoneNumber::parse`]: calling code, national number, perhaps an extension.
/// It need not be valid, nor even possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    calling_code: u16,
    national: Digits<LONGEST_NATIONAL>,
    extension: Digits<LONGEST_EXTENSION>,
}

impl PhoneNumber {
    /// The national number may come in several pieces.
    pub(super) fn new(
        calling_code: u16,
        national: &[&[u8]],
        extension: Digits<LONGEST_EXTENSION>,
    ) -> Self {
        Self { calling_code, national: Digits::of(national), extension }
    }

    /// The country calling code.
    #[must_use]
    pub fn calling_code(&self) -> CallingCode {
        self.main_region().calling_code()
    }

    /// The national (significant) number: digits only, leading zeros that belong to it included, no
    /// trunk prefix.
    #[must_use]
    pub fn national_number(&self) -> &str {
        self.national.as_str()
    }

    /// The extension's digits, if one was given.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        (!self.extension.is_empty()).then(|| self.extension.as_str())
    }

    /// The same number without its extension.
    #[must_use]
    pub fn without_extension(&self) -> Self {
        Self { extension: Digits::EMPTY, ..*self }
    }

    /// The region it belongs to; among regions that share a calling code the one whose rules it
    /// meets, if any.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        self.classify().0
    }

    /// The region whose rules stand for its calling code.
    #[must_use]
    pub fn main_region(&self) -> Region {
        Region::from_index(self.plan().map_or(0, |plan| plan.first))
    }

    /// The region it belongs to, or else the one whose rules stand for its calling code.
    #[must_use]
    pub fn region_or_main(&self) -> Region {
        self.region().unwrap_or_else(|| self.main_region())
    }

    /// The kind of line; `None` when the number is not valid.
    #[must_use]
    pub fn number_type(&self) -> Option<NumberType> {
        self.classify().1
    }

    /// Whether the numbering plan has a range for it, not whether the number is in use.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.number_type().is_some()
    }

    /// Whether its length fits.
    #[must_use]
    pub fn possibility(&self) -> Possibility {
        self.main_region().territory().lengths().possibility(self.national.as_bytes().len())
    }

    /// `+819012345678`; the extension is left out.
    #[must_use]
    pub fn e164(&self) -> String {
        format!("+{}{}", self.calling_code, self.national.as_str())
    }

    /// Microsoft's form: `+81 9012345678`, one space after the calling code and no other; the
    /// extension is left out.
    ///
    /// Source:
    /// <https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options>.
    #[must_use]
    pub fn spaced(&self) -> String {
        format!("+{} {}", self.calling_code, self.national.as_str())
    }

    /// By how much the length is wrong, if that is what keeps the number from being valid.
    ///
    /// More exact than [`possibility`](Self::possibility), which compares with all numbers of the
    /// country: here only those count that begin like this one. Nine digits are possible in Japan,
    /// but not behind 90.
    ///
    /// ```
    /// use sparekey::phone::{LengthFault, PhoneNumber};
    /// let number = PhoneNumber::parse("+81 90 1234 567", None)?;
    /// assert_eq!(number.length_fault(), Some(LengthFault::TooShort(1)));
    /// # Ok::<(), sparekey::phone::ParseError>(())
    /// ```
    #[must_use]
    pub fn length_fault(&self) -> Option<LengthFault> {
        let national = self.national.as_bytes();
        let plan = self.plan()?;
        match (plan.missing_digits(national), plan.excess_digits(national)) {
            (Some(0), _) => return None,
            (Some(missing), excess) if excess.is_none_or(|excess| missing <= excess) => {
                return Some(LengthFault::TooShort(missing));
            }
            (_, Some(excess)) => return Some(LengthFault::TooLong(excess)),
            _ => {}
        }
        let territory = self.main_region().territory();
        let length = u32::try_from(national.len()).ok()?;
        match self.possibility() {
            Possibility::Possible => None,
            Possibility::InvalidLength => Some(LengthFault::Unused),
            _ => Some(territory.subscriber_lengths().distance(length)),
        }
    }

    pub(super) fn plan(&self) -> Option<&'static CallingCodePlan> {
        plan::calling_code(self.calling_code)
    }

    fn classify(&self) -> (Option<Region>, Option<NumberType>) {
        let Some(plan) = self.plan() else { return (None, None) };
        let (territory, kind) = plan.classify(&[self.national.as_bytes()]);
        (territory.map(Region::from_index), kind)
    }
}

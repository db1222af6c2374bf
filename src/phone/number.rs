//! A phone number that was read: its parts and what the numbering plan says of it.

use super::{
    CallingCode, Region,
    assess::LengthFault,
    digits::Digits,
    parse,
    plan::{self, CallingCodePlan},
};
use thiserror::Error;

/// A number read by [`PhoneNumber::parse`]: calling code, national number, perhaps an extension.
/// It need not be valid, nor even possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    calling_code: u16,
    national: Digits<17>,
    extension: Digits<20>,
}

/// Why a text is not a phone number, in the terms of Google's library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum ParseError {
    /// No calling code was given and no region to assume one from, or the one given is not in use.
    #[error("the calling code is missing or not in use")]
    InvalidCallingCode,
    /// The text does not look like a phone number.
    #[error("the text does not look like a phone number")]
    NotANumber,
    /// An international prefix was given, but hardly anything follows it.
    #[error("too few digits follow the international prefix")]
    TooShortAfterInternationalPrefix,
    /// Fewer than two digits are left for the national number.
    #[error("the national number is too short to be one")]
    NationalNumberTooShort,
    /// More than 17 digits for the national number, or more than 250 characters of text.
    #[error("the text or the national number is too long to be one")]
    TooLong,
}

/// Whether a number's length fits its calling code, in the terms of Google's library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Possibility {
    /// Numbers of this length exist.
    Possible,
    /// Numbers of this length exist, but are dialled only within their own area.
    LocalOnly,
    /// Shorter than any.
    TooShort,
    /// Longer than any.
    TooLong,
    /// Between the shortest and the longest, but of no length in use.
    InvalidLength,
}

/// What kind of line a valid number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NumberType {
    /// A landline.
    FixedLine,
    /// A mobile phone.
    Mobile,
    /// Either: the plan does not tell them apart (the whole of North America, for instance).
    FixedLineOrMobile,
    /// Free for the caller.
    TollFree,
    /// Costs more than usual.
    PremiumRate,
    /// Caller and called share the cost.
    SharedCost,
    /// Internet telephony.
    Voip,
    /// Follows a person from line to line.
    PersonalNumber,
    /// A pager.
    Pager,
    /// A company's universal access number.
    Uan,
    /// Voicemail access.
    Voicemail,
}

impl NumberType {
    /// Whether a number of this kind may be able to receive text messages: only mobile numbers, and
    /// those that cannot be told from mobile numbers (libphonenumber, FALSEHOODS.md).
    #[must_use]
    pub fn may_receive_text(self) -> bool {
        matches!(self, Self::Mobile | Self::FixedLineOrMobile)
    }
}

impl PhoneNumber {
    /// The national number may come in several pieces.
    pub(super) fn new(calling_code: u16, national: &[&[u8]], extension: Digits<20>) -> Self {
        Self { calling_code, national: Digits::of(national), extension }
    }

    /// Reads a phone number out of `text` as Google's library does; a number without `+` or
    /// international prefix is taken for one of `default_region`.
    ///
    /// Text around the number is skipped, letters stand for the digits on their keys where there are
    /// at least three of them. [`assess`](super::assess) is stricter.
    ///
    /// ```
    /// use sparekey::phone::{NumberType, ParseError, PhoneNumber, Region};
    /// // Italy keeps the zero, Japan drops it: the plan decides.
    /// assert_eq!(PhoneNumber::parse("+39 02 3661 8300", None)?.e164(), "+390236618300");
    /// assert_eq!(PhoneNumber::parse("+81 03-1234-5678", None)?.e164(), "+81312345678");
    /// let freephone = PhoneNumber::parse("1-800-FLOWERS", Region::new("US"))?;
    /// assert_eq!(freephone.number_type(), Some(NumberType::TollFree));
    /// assert_eq!(PhoneNumber::parse("hello", None), Err(ParseError::NotANumber));
    /// # Ok::<(), ParseError>(())
    /// ```
    ///
    /// # Errors
    /// [`ParseError`] says which step of Google's algorithm refused the text.
    pub fn parse(text: &str, default_region: Option<Region>) -> Result<Self, ParseError> {
        parse::parse(text, default_region)
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

    /// The kind of line; `None` when the number is not valid.
    #[must_use]
    pub fn number_type(&self) -> Option<NumberType> {
        self.classify().1
    }

    /// Whether the numbering plan has a range for it. Says nothing of anybody having it.
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
    /// Source: <https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options>.
    #[must_use]
    pub fn spaced(&self) -> String {
        format!("+{} {}", self.calling_code, self.national.as_str())
    }

    /// By how much the length is wrong, if that is what keeps the number from being valid.
    ///
    /// Closer than [`possibility`](Self::possibility): numbers that begin like this one decide, and
    /// not all of the country's. Nine digits are possible in Japan, but not behind 90.
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

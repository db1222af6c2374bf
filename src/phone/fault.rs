//! What can be wrong with the content of a field, and in which order it matters. Which rule tells a
//! person about a fault, how severe it is where and in which words is decided in `rules` and the
//! locales.

use super::{
    region::{CallingCode, Region},
    terms::{ExtensionFault, LengthFault, NotANumber, NumberType},
};

/// One fault of a field's content, most severe first: the order of
/// [`Assessment::faults`](super::Assessment::faults).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The content is no phone number.
    NotANumber(NotANumber),
    /// National form where the calling code belongs into the field.
    CountryCodeMissing {
        /// The region that was assumed; without one there is no fix.
        assumed: Option<Region>,
        /// The calling code's digits are there, only the plus sign is not.
        only_plus: bool,
    },
    /// An international prefix (`010`, `00`, `011`) in place of `+`.
    InternationalPrefix {
        /// Its number of digits at the beginning of what was typed.
        digits: usize,
    },
    /// A trunk prefix, dialed only inside the country, stands before the national number.
    TrunkZero {
        /// The prefix's digit, `0` nearly everywhere, `8` in some plans.
        prefix: char,
    },
    /// No number of that region has this length.
    WrongLength {
        /// By how much it is wrong.
        length: LengthFault,
        /// The region whose rules were applied; it has an example mobile number to show.
        region: Region,
    },
    /// The selector and the calling code that was typed differ.
    CountryMismatch {
        /// What the selector says.
        selected: CallingCode,
        /// What was typed.
        typed: CallingCode,
    },
    /// The selector holds the calling code, and the field holds it again.
    CountryCodeTwice {
        /// The calling code.
        calling_code: CallingCode,
    },
    /// Digits that are not ASCII, full-width ones from an IME for instance.
    NonAsciiDigits,
    /// Dashes, dots, brackets, inner spaces.
    Punctuation,
    /// The kind of line cannot receive text messages.
    CannotReceiveText(NumberType),
    /// The right length, but the plan has no such range.
    NotAssigned {
        /// The region whose rules were applied.
        region: Region,
    },
    /// An extension where none may stand, or in a form that is not taken.
    Extension(ExtensionFault),
    /// The one space after the calling code is missing, or there are several.
    SpaceAfterCountryCode,
}

impl Fault {
    /// The order in which faults matter, which is the one in which the enum lists them. The rules
    /// that show them to a person (`rules::ALL`) have the same order; a test in `rules` holds both
    /// against each other.
    pub(crate) fn rank(&self) -> u8 {
        match self {
            Self::NotANumber(_) => 0,
            Self::CountryCodeMissing { .. } => 1,
            Self::InternationalPrefix { .. } => 2,
            Self::TrunkZero { .. } => 3,
            Self::WrongLength { .. } => 4,
            Self::CountryMismatch { .. } => 5,
            Self::CountryCodeTwice { .. } => 6,
            Self::NonAsciiDigits => 7,
            Self::Punctuation => 8,
            Self::CannotReceiveText(_) => 9,
            Self::NotAssigned { .. } => 10,
            Self::Extension(_) => 11,
            Self::SpaceAfterCountryCode => 12,
        }
    }
}

impl From<NotANumber> for Fault {
    fn from(why: NotANumber) -> Self {
        Self::NotANumber(why)
    }
}

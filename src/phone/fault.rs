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
    /// The digits are a number of another region of the same national numbering plan, which has a
    /// calling code of its own: `0692…` in France is a number of Réunion.
    OverseasNumber {
        /// Whose number it is.
        region: Region,
    },
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
            Self::OverseasNumber { .. } => 1,
            Self::CountryCodeMissing { .. } => 2,
            Self::InternationalPrefix { .. } => 3,
            Self::TrunkZero { .. } => 4,
            Self::WrongLength { .. } => 5,
            Self::CountryMismatch { .. } => 6,
            Self::CountryCodeTwice { .. } => 7,
            Self::NonAsciiDigits => 8,
            Self::Punctuation => 9,
            Self::CannotReceiveText(_) => 10,
            Self::NotAssigned { .. } => 11,
            Self::Extension(_) => 12,
            Self::SpaceAfterCountryCode => 13,
        }
    }

    /// Whether it says that another number was meant than the one that stands there as it was typed.
    pub(crate) fn names_another_number(&self) -> bool {
        matches!(self, Self::OverseasNumber { .. })
    }
}

impl From<NotANumber> for Fault {
    fn from(why: NotANumber) -> Self {
        Self::NotANumber(why)
    }
}

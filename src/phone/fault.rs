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
    /// A zero, or a former trunk prefix, stands before the number where no number begins with it.
    ZeroTooMany {
        /// The digit.
        digit: char,
    },
    /// A zero that belongs to the number, or to the trunk prefix, was lost.
    ZeroLost {
        /// The trunk prefix of which the rest stands before the number, `06` in Hungary.
        trunk: Option<&'static str>,
    },
    /// The form that the number had before its country changed its numbers, or has at home alone.
    Renumbered(Renumbering),
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

/// How a number is written today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Renumbering {
    /// Some digits took the place of others.
    Replaced {
        /// How many digits of the national number stand before them.
        kept: usize,
        /// What stood there.
        old: &'static str,
        /// What stands there now.
        new: &'static str,
        /// The first day without the old form, `YYYY-MM-DD`.
        since: &'static str,
    },
    /// There are more digits now; which ones, the old number alone does not say.
    Longer {
        /// The first day without the old form, `YYYY-MM-DD`.
        since: &'static str,
    },
    /// Argentina: the 15 of mobile numbers is dialed at home alone, and there is a 9 before the area
    /// code instead.
    MobileMark,
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
            Self::ZeroTooMany { .. } => 5,
            Self::ZeroLost { .. } => 6,
            Self::Renumbered(_) => 7,
            Self::WrongLength { .. } => 8,
            Self::CountryMismatch { .. } => 9,
            Self::CountryCodeTwice { .. } => 10,
            Self::NonAsciiDigits => 11,
            Self::Punctuation => 12,
            Self::CannotReceiveText(_) => 13,
            Self::NotAssigned { .. } => 14,
            Self::Extension(_) => 15,
            Self::SpaceAfterCountryCode => 16,
        }
    }

    /// Whether it says that another number was meant than the one that stands there as it was typed.
    pub(crate) fn names_another_number(&self) -> bool {
        matches!(
            self,
            Self::OverseasNumber { .. }
                | Self::ZeroTooMany { .. }
                | Self::ZeroLost { .. }
                | Self::Renumbered(_)
        )
    }
}

impl From<NotANumber> for Fault {
    fn from(why: NotANumber) -> Self {
        Self::NotANumber(why)
    }
}

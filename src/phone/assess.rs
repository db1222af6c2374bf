//! The judge of one field: what was typed, what the place accepts → every fault, and at most one fix.
//!
//! It owns which faults there are and in which order they matter; what each is worth, for whom, and
//! in which words is decided in `rules` and the locales.

use super::{CallingCode, NumberType, PhoneNumber, Region};

/// What the field that was typed into accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Whether the calling code belongs into the field.
    pub form: Form,
    /// Whether spaces and punctuation do no harm there.
    pub punctuation_accepted: bool,
    /// Whether the number may carry an extension `x123` (office phones).
    pub extension_accepted: bool,
    /// Whether text messages are to be sent to the number.
    pub must_receive_text: bool,
}

/// Where the calling code is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In the field: `+81 9012345678`.
    International,
    /// In a selector beside the field, which holds the national number alone. `None` while the
    /// selector has not been read; then only what holds for every country is judged.
    National(Option<Selected>),
}

/// What a selector beside the field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selected {
    /// A country or region.
    Region(Region),
    /// A calling code, which several regions may share.
    CallingCode(CallingCode),
}

/// What there is to say about the content of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The number that was found, even where it is faulty. Its region, type and validity are its
    /// own methods.
    pub number: Option<PhoneNumber>,
    /// Most severe first; empty when the field may be sent as it is.
    pub faults: Vec<Fault>,
    /// The whole content of the field as it should be, if it can be shown that no digit is lost
    /// that belongs to the number. Assessing it in the same field finds no fault.
    pub fix: Option<String>,
    /// What stands there may be the beginning of a right answer: more digits could make it one.
    /// While the field has the focus, faults of such content are better not shown.
    pub unfinished: bool,
}

/// One fault; each is one rule. Ordered as in [`Assessment::faults`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The content is no phone number.
    NotANumber(NotANumber),
    /// No number of that region has this length.
    WrongLength {
        /// By how much it is wrong.
        length: LengthFault,
        /// The region whose rules were applied; it has an example mobile number to show.
        region: Region,
    },
    /// National form where the calling code belongs into the field.
    CountryCodeMissing {
        /// The region that was assumed; without one there is no fix.
        assumed: Option<Region>,
    },
    /// An international prefix (`010`, `00`, `011`) in place of `+`.
    InternationalPrefix {
        /// Its number of digits at the beginning of what was typed.
        digits: usize,
    },
    /// A trunk prefix, dialled only inside the country, stands before the national number.
    TrunkZero {
        /// The prefix's digit, `0` nearly everywhere, `8` in some plans.
        prefix: char,
    },
    /// Digits that are not ASCII, full-width ones from an IME for instance.
    FullwidthDigits,
    /// Dashes, dots, brackets, inner spaces.
    Punctuation,
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

/// Why the content is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// It has letters.
    Letters,
    /// It is an e-mail address.
    EmailAddress,
    /// It is too long to be one.
    TooMuchText,
    /// It has no digits.
    NoDigits,
    /// It has characters that occur in no number, for instance `*`.
    OtherCharacters,
    /// It holds two numbers, or a `+` in the middle.
    SeveralNumbers,
    /// Its calling code is not in use.
    UnknownCallingCode,
}

/// By how much a length is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthFault {
    /// So many digits are missing to the shortest length.
    TooShort(u32),
    /// So many digits are too many for the longest length.
    TooLong(u32),
    /// Between the two, but of no length in use.
    Unused,
}

/// What is wrong with an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionFault {
    /// The field takes none.
    NotAccepted,
    /// The field takes `x123` only.
    WrongForm,
}

impl Fault {
    /// The id of the rule that this fault belongs to, for instance `trunk-zero`.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::NotANumber(_) => "not-a-number",
            Self::WrongLength { .. } => "wrong-length",
            Self::CountryCodeMissing { .. } => "country-code-missing",
            Self::InternationalPrefix { .. } => "international-prefix",
            Self::TrunkZero { .. } => "trunk-zero",
            Self::FullwidthDigits => "fullwidth-digits",
            Self::Punctuation => "punctuation",
            Self::CountryMismatch { .. } => "country-mismatch",
            Self::CountryCodeTwice { .. } => "country-code-twice",
            Self::CannotReceiveText(_) => "cannot-receive-text",
            Self::NotAssigned { .. } => "not-assigned",
            Self::Extension(_) => "extension",
            Self::SpaceAfterCountryCode => "space-after-country-code",
        }
    }
}

/// Judges what was `typed` into `field`; a number in national form is taken for one of the selected
/// country, or else of the `assumed` region (policy, else setting).
#[must_use]
pub fn assess(_typed: &str, _field: &Field, _assumed: Option<Region>) -> Assessment {
    Assessment::default()
}

//! The words in which the phone library answers: plain enums that need nothing of the rest.
//!
//! [`ParseError`], [`Possibility`] and [`NumberType`] are those of Google's library and can be
//! matched exhaustively; what is our own and will grow is `#[non_exhaustive]`.

use thiserror::Error;

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
    /// Numbers of this length exist, but are dialed only within their own area.
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

/// Why the content is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// It calls for help (`110`, `911`), and nobody can be reached by it.
    EmergencyNumber,
    /// A few digits that no number of the country begins with (`104`): they are dialed as they are,
    /// inside one country or company.
    ShortNumber,
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
#[non_exhaustive]
pub enum ExtensionFault {
    /// The field takes none.
    NotAccepted,
    /// The field takes `x123` only.
    WrongForm,
}

//! What a field takes: the other half of the question that [`assess`](super::assess()) answers.

use super::region::{CallingCode, Region};

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

impl Selected {
    /// The calling code that is put before the field's content.
    #[must_use]
    pub fn calling_code(self) -> CallingCode {
        match self {
            Self::Region(region) => region.calling_code(),
            Self::CallingCode(code) => code,
        }
    }
}

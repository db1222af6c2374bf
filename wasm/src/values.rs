//! How values come in from JavaScript. It owns what is said of a value that does not fit: which field
//! it is, and never what stands in it, since that is what people have typed.

use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};
use std::fmt;
use tsify::{Ts, Tsify};

/// Why a value is not of the form that was asked for.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WrongForm {
    /// A field that has to be there is not.
    #[error("`{0}` is missing")]
    Missing(Place),
    /// A field is of another type, or none of the values that it can have.
    #[error("`{0}` is of another form")]
    Field(Place),
    /// The same of the value as a whole.
    #[error("the value is of another form")]
    Whole,
}

/// Where in a value a field stands, as JavaScript writes it: `frames[0].snapshot`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(String);

/// Takes a value over.
///
/// # Errors
/// [`WrongForm`] names the innermost field that does not fit.
pub(crate) fn read<T: DeserializeOwned + Tsify>(value: Ts<T>) -> Result<T, WrongForm> {
    let deserializer = serde_wasm_bindgen::Deserializer::from(value.js_value());
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let place = Place::of(error.path());
        // The library's own text quotes the value. Only of a missing field it says no more than the
        // field's name, which is a constant of this program.
        let text = error.inner().to_string();
        let missing =
            text.strip_prefix("Error: missing field `").and_then(|rest| rest.split('`').next());
        match missing {
            Some(field) => WrongForm::Missing(place.then(field)),
            None if place == Place::default() => WrongForm::Whole,
            None => WrongForm::Field(place),
        }
    })
}

impl Place {
    fn of(path: &Path) -> Self {
        path.iter().fold(Self::default(), |place, segment| match segment {
            Segment::Seq { index } => Self(format!("{place}[{index}]")),
            Segment::Map { key: name } | Segment::Enum { variant: name } => place.then(name),
            Segment::Unknown => place.then("?"),
        })
    }

    fn then(self, field: &str) -> Self {
        if self.0.is_empty() { Self(field.to_owned()) } else { Self(format!("{self}.{field}")) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

//! Phone numbers: what was typed → the number → whether the place will take it → how to write it.
//!
//! It owns the numbering plan of every country (compiled by `build.rs` from the metadata of Google's
//! libphonenumber), the reading of text into a [`PhoneNumber`] exactly as that library reads it, and
//! the judgement of one field ([`assess`]). It owns no page, no wording and no severity.
//!
//! To read it from top to bottom:
//! - a text to a number, as Google's library does it: `scan` (text to digits), `parse` (digits to
//!   calling code and national number), `prefix` (trunk and international prefixes), `plan` (the
//!   tables: which region, which type, which lengths), `number` and `region` (what comes out);
//! - a field to an assessment: `content` (what stands there), `reading` (which number is meant and
//!   what is wrong with the way it is dialled), `assess` (every fault, and the fix).
//!
//! ```
//! use sparekey::phone::{PhoneNumber, Region};
//! let number = PhoneNumber::parse("090-1234-5678", Region::new("JP"))?;
//! assert_eq!(number.e164(), "+819012345678");
//! assert!(number.is_valid());
//! # Ok::<(), sparekey::phone::ParseError>(())
//! ```

mod assess;
mod content;
mod describe;
mod digits;
mod format;
mod number;
mod outline;
mod parse;
mod pattern;
mod plan;
mod prefix;
mod reading;
mod region;
mod scan;
mod short;

pub use assess::{
    Assessment, ExtensionFault, Fault, Field, Form, LengthFault, NotANumber, Selected, assess,
};
pub use describe::Description;
pub use number::{NumberType, ParseError, PhoneNumber, Possibility};
pub use outline::PlanState;
pub use plan::METADATA_VERSION;
pub use region::{CallingCode, Region};

/// The day of that release, `YYYY-MM-DD`: the day on which the reference that the core is compared with
/// was built from it, since the metadata carry no date. `None` while it is not known.
pub const METADATA_DATE: Option<&str> = release::DATE;

mod release {
    //! Written by `build.rs`.
    include!(concat!(env!("OUT_DIR"), "/release.rs"));
}

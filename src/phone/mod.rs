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
//!   what is wrong with the way it is dialled), `assess` (every fault, and the fix);
//! - many numbers in one go: [`bulk`].
//!
//! ```
//! use sparekey::phone::{PhoneNumber, Region};
//! let number = PhoneNumber::parse("090-1234-5678", Region::new("JP"))?;
//! assert_eq!(number.e164(), "+819012345678");
//! assert!(number.is_valid());
//! # Ok::<(), sparekey::phone::ParseError>(())
//! ```

mod assess;
pub mod bulk;
mod content;
mod digits;
mod eight;
mod number;
mod parse;
mod plan;
mod prefix;
mod reading;
mod region;
mod scan;

pub use assess::{
    Assessment, ExtensionFault, Fault, Field, Form, LengthFault, NotANumber, Selected, assess,
};
pub use number::{NumberType, ParseError, PhoneNumber, Possibility};
pub use plan::{METADATA_VERSION, automaton};
pub use region::{CallingCode, Region};

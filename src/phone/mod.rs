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
//! - a number to what a person wants to know: `describe` (which digits make it what it is, or keep it
//!   from being anything), `format` (grouped for reading), `short` (emergency and other short numbers),
//!   with `pattern` to run their tables; `outline` lays a whole plan open;
//! - a field to an assessment: `content` (what stands there), `reading` (which number is meant and
//!   what is wrong with the way it is dialled), `assess` (every fault, and the fix);
//! - many numbers in one go: [`bulk`], and `quick`, its short cut for plain lines (`register`, `eight`).
//!
//! ```
//! use sparekey::phone::{PhoneNumber, Region};
//! let number = PhoneNumber::parse("090-1234-5678", Region::new("JP"))?;
//! assert_eq!(number.e164(), "+819012345678");
//! assert!(number.is_valid());
//! # Ok::<(), sparekey::phone::ParseError>(())
//! ```
//!
//! A field that is to be filled in is judged as a whole:
//!
//! ```
//! use sparekey::phone::{Fault, Field, Form, assess};
//! let field = Field {
//!     form: Form::International,
//!     punctuation_accepted: false,
//!     extension_accepted: false,
//!     must_receive_text: true,
//! };
//! let assessment = assess("+81 090-1234-5678", &field, None);
//! assert_eq!(assessment.faults, [Fault::TrunkZero { prefix: '0' }, Fault::Punctuation]);
//! assert_eq!(assessment.fix.as_deref(), Some("+81 9012345678"));
//! ```
//!
//! How the plan is compiled, what is compared with Google's library, and how to move to another
//! release of the metadata: `docs/numbering.md`.

mod answer;
mod assess;
pub mod bulk;
mod content;
mod describe;
mod digits;
mod examples;
mod fast_path;
mod fault;
mod field;
mod format;
mod number;
mod outline;
mod packed_digits;
mod parse;
mod pattern;
mod plan;
mod prefix;
mod reading;
mod region;
mod scan;
mod short;
mod swar;
mod tables;
mod terms;

pub use assess::{Assessment, assess};
pub use describe::Description;
pub use fault::Fault;
pub use field::{Field, Form, Selected};
pub use number::PhoneNumber;
pub use outline::PlanState;
pub use plan::automaton;
pub use region::{CallingCode, Region};
pub use tables::METADATA_VERSION;
pub use terms::{ExtensionFault, LengthFault, NotANumber, NumberType, ParseError, Possibility};

/// The day of that release, `YYYY-MM-DD`: the day on which the reference that the core is compared with
/// was built from it, since the metadata carry no date. `None` while it is not known.
pub const METADATA_DATE: Option<&str> = release::DATE;

mod release {
    //! Written by `build.rs`.
    include!(concat!(env!("OUT_DIR"), "/release.rs"));
}

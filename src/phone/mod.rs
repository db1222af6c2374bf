#![doc = include_str!("README.md")]
//!
//! # How it is built
//! The module owns the numbering plan of every country (compiled by `build.rs` from the metadata of
//! Google's libphonenumber), the reading of text into a [`PhoneNumber`] exactly as that library
//! reads it, and the judgment of one field ([`assess()`]). It owns no page, no wording and no
//! severity.
//!
//! From the bottom to the top; a module uses only those above it in this list, or beside it (a test
//! holds that they form no circle):
//! - nouns: `terms` (the words of the answers), `digits` and `packed_digits` (short runs of
//!   digits), `tables` (the compiled plans);
//! - what can be asked of them: `plan` (which region, which type, which lengths), `prefix` (trunk
//!   and international prefixes), `pattern` (all other patterns), `region`, `number`, `examples`;
//! - a text to a number, as Google's library does it: `scan` (text to digits), `parse` (digits to
//!   calling code and national number);
//! - a number to what a person wants to know: `describe` (which digits make it what it is, or keep
//!   it from being anything), `format` (grouped for reading), `short` (emergency and other short
//!   numbers); `outline` lays a whole plan open; `canonical` writes and reads the exact text of
//!   each value;
//! - a field to an assessment: `field` and `fault` (question and answer), `content` (what stands
//!   there), `shared_plans` (regions that dial one another as at home), `renumbered` (old forms of
//!   numbers), `reading` (which number is meant and what is wrong with the way it is dialed),
//!   `causes` (which number was meant by digits that are none), `assess` (every fault, and the fix),
//!   `candidates` (which countries' numbers digits without a calling code may be);
//! - many numbers in one go: [`bulk`], and `fast_path`, which answers usual lines without the
//!   general parser (`swar`, `answer`).
//!
//! How the plan is compiled, what is compared with Google's library, and how to move to another
//! release of the metadata: `docs/numbering.md`.

mod answer;
mod assess;
pub mod bulk;
mod candidates;
mod canonical;
mod causes;
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
mod renumbered;
mod scan;
mod shared_plans;
mod short;
mod swar;
mod tables;
mod terms;

pub use assess::{Assessment, assess};
pub use candidates::{Candidate, begins_like_none_of, candidates, candidates_at};
pub use canonical::{CallingCodeError, PhoneNumberError, RegionError};
pub use describe::Description;
pub use fault::{Fault, Renumbering};
pub use field::{Field, Form, Selected};
pub use number::PhoneNumber;
pub use outline::PlanState;
pub use plan::automaton;
pub use region::{CallingCode, Region};
pub use tables::METADATA_VERSION;
pub use terms::{ExtensionFault, LengthFault, NotANumber, NumberType, ParseError, Possibility};

/// The day of that release, `YYYY-MM-DD`: the day on which the reference that the core is compared
/// with was built from it, since the metadata carry no date. `None` while it is not known.
pub const METADATA_DATE: Option<&str> = release::DATE;

mod release {
    //! Written by `build.rs`.
    include!(concat!(env!("OUT_DIR"), "/release.rs"));
}

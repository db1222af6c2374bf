//! Sparekey's core: reads what the eyes saw of a page and says what will fail, lock somebody out,
//! or is worth knowing. It owns every judgment; it draws nothing, speaks no language, reads no
//! clock and keeps no state.
//!
//! - [`phone`] reads, judges and writes one phone number, or a list of them. It needs nothing of the
//!   rest and is where to begin for anyone who came for phone numbers.
//! - [`review::review`] is what the extension asks: what the frames of a tab show ([`page`]), and what
//!   is known besides ([`context`], [`policy`]), in; findings ([`finding`]) of the [`rules`] out.
//! - [`methods`] and [`lexicon`] know authentication methods, and the labels that pages give them.
//!
//! A page that no place matches is answered, too: with nothing.
//!
//! ```
//! use sparekey::{context::Context, page::snapshot::Tab, review::review};
//! let review = review(&Tab::default(), &Context::default());
//! assert!(review.place.is_none() && review.frames.is_empty());
//! ```

pub mod calendar;
pub mod cloud;
pub mod context;
pub mod finding;
pub mod lexicon;
mod lookalike;
pub mod methods;
pub mod page;
pub mod phone;
pub mod policy;
pub mod report;
pub mod review;
pub mod rules;
pub mod text;

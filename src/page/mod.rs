//! From what the eyes saw to what it means. It owns the places, the snapshot and the reading; it
//! judges nothing.

mod address;
mod frames;
mod index;
pub mod place;
pub mod reading;
pub mod redaction;
pub mod snapshot;

pub use frames::Page;

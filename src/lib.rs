//! Sparekey's core: reads what the eyes saw of a page and says what will fail, lock somebody out,
//! or is worth knowing. It owns every judgement; it draws nothing, speaks no language, reads no
//! clock and keeps no state.

pub mod calendar;
pub mod context;
pub mod finding;
mod from_javascript;
pub mod lexicon;
mod lookalike;
pub mod methods;
pub mod page;
pub mod phone;
pub mod review;
pub mod rules;
pub mod text;
pub mod wasm;

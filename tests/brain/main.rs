//! The core as the extension asks it: pages in, findings out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests stop where a test would"
)]

mod actions;
mod claims;
mod counting;
mod deadlines;
mod deleting;
mod describe;
mod documents;
mod fields;
mod findings;
mod fixes;
mod home_country;
mod hostile;
mod labels;
mod languages;
mod lists;
mod methods;
mod next_steps;
mod personal;
mod phone_ends;
mod pickers;
mod places;
mod policy;
mod readings;
mod rows;
mod rules;
mod silences;
mod snapshots;
#[path = "../typed_texts/mod.rs"]
mod typed_texts;
mod words;

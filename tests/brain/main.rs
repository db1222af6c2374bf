//! The core as the extension asks it: pages in, findings out.

mod counting;
mod deadlines;
mod describe;
mod fields;
mod hostile;
mod labels;
mod lists;
mod pickers;
mod places;
mod rules;
mod snapshots;

//! From what the eyes saw to what it means. It owns the snapshot and the reading; it judges
//! nothing.

pub mod place;
pub mod snapshot;

//! How large the core is, as it lies in the package and as servers and stores deliver it. Latency is
//! what is promised (`latency.rs`); the size is a tripwire that makes somebody look.

use crate::shell::{root, say, warn};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use std::{fs, io::Write as _};

/// The core that wasm-pack builds, relative to the root.
const CORE: &str = "pkg/sparekey_bg.wasm";

/// Bytes of the packed core above which there is a warning: twice what it had when this was written
/// (159,442), a size at which a background that the browser starts anew has been fast enough by far.
const WARN_ABOVE_PACKED: usize = 320_000;

/// Bytes of something, raw and packed by gzip at its best level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Size {
    pub(crate) raw: usize,
    #[serde(rename = "gzip")]
    pub(crate) packed: usize,
}

impl Size {
    /// Packs the bytes, and counts both.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        Ok(Self { raw: bytes.len(), packed: encoder.finish()?.len() })
    }

    /// The size of the core in `pkg/`.
    pub(crate) fn of_core() -> Result<Self> {
        Self::of(&fs::read(root().join(CORE)).context(CORE)?)
    }

    /// What to say if it is larger than it should become without anybody noticing.
    fn warning(self) -> Option<String> {
        (self.packed > WARN_ABOVE_PACKED).then(|| {
            format!(
                "The packed core is above {WARN_ABOVE_PACKED} bytes. See whether \
                 `cargo xtask bench hints` still holds, and what it has grown by"
            )
        })
    }
}

/// Prints the size of the core in `pkg/`, and a warning if it has become large.
pub(crate) fn report() -> Result<()> {
    let size = Size::of_core()?;
    say(&format!("The core: {} bytes, {} packed", size.raw, size.packed));
    if let Some(warning) = size.warning() {
        warn(&warning);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_core_above_the_limit_is_warned_of() {
        let warning = |packed| Size { raw: 1_000_000, packed }.warning();
        assert_eq!(warning(0), None);
        assert_eq!(warning(WARN_ABOVE_PACKED), None);
        assert!(warning(WARN_ABOVE_PACKED + 1).is_some_and(|text| text.contains("320000")));
    }

    #[test]
    fn what_repeats_itself_is_smaller_when_packed() -> Result<()> {
        let size = Size::of(&[7; 10_000])?;
        assert_eq!(size.raw, 10_000);
        assert!((20..100).contains(&size.packed), "{size:?}");
        Ok(())
    }
}

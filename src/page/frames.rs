//! What the frames of a tab show. It owns telling which frames belong to the tab's place, and
//! builds for each of them, once, all that the rest of the core looks at.

use super::{
    address::origin,
    index::Index,
    place::{self, Place, Shown},
    reading::{self, Reading},
    snapshot::{Frame, Node, Role, Snapshot, Tab},
};

/// The class by which the portal tells the blade frame in use from those it keeps warm.
const ACTIVE_FRAME: &str = "fxs-reactview-frame-active";

/// A frame that shows the tab's place, or a part of it.
pub struct Page<'a> {
    /// The frame as the eyes described it.
    pub frame: &'a Frame,
    pub(crate) index: Index<'a>,
    /// The place, which is the tab's.
    pub shown: Shown,
    /// What the frame means.
    pub reading: Reading,
}

impl<'a> Page<'a> {
    /// The page in each frame of the tab, in their order; `None` for a frame that is nobody's
    /// place: a hidden one, or one with another blade. What the tab shows is said by its top frame.
    #[must_use]
    pub fn in_frames(tab: &'a Tab) -> Vec<Option<Self>> {
        let top = tab.frames.iter().find(|frame| frame.id == 0).map(|frame| &frame.snapshot);
        let shown = top.and_then(|top| place::at(&top.address));
        tab.frames.iter().map(|frame| Self::new(frame, top?, shown?)).collect()
    }

    fn new(frame: &'a Frame, top: &Snapshot, shown: Shown) -> Option<Self> {
        let snapshot = &frame.snapshot;
        let index = if frame.id == 0 {
            Index::new(snapshot)
        } else {
            blade_of(shown.place, snapshot, top)?
        };
        let reading = reading::read(&index, &snapshot.language, shown.place);
        Some(Self { frame, index, shown, reading })
    }
}

/// The frame's index, where it is a blade that is in use and has the place's content.
fn blade_of<'a>(place: Place, snapshot: &'a Snapshot, top: &Snapshot) -> Option<Index<'a>> {
    let blade = place.blade()?;
    let is_in_use =
        snapshot.on_screen && place::is_blade(&snapshot.address) && is_rendered(snapshot, top);
    if !is_in_use {
        return None;
    }
    let index = Index::new(snapshot);
    let name = snapshot.frame_name.to_ascii_lowercase();
    let is_named = (blade.is_name)(name.strip_suffix(".reactview").unwrap_or(&name));
    let is_it = is_named || index.entries().any(|entry| entry.means_any(blade.labels));
    is_it.then_some(index)
}

/// Whether the top frame shows an `iframe` that may be this frame. A hidden one is not in its
/// snapshot; of several with the same name, the portal marks the one in use.
fn is_rendered(snapshot: &Snapshot, top: &Snapshot) -> bool {
    let frames = || top.nodes.iter().filter(|node| node.role == Role::Frame);
    if frames().next().is_none() {
        return true; // The shell has not described its frames yet.
    }
    let origin = origin(&snapshot.address);
    let may_be_it = |node: &&Node| {
        (node.value.is_empty() || Some(node.value.trim_end_matches('/')) == origin)
            && (snapshot.frame_name.is_empty() || node.name == snapshot.frame_name)
    };
    let is_marked = |node: &Node| node.classes.iter().any(|class| class == ACTIVE_FRAME);
    match frames().filter(may_be_it).count() {
        0 => top.clipped,
        // The mark is not asked for: a pane of its own may well have none.
        1 => true,
        _ => frames().filter(may_be_it).any(is_marked),
    }
}

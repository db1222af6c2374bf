//! One look at one tab: snapshots and context in, findings out. It owns the order in which places
//! are found, pages are read and rules are asked; it holds no rule.

use crate::{context::Context, finding::Finding, page::snapshot::Tab};
use serde::Serialize;
use tsify::Tsify;

/// What there is to say about a tab now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The known place the tab shows, for instance `security-info`.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'static str>,
    /// One entry for each frame of the tab, in the same order.
    pub frames: Vec<FrameReview>,
}

/// What there is to say in one frame.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FrameReview {
    /// [`Frame::id`](crate::page::snapshot::Frame::id).
    pub id: u32,
    /// The language that the page's labels are in (BCP 47, for instance `ja`), where they tell.
    #[tsify(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Most severe first; at one spot, the first is the one to show.
    pub findings: Vec<Finding>,
}

/// Looks at a tab.
#[must_use]
pub fn review(_tab: &Tab, _context: &Context) -> Review {
    Review::default()
}

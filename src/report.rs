//! What a user may hand over about a page: the redacted page, what was said of the page itself and
//! what is said of the redacted one; no personal data. It owns what a report holds; what stays of
//! the page is decided in [`redaction`], and saving it is the user's own act.

use crate::{
    calendar::Day,
    context::{Context, Policy, Settings, Whereabouts},
    finding::{Anchor, Finding},
    page::{
        place::{self, Place},
        redaction::{self, Fields, Piece},
        snapshot::{Role, State, Tab},
    },
    review::{Review, Silence, review},
    rules,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A report, and how to show it before it is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The file's name, without its ending.
    pub name: String,
    /// What would be saved.
    pub file: ReportFile,
    /// The file's page as an outline: of each line what it says and what is masked.
    pub outline: Vec<Line>,
    /// What there is to it, in numbers.
    pub summary: Summary,
}

/// The saved file: a recorded page (`tab`, `context`) with what was and is said of it. It drops
/// into `tests/snapshots/reported` as a test case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReportFile {
    /// The product's version.
    pub sparekey: &'static str,
    /// What was said of the page itself.
    pub said: Said,
    /// What is said of the redacted page ([`Said::of_masked`]); a test holds it to that.
    pub expected: Said,
    /// The day, and the choices that do not depend on what is masked.
    pub context: Context,
    /// The redacted page.
    pub tab: Tab,
}

/// A review without its words and places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// [`Review::place`].
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// [`Review::language`].
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// [`Review::silence`].
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    /// The ids of [`Review::methods`], in the page's order.
    pub methods: Vec<&'static str>,
    /// The ids of the rules that had something to say, each once and in order.
    pub rules: Vec<&'static str>,
}

/// One line of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// How far it is indented: 0 for a frame, then by the tree.
    pub depth: u32,
    /// What the node is; none for a frame's own line.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// What holds of it.
    pub states: Vec<State>,
    /// What is written about it.
    pub fields: Vec<Field>,
}

/// One field of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// What a report holds, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Frames.
    pub frames: u32,
    /// Elements and runs of text.
    pub nodes: u32,
    /// Texts of the page of which every letter and digit stayed.
    pub kept: u32,
    /// Texts of the page of which something is masked.
    pub masked: u32,
}

/// The deepest that an outline is indented; what is deeper stands as deep as that.
const DEEPEST: u32 = 40;

/// The fields that people can read on the page.
const READABLE: &[&str] = &["name", "value", "placeholder"];

/// The report on a tab; none where the tab is at no watched address, so that there is nothing that
/// the product should have understood.
#[must_use]
pub fn report(tab: &Tab, context: &Context) -> Option<Report> {
    let top = tab.frames.iter().find(|frame| frame.id == 0)?;
    let shown = place::at(&top.snapshot.address)?;
    let said = Said::by(&review(tab, context));
    let redacted = redaction::redact(tab);
    let context = told(context);
    let outline = outline(&redacted);
    Some(Report {
        name: ["sparekey", shown.place.id(), &context.today].join("-"),
        summary: Summary::of(&redacted, &outline),
        file: ReportFile {
            sparekey: env!("CARGO_PKG_VERSION"),
            said,
            expected: Said::of_masked(&review(&redacted, &context)),
            context,
            tab: redacted,
        },
        outline,
    })
}

/// The day and the choices that are nobody's: numbers are masked, so a region says nothing about
/// the page any more, only about the person.
fn told(context: &Context) -> Context {
    let silenced = &context.settings.silenced_rules;
    let is_known = |id: &&String| rules::ALL.iter().any(|rule| rule.id == id.as_str());
    Context {
        today: context.today.parse().map_or_else(|_| String::new(), |day: Day| day.to_string()),
        settings: Settings {
            silenced_rules: silenced.iter().filter(is_known).cloned().collect(),
            ..Settings::default()
        },
        policy: Policy {
            telecom_provider_configured: context.policy.telecom_provider_configured,
            ..Policy::default()
        },
        whereabouts: Whereabouts::default(),
    }
}

impl Said {
    /// What a review says.
    #[must_use]
    pub fn by(review: &Review) -> Self {
        Self::with(review, |_| true)
    }

    /// What a review says of a redacted page, without what it says of inputs: that is about digits,
    /// and those are not the ones that were typed.
    #[must_use]
    pub fn of_masked(review: &Review) -> Self {
        Self { silence: None, ..Self::with(review, |finding| finding.anchor != Anchor::Field) }
    }

    fn with(review: &Review, counts: impl Fn(&Finding) -> bool) -> Self {
        let findings = review.frames.iter().flat_map(|frame| &frame.findings);
        let rules: BTreeSet<&str> =
            findings.filter(|it| counts(it)).map(|finding| finding.rule).collect();
        Self {
            place: review.place,
            language: review.language.as_deref().map(redaction::language_tag),
            silence: review.silence,
            methods: review.methods.iter().map(|seen| seen.method).collect(),
            rules: rules.into_iter().collect(),
        }
    }
}

fn outline(redacted: &Tab) -> Vec<Line> {
    let pieces = redaction::in_pieces(redacted);
    let mut lines = Vec::new();
    for (frame, (of_frame, of_nodes)) in redacted.frames.iter().zip(pieces) {
        lines.push(Line { depth: 0, role: None, states: Vec::new(), fields: fields(of_frame) });
        // Redacted nodes are counted from 1, parents before children.
        let mut depths: Vec<u32> = Vec::with_capacity(frame.snapshot.nodes.len());
        for (node, of_node) in frame.snapshot.nodes.iter().zip(of_nodes) {
            let parent = node.parent.and_then(|id| usize::try_from(id).ok()?.checked_sub(1));
            let above = parent.and_then(|position| depths.get(position)).copied().unwrap_or(0);
            depths.push(above + 1);
            lines.push(Line {
                depth: (above + 1).min(DEEPEST),
                role: Some(node.role),
                states: node.states.clone(),
                fields: fields(of_node),
            });
        }
    }
    lines
}

fn fields(fields: Fields) -> Vec<Field> {
    fields.into_iter().map(|(name, pieces)| Field { name, pieces }).collect()
}

impl Summary {
    fn of(redacted: &Tab, outline: &[Line]) -> Self {
        let texts = || {
            let fields = outline.iter().flat_map(|line| &line.fields);
            fields.filter(|field| READABLE.contains(&field.name))
        };
        let is_masked = |field: &&Field| field.pieces.iter().any(|piece| piece.masked);
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let masked = texts().filter(is_masked).count();
        Self {
            frames: count(redacted.frames.len()),
            nodes: count(redacted.frames.iter().map(|it| it.snapshot.nodes.len()).sum()),
            kept: count(texts().count() - masked),
            masked: count(masked),
        }
    }
}

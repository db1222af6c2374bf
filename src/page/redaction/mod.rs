//! A tab made fit to be shown to others: what the product itself knows stays, everything else keeps
//! its shape only. It owns what stays; how texts and names in code are masked is in the files below
//! it, and what a report holds besides the page is in [`crate::report`].
//!
//! Nothing stays because it looks harmless. A text stays where it is a label that the lexicon knows
//! whole, a name in code word by word where the word is one of the interface's own, a host where it
//! is watched.

mod identifiers;
mod texts;

use super::{
    place,
    snapshot::{Frame, Node, Role, Snapshot, Tab},
};
use serde::Serialize;
use std::collections::HashMap;
use texts::Texts;

/// A stretch of a redacted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct Piece {
    /// As it stands in the redacted text.
    pub text: String,
    /// Whether it stands for something else.
    pub masked: bool,
}

/// A node's redacted fields, in the order in which people want to read them; without the empty
/// ones.
pub type Fields = Vec<(&'static str, Vec<Piece>)>;

/// The tab with everything masked that the product does not know: letters become `a` or `A`, the
/// digits of a number one and the same digit. In a word that mixes letters and digits both are
/// replaced alike. Nodes and frames are counted anew. Punctuation, spaces, structure, roles and
/// states stay.
///
/// Redacting again changes nothing.
#[must_use]
pub fn redact(tab: &Tab) -> Tab {
    let mut texts = Texts::default();
    let mut next = 0;
    let frames = tab.frames.iter().map(|frame| Frame {
        id: if frame.id == 0 {
            0
        } else {
            next += 1;
            next
        },
        snapshot: snapshot(&frame.snapshot, &mut texts),
    });
    Tab { frames: frames.collect() }
}

/// What is written about each frame and each node of a redacted tab, in pieces: for each frame its
/// own fields, then those of its nodes.
#[must_use]
pub fn in_pieces(redacted: &Tab) -> Vec<(Fields, Vec<Fields>)> {
    // Masking what is masked gives the same text again, and says of each piece what it is.
    let mut texts = Texts::default();
    let described = redacted.frames.iter().map(|frame| {
        let of_frame = written(vec![
            ("address", address(&frame.snapshot.address)),
            ("frameName", identifiers::mask(&frame.snapshot.frame_name)),
            ("language", language(&frame.snapshot.language)),
        ]);
        let nodes = frame.snapshot.nodes.iter();
        (of_frame, nodes.map(|node| written(fields(node, &mut texts))).collect())
    });
    described.collect()
}

/// The language tag, if it is one and says no more than language, script and region; without the
/// region unless it says how the language is written.
#[must_use]
pub fn language_tag(tag: &str) -> String {
    joined(language(tag))
}

fn snapshot(seen: &Snapshot, texts: &mut Texts) -> Snapshot {
    // From ids to positions, as in the readings' index: one kind of map is 2 kB smaller than two.
    let mut positions: HashMap<u32, usize> = HashMap::with_capacity(seen.nodes.len());
    let mut nodes = Vec::with_capacity(seen.nodes.len());
    let number_of = |position: usize| u32::try_from(position + 1).unwrap_or(u32::MAX);
    for (position, node) in seen.nodes.iter().enumerate() {
        let mut redacted = masked_node(node, texts);
        redacted.parent = node.parent.and_then(|id| positions.get(&id).copied()).map(number_of);
        redacted.id = number_of(position);
        // Of two nodes with one id the first is the parent, as for the reading.
        positions.entry(node.id).or_insert(position);
        nodes.push(redacted);
    }
    Snapshot {
        address: joined(address(&seen.address)),
        frame_name: joined(identifiers::mask(&seen.frame_name)),
        on_screen: seen.on_screen,
        language: language_tag(&seen.language),
        clipped: seen.clipped,
        nodes,
    }
}

fn masked_node(node: &Node, texts: &mut Texts) -> Node {
    let mut redacted = Node { role: node.role, states: node.states.clone(), ..Node::default() };
    for (field, pieces) in fields(node, texts) {
        let text = joined(pieces);
        match field {
            "name" => redacted.name = text,
            "value" => redacted.value = text,
            "placeholder" => redacted.placeholder = text,
            "testId" => redacted.test_id = text,
            "domId" => redacted.dom_id = text,
            "autocomplete" => redacted.autocomplete = text,
            "inputType" => redacted.input_type = text,
            "language" => redacted.language = text,
            _ => redacted.classes.push(text),
        }
    }
    redacted
}

fn fields(node: &Node, texts: &mut Texts) -> Fields {
    let is_frame = node.role == Role::Frame;
    let name = if is_frame { identifiers::mask(&node.name) } else { texts.mask(&node.name) };
    let value = match node.role {
        Role::Frame => address(&node.value),
        // What somebody typed is theirs, even where it is a word that pages use as well.
        Role::Textbox => texts.mask_typed(&node.value),
        _ => texts.mask(&node.value),
    };
    let mut fields = vec![
        ("name", name),
        ("value", value),
        ("placeholder", texts.mask(&node.placeholder)),
        ("testId", identifiers::mask(&node.test_id)),
        ("domId", identifiers::mask(&node.dom_id)),
        ("autocomplete", identifiers::mask(&node.autocomplete)),
        ("inputType", identifiers::mask(&node.input_type)),
        ("language", language(&node.language)),
    ];
    fields.extend(node.classes.iter().map(|class| ("class", identifiers::mask(class))));
    fields
}

fn written(mut fields: Fields) -> Fields {
    fields.retain(|(_, pieces)| !pieces.is_empty());
    fields
}

/// The scheme, a known host and the names in path and fragment by which places are known stay;
/// users, tenants and everything else may stand in the rest.
fn address(address: &str) -> Vec<Piece> {
    const SCHEME: &str = "https://";
    let Some(rest) = address.strip_prefix(SCHEME) else { return identifiers::mask(address) };
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at_checked(host_ends).unwrap_or((rest, ""));
    let (below, known) = place::known_host(host);
    let mut pieces = vec![Piece::kept(SCHEME)];
    // Without a vocabulary: a host of somebody's own may be called after a word of the interface.
    pieces.extend(identifiers::mask_whole(below));
    pieces.push(Piece::kept(known));
    for part in rest.split_inclusive(['/', '?', '#']) {
        let name = part.trim_end_matches(['/', '?', '#']);
        let end = part.get(name.len()..).unwrap_or_default();
        if place::is_known_name(name) {
            pieces.push(Piece::kept(name));
        } else {
            pieces.extend(identifiers::mask(name));
        }
        pieces.push(Piece::kept(end));
    }
    merged(pieces)
}

/// Two letters, and behind them what is a script or a region and can be nothing else. A region may
/// say where somebody is, so it stays only in languages that are written differently from one to
/// another.
fn language(tag: &str) -> Vec<Piece> {
    const WRITTEN_BY_REGION: &[&str] = &["pt", "zh"];
    const SCRIPTS: &[&str] = &["hans", "hant", "latn", "cyrl", "arab"];
    let mut parts = tag.split('-');
    let is_letters = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|it| it.is_ascii_alphabetic())
    };
    let is_language = parts.next().is_some_and(|language| is_letters(language, 2))
        && parts.all(|part| {
            is_letters(part, 2) || SCRIPTS.contains(&part.to_ascii_lowercase().as_str())
        });
    // `xx-yy-zz-…` is no tag; the longest that is has three parts.
    if !is_language || tag.split('-').count() > 3 {
        return identifiers::mask_whole(tag);
    }
    let (language, rest) = tag.split_at_checked(2).unwrap_or((tag, ""));
    if WRITTEN_BY_REGION.iter().any(|it| it.eq_ignore_ascii_case(language)) {
        return merged(vec![Piece::kept(tag)]);
    }
    let mut pieces = vec![Piece::kept(language)];
    for part in rest.split_inclusive('-') {
        if is_letters(part.trim_end_matches('-'), 2) {
            pieces.extend(identifiers::mask_whole(part));
        } else {
            pieces.push(Piece::kept(part));
        }
    }
    merged(pieces)
}

impl Piece {
    fn kept(text: &str) -> Self {
        Self { text: text.to_owned(), masked: false }
    }

    fn masked(text: String) -> Self {
        Self { text, masked: true }
    }
}

fn joined(pieces: Vec<Piece>) -> String {
    pieces.into_iter().map(|piece| piece.text).collect()
}

/// The same text in the fewest pieces.
fn merged(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut fewest: Vec<Piece> = Vec::new();
    for piece in pieces {
        match fewest.last_mut() {
            _ if piece.text.is_empty() => {}
            Some(last) if last.masked == piece.masked => last.text.push_str(&piece.text),
            _ => fewest.push(piece),
        }
    }
    fewest
}

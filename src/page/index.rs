//! A snapshot made walkable: parents, descendants, meanings of labels, what is out of use. It owns
//! the bounds that keep a hostile page from costing more than an ordinary one.

use super::snapshot::{Node, Role, Snapshot, State};
use crate::lexicon::{self, Concept, Meaning};
use std::collections::HashMap;

/// Nodes beyond this are not looked at. The eyes clip earlier; this bounds what a page can cost
/// that has got past them.
const MOST_NODES: usize = 20_000;
/// Deeper nodes count as children of the last one that is not too deep. Portal pages are some 60
/// elements deep, most of which the eyes leave out.
const DEEPEST: u32 = 200;

/// A snapshot with its tree.
pub(crate) struct Index<'a> {
    entries: Vec<Entry<'a>>,
    /// Something may be missing.
    pub(crate) clipped: bool,
}

/// One node and its place in the tree.
pub(crate) struct Entry<'a> {
    /// The node.
    pub(crate) node: &'a Node,
    /// Its position in the document.
    pub(crate) position: usize,
    /// The position of the nearest described ancestor.
    pub(crate) parent: Option<usize>,
    /// The position after its last descendant.
    pub(crate) end: usize,
    /// What its name stands for.
    pub(crate) meanings: &'static [Meaning],
    /// It belongs to a tab or section that is not in use, a second copy for instance.
    pub(crate) inactive: bool,
    depth: u32,
}

impl Entry<'_> {
    /// Whether the name stands for the concept.
    pub(crate) fn means(&self, concept: Concept) -> bool {
        self.meanings.iter().any(|meaning| meaning.concept == concept)
    }

    /// Whether the name stands for one of the concepts.
    pub(crate) fn means_any(&self, concepts: &[Concept]) -> bool {
        self.meanings.iter().any(|meaning| concepts.contains(&meaning.concept))
    }

    /// Whether the state holds.
    pub(crate) fn is(&self, state: State) -> bool {
        self.node.states.contains(&state)
    }

    /// Whether the node has the class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.node.classes.iter().any(|known| known == class)
    }

    /// Whether it is a dialog; the portal's own message box has no role.
    pub(crate) fn is_dialog(&self) -> bool {
        matches!(self.node.role, Role::Dialog | Role::AlertDialog)
            || self.has_class("fxs-messagebox")
    }

    /// Whether it is something to press.
    pub(crate) fn is_action(&self) -> bool {
        matches!(self.node.role, Role::Button | Role::Link)
    }
}

impl<'a> Index<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let count = snapshot.nodes.len().min(MOST_NODES);
        let mut positions: HashMap<u32, usize> = HashMap::with_capacity(count);
        let mut entries: Vec<Entry<'a>> = Vec::with_capacity(count);
        // The chain of ancestors of the node before; a parent that is not on it (another order
        // than the document's, or made up) makes its child a root.
        let mut open: Vec<usize> = Vec::new();
        for (position, node) in snapshot.nodes.iter().take(MOST_NODES).enumerate() {
            let claimed = node.parent.and_then(|id| positions.get(&id).copied());
            let parent = claimed.filter(|parent| open.contains(parent));
            while open.last().is_some_and(|last| Some(*last) != parent) {
                close(&mut entries, &mut open, position);
            }
            let depth = parent
                .and_then(|parent| entries.get(parent))
                .map_or(0, |parent: &Entry<'_>| parent.depth + 1);
            entries.push(Entry {
                node,
                position,
                parent,
                end: position + 1,
                meanings: lexicon::meanings(&node.name),
                inactive: false,
                depth,
            });
            if depth < DEEPEST {
                positions.entry(node.id).or_insert(position);
                open.push(position);
            } else if let Some(parent) = parent {
                positions.entry(node.id).or_insert(parent);
            }
        }
        while !open.is_empty() {
            close(&mut entries, &mut open, count);
        }
        let mut index = Self { entries, clipped: snapshot.clipped || count < snapshot.nodes.len() };
        index.mark_inactive();
        index
    }

    /// A dialog hides the page behind it with `aria-hidden`, which does not make that page stale;
    /// an inactive tab's copy of a list does carry stale rows.
    fn mark_inactive(&mut self) {
        let dialog_open =
            self.entries.iter().any(|entry| entry.is_dialog() && !entry.is(State::AriaHidden));
        let mut inactive_until = 0;
        for position in 0..self.entries.len() {
            let Some(entry) = self.entries.get_mut(position) else { return };
            let hidden =
                entry.is(State::AriaHidden) && (entry.node.role == Role::TabPanel || !dialog_open);
            if hidden {
                inactive_until = inactive_until.max(entry.end);
            }
            entry.inactive = position < inactive_until;
        }
    }

    /// Every node in use, in document order.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| !entry.inactive)
    }

    pub(crate) fn at(&self, position: usize) -> Option<&Entry<'a>> {
        self.entries.get(position)
    }

    pub(crate) fn parent(&self, entry: &Entry<'_>) -> Option<&Entry<'a>> {
        entry.parent.and_then(|parent| self.entries.get(parent))
    }

    /// The nearest ancestor first.
    pub(crate) fn ancestors(&self, entry: &Entry<'_>) -> impl Iterator<Item = &Entry<'a>> {
        let mut next = entry.parent;
        std::iter::from_fn(move || {
            let ancestor = self.entries.get(next?)?;
            next = ancestor.parent;
            Some(ancestor)
        })
    }

    /// The node itself and everything below it that is in use.
    pub(crate) fn subtree(&self, entry: &Entry<'_>) -> impl Iterator<Item = &Entry<'a>> {
        self.entries
            .get(entry.position..entry.end)
            .unwrap_or_default()
            .iter()
            .filter(|entry| !entry.inactive)
    }

    /// The direct children that are in use.
    pub(crate) fn children(&self, entry: &Entry<'_>) -> impl Iterator<Item = &Entry<'a>> {
        let parent = entry.position;
        let mut next = parent + 1;
        let end = entry.end;
        std::iter::from_fn(move || {
            while next < end {
                let child = self.entries.get(next)?;
                next = child.end;
                if !child.inactive {
                    return Some(child);
                }
            }
            None
        })
    }

    /// Whether the node stands in a line that begins with one of the labels: "Default sign-in
    /// method: Phone  Change". The line ends with its action, or where a list begins.
    pub(crate) fn follows_line(&self, entry: &Entry<'_>, labels: &[Concept]) -> bool {
        /// The label, its text, and wrappers around them.
        const FARTHEST: usize = 6;
        const AFTER_IT: &[Role] =
            &[Role::Grid, Role::Heading, Role::List, Role::ListItem, Role::Row, Role::Table];
        for position in (entry.position.saturating_sub(FARTHEST)..entry.position).rev() {
            let Some(before) = self.at(position).filter(|it| !it.is_action()) else { return false };
            if before.means_any(labels) {
                return true;
            }
            if AFTER_IT.contains(&before.node.role) {
                return false;
            }
        }
        false
    }

    /// What the node shows as chosen or typed: its value, or else the chosen option, or else its
    /// own text, as far as that is not its label.
    pub(crate) fn chosen<'s>(&'s self, entry: &'s Entry<'a>) -> &'a str {
        if !entry.node.value.is_empty() {
            return &entry.node.value;
        }
        // A list of all countries has some 250 options, closed ones a handful of nodes.
        const FARTHEST: usize = 600;
        let (mut title, mut text) = (None, None);
        for it in self.subtree(entry).skip(1).take(FARTHEST) {
            let name = it.node.name.as_str();
            if it.node.role == Role::Option && it.is(State::Selected) {
                return name;
            }
            let is_placeholder = |it: &Entry<'_>| it.has_class("ms-Dropdown-titleIsPlaceHolder");
            if it.has_class("ms-Dropdown-title") && !is_placeholder(it) && !name.is_empty() {
                title = title.or(Some(name));
            } else if it.node.role == Role::Text && !self.parent(it).is_some_and(is_placeholder) {
                text = text.or(Some(name));
            }
        }
        title.or(text).unwrap_or_default()
    }
}

fn close(entries: &mut [Entry<'_>], open: &mut Vec<usize>, end: usize) {
    if let Some(entry) = open.pop().and_then(|position| entries.get_mut(position)) {
        entry.end = end;
    }
}

//! The method that is about to be deleted. It owns finding out which row is meant: the dialog often
//! does not say.

use super::{
    ENOUGH, Evidence, MethodList, Registered, commands, confidence, dialogs, method_named,
};
use crate::{
    lexicon::Concept,
    methods::{Method, SeenNumber},
    page::{
        index::{Entry, Index},
        snapshot::{Role, State},
    },
};

/// A deletion that has not happened yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The control that deletes, or the dialog's question.
    pub node: u32,
    /// The node of the row that would go; `None` where nothing says which.
    pub row: Option<u32>,
    /// What the reading rests on.
    pub evidence: Vec<Evidence>,
}

pub(super) const DELETES: &[Concept] = &[Concept::ActionDelete, Concept::PersonalActionRemove];

/// A question names one number; a page with many is about something else.
const MOST_NUMBERS: usize = 20;
/// One menu is open at a time, in what holds it.
const MOST_OPEN: usize = 50;

pub(super) fn read(index: &Index<'_>, list: Option<&MethodList>) -> Option<Removal> {
    let list = list?;
    asked(index, list)
        .or_else(|| at_row(index, list))
        .filter(|removal| confidence(&removal.evidence) >= ENOUGH)
}

/// The deletion that a dialog asks about; the list may stand in another frame.
pub(super) fn asked(index: &Index<'_>, list: &MethodList) -> Option<Removal> {
    dialogs(index)
        .find_map(|dialog| in_dialog(index, dialog, list))
        .filter(|removal| confidence(&removal.evidence) >= ENOUGH)
}

fn in_dialog(index: &Index<'_>, dialog: &Entry<'_>, list: &MethodList) -> Option<Removal> {
    let (asks, evidence) = index.subtree(dialog).find_map(|entry| {
        let is_title = matches!(
            entry.node.role,
            Role::Dialog | Role::AlertDialog | Role::Heading | Role::Text | Role::Generic
        );
        if entry.means(Concept::DialogDeleteConfirm) {
            Some((entry, Evidence::DialogQuestion))
        } else if entry.means_any(DELETES) && is_title {
            Some((entry, Evidence::DialogTitle))
        } else if entry.means_any(DELETES) && entry.is_action() {
            Some((entry, Evidence::DialogButton))
        } else {
            None
        }
    })?;
    Some(Removal {
        node: asks.node.id,
        row: row_named(index, dialog, list).or_else(|| only_row(list)),
        evidence: vec![evidence],
    })
}

/// The one row that the dialog's texts fit.
fn row_named(index: &Index<'_>, dialog: &Entry<'_>, list: &MethodList) -> Option<u32> {
    let texts = || index.subtree(dialog).filter(|entry| !entry.is_action());
    let methods: Vec<Method> = texts().filter_map(|entry| method_named(entry.meanings)).collect();
    let details: Vec<&str> = texts()
        .map(|entry| entry.node.name.trim())
        .filter(|text| list.holdings().any(|holding| holding.detail == *text))
        .collect();
    let numbers: Vec<SeenNumber> =
        texts().filter_map(|it| SeenNumber::parse(&it.node.name)).take(MOST_NUMBERS).collect();
    let says_detail = |row: &Registered| {
        let holding = &row.holding;
        (!holding.detail.is_empty() && details.contains(&holding.detail.as_str()))
            || holding.number.as_ref().is_some_and(|own| numbers.contains(own))
    };
    let fits = |row: &&Registered| methods.is_empty() || methods.contains(&row.holding.method);
    let by_detail: Vec<&Registered> =
        list.rows.iter().filter(fits).filter(|row| says_detail(row)).collect();
    let by_method: Vec<&Registered> =
        list.rows.iter().filter(|row| methods.contains(&row.holding.method)).collect();
    match (by_detail.as_slice(), by_method.as_slice()) {
        ([only], _) | ([], [only]) => Some(only.node),
        _ => None,
    }
}

/// The one row that can be deleted at all. Where no row shows the action, because it is in a menu,
/// every method but the password can be.
fn only_row(list: &MethodList) -> Option<u32> {
    let shown: Vec<&Registered> = list.rows.iter().filter(|row| row.deletable).collect();
    let candidates: Vec<&Registered> = if shown.is_empty() {
        list.rows.iter().filter(|row| row.holding.method != Method::Password).collect()
    } else {
        shown
    };
    match candidates.as_slice() {
        [only] => Some(only.node),
        _ => None,
    }
}

/// The action of a row while it has the focus; in a menu, that of the row whose menu is open.
fn at_row(index: &Index<'_>, list: &MethodList) -> Option<Removal> {
    let command = index.entries().find(|entry| {
        entry.is(State::Focused)
            && (entry.is_action() || entry.node.role == Role::MenuItem)
            && commands(index, entry, DELETES)
    })?;
    let row_around = |entry: &Entry<'_>| {
        let ids = std::iter::once(entry.node.id)
            .chain(index.ancestors(entry).map(|around| around.node.id));
        let mut rows = ids.filter_map(|id| list.rows.iter().find(|row| row.node == id));
        rows.next().map(|row| row.node)
    };
    let is_menu = command.node.role == Role::MenuItem;
    let open = index.entries().filter(|it| is_menu && it.is(State::Expanded)).take(MOST_OPEN);
    let mut rows: Vec<u32> = std::iter::once(command).chain(open).filter_map(row_around).collect();
    rows.dedup();
    let [row] = rows.as_slice() else { return None };
    Some(Removal {
        node: command.node.id,
        row: Some(*row),
        evidence: vec![Evidence::KnownAction, Evidence::InHand],
    })
}

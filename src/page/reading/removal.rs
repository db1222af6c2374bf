//! The method that is about to be deleted. It owns finding out which row is meant: the dialog often
//! does not say.

use super::{
    ENOUGH, Evidence, MethodList, Registered, SeenNumber, confidence, dialogs, method_named,
};
use crate::{
    lexicon::Concept,
    methods::Method,
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

const DELETES: &[Concept] = &[Concept::ActionDelete, Concept::PersonalActionRemove];

pub(super) fn read(index: &Index<'_>, list: Option<&MethodList>) -> Option<Removal> {
    let list = list?;
    dialogs(index)
        .find_map(|dialog| in_dialog(index, dialog, list))
        .or_else(|| at_row(index, list))
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
        row: row_named(index, dialog, list).or_else(|| only_row(index, list)),
        evidence: vec![evidence],
    })
}

/// The one row that the dialog's texts fit.
fn row_named(index: &Index<'_>, dialog: &Entry<'_>, list: &MethodList) -> Option<u32> {
    let texts = || index.subtree(dialog).filter(|entry| !entry.is_action());
    let methods: Vec<Method> = texts().filter_map(|entry| method_named(entry.meanings)).collect();
    let says_detail = |row: &Registered| {
        texts().any(|entry| {
            let text = entry.node.name.trim();
            let same_number = || row.number.is_some() && SeenNumber::parse(text) == row.number;
            !text.is_empty() && (text == row.detail || same_number())
        })
    };
    let fits = |row: &&Registered| methods.is_empty() || methods.contains(&row.method);
    let by_detail: Vec<&Registered> =
        list.rows.iter().filter(fits).filter(|row| says_detail(row)).collect();
    let by_method: Vec<&Registered> =
        list.rows.iter().filter(|row| methods.contains(&row.method)).collect();
    match (by_detail.as_slice(), by_method.as_slice()) {
        ([only], _) | ([], [only]) => Some(only.node),
        _ => None,
    }
}

/// The one row that can be deleted at all. Where no row shows the action, because it is in a menu,
/// every method but the password can be.
fn only_row(index: &Index<'_>, list: &MethodList) -> Option<u32> {
    let deletes = |row: &Registered| {
        row_entry(index, row).is_some_and(|entry| {
            index.subtree(entry).any(|it| it.is_action() && it.means_any(DELETES))
        })
    };
    let shown: Vec<&Registered> = list.rows.iter().filter(|row| deletes(row)).collect();
    let candidates: Vec<&Registered> = if shown.is_empty() {
        list.rows.iter().filter(|row| row.method != Method::Password).collect()
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
            && entry.means_any(DELETES)
    })?;
    let holds = |row: &&Registered| {
        row_entry(index, row).is_some_and(|entry| {
            (entry.position..entry.end).contains(&command.position)
                || (command.node.role == Role::MenuItem
                    && index.subtree(entry).any(|it| it.is(State::Expanded)))
        })
    };
    let mut rows = list.rows.iter().filter(holds);
    let row = rows.next().filter(|_| rows.next().is_none())?;
    Some(Removal {
        node: command.node.id,
        row: Some(row.node),
        evidence: vec![Evidence::KnownAction, Evidence::InHand],
    })
}

fn row_entry<'i, 'a>(index: &'i Index<'a>, row: &Registered) -> Option<&'i Entry<'a>> {
    index.entries().find(|entry| entry.node.id == row.node)
}

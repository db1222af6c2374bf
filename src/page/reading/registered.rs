//! The list of registered methods. It owns telling a row of that list by what it holds (a method's
//! label, its detail, its actions), since no source says what element a row is.

use super::{ENOUGH, Evidence, commands, confidence, is_boundary, is_picker_card, method_named};
use crate::{
    lexicon::Concept,
    methods::{Holding, Method, SeenNumber, Ways},
    page::{
        index::{Entry, Index},
        place::Place,
        snapshot::{Role, State},
    },
    text::is_letter_or_number,
};

/// The registered methods of one frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodList {
    /// The node that stands for the list.
    pub node: u32,
    /// Its rows, in document order.
    pub rows: Vec<Registered>,
    /// Every row was read: the page was not clipped and has done loading.
    pub complete: bool,
}

impl MethodList {
    /// What the rows hold, in their order: what is counted has the position of its row.
    pub fn holdings(&self) -> impl Iterator<Item = &Holding> {
        self.rows.iter().map(|row| &row.holding)
    }

    /// The methods that can be used.
    pub fn usable(&self) -> impl Iterator<Item = &Holding> {
        self.holdings().filter(|holding| holding.usable)
    }

    /// The position of the row with this node.
    #[must_use]
    pub fn position(&self, node: u32) -> Option<usize> {
        self.rows.iter().position(|row| row.node == node)
    }

    /// The ways in, where the list is known whole.
    #[must_use]
    pub fn ways(&self) -> Option<Ways<'_>> {
        Ways::of(self.holdings(), self.complete)
    }

    /// Whether a row, usable or not, is of a method that is not known.
    #[must_use]
    pub fn has_unknown(&self) -> bool {
        self.holdings().any(|holding| holding.method == Method::Unknown)
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The row's node.
    pub node: u32,
    /// The method that it stands for, as far as the row tells; [`Method::Unknown`] where it is one
    /// of the list's rows and no more is known.
    pub holding: Holding,
    /// It shows the command that deletes it.
    pub deletable: bool,
    /// What the reading rests on.
    pub evidence: Vec<Evidence>,
}

const SECTIONS: [(Concept, bool); 2] =
    [(Concept::AdminSectionUsableMethods, true), (Concept::AdminSectionNonusableMethods, false)];

/// Lines that name a method which is registered elsewhere on the page.
const DEFAULT_LINES: &[Concept] = &[
    Concept::DefaultSigninMethod,
    Concept::AdminDefaultSigninMethod,
    Concept::AdminSystemPreferredMfa,
];

const ACTIONS: &[Concept] =
    &[Concept::ActionChange, Concept::ActionDelete, Concept::PersonalActionRemove];

/// A row climbs no further than this from its label.
const HIGHEST: usize = 12;
/// What is larger is no row. Real ones have some twenty nodes.
const LARGEST: usize = 150;
/// Nobody has more; a page with more labels than this is about something else.
const MOST_LABELS: usize = 250;

/// A label that names a method, with the row around it.
struct Row<'i, 'a> {
    element: &'i Entry<'a>,
    methods: Vec<Method>,
    evidence: Vec<Evidence>,
}

pub(super) fn read(index: &Index<'_>, place: Place) -> Option<MethodList> {
    if !place.has_list() {
        return None; // The wizard offers methods; their labels are no rows.
    }
    let labels: Vec<(&Entry<'_>, Method)> = index
        .entries()
        .filter_map(|entry| Some((entry, method_named(entry.meanings)?)))
        .filter(|(entry, _)| can_label_a_row(index, entry))
        .take(MOST_LABELS + 1)
        .collect();
    if labels.len() > MOST_LABELS {
        return None;
    }
    let mut rows: Vec<Row<'_, '_>> = Vec::new();
    for (label, method) in &labels {
        let Some((element, evidence)) = row_around(index, (label, *method), &labels) else {
            continue;
        };
        match rows.iter_mut().find(|row| row.element.position == element.position) {
            Some(row) => row.methods.push(*method),
            None => rows.push(Row { element, methods: vec![*method], evidence }),
        }
    }
    for row in &mut rows {
        let own = own_label(index, row.element);
        if own.is_some_and(|own| !labels.iter().any(|(label, _)| is_within(label, own))) {
            row.methods = vec![Method::Unknown];
        }
    }
    rows.retain(|row| confidence(&row.evidence) >= ENOUGH);
    keep_whole_rows(&mut rows);
    tell_apps_apart(index, &mut rows);
    drop_what_rows_unfold(&mut rows);
    let unknown: Vec<Row<'_, '_>> = rows_of_no_known_method(index, place, &rows)
        .into_iter()
        .map(|element| Row {
            element,
            methods: vec![Method::Unknown],
            evidence: vec![Evidence::TableRow],
        })
        .collect();
    let Some(first) = rows.first().or(unknown.first()) else { return empty(index, place) };
    let list = common_ancestor(index, if rows.is_empty() { &unknown } else { &rows })
        .unwrap_or(first.element);
    let mut registered: Vec<(usize, Registered)> = rows
        .iter()
        .chain(&unknown)
        .map(|row| (row.element.position, registered(index, row)))
        .collect();
    registered.sort_by_key(|(position, _)| *position);
    if place == Place::SecurityInfo {
        tell_the_password(index, &mut registered);
    }
    mark_usable(index, place, &mut registered);
    // What is said of the list is said of the methods that can be used, where there are any.
    rows.retain(|row| {
        let mut usable = registered.iter().filter(|(_, it)| it.holding.usable);
        usable.any(|(position, _)| *position == row.element.position)
    });
    let usable = rows.first().map(|first| common_ancestor(index, &rows).unwrap_or(first.element));

    Some(MethodList {
        node: usable.unwrap_or(list).node.id,
        rows: registered.into_iter().map(|(_, row)| row).collect(),
        complete: !index.clipped && !is_loading(index),
    })
}

/// Where a page calls one app by its brand, "Authenticator app" is what it calls the others. What
/// such a row says besides, that it gives time-based codes, is known in few languages.
fn tell_apps_apart(index: &Index<'_>, rows: &mut [Row<'_, '_>]) {
    const BRAND: &str = "Microsoft Authenticator";
    let has_brand = |row: &Row<'_, '_>| {
        index.subtree(row.element).any(|it| it.node.name.trim().eq_ignore_ascii_case(BRAND))
    };
    if !rows.iter().any(has_brand) {
        return;
    }
    for row in rows.iter_mut() {
        if row.methods.first() == Some(&Method::Authenticator) && !has_brand(row) {
            row.methods = vec![Method::SoftwareOath];
        }
    }
}

/// In whichever language: the password is the one row of Security info that can be changed and not
/// deleted, where other rows can be. It has no number and no address.
fn tell_the_password(index: &Index<'_>, rows: &mut [(usize, Registered)]) {
    let can_be_changed = |position: usize| {
        let row = index.at(position);
        row.is_some_and(|row| {
            let mut actions = index.subtree(row).filter(|it| it.is_action());
            actions.any(|it| commands(index, it, &[Concept::ActionChange]))
        })
    };
    if rows.iter().any(|(_, row)| row.holding.method == Method::Password)
        || !rows.iter().any(|(_, row)| row.deletable)
    {
        return;
    }
    let mut alike: Vec<&mut Registered> = rows
        .iter_mut()
        .filter(|(position, row)| {
            row.holding.method == Method::Unknown
                && !row.deletable
                && row.holding.number.is_none()
                && !row.holding.detail.is_empty()
                && !row.holding.detail.contains('@')
                && can_be_changed(*position)
        })
        .map(|(_, row)| row)
        .collect();
    if let [only] = alike.as_mut_slice() {
        only.holding.method = Method::Password;
    }
}

/// The list of a user who has no method: its heading, and in place of a table a text that says so.
/// A heading alone, a table without rows or something to press may be a list that is still to come.
fn empty(index: &Index<'_>, place: Place) -> Option<MethodList> {
    /// Such a section is short.
    const FARTHEST: usize = 20;
    if index.clipped || is_loading(index) {
        return None;
    }
    if place == Place::SecurityInfo {
        let mut says_so = index
            .entries()
            .filter(|it| it.means(Concept::ListIsEmpty) && !is_out_of_lists(index, it));
        let says_so = says_so.next()?;
        return Some(MethodList { node: says_so.node.id, rows: Vec::new(), complete: true });
    }
    if place != Place::UserMethods {
        return None;
    }
    let heading = index.entries().find(|it| it.means(Concept::AdminSectionUsableMethods))?;
    let behind = index.entries().filter(|it| it.position >= heading.end);
    let is_in_header = |entry: &Entry<'_>| {
        let mut around = std::iter::once(entry.position)
            .chain(index.ancestors(entry).map(|it| it.position))
            .filter_map(|position| index.at(position));
        around.any(|it| it.node.role == Role::ColumnHeader)
    };
    // Where there is a table, one of its rows says so.
    let (mut has_table, mut says_so) = (false, false);
    for entry in behind.take(FARTHEST) {
        match entry.node.role {
            Role::Heading => break,
            _ if is_in_header(entry) => {}
            Role::Text => says_so |= !entry.node.name.trim().is_empty(),
            Role::Grid | Role::Table if !has_table => (has_table, says_so) = (true, false),
            Role::Generic | Role::Group | Role::Status | Role::Row | Role::Cell => {}
            _ => return None,
        }
    }
    says_so.then(|| MethodList { node: heading.node.id, rows: Vec::new(), complete: true })
}

/// On personal accounts a row is an expander. Its content names the same method once more, beside
/// the commands for it, and is not counted a second time.
fn drop_what_rows_unfold(rows: &mut Vec<Row<'_, '_>>) {
    let mut unfolded: Option<Method> = None;
    rows.retain(|row| {
        let method = row.methods.first().copied();
        if unfolded.is_some() && unfolded == method && !row.element.is_action() {
            return false;
        }
        let is_open = row.element.is_action() && row.element.is(State::Expanded);
        unfolded = method.filter(|_| is_open);
        true
    });
}

/// Whether `inner` is `outer` or stands in it.
fn is_within(outer: &Entry<'_>, inner: &Entry<'_>) -> bool {
    (outer.position..outer.end).contains(&inner.position)
}

/// The label of a row: the first thing that it says and that is no command. What stands behind it
/// is told of the method, and may be a device's name, which can be any method's label.
fn own_label<'i, 'a>(index: &'i Index<'a>, row: &Entry<'_>) -> Option<&'i Entry<'a>> {
    const SAY: &[Role] =
        &[Role::Button, Role::Cell, Role::Generic, Role::Heading, Role::Link, Role::Text];
    let says = |it: &Entry<'_>| {
        SAY.contains(&it.node.role) && it.node.name.chars().any(is_letter_or_number)
    };
    index.subtree(row).find(|it| {
        // What is made of several texts has all of them in its name.
        let parts = || index.subtree(it).skip(1).any(says);
        let is_label = method_named(it.meanings).is_some();
        says(it)
            && (is_label || !(it.is_action() && commands(index, it, ACTIONS)))
            && !it.means_any(ACTIONS)
            && (is_label || !parts())
    })
}

/// Of rows that stand in one another, the outer one is the row, if one row is all that it holds:
/// its label is its own, and the inner one is told of it. Where no role says that it is a row, that
/// is not certain, and its method is not known.
fn keep_whole_rows(rows: &mut Vec<Row<'_, '_>>) {
    let elements: Vec<(usize, usize)> =
        rows.iter().map(|row| (row.element.position, row.element.end)).collect();
    let holds = |outer: &(usize, usize), inner: &(usize, usize)| {
        outer != inner && outer.0 <= inner.0 && inner.1 <= outer.1
    };
    let held_by = |row: &Row<'_, '_>| {
        let own = (row.element.position, row.element.end);
        elements.iter().filter(|inner| holds(&own, inner)).count()
    };
    let lists: Vec<(usize, usize)> = rows
        .iter()
        .filter(|row| held_by(row) > 1)
        .map(|row| (row.element.position, row.element.end))
        .collect();
    for row in rows.iter_mut().filter(|row| held_by(row) == 1) {
        if !matches!(row.element.node.role, Role::Row | Role::ListItem | Role::Group) {
            row.methods = vec![Method::Unknown];
        }
    }
    rows.retain(|row| {
        let own = (row.element.position, row.element.end);
        let is_inner = elements.iter().any(|outer| !lists.contains(outer) && holds(outer, &own));
        !lists.contains(&own) && !is_inner
    });
}

fn can_label_a_row(index: &Index<'_>, entry: &Entry<'_>) -> bool {
    !is_out_of_lists(index, entry) && !index.follows_line(entry, DEFAULT_LINES)
}

/// Whether it stands where no list of registered methods does, in a dialog or a menu for instance.
fn is_out_of_lists(index: &Index<'_>, entry: &Entry<'_>) -> bool {
    const NEVER: &[Role] = &[
        Role::Checkbox,
        Role::ColumnHeader,
        Role::Combobox,
        Role::Frame,
        Role::Listbox,
        Role::Menu,
        Role::MenuItem,
        Role::Navigation,
        Role::Option,
        Role::Radio,
        Role::RadioGroup,
        Role::Tab,
        Role::TabList,
        Role::Textbox,
        Role::Toolbar,
    ];
    let holds_no_row =
        |it: &Entry<'_>| it.is_dialog() || NEVER.contains(&it.node.role) || is_picker_card(it);
    holds_no_row(entry) || index.ancestors(entry).any(holds_no_row)
}

/// The row that a label stands in: the nearest table row or list item, or else the smallest element
/// that has an action as well.
fn row_around<'i, 'a>(
    index: &'i Index<'a>,
    (label, own): (&Entry<'_>, Method),
    labels: &[(&Entry<'_>, Method)],
) -> Option<(&'i Entry<'a>, Vec<Evidence>)> {
    let itself = index.at(label.position)?;
    let around = || {
        std::iter::once(itself)
            .chain(index.ancestors(label))
            .take(HIGHEST)
            .take_while(|it| !is_boundary(it) && it.end - it.position <= LARGEST)
    };
    let spans_rows = |element: &Entry<'_>| {
        element.node.role != Role::Row && is_of_several_rows(index, element, own, labels)
    };
    // Inside a row, a wrapper may hold label and action as well; it is not the row.
    let row = around()
        .find(|it| matches!(it.node.role, Role::Row | Role::ListItem))
        .filter(|it| !spans_rows(it));
    for element in around() {
        let is_row = row.is_some_and(|row| row.position == element.position);
        let actions = || index.subtree(element).filter(|it| it.is_action());
        let known_action = actions().any(|it| commands(index, it, ACTIONS));
        let is_label =
            |it: &Entry<'_>| labels.iter().any(|(label, _)| label.position == it.position);
        let some_action = actions()
            .any(|it| it.position != label.position && (!is_label(it) || is_within(it, label)));
        if !is_row && (row.is_some() || !some_action) {
            continue;
        }
        if spans_rows(element) {
            return None; // This is already the list.
        }
        // A card's heading stands outside of what holds its details and commands.
        let card = index.parent(element).filter(|card| {
            let heading = own_label(index, card);
            card.node.role == Role::Group
                && heading
                    .is_some_and(|it| it.node.role == Role::Heading && !is_within(element, it))
                && !spans_rows(card)
        });
        let element = card.unwrap_or(element);
        let mut evidence = vec![Evidence::MethodLabel];
        match element.node.role {
            Role::Row => evidence.push(Evidence::TableRow),
            Role::ListItem => evidence.push(Evidence::ListItem),
            _ => {}
        }
        if known_action {
            evidence.push(Evidence::KnownAction);
        } else if some_action {
            evidence.push(Evidence::SomeAction);
        }
        if !details(index, element).is_empty() {
            evidence.push(Evidence::Detail);
        }
        return Some((element, evidence));
    }
    None
}

/// Whether an element that may be no row at all has the labels of several rows: there is something
/// to press between two of them, or the second one is to be pressed itself. The app and the kind of answer it gives stand in one row.
fn is_of_several_rows(
    index: &Index<'_>,
    element: &Entry<'_>,
    own: Method,
    labels: &[(&Entry<'_>, Method)],
) -> bool {
    let mut before: Option<&Entry<'_>> = None;
    let mut has_action_behind = false;
    for it in index.subtree(element) {
        if before.is_some_and(|label| is_within(label, it)) {
            continue;
        }
        let label = labels.iter().find(|(label, _)| label.position == it.position);
        match label {
            Some((_, method)) => {
                let one_app = own.may_be_authenticator() && method.may_be_authenticator();
                if before.is_some() && (has_action_behind || it.is_action()) && !one_app {
                    return true;
                }
                before = Some(it);
            }
            None => has_action_behind |= before.is_some() && it.is_action(),
        }
    }
    false
}

/// The texts of a row that are neither the method's label nor an action.
fn details<'a>(index: &Index<'a>, row: &Entry<'_>) -> Vec<&'a str> {
    let mut texts: Vec<&str> = Vec::new();
    let own = own_label(index, row);
    let may_be_app =
        |it: &Entry<'_>| method_named(it.meanings).is_some_and(Method::may_be_authenticator);
    for entry in index.subtree(row) {
        let node = entry.node;
        let is_label = match own {
            Some(own) => {
                is_within(own, entry)
                    || node.name == own.node.name
                    || (may_be_app(own) && may_be_app(entry))
            }
            None => method_named(entry.meanings).is_some(),
        };
        let says_something = !node.name.trim().is_empty()
            && !is_label
            && !entry.is_action()
            && !index.ancestors(entry).any(Entry::is_action)
            && matches!(node.role, Role::Text | Role::Cell | Role::Generic | Role::Heading);
        if says_something && !texts.contains(&node.name.as_str()) {
            texts.push(&node.name);
        }
    }
    texts
}

fn registered(index: &Index<'_>, row: &Row<'_, '_>) -> Registered {
    let method = match row.methods.as_slice() {
        // The finer label stands second: "Authenticator app", "Time-based one-time password".
        [Method::Authenticator, Method::SoftwareOath, ..] => Method::SoftwareOath,
        [first, ..] => *first,
        [] => Method::Unknown,
    };
    let details = details(index, row.element);
    let number = details.iter().find_map(|text| number_in(text));
    // The device stands last; before it may stand what the method does, in words that vary.
    let detail = details
        .iter()
        .rfind(|text| number_in(text).is_none())
        .map_or_else(String::new, |text| (*text).trim().to_owned());
    // The passkey that Authenticator makes names it, whatever the row's label is.
    let is_in_app = ["Authenticator", "Microsoft Authenticator"]
        .iter()
        .any(|app| detail.get(..app.len()).is_some_and(|it| it.eq_ignore_ascii_case(app)));
    let method = match method {
        Method::Passkey if is_in_app => Method::PasskeyInAuthenticator,
        method => method,
    };
    Registered {
        node: row.element.node.id,
        holding: Holding { method, usable: true, number, detail },
        deletable: index
            .subtree(row.element)
            .any(|it| it.is_action() && commands(index, it, super::removal::DELETES)),
        evidence: row.evidence.clone(),
    }
}

/// The number, perhaps behind the name of its slot: "Primary mobile: +81 9012345678".
fn number_in(text: &str) -> Option<SeenNumber> {
    SeenNumber::parse(text).or_else(|| {
        let (_, number) = text.rsplit_once([':', '：'])?;
        SeenNumber::parse(number)
    })
}

/// The table or list around the rows, or else the smallest element around all of them.
fn common_ancestor<'i, 'a>(index: &'i Index<'a>, rows: &[Row<'i, 'a>]) -> Option<&'i Entry<'a>> {
    let first = rows.first()?.element;
    let holds_all = |entry: &&Entry<'_>| {
        rows.iter().all(|row| (entry.position..entry.end).contains(&row.element.position))
    };
    let mut smallest = None;
    for ancestor in index.ancestors(first).filter(holds_all) {
        smallest = smallest.or(Some(ancestor));
        if matches!(ancestor.node.role, Role::Grid | Role::Table | Role::List) {
            return Some(ancestor);
        }
        if is_boundary(ancestor) {
            break;
        }
    }
    if rows.len() > 1 { smallest } else { None }
}

/// Rows that look like the list's and have a label that is not known. They must not be left out:
/// what is not known may be the second method.
fn rows_of_no_known_method<'i, 'a>(
    index: &'i Index<'a>,
    place: Place,
    rows: &[Row<'_, 'a>],
) -> Vec<&'i Entry<'a>> {
    let known = |entry: &Entry<'_>| {
        rows.iter().any(|row| is_within(entry, row.element) || is_within(row.element, entry))
    };
    let may_be_a_row = |entry: &Entry<'_>| {
        !known(entry)
            && entry.end - entry.position <= LARGEST
            && !index
                .subtree(entry)
                .any(|it| it.node.role == Role::ColumnHeader || it.means_any(DEFAULT_LINES))
    };
    let actions_of = |entry: &Entry<'_>| -> Vec<&str> {
        index.subtree(entry).filter(|it| it.is_action()).map(|it| it.node.name.as_str()).collect()
    };
    // What can be pressed in it makes a table's row one of a method. Without that, the row of an
    // empty table says that there is none, and another table tells of something else.
    let tables: Vec<usize> =
        rows.iter().filter_map(|row| table_around(index, row.element)).collect();
    let is_table_row = |entry: &Entry<'_>| {
        let is_of_a_method = if rows.is_empty() {
            is_of_a_list(index, place, entry)
        } else {
            !actions_of(entry).is_empty()
        };
        let is_among_rows =
            || table_around(index, entry).is_some_and(|table| tables.contains(&table));
        is_of_a_method || (is_among_rows() && !details(index, entry).is_empty())
    };
    let table_rows = index
        .entries()
        .filter(|entry| entry.node.role == Role::Row && !is_out_of_lists(index, entry))
        .take(MOST_LABELS)
        .filter(|entry| may_be_a_row(entry) && is_table_row(entry));
    let mut found: Vec<&Entry<'_>> = table_rows.collect();

    // Items of a list, and plain elements: siblings of a row, with an action of the same name.
    let own: Vec<&str> = rows.iter().flat_map(|row| actions_of(row.element)).collect();
    let mut parents: Vec<usize> = rows
        .iter()
        .filter(|row| row.element.node.role != Role::Row)
        .filter_map(|row| row.element.parent)
        .collect();
    parents.dedup();
    for parent in parents.into_iter().filter_map(|parent| index.at(parent)) {
        let siblings = index.children(parent).take(MOST_LABELS).filter(|entry| {
            let is_item = entry.node.role == Role::ListItem && !details(index, entry).is_empty();
            may_be_a_row(entry)
                && (is_item || actions_of(entry).iter().any(|name| own.contains(name)))
        });
        for entry in siblings {
            if !found.iter().any(|it| it.position == entry.position) {
                found.push(entry);
            }
        }
    }
    found
}

/// Whether a table's row is one of a list in which no method is known: it stands under the heading
/// of the methods that can be used, or shows a command of the list.
fn is_of_a_list(index: &Index<'_>, place: Place, entry: &Entry<'_>) -> bool {
    let mut actions = index.subtree(entry).filter(|it| it.is_action());
    match place {
        Place::UserMethods => {
            let mut headings = index.entries().take_while(|it| it.position < entry.position);
            actions.next().is_some() && headings.any(|it| it.means_any(&SECTIONS.map(|it| it.0)))
        }
        Place::SecurityInfo => actions.any(|it| commands(index, it, ACTIONS)),
        _ => false,
    }
}

fn table_around(index: &Index<'_>, entry: &Entry<'_>) -> Option<usize> {
    index
        .ancestors(entry)
        .find(|it| matches!(it.node.role, Role::Grid | Role::Table | Role::List))
        .map(|table| table.position)
}

/// The portal lists the methods that can be used, then those that cannot. Where its headings are
/// not understood (their labels are known in English only), the second list is the latter.
fn mark_usable(index: &Index<'_>, place: Place, rows: &mut [(usize, Registered)]) {
    if place != Place::UserMethods {
        return;
    }
    let headings: Vec<(usize, bool)> = index
        .entries()
        .filter_map(|entry| {
            let (_, usable) = SECTIONS.iter().find(|(concept, _)| entry.means(*concept))?;
            Some((entry.position, *usable))
        })
        .collect();
    let list_of = |position: usize| table_around(index, index.at(position)?);
    // A table that has a row of titles alone is a list in which there is no method.
    let first_table = index
        .entries()
        .filter(|it| it.node.role == Role::ColumnHeader)
        .find(|it| index.parent(it).is_some_and(|titles| !is_out_of_lists(index, titles)))
        .and_then(|it| table_around(index, it));
    let first_list = first_table.or_else(|| list_of(rows.first()?.0));
    for (position, row) in rows {
        row.holding.usable = if headings.is_empty() {
            list_of(*position) == first_list
        } else {
            headings
                .iter()
                .rev()
                .find(|(heading, _)| heading < position)
                .is_none_or(|(_, usable)| *usable)
        };
    }
}

pub(super) fn is_loading(index: &Index<'_>) -> bool {
    const BUSY: &[&str] = &[
        "ms-Shimmer-container",
        "ms-Spinner",
        "ms-ProgressIndicator",
        "fui-Spinner",
        "fui-Skeleton",
        "fxs-blade-loading",
        "fxs-progress",
        "msportalfx-busy",
    ];
    index.entries().any(|entry| BUSY.iter().any(|class| entry.has_class(class)))
}

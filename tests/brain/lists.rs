//! Rows are told by what they hold, whatever element they are.

use crate::describe::{
    Element, SECURITY_INFO, admin_lists, any_day, around, button, element, heading, portal,
    said_on, tab, text, user_list,
};
use sparekey::{
    page::snapshot::{Role, State, Tab},
    review::{Silence, review},
};

fn methods(page: &Tab) -> Vec<&'static str> {
    review(page, &any_day()).methods.iter().map(|it| it.method).collect()
}

fn methods_of(root: Element) -> Vec<&'static str> {
    methods(&tab(SECURITY_INFO, element(Role::Main, "").with([heading("Security info"), root])))
}

const LABELS: [&str; 3] = ["Phone", "Microsoft Authenticator", "Email"];
const METHODS: [&str; 3] = ["mobile-phone", "authenticator", "email"];

#[test]
fn rows_are_found_in_tables_lists_cards_and_plain_elements() {
    let parts = |label: &str| [text(label), text("detail"), button("Delete")];
    let table = element(Role::Table, "").with(LABELS.map(|label| {
        element(Role::Row, "").with(parts(label).map(|part| element(Role::Cell, "").with([part])))
    }));
    let list = element(Role::List, "")
        .with(LABELS.map(|label| element(Role::ListItem, "").with(parts(label))));
    let plain = around(LABELS.map(|label| around(parts(label))));
    let nested = around(LABELS.map(|label| {
        let [label, detail, delete] = parts(label);
        around([around([around([label]), around([detail])]), around([delete])])
    }));
    let cards = around(LABELS.map(|label| {
        element(Role::Group, "").with([heading(label), around([text("detail"), button("Delete")])])
    }));
    for (shape, page) in
        [("table", table), ("list", list), ("plain", plain), ("nested", nested), ("cards", cards)]
    {
        assert_eq!(methods_of(page), METHODS, "{shape}");
    }
}

#[test]
fn rows_are_found_without_a_known_action() {
    let rows = LABELS.map(|label| around([text(label), text("detail"), button("حذف")]));
    assert_eq!(methods_of(around(rows)), METHODS);
}

#[test]
fn the_line_about_the_default_is_no_row() {
    for label in ["Default sign-in method:", "既定のサインイン方法:"] {
        let default = around([text(label), text("Authenticator app"), button("Change")]);
        let rows = around([around([text("Phone"), text("+81 9012345678"), button("Change")])]);
        assert_eq!(methods_of(around([default, rows])), ["mobile-phone"], "{label}");
    }
}

#[test]
fn what_is_offered_is_not_registered() {
    let cards = LABELS.map(|label| {
        around([text(label), text("About it"), button("Delete")]).test_id("authmethod-picker-x")
    });
    assert!(methods_of(around(cards)).is_empty());
    let dialog = element(Role::Dialog, "Add a method").with(LABELS.map(|label| {
        element(Role::ListItem, "").with([text(label), text("About it"), button("Add")])
    }));
    assert!(methods_of(dialog).is_empty());
    let menu = element(Role::Navigation, "").with([around([text("Password"), button("Change")])]);
    assert!(methods_of(menu).is_empty());
    let help = element(Role::List, "")
        .with(LABELS.map(|label| element(Role::ListItem, "").with([text(label)])));
    assert!(methods_of(help).is_empty());
}

#[test]
fn a_copy_in_a_tab_that_is_not_in_use_is_not_counted() {
    let copy = element(Role::TabPanel, "")
        .state(State::AriaHidden)
        .with([admin_lists(&[("Security key", "old")], &[])]);
    let live =
        element(Role::TabPanel, "").with([admin_lists(&[("Phone number", "+81 9012345678")], &[])]);
    assert_eq!(methods(&portal(around([copy, live]))), ["mobile-phone"]);
}

#[test]
fn a_dialog_does_not_make_the_page_behind_it_stale() {
    let page = user_list(&[("Phone", "+81 9012345678")]).state(State::AriaHidden);
    let dialog = element(Role::Dialog, "Add a method").state(State::Modal);
    assert_eq!(methods(&tab(SECURITY_INFO, around([page.clone(), dialog]))), ["mobile-phone"]);
    assert!(methods(&tab(SECURITY_INFO, around([page]))).is_empty());
}

#[test]
fn a_dialog_does_not_bring_a_hidden_tabs_copy_back() {
    let copy = element(Role::TabPanel, "")
        .state(State::AriaHidden)
        .with([admin_lists(&[("Security key", "old")], &[])]);
    let live =
        element(Role::TabPanel, "").with([admin_lists(&[("Phone number", "+81 9012345678")], &[])]);
    let dialog = element(Role::Dialog, "").state(State::Modal);
    assert_eq!(
        methods(&portal(around([around([copy, live]).state(State::AriaHidden), dialog]))),
        ["mobile-phone"]
    );
}

#[test]
fn a_list_that_is_still_loading_says_nothing() {
    for busy in ["ms-Spinner", "ms-Shimmer-container", "fui-Spinner"] {
        let page =
            user_list(&[("Email", "a@b.example")]).with([element(Role::Generic, "").class(busy)]);
        let review = review(&tab(SECURITY_INFO, page), &any_day());
        assert_eq!(review.silence, Some(Silence::WaitingForThePage), "{busy}");
    }
    let empty = review(&tab(SECURITY_INFO, user_list(&[])), &any_day());
    assert_eq!(empty.silence, Some(Silence::WaitingForThePage));
}

#[test]
fn a_page_that_was_not_read_whole_is_not_counted() {
    let mut page = tab(SECURITY_INFO, user_list(&[("Email", "a@b.example")]));
    page.frames[0].snapshot.clipped = true;
    assert!(said_on(&page, &any_day()).is_empty());
}

#[test]
fn where_the_headings_are_not_understood_the_second_list_is_the_one_that_cannot_be_used() {
    let mut page = portal(admin_lists(
        &[("電話番号", "+81 9012345678")],
        &[("Microsoft Authenticator", "旧")],
    ));
    for node in &mut page.frames[1].snapshot.nodes {
        if node.role == Role::Heading {
            "知らない見出し".clone_into(&mut node.name);
        }
    }
    let methods = review(&page, &any_day()).methods;
    let usable: Vec<bool> = methods.iter().map(|it| it.usable).collect();
    assert_eq!(usable, [true, false]);
}

#[test]
fn what_is_said_of_the_list_stands_at_the_list() {
    let page =
        portal(admin_lists(&[("Phone number", "+81 9012345678")], &[("Email", "a@b.example")]));
    let found = crate::describe::findings(&page, &any_day());
    let grid = page.frames[1].snapshot.nodes.iter().find(|node| node.role == Role::Grid).unwrap();
    assert!(!found.is_empty() && found.iter().all(|it| it.node == grid.id));
}

#[test]
fn the_number_is_read_behind_the_name_of_its_slot() {
    let page = portal(admin_lists(
        &[
            ("Phone number", "Primary mobile: +81 9012345678"),
            ("Alternate phone", "Alternate mobile: +81 9012345678"),
        ],
        &[],
    ));
    assert!(said_on(&page, &any_day()).contains(&"same-number-twice.listed".to_owned()));
}

#[test]
fn the_first_row_after_the_line_about_the_default_is_a_row() {
    let page = element(Role::Main, "").with([
        text("Default sign-in method:"),
        text("Phone - text +81 9012345678"),
        button("Change"),
        around([around([text("Phone"), text("+81 9012345678"), button("Change")])]),
    ]);
    assert_eq!(methods(&tab(SECURITY_INFO, page)), ["mobile-phone"]);
}

#[test]
fn a_device_that_is_called_like_a_method_is_no_method() {
    let rows = [("Microsoft Authenticator", "Phone"), ("Security key", "Email")];
    assert_eq!(methods(&portal(admin_lists(&rows, &[]))), ["authenticator", "security-key"]);
    assert!(said_on(&tab(SECURITY_INFO, user_list(&rows)), &any_day()).is_empty());
    let one = [("Password", "Last updated: a year ago"), ("Microsoft Authenticator", "Email")];
    assert_eq!(said_on(&tab(SECURITY_INFO, user_list(&one)), &any_day()), ["single-method"]);
}

#[test]
fn the_first_row_of_a_list_without_headers_is_a_row() {
    let row = |label: &str, detail: &str| {
        element(Role::Row, "").with([text(label), text(detail), button("More actions")])
    };
    let blade = |rows: Vec<Element>| {
        portal(element(Role::Main, "").with([
            text("Default sign-in method (Preview)"),
            text("No default"),
            heading("Usable authentication methods"),
            element(Role::Grid, "").with(rows),
        ]))
    };
    assert_eq!(methods(&blade(vec![row("Mobile phone", "+1 4255550100")])), ["mobile-phone"]);
    let two = vec![row("Mobile phone", "+1 4255550100"), row("Security key", "YubiKey")];
    assert_eq!(methods(&blade(two)), ["mobile-phone", "security-key"]);
}

#[test]
fn a_user_with_no_method_is_told_of_once_the_page_says_so() {
    let blade = |inside: Vec<Element>| {
        let mut sections = vec![heading("Usable authentication methods")];
        sections.extend(inside);
        sections.extend([heading("Non-usable authentication methods"), text("None.")]);
        portal(element(Role::Main, "").with(sections))
    };
    let empty = blade(vec![text("No usable methods.")]);
    assert_eq!(said_on(&empty, &any_day()), ["no-mfa-method"]);
    assert!(review(&empty, &any_day()).next_step.is_some());
    let grid = element(Role::Grid, "").with([element(Role::ColumnHeader, "Detail")]);
    let spinner = || element(Role::Generic, "").class("ms-Spinner");
    for (why, not_yet) in [
        ("the heading came first", vec![]),
        ("rows are to come", vec![text("Methods of this user"), grid]),
        ("it says that it is loading", vec![text("Loading"), spinner()]),
        ("a row that is not known", vec![around([text("Retina scan"), button("Delete")])]),
    ] {
        let review = review(&blade(not_yet), &any_day());
        assert_eq!(review.silence, Some(Silence::WaitingForThePage), "{why}");
    }
    let mut clipped = empty;
    clipped.frames[1].snapshot.clipped = true;
    assert_eq!(said_on(&clipped, &any_day()), [""; 0]);
}

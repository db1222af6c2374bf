//! A row is a row by its place in the list and by what can be pressed in it. Its own label says
//! which method it is, and nothing else in it does: devices have whatever name their owner gave.

use crate::describe::{
    Element, SECURITY_INFO, any_day, around, button, element, heading, portal, said_on, tab, text,
};
use sparekey::{
    page::snapshot::{Role, Tab},
    review::{Silence, review},
};
use std::collections::BTreeSet;

/// A way to build a row of a label, what is told of it, and commands.
#[derive(Clone, Copy, Debug)]
enum Make {
    Table,
    Items,
    Plain,
    Nested,
    Cards,
    /// The blade: the label is something to press, and the commands are in a menu.
    Blade,
    /// The same as plain elements.
    BladePlain,
}

const MAKES: [Make; 7] = [
    Make::Table,
    Make::Items,
    Make::Plain,
    Make::Nested,
    Make::Cards,
    Make::Blade,
    Make::BladePlain,
];

fn page(make: Make, rows: &[(&str, &str)]) -> Tab {
    let told = |detail: &str| (!detail.is_empty()).then(|| text(detail));
    let cell = |inside: Element| element(Role::Cell, "").with([inside]);
    let empty = || element(Role::Cell, "");
    let commands = || [button("Change"), button("Delete")];
    let rows = rows.iter().map(|(label, detail)| match make {
        Make::Table => element(Role::Row, "")
            .with([cell(text(label)), told(detail).map_or_else(empty, cell)])
            .with(commands().map(cell)),
        Make::Items => {
            element(Role::ListItem, "").with([text(label)]).with(told(detail)).with(commands())
        }
        Make::Plain => around([text(label)]).with(told(detail)).with(commands()),
        Make::Nested => {
            around([around([around([text(label)]), around(told(detail))]), around(commands())])
        }
        Make::Cards => {
            element(Role::Group, "").with([heading(label), around(told(detail)).with(commands())])
        }
        Make::Blade => element(Role::Row, "").with([
            cell(button(label).class("ms-Link")),
            told(detail).map_or_else(empty, cell),
            cell(button("More actions")),
        ]),
        Make::BladePlain => around([button(label).class("ms-Link")])
            .with(told(detail))
            .with([button("More actions")]),
    });
    let header = || {
        element(Role::Row, "").with([
            element(Role::ColumnHeader, "Authentication method"),
            element(Role::ColumnHeader, "Detail"),
        ])
    };
    let list = match make {
        Make::Table | Make::Blade => element(Role::Grid, "").with([header()]).with(rows),
        Make::Items => element(Role::List, "").with(rows),
        _ => around(rows),
    };
    match make {
        Make::Blade | Make::BladePlain => portal(element(Role::Main, "").with([
            heading("Usable authentication methods"),
            list,
            heading("Non-usable authentication methods"),
            text("No non-usable methods."),
        ])),
        _ => tab(SECURITY_INFO, element(Role::Main, "").with([heading("Security info"), list])),
    }
}

fn methods(page: &Tab) -> Vec<&'static str> {
    review(page, &any_day()).methods.iter().map(|it| it.method).collect()
}

/// Labels and the method that each is.
const KNOWN: [(&str, &str); 6] = [
    ("Phone", "mobile-phone"),
    ("Microsoft Authenticator", "authenticator"),
    ("Passkey", "passkey"),
    ("Email", "email"),
    ("Security key", "security-key"),
    ("Hardware token", "hardware-oath"),
];

/// Names that somebody may give to a device: the labels of methods, and others.
const NAMES: [&str; 8] =
    ["Phone", "Passkey", "Email", "Password", "Security key", "Hardware token", "Pixel 9", ""];

/// What claims to know every method.
const NEEDS_ALL: [&str; 5] =
    ["no-mfa-method", "phone-only", "single-method", "same-phone", "not-phishing-resistant"];

fn claims(page: &Tab) -> Vec<String> {
    let mut said = said_on(page, &any_day());
    said.retain(|it| NEEDS_ALL.iter().any(|rule| it.starts_with(rule)));
    said
}

#[test]
fn a_device_that_is_called_like_a_method_changes_nothing() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for make in MAKES {
        for (label, method) in KNOWN {
            for name in NAMES {
                let alone = methods(&page(make, &[(label, name)]));
                if alone != [method] {
                    wrong.push(format!("{make:?} {label} ({name}): {alone:?}"));
                }
                for (other, other_method) in KNOWN.into_iter().filter(|it| it.0 != label) {
                    for other_name in ["Pixel 9", name] {
                        tried += 1;
                        let rows = [(other, other_name), (label, name)];
                        let both = methods(&page(make, &rows));
                        if both != [other_method, method] {
                            wrong.push(format!("{make:?} {rows:?}: {both:?}"));
                        }
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

#[test]
fn where_a_row_is_of_a_method_that_is_not_known_nothing_is_said_of_all_of_them() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for make in MAKES {
        for unheard in ["Retina scan", "Palm signature (Preview)", "網膜スキャン"] {
            for name in NAMES {
                for (label, method) in KNOWN {
                    for rows in [
                        [(label, "Pixel 9"), (unheard, name)],
                        [(unheard, name), (label, "Pixel 9")],
                    ] {
                        tried += 1;
                        let page = page(make, &rows);
                        let seen: BTreeSet<_> = methods(&page).into_iter().collect();
                        let silence = review(&page, &any_day()).silence;
                        let is_right = seen == BTreeSet::from([method, "unknown"])
                            && claims(&page).is_empty()
                            && silence.is_none_or(|it| it == Silence::MethodNotKnown);
                        if !is_right {
                            wrong.push(format!("{make:?} {rows:?}: {seen:?} {:?}", claims(&page)));
                        }
                    }
                }
                let alone = page(make, &[(unheard, name)]);
                if !claims(&alone).is_empty() {
                    wrong.push(format!("{make:?} {unheard} ({name}): {:?}", claims(&alone)));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

#[test]
fn what_does_not_hang_on_the_unknown_row_is_still_said() {
    for make in MAKES {
        let rows = [("App password", "Outlook"), ("Retina scan", "")];
        assert_eq!(said_on(&page(make, &rows), &any_day()), ["app-password"], "{make:?}");
    }
}

#[test]
fn a_table_with_nothing_but_a_row_that_is_not_known_is_read() {
    for make in [Make::Table, Make::Blade] {
        for name in ["", "Pixel 9"] {
            let page = page(make, &[("Retina scan", name)]);
            assert_eq!(methods(&page), ["unknown"], "{make:?}");
            let silence = review(&page, &any_day()).silence;
            assert_eq!(silence, Some(Silence::MethodNotKnown), "{make:?}");
        }
    }
}

#[test]
fn rows_without_an_element_of_their_own_are_not_taken_for_one() {
    let flat = around([
        text("Phone"),
        text("+81 9012345678"),
        button("Change"),
        text("Security key"),
        text("YubiKey"),
        button("Delete"),
    ]);
    let page = tab(SECURITY_INFO, element(Role::Main, "").with([heading("Security info"), flat]));
    assert!(claims(&page).is_empty());
}

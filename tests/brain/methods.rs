//! Every combination of methods that matters, from `tests/data/method_cases.csv`: what is said to the
//! user, and what to the admin.

use crate::describe::{SECURITY_INFO, admin_lists, any_day, portal, said_on, tab, user_list};

/// The names of the table: the label to users, the label to admins, the detail.
const METHODS: &[(&str, &str, &str, &str)] = &[
    ("phone", "Phone", "Mobile phone", "+1 4255550100"),
    ("alternate", "Alternate phone", "Alternate phone number", "+44 7700900123"),
    ("same-alternate", "Alternate phone", "Alternate phone number", "+1 (425) 555-0100"),
    ("office", "Office phone", "Office phone", "+44 2079460123"),
    ("masked", "Phone", "Mobile phone", "+44 XXXXXXXX78"),
    ("masked-alternate", "Alternate phone", "Alternate phone number", "+44 XXXXXXXX78"),
    ("masked-office", "Office phone", "Office phone", "+44 XXXXXXXX99"),
    ("app", "Microsoft Authenticator", "Microsoft Authenticator", "Pixel 9"),
    ("app2", "Microsoft Authenticator", "Microsoft Authenticator", "iPhone 15"),
    ("app-code", "Time-based one-time password (TOTP)", "OATH ソフトウェア トークン", "Pixel 9"),
    ("code", "Time-based one-time password (TOTP)", "OATH ソフトウェア トークン", "Another app"),
    ("token", "Hardware token", "OATH token", "Token 7"),
    ("passkey", "Passkey", "Passkey", "Password manager"),
    (
        "app-passkey",
        "Passkey in Microsoft Authenticator",
        "Passkey (Microsoft Authenticator)",
        "Pixel 9",
    ),
    ("key", "Security key", "FIDO2 security key", "YubiKey"),
    ("hello", "Windows Hello for Business", "Windows Hello for Business", "LAPTOP"),
    (
        "external",
        "External authentication methods",
        "External authentication methods",
        "Another provider",
    ),
    ("pass", "Temporary Access Pass", "Temporary Access Pass", "Expires in 1 hour"),
    ("email", "Email", "Email", "a@contoso.example"),
    ("questions", "Security questions", "Security questions", "5 questions"),
    ("app-password", "App password", "App passwords", "Outlook"),
    ("password", "Password", "Password", "Last updated: a year ago"),
    ("qr", "QR code", "QR code", "Standard"),
    ("unknown", "Retina scan", "Retina scan", "Left eye"),
];

struct Row<'a> {
    usable: Vec<&'a str>,
    unusable: Vec<&'a str>,
    user: Option<&'a str>,
    admin: &'a str,
}

fn cases() -> Vec<Row<'static>> {
    let table = include_str!("../data/method_cases.csv");
    let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split(',').collect();
            let [usable, unusable, user, admin] = columns.as_slice() else {
                panic!("four columns: {line}");
            };
            Row {
                usable: usable.split_whitespace().collect(),
                unusable: unusable.split_whitespace().collect(),
                user: Some(*user).filter(|it| !it.is_empty()),
                admin,
            }
        })
        .collect()
}

fn rows(names: &[&str], for_admin: bool) -> Vec<(&'static str, &'static str)> {
    names
        .iter()
        .map(|name| {
            let (_, user, admin, detail) =
                METHODS.iter().find(|(known, ..)| known == name).expect(name);
            (if for_admin { *admin } else { *user }, *detail)
        })
        .collect()
}

fn written(said: &[String]) -> String {
    if said.is_empty() { "-".to_owned() } else { said.join(" ") }
}

#[test]
fn every_combination_of_methods_says_what_the_table_says() {
    let mut wrong = Vec::new();
    for Row { usable, unusable, user, admin } in cases() {
        if let Some(expected) = user {
            let page = tab(SECURITY_INFO, user_list(&rows(&usable, false)));
            let said = written(&said_on(&page, &any_day()));
            if said != expected {
                wrong.push(format!("user {usable:?}: {said}, not {expected}"));
            }
        }
        let page = portal(admin_lists(&rows(&usable, true), &rows(&unusable, true)));
        let said = written(&said_on(&page, &any_day()));
        if said != admin {
            wrong.push(format!("admin {usable:?} / {unusable:?}: {said}, not {admin}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    for Row { mut usable, unusable, admin, .. } in cases() {
        usable.reverse();
        let page = portal(admin_lists(&rows(&usable, true), &rows(&unusable, true)));
        assert_eq!(written(&said_on(&page, &any_day())), admin, "{usable:?}");
    }
}

#[test]
fn the_table_knows_every_method_and_is_long_enough() {
    let cases = cases();
    assert!(cases.len() >= 150, "{}", cases.len());
    for (name, ..) in METHODS {
        assert!(cases.iter().any(|case| case.usable.contains(name)), "{name}");
    }
}

//! What is said must not hang on one word: pages in every language, and labels as they vary.

use crate::describe::{
    Element, SECURITY_INFO, admin_lists, any_day, around, button, element, heading, portal, said,
    said_on, tab, text,
};
use sparekey::{
    page::snapshot::{Role, State, Tab},
    review::review,
};

fn table(rows: &[(&str, &str, &[&str])]) -> Tab {
    let rows = rows.iter().map(|(label, detail, commands)| {
        element(Role::Row, "")
            .with([text(label), text(detail)].map(|it| element(Role::Cell, "").with([it])))
            .with(commands.iter().map(|it| element(Role::Cell, "").with([button(it)])))
    });
    let grid = element(Role::Grid, "").with(rows);
    tab(SECURITY_INFO, element(Role::Main, "").with([heading("Security info"), grid]))
}

/// A phone, its commands in some language, and the password in some word.
#[test]
fn the_password_is_told_in_any_language() {
    for (phone, change, delete) in [
        ("Telefon", "Ändern", "Löschen"),
        ("Téléphone", "Changer", "Supprimer"),
        ("電話", "変更", "削除"),
        ("전화", "변경", "삭제"),
        ("电话", "更改", "删除"),
        ("電話", "變更", "刪除"),
        ("Телефон", "Изменить", "Удалить"),
        ("Telefoon", "Wijzigen", "Verwijderen"),
        ("Telefone", "Alterar", "Excluir"),
        ("Telefon", "Ändra", "Ta bort"),
        ("Phone", "Change", "Delete"),
    ] {
        for word in [
            "Kennwort",
            "Heslo",
            "パスワード",
            "Mot de passe",
            "Senha",
            "Wachtwoord",
            "암호",
            "密码",
            "密碼",
            "Пароль",
            "Hasło",
            "Lösenord",
            "Parool",
            "Сырсөз",
        ] {
            let page = table(&[
                (phone, "+1 4255550100", &[change, delete]),
                (word, "Zuletzt: vor einem Jahr", &[change]),
            ]);
            assert_eq!(
                said_on(&page, &any_day()),
                ["phone-only.before", "single-method"],
                "{phone} {word}"
            );
        }
    }
}

#[test]
fn what_may_be_a_method_is_not_taken_for_the_password() {
    let unheard = |detail: &'static str, commands: &'static [&'static str]| {
        table(&[
            ("Phone", "+1 4255550100", &["Change", "Delete"]),
            ("Retina scan", detail, commands),
        ])
    };
    for page in [
        unheard("+1 4255550101", &["Change"]),
        unheard("robin@example.com", &["Change"]),
        unheard("", &["Change"]),
        unheard("Left eye", &["Change", "Delete"]),
        unheard("Left eye", &["Delete"]),
        unheard("Left eye", &[]),
    ] {
        assert_eq!(said_on(&page, &any_day()), [""; 0]);
    }
    let two: [(&str, &str, &[&str]); 3] = [
        ("Phone", "+1 4255550100", &["Change", "Delete"]),
        ("Retina scan", "Left eye", &["Change"]),
        ("Parool", "aasta tagasi", &["Change"]),
    ];
    assert_eq!(said_on(&table(&two), &any_day()), [""; 0]);
}

#[test]
fn a_method_is_known_by_each_of_its_names() {
    for (label, method) in [
        ("Passkey (FIDO2)", "passkey"),
        ("Passkeys", "passkey"),
        ("Passkey (device-bound)", "passkey"),
        ("Passkey (synced) (Preview)", "passkey"),
        ("Synced passkey", "passkey"),
        ("Passkey in Windows", "passkey"),
        ("Hauptschlüssel", "passkey"),
        ("External authentication method", "external-mfa"),
        ("External MFA", "external-mfa"),
        ("Software OATH token (Preview)", "software-oath"),
        ("TOTP", "software-oath"),
        ("Hardware OATH token (Preview)", "hardware-oath"),
        ("Certificate-based authentication", "certificate"),
        ("Platform Credential for macOS", "platform-credential"),
        ("Authenticator Lite", "authenticator"),
        ("Authenticator app (recommended)", "authenticator"),
        ("Email OTP", "email"),
        ("Mot de passe d'application", "app-password"),
        ("Aplicação de autenticador", "authenticator"),
    ] {
        for page in [portal(admin_lists(&[(label, "x")], &[])), table(&[(label, "x", &["Delete"])])]
        {
            let methods: Vec<_> =
                review(&page, &any_day()).methods.iter().map(|it| it.method).collect();
            assert_eq!(methods, [method], "{label}");
        }
    }
}

fn blade(titles: [&str; 2], tables: [Element; 2]) -> Tab {
    let [usable, other] = tables;
    portal(element(Role::Main, "").with([heading(titles[0]), usable, heading(titles[1]), other]))
}

fn rows_under_titles(rows: Vec<Vec<Element>>) -> Element {
    let titles = ["Authentication method", "Detail"].map(|it| element(Role::ColumnHeader, it));
    let row = |cells: Vec<Element>| {
        element(Role::Row, "").with(cells.into_iter().map(|it| element(Role::Cell, "").with([it])))
    };
    element(Role::Grid, "")
        .with([element(Role::Row, "").with(titles)])
        .with(rows.into_iter().map(row))
}

#[test]
fn an_empty_table_of_methods_that_can_be_used_is_none_in_any_language() {
    let english = ["Usable authentication methods", "Non-usable authentication methods"];
    let japanese = ["使用可能な認証方法", "使用できない認証方法"];
    let unheard = ["知らない見出し", "もう一つの見出し"];
    for (titles, none) in [
        (english, "No usable methods."),
        (japanese, "使用できる方法はありません。"),
        (unheard, "ない"),
    ] {
        let empty = || rows_under_titles(vec![vec![text(none)]]);
        let phone = || {
            rows_under_titles(vec![vec![
                button("電話番号"),
                text("+81 9012345678"),
                button("More actions"),
            ]])
        };
        let cannot = blade(titles, [empty(), phone()]);
        assert_eq!(said_on(&cannot, &any_day()), ["no-mfa-method"], "{titles:?}");
        let can = blade(titles, [phone(), empty()]);
        assert_eq!(said_on(&can, &any_day()), ["phone-only.before", "single-method"], "{titles:?}");
        if titles != unheard {
            let nothing = blade(titles, [empty(), empty()]);
            assert_eq!(said_on(&nothing, &any_day()), ["no-mfa-method"], "{titles:?}");
        }
    }
    let main =
        element(Role::Main, "").with([heading("Security info"), text("No items to display.")]);
    assert_eq!(said_on(&tab(SECURITY_INFO, main), &any_day()), ["no-mfa-method"]);
}

#[test]
fn a_command_is_known_by_a_name_that_goes_on() {
    for (name, inside) in [
        ("Delete", None),
        ("Delete Phone", Some("Delete")),
        ("Delete Phone", None),
        ("Remove this: Phone", Some("Delete")),
        ("削除", None),
    ] {
        let delete = button(name).with(inside.map(text)).state(State::Focused);
        let row = around([text("Phone"), text("+1 4255550100"), button("Change"), delete]);
        let main = element(Role::Main, "").with([heading("Security info"), around([row])]);
        let said = said(&review(&tab(SECURITY_INFO, main), &any_day()));
        assert!(said.contains(&"deleting-last.last".to_owned()), "{name} {inside:?}: {said:?}");
    }
}

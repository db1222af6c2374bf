//! The method that is being picked, and the warning that Email is no MFA.

use crate::describe::{
    Element, LEGACY_PER_USER_MFA, PER_USER_MFA, PERSONAL, REGISTER, REGISTRATION_REPORT,
    SECURITY_INFO, any_day, around, button, combobox, element, findings, heading, portal, said_on,
    tab, text, textbox,
};
use sparekey::{
    finding::{Anchor, Audience},
    page::snapshot::{Role, State, Tab},
};

fn warned(page: &Tab) -> Option<u32> {
    let found = findings(page, &any_day());
    let mut email = found.iter().filter(|it| it.rule == "email-is-not-mfa");
    let first = email.next();
    assert!(email.next().is_none(), "one picker, one warning");
    first.inspect(|it| assert_eq!(it.anchor, Anchor::Choice)).map(|it| it.node)
}

fn name_of(page: &Tab, node: u32) -> String {
    let nodes = page.frames.iter().flat_map(|frame| &frame.snapshot.nodes);
    nodes
        .filter(|it| it.id == node)
        .map(|it| format!("{:?} {} {}", it.role, it.name, it.test_id))
        .collect()
}

#[test]
fn email_in_the_admins_picker_is_warned_of_in_every_language() {
    for (label, value) in [
        ("Choose method", "Email"),
        ("方法の選択", "メール"),
        ("方法の選択", "電子メール"),
        ("방법 선택", "메일"),
        ("选择方法", "电子邮件"),
        ("Methode auswählen", "E-Mail"),
        ("اختيار طريقة", "البريد الإلكتروني"),
        ("", "Correo electrónico"),
    ] {
        let page = portal(around([combobox(label, value)]));
        assert!(warned(&page).is_some(), "{label}: {value}");
    }
}

#[test]
fn other_choices_are_not() {
    for (label, value) in [
        ("Choose method", "Phone number"),
        ("Choose method", "Choose method"),
        ("Choose method", ""),
        ("Choose method", "Email and more"),
        ("Default sign-in method", "Email"),
        ("Phone type", "Mobile"),
    ] {
        assert_eq!(warned(&portal(around([combobox(label, value)]))), None, "{label}: {value}");
    }
}

#[test]
fn a_drop_down_is_read_by_its_value_its_chosen_option_or_its_text() {
    let title = element(Role::Generic, "").class("ms-Dropdown-title").with([text("Email")]);
    let option = element(Role::Option, "Email").state(State::Selected);
    let closed = element(Role::Option, "Phone");
    for inside in [vec![text("Email")], vec![title], vec![closed, option]] {
        let page = portal(around([combobox("Choose method", "").with(inside)]));
        assert!(warned(&page).is_some());
    }
}

#[test]
fn the_admin_and_the_user_are_both_told() {
    let audience = |page: &Tab| findings(page, &any_day())[0].audience;
    assert_eq!(audience(&portal(around([combobox("Choose method", "Email")]))), Audience::Admin);
    let dialog = element(Role::Dialog, "Add a method").with([combobox("Choose a method", "Email")]);
    assert_eq!(audience(&tab(SECURITY_INFO, dialog)), Audience::User);
}

fn cards(focused: usize, with_test_ids: bool) -> Element {
    let cards = [
        ("authenticatorApp", "Microsoft Authenticator"),
        ("email", "Email"),
        ("mobilePhone", "Phone"),
    ];
    element(Role::Dialog, "Add a sign-in method").with([heading("Add a sign-in method")]).with(
        cards.into_iter().enumerate().map(|(index, (name, title))| {
            let mut card = element(Role::ListItem, "").with([text(title), text("About it")]);
            if with_test_ids {
                card = card.test_id(&format!("authmethod-picker-{name}"));
            }
            if index == focused { card.state(State::Focused) } else { card }
        }),
    )
}

#[test]
fn the_email_card_is_picked_while_it_has_the_focus() {
    for with_test_ids in [true, false] {
        assert!(warned(&tab(SECURITY_INFO, cards(1, with_test_ids))).is_some());
        assert_eq!(warned(&tab(SECURITY_INFO, cards(0, with_test_ids))), None);
        assert_eq!(warned(&tab(SECURITY_INFO, cards(9, with_test_ids))), None);
    }
}

#[test]
fn the_email_step_is_warned_of_at_its_field() {
    let by_test_id = around([textbox("メール アドレス", "").test_id("email-input")]);
    let by_title = around([heading("E-Mail").test_id("reskin-step-title"), textbox("", "")]);
    let by_dialog = element(Role::Dialog, "Email").with([heading("Email"), textbox("Address", "")]);
    for (address, step) in
        [(SECURITY_INFO, by_test_id), (REGISTER, by_title), (SECURITY_INFO, by_dialog)]
    {
        let page = tab(address, step);
        let node = warned(&page).expect("a warning");
        assert!(name_of(&page, node).starts_with("Textbox"), "{}", name_of(&page, node));
    }
}

#[test]
fn a_row_with_an_email_is_no_picking() {
    let page = tab(
        SECURITY_INFO,
        crate::describe::user_list(&[("Email", "a@b.example"), ("Passkey", "x")]),
    );
    assert_eq!(warned(&page), None);
}

#[test]
fn a_registered_email_with_a_heading_is_no_step() {
    let card = around([heading("Email"), text("a@b.example"), crate::describe::button("Change")]);
    let page = element(Role::Main, "").with([card, textbox("Feedback", "")]);
    assert_eq!(warned(&tab(SECURITY_INFO, page)), None);
}

#[test]
fn a_filter_is_no_picker() {
    for address in [REGISTRATION_REPORT, PER_USER_MFA, LEGACY_PER_USER_MFA] {
        for method in ["Email", "App password", "Security questions"] {
            let page = tab(address, around([combobox("Methods registered", method)]));
            assert_eq!(said_on(&page, &any_day()), [""; 0], "{address} {method}");
        }
    }
    let proofs = ["a@b.example", "+81 9012345678"].map(|proof| {
        around([
            text(if proof.contains('@') { "Email" } else { "Phone" }),
            text(proof),
            button("Remove"),
        ])
    });
    let page = tab(PERSONAL, around(proofs.into_iter().chain([combobox("Show", "Phone")])));
    assert_eq!(said_on(&page, &any_day()), [""; 0]);
}

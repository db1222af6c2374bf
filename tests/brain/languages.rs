//! Every label of the data on a page where it matters, in every language it is known in.

use crate::describe::{
    Element, LEGACY_PER_USER_MFA, SECURITY_INFO, admin_lists, any_day, around, button, combobox,
    element, heading, portal, said_on, tab, text, textbox, user_list,
};
use sparekey::{
    page::snapshot::{Role, State},
    review::review,
};
use std::collections::BTreeMap;

type Labels = BTreeMap<String, BTreeMap<String, Vec<BTreeMap<String, String>>>>;

/// The labels of a concept that somebody has seen or Microsoft has documented, with their language.
fn confirmed(concept: &str) -> Vec<(String, String)> {
    let data: Labels = serde_json::from_str(include_str!("../../src/lexicon/labels.json")).unwrap();
    let labels = data.get(concept).unwrap_or_else(|| panic!("no labels of {concept}"));
    let confirmed: Vec<_> = labels
        .iter()
        .flat_map(|(language, labels)| labels.iter().map(move |label| (language, label)))
        .filter(|(_, label)| matches!(label["evidence"].as_str(), "seen" | "docs"))
        .map(|(language, label)| (language.clone(), label["label"].clone()))
        .collect();
    assert!(!confirmed.is_empty(), "{concept}");
    confirmed
}

#[test]
fn every_methods_label_is_a_row_in_every_language() {
    for (concept, method) in [
        ("method_phone", "mobile-phone"),
        ("method_mobile_phone", "mobile-phone"),
        ("method_alternate_phone", "alternate-phone"),
        ("method_office_phone", "office-phone"),
        ("method_authenticator", "authenticator"),
        ("method_authenticator_push", "authenticator"),
        ("method_totp", "software-oath"),
        ("method_hardware_token", "hardware-oath"),
        ("method_oath_token", "hardware-oath"),
        ("method_passkey", "passkey"),
        ("method_passkey_authenticator", "passkey-in-authenticator"),
        ("method_security_key", "security-key"),
        ("method_windows_hello", "windows-hello"),
        ("method_temporary_access_pass", "temporary-access-pass"),
        ("method_email", "email"),
        ("method_security_questions", "security-questions"),
        ("method_app_password", "app-password"),
        ("method_qr_code", "qr-code"),
    ] {
        for (language, label) in confirmed(concept) {
            let page = tab(SECURITY_INFO, user_list(&[(&label, "detail")]));
            let methods: Vec<&str> =
                review(&page, &any_day()).methods.iter().map(|it| it.method).collect();
            assert_eq!(methods, [method], "{language} {label}");
        }
    }
}

fn dialog(title: &str) -> Element {
    element(Role::Dialog, "").with([heading(title), button("✓"), button("✗")])
}

fn says(concept: &str, rule: &str, page: impl Fn(&str) -> sparekey::page::snapshot::Tab) {
    for (language, label) in confirmed(concept) {
        let said = said_on(&page(&label), &any_day());
        assert!(said.iter().any(|it| it.starts_with(rule)), "{language} {label}: {said:?}");
    }
}

#[test]
fn every_label_of_an_admins_action_is_heard_in_every_language() {
    let asked = |label: &str| {
        portal(around([
            admin_lists(&[("Passkey", "x"), ("Security key", "y")], &[]),
            dialog(label),
        ]))
    };
    says("admin_action_require_reregister", "reregister-effect", asked);
    says("admin_action_revoke_sessions", "revoke-effect", asked);
    says("admin_action_reset_password", "reset-password-effect", asked);
    let done = |label: &str| {
        let notice = element(Role::Status, "").with([text(label), text("✓")]);
        portal(around([admin_lists(&[("Passkey", "x"), ("Security key", "y")], &[]), notice]))
    };
    says("admin_action_require_reregister", "tell-the-user.re-registration", done);
    says("admin_action_add_method", "tell-the-user.method-added", done);
}

#[test]
fn every_label_of_the_per_user_pages_is_heard_in_every_language() {
    let asked = |label: &str| tab(LEGACY_PER_USER_MFA, dialog(label));
    says("peruser_action_enable_mfa", "per-user-with-ca", asked);
    says("peruser_action_enforce_mfa", "enforced-by-hand", asked);
    let ticked = |label: &str| {
        tab(LEGACY_PER_USER_MFA, around([element(Role::Checkbox, label).state(State::Checked)]))
    };
    for setting in [
        "peruser_require_contact_methods_again",
        "peruser_delete_app_passwords",
        "peruser_restore_mfa_remembered_devices",
    ] {
        says(setting, "contact-methods-again", ticked);
    }
    says("peruser_no_users", "no-users-to-display", |label| tab(LEGACY_PER_USER_MFA, text(label)));
}

#[test]
fn every_label_of_a_deletion_or_of_the_default_is_heard_in_every_language() {
    let asked = |label: &str| {
        let list = user_list(&[("Phone", "+81 9012345678")]);
        tab(SECURITY_INFO, around([list, dialog(label)]))
    };
    says("action_delete", "deleting-last.last", asked);
    says("dialog_delete_confirm", "deleting-last.last", asked);
    says("dialog_which_default", "default-goes.changed", asked);
    says("default_signin_method", "default-goes.changed", asked);
    says("default_signin_method", "default-goes.deleted", |label| {
        let line = around([text(&format!("{label}:")), text("Phone - text"), button("✎")]);
        let list = user_list(&[("Phone", "+81 9012345678"), ("Security key", "YubiKey")]);
        let asks = element(Role::Dialog, "").with([heading("Delete"), text("Phone")]);
        tab(SECURITY_INFO, around([line, list, asks]))
    });
}

#[test]
fn email_is_warned_of_in_every_language_it_is_known_in() {
    for concept in ["method_email", "admin_method_email"] {
        says(concept, "email-is-not-mfa", |label| portal(around([combobox("✓", label)])));
    }
}

#[test]
fn a_phone_field_is_known_by_its_label_in_every_language() {
    for concept in [
        "admin_method_phone_number",
        "field_phone_number",
        "method_phone",
        "legacy_authentication_phone",
        "legacy_office_phone",
        "legacy_alternate_authentication_phone",
    ] {
        says(concept, "not-a-number", |label| portal(around([textbox(label, "hello")])));
    }
}

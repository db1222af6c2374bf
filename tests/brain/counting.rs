//! How many ways in a list really is, and what is said of it.

use crate::describe::{
    SECURITY_INFO, admin_lists, any_day, findings, portal, said_on, tab, user_list,
};
use sparekey::{
    finding::{Audience, ParamValue},
    methods::{Method, Mfa},
};

/// What is said of the number of methods, the phone's end left aside.
fn of_user(rows: &[(&str, &str)]) -> Vec<String> {
    without_dates(said_on(&tab(SECURITY_INFO, user_list(rows)), &any_day()))
}

fn of_admin(usable: &[(&str, &str)], unusable: &[(&str, &str)]) -> Vec<String> {
    without_dates(said_on(&portal(admin_lists(usable, unusable)), &any_day()))
}

fn without_dates(mut said: Vec<String>) -> Vec<String> {
    said.retain(|it| !it.starts_with("phone-only"));
    said
}

/// What is said of their number alone.
fn count(mut said: Vec<String>) -> Vec<String> {
    let about_one = ["security-questions-retire", "app-password", "stale-authenticator"];
    said.retain(|it| !about_one.iter().any(|rule| it.starts_with(rule)));
    said
}

const PHONE: (&str, &str) = ("Phone", "+81 9012345678");
const APP: (&str, &str) = ("Microsoft Authenticator", "Pixel 9");
const NONE: &[&str] = &[];

#[test]
fn what_does_not_count_is_not_counted() {
    for (label, detail) in [
        ("Email", "a@contoso.example"),
        ("Security questions", "5"),
        ("App password", "Outlook"),
        ("Password", "Last updated: a year ago"),
        ("QR code", "Standard"),
    ] {
        assert_eq!(count(of_user(&[(label, detail)])), ["no-mfa-method"], "{label}");
        assert_eq!(count(of_admin(&[(label, detail)], &[])), ["no-mfa-method"], "{label}");
        assert_eq!(count(of_user(&[PHONE, (label, detail)])), ["single-method"], "{label}");
    }
}

#[test]
fn one_method_that_counts_is_one_way_in() {
    for (label, second) in [
        ("Phone", "off-phone"),
        ("Microsoft Authenticator", "off-phone"),
        ("Hardware token", "off-key"),
        ("Windows Hello for Business", "off-computer"),
        ("Passkey", "security-key"),
        ("Passkey in Microsoft Authenticator", "off-phone"),
        ("Security key", "off-key"),
        ("Temporary Access Pass", "passkey"),
    ] {
        let found = findings(&tab(SECURITY_INFO, user_list(&[(label, "x")])), &any_day());
        let single = found.iter().find(|it| it.rule == "single-method").expect(label);
        assert_eq!(single.params[1].value, ParamValue::Method { method: second }, "{label}");
    }
}

#[test]
fn two_independent_methods_are_silence_if_one_of_them_is_phishing_resistant() {
    assert_eq!(of_user(&[APP, ("Security key", "YubiKey")]), NONE);
    assert_eq!(of_user(&[PHONE, ("Hardware token", "Token 7")]), ["not-phishing-resistant"]);
    assert_eq!(
        of_user(&[PHONE, ("External authentication methods", "Duo")]),
        ["not-phishing-resistant"]
    );
    assert_eq!(of_user(&[PHONE, ("Office phone", "+81 312345678")]), NONE, "that it ends is said");
    assert_eq!(of_admin(&[APP, ("Windows Hello for Business", "LAPTOP")], &[]), NONE);
}

#[test]
fn methods_that_cannot_be_used_do_not_count() {
    assert_eq!(of_admin(&[PHONE], &[APP, ("Security key", "YubiKey")]), ["single-method"]);
    assert_eq!(of_admin(&[("Email", "a@contoso.example")], &[APP]), ["no-mfa-method"]);
}

#[test]
fn an_expired_pass_does_not_count_and_a_valid_one_does() {
    let pass = ("Temporary Access Pass", "Expires in 1 hour");
    assert_eq!(of_admin(&[("Email", "a@b.example")], &[pass]), ["no-mfa-method"]);
    assert_eq!(of_admin(&[("Email", "a@b.example"), pass], &[]), ["single-method"]);
}

#[test]
fn one_app_in_two_rows_is_one_method() {
    let code = ("Time-based one-time password (TOTP)", "Pixel 9");
    assert_eq!(of_user(&[APP, code]), ["single-method"]);
    assert_eq!(
        of_user(&[APP, ("Time-based one-time password (TOTP)", "Another app")]),
        ["not-phishing-resistant"]
    );
}

#[test]
fn everything_on_one_phone_is_lost_with_it() {
    assert_eq!(of_user(&[PHONE, APP]), ["same-phone.one-device"]);
    assert_eq!(
        of_user(&[APP, ("Passkey in Microsoft Authenticator", "Pixel 9")]),
        ["same-phone.one-device"]
    );
    assert_eq!(of_admin(&[APP, PHONE], &[("Security key", "YubiKey")]), ["same-phone.one-device"]);
}

#[test]
fn two_phones_are_not_one() {
    let said = ["not-phishing-resistant", "stale-authenticator"];
    assert_eq!(of_user(&[APP, ("Microsoft Authenticator", "iPhone 15")]), said);
    assert_eq!(
        of_user(&[PHONE, APP, ("Microsoft Authenticator", "Pixel 9")]),
        said,
        "two of one model"
    );
    assert_eq!(of_user(&[PHONE, ("Alternate phone", "+81 8012345678")]), NONE);
}

#[test]
fn one_number_in_two_slots_is_one_number() {
    assert_eq!(
        of_user(&[PHONE, ("Alternate phone", "+81 90-1234-5678")]),
        ["same-phone.one-number", "same-number-twice.listed"]
    );
}

#[test]
fn masked_numbers_may_be_the_same() {
    let masked = |other: &str| of_user(&[("Phone", "+81 XXXXXXXX78"), ("Alternate phone", other)]);
    assert_eq!(
        masked("+81 XXXXXXXX78"),
        ["same-phone.perhaps-one-number", "same-number-twice.listed-perhaps"]
    );
    assert_eq!(masked("+81 XXXXXXXX79"), NONE);
    assert_eq!(masked("+81 XXXXXXX78"), NONE, "another length");
    assert_eq!(
        masked("+81 ••••••••78"),
        ["same-phone.perhaps-one-number", "same-number-twice.listed-perhaps"]
    );
}

#[test]
fn a_row_that_is_not_known_may_be_the_second_method() {
    assert_eq!(of_user(&[PHONE, ("Retina scan", "Left eye")]), NONE);
    assert_eq!(of_admin(&[("Email", "a@b.example"), ("Retina scan", "Left eye")], &[]), NONE);
    assert_eq!(of_admin(&[PHONE], &[("Retina scan", "Left eye")]), ["single-method"]);
}

#[test]
fn the_user_and_the_admin_are_addressed_apart() {
    let to_user = findings(&tab(SECURITY_INFO, user_list(&[PHONE])), &any_day());
    let to_admin = findings(&portal(admin_lists(&[PHONE], &[])), &any_day());
    assert!(to_user.len() == 2 && to_user.iter().all(|it| it.audience == Audience::User));
    assert!(to_admin.len() == 2 && to_admin.iter().all(|it| it.audience == Audience::Admin));
}

#[test]
fn the_catalog_is_consistent() {
    let mut ids: Vec<&str> = Method::ALL.iter().map(|method| method.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Method::ALL.len(), "ids are unique");
    for method in Method::ALL {
        let facts = method.facts();
        assert!(!facts.phishing_resistant || method.counts_as_mfa(), "{}", facts.id);
        // `Worth` has one word for both.
        assert!(facts.mfa != Mfa::CountsOnItsDevice || facts.phishing_resistant, "{}", facts.id);
        assert!(!facts.phishing_resistant || !method.is_telephony(), "{}", facts.id);
    }
    assert_eq!(Method::Unknown.facts().mfa, Mfa::Unknown);
    assert!(!Method::Email.counts_as_mfa() && Method::Email.facts().password_reset);
    assert!(!Method::AlternatePhone.facts().password_reset);
}

#[test]
fn beside_microsofts_app_another_authenticator_app_is_not_a_second_one() {
    for (app, codes) in [
        ("Authenticator-App", "Zeitbasiertes Einmalkennwort (TOTP)"),
        ("Application d’authentification", "Mot de passe à usage unique"),
        ("Authenticator app", "Time-based one-time password (TOTP)"),
        ("Authenticator app", "Bitwarden"),
    ] {
        assert_eq!(of_user(&[APP, (app, codes), ("Security key", "YubiKey")]), NONE, "{app}");
    }
    let codes = ("Authenticator app", "Time-based one-time password (TOTP)");
    assert_eq!(of_user(&[PHONE, APP, codes]), ["same-phone.perhaps-one-device"]);
    let two = [APP, ("Microsoft Authenticator", "iPhone 15"), ("Security key", "YubiKey")];
    assert_eq!(of_user(&two), ["stale-authenticator"]);
}

#[test]
fn two_apps_that_name_no_device_may_be_two() {
    let push = ("Microsoft Authenticator", "Push multi-factor authentication (MFA)");
    let codes = ("Authenticator app", "Time-based one-time password (TOTP)");
    assert_eq!(of_user(&[push, codes]), ["same-phone.perhaps-one-device"]);
    assert_eq!(of_user(&[APP, ("Authenticator app", "Pixel 9")]), ["single-method"]);
}

#[test]
fn masked_numbers_are_compared_by_their_last_digits_whatever_the_calling_code() {
    for (one, other, said) in [
        (
            "+1 XXXXXXXX78",
            "+1 XXXXXXXX78",
            vec!["same-phone.perhaps-one-number", "same-number-twice.listed-perhaps"],
        ),
        (
            "+7 XXXXXXXX78",
            "+7 9161234578",
            vec!["same-phone.perhaps-one-number", "same-number-twice.listed-perhaps"],
        ),
        ("+1 XXXXXXXX78", "+1 XXXXXXXX79", vec![]),
        ("+1 425555XXXX", "+1 425555XXXX", vec![]),
        ("+1 XXXXXXXX78", "+7 XXXXXXXX78", vec![]),
    ] {
        let listed = of_user(&[("Phone", one), ("Alternate phone", other)]);
        assert_eq!(listed, said, "{one} {other}");
    }
}

#[test]
fn a_pass_that_expires_is_no_second_way_in() {
    let pass = ("Temporary Access Pass", "Expires in 1 hour");
    assert_eq!(of_user(&[APP, pass]), ["single-method"]);
    assert_eq!(of_user(&[PHONE, APP, pass]), ["same-phone.one-device"]);
    assert_eq!(of_user(&[APP, ("Hardware token", "7"), pass]), ["not-phishing-resistant"]);
    assert_eq!(of_user(&[APP, ("Security key", "YubiKey"), pass]), NONE);
}

//! Every label of the data that somebody has seen or Microsoft has documented, on a page where it
//! matters, in every language it is known in: from the snapshot to what is said. Each page is also
//! reviewed with a word in the label's place that nobody knows, so that what is said rests on the label.

use crate::describe::{
    Element, LEGACY_PER_USER_MFA, PER_USER_MFA, PERSONAL, REGISTRATION_REPORT, SECURITY_INFO,
    USER_METHODS, admin_lists, any_day, around, button, combobox, element, heading, portal,
    portal_at, said, tab, text, textbox, user_list,
};
use sparekey::{
    lexicon::{Language, meanings},
    page::snapshot::{Role, State, Tab},
    review::{Review, review},
};
use std::collections::{BTreeMap, BTreeSet};

type Labels = BTreeMap<String, BTreeMap<String, Vec<BTreeMap<String, String>>>>;

struct Label {
    concept: String,
    language: String,
    text: String,
}

fn confirmed() -> Vec<Label> {
    let data: Labels = serde_json::from_str(include_str!("../../src/lexicon/labels.json")).unwrap();
    let labels = data.into_iter().flat_map(|(concept, languages)| {
        languages.into_iter().flat_map(move |(language, labels)| {
            let concept = concept.clone();
            let known = labels
                .into_iter()
                .filter(|label| matches!(label["evidence"].as_str(), "seen" | "docs"));
            known.map(move |label| Label {
                concept: concept.clone(),
                language: language.clone(),
                text: label["label"].clone(),
            })
        })
    });
    labels.collect()
}

/// What a label of a concept brings about on a page.
struct Heard {
    concept: &'static str,
    page: Box<dyn Fn(&str) -> Tab>,
    holds: Box<dyn Fn(&Review) -> bool>,
    /// The same comes about without the label, by structure alone; the label only supports it.
    by_structure_too: bool,
}

impl Heard {
    fn new(
        concept: &'static str,
        page: impl Fn(&str) -> Tab + 'static,
        holds: impl Fn(&Review) -> bool + 'static,
    ) -> Self {
        Self { concept, page: Box::new(page), holds: Box::new(holds), by_structure_too: false }
    }

    fn by_structure_too(self) -> Self {
        Self { by_structure_too: true, ..self }
    }
}

fn says(rule: &'static str) -> impl Fn(&Review) -> bool {
    move |review| said(review).iter().any(|it| it.starts_with(rule))
}

fn says_not(rule: &'static str) -> impl Fn(&Review) -> bool {
    move |review| !says(rule)(review)
}

fn lists(methods: &'static [&'static str]) -> impl Fn(&Review) -> bool {
    move |review| review.methods.iter().map(|it| it.method).eq(methods.iter().copied())
}

fn dialog(title: &str) -> Element {
    element(Role::Dialog, "").with([heading(title), button("✓"), button("✗")])
}

fn in_portal(beside: Element) -> Tab {
    portal(around([admin_lists(&[("Passkey", "x"), ("Security key", "y")], &[]), beside]))
}

fn on_security_info(rows: &[(&str, &str)], beside: Element) -> Tab {
    tab(SECURITY_INFO, around([user_list(rows), beside]))
}

fn methods() -> Vec<Heard> {
    let row = |concept, method: &'static [&'static str]| {
        Heard::new(
            concept,
            |label| tab(SECURITY_INFO, user_list(&[(label, "detail")])),
            lists(method),
        )
    };
    let proof = |concept| {
        let page = |label: &str| {
            let row = [text(label), text("detail"), button("Remove")];
            tab(PERSONAL, around([element(Role::ListItem, "").with(row)]))
        };
        Heard::new(concept, page, says("fewer-than-two-proofs"))
    };
    vec![
        row("method_phone", &["mobile-phone"]),
        row("method_mobile_phone", &["mobile-phone"]),
        row("method_alternate_phone", &["alternate-phone"]),
        row("method_office_phone", &["office-phone"]),
        row("method_authenticator", &["authenticator"]),
        row("method_authenticator_push", &["authenticator"]),
        row("method_totp", &["software-oath"]),
        row("method_hardware_token", &["hardware-oath"]),
        row("method_oath_token", &["hardware-oath"]),
        row("method_passkey", &["passkey"]),
        row("method_passkey_authenticator", &["passkey-in-authenticator"]),
        row("method_security_key", &["security-key"]),
        row("method_windows_hello", &["windows-hello"]),
        row("method_external", &["external-mfa"]),
        row("method_certificate", &["certificate"]),
        row("method_platform_credential", &["platform-credential"]),
        row("method_temporary_access_pass", &["temporary-access-pass"]),
        row("admin_method_temporary_access_pass", &["temporary-access-pass"]),
        row("method_email", &["email"]),
        row("method_security_questions", &["security-questions"]),
        row("method_app_password", &["app-password"]),
        row("method_qr_code", &["qr-code"]),
        row("method_password", &["password"]),
        proof("personal_proof_text"),
        proof("personal_proof_email"),
        proof("personal_proof_app"),
        proof("personal_proof_passkey"),
    ]
}

fn lists_of_an_admin() -> Vec<Heard> {
    let table = |row: &str| {
        let row =
            element(Role::Row, "").with([element(Role::Cell, "").with([text(row)]), button("…")]);
        element(Role::Grid, "").with([row])
    };
    vec![
        Heard::new(
            "admin_section_usable_methods",
            |label| portal(around([heading(label), text("None.")])),
            says("no-mfa-method"),
        ),
        Heard::new(
            "admin_section_nonusable_methods",
            move |label| portal(around([heading(label), table("Phone")])),
            says_not("single-method"),
        ),
        Heard::new(
            "admin_system_preferred_mfa",
            |label| {
                let line = around([text(label), text("Security key"), button("✎")]);
                portal(around([line, admin_lists(&[("Passkey", "x")], &[])]))
            },
            lists(&["passkey"]),
        ),
        Heard::new(
            "admin_default_signin_method",
            |label| {
                let line = around([text(label), text("Security key")]);
                let asks =
                    element(Role::Dialog, "").with([heading("Delete"), text("Security key")]);
                portal(around([
                    line,
                    admin_lists(&[("Passkey", "x"), ("Security key", "y")], &[]),
                    asks,
                ]))
            },
            says("default-goes.deleted"),
        ),
        Heard::new(
            "admin_assigned_roles",
            |label| in_portal(around([text(label), text("Global Administrator")])),
            says("admin-target.has-role"),
        ),
        Heard::new(
            "admin_role",
            |label| in_portal(around([text("Assigned roles"), text(label)])),
            says("admin-target.has-role"),
        ),
    ]
}

fn actions_of_an_admin() -> Vec<Heard> {
    let asked = |label: &str| in_portal(dialog(label));
    let done = |label: &str| in_portal(element(Role::Status, "").with([text(label), text("✓")]));
    let in_a_frame_of_another_name = |label: &str| {
        let list = admin_lists(&[("Phone", "+81 9012345678")], &[]);
        portal_at(USER_METHODS, "Unheard.ReactView", around([button(label), list]))
    };
    vec![
        Heard::new("admin_action_require_reregister", asked, says("reregister-effect")),
        Heard::new("admin_action_revoke_sessions", asked, says("revoke-effect")),
        Heard::new("admin_action_reset_password", asked, says("reset-password-effect")),
        Heard::new("admin_action_require_reregister", done, says("tell-the-user.re-registration")),
        Heard::new("admin_action_add_method", done, says("tell-the-user.method-added")),
        Heard::new("admin_action_add_method", in_a_frame_of_another_name, says("phone-only")),
        Heard::new(
            "admin_action_require_reregister",
            in_a_frame_of_another_name,
            says("phone-only"),
        ),
    ]
}

fn per_user_pages() -> Vec<Heard> {
    let asked = |label: &str| tab(LEGACY_PER_USER_MFA, dialog(label));
    let ticked = |label: &str| {
        tab(LEGACY_PER_USER_MFA, around([element(Role::Checkbox, label).state(State::Checked)]))
    };
    let in_a_frame_of_another_name = |label: &str| {
        let page = around([text(label), text("There are no users to display")]);
        portal_at(PER_USER_MFA, "Unheard.ReactView", page)
    };
    let report = |label: &str| {
        let page = around([text(label), button("Download")]);
        portal_at(REGISTRATION_REPORT, "Unheard.ReactView", page)
    };
    vec![
        Heard::new("peruser_action_enable_mfa", asked, says("per-user-with-ca")),
        Heard::new("peruser_dialog_enable", asked, says("per-user-with-ca")),
        Heard::new("peruser_action_enforce_mfa", asked, says("enforced-by-hand")),
        Heard::new(
            "peruser_require_contact_methods_again",
            ticked,
            says("contact-methods-again.provide-again"),
        ),
        Heard::new(
            "peruser_delete_app_passwords",
            ticked,
            says("contact-methods-again.delete-app-passwords"),
        ),
        Heard::new(
            "peruser_restore_mfa_remembered_devices",
            ticked,
            says("contact-methods-again.restore-devices"),
        ),
        Heard::new(
            "peruser_no_users",
            |label| tab(LEGACY_PER_USER_MFA, text(label)),
            says("no-users-to-display"),
        ),
        Heard::new("peruser_updated", asked, says("tell-the-user.changed")),
        Heard::new("peruser_portal", in_a_frame_of_another_name, says("no-users-to-display")),
        Heard::new(
            "peruser_user_mfa_settings",
            in_a_frame_of_another_name,
            says("no-users-to-display"),
        ),
        Heard::new("report_methods_registered", report, says("download-and-check")),
        Heard::new("report_mfa_capable", report, says("download-and-check")),
        Heard::new(
            "report_download",
            |label| {
                let page = around([text("MFA capable"), button(label)]);
                portal_at(REGISTRATION_REPORT, "UserRegistrationDetails.ReactView", page)
            },
            says("download-and-check"),
        ),
    ]
}

fn deletions_and_the_default() -> Vec<Heard> {
    const PHONE: &[(&str, &str)] = &[("Phone", "+81 9012345678")];
    let asked = |label: &str| on_security_info(PHONE, dialog(label));
    let behind_an_action = |label: &str| {
        let row = around([text("Security key"), text("YubiKey"), button(label)]);
        tab(SECURITY_INFO, around([row]))
    };
    let picks_no_method = |label: &str| portal(around([combobox(label, "Email")]));
    vec![
        Heard::new(
            "list_is_empty",
            |label| tab(SECURITY_INFO, around([text(label)])),
            says("no-mfa-method"),
        ),
        Heard::new("action_change", behind_an_action, lists(&["security-key"])).by_structure_too(),
        Heard::new("action_delete", behind_an_action, lists(&["security-key"])).by_structure_too(),
        Heard::new("action_delete", asked, says("deleting-last.last")),
        Heard::new("dialog_delete_confirm", asked, says("deleting-last.last")),
        Heard::new("dialog_which_default", asked, says("default-goes.changed")),
        Heard::new("dialog_which_default", picks_no_method, says_not("email-is-not-mfa")),
        Heard::new("default_signin_method", asked, says("default-goes.changed")),
        Heard::new("default_signin_method", picks_no_method, says_not("email-is-not-mfa")),
        Heard::new("option_set_default", asked, says("default-goes.changed")),
        Heard::new(
            "default_signin_method",
            |label| {
                let line = around([text(&format!("{label}:")), text("Phone - text"), button("✎")]);
                let list = user_list(&[("Phone", "+81 9012345678"), ("Security key", "YubiKey")]);
                let asks = element(Role::Dialog, "").with([heading("Delete"), text("Phone")]);
                tab(SECURITY_INFO, around([line, list, asks]))
            },
            says("default-goes.deleted"),
        ),
        Heard::new(
            "step_authenticator_added",
            |label| on_security_info(&[("Microsoft Authenticator", "Pixel 9")], dialog(label)),
            says("remove-the-old.authenticator"),
        ),
        Heard::new(
            "step_phone_added",
            |label| on_security_info(PHONE, dialog(label)),
            says("remove-the-old.phone"),
        ),
    ]
}

fn pickers() -> Vec<Heard> {
    let email_chosen = |label: &str| portal(around([combobox("✓", label)]));
    let card_in_hand = |label: &str| {
        let card = around([text("Email")]).state(State::Focused);
        tab(SECURITY_INFO, element(Role::Dialog, "").with([heading(label), card]))
    };
    vec![
        Heard::new("method_email", email_chosen, says("email-is-not-mfa")),
        Heard::new("admin_method_email", email_chosen, says("email-is-not-mfa")),
        Heard::new(
            "admin_choose_method",
            |label| {
                let form = around([combobox(label, "Email")]);
                portal_at(USER_METHODS, "Unheard.ReactView", form)
            },
            says("email-is-not-mfa"),
        ),
        Heard::new("dialog_choose_method", card_in_hand, says("email-is-not-mfa")),
        Heard::new("dialog_which_method", card_in_hand, says("email-is-not-mfa")),
        Heard::new("dialog_add_method", card_in_hand, says("email-is-not-mfa")),
    ]
}

fn phone_fields() -> Vec<Heard> {
    let labeled = |label: &str| portal(around([textbox(label, "hello")]));
    let landline = |beside: Element| {
        let field = textbox("Phone number", "+81 312345678");
        portal(around([combobox("Choose method", "Phone number"), beside, field]))
    };
    let of_kind = move |label: &str| landline(combobox("✓", label));
    let text_or_call = |kind: &str, label: &str| {
        let field = textbox("Phone number", "+81 312345678");
        let channel = element(Role::Radio, label).state(State::Checked);
        portal(around([combobox("✓", kind), channel, field]))
    };
    let beside_a_phone = |registered: &'static str| {
        move |label: &str| {
            let form = [
                combobox("Choose method", "Phone number"),
                combobox("✓", label),
                textbox("Phone number", ""),
            ];
            portal(around([admin_lists(&[(registered, "+81 9012345678")], &[]), around(form)]))
        }
    };
    let mut heard: Vec<Heard> = [
        "admin_method_phone_number",
        "field_phone_number",
        "method_phone",
        "legacy_authentication_phone",
        "legacy_office_phone",
        "legacy_alternate_authentication_phone",
    ]
    .map(|concept| Heard::new(concept, labeled, says("not-a-number")))
    .into();
    heard.extend([
        Heard::new(
            "field_country",
            |label| {
                let field = textbox("✓", "hello");
                tab(SECURITY_INFO, around([combobox(label, "✓"), field]))
            },
            says("not-a-number"),
        ),
        Heard::new(
            "field_phone_type",
            |label| portal(around([combobox(label, "Email")])),
            says_not("email-is-not-mfa"),
        ),
        Heard::new("phone_type_mobile", of_kind, says("cannot-receive-text")),
        Heard::new(
            "phone_type_alternate_mobile",
            beside_a_phone("Phone"),
            says("one-phone-many-apps.alternate"),
        ),
        Heard::new(
            "phone_type_office",
            beside_a_phone("Office phone"),
            says("one-phone-many-apps.taken"),
        ),
        Heard::new(
            "option_text_code",
            move |label| text_or_call("✓", label),
            says("cannot-receive-text"),
        ),
        Heard::new(
            "option_call_me",
            move |label| text_or_call("Mobile", label),
            says_not("cannot-receive-text"),
        ),
    ]);
    heard
}

fn personal_accounts() -> Vec<Heard> {
    let beside = |element: Element| tab(PERSONAL, around([element]));
    vec![
        Heard::new(
            "personal_lost_proofs",
            move |label| beside(element(Role::Radio, label).state(State::Checked)),
            says("thirty-day-wait"),
        ),
        Heard::new(
            "personal_recovery_code",
            move |label| beside(button(label).state(State::Focused)),
            says("recovery-code"),
        ),
        Heard::new(
            "personal_action_remove",
            |label| {
                let row = |name: &str, detail: &str, state: Option<State>| {
                    let action = state.map_or(button(label), |state| button(label).state(state));
                    element(Role::ListItem, "").with([text(name), text(detail), action])
                };
                tab(PERSONAL, around([row("Email a code", "ro*****@example.com", None)]))
            },
            says("fewer-than-two-proofs"),
        )
        .by_structure_too(),
    ]
}

/// Labels that no rule asks for. They tell the language of the page, as all others do.
const OF_THE_LANGUAGE_ALONE: &[&str] = &[
    "action_add",
    "action_add_method",
    "admin_blade_authentication_methods",
    "legacy_authenticator_or_token",
    "legacy_option_app_code",
    "legacy_option_call_auth_phone",
    "legacy_option_call_office_phone",
    "legacy_option_notify_app",
    "legacy_option_text_auth_phone",
    "legacy_setup_authenticator",
    "link_lost_device",
    "link_other_authenticator",
    "link_other_method",
    "link_sign_out_everywhere",
    "link_update_info",
    "page_keep_account_secure",
    "page_legacy_proofup",
    "page_security_info",
    "personal_add_proof",
    "peruser_action_disable_mfa",
    "peruser_manage_user_settings",
    "peruser_state_disabled",
    "peruser_state_enabled",
    "peruser_state_enforced",
];

/// Nobody's label.
const UNHEARD_OF: &str = "Blorvik zantu";

fn are_heard(heard: Vec<Heard>) {
    let labels = confirmed();
    let mut wrong = Vec::new();
    for Heard { concept, page, holds, by_structure_too } in heard {
        for label in labels.iter().filter(|it| it.concept == concept) {
            let review = review(&page(&label.text), &any_day());
            if !holds(&review) {
                wrong.push(format!(
                    "{} {concept} {}: {:?}",
                    label.language,
                    label.text,
                    said(&review)
                ));
            }
        }
        if !by_structure_too && holds(&review(&page(UNHEARD_OF), &any_day())) {
            wrong.push(format!("{concept} makes no difference"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_methods_label_is_a_row_in_every_language() {
    are_heard(methods());
}

#[test]
fn every_label_around_an_admins_lists_is_heard_in_every_language() {
    are_heard(lists_of_an_admin());
}

#[test]
fn every_label_of_an_admins_action_is_heard_in_every_language() {
    are_heard(actions_of_an_admin());
}

#[test]
fn every_label_of_the_per_user_pages_and_the_report_is_heard_in_every_language() {
    are_heard(per_user_pages());
}

#[test]
fn every_label_of_a_deletion_an_addition_or_the_default_is_heard_in_every_language() {
    are_heard(deletions_and_the_default());
}

#[test]
fn email_is_warned_of_in_every_language_in_which_a_picker_is_known() {
    are_heard(pickers());
}

#[test]
fn a_phone_field_is_known_by_its_labels_in_every_language() {
    are_heard(phone_fields());
}

#[test]
fn every_label_of_a_personal_account_is_heard_in_every_language() {
    are_heard(personal_accounts());
}

#[test]
fn no_confirmed_label_is_left_without_a_page() {
    let heard: BTreeSet<&str> = [
        methods(),
        lists_of_an_admin(),
        actions_of_an_admin(),
        per_user_pages(),
        deletions_and_the_default(),
        pickers(),
        phone_fields(),
        personal_accounts(),
    ]
    .iter()
    .flatten()
    .map(|it| it.concept)
    .collect();
    let labels = confirmed();
    let confirmed: BTreeSet<&str> = labels.iter().map(|it| it.concept.as_str()).collect();
    let language_alone: BTreeSet<&str> = OF_THE_LANGUAGE_ALONE.iter().copied().collect();
    let known: BTreeSet<&str> = heard.union(&language_alone).copied().collect();
    assert_eq!(confirmed.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new(), "no page");
    assert_eq!(known.difference(&confirmed).collect::<Vec<_>>(), Vec::<&&str>::new(), "no label");
    assert_eq!(
        heard.intersection(&language_alone).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "both"
    );
}

/// A page that claims another language than its labels are in, as Security info does in every one.
#[test]
fn a_label_tells_the_language_of_its_page_in_every_language() {
    let mut told = 0;
    for label in confirmed() {
        let meaning = meanings(&label.text).iter().max_by_key(|it| it.languages.len()).unwrap();
        let shared = meaning.languages;
        // What is the same in English and elsewhere says nothing of either.
        if shared.len() > 1 && shared.contains(&Language::En) {
            continue;
        }
        // Among languages that share the label the page's own claim decides.
        let claims = if shared.len() == 1 { "xx" } else { label.language.as_str() };
        let mut page = tab(SECURITY_INFO, text(&label.text));
        claims.clone_into(&mut page.frames[0].snapshot.language);
        let language = review(&page, &any_day()).frames[0].language.clone();
        assert_eq!(language.as_deref(), Some(label.language.as_str()), "{}", label.text);
        told += 1;
    }
    assert!(told > 400, "{told}");
}

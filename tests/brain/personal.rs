//! Personal accounts: another system with other rules. Email counts, and nothing of what is said of
//! work accounts is said here.

use crate::describe::{
    Element, PERSONAL, any_day, around, button, combobox, element, findings, heading, said_on, tab,
    text, textbox,
};
use sparekey::{
    page::snapshot::{Role, State, Tab},
    review::review,
};

const TEXT: (&str, &str) = ("Text a code", "+1 *******00");
const EMAIL: (&str, &str) = ("Email a code", "ro*****@example.com");
const APP: (&str, &str) = ("Send sign-in notification", "Pixel 9");
const PASSWORD: (&str, &str) = ("Enter password", "Changed a year ago");
const NONE: &[&str] = &[];

fn page(rows: &[(&str, &str)], with: impl IntoIterator<Item = Element>) -> Tab {
    let rows = rows.iter().map(|(label, detail)| {
        let action = if *label == "Enter password" { "Change password" } else { "Remove" };
        element(Role::ListItem, "").with([text(label), text(detail), button(action)])
    });
    let list = element(Role::List, "").with(rows);
    tab(PERSONAL, element(Role::Main, "").with([heading("Security"), list].into_iter().chain(with)))
}

#[test]
fn one_proof_is_too_few_and_email_is_one() {
    for (rows, said) in [
        (&[TEXT, PASSWORD] as &[_], vec!["fewer-than-two-proofs"]),
        (&[EMAIL], vec!["fewer-than-two-proofs"]),
        (&[APP, PASSWORD], vec!["fewer-than-two-proofs"]),
        (&[PASSWORD], vec!["fewer-than-two-proofs.none"]),
        (&[TEXT, EMAIL, PASSWORD], vec![]),
        (&[EMAIL, APP], vec![]),
        (&[TEXT, ("Retina scan", "Left eye")], vec![]),
        (&[], vec![]),
    ] {
        assert_eq!(said_on(&page(rows, []), &any_day()), said, "{rows:?}");
    }
}

#[test]
fn two_numbers_or_addresses_may_be_an_old_one_and_a_new_one() {
    let second_number = ("Text a code", "+44 *******123");
    let second_address = ("Email a code", "ol*****@example.net");
    assert_eq!(said_on(&page(&[TEXT, second_number, EMAIL], []), &any_day()), ["old-proofs"]);
    assert_eq!(
        said_on(&page(&[TEXT, second_number], []), &any_day()),
        ["fewer-than-two-proofs.phones-only", "old-proofs"]
    );
    assert_eq!(said_on(&page(&[EMAIL, second_address, APP], []), &any_day()), ["old-proofs"]);
}

#[test]
fn a_recovery_code_is_to_be_printed_when_it_is_made() {
    let code = || button("Generate a new code");
    assert_eq!(
        said_on(&page(&[TEXT, EMAIL], [heading("Recovery code"), code()]), &any_day()),
        NONE
    );
    let pressed = page(&[TEXT, EMAIL], [code().state(State::Focused)]);
    assert_eq!(said_on(&pressed, &any_day()), ["recovery-code"]);
}

/// Rows as buttons that unfold.
fn folded(open: Option<usize>) -> Tab {
    let rows =
        [("Phone", "+1 *******00", "Text a code"), ("Email", "ro@x.example", "Email a code")];
    let rows = rows.iter().enumerate().map(|(index, (label, detail, about))| {
        let head = button(&format!("{label} {detail}")).with([text(label), text(detail)]);
        if open == Some(index) {
            let more = around([text(about), button("Remove")]);
            around([head.state(State::Expanded), more])
        } else {
            around([head])
        }
    });
    tab(PERSONAL, element(Role::Main, "").with([around(rows)]))
}

#[test]
fn a_row_that_is_unfolded_is_still_one() {
    for open in [None, Some(0), Some(1)] {
        assert_eq!(said_on(&folded(open), &any_day()), NONE, "{open:?}");
    }
}

#[test]
fn while_all_proofs_are_being_replaced_the_wait_is_explained() {
    let waiting = || text("Will be removed in 30 days");
    let said = said_on(&page(&[TEXT, EMAIL], [waiting()]), &any_day());
    assert_eq!(said, ["thirty-day-wait.waiting"]);
    // The old ones are what cancels it, so nobody is to remove them.
    let second_address = ("Email a code", "ol*****@example.net");
    let said = said_on(&page(&[TEXT, EMAIL, second_address], [waiting()]), &any_day());
    assert_eq!(said, ["thirty-day-wait.waiting"]);
}

#[test]
fn giving_up_all_proofs_by_a_radio_button_starts_a_wait() {
    let none = element(Role::Radio, "I don't have any of these");
    let page = |none| {
        tab("https://account.live.com/proofs/Verify", element(Role::RadioGroup, "").with([none]))
    };
    assert_eq!(said_on(&page(none.clone()), &any_day()), NONE);
    let said = said_on(&page(none.state(State::Checked)), &any_day());
    assert_eq!(said, ["thirty-day-wait.none-left"]);
}

#[test]
fn removing_the_last_proof_starts_a_wait() {
    let dialog = || element(Role::Dialog, "").with([heading("Remove"), button("Cancel")]);
    let said = |rows: &[(&str, &str)], with: Element| {
        let mut said = said_on(&page(rows, [with]), &any_day());
        said.retain(|it| it.starts_with("thirty-day-wait"));
        said
    };
    assert_eq!(said(&[TEXT, PASSWORD], dialog()), ["thirty-day-wait.last-proof"]);
    assert_eq!(said(&[TEXT, EMAIL], dialog()), NONE);
    let gone = button("I don't have any of these");
    assert_eq!(
        said(&[TEXT, EMAIL], gone.clone().state(State::Focused)),
        ["thirty-day-wait.none-left"]
    );
    assert_eq!(said(&[TEXT, EMAIL], gone), NONE, "not in hand");
}

#[test]
fn email_is_a_valid_proof() {
    let picker = combobox("How can we reach you?", "Email");
    assert_eq!(said_on(&page(&[TEXT, EMAIL], [picker]), &any_day()), NONE);
}

#[test]
fn the_catalog_of_work_methods_is_not_shown() {
    assert!(review(&page(&[TEXT, EMAIL], []), &any_day()).methods.is_empty());
}

/// The native controls of `/proofs/Add`: the option's value is the region's code.
fn add(region: &str, country: &str, typed: &str) -> Tab {
    let mut option = element(Role::Option, country).value(region).state(State::Selected);
    option.node.id = 0;
    let mut select = combobox("", country).with([option]);
    "DisplayPhoneCountryISO".clone_into(&mut select.node.dom_id);
    let mut field = textbox("", typed).input_type("tel");
    "DisplayPhoneNumber".clone_into(&mut field.node.dom_id);
    tab("https://account.live.com/proofs/Add", element(Role::Main, "").with([select, field]))
}

#[test]
fn the_country_is_read_from_the_native_selector() {
    for (region, country, typed, said) in [
        ("JP", "日本", "9012345678", vec![]),
        ("JP", "Japan (‎+81)", "090-1234-5678", vec!["trunk-zero"]),
        ("JP", "日本", "+81 9012345678", vec!["country-code-twice"]),
        ("JP", "日本", "90123", vec!["wrong-length.too-short"]),
        ("CA", "Canada", "416 555 0123", vec![]),
        ("", "日本", "0901234", vec![]),
        ("XX", "Nowhere", "0901234", vec![]),
    ] {
        let mut found = said_on(&add(region, country, typed), &any_day());
        found.retain(|it| it != "not-assigned");
        assert_eq!(found, said, "{country} {typed}");
    }
}

#[test]
fn what_an_organization_decides_does_not_bind_a_personal_account() {
    let mut context = any_day();
    context.policy.allowed_regions = vec!["JP".to_owned()];
    let page = add("TH", "Thailand", "812345678");
    assert!(findings(&page, &context).is_empty(), "neither its countries nor its opt-ins");
}

#[test]
fn a_code_is_no_phone_number() {
    let mut code = textbox("Enter the code we sent you", "").input_type("tel").placeholder("Code");
    "iOttText".clone_into(&mut code.node.dom_id);
    let page = tab("https://account.live.com/proofs/Verify", around([code]));
    assert_eq!(said_on(&page, &any_day()), NONE);
}

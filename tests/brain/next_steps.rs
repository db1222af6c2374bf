//! What is most worth doing next, for lists of every kind.

use crate::describe::{
    LEGACY_PROOFUP, REGISTER, SECURITY_INFO, admin_lists, any_day, around, findings, portal, tab,
    textbox, user_list,
};
use sparekey::{
    context::Context,
    finding::ParamValue,
    methods::Method,
    page::snapshot::Tab,
    review::review,
    rules::NextStep::{self, *},
};
use std::collections::BTreeSet;

type Row = (&'static str, &'static str);

const PHONE: Row = ("Phone", "+81 9012345678");
const OFFICE: Row = ("Office phone", "+81 312345678");
const APP: Row = ("Microsoft Authenticator", "Pixel 9");
const CODES: Row = ("Authenticator app", "Pixel 9");
const PASSKEY: Row = ("Passkey", "iCloud Keychain");
const PASSKEY_IN_APP: Row = ("Passkey in Microsoft Authenticator", "Pixel 9");
const KEY: Row = ("Security key", "YubiKey");
const HELLO: Row = ("Windows Hello for Business", "LAPTOP-1");
const OTHER_HELLO: Row = ("Windows Hello for Business", "LAPTOP-2");
const EXTERNAL: Row = ("External authentication methods", "Duo");
const TOKEN: Row = ("Hardware token", "1234");
const PASS: Row = ("Temporary Access Pass", "");
const EMAIL: Row = ("Email", "a@contoso.example");

fn step(tab: &Tab, context: &Context) -> Option<NextStep> {
    review(tab, context).next_step
}

fn of_user(rows: &[Row]) -> Option<NextStep> {
    step(&tab(SECURITY_INFO, user_list(rows)), &any_day())
}

fn of_admin(rows: &[Row]) -> Option<NextStep> {
    step(&portal(admin_lists(rows, &[])), &any_day())
}

#[test]
fn the_next_step_follows_from_what_there_is() {
    let passkey = "passkey";
    let security_key = "security-key";
    let (off_phone, off_computer) = ("off-phone", "off-computer");
    for (rows, expected) in [
        (&[EMAIL] as &[Row], AddFirst { method: passkey }),
        (&[PASS], UsePass { method: passkey }),
        (&[PASS, EMAIL], UsePass { method: passkey }),
        (&[PHONE], ReplaceTelephony { method: off_phone }),
        (&[PHONE, OFFICE], ReplaceTelephony { method: off_phone }),
        (&[PHONE, PASS], ReplaceTelephony { method: off_phone }),
        (&[PHONE, APP], ReplaceTelephony { method: off_phone }),
        (&[PHONE, PASSKEY], ReplaceTelephony { method: security_key }),
        (&[APP], AddSecond { method: off_phone }),
        (&[APP, PASS], AddSecond { method: off_phone }),
        (&[PASSKEY], AddSecond { method: security_key }),
        (&[PASSKEY_IN_APP, EMAIL], AddSecond { method: off_phone }),
        (&[HELLO], AddSecond { method: off_computer }),
        (&[APP, PASSKEY_IN_APP], AddElsewhere { method: off_phone }),
        (&[APP, PASSKEY_IN_APP, PHONE], AddElsewhere { method: off_phone }),
        (&[APP, TOKEN], AddPhishingResistant { method: passkey }),
        (&[APP, TOKEN, PHONE], AddPhishingResistant { method: passkey }),
        (&[HELLO, OTHER_HELLO], AddSecond { method: off_computer }),
        (&[APP, EXTERNAL], AddPhishingResistant { method: security_key }),
        (&[APP, KEY], Nothing),
        (&[APP, PASSKEY, KEY, PHONE, EMAIL, PASS], Nothing),
        (&[HELLO, KEY], Nothing),
        (&[HELLO, APP], Nothing),
    ] {
        assert_eq!(of_user(rows), Some(expected), "{rows:?}");
    }
    // A passkey may be on any of the devices that the others are on.
    for rows in [&[APP, PASSKEY] as &[Row], &[PASSKEY, KEY], &[PASSKEY, KEY, PHONE, EMAIL, PASS]] {
        assert_eq!(of_user(rows), None, "{rows:?}");
    }
    assert_eq!(of_user(&[APP, CODES]), Some(AddSecond { method: off_phone }), "one app, two rows");
}

#[test]
fn an_admin_issues_a_pass_where_the_person_has_nothing_and_is_told_the_same_otherwise() {
    assert_eq!(of_admin(&[EMAIL]), Some(IssuePass { method: "passkey" }));
    assert_eq!(of_admin(&[APP]), Some(AddSecond { method: "off-phone" }));
    assert_eq!(of_admin(&[KEY, APP]), Some(Nothing));
}

#[test]
fn a_method_that_cannot_be_used_is_no_way_in() {
    let tab = portal(admin_lists(&[APP], &[PASSKEY, KEY]));
    assert_eq!(step(&tab, &any_day()), Some(AddSecond { method: "off-phone" }));
}

#[test]
fn texts_and_calls_that_do_not_end_are_ways_in() {
    let mut context = any_day();
    context.policy.telecom_provider_configured = true;
    let of = |rows| step(&tab(SECURITY_INFO, user_list(rows)), &context);
    assert_eq!(of(&[PHONE]), Some(AddSecond { method: "off-phone" }));
    assert_eq!(of(&[PHONE, APP]), Some(AddElsewhere { method: "off-phone" }));
    assert_eq!(of(&[PHONE, KEY]), Some(Nothing));
    assert_eq!(of(&[PHONE, PASSKEY]), None);
    let other_cloud = tab("https://mysignins.azure.us/security-info", user_list(&[PHONE, KEY]));
    assert_eq!(step(&other_cloud, &any_day()), Some(Nothing));
}

#[test]
fn silence_does_not_change_the_next_step() {
    let mut context = any_day();
    context.policy.switched_off = true;
    context.settings.silenced_rules = vec!["single-method".to_owned()];
    let tab = tab(SECURITY_INFO, user_list(&[APP]));
    assert_eq!(step(&tab, &context), Some(AddSecond { method: "off-phone" }));
}

#[test]
fn while_something_typed_stops_it_is_to_be_put_right_first() {
    let keys = [("Microsoft Authenticator", "Pixel 9"), ("Security key", "Red")];
    let typing = |address: &str, text: &str| {
        let rows = if address == SECURITY_INFO { user_list(&keys) } else { around([]) };
        tab(address, around([rows, around([textbox("Phone number", text)])]))
    };
    for address in [SECURITY_INFO, REGISTER, LEGACY_PROOFUP, "https://account.live.com/proofs/Add"]
    {
        let after = step(&typing(address, "+81 9012345678"), &any_day());
        assert_eq!(after, (address == SECURITY_INFO).then_some(Nothing), "{address}");
        let page = typing(address, "+81 90123");
        assert_eq!(step(&page, &any_day()), Some(PutRight), "{address}");
        let mut silenced = any_day();
        silenced.policy.switched_off = true;
        assert_eq!(step(&page, &silenced), after, "{address}: nothing is said of it");
    }
    let pane = around([admin_lists(&keys, &[]), textbox("Phone number", "090-1234-5678")]);
    assert_eq!(step(&portal(pane), &any_day()), Some(PutRight));
}

#[test]
fn of_a_list_that_is_not_wholly_known_no_step_is_told() {
    assert_eq!(of_user(&[PHONE, ("Retinal scan", "left eye")]), None);
    assert_eq!(of_user(&[]), None);
}

/// The keys of the English texts; that other languages have the same is tested where they are.
fn texts() -> Vec<String> {
    let messages: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap();
    messages.keys().cloned().collect()
}

fn has_text(key: &str) {
    let key = key.replace('-', "_");
    assert!(texts().contains(&key), "no text {key}");
}

#[test]
fn every_step_has_its_words_for_whoever_gets_it() {
    for rows in [
        &[EMAIL] as &[Row],
        &[PASS],
        &[PHONE],
        &[APP],
        &[APP, PASSKEY_IN_APP],
        &[APP, TOKEN],
        &[APP, KEY],
    ] {
        for (audience, step) in [("user", of_user(rows)), ("admin", of_admin(rows))] {
            let step = serde_json::to_value(step.unwrap()).unwrap();
            has_text(&format!("next_step_put_right_{audience}"));
            has_text(&format!("next_step_{}_{audience}", step["step"].as_str().unwrap()));
        }
    }
}

#[test]
fn every_method_and_what_it_is_worth_has_its_words() {
    for method in Method::ALL {
        has_text(&format!("method_name_{}", method.id()));
        has_text(&format!("method_{}", method.id()));
    }
    let every_method = Method::ALL.iter().map(|method| method.worth());
    for worth in every_method {
        let worth = serde_json::to_value(worth).unwrap();
        has_text(&format!("worth_{}", worth.as_str().unwrap()));
    }
}

#[test]
fn the_next_step_and_the_strip_at_the_list_say_one_thing() {
    let rows = [PHONE, OFFICE, APP, CODES, PASSKEY, PASSKEY_IN_APP, KEY, HELLO, TOKEN, PASS, EMAIL];
    let mut lists: Vec<Vec<Row>> = rows.iter().map(|row| vec![*row]).collect();
    for one in 0..rows.len() {
        for other in one + 1..rows.len() {
            lists.push(vec![rows[one], rows[other]]);
            lists
                .extend(rows[other + 1..].iter().map(|third| vec![rows[one], rows[other], *third]));
        }
    }
    let mut telecom = any_day();
    telecom.policy.telecom_provider_configured = true;
    for (list, context) in
        lists.iter().flat_map(|list| [(list, any_day()), (list, telecom.clone())])
    {
        let tab = tab(SECURITY_INFO, user_list(list));
        let said: BTreeSet<&str> = findings(&tab, &context).iter().map(|it| it.rule).collect();
        let speaks = |rule: &str| said.contains(rule);
        let at_the_list = ["no-mfa-method", "single-method", "same-phone", "phone-only"];
        let Some(step) = step(&tab, &context) else {
            assert!(!at_the_list.iter().any(|it| speaks(it)), "{list:?} {said:?}");
            continue;
        };
        let advised = |step: NextStep| {
            let step = serde_json::to_value(step).unwrap();
            step["method"].as_str().map(str::to_owned)
        };
        for card in findings(&tab, &context) {
            let second = card.params.iter().find(|param| param.name == "second");
            let Some(ParamValue::Method { method }) = second.map(|it| &it.value) else { continue };
            assert_eq!(advised(step).as_deref(), Some(*method), "{list:?} {}", card.rule);
        }
        match step {
            PutRight => panic!("nothing is typed: {list:?}"),
            AddFirst { .. } | IssuePass { .. } => assert!(speaks("no-mfa-method"), "{list:?}"),
            UsePass { .. } | AddSecond { .. } => assert!(speaks("single-method"), "{list:?}"),
            AddElsewhere { .. } => {
                // At the list a desk phone still counts, for as long as it rings.
                assert!(speaks("same-phone") || list.contains(&OFFICE), "{list:?} {said:?}");
            }
            AddPhishingResistant { .. } => {
                let of_phones = speaks("phone-only") || speaks("same-phone");
                assert!(speaks("not-phishing-resistant") || of_phones, "{list:?} {said:?}");
            }
            // That texts and calls end is told in the popup before it is told at the list.
            ReplaceTelephony { .. } => {}
            Nothing => assert!(!at_the_list.iter().any(|it| speaks(it)), "{list:?} {said:?}"),
        }
    }
}

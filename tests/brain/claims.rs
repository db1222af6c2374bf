//! What must never be said of a list, whatever is in it: a simple statement of what is true, held
//! against what the rules say of every list of up to three rows.

use crate::describe::{SECURITY_INFO, on, said, tab, user_list};
use sparekey::{
    methods::Worth,
    review::{Silence, review},
    rules::NextStep,
};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Microsoft sends it over the telephone network.
    Telephony,
    Phishable,
    Resistant,
    /// It answers a prompt until it expires.
    Pass,
    NotMfa,
}
use Kind::*;

/// Label, detail, kind, and where it surely is.
type Row = (&'static str, &'static str, Kind, Option<&'static str>);

const ROWS: [Row; 17] = [
    ("Phone", "+81 9012345678", Telephony, None),
    ("Office phone", "+81 312345678", Telephony, None),
    ("Microsoft Authenticator", "iPhone 15", Phishable, Some("apple")),
    ("Microsoft Authenticator", "Pixel 9", Phishable, Some("android")),
    ("Microsoft Authenticator", "Robin", Phishable, None),
    ("Passkey in Microsoft Authenticator", "Authenticator - iOS", Resistant, Some("apple")),
    ("Passkey in Microsoft Authenticator", "Authenticator - Android", Resistant, Some("android")),
    ("Passkey", "Authenticator – iOS", Resistant, Some("apple")),
    ("Passkey", "iCloud Keychain", Resistant, None),
    ("Security key", "YubiKey", Resistant, Some("key")),
    ("Hardware token", "1234", Phishable, Some("token")),
    ("Windows Hello for Business", "LAPTOP-1", Resistant, Some("computer")),
    ("Windows Hello for Business", "LAPTOP-2", Resistant, Some("computer")),
    ("External authentication methods", "Duo", Phishable, None),
    ("Temporary Access Pass", "", Pass, None),
    ("Email", "a@contoso.example", NotMfa, None),
    ("Password", "Last updated: a year ago", NotMfa, None),
];

fn lists() -> Vec<Vec<Row>> {
    let mut lists = Vec::new();
    for (position, one) in ROWS.iter().enumerate() {
        lists.push(vec![*one]);
        let rest = &ROWS[position + 1..];
        for (position, two) in rest.iter().enumerate() {
            lists.push(vec![*one, *two]);
            lists.extend(rest[position + 1..].iter().map(|three| vec![*one, *two, *three]));
        }
    }
    lists
}

const US_GOV: &str = "https://mysignins.azure.us/security-info";

#[test]
fn nothing_is_claimed_that_the_rows_do_not_bear_out() {
    let lists = lists();
    assert!(lists.len() >= 800);
    let mut wrong = Vec::new();
    for (address, day) in [
        (SECURITY_INFO, ""),
        (SECURITY_INFO, "2026-11-21"),
        (SECURITY_INFO, "2027-01-31"),
        (SECURITY_INFO, "2027-02-01"),
        (SECURITY_INFO, "2028-01-01"),
        (US_GOV, "2027-02-01"),
    ] {
        let ends = address == SECURITY_INFO;
        let has_ended = ends && day >= "2027-02-01";
        for list in &lists {
            let rows: Vec<(&str, &str)> = list.iter().map(|it| (it.0, it.1)).collect();
            let review = review(&tab(address, user_list(&rows)), &on(day));
            let said = said(&review);
            let says = |rule: &str| said.iter().any(|it| it == rule);
            let mut fails = |what: &str| {
                wrong.push(format!("{day} {rows:?}: {what}; {said:?} {:?}", review.next_step));
            };
            let counts = |it: &&Row| match it.2 {
                Telephony => !has_ended,
                Phishable | Resistant => true,
                Pass | NotMfa => false,
            };
            let ways: Vec<&Row> = list.iter().filter(counts).collect();
            let places =
                |rows: &[&Row]| -> BTreeSet<&str> { rows.iter().filter_map(|it| it.3).collect() };

            let all_clear = review.next_step == Some(NextStep::Nothing);
            let lasting: Vec<&Row> =
                ways.iter().copied().filter(|it| it.2 != Telephony || !ends).collect();
            // Where texts go on, the number is on a phone, whichever: one of two places, together
            // with one that is on no phone.
            let with_phone = lasting.iter().any(|it| it.0 == "Phone");
            let known = places(&lasting);
            let no_phone = known.iter().any(|it| ["key", "token", "computer"].contains(it));
            let robin = lasting.iter().any(|it| it.1 == "Robin");
            let office = lasting.iter().any(|it| it.0 == "Office phone");
            let two = known.len() >= 2 || ((with_phone || robin || office) && no_phone);
            if all_clear && (!two || lasting.iter().all(|it| it.2 != Resistant)) {
                fails("an all-clear without two known places");
            }
            if review.silence == Some(Silence::NothingWrong) && !all_clear {
                fails("nothing wrong, and yet something to do");
            }

            if says("single-method") && ways.len() > 1 {
                fails("one way in, of several");
            }
            let passes = list.iter().filter(|it| it.2 == Pass).count();
            if ways.len() == 1 && !says("single-method") {
                fails("one way in, and nothing is said");
            }
            if ways.is_empty() && passes == 0 && !says("no-mfa-method") && !says("phone-only.after")
            {
                fails("no way in, and nothing is said");
            }
            if says("no-mfa-method") && list.iter().any(|it| it.2 != NotMfa) {
                fails("no method, of some");
            }
            let on_computers = ways.iter().all(|it| it.3 == Some("computer"));
            if says("single-method.one-computer-only") != (ways.len() > 1 && on_computers) {
                fails("computers alone");
            }

            if says("same-phone.one-device") && (places(&ways).len() > 1 || ways.len() < 2) {
                fails("one device, of two");
            }
            let is_apple = |it: &&Row| it.3 == Some("apple");
            if ways.len() > 1 && ways.iter().all(is_apple) && !says("same-phone.one-device") {
                fails("all on one phone, and nothing is said");
            }

            if says("not-phishing-resistant") && ways.iter().any(|it| it.2 == Resistant) {
                fails("all can be phished, of some");
            }
            let worth =
                |it: (&Row, Worth)| it.0.2 == Telephony && (it.1 == Worth::NotCounted) != has_ended;
            if list.iter().zip(review.methods.iter().map(|it| it.worth)).any(worth) {
                fails("what a phone is worth");
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong[..wrong.len().min(30)].join("\n"));
}

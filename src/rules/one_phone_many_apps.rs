//! A second phone for MFA, where an app on it serves better than its number.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{Audience, ParamValue, Severity},
    methods::Method,
    page::reading::{Evidence, PhoneSlot},
};

pub(super) const RULE: Rule = Rule {
    id: "one-phone-many-apps",
    severity: Severity::Tip,
    rationale: "There is one number of each kind, while up to five Authenticator apps can be \
                registered.",
    source: sources::SECURITY_INFO,
    texts: &[
        Text { variant: Some("taken"), params: &["method"] },
        Text { variant: Some("alternate"), params: &[] },
    ],
    check,
};

/// The step that follows the picker is also the one that changes a number.
const IN_PICKER: &[Evidence] =
    &[Evidence::MethodChosen, Evidence::PickerLabel, Evidence::PickerTestId];

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let picked = case.picked().filter(|picked| picked.method.is_telephony())?;
    // The admin's picker says "Phone number" for every kind; the kind is chosen beside the field.
    let field = case.reading.phone_fields.iter().find(|field| field.slot.is_some());
    let wanted = match field.and_then(|field| field.slot) {
        Some(PhoneSlot::Mobile) => Method::MobilePhone,
        Some(PhoneSlot::AlternateMobile) => Method::AlternatePhone,
        Some(PhoneSlot::Office) => Method::OfficePhone,
        None if case.shown.place.audience() == Audience::User => picked.method,
        None => return None,
    };
    let list = case.registered?;
    let has = |method: Method| list.usable().any(|row| row.method == method);
    let at = |node| Said::at_choice(node, Severity::Tip);
    let kind_chosen_at = field.and_then(|field| field.phone_type).unwrap_or(picked.node);
    let in_picker = picked.evidence.iter().any(|it| IN_PICKER.contains(it));
    if has(wanted) {
        let method = ParamValue::Method { method: wanted.id() };
        return in_picker.then(|| at(picked.node).variant("taken").with("method", method));
    }
    (wanted == Method::AlternatePhone && has(Method::MobilePhone))
        .then(|| at(kind_chosen_at).variant("alternate"))
}

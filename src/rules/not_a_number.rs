//! What stands in the field is no phone number.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::Severity,
    phone::{Fault, NotANumber},
};

pub(super) const RULE: Rule = Rule {
    id: "not-a-number",
    severity: Severity::Stop,
    rationale: "Microsoft would send the code nowhere.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: Some("letters"), params: &[] },
        Text { variant: Some("email-address"), params: &[] },
        Text { variant: Some("too-much-text"), params: &[] },
        Text { variant: Some("no-digits"), params: &[] },
        Text { variant: Some("other-characters"), params: &[] },
        Text { variant: Some("several-numbers"), params: &[] },
        Text { variant: Some("unknown-calling-code"), params: &[] },
        Text { variant: Some("emergency-number"), params: &[] },
        Text { variant: Some("short-number"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::NotANumber(why) => Some(typed.say(Severity::Stop).variant(match why {
            NotANumber::Letters => "letters",
            NotANumber::EmailAddress => "email-address",
            NotANumber::TooMuchText => "too-much-text",
            NotANumber::NoDigits => "no-digits",
            NotANumber::OtherCharacters => "other-characters",
            NotANumber::SeveralNumbers => "several-numbers",
            NotANumber::UnknownCallingCode => "unknown-calling-code",
            NotANumber::EmergencyNumber => "emergency-number",
            NotANumber::ShortNumber => "short-number",
        })),
        _ => None,
    })
}

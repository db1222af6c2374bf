//! The digits that are dialed before a call abroad, in place of the plus.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::Fault,
};

pub(super) const RULE: Rule = Rule {
    id: "international-prefix",
    severity: Severity::Stop,
    rationale: "The prefix differs from country to country; only the plus is understood everywhere.",
    source: sources::NUMBERING_PLANS,
    texts: &[Text { variant: None, params: &["prefix"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::InternationalPrefix { digits } => {
            let prefix = first_digits(&typed.field.typed, *digits);
            Some(typed.say(Severity::Stop).with("prefix", ParamValue::Text { text: prefix }))
        }
        _ => None,
    })
}

/// As they were typed, so that the reader finds them again.
fn first_digits(typed: &str, count: usize) -> String {
    typed.chars().filter(|character| character.is_numeric()).take(count).collect()
}

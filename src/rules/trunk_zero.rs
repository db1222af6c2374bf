//! The digit that is dialed inside the country only, after the calling code.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::Fault,
};

pub(super) const RULE: Rule = Rule {
    id: "trunk-zero",
    severity: Severity::Stop,
    rationale: "Behind the calling code the trunk prefix makes another number, or none; whether a \
                zero is one is for the country's numbering plan to say.",
    source: sources::NUMBERING_PLANS,
    texts: &[Text { variant: None, params: &["digit", "country"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::TrunkZero { prefix } => Some(
            typed
                .say(Severity::Stop)
                .with("digit", ParamValue::Text { text: prefix.to_string() })
                .with("country", judged_field::region(typed.region()?)),
        ),
        _ => None,
    })
}

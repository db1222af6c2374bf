//! Digits that are not ASCII: full-width ones from an input method, or another script's.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "fullwidth-digits",
    severity: Severity::Stop,
    rationale: "They look like digits, but systems that compare characters do not take them.",
    source: sources::PHONE_OPTIONS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| {
        matches!(fault, Fault::NonAsciiDigits).then(|| typed.say(Severity::Stop))
    })
}

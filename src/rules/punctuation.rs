//! Dashes, dots, brackets or spaces inside the number.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "punctuation",
    severity: Severity::Stop,
    rationale: "The documented form is the calling code, one space, and digits only.",
    source: sources::PHONE_OPTIONS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| {
        matches!(fault, Fault::Punctuation)
            .then(|| typed.say(judged_field::severity_of_form(case.shown.place)))
    })
}

//! The selector says one country, the number another.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "country-mismatch",
    severity: Severity::Warn,
    rationale: "Only the person knows which of the two is meant.",
    source: sources::PHONE_OPTIONS,
    texts: &[Text { variant: None, params: &["selected", "typed"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    typed::faults(case, |field, fault| match fault {
        Fault::CountryMismatch { selected, typed } => Some(
            field
                .say(Severity::Warn)
                .with("selected", typed::code(*selected))
                .with("typed", typed::code(*typed)),
        ),
        _ => None,
    })
}

//! A number outside the countries that the organization allows.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "country-not-allowed",
    severity: Severity::Stop,
    rationale: "The organization has decided which countries' numbers may be registered.",
    source: sources::METHODS_POLICY,
    texts: &[Text { variant: None, params: &["country"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.typed
        .iter()
        .filter_map(|typed| {
            let region = typed.refused?;
            Some(typed.remark(Severity::Stop).with("country", judged_field::region(region)))
        })
        .collect()
}

//! Nothing in the list answers an MFA prompt.

use super::{Case, Rule, Said, Text, sources, ways::Ways};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "no-mfa-method",
    severity: Severity::Stop,
    rationale: "Email, security questions, passwords and app passwords do not answer an MFA prompt.",
    source: sources::METHODS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    Ways::in_list_of(case)
        .filter(|ways| ways.counting.is_empty())
        .map(|ways| Said::at_list(ways.list, Severity::Stop))
        .into_iter()
        .collect()
}

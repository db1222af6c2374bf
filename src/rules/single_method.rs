//! Exactly one way in.

use super::{Case, Rule, Said, Text, sources, ways::Ways};
use crate::finding::{ParamValue, Severity};

pub(super) const RULE: Rule = Rule {
    id: "single-method",
    severity: Severity::Warn,
    rationale: "Whoever loses the only method is locked out; a second one is set up in minutes \
                before, in days after.",
    source: sources::METHODS,
    texts: &[Text { variant: None, params: &["method", "second"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    Ways::in_list_of(case)
        .map(Ways::relied_on)
        .filter(|ways| ways.is_single())
        .and_then(|ways| {
            let only = ways.counting.first()?.method;
            Some(
                Said::at_list(ways.list, Severity::Warn)
                    .with("method", ParamValue::Method { method: only.id() })
                    .with("second", ParamValue::Method { method: only.facts().best_second.id() }),
            )
        })
        .into_iter()
        .collect()
}

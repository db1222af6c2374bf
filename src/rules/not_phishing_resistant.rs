//! Several ways in, and each can be tricked out of its owner by a copied sign-in page.

use super::{Case, Rule, Said, Text, phone_only, sources, ways::Ways};
use crate::{
    finding::{ParamValue, Severity},
    methods::Method,
};

pub(super) const RULE: Rule = Rule {
    id: "not-phishing-resistant",
    severity: Severity::Tip,
    rationale: "Codes and notifications can be given to a sign-in page that is not \
                Microsoft's; a passkey cannot.",
    source: sources::METHODS,
    texts: &[Text { variant: None, params: &["second"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    Ways::in_list_of(case)
        .map(Ways::relied_on)
        .filter(|ways| {
            ways.at_most >= 2 && ways.counting.iter().all(|row| is_phishable(row.method))
        })
        // Those say already that a passkey or a security key is missing.
        .filter(|ways| ways.shared_phone().is_none() && !phone_only::holds(case, ways))
        .map(|ways| {
            Said::at_list(ways.list, Severity::Tip)
                .with("second", ParamValue::Method { method: Method::Passkey.id() })
        })
        .into_iter()
        .collect()
}

/// What another provider does is not known.
pub(super) fn is_phishable(method: Method) -> bool {
    !method.facts().phishing_resistant && method != Method::ExternalMfa
}

//! A personal account that can be reached in one way only.

use super::{Case, Rule, Said, Text, sources};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    id: "fewer-than-two-proofs",
    severity: Severity::Warn,
    rationale: "If the only proof is lost, the account is out of reach for 30 days, or for \
                good.",
    source: sources::PERSONAL_PROOFS,
    texts: &[Text { variant: None, params: &[] }, Text { variant: Some("none"), params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.proofs()
        .filter(|proofs| proofs.list.complete && proofs.rows.len() < 2 && !proofs.has_unknown)
        .map(|proofs| {
            let said = Said::at_list(proofs.list, Severity::Warn);
            if proofs.rows.is_empty() { said.variant("none") } else { said }
        })
        .into_iter()
        .collect()
}

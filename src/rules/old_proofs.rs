//! Several numbers or addresses of one kind, some of which may be gone.

use super::{Case, Rule, Said, Text, sources, ways::Proofs};
use crate::{finding::Severity, methods::Method};

pub(super) const RULE: Rule = Rule {
    id: "old-proofs",
    severity: Severity::Tip,
    rationale: "A code that goes to an old number can be read by whoever has that number \
                now.",
    source: sources::PERSONAL_PROOFS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let several = |proofs: &Proofs<'_>, method: Method| {
        proofs.rows.iter().filter(|row| row.method == method).count() >= 2
    };
    case.proofs()
        .filter(|proofs| {
            [Method::MobilePhone, Method::Email].iter().any(|method| several(proofs, *method))
        })
        .map(|proofs| Said::at_list(proofs.list, Severity::Tip))
        .into_iter()
        .collect()
}

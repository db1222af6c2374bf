//! Every proof of a personal account is about to go, or is being replaced.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    page::reading::{Act, Says},
};

pub(super) const RULE: Rule = Rule {
    id: "thirty-day-wait",
    severity: Severity::Warn,
    rationale: "When all proofs are replaced, Microsoft waits 30 days before the new ones \
                count.",
    source: sources::THIRTY_DAYS,
    texts: &[
        Text { variant: Some("last-proof"), params: &[] },
        Text { variant: Some("none-left"), params: &[] },
        Text { variant: Some("waiting"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let last = || {
        let removal = case.removal.as_ref()?;
        let proofs = case.proofs().filter(|proofs| proofs.list.complete && !proofs.has_unknown)?;
        let [only] = proofs.rows.as_slice() else { return None };
        (removal.row == Some(only.node))
            .then(|| Said::at_choice(removal.node, Severity::Warn).variant("last-proof"))
    };
    let none_left = case
        .considered(Act::GiveUpProofs)
        .map(|action| Said::at_choice(action.node, Severity::Warn).variant("none-left"));
    let waiting = case
        .stated(&Says::ReplacingProofs)
        .map(|statement| Said::at_choice(statement.node, Severity::Warn).variant("waiting"));
    last().into_iter().chain(none_left).chain(waiting).collect()
}

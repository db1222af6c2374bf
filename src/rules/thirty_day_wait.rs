//! Every proof of a personal account is about to go, or is being replaced.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::Proofs,
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

/// Whether the proof at the position `deleted` is the only one.
pub(crate) fn is_last(proofs: &Proofs<'_>, deleted: usize) -> bool {
    proofs.known_whole && matches!(proofs.counted.as_slice(), [only] if only.index == deleted)
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let last = || {
        let removal = case.removal.as_ref()?;
        let (list, proofs) = case.proofs()?;
        is_last(&proofs, list.position(removal.row?)?)
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

#[cfg(test)]
mod tests {
    use super::is_last;
    use crate::methods::{Method, Proofs, example::held};

    #[test]
    fn the_last_proof_is_the_only_one_of_a_list_that_is_known_whole() {
        let of = |methods: &[Method], deleted| is_last(&Proofs::of(&held(methods), true), deleted);
        assert!(of(&[Method::Password, Method::Email], 1));
        assert!(!of(&[Method::Password, Method::Email], 0));
        assert!(!of(&[Method::Email, Method::MobilePhone], 0));
        assert!(!of(&[Method::Email, Method::Unknown], 0));
    }
}

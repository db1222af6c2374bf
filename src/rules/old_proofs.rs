//! Several numbers or addresses of one kind, some of which may be gone.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Method, Proofs},
    page::reading::Says,
};

pub(super) const RULE: Rule = Rule {
    id: "old-proofs",
    severity: Severity::Tip,
    rationale: "A code that goes to an old number can be read by whoever has that number \
                now.",
    source: sources::PERSONAL_PROOFS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

/// Whether there are several of one kind.
pub(crate) fn holds(proofs: &Proofs<'_>) -> bool {
    [Method::MobilePhone, Method::Email].iter().any(|method| proofs.count(*method) >= 2)
}

fn check(case: &Case<'_>) -> Vec<Said> {
    // While all proofs are being replaced, the old ones are the way to cancel that.
    let is_replacing = case.stated(&Says::ReplacingProofs).next().is_some();
    case.proofs()
        .filter(|_| !is_replacing)
        .filter(|(_, proofs)| holds(proofs))
        .map(|(list, _)| Said::at_list(list, Severity::Tip))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::methods::{Method, Proofs, example::held};

    #[test]
    fn two_of_one_kind_are_several_and_two_kinds_are_not() {
        let of = |methods: &[Method]| holds(&Proofs::of(&held(methods), false));
        assert!(of(&[Method::Email, Method::MobilePhone, Method::Email]));
        assert!(of(&[Method::MobilePhone, Method::MobilePhone]));
        assert!(!of(&[Method::Email, Method::MobilePhone]));
        assert!(!of(&[Method::Authenticator, Method::Authenticator]));
    }
}

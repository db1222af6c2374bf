//! Nothing in the list answers an MFA prompt. The next one then leads through registration, unless
//! Conditional Access guards that ("Combined security information registration").

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Ways};

pub(super) const RULE: Rule = Rule {
    id: "no-mfa-method",
    severity: Severity::Stop,
    rationale: "Email, security questions, passwords and app passwords do not answer an MFA prompt.",
    source: sources::METHODS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

/// Whether there is no way in.
pub(crate) fn holds(ways: &Ways<'_>) -> bool {
    ways.is_empty()
}

fn check(case: &Case<'_>) -> Vec<Said> {
    case.ways_ever()
        .filter(|(_, ways)| holds(ways))
        .map(|(list, _)| Said::at_list(list, Severity::Stop))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::methods::{Method, Ways, example::held};

    #[test]
    fn what_resets_a_password_answers_no_prompt() {
        let of = |methods: &[Method]| holds(&Ways::of(&held(methods), true).unwrap());
        assert!(of(&[]));
        assert!(of(&[
            Method::Email,
            Method::SecurityQuestions,
            Method::AppPassword,
            Method::QrCode,
            Method::Password,
        ]));
        assert!(!of(&[Method::Email, Method::TemporaryAccessPass]));
        assert!(!of(&[Method::WindowsHello]));
    }
}

//! "Require re-register": what it removes, what stays, and what the user sees next.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Holding, Mfa},
    page::reading::Act,
};

pub(super) const RULE: Rule = Rule {
    id: "reregister-effect",
    severity: Severity::Tip,
    rationale: "It removes less than its name says, and where a phone was lost a Temporary \
                Access Pass is often the better tool.",
    source: sources::USER_SETTINGS,
    texts: &[Text { variant: None, params: &[] }, Text { variant: Some("some-stay"), params: &[] }],
    check,
};

/// Whether there are methods that it leaves: passkeys, Windows Hello and certificates stay, and
/// whoever has one is not asked to register.
pub(crate) fn some_stay<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> bool {
    holdings
        .into_iter()
        .filter(|it| it.usable)
        .map(|it| it.method.facts())
        .any(|facts| facts.phishing_resistant || facts.mfa == Mfa::CountsWhileValid)
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let some_stay = case.methods().is_some_and(|list| some_stay(list.holdings()));
    case.considered(Act::RequireReregister)
        .map(|action| {
            let said = Said::at_choice(action.node, Severity::Tip);
            if some_stay { said.variant("some-stay") } else { said }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::some_stay;
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn keys_and_passes_stay() {
        for method in [Method::SecurityKey, Method::WindowsHello, Method::TemporaryAccessPass] {
            assert!(some_stay(&held(&[Method::MobilePhone, method])), "{method:?}");
            assert!(!some_stay(&[unusable(method)]), "{method:?}");
        }
        assert!(!some_stay(&held(&[Method::MobilePhone, Method::Authenticator])));
    }
}

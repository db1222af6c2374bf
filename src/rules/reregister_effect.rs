//! "Require re-register": what it removes, what stays, and what the user sees next.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Holding, Method, Mfa},
    page::reading::Act,
};

pub(super) const RULE: Rule = Rule {
    id: "reregister-effect",
    severity: Severity::Tip,
    rationale: "It removes less than its name says; where a phone was lost, deleting that method \
                and revoking sessions is enough, with a Temporary Access Pass for the new one.",
    source: sources::USER_SETTINGS,
    texts: &[
        Text { variant: None, params: &["link"] },
        Text { variant: Some("some-stay"), params: &["link"] },
    ],
    check,
};

/// Whether there are methods that it leaves and that answer an MFA prompt: passkeys, Windows Hello,
/// certificates and External MFA stay, and whoever has one may not be asked to register.
pub(crate) fn some_stay<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> bool {
    holdings.into_iter().filter(|it| it.usable).map(|it| (it.method, it.method.facts())).any(
        |(method, facts)| {
            facts.phishing_resistant
                || facts.mfa == Mfa::CountsWhileValid
                || method == Method::ExternalMfa
        },
    )
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let some_stay = case.methods().is_some_and(|list| some_stay(list.holdings()));
    case.considered(Act::RequireReregister)
        .map(|action| {
            let said = Said::at_choice(action.node, Severity::Tip).with("link", case.link());
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
        for method in [
            Method::SecurityKey,
            Method::WindowsHello,
            Method::ExternalMfa,
            Method::TemporaryAccessPass,
        ] {
            assert!(some_stay(&held(&[Method::MobilePhone, method])), "{method:?}");
            assert!(!some_stay(&[unusable(method)]), "{method:?}");
        }
        assert!(!some_stay(&held(&[Method::MobilePhone, Method::Authenticator])));
    }
}

//! "Require re-register": what it removes, what stays, and what the user sees next.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Mfa, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "reregister-effect",
    severity: Severity::Tip,
    rationale: "It removes less than its name says, and where a phone was lost a Temporary \
                Access Pass is often the better tool.",
    source: sources::USER_SETTINGS,
    texts: &[Text { variant: None, params: &[] }, Text { variant: Some("some-stay"), params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    // Passkeys, Windows Hello and certificates stay, and whoever has one is not asked to register.
    let some_stay = case.methods().is_some_and(|list| {
        list.usable()
            .map(|row| row.method.facts())
            .any(|facts| facts.phishing_resistant || facts.mfa == Mfa::CountsWhileValid)
    });
    case.considered(Act::RequireReregister)
        .map(|action| {
            let said = Said::at_choice(action.node, Severity::Tip);
            if some_stay { said.variant("some-stay") } else { said }
        })
        .collect()
}

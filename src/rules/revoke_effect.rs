//! "Revoke sessions": what it does and what not.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "revoke-effect",
    severity: Severity::Tip,
    rationale: "It stops new tokens; those that are out, and apps' own sessions, live on, and \
                password, methods and app passwords stay.",
    source: sources::REVOKE_ACCESS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.considered(Act::RevokeSessions)
        .map(|action| Said::at_choice(action.node, Severity::Tip))
        .collect()
}

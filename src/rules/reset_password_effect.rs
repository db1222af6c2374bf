//! "Reset password": what it does and what not.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "reset-password-effect",
    severity: Severity::Tip,
    rationale: "It gives a temporary password and leaves every method as it is.",
    source: sources::USER_SETTINGS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.considered(Act::ResetPassword)
        .map(|action| Said::at_choice(action.node, Severity::Tip))
        .collect()
}

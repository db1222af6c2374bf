//! "Enforced" is about to be set by hand.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "enforced-by-hand",
    severity: Severity::Warn,
    rationale: "Enabled turns into Enforced when the user registers; earlier, apps that know \
                no MFA stop working.",
    source: sources::PER_USER_STATES,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.considered(Act::EnforceMfa)
        .map(|action| Said::at_choice(action.node, Severity::Warn))
        .collect()
}

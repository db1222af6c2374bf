//! Per-user MFA is about to be set, perhaps beside Conditional Access or security defaults.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "per-user-with-ca",
    severity: Severity::Warn,
    rationale: "Microsoft advises against per-user MFA together with Conditional Access or \
                security defaults; Disabled is the right state then.",
    source: sources::PER_USER_STATES,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let spot = case.considered(Act::EnableMfa).chain(case.considered(Act::EnforceMfa)).next();
    spot.map(|action| Said::at_choice(action.node, Severity::Warn)).into_iter().collect()
}

//! A personal account's recovery code is about to be made.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "recovery-code",
    severity: Severity::Tip,
    rationale: "It opens the account when phone and email are both gone, and only if it was \
                made before.",
    source: sources::RECOVERY_CODE,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.considered(Act::MakeRecoveryCode)
        .map(|action| Said::at_choice(action.node, Severity::Tip))
        .collect()
}

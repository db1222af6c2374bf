//! A personal account can have a recovery code.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Says};

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
    case.stated(&Says::RecoveryCode)
        .map(|statement| Said::at_choice(statement.node, Severity::Tip))
        .collect()
}

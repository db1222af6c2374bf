//! Email is being picked where methods for MFA are chosen.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Method};

pub(super) const RULE: Rule = Rule {
    id: "email-is-not-mfa",
    severity: Severity::Warn,
    rationale: "For work accounts an email address serves password reset only; whoever adds it for \
                MFA has added nothing.",
    source: sources::USER_SETTINGS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.at_picked(Method::Email, Severity::Warn).into_iter().collect()
}

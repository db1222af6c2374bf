//! A password for applications that know no MFA.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Method};

pub(super) const RULE: Rule = Rule {
    id: "app-password",
    severity: Severity::Warn,
    rationale: "Whoever has it signs in without MFA, for as long as it exists.",
    source: sources::SECURITY_INFO,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.spots_of(Method::AppPassword, Severity::Warn).collect()
}

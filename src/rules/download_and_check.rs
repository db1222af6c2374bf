//! The registration report, which can be looked at as a whole.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Says};

pub(super) const RULE: Rule = Rule {
    id: "download-and-check",
    severity: Severity::Tip,
    rationale: "A page shows users one by one; who has one way in, or none, shows in the \
                whole list, where isMfaCapable tells what the names of methods do not.",
    source: sources::REGISTRATION_REPORT,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.stated(&Says::ReportDownload)
        .map(|statement| Said::at_choice(statement.node, Severity::Tip))
        .collect()
}

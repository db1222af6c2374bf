//! An empty list of users that is perhaps not empty.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Says};

pub(super) const RULE: Rule = Rule {
    id: "no-users-to-display",
    severity: Severity::Tip,
    rationale: "Sorting thousands of users can give an empty list; a filter or a search \
                brings them back.",
    source: sources::PER_USER_STATES,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.stated(&Says::NoUsers)
        .map(|statement| Said::at_choice(statement.node, Severity::Tip))
        .collect()
}

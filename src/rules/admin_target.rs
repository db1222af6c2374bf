//! The user is an admin, or the commands are out of reach: which role it takes.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    page::reading::Says,
};

pub(super) const RULE: Rule = Rule {
    id: "admin-target",
    severity: Severity::Tip,
    rationale: "Methods of admins can be changed with a higher role only, and nobody changes \
                their own here.",
    source: sources::PRIVILEGED_ROLES,
    texts: &[
        Text { variant: Some("has-role"), params: &["role"] },
        Text { variant: Some("commands-disabled"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.reading
        .statements
        .iter()
        .filter_map(|statement| {
            let said = Said::at_choice(statement.node, Severity::Tip);
            match &statement.says {
                Says::HasRole(role) => Some(
                    said.variant("has-role").with("role", ParamValue::Text { text: role.clone() }),
                ),
                Says::CommandsDisabled if !case.reading.waiting => {
                    Some(said.variant("commands-disabled"))
                }
                _ => None,
            }
        })
        .collect()
}

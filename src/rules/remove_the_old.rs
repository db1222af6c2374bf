//! A new phone was added; the old one is still in the list.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Method, page::reading::Says};

pub(super) const RULE: Rule = Rule {
    id: "remove-the-old",
    severity: Severity::Tip,
    rationale: "The change to a new phone is done when the old one is out of the list.",
    source: sources::SECURITY_INFO,
    texts: &[
        Text { variant: Some("authenticator"), params: &[] },
        Text { variant: Some("phone"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.reading
        .statements
        .iter()
        .filter_map(|statement| {
            let Says::Added(added) = &statement.says else { return None };
            let is_of_its_kind = |method: Method| match added {
                Method::Authenticator => method == Method::Authenticator,
                _ => method.is_telephony(),
            };
            let listed = case.registered?.usable().filter(|row| is_of_its_kind(row.method)).count();
            let variant = if *added == Method::Authenticator { "authenticator" } else { "phone" };
            // The list behind the step may or may not have the new one already.
            (listed > 0).then(|| Said::at_choice(statement.node, Severity::Tip).variant(variant))
        })
        .collect()
}

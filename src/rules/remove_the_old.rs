//! A new phone was added; the old one is still in the list.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Holding, Method},
    page::reading::Says,
};

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

/// Whether one of the kind that was added is listed. The list may or may not have the new one
/// already, so a single one may be the old one.
pub(crate) fn may_have_old<'a>(
    holdings: impl IntoIterator<Item = &'a Holding>,
    added: Method,
) -> bool {
    holdings.into_iter().any(|it| {
        it.usable
            && match added {
                Method::Authenticator => it.method == Method::Authenticator,
                _ => it.method.is_telephony(),
            }
    })
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(list) = case.registered else { return Vec::new() };
    let statements = case.reading.statements.iter();
    statements
        .filter_map(|statement| {
            let Says::Added(added) = &statement.says else { return None };
            let variant = if *added == Method::Authenticator { "authenticator" } else { "phone" };
            may_have_old(list.holdings(), *added)
                .then(|| Said::at_choice(statement.node, Severity::Tip).variant(variant))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::may_have_old;
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn an_old_one_is_of_the_kind_that_was_added() {
        let office = held(&[Method::OfficePhone]);
        assert!(may_have_old(&office, Method::MobilePhone));
        assert!(!may_have_old(&office, Method::Authenticator));
        assert!(may_have_old(&held(&[Method::Authenticator]), Method::Authenticator));
        assert!(!may_have_old(&held(&[Method::SoftwareOath]), Method::Authenticator));
        assert!(!may_have_old(&[unusable(Method::MobilePhone)], Method::MobilePhone));
    }
}

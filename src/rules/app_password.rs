//! A password for applications that know no MFA.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Holding, Method},
};

pub(super) const RULE: Rule = Rule {
    id: "app-password",
    severity: Severity::Warn,
    rationale: "Whoever has it signs in without MFA, for as long as it exists.",
    source: sources::SECURITY_INFO,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

/// Whether one can be used.
pub(crate) fn holds<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> bool {
    holdings.into_iter().any(|it| it.is_usable(Method::AppPassword))
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let at_list = case
        .work_list()
        .filter(|list| holds(list.holdings()))
        .map(|list| Said::at_list(list, Severity::Warn));
    let at_picked = case.at_picked(Method::AppPassword, Severity::Warn);
    at_list.into_iter().chain(at_picked).collect()
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn it_is_told_where_it_can_be_used_whatever_else_there_is() {
        assert!(holds(&held(&[Method::SecurityKey, Method::AppPassword])));
        assert!(holds(&held(&[Method::Unknown, Method::AppPassword])));
        assert!(!holds(&[unusable(Method::AppPassword)]));
        assert!(!holds(&held(&[Method::Password])));
    }
}

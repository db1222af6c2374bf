//! Several Authenticator apps, one of which may be on a phone that is gone.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::{Holding, Method},
};

pub(super) const RULE: Rule = Rule {
    id: "stale-authenticator",
    severity: Severity::Tip,
    rationale: "A phone that was sold or lost still answers MFA prompts until it is removed \
                from the list.",
    source: sources::CHANGING_METHODS,
    texts: &[Text { variant: None, params: &["count"] }],
    check,
};

/// How many apps there are, where there are several.
pub(crate) fn judge<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Option<u32> {
    let apps = holdings.into_iter().filter(|it| it.is_usable(Method::Authenticator)).count();
    u32::try_from(apps).ok().filter(|count| *count >= 2)
}

fn check(case: &Case<'_>) -> Vec<Said> {
    case.work_list()
        .and_then(|list| {
            let count = ParamValue::Count { count: judge(list.holdings())? };
            Some(Said::at_list(list, Severity::Tip).with("count", count))
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn several_apps_that_can_be_used_are_counted() {
        let app = Method::Authenticator;
        assert_eq!(judge(&held(&[app, Method::Unknown, app, app])), Some(3));
        assert_eq!(judge(&held(&[app, Method::SoftwareOath])), None);
        assert_eq!(judge(&[held(&[app]), vec![unusable(app)]].concat()), None);
    }
}

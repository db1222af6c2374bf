//! Several Authenticator apps, one of which may be on a phone that is gone.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::Method,
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

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(list) = case.work_list() else { return Vec::new() };
    let apps = list.usable().filter(|row| row.method == Method::Authenticator).count();
    match u32::try_from(apps) {
        Ok(count) if count >= 2 => {
            vec![Said::at_list(list, Severity::Tip).with("count", ParamValue::Count { count })]
        }
        _ => Vec::new(),
    }
}

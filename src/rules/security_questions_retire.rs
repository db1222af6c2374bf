//! Security questions, which stop resetting passwords.

use super::{Case, Rule, Said, Text};
use crate::{
    finding::{ParamValue, Severity},
    methods::{
        Method,
        retirement::{Phase, SECURITY_QUESTIONS},
    },
};

pub(super) const RULE: Rule = Rule {
    id: "security-questions-retire",
    severity: Severity::Tip,
    rationale: "Microsoft ends them; whoever has nothing else for it cannot reset a password \
                alone any more.",
    source: SECURITY_QUESTIONS.source,
    texts: &[
        Text { variant: Some("before"), params: &["date", "count"] },
        Text { variant: Some("after"), params: &["date"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(today) = case.today.filter(|_| case.shown.cloud == SECURITY_QUESTIONS.cloud) else {
        return Vec::new();
    };
    let date = ParamValue::Date { date: SECURITY_QUESTIONS.day.to_string() };
    case.spots_of(Method::SecurityQuestions, Severity::Tip)
        .map(|said| match SECURITY_QUESTIONS.phase(today) {
            Phase::Before(count) => said
                .variant("before")
                .with("date", date.clone())
                .with("count", ParamValue::Count { count }),
            Phase::Ended => said.variant("after").with("date", date.clone()),
        })
        .collect()
}

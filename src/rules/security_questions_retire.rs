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
        Text { variant: Some("before"), params: &["month"] },
        Text { variant: Some("after"), params: &["month"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(today) = case.today.filter(|_| case.shown.cloud == SECURITY_QUESTIONS.cloud) else {
        return Vec::new();
    };
    // Microsoft names the month alone, so no days are counted.
    let month = SECURITY_QUESTIONS.day.month();
    let variant = match SECURITY_QUESTIONS.phase(today) {
        Phase::Before(_) => "before",
        Phase::Ended => "after",
    };
    case.spots_of(Method::SecurityQuestions, Severity::Tip)
        .map(|said| said.variant(variant).with("month", ParamValue::Month { month: month.clone() }))
        .collect()
}

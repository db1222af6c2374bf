//! A zero in front where the country's numbers have none.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::Fault,
};

pub(super) const RULE: Rule = Rule {
    id: "zero-too-many",
    severity: Severity::Warn,
    rationale: "No number of the plan begins with it and the rest is one, so that it is a habit from \
                elsewhere or from earlier.",
    source: sources::NUMBERING_METADATA,
    texts: &[Text { variant: None, params: &["digit", "country"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::ZeroTooMany { digit } => Some(
            typed
                .say(Severity::Warn)
                .with("digit", ParamValue::Text { text: digit.to_string() })
                .with("country", judged_field::region(typed.region()?)),
        ),
        _ => None,
    })
}

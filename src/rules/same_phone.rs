//! Several methods, and one lost phone takes them all.

use super::{
    Case, Rule, Said, Text, sources,
    ways::{SharedPhone, Ways},
};
use crate::{
    finding::{ParamValue, Severity},
    methods::Method,
};

pub(super) const RULE: Rule = Rule {
    id: "same-phone",
    severity: Severity::Warn,
    rationale: "Methods on one device or number are one method on the day that device is lost.",
    source: sources::METHODS,
    texts: &[
        Text { variant: Some("one-device"), params: &["second"] },
        Text { variant: Some("one-number"), params: &["second"] },
        Text { variant: Some("perhaps-one-number"), params: &["second"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    Ways::in_list_of(case)
        .map(Ways::relied_on)
        .and_then(|ways| {
            let variant = match ways.shared_phone()? {
                SharedPhone::OneDevice => "one-device",
                SharedPhone::OneNumber => "one-number",
                SharedPhone::PerhapsOneNumber => "perhaps-one-number",
            };
            // A key of its own is the one thing that a lost phone does not take along.
            let second = Method::SecurityKey.id();
            Some(
                Said::at_list(ways.list, Severity::Warn)
                    .variant(variant)
                    .with("second", ParamValue::Method { method: second }),
            )
        })
        .into_iter()
        .collect()
}

//! No number of that country has so many digits.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{
    finding::{ParamValue, Severity},
    phone::{Fault, LengthFault, Region},
};

pub(super) const RULE: Rule = Rule {
    id: "wrong-length",
    severity: Severity::Stop,
    rationale: "A number that cannot exist will never ring.",
    source: sources::NUMBERING_METADATA,
    texts: &[
        Text { variant: Some("too-short"), params: &["country", "example", "count"] },
        Text { variant: Some("too-long"), params: &["country", "example", "count"] },
        Text { variant: Some("unused"), params: &["country", "example"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    typed::faults(case, |typed, fault| match fault {
        Fault::WrongLength { length, region } => {
            let said = typed
                .say(Severity::Stop)
                .with("country", typed::region(*region))
                .with("example", ParamValue::PhoneNumber { text: example(*region) });
            let count = |count: u32| ParamValue::Count { count };
            Some(match length {
                LengthFault::TooShort(missing) => {
                    said.variant("too-short").with("count", count(*missing))
                }
                LengthFault::TooLong(extra) => {
                    said.variant("too-long").with("count", count(*extra))
                }
                LengthFault::Unused => said.variant("unused"),
            })
        }
        _ => None,
    })
}

fn example(region: Region) -> String {
    region.example_mobile().or_else(|| region.example_fixed_line()).map_or_else(
        // Only services without a country have neither; they show how a number begins.
        || format!("+{} …", region.calling_code()),
        |number| number.spaced(),
    )
}

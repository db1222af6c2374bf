//! No number of that country has so many digits.

use super::{Case, Rule, Said, Text, Typed, sources, typed};
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
                .with("example", ParamValue::PhoneNumber { text: example(*region, typed) });
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

/// In the form that the field takes.
fn example(region: Region, typed: &Typed<'_>) -> String {
    match region.example_mobile().or_else(|| region.example_fixed_line()) {
        Some(number) if typed.field.selector.is_some() => number.national_number().to_owned(),
        Some(number) => number.spaced(),
        // Only services without a country have neither; this shows how their numbers begin.
        None => format!("+{} …", region.calling_code()),
    }
}

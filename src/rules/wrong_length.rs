//! No number of that country has so many digits.

use super::{Case, JudgedField, Rule, Said, Text, judged_field, sources};
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
        Text {
            variant: Some("too-short"),
            params: &["country", "code", "digits", "grouped", "example", "count"],
        },
        Text {
            variant: Some("too-long"),
            params: &["country", "code", "digits", "grouped", "example", "count"],
        },
        Text {
            variant: Some("unused"),
            params: &["country", "code", "digits", "grouped", "example"],
        },
        Text { variant: Some("no-mobile"), params: &["code"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::WrongLength { length, region } => Some(say(typed, *length, *region)),
        _ => None,
    })
}

fn say(typed: &JudgedField<'_>, length: LengthFault, region: Region) -> Said {
    let said = typed.say(Severity::Stop);
    let code = judged_field::code(region.calling_code());
    let Some(example) = Example::of(region, typed) else {
        // Services without a country, and an island or two, have no mobile number to show.
        return said.variant("no-mobile").with("code", code);
    };
    let said = said
        .with("country", judged_field::region(region))
        .with("code", code)
        .with("digits", ParamValue::Text { text: example.digits })
        .with("grouped", ParamValue::PhoneNumber { text: example.grouped.to_owned() })
        .with("example", ParamValue::PhoneNumber { text: example.written });
    let count = |count: u32| ParamValue::Count { count };
    match length {
        LengthFault::TooShort(missing) => said.variant("too-short").with("count", count(missing)),
        LengthFault::TooLong(extra) => said.variant("too-long").with("count", count(extra)),
        LengthFault::Unused => said.variant("unused"),
    }
}

/// A mobile number of the region to compare with.
struct Example {
    /// How many digits there are, `10`, or `10–11` where that differs.
    digits: String,
    /// For reading, as its country groups it.
    grouped: &'static str,
    /// In the form that the field takes.
    written: String,
}

impl Example {
    fn of(region: Region, typed: &JudgedField<'_>) -> Option<Self> {
        let number = region.example_mobile()?;
        let lengths = region.mobile_digits()?;
        let (fewest, most) = (lengths.start(), lengths.end());
        Some(Self {
            digits: if fewest == most { fewest.to_string() } else { format!("{fewest}–{most}") },
            grouped: region.grouped_example_mobile()?,
            written: if typed.takes_national {
                number.national_number().to_owned()
            } else {
                number.spaced()
            },
        })
    }
}

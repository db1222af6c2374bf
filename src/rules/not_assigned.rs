//! The right length, but the numbering plan has no such range.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::{Fault, METADATA_DATE, METADATA_VERSION},
};

pub(super) const RULE: Rule = Rule {
    id: "not-assigned",
    severity: Severity::Warn,
    rationale: "Probably a typing error; plans do grow, so the day of the metadata is shown.",
    source: sources::NUMBERING_METADATA,
    texts: &[Text { variant: None, params: &["beginning", "country", "metadata"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::NotAssigned { region } => {
            let number = typed.assessment.number.as_ref()?;
            let beginning = number.beginning(number.unused_from()?);
            Some(
                typed
                    .say(Severity::Warn)
                    .with("beginning", ParamValue::PhoneNumber { text: beginning })
                    .with("country", judged_field::region(*region))
                    .with("metadata", metadata()),
            )
        }
        _ => None,
    })
}

/// The day says more to a reader than the release.
fn metadata() -> ParamValue {
    match METADATA_DATE {
        Some(date) => ParamValue::Date { date: date.to_owned() },
        None => ParamValue::Text { text: METADATA_VERSION.to_owned() },
    }
}

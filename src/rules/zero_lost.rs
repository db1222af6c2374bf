//! A zero that belongs to the number and is not there.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::Fault,
};

pub(super) const RULE: Rule = Rule {
    id: "zero-lost",
    severity: Severity::Warn,
    rationale: "Only with the zero is it a number; spreadsheets, forms and the habit of other countries \
                take it off.",
    source: sources::NUMBERING_METADATA,
    texts: &[
        Text { variant: None, params: &["country"] },
        Text { variant: Some("of-prefix"), params: &["country", "prefix"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::ZeroLost { trunk } => {
            let said =
                typed.say(Severity::Warn).with("country", judged_field::region(typed.region()?));
            Some(match trunk {
                Some(trunk) => said
                    .variant("of-prefix")
                    .with("prefix", ParamValue::Text { text: (*trunk).to_owned() }),
                None => said,
            })
        }
        _ => None,
    })
}

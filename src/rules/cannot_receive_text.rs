//! A landline, a service number or the like where a text message is to be sent. Where a plan does
//! not tell landlines from mobile numbers, nothing is said.

use super::{Case, JudgedField, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::{Fault, NumberType},
};

pub(super) const RULE: Rule = Rule {
    id: "cannot-receive-text",
    severity: Severity::Warn,
    rationale: "A text that does not arrive looks like a broken sign-in.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: None, params: &[] },
        Text { variant: Some("landline"), params: BEGINNING },
        Text { variant: Some("toll-free"), params: BEGINNING },
        Text { variant: Some("premium-rate"), params: BEGINNING },
        Text { variant: Some("shared-cost"), params: BEGINNING },
        Text { variant: Some("voip"), params: BEGINNING },
        Text { variant: Some("personal-number"), params: BEGINNING },
        Text { variant: Some("pager"), params: BEGINNING },
        Text { variant: Some("company"), params: BEGINNING },
        Text { variant: Some("voicemail"), params: BEGINNING },
    ],
    check,
};

/// The first digits that all numbers of the kind share, and that none of another kind has.
const BEGINNING: &[&str] = &["beginning", "country"];

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::CannotReceiveText(number_type) => {
            let said = typed.remark(Severity::Warn);
            Some(match (variant(*number_type), beginning(typed), typed.region()) {
                (Some(variant), Some(beginning), Some(country)) => said
                    .variant(variant)
                    .with("beginning", ParamValue::PhoneNumber { text: beginning })
                    .with("country", judged_field::region(country)),
                _ => said,
            })
        }
        _ => None,
    })
}

fn variant(number_type: NumberType) -> Option<&'static str> {
    Some(match number_type {
        NumberType::FixedLine => "landline",
        NumberType::TollFree => "toll-free",
        NumberType::PremiumRate => "premium-rate",
        NumberType::SharedCost => "shared-cost",
        NumberType::Voip => "voip",
        NumberType::PersonalNumber => "personal-number",
        NumberType::Pager => "pager",
        NumberType::Uan => "company",
        NumberType::Voicemail => "voicemail",
        NumberType::Mobile | NumberType::FixedLineOrMobile => return None,
    })
}

/// Nothing where only the last digit settles the kind: then no beginning says it.
fn beginning(typed: &JudgedField<'_>) -> Option<String> {
    let number = typed.assessment.number.as_ref()?;
    number.type_settled_by().map(|digits| number.beginning(digits))
}

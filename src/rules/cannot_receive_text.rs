//! A landline, a service number or the like where a text message is to be sent.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{
    finding::Severity,
    phone::{Fault, NumberType},
};

pub(super) const RULE: Rule = Rule {
    id: "cannot-receive-text",
    severity: Severity::Warn,
    rationale: "A text that does not arrive looks like a broken sign-in.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: Some("landline"), params: &[] },
        Text { variant: Some("toll-free"), params: &[] },
        Text { variant: Some("premium-rate"), params: &[] },
        Text { variant: Some("voip"), params: &[] },
        Text { variant: Some("pager"), params: &[] },
        Text { variant: Some("other"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    typed::faults(case, |typed, fault| match fault {
        Fault::CannotReceiveText(number_type) => {
            Some(typed.say(Severity::Warn).variant(match number_type {
                NumberType::FixedLine => "landline",
                NumberType::TollFree => "toll-free",
                NumberType::PremiumRate | NumberType::SharedCost => "premium-rate",
                NumberType::Voip => "voip",
                NumberType::Pager => "pager",
                _ => "other",
            }))
        }
        _ => None,
    })
}

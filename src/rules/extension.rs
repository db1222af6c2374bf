//! An extension where none may stand, or in a form that is not taken.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::Severity,
    phone::{ExtensionFault, Fault},
};

pub(super) const RULE: Rule = Rule {
    id: "extension",
    severity: Severity::Warn,
    rationale: "Extensions belong to office phones, written x123; elsewhere they are dropped or \
                refused.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: Some("not-accepted"), params: &[] },
        Text { variant: Some("wrong-form"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::Extension(fault) => Some(typed.say(Severity::Warn).variant(match fault {
            ExtensionFault::NotAccepted => "not-accepted",
            ExtensionFault::WrongForm => "wrong-form",
        })),
        _ => None,
    })
}

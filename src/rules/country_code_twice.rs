//! The selector holds the calling code, and the field holds it again.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "country-code-twice",
    severity: Severity::Warn,
    rationale: "The selector's calling code is put before the field's content, so it would stand \
                there twice.",
    source: sources::PHONE_OPTIONS,
    texts: &[Text { variant: None, params: &["code"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::CountryCodeTwice { calling_code } => {
            Some(typed.say(Severity::Warn).with("code", judged_field::code(*calling_code)))
        }
        _ => None,
    })
}

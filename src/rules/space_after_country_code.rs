//! The one space after the calling code is missing, or there are several.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "space-after-country-code",
    severity: Severity::Warn,
    rationale: "Microsoft documents one space between calling code and number; without it the number \
                may not be usable.",
    source: sources::PHONE_OPTIONS,
    texts: &[Text { variant: None, params: &[] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| {
        matches!(fault, Fault::SpaceAfterCountryCode).then(|| typed.say(Severity::Warn))
    })
}

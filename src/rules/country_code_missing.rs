//! A number in national form where the calling code belongs into the field.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::Severity,
    phone::{Fault, Region},
};

pub(super) const RULE: Rule = Rule {
    id: "country-code-missing",
    severity: Severity::Stop,
    rationale: "Without its calling code a number cannot be reached from outside its country.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: None, params: &["country", "code"] },
        Text { variant: Some("country-unknown"), params: &[] },
        Text { variant: Some("only-plus"), params: &[] },
        Text { variant: Some("which-country"), params: &[] },
        Text { variant: Some("which-number"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::CountryCodeMissing { assumed, .. } if !typed.choices.is_empty() => {
            let variant = if assumed.is_some() { "which-number" } else { "which-country" };
            let said = typed.remark(Severity::Stop).variant(variant);
            Some(Said { choices: typed.choices.clone(), ..said })
        }
        Fault::CountryCodeMissing { only_plus: true, .. } => {
            Some(typed.say(Severity::Stop).variant("only-plus"))
        }
        Fault::CountryCodeMissing { assumed: Some(assumed), .. } => {
            Some(with_country(typed.say(Severity::Stop), *assumed))
        }
        Fault::CountryCodeMissing { assumed: None, .. } => {
            Some(typed.say(Severity::Stop).variant("country-unknown"))
        }
        _ => None,
    })
}

fn with_country(said: Said, region: Region) -> Said {
    said.with("country", judged_field::region(region))
        .with("code", judged_field::code(region.calling_code()))
}

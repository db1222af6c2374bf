//! The selector says one country, the number another: by the calling code that was typed, or by being
//! no number of the selected country and a number of another one.

use super::{Case, JudgedField, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::Fault,
};

pub(super) const RULE: Rule = Rule {
    id: "country-mismatch",
    severity: Severity::Stop,
    rationale: "Only the person knows which of the two is meant.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: None, params: &["selected", "typed"] },
        Text { variant: Some("of-home-country"), params: &["selected", "country", "code"] },
        Text { variant: Some("of-another-country"), params: &["selected", "country", "countries"] },
        Text { variant: Some("of-no-known-country"), params: &["selected", "country"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let mut said = judged_field::faults(case, |field, fault| match fault {
        Fault::CountryMismatch { selected, typed } => Some(
            field
                .say(Severity::Warn)
                .with("selected", judged_field::code(*selected))
                .with("typed", judged_field::code(*typed)),
        ),
        _ => None,
    });
    said.extend(case.typed.iter().filter_map(|field| {
        let home = field.region()?;
        // As it stands, it is no number at all.
        Some(
            field
                .remark(Severity::Stop)
                .variant("of-home-country")
                .with("selected", judged_field::code(field.selected_abroad?))
                .with("country", judged_field::region(home))
                .with("code", judged_field::code(home.calling_code())),
        )
    }));
    said.extend(case.typed.iter().filter_map(of_another_country));
    said
}

fn of_another_country(field: &JudgedField<'_>) -> Option<Said> {
    let elsewhere = field.elsewhere.as_ref()?;
    let said = field
        .remark(Severity::Stop)
        .with("selected", judged_field::code(elsewhere.selected.calling_code()))
        .with("country", judged_field::region(elsewhere.selected));
    if elsewhere.regions.is_empty() {
        return Some(said.variant("of-no-known-country"));
    }
    let regions = elsewhere.regions.iter().map(ToString::to_string).collect();
    Some(said.variant("of-another-country").with("countries", ParamValue::Regions { regions }))
}

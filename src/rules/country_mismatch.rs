//! The selector says one country, the number another: by the calling code that was typed, or by being
//! no number of the selected country and a number of the home country.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{
    finding::Severity,
    phone::{self, Assessment, CallingCode, Fault, Field, Form, Region, Selected},
};

pub(super) const RULE: Rule = Rule {
    id: "country-mismatch",
    severity: Severity::Stop,
    rationale: "Only the person knows which of the two is meant.",
    source: sources::PHONE_OPTIONS,
    texts: &[
        Text { variant: None, params: &["selected", "typed"] },
        Text { variant: Some("of-home-country"), params: &["selected", "country", "code"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let mut said = typed::faults(case, |field, fault| match fault {
        Fault::CountryMismatch { selected, typed } => Some(
            field
                .say(Severity::Warn)
                .with("selected", typed::code(*selected))
                .with("typed", typed::code(*typed)),
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
                .with("selected", typed::code(field.selected_abroad?))
                .with("country", typed::region(home))
                .with("code", typed::code(home.calling_code())),
        )
    }));
    said
}

/// The selected calling code, and what was typed as it would be assessed if the home country were
/// selected: only where it is no number of the one, and of the other it is a number or may become one.
pub(super) fn at_home(
    typed: &str,
    field: &Field,
    assessment: &Assessment,
    home: Region,
) -> Option<(CallingCode, Assessment)> {
    let Form::National(Some(selected)) = field.form else { return None };
    let selected = selected.calling_code();
    if selected == home.calling_code() || assessment.number?.is_valid() {
        return None;
    }
    let form = Form::National(Some(Selected::Region(home)));
    let mut at_home = phone::assess(typed, &Field { form, ..*field }, None);
    let number = at_home.number?;
    // Many a phone in Jersey or in Åland has a number of the larger neighbour.
    if !(number.is_valid() || at_home.unfinished) || number.calling_code() != home.calling_code() {
        return None;
    }
    // Until the other country is selected, a number without its trunk prefix or calling code may be
    // that of a stranger: 90-1234-5678 is one in Memphis.
    at_home.fix = None;
    at_home
        .faults
        .retain(|fault| !matches!(fault, Fault::TrunkZero { .. } | Fault::CountryCodeTwice { .. }));
    Some((selected, at_home))
}

//! A number as it was before its country changed its numbers.

use super::{Case, JudgedField, Rule, Said, Text, judged_field, sources};
use crate::{
    finding::{ParamValue, Severity},
    phone::{Fault, Renumbering},
};

pub(super) const RULE: Rule = Rule {
    id: "renumbered",
    severity: Severity::Warn,
    rationale: "Old forms stay in contacts, lists and messengers long after they have stopped to ring.",
    source: sources::NUMBERING_PLANS,
    texts: &[
        Text { variant: None, params: &["country", "old", "new", "date"] },
        Text { variant: Some("longer"), params: &["country", "date"] },
        Text { variant: Some("mobile-mark"), params: &["country"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::Renumbered(renumbering) => say(typed, *renumbering),
        _ => None,
    })
}

fn say(typed: &JudgedField<'_>, renumbering: Renumbering) -> Option<Said> {
    let country = judged_field::region(typed.region()?);
    let said = typed.say(Severity::Warn).with("country", country);
    let date = |since: &str| ParamValue::Date { date: since.to_owned() };
    Some(match renumbering {
        Renumbering::Replaced { kept, old, new, since } => {
            let number = typed.assessment.number.as_ref()?;
            let new_beginning = number.beginning(kept + new.len());
            let old_beginning = format!("{}{old}", number.beginning(kept));
            let beginning = |text: String| ParamValue::PhoneNumber { text: text.trim().to_owned() };
            said.with("old", beginning(old_beginning))
                .with("new", beginning(new_beginning))
                .with("date", date(since))
        }
        Renumbering::Longer { since } => said.variant("longer").with("date", date(since)),
        Renumbering::MobileMark => said.variant("mobile-mark"),
    })
}

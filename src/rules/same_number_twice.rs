//! The same number in two slots.

use super::{Case, JudgedField, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::Method,
    page::reading::{PhoneSlot, Registered, Sameness, SeenNumber},
};

pub(super) const RULE: Rule = Rule {
    id: "same-number-twice",
    severity: Severity::Tip,
    rationale: "A number that stands there twice is still lost once and for all.",
    source: sources::PHONE_METHODS,
    texts: &[
        Text { variant: Some("typed"), params: &[] },
        Text { variant: Some("typed-perhaps"), params: &[] },
        Text { variant: Some("listed"), params: &[] },
        Text { variant: Some("listed-perhaps"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(list) = case.registered else { return Vec::new() };
    let with_number: Vec<(&Registered, &SeenNumber)> = list
        .rows
        .iter()
        .filter(|row| row.method.is_telephony())
        .filter_map(|row| Some((row, row.number.as_ref()?)))
        .collect();

    let mut said: Vec<Said> = case
        .typed
        .iter()
        .filter_map(|typed| {
            let variant = match in_another_slot(typed, &with_number)? {
                Sameness::Same => "typed",
                Sameness::MayBeSame => "typed-perhaps",
                Sameness::Different => return None,
            };
            Some(typed.remark(Severity::Tip).variant(variant))
        })
        .collect();

    // The list is told where it stands, not in the frame of a pane beside it.
    let is_here = case.reading.registered.as_ref() == Some(list);
    let usable: Vec<_> = with_number.iter().copied().filter(|(row, _)| row.usable).collect();
    let in_list = pairs(&usable)
        .map(|((_, one), (_, other))| one.compare(other))
        .filter(|sameness| *sameness != Sameness::Different)
        .max_by_key(|sameness| *sameness == Sameness::Same);
    if let Some(sameness) = in_list.filter(|_| is_here) {
        let variant = if sameness == Sameness::Same { "listed" } else { "listed-perhaps" };
        said.push(Said::at_list(list, Severity::Tip).variant(variant));
    }
    said
}

fn in_another_slot(
    typed: &JudgedField<'_>,
    listed: &[(&Registered, &SeenNumber)],
) -> Option<Sameness> {
    let number = SeenNumber::parse(&typed.assessment.number.as_ref()?.spaced())?;
    listed
        .iter()
        .filter(|(row, _)| {
            // A number that is being changed is not a second one.
            !matches!(
                (typed.field.slot, row.method),
                (Some(PhoneSlot::Mobile), Method::MobilePhone)
                    | (Some(PhoneSlot::AlternateMobile), Method::AlternatePhone)
                    | (Some(PhoneSlot::Office), Method::OfficePhone)
            )
        })
        .map(|(_, other)| number.compare(other))
        .filter(|sameness| *sameness != Sameness::Different)
        .max_by_key(|sameness| *sameness == Sameness::Same)
}

fn pairs<T: Copy>(items: &[T]) -> impl Iterator<Item = (T, T)> {
    items
        .iter()
        .enumerate()
        .flat_map(|(index, one)| items.iter().skip(index + 1).map(|other| (*one, *other)))
}

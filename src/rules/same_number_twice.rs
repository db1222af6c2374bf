//! The same number in two slots.

use super::{Case, JudgedField, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    methods::{Holding, Method, Sameness, SeenNumber},
    page::reading::PhoneSlot,
};

pub(super) const RULE: Rule = Rule {
    id: "same-number-twice",
    severity: Severity::Tip,
    rationale: "Losing that one phone loses both methods at once.",
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
    let mut said: Vec<Said> = case
        .typed
        .iter()
        .filter_map(|typed| {
            let variant = match in_another_slot(typed, list.holdings())? {
                Sameness::Same => "typed",
                Sameness::MayBeSame => "typed-perhaps",
                Sameness::Different => return None,
            };
            Some(typed.remark(Severity::Tip).variant(variant))
        })
        .collect();

    // The list is told where it stands, not in the frame of a pane beside it.
    let is_here = case.reading.registered.as_ref() == Some(list);
    if let Some(sameness) = judge(list.holdings()).filter(|_| is_here) {
        let variant = if sameness == Sameness::Same { "listed" } else { "listed-perhaps" };
        said.push(Said::at_list(list, Severity::Tip).variant(variant));
    }
    said
}

/// How alike the two numbers are that are most alike, in slots that can be used; `None` where all
/// differ.
pub(crate) fn judge<'a>(holdings: impl IntoIterator<Item = &'a Holding>) -> Option<Sameness> {
    let usable = holdings.into_iter().filter(|it| it.usable);
    let numbers: Vec<&SeenNumber> = usable.filter_map(slot).map(|(_, number)| number).collect();
    most_alike(
        numbers.iter().enumerate().flat_map(|(index, one)| {
            numbers.iter().skip(index + 1).map(|other| one.compare(other))
        }),
    )
}

fn in_another_slot<'a>(
    typed: &JudgedField<'_>,
    listed: impl Iterator<Item = &'a Holding>,
) -> Option<Sameness> {
    let number = SeenNumber::parse(&typed.assessment.number.as_ref()?.spaced())?;
    let others = listed.filter_map(slot).filter(|(method, _)| {
        // A number that is being changed is not a second one.
        !matches!(
            (typed.field.slot, *method),
            (Some(PhoneSlot::Mobile), Method::MobilePhone)
                | (Some(PhoneSlot::AlternateMobile), Method::AlternatePhone)
                | (Some(PhoneSlot::Office), Method::OfficePhone)
        )
    });
    most_alike(others.map(|(_, other)| number.compare(other)))
}

/// The slot and its number, where the holding is a phone and its number is shown.
fn slot(holding: &Holding) -> Option<(Method, &SeenNumber)> {
    let number = holding.number.as_ref().filter(|_| holding.method.is_telephony())?;
    Some((holding.method, number))
}

fn most_alike(compared: impl Iterator<Item = Sameness>) -> Option<Sameness> {
    compared
        .filter(|sameness| *sameness != Sameness::Different)
        .max_by_key(|sameness| *sameness == Sameness::Same)
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::methods::{Holding, Method, Sameness, example::with_number};

    #[test]
    fn the_two_numbers_that_are_most_alike_are_told() {
        let mobile = with_number(Method::MobilePhone, "+81 9012345678");
        let masked = with_number(Method::AlternatePhone, "+81 XXXXXXXX78");
        let office = with_number(Method::OfficePhone, "+81 90-1234-5678");
        let all = [mobile.clone(), masked.clone(), office];
        assert_eq!(judge(&all), Some(Sameness::Same));
        assert_eq!(judge(&[mobile.clone(), masked.clone()]), Some(Sameness::MayBeSame));
        let unusable = Holding { usable: false, ..masked };
        assert_eq!(judge(&[mobile.clone(), unusable]), None);
        let other = with_number(Method::AlternatePhone, "+81 8012345678");
        assert_eq!(judge(&[mobile, other]), None);
        assert_eq!(judge(&[]), None);
    }
}

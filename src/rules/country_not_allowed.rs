//! A number outside the countries that the organisation allows.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{
    context::Policy,
    finding::Severity,
    page::place::Place,
    phone::{PhoneNumber, Region},
};

pub(super) const RULE: Rule = Rule {
    id: "country-not-allowed",
    severity: Severity::Stop,
    rationale: "The organization has decided which countries' numbers may be registered.",
    source: sources::METHODS_POLICY,
    texts: &[Text { variant: None, params: &["country"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.typed
        .iter()
        .filter_map(|typed| {
            let region = typed.refused?;
            Some(typed.remark(Severity::Stop).with("country", typed::region(region)))
        })
        .collect()
}

/// The number's country where the policy refuses it.
pub(super) fn refused(number: &PhoneNumber, place: Place, policy: &Policy) -> Option<Region> {
    // A list in which no region is known (all misspelt) would forbid everything; it says nothing.
    let allowed: Vec<Region> =
        policy.allowed_regions.iter().filter_map(|code| Region::new(code)).collect();
    // What the organisation decides does not bind anybody's personal account.
    if allowed.is_empty() || place == Place::Personal {
        return None;
    }
    let is_allowed = match number.region() {
        Some(region) => allowed.contains(&region),
        // Which of the regions that share the code it is, is not known.
        None => number.calling_code().regions().any(|region| allowed.contains(&region)),
    };
    (!is_allowed).then(|| typed::region_of(number))
}

//! A number outside the countries that the organisation allows.

use super::{Case, Rule, Said, Text, sources, typed};
use crate::{finding::Severity, page::place::Place, phone::Region};

pub(super) const RULE: Rule = Rule {
    id: "country-not-allowed",
    severity: Severity::Stop,
    rationale: "The organisation has decided which countries' numbers may be registered.",
    source: sources::REGIONS_TO_OPT_IN,
    texts: &[Text { variant: None, params: &["country"] }],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    // A list in which no region is known (all misspelt) would forbid everything; it says nothing.
    let allowed: Vec<Region> =
        case.context.policy.allowed_regions.iter().filter_map(|code| Region::new(code)).collect();
    // What the organisation decides does not bind anybody's personal account.
    if allowed.is_empty() || case.shown.place == Place::Personal {
        return Vec::new();
    }
    case.typed
        .iter()
        .filter_map(|typed| {
            let number = typed.assessment.number.as_ref()?;
            let is_allowed = match number.region() {
                Some(region) => allowed.contains(&region),
                // Which of the regions that share the code it is, is not known.
                None => number.calling_code().regions().any(|region| allowed.contains(&region)),
            };
            if is_allowed {
                return None;
            }
            Some(typed.remark(Severity::Stop).with("country", typed::region(typed.region()?)))
        })
        .collect()
}

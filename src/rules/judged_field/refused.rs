//! Numbers outside the countries that the organization's policy allows.

use crate::{
    context::Policy,
    page::place::Place,
    phone::{PhoneNumber, Region},
};

/// The number's country where the policy refuses it.
pub(super) fn refused(number: &PhoneNumber, place: Place, policy: &Policy) -> Option<Region> {
    // A list in which no region is known (all misspelled) would forbid everything; it says nothing.
    let allowed: Vec<Region> =
        policy.allowed_regions.iter().filter_map(|code| Region::new(code)).collect();
    // What the organization decides does not bind anybody's personal account.
    if allowed.is_empty() || place == Place::Personal {
        return None;
    }
    let is_allowed = match number.region() {
        Some(region) => allowed.contains(&region),
        // Which of the regions that share the code it is, is not known.
        None => number.calling_code().regions().any(|region| allowed.contains(&region)),
    };
    (!is_allowed).then(|| number.region_or_main())
}

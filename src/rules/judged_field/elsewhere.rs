//! A number that is none of the country that the selector says, and may be one of another country,
//! though nothing says of which.

use super::whereabouts::{MOST_OFFERED, ranked};
use crate::phone::{
    Assessment, Candidate, Fault, Field, Form, LengthFault, Region, Selected, begins_like_none_of,
    candidates,
};

/// What is said in place of a wrong length.
pub(crate) struct Elsewhere {
    /// The country of the selector.
    pub(crate) selected: Region,
    /// The countries of which it is a whole valid number, the likeliest first; perhaps none.
    pub(crate) regions: Vec<Region>,
}

/// Digits too many are no slip where the number is valid elsewhere, or begins as none does here: who
/// deletes one registers a stranger's number. Of other faults, long lists of countries would nearly
/// always have the number; there it takes a country that something speaks for.
pub(super) fn elsewhere(
    typed: &str,
    field: &Field,
    assessment: &Assessment,
    likely: &[Region],
    is_allowed: impl Fn(&Candidate) -> bool,
) -> Option<Elsewhere> {
    let Form::National(Some(selected)) = field.form else { return None };
    let too_long = assessment.faults.iter().find_map(|fault| match fault {
        Fault::WrongLength { length, .. } => Some(matches!(length, LengthFault::TooLong(_))),
        Fault::NotAssigned { .. } => Some(false),
        _ => None,
    })?;
    // Where what was typed names the country by itself, or shows how it was dialed, that is the cause.
    let is_explained = |fault: &Fault| {
        matches!(
            fault,
            Fault::CountryMismatch { .. }
                | Fault::CountryCodeTwice { .. }
                | Fault::TrunkZero { .. }
                | Fault::InternationalPrefix { .. }
        )
    };
    if assessment.faults.iter().any(is_explained) {
        return None;
    }
    let code = selected.calling_code();
    let mut found = candidates(typed);
    found.retain(|it| it.number.calling_code() != code);
    let is_valid_somewhere = !found.is_empty();
    found.retain(is_allowed);
    // Nobody is sent to a country that the organization does not allow.
    if is_valid_somewhere && found.is_empty() {
        return None;
    }
    let selected = match selected {
        Selected::Region(region) => region,
        Selected::CallingCode(code) => code.main_region(),
    };
    let begins_foreign = begins_like_none_of(typed, selected);
    let is_likely = |it: &Candidate| likely.contains(&it.region);
    let is_meant = begins_foreign || found.iter().any(is_likely) || (too_long && !found.is_empty());
    if !is_meant {
        return None;
    }
    let mut regions: Vec<Region> = Vec::new();
    for candidate in ranked(found, likely) {
        if regions.len() < MOST_OFFERED && !regions.contains(&candidate.region) {
            regions.push(candidate.region);
        }
    }
    Some(Elsewhere { selected, regions })
}

//! A number that cannot be one of the country that the selector says, but is one of the home
//! country.

use crate::phone::{self, Assessment, CallingCode, Fault, Field, Form, Region, Selected};

/// The selected calling code, and what was typed as it would be assessed if the home country were
/// selected: only where it is no number of the one, and of the other it is a number or may become
/// one.
pub(super) fn at_home(
    typed: &str,
    field: &Field,
    assessment: &Assessment,
    home: Region,
) -> Option<(CallingCode, Assessment)> {
    let Form::National(Some(selected)) = field.form else { return None };
    let selected = selected.calling_code();
    // What is a number of the selected country only with other digits may be one of home as it is.
    let is_as_typed = !assessment.faults.iter().any(Fault::names_another_number);
    if selected == home.calling_code() || (assessment.number?.is_valid() && is_as_typed) {
        return None;
    }
    let form = Form::National(Some(Selected::Region(home)));
    let mut at_home = phone::assess(typed, &Field { form, ..*field }, None);
    // That another number was meant than the one that was typed is shown for a country that is known.
    if at_home.faults.iter().any(Fault::names_another_number) {
        return None;
    }
    let number = at_home.number?;
    // Many a phone in Jersey or in Åland has a number of the larger neighbor.
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

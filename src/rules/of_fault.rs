//! Which rule tells a person about a fault that the phone library found. Each of these rules is
//! about one kind of fault, and each fault has one rule.

use super::{
    cannot_receive_text, country_code_missing, country_code_twice, country_mismatch, extension,
    fullwidth_digits, international_prefix, not_a_number, not_assigned, overseas_number,
    punctuation, renumbered, space_after_country_code, trunk_zero, wrong_length, zero_lost,
    zero_too_many,
};
use crate::phone::Fault;

/// The id of the rule that a fault belongs to, for instance `trunk-zero`.
///
/// ```
/// use sparekey::{phone::Fault, rules};
/// assert_eq!(rules::of_fault(&Fault::TrunkZero { prefix: '0' }), "trunk-zero");
/// ```
#[must_use]
pub fn of_fault(fault: &Fault) -> &'static str {
    match fault {
        Fault::NotANumber(_) => not_a_number::RULE.id,
        Fault::OverseasNumber { .. } => overseas_number::RULE.id,
        Fault::CountryCodeMissing { .. } => country_code_missing::RULE.id,
        Fault::InternationalPrefix { .. } => international_prefix::RULE.id,
        Fault::TrunkZero { .. } => trunk_zero::RULE.id,
        Fault::ZeroTooMany { .. } => zero_too_many::RULE.id,
        Fault::ZeroLost { .. } => zero_lost::RULE.id,
        Fault::Renumbered(_) => renumbered::RULE.id,
        Fault::WrongLength { .. } => wrong_length::RULE.id,
        Fault::CountryMismatch { .. } => country_mismatch::RULE.id,
        Fault::CountryCodeTwice { .. } => country_code_twice::RULE.id,
        Fault::NonAsciiDigits => fullwidth_digits::RULE.id,
        Fault::Punctuation => punctuation::RULE.id,
        Fault::CannotReceiveText(_) => cannot_receive_text::RULE.id,
        Fault::NotAssigned { .. } => not_assigned::RULE.id,
        Fault::Extension(_) => extension::RULE.id,
        Fault::SpaceAfterCountryCode => space_after_country_code::RULE.id,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::ALL, of_fault};
    use crate::phone::{
        CallingCode, ExtensionFault, Fault, LengthFault, NotANumber, NumberType, Region,
        Renumbering,
    };

    /// One fault of each kind, in the phone library's order.
    fn one_of_each() -> Vec<Fault> {
        let region = Region::new("JP").unwrap();
        let calling_code = CallingCode::new(81).unwrap();
        let mut faults = vec![
            Fault::SpaceAfterCountryCode,
            Fault::Extension(ExtensionFault::NotAccepted),
            Fault::NotAssigned { region },
            Fault::CannotReceiveText(NumberType::FixedLine),
            Fault::Punctuation,
            Fault::NonAsciiDigits,
            Fault::CountryCodeTwice { calling_code },
            Fault::CountryMismatch { selected: calling_code, typed: calling_code },
            Fault::WrongLength { length: LengthFault::Unused, region },
            Fault::Renumbered(Renumbering::MobileMark),
            Fault::ZeroLost { trunk: None },
            Fault::ZeroTooMany { digit: '0' },
            Fault::TrunkZero { prefix: '0' },
            Fault::InternationalPrefix { digits: 2 },
            Fault::CountryCodeMissing { assumed: None, only_plus: false },
            Fault::OverseasNumber { region },
            Fault::NotANumber(NotANumber::Letters),
        ];
        faults.sort_by_key(Fault::rank);
        faults
    }

    #[test]
    fn faults_are_ordered_as_the_rules_that_show_them() {
        let faults = one_of_each();
        let ranks: Vec<u8> = faults.iter().map(Fault::rank).collect();
        assert!(ranks.is_sorted_by(|one, other| one < other), "{ranks:?}");
        let places: Vec<usize> = faults
            .iter()
            .map(|fault| ALL.iter().position(|rule| rule.id == of_fault(fault)).unwrap())
            .collect();
        assert!(places.is_sorted_by(|one, other| one < other), "{faults:?} have places {places:?}");
        // The list above has every kind: ranks are counted from 0 without a gap.
        assert!(ranks.iter().copied().eq(0..17));
    }
}

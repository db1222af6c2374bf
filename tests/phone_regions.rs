//! Every region's own example numbers, as people write them.

use sparekey::phone::{Fault, Field, Form, PhoneNumber, Possibility, Region, Selected, assess};

const VOICE: Field = Field {
    form: Form::International,
    punctuation_accepted: false,
    extension_accepted: false,
    must_receive_text: false,
};
const TEXT: Field = Field { must_receive_text: true, ..VOICE };

fn beside_selector(region: Region) -> Field {
    Field { form: Form::National(Some(Selected::Region(region))), ..VOICE }
}

/// Each region with its mobile and fixed-line examples and the field that takes them.
fn examples() -> Vec<(Region, PhoneNumber, Field)> {
    let mut examples = Vec::new();
    for region in Region::all() {
        examples.extend(region.example_mobile().map(|number| (region, number, TEXT)));
        examples.extend(region.example_fixed_line().map(|number| (region, number, VOICE)));
    }
    examples
}

#[test]
fn every_region_has_an_example_to_show_and_it_is_valid_there() {
    assert!(Region::all().count() >= 240);
    for region in Region::all() {
        assert_eq!(Region::new(region.as_str()), Some(region));
        // Tristan da Cunha has landlines only.
        assert_eq!(region.example_mobile().is_none(), region.as_str() == "TA", "{region}");
    }
    for (region, number, _) in examples() {
        // Not the region itself: the example of the Åland Islands is one of Finland's numbers.
        let found = number.region().map(Region::calling_code);
        assert_eq!(found, Some(region.calling_code()), "{}", number.e164());
        assert!(number.is_valid(), "{}", number.e164());
        assert_eq!(number.possibility(), Possibility::Possible, "{}", number.e164());
        assert_eq!(number.calling_code(), region.calling_code(), "{}", number.e164());
    }
}

#[test]
fn mobile_examples_may_receive_texts() {
    for number in Region::all().filter_map(Region::example_mobile) {
        let kind = number.number_type();
        assert!(kind.is_some_and(|kind| kind.may_receive_text()), "{}: {kind:?}", number.e164());
    }
}

#[test]
fn microsofts_form_is_fine_everywhere() {
    for (region, number, field) in examples() {
        let assessment = assess(&number.spaced(), &field, Some(region));
        assert!(assessment.faults.is_empty(), "{}: {assessment:?}", number.spaced());
        assert_eq!(assessment.fix, None);
        assert_eq!(assessment.number, Some(number));
    }
}

#[test]
fn e164_lacks_the_space_only() {
    for (region, number, field) in examples() {
        let assessment = assess(&number.e164(), &field, Some(region));
        assert_eq!(assessment.faults, [Fault::SpaceAfterCountryCode], "{}", number.e164());
        assert_eq!(assessment.fix, Some(number.spaced()));
    }
}

#[test]
fn the_national_form_lacks_the_calling_code_only() {
    for (region, number, field) in examples() {
        for typed in national_forms(region, &number) {
            // Some plans have a longer number that begins like the trunk prefix and this one.
            if PhoneNumber::parse(&typed, Some(region)) != Ok(number) {
                continue;
            }
            let assessment = assess(&typed, &field, Some(region));
            let missing = Fault::CountryCodeMissing { assumed: Some(region), only_plus: false };
            assert_eq!(assessment.faults, [missing], "{typed} in {region}");
            assert_eq!(assessment.fix, Some(number.spaced()), "{typed} in {region}");
        }
    }
}

#[test]
fn beside_a_selector_the_national_number_is_fine_and_the_trunk_prefix_is_not() {
    for (region, number, _) in examples() {
        let field = beside_selector(region);
        for typed in national_forms(region, &number) {
            if PhoneNumber::parse(&typed, Some(region)) != Ok(number) {
                continue;
            }
            let assessment = assess(&typed, &field, None);
            if typed == number.national_number() {
                assert!(assessment.faults.is_empty(), "{typed} in {region}: {assessment:?}");
            } else {
                assert!(
                    matches!(assessment.faults.as_slice(), [Fault::TrunkZero { .. }]),
                    "{typed} in {region}: {assessment:?}"
                );
                assert_eq!(assessment.fix.as_deref(), Some(number.national_number()));
            }
        }
    }
}

#[test]
fn a_number_that_is_being_typed_is_unfinished_until_it_is_valid() {
    for (region, number, field) in examples() {
        let mut contents = vec![(number.spaced(), field), (number.e164(), field)];
        for typed in national_forms(region, &number) {
            if PhoneNumber::parse(&typed, Some(region)) == Ok(number) {
                contents.push((typed.clone(), field));
                contents.push((typed, beside_selector(region)));
            }
        }
        for (whole, field) in contents {
            for typed in (1..whole.len()).filter_map(|length| whole.get(..length)) {
                let assessment = assess(typed, &field, Some(region));
                let valid = assessment.number.is_some_and(|number| number.is_valid());
                assert!(
                    assessment.unfinished || valid,
                    "{typed} of {whole} in {region}: {assessment:?}"
                );
            }
        }
    }
}

fn national_forms(region: Region, number: &PhoneNumber) -> Vec<String> {
    let national = number.national_number();
    let trunk = region.trunk_prefix();
    let mut forms = vec![national.to_owned()];
    if !trunk.is_empty() {
        forms.push(format!("{trunk}{national}"));
    }
    forms
}

//! Digits that are no number as they stand, and of which it can be known what was meant: the reason is named, and a
//! fix is offered where nothing else can have been meant.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has found something"
)]

mod plans;
#[allow(dead_code, reason = "the texts of other tests are there, too")]
mod typed_texts;

use plans::Plans;
use sparekey::{
    phone::{Assessment, Fault, Field, Form, PhoneNumber, Region, Selected, assess},
    rules,
};
use std::collections::BTreeMap;
use typed_texts::Chance;

/// A field for a number that is only called.
const ALTERNATE: Field = Field {
    form: Form::International,
    punctuation_accepted: false,
    extension_accepted: false,
    must_receive_text: false,
};

fn region(code: &str) -> Region {
    Region::new(code).unwrap()
}

fn judged(typed: &str, assumed: &str) -> Assessment {
    assess(typed, &ALTERNATE, Region::new(assumed))
}

fn beside(typed: &str, selected: Region) -> Assessment {
    let form = Form::National(Some(Selected::Region(selected)));
    assess(typed, &Field { form, ..ALTERNATE }, None)
}

fn has(assessment: &Assessment, rule: &str) -> bool {
    assessment.faults.iter().any(|fault| rules::of_fault(fault) == rule)
}

fn is_of_a_person(number: &PhoneNumber) -> bool {
    use sparekey::phone::NumberType::{FixedLine, FixedLineOrMobile, Mobile};
    number.number_type().is_some_and(|it| matches!(it, FixedLine | FixedLineOrMobile | Mobile))
}

/// One national plan, and five calling codes.
const FRENCH: [&str; 5] = ["FR", "GF", "GP", "MQ", "RE"];

#[test]
fn a_number_of_an_overseas_department_is_known_wherever_it_is_dialed() {
    let plans = Plans::all();
    let mut chance = Chance(31);
    let mut met: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for of in FRENCH.map(region) {
        for here in FRENCH.map(region).into_iter().filter(|here| *here != of) {
            for _ in 0..300 {
                let Some(national) = plans.number(&mut chance, of, "") else { continue };
                let code = of.calling_code();
                let whole = format!("+{code} {national}");
                let number = PhoneNumber::parse(&whole, None).unwrap();
                if !is_of_a_person(&number) || number.national_number() != national {
                    continue;
                }
                let valid_in: Vec<Region> = FRENCH
                    .map(region)
                    .into_iter()
                    .filter(|it| {
                        let text = format!("+{} {national}", it.calling_code());
                        PhoneNumber::parse(&text, None).is_ok_and(|it| it.is_valid())
                    })
                    .collect();
                let (front, back) = national.split_at(3);
                let code_here = here.calling_code();
                for typed in [
                    format!("0{national}"),
                    format!("0{front} {back}"),
                    national.clone(),
                    format!("+{code_here} {national}"),
                    format!("+{code_here} 0{national}"),
                ] {
                    let assessment = judged(&typed, here.as_str());
                    if valid_in == [of] {
                        *met.entry((of.as_str(), here.as_str())).or_default() += 1;
                        assert!(has(&assessment, "overseas-number"), "{typed} in {here} of {of}");
                        assert!(!has(&assessment, "country-code-missing"), "{typed} in {here}");
                        assert_eq!(assessment.fix, Some(whole.clone()), "{typed} in {here}");
                        let selected = beside(&typed, here);
                        assert!(has(&selected, "overseas-number"), "{typed} beside {here}");
                        assert_eq!(selected.fix, None, "{typed} beside {here}");
                    } else if let Some(fix) = assessment.fix {
                        assert!(valid_in.contains(&here), "{typed} in {here} → {fix}");
                        assert!(fix.starts_with(&format!("+{code_here} ")), "{typed} → {fix}");
                    }
                }
            }
        }
    }
    assert_eq!(met.len(), 20, "{met:?}");
    assert!(met.values().all(|count| *count > 200), "{met:?}");
}

/// By the metadata some digits of the departments are numbers of France as well: then it is said whose they
/// are, and nothing is written.
#[test]
fn what_may_be_of_france_and_of_one_department_is_named_and_not_fixed() {
    for (typed, of) in [("0596 70 12 34", "MQ"), ("0269 61 23 45", "YT")] {
        let assessment = judged(typed, "FR");
        let named = assessment.faults.iter().find_map(|fault| match fault {
            Fault::OverseasNumber { region } => Some(region.as_str()),
            _ => None,
        });
        assert_eq!(named, Some(of), "{typed}: {:?}", assessment.faults);
        assert_eq!(assessment.fix, None, "{typed}");
    }
    // Freephone numbers are many regions'.
    assert!(!has(&judged("0800 123 456", "FR"), "overseas-number"));
}

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

/// Every region, with numbers of its own that have a zero in front which is none of theirs: it is always taken off
/// where no number begins so, and never anything else is written.
#[test]
fn a_zero_that_no_number_begins_with_is_too_many() {
    let plans = Plans::all();
    let mut chance = Chance(32);
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for region in Region::all().filter(|it| it.calling_code().main_region() == *it) {
        let code = region.calling_code();
        for _ in 0..40 {
            let Some(national) = plans.number(&mut chance, region, "") else { break };
            let right = format!("+{code} {national}");
            let number = PhoneNumber::parse(&right, None).unwrap();
            let with_zero = format!("+{code} 0{national}");
            let is_number = PhoneNumber::parse(&with_zero, None).is_ok_and(|it| it.is_valid());
            if national.starts_with('0') || !is_of_a_person(&number) || is_number {
                continue;
            }
            let assessment = judged(&with_zero, "");
            if has(&assessment, "zero-too-many") {
                *met.entry(region.as_str()).or_default() += 1;
            }
            if let Some(fix) = assessment.fix {
                assert_eq!(fix, right, "{with_zero}");
            }
            let at_home = judged(&format!("0{national}"), region.as_str());
            if has(&at_home, "zero-too-many") {
                assert!(at_home.fix.is_none_or(|fix| fix == right), "0{national} in {region}");
            }
        }
    }
    for region in ["PL", "CZ", "ES", "PT", "NO", "CY", "GR", "LV", "IT", "US", "DK"] {
        assert!(met.get(region).is_some_and(|count| *count > 2), "{region}: {met:?}");
    }
}

/// The same with numbers that begin with a zero, without it.
#[test]
fn a_zero_that_belongs_to_the_number_is_put_back() {
    let plans = Plans::all();
    let mut chance = Chance(33);
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for region in Region::all() {
        let code = region.calling_code();
        for _ in 0..200 {
            let Some(national) = plans.number(&mut chance, region, "0") else { break };
            let right = format!("+{code} {national}");
            let behind = format!("+{code} {}", &national[1..]);
            for typed in [behind, national[1..].to_owned()] {
                let assessment = judged(&typed, region.as_str());
                if has(&assessment, "zero-lost") {
                    *met.entry(region.as_str()).or_default() += 1;
                    assert_eq!(assessment.fix, Some(right.clone()), "{typed} in {region}");
                }
            }
        }
    }
    for region in ["IT", "SM", "CI", "CG", "BJ"] {
        assert!(met.get(region).is_some_and(|count| *count > 50), "{region}: {met:?}");
    }
}

/// Nothing that is a number of today is told to be an old one, whatever it begins with.
#[test]
fn no_number_of_today_is_taken_for_another() {
    let plans = Plans::all();
    let mut chance = Chance(34);
    let mut tried = 0;
    for region in Region::all() {
        for _ in 0..200 {
            let Some(national) = plans.number(&mut chance, region, "") else { break };
            let typed = format!("+{} {national}", region.calling_code());
            let is_as_typed = PhoneNumber::parse(&typed, None)
                .is_ok_and(|it| it.is_valid() && it.national_number() == national);
            if !is_as_typed || region.as_str() == "FR" {
                continue;
            }
            tried += 1;
            let assessment = judged(&typed, region.as_str());
            for rule in ["overseas-number", "zero-too-many", "zero-lost", "renumbered"] {
                assert!(!has(&assessment, rule), "{typed}: {rule}");
            }
        }
    }
    assert!(tried > 20_000, "only {tried} were tried");
}

/// The first digits of old numbers in each table row, with random digits behind: the fix begins as it should.
#[test]
fn old_numbers_are_written_as_they_are_today() {
    let mut chance = Chance(35);
    for (code, old, digits, new) in [
        (52, "1", 11, ""),
        (55, "118", 10, "1198"),
        (55, "219", 10, "2199"),
        (229, "97", 8, "0197"),
        (84, "120", 10, "70"),
        (84, "123", 10, "83"),
        (84, "169", 10, "39"),
        (84, "199", 10, "59"),
        (57, "1", 8, "601"),
        (593, "9", 8, "99"),
        (237, "7", 8, "67"),
        (230, "7", 7, "57"),
        (41, "1", 8, "44"),
        (44, "171", 10, "207"),
        (44, "181", 10, "208"),
    ] {
        let mut named = 0;
        for _ in 0..200 {
            let rest: String = (old.len()..digits)
                .map(|_| char::from(b'0' + u8::try_from(chance.below(10)).unwrap()))
                .collect();
            let typed = format!("+{code} {old}{rest}");
            let right = format!("+{code} {new}{rest}");
            let number = PhoneNumber::parse(&right, None).unwrap();
            let assessment = judged(&typed, "");
            if has(&assessment, "renumbered") {
                named += 1;
                assert!(number.is_valid(), "{right}");
                assert_eq!(assessment.fix, Some(right), "{typed}");
            } else {
                assert!(assessment.fix.is_none(), "{typed} → {:?}", assessment.fix);
            }
        }
        assert!(named > 20, "+{code} {old}: only {named} were named");
    }
}

//! Which countries' numbers digits without a calling code may be: over every region, with numbers
//! made from its examples.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may panic")]

use sparekey::phone::{
    Assessment, Candidate, Fault, Field, Form, PhoneNumber, Region, assess, begins_like_none_of,
    candidates, candidates_at,
};

const PANE: Field = Field {
    form: Form::International,
    punctuation_accepted: false,
    extension_accepted: false,
    must_receive_text: false,
};

/// Valid numbers of a region: its examples, and those that differ from them in the last digits.
fn numbers(region: Region) -> Vec<PhoneNumber> {
    let examples = [region.example_mobile(), region.example_fixed_line()];
    examples
        .into_iter()
        .flatten()
        .flat_map(|example| (0..6_u32).map(move |seed| varied(&example, seed)))
        .filter(|number| number.is_valid() && number.region() == Some(region))
        .collect()
}

fn varied(example: &PhoneNumber, seed: u32) -> PhoneNumber {
    let e164 = example.e164();
    let (kept, last) = e164.split_at(e164.len() - 4);
    let value = (last.parse::<u32>().unwrap() + seed * 1_237) % 10_000;
    PhoneNumber::parse(&format!("{kept}{value:04}"), None).unwrap()
}

/// As somebody in that country types it: with its trunk prefix, and as it is grouped there.
fn typed(number: &PhoneNumber, region: Region) -> Vec<String> {
    let plain = format!("{}{}", region.trunk_prefix(), number.national_number());
    vec![plain, number.national(), number.national_number().to_owned()]
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether nothing but a trunk prefix was left out, or nothing but the plus was missing.
fn keeps_all_digits(typed: &str, candidate: &Candidate) -> bool {
    let (typed, number) = (digits(typed), candidate.number);
    let national = number.national_number();
    let rest = if candidate.only_plus {
        typed.strip_prefix(&number.calling_code().to_string()).unwrap()
    } else {
        typed.as_str()
    };
    // The longest trunk prefixes and mobile tokens have four digits, Mexico's 044 and Hungary's 06.
    rest.strip_suffix(national).is_some_and(|before| before.len() <= 2)
}

fn faults_of(fix: &str) -> Vec<Fault> {
    let Assessment { faults, .. } = assess(fix, &PANE, None);
    faults
}

#[test]
fn a_number_of_a_country_is_offered_as_one_of_it() {
    let (mut count, mut missed) = (0, Vec::new());
    for region in Region::all() {
        for number in numbers(region) {
            for text in typed(&number, region) {
                // Where the country is known, this is its fix. Old forms are read in their country alone:
                // their digits are not those of the number.
                let Assessment { fix, faults, .. } = assess(&text, &PANE, Some(region));
                let is_old_form = faults.iter().any(|it| matches!(it, Fault::Renumbered { .. }));
                if fix != Some(number.spaced()) || is_old_form {
                    continue;
                }
                count += 1;
                let found = candidates(&text);
                if !found.iter().any(|it| it.region == region) && found.len() <= 3 {
                    missed.push(format!("{region} {text}: {found:?}"));
                }
            }
        }
    }
    assert!(count > 5_000, "only {count} texts");
    assert!(
        missed.is_empty(),
        "{} of {count} missed: {:#?}",
        missed.len(),
        &missed[..missed.len().min(20)]
    );
}

#[test]
fn each_choice_is_a_valid_number_of_its_country_with_every_digit() {
    let mut count = 0;
    for region in Region::all() {
        for number in numbers(region).into_iter().step_by(5) {
            let behind_code = format!("{} {}", number.calling_code(), number.national_number());
            for text in typed(&number, region).into_iter().chain([behind_code]) {
                for candidate in candidates(&text) {
                    count += 1;
                    let told = format!("{text} of {}: {:?}", candidate.region, candidate.number);
                    assert!(candidate.number.is_valid(), "{told}");
                    assert_eq!(candidate.number.region(), Some(candidate.region), "{told}");
                    assert!(keeps_all_digits(&text, &candidate), "{told}");
                    assert_eq!(faults_of(&candidate.number.spaced()), [], "{told}");
                }
            }
        }
    }
    assert!(count > 10_000, "only {count} choices");
}

#[test]
fn a_number_that_lacks_nothing_but_its_plus_is_offered_with_it() {
    for region in Region::all() {
        for number in numbers(region) {
            let text = format!("{} {}", number.calling_code(), number.national_number());
            let found = candidates(&text);
            assert!(
                found.iter().any(|it| it.number == number && it.region == region),
                "{text}: {found:?}"
            );
        }
    }
}

#[test]
fn of_two_readings_as_good_both_are_offered() {
    let spaced = |typed: &str, region: &str| -> Vec<String> {
        let found = candidates_at(typed, Region::new(region).unwrap());
        found.iter().map(|it| it.number.spaced()).collect()
    };
    assert_eq!(spaced("4915123456789", "DE"), ["+49 4915123456789", "+49 15123456789"]);
    assert_eq!(spaced("0590 12 34 56", "FR").len(), 1);
    assert!(spaced("4251234567", "DE").len() < 2);
    assert!(spaced("+49 15123456789", "DE").is_empty());
}

#[test]
fn what_is_no_number_of_digits_alone_has_no_candidates() {
    for typed in ["", "+", "+81 90 1234 5678", "a@example.com", "call me", "5551234 ext 5", "112"] {
        assert!(candidates(typed).is_empty(), "{typed}: {:?}", candidates(typed));
    }
}

#[test]
fn a_country_is_told_by_the_first_digit_that_none_of_its_numbers_has() {
    let is_foreign =
        |typed: &str, region: &str| begins_like_none_of(typed, Region::new(region).unwrap());
    assert!(is_foreign("090-1234-5678", "US"));
    assert!(!is_foreign("090-1234-5678", "JP"));
    assert!(!is_foreign("06 1234 5678", "IT"));
    assert!(!is_foreign("425 555 1234 5", "US"));
    assert!(!is_foreign("1 425 555 1234", "US"));
    assert!(!is_foreign("", "US"));
}

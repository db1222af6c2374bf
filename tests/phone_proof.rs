//! A fix writes into somebody's account, so that it has to be proved: what is tried here are numbers of every
//! region, made at random from its own plan, written as people write them at home and with the slips that
//! people make. Found must be no fix to another number.

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
use sparekey::phone::{CallingCode, Fault, Field, Form, PhoneNumber, Region, Selected, assess};
use std::collections::BTreeMap;
use typed_texts::Chance;

const SLOTS: [(&str, bool, bool); 3] =
    [("mobile", false, true), ("alternate", false, false), ("office", true, false)];

fn fields() -> impl Iterator<Item = (&'static str, Field)> {
    SLOTS.into_iter().map(|(name, extension_accepted, must_receive_text)| {
        let form = Form::International;
        (name, Field { form, punctuation_accepted: false, extension_accepted, must_receive_text })
    })
}

/// The digits as they are, with the first few set off, in threes and fours, or with a separator anywhere.
fn groupings(chance: &mut Chance, digits: &str, area: usize) -> Vec<String> {
    let separator = chance.one_of(&["-", " ", ".", "/"]);
    let area = area.min(digits.len());
    let (front, rest) = digits.split_at(area);
    let groups = |text: &str, size: usize| {
        text.as_bytes()
            .chunks(size)
            .map(|chunk| std::str::from_utf8(chunk).unwrap())
            .collect::<Vec<_>>()
            .join(separator)
    };
    vec![
        digits.to_owned(),
        format!("{front}{separator}{rest}"),
        format!("({front}) {rest}"),
        format!("{front}{separator}{}", groups(rest, 4)),
        format!("{front}{separator}{}", groups(rest, 3)),
        format!("{front}{separator}{}", groups(rest, 2)),
        groups(digits, 3),
        groups(digits, 4),
    ]
}

/// What people write behind a number, or wrongly into it.
fn slip(chance: &mut Chance, number: &str) -> String {
    let mut some = |count: usize| -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(chance.below(10)).unwrap())).collect()
    };
    let (one, few) = (some(1), some(4));
    let places = number.len() - 3;
    let at = 3 + chance.below(places);
    match chance.below(8) {
        0 => format!("{number}-{}", &few[..3]),
        1 => format!("{number}-{}", &few[..2]),
        2 => format!("{number}{one}"),
        3 => format!("{number}{few}"),
        4 => number[..number.len() - 1].to_owned(),
        5 => format!("{}{one}{}", &number[..at], &number[at..]),
        6 => format!("{}{one}{}", &number[..at], &number[at + 1..]),
        _ => format!("{number}{}", &few[..2]),
    }
}

/// Delhi and Sapporo are 011, Beijing and every mobile phone in Korea 010: what begins so is no call abroad.
#[test]
fn no_number_of_a_region_is_moved_to_another_country() {
    let plans = Plans::all();
    let mut chance = Chance(21);
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for region in Region::all() {
        let trunk = region.trunk_prefix();
        for prefix in ["00", "010", "011", "0011"] {
            let beginnings =
                [prefix.strip_prefix(trunk).filter(|_| !trunk.is_empty()), Some(prefix)];
            for beginning in beginnings.into_iter().flatten() {
                for _ in 0..60 {
                    let Some(national) = plans.number(&mut chance, region, beginning) else {
                        break;
                    };
                    let dialed =
                        if beginning == prefix { national } else { format!("{trunk}{national}") };
                    if dialed.len() < 7 {
                        continue;
                    }
                    let slipped = slip(&mut chance, &dialed);
                    for typed in groupings(&mut chance, &slipped, prefix.len()) {
                        for (name, field) in fields() {
                            *tried.entry(region.as_str()).or_default() += 1;
                            let assessment = assess(&typed, &field, Some(region));
                            let Some(fix) = assessment.fix else { continue };
                            let code = fix.split(' ').next().unwrap();
                            if code != format!("+{}", region.calling_code()) {
                                let of_region = wrong.entry(region.as_str()).or_default();
                                of_region.push(format!("{typed} ({name}) → {fix}"));
                            }
                        }
                    }
                }
            }
        }
    }
    for region in ["AR", "BE", "CN", "EG", "IN", "JP", "KR", "MY", "NL", "ZA"] {
        assert!(tried.get(region).is_some_and(|count| *count > 500), "{region} is not tried");
    }
    let report: Vec<String> = wrong
        .iter()
        .map(|(region, cases)| {
            format!(
                "{region}: {} of {}, {}",
                cases.len(),
                tried[region],
                cases[..3.min(cases.len())].join("; ")
            )
        })
        .collect();
    assert!(wrong.is_empty(), "moved to another country:\n{}", report.join("\n"));
}

/// A zero twice by mistake is no call abroad, either, where the number's own grouping says so.
#[test]
fn a_doubled_zero_is_no_call_abroad() {
    let plans = Plans::all();
    let mut chance = Chance(22);
    let mut tried = 0;
    let mut wrong = Vec::new();
    for region in Region::all().filter(|region| region.trunk_prefix() == "0") {
        for _ in 0..60 {
            let Some(national) = plans.number(&mut chance, region, "") else { break };
            if national.len() < 6 {
                continue;
            }
            for area in [3, 5] {
                let digits = format!("00{national}");
                let (front, rest) = digits.split_at(area);
                let pairs = rest.as_bytes().chunks(2).map(|it| std::str::from_utf8(it).unwrap());
                let pairs = pairs.collect::<Vec<_>>().join("-");
                for typed in [format!("{front}-{pairs}"), format!("{front} {rest}")] {
                    for (name, field) in fields() {
                        // With a gap where a calling code ends, it is as well a call abroad.
                        // Some dial out with three digits, 005 in Korea.
                        let code_ends = [2, 3].iter().any(|from| {
                            let code = digits.get(*from..area).and_then(|code| code.parse().ok());
                            code.and_then(CallingCode::new).is_some()
                        });
                        if code_ends {
                            continue;
                        }
                        tried += 1;
                        let Some(fix) = assess(&typed, &field, Some(region)).fix else { continue };
                        if !fix.starts_with(&format!("+{} ", region.calling_code())) {
                            wrong.push(format!("{region}: {typed} ({name}) → {fix}"));
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 20_000, "only {tried} were tried");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong[..20.min(wrong.len())].join("\n")
    );
}

/// Where a number is valid as it stands and behind its own calling code as well, nobody knows which one is
/// meant, and there is no button.
#[test]
fn two_readings_that_are_as_good_leave_no_fix() {
    let plans = Plans::all();
    let mut chance = Chance(23);
    let mut met = 0;
    for region in Region::all() {
        let code = region.calling_code().to_string();
        for _ in 0..300 {
            let Some(typed) = plans.number(&mut chance, region, &code) else { break };
            let behind = &typed[code.len()..];
            let read = |text: &str| PhoneNumber::parse(&format!("+{code}{text}"), None).ok();
            let (Some(whole), Some(short)) = (read(&typed), read(behind)) else { continue };
            if !whole.is_valid()
                || !short.is_valid()
                || whole == short
                || typed.starts_with(region.trunk_prefix()) && region.trunk_prefix() != ""
            {
                continue;
            }
            met += 1;
            for (name, field) in fields() {
                let assessment = assess(&typed, &field, Some(region));
                assert_eq!(assessment.fix, None, "{typed} ({region}, {name})");
            }
        }
    }
    assert!(met > 300, "only {met} were met");
}

/// One source for one fact: what the parser takes for a trunk prefix, the judge does.
#[test]
fn every_prefix_that_the_parser_takes_off_is_taken_off_by_the_fix() {
    let plans = Plans::all();
    let mut chance = Chance(24);
    let short = (0..10).map(|prefix| prefix.to_string());
    let longer = (0..100).map(|prefix| format!("{prefix:02}"));
    let carriers = ["15000", "151", "0155"].map(str::to_owned);
    let prefixes: Vec<String> = short.chain(longer).chain(carriers).collect();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for region in Region::all() {
        let code = region.calling_code();
        for _ in 0..20 {
            let Some(national) = plans.number(&mut chance, region, "") else { break };
            for prefix in &prefixes {
                let typed = format!("{prefix}{national}");
                let valid = |text: &str, assumed| {
                    PhoneNumber::parse(text, assumed).ok().filter(PhoneNumber::is_valid)
                };
                let plus = format!("+{code} {typed}");
                let Some(parsed) = valid(&plus, None) else { continue };
                if parsed.national_number() != national {
                    continue;
                }
                // Of two regions that share a code, the main one's prefixes are asked.
                *tried.entry(region.to_string()).or_default() += 1;
                let expected = Some(format!("+{code} {national}"));
                let (_, field) = fields().nth(1).unwrap();
                let fix = assess(&plus, &field, None).fix;
                if fix != expected {
                    wrong.push(format!("{plus} → {fix:?}"));
                }
                let home = valid(&typed, Some(region));
                if home == Some(parsed)
                    && !is_a_departments_in_france(&typed, region)
                    && region == code.main_region()
                    && !typed.starts_with(&code.to_string())
                {
                    let fix = assess(&typed, &field, Some(region)).fix;
                    if fix != expected {
                        wrong.push(format!("{typed} ({region}) → {fix:?}"));
                    }
                    let form = Form::National(Some(Selected::Region(region)));
                    let beside = assess(&typed, &Field { form, ..field }, None);
                    if beside.fix.as_deref() != Some(national.as_str())
                        || !beside.faults.iter().any(|it| matches!(it, Fault::TrunkZero { .. }))
                    {
                        wrong.push(format!("{typed} (beside {region}) → {:?}", beside.fix));
                    }
                }
            }
        }
    }
    for region in ["BY", "DE", "FR", "GA", "HU", "JP", "LT", "LU", "RU", "US"] {
        assert!(tried.contains_key(region), "{region} is not tried");
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong[..40.min(wrong.len())].join("\n"));
}

/// One national plan, and five calling codes.
const FRENCH: [&str; 6] = ["FR", "GF", "GP", "MQ", "RE", "YT"];

/// Whether France would dial a department's number, which has another calling code, with these digits.
fn is_a_departments_in_france(typed: &str, region: Region) -> bool {
    region.as_str() == "FR"
        && FRENCH[1..].iter().any(|code| {
            PhoneNumber::parse(typed, Region::new(code)).is_ok_and(|number| number.is_valid())
        })
}

/// France and its overseas departments dial one another as at home, behind five calling codes: a click
/// in France must not write +33 into the account of somebody in Martinique, and one in Martinique may.
#[test]
fn what_a_department_has_is_no_fix_in_france_and_is_one_at_home() {
    let plans = Plans::all();
    let mut chance = Chance(11);
    let regions = FRENCH.map(|code| Region::new(code).unwrap());
    let (mut in_france, mut at_home) = (0, 0);
    for _ in 0..400 {
        for of in &regions {
            let Some(national) = plans.number(&mut chance, *of, "") else { continue };
            let typed = format!("0{national}");
            for (slot, field) in fields() {
                for region in regions {
                    let fix = assess(&typed, &field, Some(region)).fix;
                    let is_own =
                        PhoneNumber::parse(&typed, Some(region)).is_ok_and(|it| it.is_valid());
                    if is_own && is_a_departments_in_france(&typed, region) {
                        in_france += 1;
                        assert_eq!(fix, None, "{typed} {region} {slot}");
                    } else if is_own && fix.is_some() {
                        at_home += 1;
                    }
                }
            }
        }
    }
    assert!(in_france > 100 && at_home > 1000, "{in_france} {at_home}");
}

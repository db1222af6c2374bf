//! What holds of every text, whatever is typed, in every form of field. The same in every place's
//! own field, as the pages have it: `brain/fixes.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has found something"
)]

mod typed_texts;

use sparekey::{
    phone::{Assessment, CallingCode, Fault, Field, Form, PhoneNumber, Region, Selected, assess},
    rules,
};
use std::collections::BTreeSet;
use typed_texts::{Chance, digits, text};

fn field(chance: &mut Chance, regions: &[Region]) -> Field {
    let region = chance.one_of(regions);
    let form = match chance.below(6) {
        0..=2 => Form::International,
        3 => Form::National(Some(Selected::Region(region))),
        4 => Form::National(Some(Selected::CallingCode(region.calling_code()))),
        _ => Form::National(None),
    };
    Field {
        form,
        punctuation_accepted: chance.once_in(4),
        extension_accepted: chance.once_in(2),
        must_receive_text: chance.once_in(3),
    }
}

/// Calls `check` with so many texts, each with a field and an assumed region that often fit it.
fn for_texts(seed: u64, count: usize, mut check: impl FnMut(&str, &Field, Option<Region>)) {
    let all: Vec<Region> = Region::all().collect();
    let mut chance = Chance(seed);
    for _ in 0..count {
        // Mostly one region for all of it, so that most texts make sense.
        let one = [chance.one_of(&all)];
        let regions = if chance.once_in(4) { all.as_slice() } else { &one };
        let typed = text(&mut chance, regions);
        let field = field(&mut chance, regions);
        let assumed = (!chance.once_in(5)).then(|| chance.one_of(regions));
        check(&typed, &field, assumed);
    }
}

#[test]
fn a_fix_has_no_fault_itself_that_another_way_of_writing_would_mend() {
    let mut fixes = 0;
    for_texts(1, 60_000, |typed, field, assumed| {
        let assessment = assess(typed, field, assumed);
        let Some(fix) = assessment.fix else { return };
        fixes += 1;
        let again = assess(&fix, field, assumed);
        assert!(
            again.faults.iter().all(|fault| matches!(fault, Fault::CannotReceiveText(_))),
            "{typed:?} → {fix:?} in {field:?}: {:?}",
            again.faults
        );
        assert_eq!(again.fix, None, "{typed:?} → {fix:?}");
        if field.form != Form::National(None) {
            assert_eq!(
                again.number.map(|number| number.e164()),
                assessment.number.map(|number| number.e164()),
                "{typed:?} → {fix:?} is another number"
            );
        }
    });
    assert!(fixes > 10_000, "only {fixes} fixes were tried");
}

/// The rules that name another number than the one that stands there.
const CAUSES: [&str; 4] = ["overseas-number", "zero-too-many", "zero-lost", "renumbered"];

fn has_fault(assessment: &Assessment, rule: &str) -> bool {
    assessment.faults.iter().any(|fault| rules::of_fault(fault) == rule)
}

#[test]
fn a_fix_drops_no_digit_but_prefixes_and_a_repeated_calling_code() {
    for_texts(2, 60_000, |typed, field, assumed| {
        let assessment = assess(typed, field, assumed);
        let Some(fix) = &assessment.fix else { return };
        let Some(number) = assessment.number else {
            assert_eq!(digits(typed), digits(fix), "{typed:?} → {fix:?}");
            return;
        };
        // A digit may be added or replaced where the country's plan says so: `phone_causes.rs`.
        if CAUSES.iter().any(|cause| has_fault(&assessment, cause)) {
            return;
        }
        let (number_part, extension) = fix.split_once('x').unwrap_or((fix, ""));
        let national = number.national_number();
        assert!(number_part.ends_with(national), "{typed:?} → {fix:?}");
        let typed_digits = digits(typed);
        let Some(mut front) =
            typed_digits.strip_suffix(extension).and_then(|rest| rest.strip_suffix(national))
        else {
            panic!("{typed:?} → {fix:?} changes digits");
        };
        for fault in &assessment.faults {
            if let Fault::InternationalPrefix { digits } = fault {
                assert!(*digits <= 5);
                front = &front[*digits..];
            }
        }
        let code = number.calling_code().to_string();
        for _ in 0..2 {
            front = front.strip_prefix(code.as_str()).unwrap_or(front);
        }
        let trunks: Vec<&str> = number
            .calling_code()
            .regions()
            .map(Region::trunk_prefix)
            .filter(|trunk| !trunk.is_empty())
            .collect();
        // Some plans have a second prefix, which Google's algorithm takes off as well.
        let is_prefix = || {
            let parsed = PhoneNumber::parse(&format!("+{code}{front}{national}"), None);
            parsed.is_ok_and(|parsed| parsed.is_valid() && parsed.national_number() == national)
        };
        assert!(
            front.is_empty() || trunks.contains(&front) || is_prefix(),
            "{typed:?} → {fix:?} drops {front:?}"
        );
    });
}

/// Which rules speak up in which form of field. What is not here cannot happen: where the selector
/// was not read nothing can differ from it, and where national numbers belong no calling code is
/// missing.
#[test]
fn every_fault_is_met_in_every_form_it_can_occur_in() {
    let everywhere = [
        "not-a-number",
        "trunk-zero",
        "wrong-length",
        "fullwidth-digits",
        "punctuation",
        "country-code-twice",
        "cannot-receive-text",
        "not-assigned",
        "extension",
    ];
    let international =
        ["international-prefix", "country-code-missing", "space-after-country-code"];
    let selected = ["international-prefix", "country-mismatch"];
    let expected: BTreeSet<(&str, &str)> = [
        ("international", &everywhere[..]),
        ("international", &international),
        ("selected region", &everywhere),
        ("selected region", &selected),
        ("selected code", &everywhere),
        ("selected code", &selected),
        ("unread selector", &everywhere),
    ]
    .into_iter()
    .flat_map(|(form, rules)| rules.iter().map(move |rule| (form, *rule)))
    .collect();
    let mut met = BTreeSet::new();
    let mut fixed = BTreeSet::new();
    for_texts(6, 60_000, |typed, field, assumed| {
        let form = match field.form {
            Form::International => "international",
            Form::National(Some(Selected::Region(_))) => "selected region",
            Form::National(Some(Selected::CallingCode(_))) => "selected code",
            Form::National(None) => "unread selector",
        };
        let assessment = assess(typed, field, assumed);
        met.extend(assessment.faults.iter().map(|fault| (form, rules::of_fault(fault))));
        if assessment.fix.is_some() {
            fixed.insert(form);
        }
    });
    // What takes digits of a certain kind is met in `phone_causes.rs`.
    met.retain(|(_, rule)| !CAUSES.contains(rule));
    assert_eq!(met, expected);
    assert_eq!(fixed.len(), 4, "fixes only in {fixed:?}");
}

/// The hints name the digits that are wrong, so that there have to be some.
#[test]
fn a_number_that_nobody_has_begins_with_digits_that_no_number_begins_with() {
    let mut met = 0;
    for_texts(7, 20_000, |typed, field, assumed| {
        let assessment = assess(typed, field, assumed);
        let Some(number) = assessment.number else { return };
        if assessment.faults.iter().any(|fault| matches!(fault, Fault::NotAssigned { .. })) {
            let unused = number.unused_from().expect(typed);
            assert!(unused <= number.national_number().len(), "{typed:?}");
            met += 1;
        }
    });
    assert!(met > 300, "only {met} were met");
}

#[test]
fn a_fix_is_in_microsofts_form() {
    for_texts(3, 30_000, |typed, field, assumed| {
        let Some(fix) = assess(typed, field, assumed).fix else { return };
        let (number, extension) = fix.split_once('x').unwrap_or((&fix, "0"));
        assert!(extension.bytes().all(|byte| byte.is_ascii_digit()), "{fix:?}");
        assert!(field.extension_accepted || !fix.contains('x'), "{fix:?}");
        let national = match field.form {
            Form::International => {
                let (code, national) = number.split_once(' ').expect("one space");
                let code = code.strip_prefix('+').and_then(|code| code.parse().ok());
                assert!(code.and_then(CallingCode::new).is_some(), "{fix:?}");
                national
            }
            Form::National(_) => number,
        };
        assert!(national.bytes().all(|byte| byte.is_ascii_digit()), "{fix:?}");
    });
}

#[test]
fn faults_come_in_one_order_and_each_only_once() {
    for_texts(4, 30_000, |typed, field, assumed| {
        let found: Vec<&str> =
            assess(typed, field, assumed).faults.iter().map(rules::of_fault).collect();
        let places: Vec<usize> = found
            .iter()
            .map(|id| rules::ALL.iter().position(|rule| rule.id == *id).expect("a known rule"))
            .collect();
        assert!(places.is_sorted_by(|one, other| one < other), "{typed:?}: {found:?}");
    });
}

#[test]
fn text_of_any_kind_and_length_is_answered() {
    let mut chance = Chance(5);
    let interesting: Vec<char> =
        "+＋00118-−ー.()/x#;,=ext内線@a*é \u{a0}\u{200e}９٣\u{301}\u{130}ẞ\u{10ffff}\n\t\0"
            .chars()
            .collect();
    let regions: Vec<Region> = Region::all().collect();
    for _ in 0..60_000 {
        let length = chance.below(30);
        let typed: String = (0..length)
            .map(|_| match chance.below(4) {
                0 => char::from_u32(u32::try_from(chance.next() >> 43).unwrap()).unwrap_or('0'),
                1 => chance.one_of(&interesting),
                _ => char::from(b'0' + u8::try_from(chance.below(10)).unwrap()),
            })
            .collect();
        let field = field(&mut chance, &regions);
        let assumed = Some(chance.one_of(&regions));
        let assessment = assess(&typed, &field, assumed);
        assert!(assessment.faults.len() <= 17);
        let _ = PhoneNumber::parse(&typed, assumed);
    }
    for unit in ["9", "+", "-", "x", " ", "９", "ext", "090-1234-5678 ", "\u{301}", ";ext=", "tel:"]
    {
        let typed = unit.repeat(10_000);
        let assessment = assess(&typed, &field(&mut chance, &regions), None);
        assert_eq!(
            assessment.faults.first().map(rules::of_fault),
            Some("not-a-number"),
            "{unit:?}"
        );
        assert!(PhoneNumber::parse(&typed, Region::new("JP")).is_err(), "{unit:?}");
    }
}

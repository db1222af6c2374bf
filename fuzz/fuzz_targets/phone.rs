//! Any text, in any kind of field: nothing may panic, a fix is right itself, and what the core writes
//! of a number is read as the same number.
//!
//! The first bytes choose region and field, the rest is the text. Regions are chosen by a byte each, so
//! that what the fuzzer learns about one does not shift with another.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sparekey::phone::{Fault, Field, Form, PhoneNumber, Region, Selected, assess};
use std::sync::LazyLock;

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| Region::all().collect());

fuzz_target!(|data: &[u8]| {
    let [choice, form, one, other, text @ ..] = data else { return };
    let text = String::from_utf8_lossy(text);
    let region_of = |byte: u8| REGIONS.get(usize::from(byte) % REGIONS.len()).copied();
    let region = region_of(*one);
    // A text is most often typed where a calling code is missing, so that a region is more often there.
    let assumed = if choice & 0x18 == 0 { None } else { region };
    let selected = region_of(*other).or(region);
    let field = Field {
        form: match form % 4 {
            0 => Form::International,
            1 => Form::National(selected.map(Selected::Region)),
            2 => {
                Form::National(selected.map(|region| Selected::CallingCode(region.calling_code())))
            }
            _ => Form::National(None),
        },
        punctuation_accepted: choice & 1 != 0,
        extension_accepted: choice & 2 != 0,
        must_receive_text: choice & 4 != 0,
    };

    for assumed in [None, assumed] {
        if let Ok(number) = PhoneNumber::parse(&text, assumed) {
            check(&number);
        }
    }
    if let Some(region) = region {
        let _ = region.is_emergency_number(&text);
    }
    let assessment = assess(&text, &field, assumed);
    if let Some(number) = assessment.number {
        check(&number);
    }
    if let Some(fix) = assessment.fix {
        let again = assess(&fix, &field, assumed);
        assert!(
            again.faults.iter().all(|fault| matches!(fault, Fault::CannotReceiveText(_))),
            "{text:?} → {fix:?} in {field:?}: {:?}",
            again.faults
        );
        assert_eq!(again.fix, None, "{text:?} → {fix:?} in {field:?}");
    }
});

fn check(number: &PhoneNumber) {
    let _ = (number.possibility(), number.length_fault(), number.is_short_number());
    let _ = (number.national(), number.spaced(), number.describe());
    let _ = number.region().map(|region| number.is_short_number_in(region));
    // Content that is still being typed may be a number of one digit, which is not read back.
    if number.national_number().len() >= 2 {
        assert_eq!(number.to_string().parse(), Ok(*number));
    }
    let plain = number.without_extension();
    // What is valid is read back; of other digits, a trunk prefix may be taken off once more.
    if plain.is_valid() {
        for written in [plain.e164(), plain.spaced(), plain.international()] {
            assert_eq!(PhoneNumber::parse(&written, None), Ok(plain), "{written:?}");
        }
    }
}

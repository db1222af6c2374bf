//! What `Display` and serde write of a number, a region or a calling code is read as the same
//! value.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has found something"
)]

use serde::{Serialize, de::DeserializeOwned};
use sparekey::phone::{
    CallingCode, CallingCodeError, ParseError, PhoneNumber, PhoneNumberError, Region, RegionError,
};
use std::{
    fmt::{Debug, Display},
    str::FromStr,
};

mod typed_texts;

use typed_texts::{Chance, digits, text};

/// Written and read again in both ways.
fn is_kept<T>(value: &T)
where
    T: Debug + Display + FromStr<Err: Debug> + PartialEq + Serialize + DeserializeOwned,
{
    let written = value.to_string();
    assert_eq!(&written.parse::<T>().unwrap_or_else(|why| panic!("{written}: {why:?}")), value);
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
}

#[test]
fn every_region_and_calling_code_is_read_back() {
    for region in Region::all() {
        is_kept(&region);
        assert_eq!(region.to_string().to_lowercase().parse(), Ok(region));
        assert_eq!(serde_json::to_string(&region).unwrap(), format!("\"{region}\""));
    }
    for code in CallingCode::all() {
        is_kept(&code);
        assert_eq!(serde_json::to_string(&code).unwrap(), code.to_string());
    }
}

#[test]
fn whatever_number_was_read_from_a_text_is_read_back() {
    let mut chance = Chance(7);
    let regions: Vec<Region> = Region::all().collect();
    let (mut valid, mut invalid, mut with_extension) = (0, 0, 0);
    for _ in 0..100_000 {
        let region = chance.one_of(&regions);
        let typed = text(&mut chance, &[region]);
        let Ok(number) = PhoneNumber::parse(&typed, Some(region)) else { continue };
        is_kept(&number);
        is_kept(&number.without_extension());
        assert_eq!(number.without_extension().to_string(), number.e164());
        let all_digits = format!("{}{}", number.calling_code(), number.national_number());
        assert_eq!(digits(&number.e164()), all_digits);
        with_extension += usize::from(number.extension().is_some());
        if number.is_valid() {
            valid += 1;
            let lenient = PhoneNumber::parse(&number.e164(), None);
            assert_eq!(number.e164().parse(), lenient.map_err(|why| panic!("{number}: {why}")));
        } else {
            invalid += 1;
        }
    }
    assert!(
        valid > 10_000 && invalid > 10_000 && with_extension > 1_000,
        "{valid} {invalid} {with_extension}"
    );
}

#[test]
fn nothing_looser_is_read() {
    use PhoneNumberError::{
        NoPlusSign, NotDigits, UnknownCallingCode, WrongExtension, WrongLength,
    };
    for (text, why) in [
        ("", NoPlusSign),
        ("819012345678", NoPlusSign),
        (" +819012345678", NoPlusSign),
        ("＋819012345678", NoPlusSign),
        ("+81 9012345678", NotDigits),
        ("+８19012345678", NotDigits),
        ("+819012345678 ", NotDigits),
        ("+", UnknownCallingCode),
        ("+0819012345678", UnknownCallingCode),
        ("+999123456", UnknownCallingCode),
        ("+81", WrongLength),
        ("+819", WrongLength),
        ("+81901234567890123456", WrongLength),
        ("+81312345678;ext=", WrongExtension),
        ("+81312345678;ext=1x", WrongExtension),
        ("+81312345678;ext=123456789012345678901", WrongExtension),
    ] {
        assert_eq!(text.parse::<PhoneNumber>(), Err(why), "{text:?}");
    }
    for (text, why) in [
        ("", RegionError::NotTwoLetters),
        ("001", RegionError::NotTwoLetters),
        ("é", RegionError::NotTwoLetters),
        ("J1", RegionError::NotTwoLetters),
        ("XX", RegionError::NoNumberingPlan),
    ] {
        assert_eq!(text.parse::<Region>(), Err(why), "{text:?}");
    }
    for (text, why) in [
        ("", CallingCodeError::NotDigits),
        ("+81", CallingCodeError::NotDigits),
        ("8 1", CallingCodeError::NotDigits),
        ("081", CallingCodeError::NotInUse),
        ("999", CallingCodeError::NotInUse),
        ("0", CallingCodeError::NotInUse),
        ("99999999999999999999", CallingCodeError::NotInUse),
    ] {
        assert_eq!(text.parse::<CallingCode>(), Err(why), "{text:?}");
    }
    assert!(serde_json::from_str::<PhoneNumber>("819012345678").is_err());
    assert!(serde_json::from_str::<CallingCode>("\"81\"").is_err());
    assert!(serde_json::from_str::<CallingCode>("210").is_err());
}

/// People's numbers end up in logs by way of errors.
#[test]
fn no_error_repeats_the_number() {
    let error = serde_json::from_str::<PhoneNumber>("\"+81 9012345678\"").unwrap_err();
    assert!(!error.to_string().contains("9012345678"), "{error}");
    let error = PhoneNumber::parse("call 9012345678", None).unwrap_err();
    assert_eq!(error, ParseError::InvalidCallingCode);
    assert!(!error.to_string().contains("9012345678"), "{error}");
}

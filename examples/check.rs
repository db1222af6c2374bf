//! Says what the core makes of phone numbers: lines `region<TAB>text` in (an empty region for none),
//! one JSON object a line out. With it, anybody can compare the core with anything:
//!
//! ```text
//! $ printf 'JP\t090-1234-5678\n' | cargo run --release --example check
//! {"code":81,"e164":"+819012345678","emergency":false,"extension":null,"grouped":"090-1234-5678",…}
//! ```
//!
//! Keys: `error`, or `code`, `national`, `extension`, `region`, `valid`, `possible`, `type`, `e164`,
//! `international` and `grouped` (Google's INTERNATIONAL and NATIONAL), `short` (isValidShortNumber);
//! and of the assumed region `shortInRegion` (isValidShortNumberForRegion) and `emergency`
//! (isEmergencyNumber). Kinds and reasons have the names that Google's library gives them; `null` stands
//! where there is none, and in the last two where no region is assumed.
//!
//! A line that is not of that form is an error and ends the program, as does one that gets another
//! answer in a list than on its own.

use serde_json::{Value, json};
use sparekey::phone::{
    NumberType, ParseError, PhoneNumber, Possibility, Region,
    bulk::{self, Answer, Assumed},
};
use std::{
    error::Error,
    io::{self, BufRead as _, BufWriter, Write as _},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        let (region, text) = line
            .split_once('\t')
            .ok_or_else(|| format!("line {}: no tab between region and text", number + 1))?;
        let region = Region::new(region);
        let emergency = region.map(|region| region.is_emergency_number(text));
        let parsed = PhoneNumber::parse(text, region);
        if in_a_list(&line)? != parsed.map(|number| summary(&number)) {
            return Err(
                format!("line {}: {line:?} is read differently in a list", number + 1).into()
            );
        }
        let answer = match parsed {
            Ok(number) => describe(&number, region, emergency),
            Err(error) => json!({ "error": error_name(error), "emergency": emergency }),
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(())
}

/// What a line gets that stands among others.
fn in_a_list(line: &str) -> Result<Result<Answer, ParseError>, &'static str> {
    let lines = format!("{line}\nand another line behind it");
    bulk::read(&lines, Assumed::OfEachLine).next().ok_or("a list without a line")
}

/// The same of a number that was read on its own.
fn summary(number: &PhoneNumber) -> Answer {
    let national = number.national_number();
    Answer {
        calling_code: number.calling_code(),
        region: number.region(),
        number_type: number.number_type(),
        possibility: number.possibility(),
        national_digits: u8::try_from(national.len()).unwrap_or_default(),
        national_value: national.parse().unwrap_or_default(),
    }
}

fn describe(number: &PhoneNumber, region: Option<Region>, emergency: Option<bool>) -> Value {
    json!({
        "code": number.calling_code().value(),
        "national": number.national_number(),
        "extension": number.extension(),
        "region": number.region().map(Region::as_str),
        "valid": number.is_valid(),
        "possible": possibility_name(number.possibility()),
        "type": number.number_type().map(type_name),
        "e164": number.e164(),
        "international": number.international(),
        "grouped": number.national(),
        "short": number.is_short_number(),
        "emergency": emergency,
        "shortInRegion": region.map(|region| number.is_short_number_in(region)),
    })
}

// The names are those of Google's library.

fn error_name(error: ParseError) -> &'static str {
    match error {
        ParseError::InvalidCallingCode => "INVALID_COUNTRY_CODE",
        ParseError::NotANumber => "NOT_A_NUMBER",
        ParseError::TooShortAfterInternationalPrefix => "TOO_SHORT_AFTER_IDD",
        ParseError::NationalNumberTooShort => "TOO_SHORT_NSN",
        ParseError::TooLong => "TOO_LONG",
    }
}

fn possibility_name(possibility: Possibility) -> &'static str {
    match possibility {
        Possibility::Possible => "IS_POSSIBLE",
        Possibility::LocalOnly => "IS_POSSIBLE_LOCAL_ONLY",
        Possibility::TooShort => "TOO_SHORT",
        Possibility::TooLong => "TOO_LONG",
        Possibility::InvalidLength => "INVALID_LENGTH",
    }
}

fn type_name(kind: NumberType) -> &'static str {
    match kind {
        NumberType::FixedLine => "FIXED_LINE",
        NumberType::Mobile => "MOBILE",
        NumberType::FixedLineOrMobile => "FIXED_LINE_OR_MOBILE",
        NumberType::TollFree => "TOLL_FREE",
        NumberType::PremiumRate => "PREMIUM_RATE",
        NumberType::SharedCost => "SHARED_COST",
        NumberType::Voip => "VOIP",
        NumberType::PersonalNumber => "PERSONAL_NUMBER",
        NumberType::Pager => "PAGER",
        NumberType::Uan => "UAN",
        NumberType::Voicemail => "VOICEMAIL",
    }
}

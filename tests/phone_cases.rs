//! The corpus: every row of `data/phone_cases.csv` is judged as the row says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has found something"
)]

use sparekey::phone::{
    Assessment, CallingCode, ExtensionFault, Fault, Field, Form, LengthFault, NotANumber,
    NumberType, Region, Renumbering, Selected, assess,
};
use sparekey::rules;

const CORPUS: &str = include_str!("data/phone_cases.csv");

#[test]
fn every_row_of_the_corpus_is_judged_as_it_says() {
    let rows: Vec<Vec<String>> = CORPUS.lines().skip(1).map(fields).collect();
    assert!(rows.len() >= 150, "the corpus has shrunk to {} rows", rows.len());
    let mut wrong = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let [input, region, place, verdict, fix, _note, source] = row.as_slice() else {
            panic!("line {}: not seven fields: {row:?}", index + 2);
        };
        assert!(!source.is_empty(), "line {}: no source", index + 2);
        let assessment = assess(&unescape(input), &field(place), Region::new(region));
        let found = (describe(&assessment), assessment.fix.unwrap_or_default());
        if (&found.0, &found.1) != (verdict, fix) {
            wrong.push(format!(
                "line {}: {input} ({region}, {place})\n  should be {verdict} → {fix:?}\n  is        {} → {:?}",
                index + 2,
                found.0,
                found.1,
            ));
        }
    }
    assert!(wrong.is_empty(), "{} rows are judged otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_about_numbers_has_at_least_three_rows() {
    for rule in [
        "overseas-number",
        "zero-too-many",
        "zero-lost",
        "renumbered",
        "country-code-missing",
        "punctuation",
        "fullwidth-digits",
        "space-after-country-code",
        "trunk-zero",
        "international-prefix",
        "country-code-twice",
        "country-mismatch",
        "wrong-length",
        "not-assigned",
        "cannot-receive-text",
        "extension",
        "not-a-number",
    ] {
        let rows = CORPUS
            .lines()
            .map(fields)
            .filter(|row| {
                row.get(3).is_some_and(|verdict| {
                    verdict.split(' ').any(|fault| fault.split(':').next() == Some(rule))
                })
            })
            .count();
        assert!(rows >= 3, "{rule} has {rows} rows");
    }
}

/// The places of the corpus; `mobile` is Entra's, `home:JP` a field beside a selector.
fn field(place: &str) -> Field {
    let (kind, selected) = place.split_once(':').unwrap_or((place, ""));
    let form = match selected {
        "" => Form::International,
        "?" => Form::National(None),
        code if code.starts_with('+') => {
            let code = code.parse().ok().and_then(CallingCode::new).expect("a calling code");
            Form::National(Some(Selected::CallingCode(code)))
        }
        region => {
            let region = Region::new(region).expect("a region");
            Form::National(Some(Selected::Region(region)))
        }
    };
    let (punctuation_accepted, extension_accepted, must_receive_text) = match kind {
        "mobile" => (false, false, true),
        "alternate" => (false, false, false),
        "office" => (false, true, false),
        "lenient" => (true, false, true),
        other => panic!("no such place: {other}"),
    };
    Field { form, punctuation_accepted, extension_accepted, must_receive_text }
}

fn describe(assessment: &Assessment) -> String {
    let mut words: Vec<String> = assessment.faults.iter().map(fault).collect();
    if assessment.unfinished {
        words.push("unfinished".to_owned());
    }
    if words.is_empty() { "fine".to_owned() } else { words.join(" ") }
}

fn fault(fault: &Fault) -> String {
    let detail = match fault {
        Fault::NotANumber(why) => match why {
            NotANumber::Letters => "letters",
            NotANumber::EmailAddress => "email-address",
            NotANumber::TooMuchText => "too-much-text",
            NotANumber::NoDigits => "no-digits",
            NotANumber::OtherCharacters => "other-characters",
            NotANumber::SeveralNumbers => "several-numbers",
            NotANumber::UnknownCallingCode => "unknown-calling-code",
            NotANumber::EmergencyNumber => "emergency-number",
            NotANumber::ShortNumber => "short-number",
            other => panic!("the corpus has no word for {other:?}"),
        }
        .to_owned(),
        Fault::WrongLength { length, region } => match length {
            LengthFault::TooShort(by) => format!("too-short-by-{by}:{region}"),
            LengthFault::TooLong(by) => format!("too-long-by-{by}:{region}"),
            LengthFault::Unused => format!("unused:{region}"),
        },
        Fault::ZeroTooMany { digit } => digit.to_string(),
        Fault::ZeroLost { trunk } => trunk.unwrap_or("0").to_owned(),
        Fault::Renumbered(renumbering) => match renumbering {
            Renumbering::Replaced { old, new, .. } => format!("{old}:{new}"),
            Renumbering::Longer { .. } => "longer".to_owned(),
            Renumbering::MobileMark => "mobile-mark".to_owned(),
            other => panic!("the corpus has no word for {other:?}"),
        },
        Fault::OverseasNumber { region } => region.to_string(),
        Fault::CountryCodeMissing { assumed, only_plus } => format!(
            "{}{}",
            assumed.map_or("?", Region::as_str),
            if *only_plus { ":only-plus" } else { "" }
        ),
        Fault::InternationalPrefix { digits } => digits.to_string(),
        Fault::TrunkZero { prefix } => prefix.to_string(),
        Fault::CountryMismatch { selected, typed } => format!("{selected}:{typed}"),
        Fault::CountryCodeTwice { calling_code } => calling_code.to_string(),
        Fault::CannotReceiveText(kind) => match kind {
            NumberType::FixedLine => "fixed-line",
            NumberType::TollFree => "toll-free",
            NumberType::PremiumRate => "premium-rate",
            NumberType::SharedCost => "shared-cost",
            NumberType::Voip => "voip",
            NumberType::PersonalNumber => "personal-number",
            NumberType::Pager => "pager",
            NumberType::Uan => "uan",
            NumberType::Voicemail => "voicemail",
            NumberType::Mobile | NumberType::FixedLineOrMobile => "may",
        }
        .to_owned(),
        Fault::NotAssigned { region } => region.to_string(),
        Fault::Extension(ExtensionFault::NotAccepted) => "not-accepted".to_owned(),
        Fault::Extension(ExtensionFault::WrongForm) => "wrong-form".to_owned(),
        Fault::NonAsciiDigits | Fault::Punctuation | Fault::SpaceAfterCountryCode => {
            return rules::of_fault(fault).to_owned();
        }
        other => panic!("the corpus has no word for {other:?}"),
    };
    format!("{}:{detail}", rules::of_fault(fault))
}

/// `\u{2212}` in the corpus stands for the character, so that a reader sees which dash is meant.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, behind) = after.split_once('}').expect("a closed escape");
        out.push_str(before);
        out.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character"));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The fields of a line of CSV.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let field = fields.last_mut().expect("there is always one");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => field.push(other),
        }
    }
    fields
}

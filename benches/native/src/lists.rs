//! The lists of numbers that every library is given: each example of every region and type, and
//! neighbors of it whose last digits are others, in several forms. The same on every run.

use phonenumber::{Type, metadata};

/// One line: the region that is assumed, or none, and the text.
pub struct Line {
    pub region: String,
    pub text: String,
}

/// A name and its lines.
pub struct List {
    pub name: &'static str,
    pub lines: Vec<Line>,
}

/// So many numbers are made of each example, itself the first.
const OF_EACH: usize = 4;
/// So many of the one country's.
const OF_ONE_COUNTRY: usize = 4_000;
const COUNTRY: &str = "JP";

const TYPES: [Type; 10] = [
    Type::FixedLine,
    Type::Mobile,
    Type::PremiumRate,
    Type::TollFree,
    Type::SharedCost,
    Type::Voip,
    Type::PersonalNumber,
    Type::Pager,
    Type::Uan,
    Type::Voicemail,
];

struct Example {
    region: String,
    calling_code: u16,
    trunk_prefix: String,
    national: String,
}

pub fn all() -> Vec<List> {
    let mut chance = Chance(9);
    let examples = examples();
    let numbers: Vec<Example> = examples
        .iter()
        .flat_map(|example| (0..OF_EACH).map(move |index| (example, index)))
        .map(|(example, index)| neighbor(example, index, &mut chance))
        .collect();
    let of_country: Vec<&Example> = examples.iter().filter(|e| e.region == COUNTRY).collect();
    let one_country = (0..OF_ONE_COUNTRY)
        .filter_map(|index| Some((of_country.get(index % of_country.len())?, index)))
        .map(|(example, index)| international(&neighbor(example, index, &mut chance)))
        .collect();
    // The services without a country have no national form.
    let geographic = || numbers.iter().filter(|number| number.region != "001");
    vec![
        List { name: "e164", lines: numbers.iter().map(international).collect() },
        List { name: "national", lines: geographic().map(national).collect() },
        List {
            name: "messy",
            lines: geographic().enumerate().map(|(i, n)| messy(n, i, &mut chance)).collect(),
        },
        List { name: "one country", lines: one_country },
    ]
}

fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    for code in 1..=999 {
        for metadata in metadata::DATABASE.by_code(&code).unwrap_or_default() {
            for kind in TYPES {
                let Some(national) =
                    metadata.descriptors().get(kind).and_then(|description| description.example())
                else {
                    continue;
                };
                examples.push(Example {
                    region: metadata.id().to_owned(),
                    calling_code: code,
                    trunk_prefix: metadata.national_prefix().unwrap_or_default().to_owned(),
                    national: national.to_owned(),
                });
            }
        }
    }
    examples
}

/// The example itself, or one whose last third is drawn anew; most of those are valid as well.
fn neighbor(example: &Example, index: usize, chance: &mut Chance) -> Example {
    let kept = if index == 0 { example.national.len() } else { example.national.len() * 2 / 3 };
    let national = example
        .national
        .chars()
        .enumerate()
        .map(|(at, digit)| if at < kept { digit } else { char::from(b'0' + chance.below(10)) })
        .collect();
    Example {
        region: example.region.clone(),
        trunk_prefix: example.trunk_prefix.clone(),
        national,
        ..*example
    }
}

fn international(number: &Example) -> Line {
    let text = format!("+{}{}", number.calling_code, number.national);
    Line { region: String::new(), text }
}

fn national(number: &Example) -> Line {
    let text = format!("{}{}", number.trunk_prefix, number.national);
    Line { region: number.region.clone(), text }
}

/// As people write numbers: in groups, by turns international and national, now and then full-width.
fn messy(number: &Example, index: usize, chance: &mut Chance) -> Line {
    let mut text = match index % 3 {
        0 => format!("+{} ", number.calling_code),
        1 => format!("+{} (", number.calling_code),
        _ => format!("({}", number.trunk_prefix),
    };
    let separator = match chance.below(4) {
        0 => "-",
        1 => " ",
        2 => ".",
        _ => "\u{2010}",
    };
    let bracket_after = 1 + usize::from(chance.below(3));
    let has_bracket = text.contains('(');
    for (at, digit) in number.national.chars().enumerate() {
        if has_bracket && at == bracket_after {
            text.push_str(") ");
        } else if at > bracket_after && (at - bracket_after) % 3 == 0 {
            text.push_str(separator);
        }
        text.push(digit);
    }
    if index % 5 == 4 {
        text = text.chars().map(full_width).collect();
    }
    Line { region: number.region.clone(), text }
}

fn full_width(character: char) -> char {
    match character {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(character) - 0x21 + 0xff01).unwrap_or(character),
        other => other,
    }
}

/// Numbers that look random (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u8) -> u8 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u8::try_from((self.0 >> 33) % u64::from(bound)).unwrap_or_default()
    }
}

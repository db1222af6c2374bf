//! Writes the tables as Rust source: flat static arrays, which the browser maps with the module and
//! which need no work at start.

use crate::{
    automaton::Automaton,
    formats,
    pattern::Digits,
    program,
    territory::{Description, Lengths, TYPES, Territory},
};
use phonenumber::Type;
use std::{collections::HashMap, error::Error, fmt::Write as _, ops::Range};

/// Stands for "no such thing" where a table holds positions.
const NONE: u16 = u16::MAX;

pub(crate) fn compile(version: &str, territories: &[Territory]) -> Result<String, Box<dyn Error>> {
    let mut automaton = Automaton::new();
    let mut programs = Programs::default();
    let mut lengths = Distinct::default();
    let mut mobile_examples = Vec::new();
    let mut fixed_line_examples = Vec::new();
    let mut territory_rows = String::new();
    let mut code_rows = String::new();
    let mut codes = [0_u8; 1000];
    let mut by_letters = [u8::MAX; 26 * 26];

    let mut roots = Vec::new();
    for group in territories.chunk_by(|one, other| one.calling_code == other.calling_code) {
        roots.push(automaton.add_calling_code(group)?);
        for territory in group {
            roots.push(automaton.add_description(&territory.general)?);
        }
    }
    let missing = automaton.missing_digits();
    let order = automaton.order();
    let mut roots = roots.into_iter().map(|root| order.word(root));
    let mut next_root = || roots.next().ok_or("a plan without a root in the automaton");

    let mut number_of_codes = 0;
    let mut first = 0;
    for group in territories.chunk_by(|one, other| one.calling_code == other.calling_code) {
        let value = group.first().ok_or("a calling code without territories")?.calling_code;
        let root = next_root()?;
        number_of_codes += 1;
        for leading in leading_digits(value)? {
            *codes.get_mut(leading).ok_or("a calling code of four digits")? =
                u8::try_from(number_of_codes)?;
        }
        let count = group.len();
        writeln!(
            code_rows,
            "    CallingCodePlan {{ value: {value}, length: {}, root: Transition({root}), first: {first}, count: {count} }},",
            value.to_string().len(),
        )?;
        for (offset, territory) in group.iter().enumerate() {
            if let [one @ b'A'..=b'Z', other @ b'A'..=b'Z'] = territory.id.as_bytes() {
                let letters = usize::from(one - b'A') * 26 + usize::from(other - b'A');
                *by_letters.get_mut(letters).ok_or("not two letters")? =
                    u8::try_from(first + offset)?;
            }
            let general_root = next_root()?;
            let idd = programs.add(territory.international_prefix.as_deref())?;
            let trunk = programs.add(territory.national_prefix_for_parsing.as_deref())?;
            let rule = territory.national_prefix_transform_rule.as_deref();
            let (inserted, group) = rule.map_or(Ok(("", 0)), transform)?;
            let mut row_of_lengths = vec![lengths.index(&territory.general)?];
            for kind in [Type::FixedLine, Type::Mobile] {
                row_of_lengths.push(match of_type(territory, kind) {
                    Some(description) => lengths.index(description)?,
                    None => u8::MAX,
                });
            }
            mobile_examples.push(example(territory, Type::Mobile)?);
            fixed_line_examples.push(example(territory, Type::FixedLine)?);
            let id_word =
                territory.id.bytes().rev().fold(0_u32, |word, byte| word << 8 | u32::from(byte));
            writeln!(
                territory_rows,
                "    Territory {{ id: {:?}, id_word: {id_word}, calling_code: {value}, plan: {}, general: Transition({general_root}), \
                 international_prefix: {idd}, national_prefix: {trunk}, \
                 transform: Transform {{ inserted: {inserted:?}, group: {group} }}, \
                 dialed_prefix: {:?}, lengths: {row_of_lengths:?} }},",
                territory.id,
                number_of_codes - 1,
                territory.national_prefix.as_deref().unwrap_or_default(),
            )?;
        }
        first += count;
    }

    let mut out = String::new();
    writeln!(out, "/// The release of Google's metadata that the plan was compiled from.")?;
    writeln!(out, "pub const METADATA_VERSION: &str = {version:?};")?;
    let transitions: Vec<u16> =
        order.apply(&automaton.transitions).flatten().map(|it| order.word(*it)).collect();
    array(&mut out, "TRANSITIONS", "u16", &transitions)?;
    array(&mut out, "OUTCOME", "u8", &order.apply(&automaton.outcome).collect::<Vec<_>>())?;
    array(&mut out, "MISSING", "u8", &order.apply(&missing).collect::<Vec<_>>())?;
    writeln!(
        out,
        "pub(super) static OUTCOMES: [Option<Outcome>; {}] = [",
        automaton.outcomes.len()
    )?;
    for outcome in &automaton.outcomes {
        match outcome {
            None => writeln!(out, "    None,")?,
            Some(outcome) => writeln!(
                out,
                "    Some(Outcome {{ territory: {}, kind: {} }}),",
                outcome.territory,
                outcome
                    .kind
                    .map_or("None".to_owned(), |kind| format!("Some(NumberType::{kind:?})")),
            )?,
        }
    }
    writeln!(out, "];")?;
    array(&mut out, "CODES", "u8", &codes)?;
    writeln!(
        out,
        "pub(super) static CALLING_CODES: [CallingCodePlan; {number_of_codes}] = [\n{code_rows}];"
    )?;
    array(&mut out, "BY_LETTERS", "u8", &by_letters)?;
    writeln!(
        out,
        "pub(super) static TERRITORIES: [Territory; {}] = [\n{territory_rows}];",
        territories.len()
    )?;
    array(&mut out, "PROGRAMS", "u16", &programs.words)?;
    writeln!(
        out,
        "pub(super) static LENGTHS: [(u32, u32); {}] = {:?};",
        lengths.rows.len(),
        lengths.rows
    )?;
    // One text for each type: no table has to say where each example stands.
    for (name, examples) in
        [("MOBILE_EXAMPLES", mobile_examples), ("FIXED_LINE_EXAMPLES", fixed_line_examples)]
    {
        writeln!(out, "pub(super) static {name}: &str = {:?};", examples.join("\n"))?;
    }
    Ok(out)
}

/// All groups of three digits that a number with this calling code can begin with.
fn leading_digits(code: u16) -> Result<Range<usize>, Box<dyn Error>> {
    let free_digits =
        3_usize.checked_sub(code.to_string().len()).ok_or("a calling code of four digits")?;
    let width = [1, 10, 100].get(free_digits).copied().unwrap_or_default();
    let first = usize::from(code) * width;
    Ok(first..first + width)
}

fn of_type(territory: &Territory, kind: Type) -> Option<&Description> {
    let index = TYPES.iter().position(|known| *known == kind)?;
    territory.types.get(index)?.as_ref()
}

/// Grouped as it is behind the calling code; empty where the type has none.
fn example(territory: &Territory, kind: Type) -> Result<String, Box<dyn Error>> {
    let digits = of_type(territory, kind).and_then(|description| description.example.as_deref());
    formats::grouped(territory.calling_code, digits.unwrap_or_default())
}

/// A transform rule is some digits and then one group: `9$1`.
fn transform(rule: &str) -> Result<(&str, u8), Box<dyn Error>> {
    match rule.split_once('$') {
        Some((inserted, group)) if inserted.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok((inserted, group.parse()?))
        }
        _ => Err(format!("a transform rule of another kind: {rule}").into()),
    }
}

/// All programs one after the other; countries with the same pattern share one.
#[derive(Default)]
struct Programs {
    words: Vec<u16>,
    known: HashMap<String, String>,
}

impl Programs {
    fn add(&mut self, pattern: Option<&str>) -> Result<String, Box<dyn Error>> {
        let Some(pattern) = pattern else {
            return Ok(prefix(NONE, 0, 0, (0, 0)));
        };
        if let Some(known) = self.known.get(pattern) {
            return Ok(known.clone());
        }
        let program = program::compile(pattern)?;
        let start = u16::try_from(self.words.len())?;
        self.words.extend(&program.instructions);
        let prefix = prefix(start, program.first, program.groups, program.fixed());
        self.known.insert(pattern.to_owned(), prefix.clone());
        Ok(prefix)
    }
}

fn prefix(start: u16, first: Digits, groups: usize, (length, fixed): (usize, u16)) -> String {
    format!(
        "Prefix {{ start: {start}, first: {first}, groups: {groups}, fixed_length: {length}, fixed: {fixed:#x} }}"
    )
}

/// The pairs of lengths that occur: national and local.
#[derive(Default)]
struct Distinct {
    rows: Vec<(Lengths, Lengths)>,
}

impl Distinct {
    fn index(&mut self, description: &Description) -> Result<u8, Box<dyn Error>> {
        let row = (description.lengths, description.local_lengths);
        let index = match self.rows.iter().position(|known| *known == row) {
            Some(index) => index,
            None => {
                self.rows.push(row);
                self.rows.len() - 1
            }
        };
        Ok(u8::try_from(index)?)
    }
}

/// Writes a static array.
pub(crate) fn array<T: std::fmt::Display>(
    out: &mut String,
    name: &str,
    item: &str,
    values: &[T],
) -> Result<(), Box<dyn Error>> {
    writeln!(out, "pub(super) static {name}: [{item}; {}] = [", values.len())?;
    for line in values.chunks(20) {
        for value in line {
            write!(out, "{value},")?;
        }
        out.push('\n');
    }
    writeln!(out, "];")?;
    Ok(())
}

//! The ways in which numbers are grouped for reading, as tables for `src/phone/format.rs`. As in
//! Google's library, the main region's formats stand for the whole calling code.

use crate::{matcher::Matchers, pattern, tables::array, territory::without_blanks};
use phonenumber::{
    Metadata,
    metadata::{self, Format},
};
use regex_syntax::hir::{Hir, HirKind};
use std::{error::Error, fmt::Write as _};

/// Stands for "not written in this form".
const NONE: u8 = u8::MAX;

/// How few (high half) and how many (low half) digits each group has; 0 behind the last.
type Groups = [u8; MOST_GROUPS];

const MOST_GROUPS: usize = 5;

#[derive(Default)]
struct Tables {
    leading_digits: Matchers,
    groups: Vec<Groups>,
    templates: Vec<String>,
    rows: Vec<String>,
    codes: Vec<(u16, usize)>,
    extensions: Vec<(u16, String)>,
}

pub(crate) fn compile() -> Result<String, Box<dyn Error>> {
    let mut tables = Tables::default();
    for code in 1..=999_u16 {
        let territories = metadata::DATABASE.by_code(&code).unwrap_or_default();
        let Some(main) = territories.first() else { continue };
        tables.codes.push((code, tables.rows.len()));
        tables.add(main)?;
        if let Some(prefix) = main.preferred_extension_prefix() {
            tables.extensions.push((code, prefix.to_owned()));
        }
    }
    tables.codes.push((u16::MAX, tables.rows.len()));

    let mut out = String::new();
    array(&mut out, "LEADING_DIGITS", "u8", &tables.leading_digits.bytes)?;
    writeln!(out, "const MOST_GROUPS: usize = {MOST_GROUPS};")?;
    writeln!(
        out,
        "static GROUPS: [[u8; MOST_GROUPS]; {}] = {:?};",
        tables.groups.len(),
        tables.groups
    )?;
    writeln!(
        out,
        "static TEMPLATES: [&str; {}] = {:?};",
        tables.templates.len(),
        tables.templates
    )?;
    writeln!(
        out,
        "static FORMATS: [Format; {}] = [\n{}];",
        tables.rows.len(),
        tables.rows.concat()
    )?;
    writeln!(
        out,
        "static FORMATS_OF_CODES: [(u16, u16); {}] = {:?};",
        tables.codes.len(),
        tables.codes
    )?;
    writeln!(
        out,
        "static EXTENSION_PREFIXES: [(u16, &str); {}] = {:?};",
        tables.extensions.len(),
        tables.extensions
    )?;
    Ok(out)
}

impl Tables {
    fn add(&mut self, metadata: &Metadata) -> Result<(), Box<dyn Error>> {
        for (format, abroad) in with_international(metadata)? {
            let leading = match format.leading_digits().last() {
                Some(pattern) => self.leading_digits.add(&without_blanks(pattern.as_str()))?,
                None => u16::MAX,
            };
            let groups = groups(&pattern::parse(&without_blanks(format.pattern().as_str()))?)?;
            let groups = position(&mut self.groups, groups)?;
            let national = self.template(with_national_prefix(format, metadata))?;
            let abroad = match abroad {
                Some(abroad) => self.template(abroad.to_owned())?,
                None => NONE,
            };
            self.rows.push(format!(
                "    Format {{ leading: {leading}, groups: {groups}, national: {national}, \
                 international: {abroad} }},\n"
            ));
        }
        Ok(())
    }

    fn template(&mut self, template: String) -> Result<u8, Box<dyn Error>> {
        position(&mut self.templates, template)
    }
}

/// A format, and its template for readers abroad, if it has one.
type WithInternational<'a> = (&'a Format, Option<&'a str>);

fn with_international(metadata: &Metadata) -> Result<Vec<WithInternational<'_>>, Box<dyn Error>> {
    // The crate keeps the international formats apart and leaves some out; the others come in
    // the same order.
    let mut international = metadata.international_formats().iter().peekable();
    let has_international = international.peek().is_some();
    let formats = metadata.formats().iter().map(|format| {
        let abroad = match international.next_if(|abroad| is_same(abroad, format)) {
            Some(abroad) => Some(abroad.format()),
            // Without any, Google's library takes the national ones.
            None => (!has_international).then(|| format.format()),
        };
        (format, abroad)
    });
    let formats = formats.collect();
    match international.next() {
        Some(_) => {
            Err(format!("{}: an international format without a national one", metadata.id()).into())
        }
        None => Ok(formats),
    }
}

/// A national number as it is grouped behind its calling code; as it is where no format is for it.
pub(crate) fn grouped(calling_code: u16, national: &str) -> Result<String, Box<dyn Error>> {
    let territories = metadata::DATABASE.by_code(&calling_code).unwrap_or_default();
    let Some(main) = territories.first() else { return Ok(national.to_owned()) };
    for (format, abroad) in with_international(main)? {
        let is_led = format
            .leading_digits()
            .last()
            .is_none_or(|pattern| pattern.find(national).is_some_and(|found| found.start() == 0));
        let groups = format
            .pattern()
            .captures(national)
            .filter(|groups| groups.get(0).is_some_and(|whole| whole.as_str() == national));
        if let (true, Some(template), Some(groups)) = (is_led, abroad, groups) {
            let written = groups.iter().enumerate().skip(1).fold(
                template.to_owned(),
                |written, (index, group)| {
                    let digits = group.map_or("", |group| group.as_str());
                    written.replace(&format!("${index}"), digits)
                },
            );
            return Ok(written);
        }
    }
    Ok(national.to_owned())
}

fn is_same(one: &Format, other: &Format) -> bool {
    let leading = |format: &Format| -> Vec<String> {
        format.leading_digits().iter().map(|pattern| pattern.as_str().to_owned()).collect()
    };
    one.pattern().as_str() == other.pattern().as_str() && leading(one) == leading(other)
}

/// The national template: the rule for the national prefix takes the place of the first group.
fn with_national_prefix(format: &Format, metadata: &Metadata) -> String {
    let template = format.format();
    let Some(rule) = format.national_prefix().filter(|rule| !rule.is_empty()) else {
        return template.to_owned();
    };
    let Some(at) = template.find('$') else { return template.to_owned() };
    let (before, from) = template.split_at(at);
    let (group, after) = from.split_at(2.min(from.len()));
    let rule = rule.replacen("$NP", metadata.national_prefix().unwrap_or_default(), 1);
    format!("{before}{}{after}", rule.replacen("$FG", group, 1).replacen("$1", group, 1))
}

/// A format's pattern is nothing but groups of free digits; leading digits say the rest.
fn groups(pattern: &Hir) -> Result<Groups, Box<dyn Error>> {
    let parts = match pattern.kind() {
        HirKind::Concat(parts) => parts.as_slice(),
        _ => std::slice::from_ref(pattern),
    };
    let mut groups = [0; MOST_GROUPS];
    for (index, part) in parts.iter().enumerate() {
        let lengths = match part.kind() {
            HirKind::Capture(capture) => free_digits(&capture.sub),
            _ => None,
        };
        let packed = lengths
            .filter(|(_, most)| *most < 16)
            .and_then(|(fewest, most)| u8::try_from(fewest << 4 | most).ok());
        match (packed, groups.get_mut(index)) {
            (Some(packed), Some(group)) => *group = packed,
            _ => {
                return Err(format!("a format that is not some groups of digits: {pattern}").into());
            }
        }
    }
    Ok(groups)
}

fn free_digits(pattern: &Hir) -> Option<(u32, u32)> {
    match pattern.kind() {
        HirKind::Class(class) => {
            (pattern::digits_of_class(class) == pattern::ANY).then_some((1, 1))
        }
        HirKind::Repetition(repetition) if free_digits(&repetition.sub) == Some((1, 1)) => {
            repetition.greedy.then_some((repetition.min, repetition.max?))
        }
        _ => None,
    }
}

fn position<T: PartialEq>(all: &mut Vec<T>, one: T) -> Result<u8, Box<dyn Error>> {
    let index = match all.iter().position(|known| *known == one) {
        Some(index) => index,
        None => {
            all.push(one);
            all.len() - 1
        }
    };
    match u8::try_from(index) {
        Ok(index) if index != NONE => Ok(index),
        _ => Err("more kinds of formats than a byte can number".into()),
    }
}

//! How a number is written for people to read: grouped as its country groups it, equal to the
//! formats INTERNATIONAL and NATIONAL of Google's library. What Microsoft's fields take is
//! [`PhoneNumber::spaced`].

use super::{number::PhoneNumber, pattern};

// Written by `build/formats.rs`.
include!(concat!(env!("OUT_DIR"), "/formats.rs"));

/// One way to group digits.
struct Format {
    /// The program in `LEADING_DIGITS` that says which numbers it is for; `u16::MAX` for all.
    leading: u16,
    /// Index into `GROUPS`: how few (high half) and how many (low half) digits each group has.
    groups: u8,
    /// Indices into `TEMPLATES`; `u8::MAX` where numbers are not written in that form.
    national: u8,
    international: u8,
}

impl PhoneNumber {
    /// Grouped for readers in any country: `+81 90-1234-5678`, and ` ext. 12` behind it where there
    /// is an extension. The same as Google's INTERNATIONAL.
    ///
    /// ```
    /// use sparekey::phone::{PhoneNumber, Region};
    /// let number = PhoneNumber::parse("09012345678", Region::new("JP"))?;
    /// assert_eq!(number.international(), "+81 90-1234-5678");
    /// assert_eq!(number.national(), "090-1234-5678");
    /// # Ok::<(), sparekey::phone::ParseError>(())
    /// ```
    #[must_use]
    pub fn international(&self) -> String {
        let mut out = format!("+{} ", self.calling_code());
        self.write_grouped(|format| format.international, &mut out);
        out
    }

    /// Grouped for readers in its own country, with the prefix that is dialed there:
    /// `090-1234-5678`. The same as Google's NATIONAL.
    #[must_use]
    pub fn national(&self) -> String {
        let mut out = String::new();
        self.write_grouped(|format| format.national, &mut out);
        out
    }

    /// Digits that no format is for are written as they are.
    fn write_grouped(&self, template: impl Fn(&Format) -> u8, out: &mut String) {
        let national = self.national_number();
        let grouped = formats(self.calling_code().value()).iter().find_map(|format| {
            let template = TEMPLATES.get(usize::from(template(format)))?;
            Some((template, format.groups_of(national)?))
        });
        match grouped {
            Some((template, groups)) => fill(template, &groups, out),
            None => out.push_str(national),
        }
        if let Some(extension) = self.extension() {
            out.push_str(extension_prefix(self.calling_code().value()));
            out.push_str(extension);
        }
    }
}

impl Format {
    /// The groups, if the format is for such a number.
    fn groups_of<'a>(&self, national: &'a str) -> Option<[&'a str; MOST_GROUPS]> {
        let lengths = GROUPS.get(usize::from(self.groups))?;
        let fewest: usize = lengths.iter().map(|length| usize::from(length >> 4)).sum();
        let mut spare = national.len().checked_sub(fewest)?;
        let is_led = self.leading == u16::MAX
            || pattern::matches(&LEADING_DIGITS, self.leading, national.as_bytes(), false);
        if !is_led {
            return None;
        }
        let mut rest = national;
        let mut groups = [""; MOST_GROUPS];
        // Each takes as many digits as it can and the others can spare.
        for (group, length) in groups.iter_mut().zip(lengths) {
            let (fewest, most) = (usize::from(length >> 4), usize::from(length & 0x0f));
            let more = spare.min(most - fewest);
            spare -= more;
            (*group, rest) = rest.split_at_checked(fewest + more)?;
        }
        rest.is_empty().then_some(groups)
    }
}

fn formats(calling_code: u16) -> &'static [Format] {
    let Ok(index) = FORMATS_OF_CODES.binary_search_by_key(&calling_code, |(code, _)| *code) else {
        return &[];
    };
    match FORMATS_OF_CODES.get(index..index + 2) {
        Some([(_, from), (_, to)]) => {
            FORMATS.get(usize::from(*from)..usize::from(*to)).unwrap_or_default()
        }
        _ => &[],
    }
}

/// Writes a template, for instance `0$1-$2`.
fn fill(template: &str, groups: &[&str], out: &mut String) {
    let mut pieces = template.split('$');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let mut characters = piece.chars();
        let group = characters.next().and_then(|character| character.to_digit(10)).unwrap_or(0);
        let index = usize::try_from(group).unwrap_or(0).checked_sub(1);
        out.push_str(index.and_then(|index| groups.get(index)).copied().unwrap_or_default());
        out.push_str(characters.as_str());
    }
}

fn extension_prefix(calling_code: u16) -> &'static str {
    EXTENSION_PREFIXES
        .iter()
        .find(|(code, _)| *code == calling_code)
        .map_or(" ext. ", |(_, prefix)| prefix)
}

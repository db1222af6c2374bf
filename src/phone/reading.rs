//! Which number the digits in a field stand for, given where the calling code belongs and which
//! region is likely; and whether that number can be shown to hold every digit that was meant.

use super::{
    content::Content,
    digits::{Digits, LONGEST_NATIONAL, MOST_DIGITS},
    fault::Fault,
    field::{Form, Selected},
    number::PhoneNumber,
    parse, plan,
    region::{CallingCode, Region},
    terms::{LengthFault, NotANumber},
};

/// International prefixes that people use wherever they are: the ITU's, North America's, Japan's.
const COMMON_INTERNATIONAL_PREFIXES: [&str; 4] = ["00", "011", "010", "0011"];

/// While a number has fewer digits, it is taken to be unfinished where no region is known that
/// could tell.
const SHORT: usize = 7;

/// The digits' meaning.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The number; `None` if no calling code is known or none in use was given.
    pub(super) number: Option<PhoneNumber>,
    /// What is wrong with the way the number is dialed.
    pub(super) faults: Vec<Fault>,
    /// How many digits stand before the calling code: those of an international prefix, or of the
    /// same calling code.
    pub(super) calling_code_from: usize,
    /// How many digits stand before the national number (or its trunk prefix).
    pub(super) national_from: usize,
    /// The calling code stands behind a plus sign.
    pub(super) has_plus_and_code: bool,
    /// What was left out is nothing but an international or trunk prefix, or the same calling code
    /// once more.
    pub(super) keeps_all_digits: bool,
    /// More digits could make it a valid number.
    pub(super) unfinished: bool,
}

impl Reading {
    pub(super) fn of(content: &Content, form: Form, assumed: Option<Region>) -> Self {
        let reader =
            Reader { digits: content.digits.as_bytes(), form, region: form.region(assumed) };
        let mut reading = if content.plus {
            reader.with_plus(content.digits_before_plus)
        } else {
            reader.without_plus()
        };
        // A number that is right is finished, even if longer ones begin like it.
        if reading.number.is_some_and(|number| number.is_valid()) {
            reading.unfinished = false;
        }
        reading
    }

    fn unknown(fault: Option<Fault>, unfinished: bool) -> Self {
        Self {
            number: None,
            faults: fault.into_iter().collect(),
            calling_code_from: 0,
            national_from: 0,
            has_plus_and_code: false,
            keeps_all_digits: false,
            unfinished,
        }
    }
}

impl Form {
    /// The region whose rules hold for a number in national form.
    fn region(self, assumed: Option<Region>) -> Option<Region> {
        match self {
            Self::International => assumed,
            Self::National(None) => None,
            Self::National(Some(Selected::Region(region))) => Some(region),
            // Of the regions that share a code, the assumed one is more likely than the main one.
            Self::National(Some(Selected::CallingCode(code))) => assumed
                .filter(|region| region.calling_code() == code)
                .or_else(|| Some(code.main_region())),
        }
    }

    fn selected_code(self) -> Option<CallingCode> {
        match self {
            Self::International | Self::National(None) => None,
            Self::National(Some(selected)) => Some(selected.calling_code()),
        }
    }
}

struct Reader<'a> {
    digits: &'a [u8],
    form: Form,
    region: Option<Region>,
}

/// A national number as it was typed, and as it is.
struct National {
    number: PhoneNumber,
    /// The trunk prefix that was typed.
    trunk: Option<char>,
    keeps_all_digits: bool,
    unfinished: bool,
}

impl Reader<'_> {
    /// A plus sign was typed, behind `before` digits.
    fn with_plus(&self, before: usize) -> Reading {
        let digits = self.digits.get(before..).unwrap_or_default();
        let found = leading_calling_code(digits);
        let length = found.map_or(0, |(_, length)| length);
        if before > 0 && self.digits.get(..before) != digits.get(..length) {
            return Reading::unknown(Some(NotANumber::SeveralNumbers.into()), digits.len() < 3);
        }
        let Some((code, length)) = found else { return self.with_plus_and_no_code(digits) };
        let reading = self.international((code, length), before + length, before > 0);
        Reading { has_plus_and_code: true, ..reading }
    }

    /// Behind the plus sign stands no calling code: perhaps an international prefix, perhaps a
    /// number in national form, or it is not finished.
    fn with_plus_and_no_code(&self, digits: &[u8]) -> Reading {
        let unknown =
            |unfinished| Reading::unknown(Some(NotANumber::UnknownCallingCode.into()), unfinished);
        match digits {
            [] => unknown(true),
            [b'0', ..] => match self.without_plus() {
                // Then the fault is that of the number in national form, not that of the plus sign.
                reading if reading.number.is_some() => reading,
                reading => Reading { unfinished: reading.unfinished, ..unknown(false) },
            },
            _ => unknown(may_become_calling_code(digits)),
        }
    }

    fn without_plus(&self) -> Reading {
        let Some(region) = self.region else { return self.without_region() };
        if let Some(reading) = self.too_long(region, 0) {
            return reading;
        }
        let national = national(region, self.digits);
        if national.number.is_valid() {
            return self.national_form(region, national);
        }
        if let Some(reading) = self.behind_international_prefix(region) {
            return reading;
        }
        if let Some(reading) = self.behind_own_calling_code(region) {
            return reading;
        }
        let mut reading = self.national_form(region, national);
        reading.unfinished |= self.may_become_international(region);
        reading
    }

    /// No region is known whose rules could be applied.
    fn without_region(&self) -> Reading {
        match self.form {
            Form::International => {
                // Behind a common international prefix, the calling code tells the country.
                if let Some(reading) = self.behind_common_prefix() {
                    return reading;
                }
                let fault = Fault::CountryCodeMissing { assumed: None, only_plus: false };
                Reading::unknown(Some(fault), self.digits.len() < SHORT)
            }
            Form::National(_) => Reading::unknown(None, self.digits.len() < SHORT),
        }
    }

    /// `010 81 90…`
    fn behind_international_prefix(&self, region: Region) -> Option<Reading> {
        let own = parse::international_prefix(self.digits, region.territory());
        own.and_then(|length| self.behind_prefix_of(length, false))
            .or_else(|| self.behind_common_prefix())
    }

    fn behind_common_prefix(&self) -> Option<Reading> {
        COMMON_INTERNATIONAL_PREFIXES
            .iter()
            .filter(|prefix| self.digits.starts_with(prefix.as_bytes()))
            // It is not the region's own, so that only a valid number shows that it is meant.
            .find_map(|prefix| self.behind_prefix_of(prefix.len(), true))
    }

    fn behind_prefix_of(&self, length: usize, must_be_valid: bool) -> Option<Reading> {
        let (code, code_length) = leading_calling_code(self.digits.get(length..)?)?;
        let mut reading = self.international((code, code_length), length + code_length, false);
        if must_be_valid && !reading.number.is_some_and(|number| number.is_valid()) {
            return None;
        }
        reading.faults.push(Fault::InternationalPrefix { digits: length });
        Some(reading)
    }

    /// `81 90…` where `+81 90…` is meant, or where the selector already says +81.
    fn behind_own_calling_code(&self, region: Region) -> Option<Reading> {
        let own = region.calling_code();
        let (code, length) = leading_calling_code(self.digits)?;
        if code != own {
            return None;
        }
        let mut reading = self.international((code, length), length, false);
        if !reading.number.is_some_and(|number| number.is_valid()) {
            return None;
        }
        if self.form == Form::International {
            reading
                .faults
                .push(Fault::CountryCodeMissing { assumed: self.region, only_plus: true });
        }
        Some(reading)
    }

    /// The calling code and its length; it ends with the first `from` digits, and the national
    /// number follows.
    fn international(
        &self,
        (code, length): (CallingCode, usize),
        from: usize,
        twice: bool,
    ) -> Reading {
        let region = code.main_region();
        if let Some(reading) = self.too_long(region, from) {
            return reading;
        }
        let mut faults = Vec::new();
        let mut from = from;
        let mut twice = twice;
        let mut calling_code_from = from - length;
        let mut found = national(region, self.digits.get(from..).unwrap_or_default());
        // The same code once more, if only that makes it a valid number.
        if !found.number.is_valid()
            && let Some((again, again_length)) =
                leading_calling_code(self.digits.get(from..).unwrap_or_default())
            && again == code
        {
            let rest = self.digits.get(from + again_length..).unwrap_or_default();
            let behind = national(region, rest);
            if behind.number.is_valid() && behind.keeps_all_digits {
                found = behind;
                calling_code_from = from;
                from += again_length;
                twice = true;
            }
        }
        match self.form.selected_code() {
            Some(selected) if selected != code => {
                faults.push(Fault::CountryMismatch { selected, typed: code });
                found.keeps_all_digits = false;
            }
            Some(_) => twice = true,
            // Without knowing the selector, nobody knows whether the calling code belongs there.
            None if self.form != Form::International => found.keeps_all_digits = false,
            None => {}
        }
        if twice {
            faults.push(Fault::CountryCodeTwice { calling_code: code });
        }
        if let Some(prefix) = found.trunk {
            faults.push(Fault::TrunkZero { prefix });
        }
        Reading {
            number: Some(found.number),
            faults,
            calling_code_from,
            national_from: from,
            has_plus_and_code: false,
            keeps_all_digits: found.keeps_all_digits,
            unfinished: found.unfinished,
        }
    }

    /// More digits than any national number has behind the first `from`.
    fn too_long(&self, region: Region, from: usize) -> Option<Reading> {
        let count = self.digits.len() - from.min(self.digits.len());
        if count <= LONGEST_NATIONAL {
            return None;
        }
        let lengths = region.territory().subscriber_lengths();
        let length = match u32::try_from(count).map(|count| lengths.distance(count)) {
            Ok(LengthFault::TooLong(excess)) => LengthFault::TooLong(excess),
            _ => LengthFault::Unused,
        };
        let reading = Reading::unknown(Some(Fault::WrongLength { length, region }), false);
        Some(Reading { national_from: from, ..reading })
    }

    /// The digits are a national number of this region.
    fn national_form(&self, region: Region, found: National) -> Reading {
        let mut faults = Vec::new();
        match self.form {
            Form::International => {
                faults.push(Fault::CountryCodeMissing { assumed: Some(region), only_plus: false });
            }
            Form::National(_) => {
                faults.extend(found.trunk.map(|prefix| Fault::TrunkZero { prefix }))
            }
        }
        Reading {
            number: Some(found.number),
            faults,
            calling_code_from: 0,
            national_from: 0,
            has_plus_and_code: false,
            keeps_all_digits: found.keeps_all_digits,
            unfinished: found.unfinished,
        }
    }

    /// Whether the digits may be the beginning of an international prefix, a calling code and a
    /// number.
    fn may_become_international(&self, region: Region) -> bool {
        let own = parse::international_prefix(self.digits, region.territory());
        let behind = |length: usize| {
            let rest = self.digits.get(length..).unwrap_or_default();
            match leading_calling_code(rest) {
                Some((code, length)) => {
                    let region = code.main_region();
                    national(region, rest.get(length..).unwrap_or_default()).unfinished
                }
                None => may_become_calling_code(rest),
            }
        };
        let common = COMMON_INTERNATIONAL_PREFIXES.iter().any(|prefix| {
            let prefix = prefix.as_bytes();
            prefix.starts_with(self.digits)
                || (self.digits.starts_with(prefix) && behind(prefix.len()))
        });
        let code = region.calling_code().to_string();
        common
            || own.is_some_and(behind)
            || code.as_bytes().starts_with(self.digits)
            || (self.digits.starts_with(code.as_bytes()) && behind(0))
    }
}

/// Reads digits as a region's national number, as the parser does, and says what became of them.
fn national(region: Region, digits: &[u8]) -> National {
    let territory = region.territory();
    let plan = plan::calling_code(territory.calling_code);
    let leads_on = |digits: &[u8]| plan.is_some_and(|plan| plan.leads_on(digits));
    let number = |digits: &[u8]| PhoneNumber::new(territory.calling_code, &[digits], Digits::EMPTY);
    let trunk = territory.dialled_prefix.as_bytes();
    let behind_trunk = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty());
    let trunk_sign = trunk.first().copied().map(char::from);
    let unfinished = leads_on(digits)
        || behind_trunk.is_some_and(leads_on)
        || (!digits.is_empty() && trunk.starts_with(digits));

    let rest = Digits::<MOST_DIGITS>::of(&parse::national_number(digits, territory).pieces());
    let parsed = rest.as_bytes();
    let (number, trunk, keeps_all_digits) = match behind_trunk {
        Some(behind) if parsed == behind => (number(behind), trunk_sign, true),
        // The parser keeps a trunk prefix before a number that is too short; if no number begins
        // with it, it is one nonetheless.
        Some(behind) if parsed == digits && !leads_on(digits) && leads_on(behind) => {
            (number(behind), trunk_sign, true)
        }
        _ if parsed == digits => (number(digits), None, true),
        // The parser took off a carrier code or a mobile token as well, or inserted digits. That is
        // right for reading the number, but a fix must not do it: the person chose those digits.
        Some(_) => (number(parsed), trunk_sign, false),
        // The parser took off or inserted digits, though no trunk prefix was typed. The digits stay
        // as they were typed, since that is what is dialed.
        None => (number(digits), None, true),
    };
    National { number, trunk, keeps_all_digits, unfinished }
}

fn leading_calling_code(digits: &[u8]) -> Option<(CallingCode, usize)> {
    let (plan, length) = parse::leading_calling_code(digits)?;
    Some((CallingCode::new(plan.value)?, length))
}

/// Whether a calling code begins with these digits and is longer.
fn may_become_calling_code(digits: &[u8]) -> bool {
    let value =
        digits.iter().take(2).fold(0_u16, |value, digit| value * 10 + u16::from(digit & 0x0f));
    match digits.len() {
        0 => true,
        1 | 2 if value == 0 => false,
        1 => (value * 10..value * 10 + 10)
            .chain(value * 100..value * 100 + 100)
            .any(|value| CallingCode::new(value).is_some()),
        2 => (value * 10..value * 10 + 10).any(|value| CallingCode::new(value).is_some()),
        _ => false,
    }
}

//! Which number the digits in a field stand for, given where the calling code belongs and which
//! region is likely; and whether that number can be shown to hold every digit that was meant.

use super::{
    content::{Content, Gap},
    digits::{Digits, LONGEST_NATIONAL, MOST_DIGITS},
    fault::Fault,
    field::{Form, Selected},
    number::PhoneNumber,
    parse, plan,
    region::{CallingCode, Region},
    shared_plans,
    terms::{LengthFault, NotANumber, NumberType},
};

/// International prefixes that people use wherever they are: the ITU's, North America's, Japan's,
/// Australia's.
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
        let digits = content.digits.as_bytes();
        let reader = Reader { content, digits, form, region: form.region(assumed) };
        let mut reading = if content.plus {
            reader.with_plus(content.digits_before_plus)
        } else {
            reader.without_plus()
        };
        // A number that is right is finished, even if longer ones begin like it.
        if reading.is_valid() {
            reading.unfinished = false;
        }
        reading
    }

    fn is_valid(&self) -> bool {
        self.number.is_some_and(|number| number.is_valid())
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
    pub(super) fn region(self, assumed: Option<Region>) -> Option<Region> {
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

    pub(super) fn selected_code(self) -> Option<CallingCode> {
        match self {
            Self::International | Self::National(None) => None,
            Self::National(Some(selected)) => Some(selected.calling_code()),
        }
    }
}

struct Reader<'a> {
    content: &'a Content,
    digits: &'a [u8],
    form: Form,
    region: Option<Region>,
}

/// A national number as it was typed, and as it is.
pub(super) struct National {
    pub(super) number: PhoneNumber,
    /// The trunk prefix that was typed.
    trunk: Option<char>,
    pub(super) keeps_all_digits: bool,
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
            return self.valid_national_form(region, national);
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
                if let Some(reading) = self.behind_common_prefix(None, None) {
                    return reading;
                }
                let fault = Fault::CountryCodeMissing { assumed: None, only_plus: false };
                Reading::unknown(Some(fault), self.digits.len() < SHORT)
            }
            Form::National(_) => Reading::unknown(None, self.digits.len() < SHORT),
        }
    }

    /// A valid number in national form. Where it begins like its own calling code, what follows may
    /// be the number that was meant: `4915123456789` is a landline in Germany, and a mobile number
    /// without its plus. A zero in brackets, `49(0)…`, shows that it is; else nobody knows.
    fn valid_national_form(&self, region: Region, mut national: National) -> Reading {
        // Martinique's 0596… is a number of France by the metadata as well, behind another code.
        if shared_plans::gives_way(region)
            && shared_plans::dialed_as_at_home(region).any(|other| self.is_national_of(other))
        {
            national.keeps_all_digits = false;
        }
        let behind_code =
            self.behind_own_calling_code(region).filter(|it| it.number != Some(national.number));
        match behind_code {
            Some(reading) if self.content.has_zero_in_brackets(reading.national_from) => reading,
            Some(_) => {
                national.keeps_all_digits = false;
                self.national_form(region, national)
            }
            None => self.national_form(region, national),
        }
    }

    fn is_national_of(&self, region: Region) -> bool {
        national(region, self.digits).number.is_valid()
    }

    /// `010 81 90…`
    fn behind_international_prefix(&self, region: Region) -> Option<Reading> {
        let own_length = parse::international_prefix(self.digits, region.territory());
        let own = own_length.and_then(|length| {
            let reading = self.behind_prefix_of(length)?;
            self.is_abroad(region, length, &reading, true).then_some(reading)
        });
        match own {
            Some(own) if own.is_valid() => Some(own),
            own => self.behind_common_prefix(Some(region), own_length).or(own),
        }
    }

    /// Behind a prefix that is not the region's own, or where no region is known: only a valid
    /// number shows that it is meant.
    fn behind_common_prefix(&self, region: Option<Region>, own: Option<usize>) -> Option<Reading> {
        COMMON_INTERNATIONAL_PREFIXES
            .iter()
            .filter(|prefix| self.digits.starts_with(prefix.as_bytes()))
            .filter(|prefix| Some(prefix.len()) != own)
            .find_map(|prefix| {
                let length = prefix.len();
                let reading = self.behind_prefix_of(length)?;
                let is_meant = match region {
                    Some(region) => self.is_abroad(region, length, &reading, false),
                    // Everywhere but in a few countries nothing but a call abroad begins so.
                    None if *prefix == "00" => !self.is_grouped_otherwise(length, &reading),
                    None => self.is_set_off(length, reading.national_from),
                };
                (reading.is_valid() && is_meant).then_some(reading)
            })
    }

    fn behind_prefix_of(&self, length: usize) -> Option<Reading> {
        let (code, code_length) = leading_calling_code(self.digits.get(length..)?)?;
        let mut reading = self.international((code, code_length), length + code_length, false);
        reading.faults.push(Fault::InternationalPrefix { digits: length });
        Some(reading)
    }

    /// Whether the digits are a call abroad, rather than a number of the region with a slip.
    ///
    /// Its own dial-out may begin free numbers of a few services (00800 in Qatar), which the calling
    /// code behind it tells apart.
    fn is_abroad(&self, region: Region, length: usize, reading: &Reading, own: bool) -> bool {
        let begins_with = if own { reading.national_from } else { length };
        let is_of_region =
            reading.number.is_some_and(|number| number.calling_code() == region.calling_code());
        // Behind 00, the region's own code leads to no other country.
        if length < 3 && is_of_region && reading.is_valid() {
            return true;
        }
        // 011 is Delhi's and Sapporo's area code, 010 Beijing's, and every mobile number in Korea
        // begins so. Other prefixes than those with a zero begin no number at home.
        if self.digits.starts_with(b"0")
            && begins_a_number(region, self.digits.get(..begins_with).unwrap_or_default())
        {
            return self.is_set_off(length, reading.national_from);
        }
        // Where nothing but a doubled zero keeps the digits from being a number of the region, that
        // is as good a reading: `004-92-58-12-34` in France.
        let Some(doubled) = self.without_doubled_zero(region) else { return true };
        match self.content.gap_before_any(1..self.digits.len()) {
            // Two zeros by mistake before a landline that happens to be a mobile number abroad are
            // rarer than a mobile number abroad.
            None => {
                let kind = reading.number.and_then(|number| number.number_type());
                kind == Some(NumberType::Mobile)
                    && !doubled.number.number_type().is_some_and(NumberType::may_receive_text)
            }
            Some(first) => {
                first == reading.national_from || self.is_set_off(length, reading.national_from)
            }
        }
    }

    /// Whether what was typed sets off a prefix and the calling code behind it: `010 81 90…`. Three
    /// digits and three more are the grouping of many a number at home, and so are pairs.
    fn is_set_off(&self, length: usize, national_from: usize) -> bool {
        let is_blank = |digit| matches!(self.content.gap_before(digit), Gap::Space | Gap::Blanks);
        let is_in_pairs = || {
            let gaps = [national_from + 2..national_from + 3, national_from + 3..national_from + 5];
            gaps.into_iter().all(|digits| self.content.gap_before_any(digits).is_some())
        };
        is_blank(length)
            && is_blank(national_from)
            && national_from - length < 3
            && self.content.gap_before_any(1..length).is_none()
            && self.is_gap_behind_code(length, national_from)
            && !is_in_pairs()
    }

    /// Whether there is a gap behind the calling code, and none in it.
    fn is_gap_behind_code(&self, length: usize, national_from: usize) -> bool {
        self.content.gap_before_any(length + 1..national_from + 1) == Some(national_from)
    }

    /// Whether the first gap stands where neither a prefix nor a calling code ends.
    fn is_grouped_otherwise(&self, length: usize, reading: &Reading) -> bool {
        self.content
            .gap_before_any(1..self.digits.len())
            .is_some_and(|first| first < reading.national_from && first != length)
    }

    /// The digits without the first of two zeros, where only then they are a number of the region.
    fn without_doubled_zero(&self, region: Region) -> Option<National> {
        let [b'0', rest @ ..] = self.digits else { return None };
        if rest.first() != Some(&b'0') {
            return None;
        }
        let found = national(region, rest);
        found.number.is_valid().then_some(found)
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
pub(super) fn national(region: Region, digits: &[u8]) -> National {
    let territory = region.territory();
    let plan = plan::calling_code(territory.calling_code);
    let leads_on = |digits: &[u8]| plan.is_some_and(|plan| plan.leads_on(digits));
    let number = |digits: &[u8]| PhoneNumber::new(territory.calling_code, &[digits], Digits::EMPTY);
    let trunk = territory.dialed_prefix.as_bytes();
    let behind_trunk = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty());
    let trunk_sign = trunk.first().copied().map(char::from);
    let unfinished = leads_on(digits)
        || behind_trunk.is_some_and(leads_on)
        || (!digits.is_empty() && trunk.starts_with(digits));

    let [inserted, moved, tail] = parse::national_number(digits, territory).pieces();
    let rest = Digits::<MOST_DIGITS>::of(&[inserted, moved, tail]);
    let parsed = rest.as_bytes();
    // Where a second group is moved, the first one is a carrier, which the caller chose.
    let nothing_but_taken_off =
        inserted.is_empty() && (moved.is_empty() || territory.transform.group == 1);
    let (number, trunk, keeps_all_digits) = match behind_trunk {
        // A few freephone numbers of Belarus begin with its trunk prefix.
        _ if number(digits).is_valid() && !number(parsed).is_valid() => {
            (number(digits), None, true)
        }
        Some(behind) if parsed == behind => (number(behind), trunk_sign, true),
        // The parser keeps a trunk prefix before a number that is too short; if no number begins
        // with it, it is one nonetheless.
        Some(behind)
            if parsed == digits
                && !number(digits).is_valid()
                && !leads_on(digits)
                && leads_on(behind) =>
        {
            (number(behind), trunk_sign, true)
        }
        _ if parsed == digits => (number(digits), None, true),
        // What the parser took off is another prefix of that plan, and what is left is a number:
        // 8 before a number in Lithuania, 80 in Belarus.
        _ if nothing_but_taken_off && number(parsed).is_valid() && !number(digits).is_valid() => {
            (number(parsed), digits.first().copied().map(char::from), true)
        }
        // The parser took off a carrier code or a mobile token as well, or inserted digits. That is
        // right for reading the number, but a fix must not do it: the person chose those digits.
        Some(_) => (number(parsed), trunk_sign, false),
        // The parser took off or inserted digits, though no trunk prefix was typed. The digits stay
        // as they were typed, since that is what is dialed.
        None => (number(digits), None, true),
    };
    National { number, trunk, keeps_all_digits, unfinished }
}

/// The region's number that the digits are, if none but a trunk prefix has to be left out.
pub(super) fn national_with_all_digits(region: Region, digits: &[u8]) -> Option<PhoneNumber> {
    let found = national(region, digits);
    (digits.len() <= LONGEST_NATIONAL && found.keeps_all_digits).then_some(found.number)
}

/// Whether a number of the region, as it is dialed at home, begins with these digits.
pub(super) fn begins_a_number(region: Region, digits: &[u8]) -> bool {
    let territory = region.territory();
    let Some(plan) = plan::calling_code(territory.calling_code) else { return false };
    let trunk = territory.dialed_prefix.as_bytes();
    let behind_trunk = digits.strip_prefix(trunk).filter(|_| !trunk.is_empty());
    plan.leads_on(digits) || behind_trunk.is_some_and(|behind| plan.leads_on(behind))
}

pub(super) fn leading_calling_code(digits: &[u8]) -> Option<(CallingCode, usize)> {
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

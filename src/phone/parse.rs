//! From digits to a number: the part of Google's `parse` that asks the numbering plan. It decides
//! where the calling code ends, and which prefixes do not belong to the national number.

use super::{
    digits::Digits,
    number::{ParseError, PhoneNumber, Possibility},
    plan::{self, CallingCodePlan, Territory},
    region::Region,
    scan::{Scanned, scan},
};

/// A national number has at least so many digits.
const SHORTEST_NATIONAL: usize = 2;
/// The ITU says 15; there are longer ones in Germany.
pub(super) const LONGEST_NATIONAL: usize = 17;
/// A calling code has at most so many digits.
const LONGEST_CALLING_CODE: usize = 3;

/// [`PhoneNumber::parse`].
pub(super) fn parse(text: &str, default_region: Option<Region>) -> Result<PhoneNumber, ParseError> {
    interpret(&scan(text)?, default_region)
}

fn interpret(scanned: &Scanned, default_region: Option<Region>) -> Result<PhoneNumber, ParseError> {
    if default_region.is_none() && !scanned.plus {
        return Err(ParseError::InvalidCallingCode);
    }
    let default = default_region.map(Region::territory);
    let digits = scanned.digits.as_bytes();
    let with_code = calling_code(digits, scanned.plus, default)?;
    let (code, territory, national) = match (&with_code, default) {
        (Some((code, rest)), _) => (code.value, plan::territory(code.first), rest.of(digits)),
        (None, Some(territory)) => (territory.calling_code, territory, digits),
        (None, None) => return Err(ParseError::InvalidCallingCode),
    };
    if national.len() < SHORTEST_NATIONAL {
        return Err(ParseError::NationalNumberTooShort);
    }
    let stripped = national_number(national, territory);
    let national = stripped.of(national);
    if national.len() < SHORTEST_NATIONAL {
        return Err(ParseError::NationalNumberTooShort);
    }
    if national.len() > LONGEST_NATIONAL {
        return Err(ParseError::TooLong);
    }
    Ok(PhoneNumber::new(code, national, scanned.extension))
}

/// What is left of digits that are dialled inside a territory, or that follow its calling code.
pub(super) fn national_number(digits: &[u8], territory: &Territory) -> Rest {
    let stripped = strip_national_prefix(digits, territory);
    // A prefix is taken for one only if enough is left without it.
    match territory.lengths().possibility(stripped.of(digits).len()) {
        Possibility::Possible | Possibility::TooLong => stripped,
        Possibility::TooShort | Possibility::LocalOnly | Possibility::InvalidLength => {
            Rest::After(0)
        }
    }
}

/// What is left of some digits.
pub(super) enum Rest {
    /// All but the first so many.
    After(usize),
    /// Others in their place, since a transform rule applied.
    Instead(Digits<64>),
}

impl Rest {
    pub(super) fn of<'a>(&'a self, digits: &'a [u8]) -> &'a [u8] {
        match self {
            Self::After(count) => digits.get(*count..).unwrap_or_default(),
            Self::Instead(digits) => digits.as_bytes(),
        }
    }
}

/// maybeExtractCountryCode: the calling code that the digits begin with, if they do, and what
/// follows it. Without a plus sign it must stand behind the default region's international prefix,
/// or be that region's own where the digits make more sense without it.
fn calling_code(
    digits: &[u8],
    plus: bool,
    default: Option<&Territory>,
) -> Result<Option<(&'static CallingCodePlan, Rest)>, ParseError> {
    if plus {
        if digits.len() <= SHORTEST_NATIONAL {
            return Err(ParseError::TooShortAfterInternationalPrefix);
        }
        if let Some((code, length)) = leading_calling_code(digits) {
            return Ok(Some((code, Rest::After(length))));
        }
        // As after a plus sign that was put before an international or a national number.
        return match calling_code(digits, false, default)? {
            None => Err(ParseError::InvalidCallingCode),
            found => Ok(found),
        };
    }
    let Some(default) = default else { return Ok(None) };
    if let Some(length) = international_prefix(digits, default) {
        let rest = digits.get(length..).unwrap_or_default();
        if rest.len() <= SHORTEST_NATIONAL {
            return Err(ParseError::TooShortAfterInternationalPrefix);
        }
        return match leading_calling_code(rest) {
            Some((code, code_length)) => Ok(Some((code, Rest::After(length + code_length)))),
            None => Err(ParseError::InvalidCallingCode),
        };
    }
    let Some(code) = plan::calling_code(default.calling_code) else { return Ok(None) };
    let Some(length) = own_calling_code(digits, code) else { return Ok(None) };
    let without_code = digits.get(length..).unwrap_or_default();
    let rest = strip_national_prefix(without_code, default);
    let better = default.matches(rest.of(without_code)) && !default.matches(digits);
    if better || default.lengths().possibility(digits.len()) == Possibility::TooLong {
        return Ok(Some((
            code,
            match rest {
                Rest::After(count) => Rest::After(length + count),
                instead => instead,
            },
        )));
    }
    Ok(None)
}

/// extractCountryCode: the calling code at the front, and its length.
pub(super) fn leading_calling_code(digits: &[u8]) -> Option<(&'static CallingCodePlan, usize)> {
    let mut value = 0;
    // No calling code begins with 0, and none with another's digits.
    for (index, digit) in digits.iter().take(LONGEST_CALLING_CODE).enumerate() {
        value = value * 10 + u16::from(digit & 0x0f);
        if value == 0 {
            return None;
        }
        if let Some(code) = plan::calling_code(value) {
            return Some((code, index + 1));
        }
    }
    None
}

/// The length of this calling code, if the digits begin with it.
fn own_calling_code(digits: &[u8], code: &CallingCodePlan) -> Option<usize> {
    leading_calling_code(digits)
        .filter(|(leading, _)| leading.value == code.value)
        .map(|(_, length)| length)
}

/// parsePrefixAsIdd: the length of the region's international prefix, if the digits begin with it and
/// a calling code can follow.
pub(super) fn international_prefix(digits: &[u8], region: &Territory) -> Option<usize> {
    let length = region.international_prefix.at_front(digits)?.length;
    (digits.get(length) != Some(&b'0')).then_some(length)
}

/// maybeStripNationalPrefixAndCarrierCode: what is left without the prefix (and carrier code) that is
/// dialled before national numbers, unless a number that fits would no longer fit.
fn strip_national_prefix(digits: &[u8], territory: &Territory) -> Rest {
    let prefix = &territory.national_prefix;
    let Some(found) = prefix.at_front(digits) else { return Rest::After(0) };
    let tail = digits.get(found.length..).unwrap_or_default();
    let transform = &territory.transform;
    // Whether a rule applies is told by the pattern's last group, which need not be the rule's own.
    let applies = transform.group > 0 && found.group(prefix.groups, digits).is_some();
    let rest = if applies {
        let mut instead = Digits::of(transform.inserted.as_bytes());
        instead.extend(found.group(transform.group, digits).unwrap_or_default());
        instead.extend(tail);
        Rest::Instead(instead)
    } else {
        Rest::After(found.length)
    };
    if !territory.matches(rest.of(digits)) && territory.matches(digits) {
        return Rest::After(0);
    }
    rest
}

//! From digits to a number: the part of Google's `parse` that asks the numbering plan. It decides
//! where the calling code ends, and which prefixes do not belong to the national number.

use super::{
    digits::{Digits, LONGEST_NATIONAL, Scratch},
    number::PhoneNumber,
    plan,
    region::Region,
    scan::{Scanned, scan},
    tables::{CallingCodePlan, Territory},
    terms::{NumberType, ParseError, Possibility},
};

/// A national number has at least so many digits.
const SHORTEST_NATIONAL: usize = 2;

impl PhoneNumber {
    /// Reads a phone number out of `text` as Google's library does; a number without `+` or
    /// international prefix is taken for one of `default_region`.
    ///
    /// Text around the number is skipped, letters stand for the digits on their keys where there
    /// are at least three of them. [`assess`](super::assess) is stricter.
    ///
    /// ```
    /// use sparekey::phone::{NumberType, ParseError, PhoneNumber, Region};
    /// // Italy keeps the zero, Japan drops it: the plan decides.
    /// assert_eq!(PhoneNumber::parse("+39 02 3661 8300", None)?.e164(), "+390236618300");
    /// assert_eq!(PhoneNumber::parse("+81 03-1234-5678", None)?.e164(), "+81312345678");
    /// let freephone = PhoneNumber::parse("1-800-FLOWERS", Region::new("US"))?;
    /// assert_eq!(freephone.number_type(), Some(NumberType::TollFree));
    /// assert_eq!(PhoneNumber::parse("hello", None), Err(ParseError::NotANumber));
    /// # Ok::<(), ParseError>(())
    /// ```
    ///
    /// # Errors
    /// [`ParseError`] says which step of Google's algorithm refused the text.
    pub fn parse(text: &str, default_region: Option<Region>) -> Result<Self, ParseError> {
        let (mut scanned, mut rewritten) = (None, None);
        let scanned = scan(text, &mut scanned)?;
        let found = interpret(&scanned, default_region, &mut rewritten)?;
        Ok(Self::new(found.plan.value, &found.national.pieces(), scanned.extension))
    }
}

/// What a text's digits mean. They are not copied.
pub(super) struct Found<'a> {
    pub(super) plan: &'static CallingCodePlan,
    pub(super) national: Rest<'a>,
}

/// Takes the calling code off, and the prefixes that do not belong to the national number.
///
/// # Errors
/// Every [`ParseError`] but [`ParseError::NotANumber`].
pub(super) fn interpret<'a>(
    scanned: &Scanned<'a>,
    default_region: Option<Region>,
    scratch: &'a mut Scratch,
) -> Result<Found<'a>, ParseError> {
    if default_region.is_none() && !scanned.plus {
        return Err(ParseError::InvalidCallingCode);
    }
    let default = default_region.map(Region::territory);
    let (plan, territory, digits) =
        match (calling_code(scanned.digits, scanned.plus, default, scratch)?, default) {
            (Some((plan, behind)), _) => (plan, plan::territory(plan.first), behind),
            (None, Some(territory)) => {
                let plan = plan::calling_code(territory.calling_code);
                (plan.ok_or(ParseError::InvalidCallingCode)?, territory, scanned.digits)
            }
            (None, None) => return Err(ParseError::InvalidCallingCode),
        };
    if digits.len() < SHORTEST_NATIONAL {
        return Err(ParseError::NationalNumberTooShort);
    }
    let national = national_number(digits, territory);
    match national.len() {
        ..SHORTEST_NATIONAL => Err(ParseError::NationalNumberTooShort),
        SHORTEST_NATIONAL..=LONGEST_NATIONAL => Ok(Found { plan, national }),
        _ => Err(ParseError::TooLong),
    }
}

impl Found<'_> {
    /// The territory that the number belongs to, and its type if it is valid.
    #[inline(always)]
    pub(super) fn classify(&self) -> (Option<u8>, Option<NumberType>) {
        self.plan.classify(&self.national.pieces())
    }

    /// Whether its length fits.
    #[inline(always)]
    pub(super) fn possibility(&self) -> Possibility {
        plan::territory(self.plan.first).lengths().possibility(self.national.len())
    }
}

/// What is left of digits that are dialed inside a territory, or that follow its calling code.
pub(super) fn national_number<'a>(digits: &'a [u8], territory: &'a Territory) -> Rest<'a> {
    let Some(rest) = strip_national_prefix(digits, territory) else { return Rest::all(digits) };
    // It is a prefix only if the rest is long enough for a national number.
    match territory.lengths().possibility(rest.len()) {
        Possibility::Possible | Possibility::TooLong => rest,
        Possibility::TooShort | Possibility::LocalOnly | Possibility::InvalidLength => {
            Rest::all(digits)
        }
    }
}

/// Digits without the prefix at their front: their end, and in front of it what the territory's
/// transform rule puts in place of the prefix. In pieces, so that nothing is copied.
#[derive(Clone, Copy)]
pub(super) struct Rest<'a> {
    inserted: &'a [u8],
    group: &'a [u8],
    tail: &'a [u8],
}

impl<'a> Rest<'a> {
    #[inline(always)]
    fn all(tail: &'a [u8]) -> Self {
        Self { inserted: &[], group: &[], tail }
    }

    /// The digits, in order.
    #[inline(always)]
    pub(super) fn pieces(&self) -> [&'a [u8]; 3] {
        [self.inserted, self.group, self.tail]
    }

    #[inline(always)]
    pub(super) fn len(&self) -> usize {
        self.inserted.len() + self.group.len() + self.tail.len()
    }

    /// The digits in one piece.
    fn together(self, scratch: &'a mut Scratch) -> &'a [u8] {
        if self.inserted.is_empty() && self.group.is_empty() {
            return self.tail;
        }
        scratch.insert(Digits::of(&self.pieces())).as_bytes()
    }
}

/// maybeExtractCountryCode: the calling code that the digits begin with, if they do, and what
/// follows it. Without a plus sign it must stand behind the default region's international prefix,
/// or be that region's own where the digits make more sense without it.
fn calling_code<'a>(
    digits: &'a [u8],
    plus: bool,
    default: Option<&'a Territory>,
    scratch: &'a mut Scratch,
) -> Result<Option<(&'static CallingCodePlan, &'a [u8])>, ParseError> {
    if plus {
        if digits.len() <= SHORTEST_NATIONAL {
            return Err(ParseError::TooShortAfterInternationalPrefix);
        }
        if let Some((code, length)) = leading_calling_code(digits) {
            return Ok(Some((code, digits.get(length..).unwrap_or_default())));
        }
        // The plus sign may have been put before an international prefix or a national number:
        // Google's library tries both.
        return match calling_code(digits, false, default, scratch)? {
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
            Some((code, length)) => Ok(Some((code, rest.get(length..).unwrap_or_default()))),
            None => Err(ParseError::InvalidCallingCode),
        };
    }
    let Some(code) = plan::calling_code(default.calling_code) else { return Ok(None) };
    let Some(length) = own_calling_code(digits, code) else { return Ok(None) };
    let behind = digits.get(length..).unwrap_or_default();
    let rest = strip_national_prefix(behind, default).unwrap_or(Rest::all(behind));
    let better = default.matches(&rest.pieces()) && !default.matches(&[digits]);
    if better || default.lengths().possibility(digits.len()) == Possibility::TooLong {
        return Ok(Some((code, rest.together(scratch))));
    }
    Ok(None)
}

/// extractCountryCode: the calling code at the front, and its length.
#[inline(always)]
pub(super) fn leading_calling_code(digits: &[u8]) -> Option<(&'static CallingCodePlan, usize)> {
    plan::leading_calling_code(digits).map(|code| (code, usize::from(code.length)))
}

/// The length of this calling code, if the digits begin with it.
fn own_calling_code(digits: &[u8], code: &CallingCodePlan) -> Option<usize> {
    leading_calling_code(digits)
        .filter(|(leading, _)| leading.value == code.value)
        .map(|(_, length)| length)
}

/// parsePrefixAsIdd: the length of the region's international prefix, if the digits begin with it
/// and a calling code can follow.
pub(super) fn international_prefix(digits: &[u8], region: &Territory) -> Option<usize> {
    let length = region.international_prefix.match_start_of_bytes(digits)?.length;
    (digits.get(length) != Some(&b'0')).then_some(length)
}

/// maybeStripNationalPrefixAndCarrierCode: what is left without the prefix (and carrier code) that
/// is dialed before national numbers; `None` if there is none, or if a number that fits would no
/// longer fit without it.
fn strip_national_prefix<'a>(digits: &'a [u8], territory: &'a Territory) -> Option<Rest<'a>> {
    let prefix = &territory.national_prefix;
    let found = prefix.match_start_of_bytes(digits)?;
    let mut rest = Rest::all(digits.get(found.length..)?);
    let transform = &territory.transform;
    // As in Google's library, the rule applies if the pattern's last group took part in the match,
    // which need not be the group that the rule refers to.
    if transform.group > 0 && found.group(prefix.groups, digits).is_some() {
        rest.inserted = transform.inserted.as_bytes();
        rest.group = found.group(transform.group, digits).unwrap_or_default();
    }
    let fits_only_with_it = !territory.matches(&rest.pieces()) && territory.matches(&[digits]);
    (!fits_only_with_it).then_some(rest)
}

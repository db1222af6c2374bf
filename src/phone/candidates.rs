//! The numbers that digits without a plus may stand for, country by country. It owns which readings
//! are whole and valid and keep every digit; which of them is the likeliest is for the caller to say.

use super::{
    content::Content,
    number::PhoneNumber,
    reading::{begins_a_number, leading_calling_code, national_with_all_digits},
    region::Region,
    shared_plans,
    terms::NumberType,
};

/// One number that digits may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The valid number, of [`Self::region`].
    pub number: PhoneNumber,
    /// The country that it is of.
    pub region: Region,
    /// Its calling code was typed, and the plus alone is missing.
    pub only_plus: bool,
    /// The typed groups say so: the first ends where the calling code does, or, without one, all of
    /// them are the groups in which the number is written in its country.
    pub grouped_so: bool,
}

impl Candidate {
    /// Whether a mobile phone may have the number.
    #[must_use]
    pub fn may_be_mobile(&self) -> bool {
        self.number.number_type().is_some_and(NumberType::may_receive_text)
    }
}

/// Every whole valid number that the typed digits are in some country, in the order of the countries'
/// codes: as they are dialed there, and as a number behind its calling code. A trunk prefix may be
/// dropped, and no other digit. Empty where a plus, an extension or something else than a number was
/// typed.
///
/// ```
/// use sparekey::phone::candidates;
/// let found = candidates("81 90 1234 5678");
/// assert!(found.iter().any(|it| it.number.spaced() == "+81 9012345678" && it.only_plus));
/// assert!(candidates("+81 90 1234 5678").is_empty());
/// ```
#[must_use]
pub fn candidates(typed: &str) -> Vec<Candidate> {
    let Some(content) = digits_alone(typed) else { return Vec::new() };
    let mut found: Vec<Candidate> =
        Region::all().filter_map(|region| at_home(&content, region)).collect();
    if let Some(behind) = behind_calling_code(&content)
        && !found.iter().any(|it| it.number == behind.number)
    {
        found.push(behind);
        found.sort_by_key(|it| it.region.as_str());
    }
    found
}

/// Those of the [`candidates`] that are as good as any other for somebody who dials in this country:
/// its own numbers, and those of another country that are dialed as at home.
#[must_use]
pub fn candidates_at(typed: &str, region: Region) -> Vec<Candidate> {
    let mut found = candidates(typed);
    found.retain(|it| {
        it.region == region
            || shared_plans::dialed_as_at_home(region).any(|other| other == it.region)
    });
    found
}

/// Whether digits were typed with which no number of the country begins, neither as it is dialed
/// there nor behind its calling code: a 0 in the United States.
#[must_use]
pub fn begins_like_none_of(typed: &str, region: Region) -> bool {
    digits_alone(typed).is_some_and(|content| {
        let first = content.digits.as_bytes().get(..1).unwrap_or_default();
        !begins_a_number(region, first)
            && !region.trunk_prefix().as_bytes().starts_with(first)
            && !region.calling_code().to_string().as_bytes().starts_with(first)
    })
}

fn digits_alone(typed: &str) -> Option<Content> {
    let content = Content::read(typed).ok()?;
    let is_alone = !content.plus && content.extension.is_none() && !content.digits.is_empty();
    is_alone.then_some(content)
}

/// As it is dialed in the country.
fn at_home(content: &Content, region: Region) -> Option<Candidate> {
    let number = national_with_all_digits(region, content.digits.as_bytes())?;
    if !number.is_valid() || number.region() != Some(region) {
        return None;
    }
    if is_anothers(&number, region) {
        return None;
    }
    // No trunk prefix is longer; what is longer is a carrier's code, such as Luxembourg's 15062.
    if content.digits.len() > number.national_number().len() + 2 {
        return None;
    }
    let grouped_so = content.gap_before_any(1..content.digits.len()).is_some()
        && is_grouped_as(content, &number.national());
    Some(Candidate { number, region, only_plus: false, grouped_so })
}

/// As a number that lacks nothing but its plus.
fn behind_calling_code(content: &Content) -> Option<Candidate> {
    let digits = content.digits.as_bytes();
    let (code, length) = leading_calling_code(digits)?;
    let rest = digits.get(length..).unwrap_or_default();
    let number =
        national_with_all_digits(code.main_region(), rest).filter(PhoneNumber::is_valid)?;
    // A service without a country has nobody who could be asked.
    let region = number.region().filter(|region| Region::new(region.as_str()).is_some())?;
    if is_anothers(&number, region) {
        return None;
    }
    let grouped_so = content.gap_before_any(1..digits.len()) == Some(length);
    Some(Candidate { number, region, only_plus: true, grouped_so })
}

/// Whether it is a number of a region with a calling code of its own that is dialed here as at home.
fn is_anothers(number: &PhoneNumber, region: Region) -> bool {
    shared_plans::gives_way(region)
        && shared_plans::dialed_as_at_home(region).any(|other| {
            national_with_all_digits(other, number.national_number().as_bytes())
                .is_some_and(|it| it.is_valid())
        })
}

/// Whether the typed gaps stand where those of the written number do.
fn is_grouped_as(content: &Content, written: &str) -> bool {
    let mut digits = 0;
    let mut gaps = Vec::new();
    let mut is_behind_gap = false;
    for byte in written.bytes() {
        if byte.is_ascii_digit() {
            if is_behind_gap && digits > 0 {
                gaps.push(digits);
            }
            is_behind_gap = false;
            digits += 1;
        } else {
            is_behind_gap = true;
        }
    }
    digits == content.digits.len()
        && (1..digits).all(|digit| {
            content.gap_before_any(digit..digit + 1).is_some() == gaps.contains(&digit)
        })
}

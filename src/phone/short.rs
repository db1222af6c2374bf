//! Short numbers: `110`, `112`, `911`, and the codes that carriers and services answer. They can be
//! dialed only inside one country, have no calling code and are no phone numbers in the plan's
//! sense; a text or a call from abroad never reaches one.

use super::{number::PhoneNumber, pattern, region::Region, scan};
use crate::text::ascii_digit;

// Written by `build/short_numbers.rs`.
include!(concat!(env!("OUT_DIR"), "/short_numbers.rs"));

/// What is dialed in one region.
struct ShortNumbers {
    /// CLDR code.
    region: [u8; 2],
    /// Lengths in use, one bit for each.
    lengths: u16,
    /// Where the programs begin in `SHORT_CODES`; `u16::MAX` where there are none.
    general: u16,
    short: u16,
}

impl ShortNumbers {
    fn of(region: Region) -> Option<&'static Self> {
        let letters = region.as_str().as_bytes();
        let index = SHORT_NUMBERS
            .binary_search_by_key(&letters, |numbers| numbers.region.as_slice())
            .ok()?;
        SHORT_NUMBERS.get(index)
    }

    fn is_short_code(&self, digits: &[u8]) -> bool {
        let bit = u32::try_from(digits.len()).ok().and_then(|length| 1_u16.checked_shl(length));
        bit.is_some_and(|bit| self.lengths & bit != 0) && is_whole(&SHORT_CODES, self.short, digits)
    }
}

fn is_whole(programs: &[u8], program: u16, digits: &[u8]) -> bool {
    program != u16::MAX && pattern::matches(programs, program, digits, true)
}

/// What every phone treats as an emergency call, and what it treats as one when it has no SIM and
/// so does not know its country (3GPP TS 22.101, 10.1).
const EMERGENCY_ANYWHERE: [&str; 2] = ["112", "911"];
const EMERGENCY_SOMEWHERE: [&str; 5] = ["000", "110", "118", "119", "999"];

/// Whether these ASCII digits are an emergency number in the region, or anywhere if no region is
/// known.
pub(super) fn calls_for_help(digits: &[u8], region: Option<Region>) -> bool {
    let is_among = |numbers: &[&str]| numbers.iter().any(|number| number.as_bytes() == digits);
    is_among(&EMERGENCY_ANYWHERE)
        || match region {
            Some(region) => region.dials_emergency(digits),
            None => is_among(&EMERGENCY_SOMEWHERE),
        }
}

impl Region {
    /// Whether `text` is, exactly as it would be dialed in this region, an emergency number there.
    /// Punctuation is skipped; with a plus sign it never is one. The same as Google's
    /// `isEmergencyNumber`.
    ///
    /// ```
    /// use sparekey::phone::Region;
    /// let japan = Region::new("JP").ok_or("not in the plan")?;
    /// assert!(japan.is_emergency_number("110"));
    /// assert!(!japan.is_emergency_number("911"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_emergency_number(self, text: &str) -> bool {
        // No emergency number is longer, even with punctuation.
        if text.len() > 250 {
            return false;
        }
        let number = scan::possible_number(text);
        if number.starts_with(['+', '＋']) {
            return false;
        }
        let digits: Vec<u8> = number.chars().filter_map(ascii_digit).collect();
        self.dials_emergency(&digits)
    }

    /// [`Self::is_emergency_number`] for ASCII digits without punctuation.
    fn dials_emergency(self, digits: &[u8]) -> bool {
        let letters = self.as_str().as_bytes();
        EMERGENCY_NUMBERS_OF_REGIONS
            .binary_search_by_key(&letters, |(region, _)| region.as_slice())
            .ok()
            .and_then(|index| EMERGENCY_NUMBERS_OF_REGIONS.get(index))
            .is_some_and(|(_, program)| is_whole(&EMERGENCY_NUMBERS, *program, digits))
    }
}

impl PhoneNumber {
    /// Whether it is a short number that can be dialed in `region`, emergency numbers included. The
    /// same as Google's `isValidShortNumberForRegion`.
    ///
    /// ```
    /// use sparekey::phone::{PhoneNumber, Region};
    /// let japan = Region::new("JP").ok_or("not in the plan")?;
    /// // Directory enquiries: no number of the plan, but one that can be dialed.
    /// let number = PhoneNumber::parse("104", Some(japan)).map_err(|_| "not a number")?;
    /// assert!(!number.is_valid() && number.is_short_number_in(japan));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn is_short_number_in(&self, region: Region) -> bool {
        let digits = self.national_number().as_bytes();
        region.calling_code() == self.calling_code()
            && ShortNumbers::of(region).is_some_and(|numbers| {
                numbers.is_short_code(digits) && is_whole(&SHORT_CODES, numbers.general, digits)
            })
    }

    /// Whether it is a short number in a region of its calling code. The same as Google's
    /// `isValidShortNumber`.
    #[must_use]
    pub fn is_short_number(&self) -> bool {
        let digits = self.national_number().as_bytes();
        let mut regions = self.calling_code().regions();
        match (regions.next(), regions.next()) {
            (Some(only), None) => self.is_short_number_in(only),
            // Where several regions share the code, Google's library does not check the general
            // pattern.
            _ => self
                .calling_code()
                .regions()
                .filter_map(ShortNumbers::of)
                .any(|numbers| numbers.is_short_code(digits)),
        }
    }
}

//! The answer for one number of a list. Apart from [`bulk`](super::bulk), because `fast_path` makes
//! it, too.

use super::{
    region::{CallingCode, Region},
    terms::{NumberType, Possibility},
};

/// What the plan says of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The country calling code.
    pub calling_code: CallingCode,
    /// The region it belongs to, if any ([`PhoneNumber::region`](super::PhoneNumber::region)).
    pub region: Option<Region>,
    /// The kind of line; `None` when the number is not valid.
    pub number_type: Option<NumberType>,
    /// Whether its length fits.
    pub possibility: Possibility,
    /// How many digits the national number has, leading zeros included; 2 to 17.
    pub national_digits: u8,
    /// The national number's value.
    pub national_value: u64,
}

//! Regions and calling codes: the names under which the numbering plan files its rules.

use super::PhoneNumber;
use std::fmt;

/// A region with a numbering plan of its own (CLDR code, for instance `JP`), or one of the
/// non-geographic services that share the code `001` (for instance +800).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(u8);

impl Region {
    /// The geographic region with this CLDR code, in either case. `None` for `001` and for regions
    /// without a numbering plan of their own.
    #[must_use]
    pub fn new(_code: &str) -> Option<Self> {
        None
    }

    /// The CLDR code, for instance `JP`; `001` for a non-geographic service.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        "001"
    }

    /// The calling code under which its numbers are reached.
    #[must_use]
    pub fn calling_code(self) -> CallingCode {
        CallingCode(0)
    }

    /// The national number of an example mobile number (no trunk prefix), if the region has any.
    #[must_use]
    pub fn example_mobile(self) -> Option<PhoneNumber> {
        None
    }

    /// The national number of an example fixed-line number (no trunk prefix), if the region has any.
    #[must_use]
    pub fn example_fixed_line(self) -> Option<PhoneNumber> {
        None
    }

    /// Every geographic region of the plan, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::empty()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A country calling code in use, for instance 81; several regions may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallingCode(u16);

impl CallingCode {
    /// The calling code with this value, if any region or service uses it.
    #[must_use]
    pub fn new(_value: u16) -> Option<Self> {
        None
    }

    /// Its digits as a number, for instance 81.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }

    /// The region whose rules stand for the whole code where several share it, for instance `US`.
    #[must_use]
    pub fn main_region(self) -> Region {
        Region(0)
    }

    /// Every region that shares it, main region first.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        std::iter::empty()
    }
}

impl fmt::Display for CallingCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

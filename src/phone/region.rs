//! Regions and calling codes: the names under which the numbering plan files its rules.

use super::{
    plan,
    tables::{CallingCodePlan, Territory},
};
use std::ops::RangeInclusive;

/// A region with a numbering plan of its own (CLDR code, for instance `JP`), or one of the
/// non-geographic services that share the code `001` (for instance +800).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region(u8);

impl Region {
    /// The geographic region with this CLDR code, in either case. `None` for `001` and for regions
    /// without a numbering plan of their own.
    ///
    /// ```
    /// use sparekey::phone::Region;
    /// assert_eq!(Region::new("jp").map(Region::as_str), Some("JP"));
    /// assert_eq!(Region::new("001"), None);
    /// ```
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        plan::territory_of(code).map(Self)
    }

    /// [`Self::new`] for the two bytes of a code.
    #[inline(always)]
    pub(super) fn of_letters(one: u8, other: u8) -> Option<Self> {
        plan::territory_of_letters(one, other).map(Self)
    }

    /// Every geographic region of the plan, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        plan::territories().map(Self)
    }

    /// The CLDR code, for instance `JP`; `001` for a non-geographic service.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.territory().id
    }

    /// The calling code under which its numbers are reached.
    #[must_use]
    pub fn calling_code(self) -> CallingCode {
        CallingCode(self.territory().calling_code)
    }

    /// How few and how many digits the region's mobile numbers have, calling code and trunk prefix
    /// not counted; `None` if it has no mobile numbers. Not every length in between need be in use.
    ///
    /// ```
    /// use sparekey::phone::Region;
    /// assert_eq!(Region::new("JP").and_then(Region::mobile_digits), Some(10..=10));
    /// assert_eq!(Region::new("DE").and_then(Region::mobile_digits), Some(10..=11));
    /// ```
    #[must_use]
    pub fn mobile_digits(self) -> Option<RangeInclusive<u32>> {
        let lengths = self.territory().mobile_lengths().national;
        Some(lengths.trailing_zeros()..=lengths.checked_ilog2()?)
    }

    /// What is dialed before a national number inside the region, usually `0`; empty where numbers
    /// are dialed as they are (the metadata's `nationalPrefix`).
    #[must_use]
    pub fn trunk_prefix(self) -> &'static str {
        self.territory().dialed_prefix
    }

    pub(super) fn from_index(index: u8) -> Self {
        Self(index)
    }

    pub(super) fn index(self) -> u8 {
        self.0
    }

    pub(super) fn territory(self) -> &'static Territory {
        plan::territory(self.0)
    }
}

/// A country calling code in use, for instance 81; several regions may share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallingCode(u16);

impl CallingCode {
    /// The calling code with this value, if any region or service uses it.
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        plan::calling_code(value).map(|plan| Self(plan.value))
    }

    pub(super) fn of(plan: &CallingCodePlan) -> Self {
        Self(plan.value)
    }

    /// Every calling code in use, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=999).filter_map(Self::new)
    }

    /// Its digits as a number, for instance 81.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }

    /// The region whose rules stand for the whole code where several share it, for instance `US`
    /// for 1.
    ///
    /// ```
    /// use sparekey::phone::CallingCode;
    /// let code = CallingCode::new(44).ok_or("not in use")?;
    /// assert_eq!(code.main_region().as_str(), "GB");
    /// // Guernsey, the Isle of Man and Jersey share it.
    /// assert_eq!(code.regions().count(), 4);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn main_region(self) -> Region {
        Region(plan::calling_code(self.0).map_or(0, |plan| plan.first))
    }

    /// Every region that shares it, main region first.
    pub fn regions(self) -> impl Iterator<Item = Region> {
        plan::calling_code(self.0)
            .into_iter()
            .flat_map(|plan| (plan.first..).take(usize::from(plan.count)).map(Region))
    }
}

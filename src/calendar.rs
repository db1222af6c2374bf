//! Days of the calendar, as far as rules count them. It owns their written form; it knows no clock
//! and no time zone.

use std::{fmt, str::FromStr};
use thiserror::Error;
use time::{Date, Month};

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day that the calendar library calls so.
    #[must_use]
    pub const fn new(date: Date) -> Self {
        Self(date)
    }

    /// Reads `YYYY-MM-DD`, and nothing looser.
    ///
    /// Not by the library: its parser makes the core 8.4 kB larger (gzip), all else of it 0.2 kB.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, digits: usize| -> Option<u16> {
            let is_number = part.len() == digits && part.bytes().all(|it| it.is_ascii_digit());
            is_number.then(|| part.parse().ok()).flatten()
        };
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let month = Month::try_from(u8::try_from(number(month, 2)?).ok()?).ok()?;
        let day = u8::try_from(number(day, 2)?).ok()?;
        Date::from_calendar_date(i32::from(number(year, 4)?), month, day).ok().map(Self)
    }

    /// The month that it is in, `YYYY-MM`.
    #[must_use]
    pub fn month(self) -> String {
        format!("{:04}-{:02}", self.0.year(), u8::from(self.0.month()))
    }

    /// How many days it is from this day until `other`; negative when `other` is past.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.0.to_julian_day() - self.0.to_julian_day()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(formatter, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

/// Why a text is not a [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum DayError {
    /// It is not four, two and two digits with hyphens between.
    #[error("a day is written YYYY-MM-DD")]
    WrongForm,
    /// It has the form, but the calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
}

/// [`Day::parse`] with a reason; reads what `Display` writes.
///
/// ```
/// use sparekey::calendar::{Day, DayError};
/// assert_eq!("2027-02-01".parse::<Day>()?.to_string(), "2027-02-01");
/// assert_eq!("2027-02-29".parse::<Day>(), Err(DayError::NoSuchDay));
/// assert_eq!("1 Feb 2027".parse::<Day>(), Err(DayError::WrongForm));
/// # Ok::<(), DayError>(())
/// ```
impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let has_form = text.len() == "YYYY-MM-DD".len()
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let why = if has_form { DayError::NoSuchDay } else { DayError::WrongForm };
        Self::parse(text).ok_or(why)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;
    use time::Date;

    #[test]
    fn a_day_that_is_written_is_read_as_the_same_day() {
        let (first, last) = (Date::from_calendar_date(0, time::Month::January, 1), 3_000_000);
        for julian_day in (first.unwrap().to_julian_day()..last).step_by(17) {
            let day = Day::new(Date::from_julian_day(julian_day).unwrap());
            assert_eq!(day.to_string().parse(), Ok(day));
        }
    }
}

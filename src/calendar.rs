//! Days of the calendar, as far as rules count them. It owns their written form; it knows no clock
//! and no time zone.

use std::{fmt, str::FromStr};
use thiserror::Error;
use time::{Date, format_description::StaticFormatDescription, macros::format_description};

const FORMAT: StaticFormatDescription = format_description!("[year]-[month]-[day]");

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day that the calendar library calls so.
    #[must_use]
    pub const fn new(date: Date) -> Self {
        Self(date)
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

/// A text is no day in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no day of the calendar in the form YYYY-MM-DD")]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `YYYY-MM-DD`, and nothing looser: what `Display` writes.
    ///
    /// ```
    /// use sparekey::calendar::{Day, NotADay};
    /// assert_eq!("2027-02-01".parse::<Day>()?.to_string(), "2027-02-01");
    /// assert_eq!("2027-02-29".parse::<Day>(), Err(NotADay));
    /// assert_eq!("1 Feb 2027".parse::<Day>(), Err(NotADay));
    /// # Ok::<(), NotADay>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, NotADay> {
        // The library would also take a sign in front of the year.
        if !text.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(NotADay);
        }
        Date::parse(text, FORMAT).map(Self).map_err(|_| NotADay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(formatter, "{year:04}-{:02}-{day:02}", u8::from(month))
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

//! Days of the calendar, as far as rules count them. It owns reading and counting; it knows no
//! clock and no time zone.

use std::fmt;

/// A day of the Gregorian calendar between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0
            || year > 9999
            || month == 0
            || month > 12
            || day == 0
            || day > length_of_month(year, month)
        {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, and nothing looser.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(index, byte)| {
                if index == 4 || index == 7 { *byte == b'-' } else { byte.is_ascii_digit() }
            });
        if !shape {
            return None;
        }
        let mut parts = text.split('-');
        Self::new(
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
        )
    }

    /// How many days it is from this day until `other`; negative when `other` is past.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.ordinal() - self.ordinal()
    }

    /// Days since 0000-03-01, counted so that the leap day is the last of its year (Howard Hinnant,
    /// "chrono-Compatible Low-Level Date Algorithms").
    fn ordinal(self) -> i32 {
        let month = i32::from(self.month);
        let year = i32::from(self.year) - i32::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year
    }
}

const fn length_of_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

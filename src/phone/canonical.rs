//! One exact text for a number, a region and a calling code: what `Display` writes, `FromStr` reads
//! back and serde carries. Nothing is guessed here and no prefix is taken off, so that writing and
//! reading give the same value again; what people type is read by [`PhoneNumber::parse`].

use super::{
    digits::{Digits, LONGEST_EXTENSION, LONGEST_NATIONAL},
    number::PhoneNumber,
    plan,
    region::{CallingCode, Region},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// A national number has at least so many digits, as in [`PhoneNumber::parse`].
const SHORTEST_NATIONAL: usize = 2;

/// What stands before an extension (RFC 3966).
const EXTENSION: &str = ";ext=";

/// Why a text is not the exact text of a [`PhoneNumber`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum PhoneNumberError {
    /// It does not begin with `+`.
    #[error("the number does not begin with a plus sign")]
    NoPlusSign,
    /// Something other than ASCII digits follows.
    #[error("the number holds something other than digits")]
    NotDigits,
    /// Its digits begin with no calling code in use.
    #[error("the number begins with no calling code in use")]
    UnknownCallingCode,
    /// The national number has fewer than 2 digits or more than 17.
    #[error("the national number is too short or too long to be one")]
    WrongLength,
    /// The extension is empty, longer than 20 digits, or not of digits.
    #[error("the extension is not of 1 to 20 digits")]
    WrongExtension,
}

/// Why a text is not the code of a [`Region`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum RegionError {
    /// It is not two ASCII letters.
    #[error("a region's code is two letters")]
    NotTwoLetters,
    /// No region with a numbering plan of its own has this code.
    #[error("no region with a numbering plan has this code")]
    NoNumberingPlan,
}

/// Why a text is not a [`CallingCode`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum CallingCodeError {
    /// It is not of ASCII digits alone.
    #[error("a calling code is of digits")]
    NotDigits,
    /// No region or service uses it.
    #[error("the calling code is not in use")]
    NotInUse,
}

/// E.164, `+819012345678`; an extension follows as RFC 3966 writes it, `+81312345678;ext=12`.
impl fmt::Display for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "+{}{}", self.calling_code(), self.national_number())?;
        match self.extension() {
            Some(extension) => write!(formatter, "{EXTENSION}{extension}"),
            None => Ok(()),
        }
    }
}

/// Reads what `Display` writes, and nothing looser. All digits behind the calling code are the
/// national number, so that a trunk prefix there makes a number that is not valid.
///
/// ```
/// use sparekey::phone::{PhoneNumber, PhoneNumberError};
/// let number: PhoneNumber = "+819012345678".parse()?;
/// assert!(number.is_valid());
/// assert_eq!(number.to_string(), "+819012345678");
/// assert_eq!("090-1234-5678".parse::<PhoneNumber>(), Err(PhoneNumberError::NoPlusSign));
/// assert!(!"+8109012345678".parse::<PhoneNumber>()?.is_valid());
/// # Ok::<(), PhoneNumberError>(())
/// ```
impl FromStr for PhoneNumber {
    type Err = PhoneNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let behind_plus = text.strip_prefix('+').ok_or(PhoneNumberError::NoPlusSign)?;
        let (digits, extension) = match behind_plus.split_once(EXTENSION) {
            Some((digits, extension)) => {
                let is_one =
                    (1..=LONGEST_EXTENSION).contains(&extension.len()) && are_digits(extension);
                (digits, is_one.then_some(extension).ok_or(PhoneNumberError::WrongExtension)?)
            }
            None => (behind_plus, ""),
        };
        if !are_digits(digits) {
            return Err(PhoneNumberError::NotDigits);
        }
        let digits = digits.as_bytes();
        let plan =
            plan::leading_calling_code(digits).ok_or(PhoneNumberError::UnknownCallingCode)?;
        let national = digits.get(usize::from(plan.length)..).unwrap_or_default();
        if !(SHORTEST_NATIONAL..=LONGEST_NATIONAL).contains(&national.len()) {
            return Err(PhoneNumberError::WrongLength);
        }
        Ok(Self::new(plan.value, &[national], Digits::of(&[extension.as_bytes()])))
    }
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Its CLDR code, `JP`; `001` for every non-geographic service, which is why that one is not read
/// back.
impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Reads the CLDR code of a geographic region, in either case: [`Region::new`] with a reason.
impl FromStr for Region {
    type Err = RegionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(RegionError::NotTwoLetters);
        }
        Self::new(text).ok_or(RegionError::NoNumberingPlan)
    }
}

/// Its digits without a plus sign, `81`.
impl fmt::Display for CallingCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value(), formatter)
    }
}

/// Reads its digits, without a plus sign and without zeros before them.
impl FromStr for CallingCode {
    type Err = CallingCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() || !are_digits(text) {
            return Err(CallingCodeError::NotDigits);
        }
        // A text too long for the type is no code either.
        let value = text.parse().ok().filter(|_| !text.starts_with('0'));
        value.and_then(Self::new).ok_or(CallingCodeError::NotInUse)
    }
}

/// The text of `Display`.
impl Serialize for PhoneNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text of `FromStr`.
impl<'de> Deserialize<'de> for PhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// The text of `Display`.
impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The text of `FromStr`.
impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Its value as a number, `81`.
impl Serialize for CallingCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.value())
    }
}

/// Its value as a number.
impl<'de> Deserialize<'de> for CallingCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = u16::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| D::Error::custom(CallingCodeError::NotInUse))
    }
}

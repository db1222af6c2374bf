//! What an organization decides for its users: which keys a policy has, and how one is read. It owns
//! the keys, their words for administrators and the reading, in which a value that cannot be used
//! costs itself and no other. What follows from a decision is up to the rules and the review.

mod stored;

pub use stored::Stored;

use crate::{phone::Region, rules};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// What an organization has decided for its users.
///
/// It is deserialized by [`read`]: from what the browser has stored, whatever that is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// As [`Settings::default_region`](crate::context::Settings::default_region), decided by the
    /// organization.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_region: Option<String>,
    /// CLDR regions whose numbers may be registered; empty means all.
    pub allowed_regions: Vec<String>,
    /// The organization has a telephony provider of its own, and its users are migrated to it, for texts
    /// and calls: so these go on after Microsoft's end.
    pub telecom_provider_configured: bool,
    /// Nothing is said anywhere; what a page shows is still told.
    pub switched_off: bool,
    /// As [`Settings::silenced_rules`](crate::context::Settings::silenced_rules), decided by the
    /// organization.
    pub silenced_rules: Vec<String>,
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Stored::deserialize(deserializer).map(|Stored(value)| read(&value).policy)
    }
}

/// A key of a policy. `extension/managed_schema.json` and the table in `docs/policy.md` are made from
/// these, by `tests/brain/policy.rs`.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The name under which the browser stores it.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// How it goes together with what a user has chosen.
    pub merge: Merge,
    /// A title for administrators, in English.
    pub title: &'static str,
    /// What it does, for administrators, in English.
    pub description: &'static str,
}

/// What a key holds, and where in the policy that is kept.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// True or false.
    Flag(fn(&mut Policy) -> &mut bool),
    /// A CLDR region that has a numbering plan.
    Region(fn(&mut Policy) -> &mut Option<String>),
    /// Several of them.
    Regions(fn(&mut Policy) -> &mut Vec<String>),
    /// Rules, by [`Rule::id`](crate::rules::Rule::id).
    Rules(fn(&mut Policy) -> &mut Vec<String>),
}

impl Holds {
    /// The type of the stored value.
    #[must_use]
    pub const fn stored_as(self) -> Type {
        match self {
            Self::Flag(_) => Type::Flag,
            Self::Region(_) => Type::Text,
            Self::Regions(_) | Self::Rules(_) => Type::Texts,
        }
    }
}

/// A type of stored values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    /// True or false.
    Flag,
    /// One text.
    Text,
    /// A list of texts.
    Texts,
}

/// How a decision goes together with the user's own choice of the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Merge {
    /// It is taken in place of the user's choice.
    InPlaceOfChoice,
    /// Both hold.
    BesideChoice,
    /// The user has no such choice.
    NoChoice,
}

/// Every key of a policy.
pub const KEYS: &[Key] = &[
    Key {
        name: "defaultRegion",
        holds: Holds::Region(|policy| &mut policy.default_region),
        merge: Merge::InPlaceOfChoice,
        title: "Default country or region",
        description: "The country or region (two-letter CLDR code, for instance JP) taken for a phone number without a country code, where the page names none, or one that the number does not fit.",
    },
    Key {
        name: "allowedRegions",
        holds: Holds::Regions(|policy| &mut policy.allowed_regions),
        merge: Merge::NoChoice,
        title: "Allowed countries or regions",
        description: "Countries or regions (two-letter CLDR codes) whose phone numbers may be registered; a number of another one is refused, and no other form of it is offered. Empty or absent: all.",
    },
    Key {
        name: "telecomProviderConfigured",
        holds: Holds::Flag(|policy| &mut policy.telecom_provider_configured),
        merge: Merge::NoChoice,
        title: "Own telephony provider",
        description: "The organization has a telephony provider of its own, and its users are migrated to it for texts and calls, so these go on after Microsoft stops delivering them. Leave it out while some users, or one of the two, are not migrated. A text as the first factor ends in any case.",
    },
    Key {
        name: "switchedOff",
        holds: Holds::Flag(|policy| &mut policy.switched_off),
        merge: Merge::NoChoice,
        title: "Switched off",
        description: "Nothing is said on any page. The popup still tells what a page shows, and that the organization has switched Sparekey off.",
    },
    Key {
        name: "silencedRules",
        holds: Holds::Rules(|policy| &mut policy.silenced_rules),
        merge: Merge::BesideChoice,
        title: "Silenced rules",
        description: "Rules that say nothing, by their names (for instance single-method). Users cannot switch them on.",
    },
];

/// A policy as it was read, and what of it could not be used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PolicyReading {
    /// What holds.
    pub policy: Policy,
    /// What does not, by key and position; the first hundred.
    pub ignored: Vec<Ignored>,
}

/// A value of a policy that is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Ignored {
    /// The key as it is stored, shortened; empty where the policy as a whole is none.
    pub key: String,
    /// Which entry of the key's list it is, counted from 1.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Why.
    pub reason: Reason,
}

/// Why a value is ignored. What is quoted of it is shortened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Reason {
    /// What is stored is no set of keys.
    NoKeys,
    /// There is no such key.
    UnknownKey,
    /// It is of another type.
    WrongType {
        /// The type that it has to be of.
        expected: Type,
    },
    /// No region with a numbering plan has this code.
    UnknownRegion {
        /// The code.
        code: String,
    },
    /// No rule has this name.
    UnknownRule {
        /// The name.
        rule: String,
    },
}

/// Nobody repairs more at a time, and a page has to show them.
const MOST_IGNORED: usize = 100;

/// More of a key or value than this, in characters, is not quoted.
const LONGEST_QUOTE: usize = 40;

/// Reads what the browser has stored of a policy. Whatever cannot be used is ignored and named, and
/// all else holds.
///
/// ```
/// use sparekey::policy::{Reason, read};
/// let stored = serde_json::json!({ "switchedOff": true, "allowedRegions": ["JP", "Japan"] });
/// let reading = read(&stored);
/// assert!(reading.policy.switched_off);
/// assert_eq!(reading.policy.allowed_regions, ["JP"]);
/// assert_eq!(reading.ignored[0].position, Some(2));
/// assert_eq!(reading.ignored[0].reason, Reason::UnknownRegion { code: "Japan".to_owned() });
/// ```
#[must_use]
pub fn read(stored: &Value) -> PolicyReading {
    let mut reading = PolicyReading::default();
    match stored {
        Value::Null => {}
        Value::Object(entries) => {
            for (name, value) in entries {
                reading.take(name, value);
            }
        }
        _ => reading.ignore("", None, Reason::NoKeys),
    }
    reading
}

impl PolicyReading {
    fn take(&mut self, name: &str, value: &Value) {
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            return self.ignore(name, None, Reason::UnknownKey);
        };
        match (key.holds, value) {
            (Holds::Flag(place), Value::Bool(flag)) => *place(&mut self.policy) = *flag,
            (Holds::Region(place), Value::String(code)) => match region(code) {
                Ok(code) => *place(&mut self.policy) = Some(code),
                Err(reason) => self.ignore(name, None, reason),
            },
            (Holds::Regions(place), Value::Array(entries)) => {
                *place(&mut self.policy) = self.usable(name, entries, region);
            }
            (Holds::Rules(place), Value::Array(entries)) => {
                *place(&mut self.policy) = self.usable(name, entries, rule);
            }
            _ => {
                self.ignore(name, None, Reason::WrongType { expected: key.holds.stored_as() });
            }
        }
    }

    /// The entries of a list that can be used.
    fn usable(
        &mut self,
        key: &str,
        entries: &[Value],
        check: fn(&str) -> Result<String, Reason>,
    ) -> Vec<String> {
        let mut usable = Vec::new();
        for (position, entry) in (1_u32..).zip(entries) {
            let checked =
                entry.as_str().map_or(Err(Reason::WrongType { expected: Type::Text }), check);
            match checked {
                Ok(text) => usable.push(text),
                Err(reason) => self.ignore(key, Some(position), reason),
            }
        }
        usable
    }

    fn ignore(&mut self, key: &str, position: Option<u32>, reason: Reason) {
        if self.ignored.len() < MOST_IGNORED {
            self.ignored.push(Ignored { key: shortened(key), position, reason });
        }
    }
}

/// The code as CLDR writes it.
fn region(code: &str) -> Result<String, Reason> {
    Region::new(code)
        .map(|region| region.as_str().to_owned())
        .ok_or_else(|| Reason::UnknownRegion { code: shortened(code) })
}

fn rule(id: &str) -> Result<String, Reason> {
    let is_known = rules::ALL.iter().any(|rule| rule.id == id);
    is_known.then(|| id.to_owned()).ok_or_else(|| Reason::UnknownRule { rule: shortened(id) })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some(_) => text.chars().take(LONGEST_QUOTE - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

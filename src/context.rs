//! What a review knows besides the page: the day, the user's settings, the organization's policy.
//! It owns these types and nothing that decides with them.

pub use crate::policy::Policy;

use serde::{Deserialize, Serialize};

/// Everything outside the page that a verdict may depend on. The engine reads no clock, so that a
/// recorded page can be replayed on any day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Context {
    /// Today as `YYYY-MM-DD`, in the user's time zone.
    pub today: String,
    /// What the user has chosen.
    pub settings: Settings,
    /// What the user's organization has decided; it wins over the settings. JavaScript hands over what
    /// the browser has stored, and it is read here ([`policy::read`](crate::policy::read)).
    #[cfg_attr(feature = "typescript", tsify(type = "unknown"))]
    pub policy: Policy,
    /// What speaks for the user's country where nothing says it.
    pub whereabouts: Whereabouts,
}

/// The user's own choices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// CLDR region (`JP`) assumed for a number that was typed in national form, where the page
    /// names no country, or names one in which there is no such number.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub default_region: Option<String>,
    /// Rules that the user has silenced, by id.
    pub silenced_rules: Vec<String>,
    /// Places that the user has silenced for now, by [`Place::id`](crate::page::place::Place::id).
    /// The engine reads no clock, so whoever asks leaves out those whose time is over.
    pub silenced_places: Vec<String>,
}

/// What the browser tells of where its user lives. It says nothing for sure: it decides only which
/// country is offered first where somebody is asked for one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct Whereabouts {
    /// The languages that the browser asks pages for, best first: BCP 47 tags.
    pub languages: Vec<String>,
    /// The time zone by its name in the IANA database, for instance `Asia/Tokyo`; empty where the
    /// browser tells none.
    pub time_zone: String,
}

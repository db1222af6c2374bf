//! What Microsoft retires, when, for whom. Dates are data here; rules count the days.

use super::Method;
use crate::{calendar::Day, finding::Source, page::place::Cloud};

/// The end of a method, or of a use of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// The methods concerned.
    pub methods: &'static [Method],
    /// Where it applies; the other clouds follow at dates that are not known.
    pub cloud: Cloud,
    /// For most people.
    pub day: Day,
    /// A later day that holds for Global Administrators and external users.
    pub day_for_admins_and_guests: Option<Day>,
    /// Where the dates come from.
    pub source: Source,
}

const fn day(year: u16, month: u8, day: u8) -> Day {
    match Day::new(year, month, day) {
        Some(day) => day,
        // Evaluated by the compiler: a wrong date does not build.
        #[allow(clippy::panic, reason = "runs in constants only")]
        None => panic!("no such day"),
    }
}

/// Microsoft stops sending texts and calls.
pub const TELEPHONY: Retirement = Retirement {
    methods: &[Method::MobilePhone, Method::AlternatePhone, Method::OfficePhone],
    cloud: Cloud::Public,
    day: day(2027, 2, 1),
    day_for_admins_and_guests: Some(day(2027, 7, 1)),
    source: Source {
        title: "Retirement of SMS and voice call authentication: frequently asked questions",
        address: "https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement-faq",
        reviewed: "2026-11-21",
    },
};

/// Security questions stop resetting passwords. Microsoft names the month only; its first day stands
/// for it.
pub const SECURITY_QUESTIONS: Retirement = Retirement {
    methods: &[Method::SecurityQuestions],
    cloud: Cloud::Public,
    day: day(2027, 3, 1),
    day_for_admins_and_guests: None,
    source: Source {
        title: "Security questions as an authentication method",
        address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-security-questions",
        reviewed: "2026-11-21",
    },
};

/// Every retirement.
pub const ALL: &[Retirement] = &[TELEPHONY, SECURITY_QUESTIONS];

/// What is known of a method's end in a cloud.
#[must_use]
pub fn of(method: Method, cloud: Cloud) -> Option<&'static Retirement> {
    ALL.iter().find(|it| it.cloud == cloud && it.methods.contains(&method))
}

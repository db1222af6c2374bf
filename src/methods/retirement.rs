//! What Microsoft ends, when, for whom. Dates are data here; rules count the days.

use super::Method;
use crate::{calendar::Day, cloud::Cloud, context::Policy, finding::Source};
use serde::Serialize;
use time::macros::date;

/// The end of something, dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retirement {
    /// The name under which the product speaks of it.
    pub id: &'static str,
    /// What ends, in one line.
    pub what: &'static str,
    /// The methods concerned; empty where it is no method that ends.
    pub methods: &'static [Method],
    /// Where it applies; the other clouds follow at dates that are not known.
    pub cloud: Cloud,
    /// The first day without it, for most people.
    pub day: Day,
    /// A later day that holds for Global Administrators and external users; internal guests have the
    /// first one.
    pub day_for_admins_and_external: Option<Day>,
    /// Where the dates come from.
    pub source: Source,
}

/// Where a day stands to the end of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "phase", content = "days", rename_all = "kebab-case")]
pub enum Phase {
    /// So many days are left, at least one.
    Before(u32),
    /// It has ended, on that day or earlier.
    Ended,
}

impl Retirement {
    /// Where `today` stands to it.
    #[must_use]
    pub fn phase(&self, today: Day) -> Phase {
        match u32::try_from(today.days_until(self.day)) {
            Ok(days) if days > 0 => Phase::Before(days),
            _ => Phase::Ended,
        }
    }

    /// Whether `today` is between its end for most people and its end for the last of them.
    /// Whether somebody is served until then is not known from their methods.
    #[must_use]
    pub fn is_served_to_some(&self, today: Day) -> bool {
        self.phase(today) == Phase::Ended
            && self.day_for_admins_and_external.is_some_and(|later| today.days_until(later) > 0)
    }
}

/// Microsoft stops sending texts and calls.
pub const TELEPHONY: Retirement = Retirement {
    id: "telephony",
    what: "Microsoft's delivery of text messages and voice calls",
    methods: &[Method::MobilePhone, Method::AlternatePhone, Method::OfficePhone],
    cloud: Cloud::Public,
    day: Day::new(date!(2027 - 02 - 01)),
    day_for_admins_and_external: Some(Day::new(date!(2027 - 07 - 01))),
    source: Source {
        title: "FAQ for Microsoft-provided SMS and voice retirement",
        address: "https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement-faq",
        language: "en",
        reviewed: "2026-09-23",
    },
};

/// Security questions stop resetting passwords. The Message Center, which only tenants can read,
/// names the month only (MC1234564, 1 to 31 March); a page of Microsoft's support, as copied on
/// 2026-04-06, names its 8th. Microsoft's page about security questions names no end.
pub const SECURITY_QUESTIONS: Retirement = Retirement {
    id: "security-questions",
    what: "Security questions for password reset",
    methods: &[Method::SecurityQuestions],
    cloud: Cloud::Public,
    day: Day::new(date!(2027 - 03 - 08)),
    day_for_admins_and_external: None,
    source: Source {
        title: "MC1234564: Prepare for the retirement of Security Questions in Entra self-service password reset (copy)",
        address: "https://pupuweb.com/mc1234564-prepare-for-the-retirement-of-security-questions-in-entra-self-service-password-reset",
        language: "en",
        reviewed: "2026-02-18",
    },
};

/// Methods are no longer managed in the policies from before the authentication methods policy, nor
/// on the blade that belonged to them. No rule speaks of it; `docs/rules.md` tells of it among the
/// dated changes.
pub const LEGACY_POLICIES: Retirement = Retirement {
    id: "legacy-policies",
    what: "Methods in the legacy MFA and password reset policies, and the legacy page of a user's \
           methods",
    methods: &[],
    cloud: Cloud::Public,
    day: Day::new(date!(2025 - 09 - 30)),
    day_for_admins_and_external: None,
    source: Source {
        title: "Manage authentication methods for Microsoft Entra ID",
        address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage",
        language: "en",
        reviewed: "2025-03-04",
    },
};

/// Every retirement, earliest first.
pub const ALL: &[Retirement] = &[LEGACY_POLICIES, TELEPHONY, SECURITY_QUESTIONS];

/// What is known of a method's end in a cloud. An organization whose users are migrated to a telephony
/// provider of its own keeps its texts and calls.
#[must_use]
pub fn of(method: Method, cloud: Cloud, policy: &Policy) -> Option<&'static Retirement> {
    if method.is_telephony() && policy.telecom_provider_configured {
        return None;
    }
    ALL.iter().find(|it| it.cloud == cloud && it.methods.contains(&method))
}

/// Whether the method has ended in a cloud, on that day or earlier.
#[must_use]
pub fn has_ended(method: Method, today: Day, cloud: Cloud, policy: &Policy) -> bool {
    of(method, cloud, policy).is_some_and(|it| it.phase(today) == Phase::Ended)
}

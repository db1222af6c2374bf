//! The documents that rules rest on. It owns their titles, addresses and the day on which the rules
//! were last compared with them.

use crate::finding::Source;

const REVIEWED: &str = "2026-11-21";

/// How phone numbers are written, and which phone receives what.
pub(super) const PHONE_OPTIONS: Source = Source {
    title: "Authentication methods in Microsoft Entra ID - phone options",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options",
    reviewed: REVIEWED,
};

/// What an admin can set for a user, and in which form.
pub(super) const USER_SETTINGS: Source = Source {
    title: "Manage user authentication methods for Microsoft Entra multifactor authentication",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userdevicesettings",
    reviewed: REVIEWED,
};

/// The slots for numbers, one number each.
pub(super) const PHONE_METHODS: Source = Source {
    title: "phoneAuthenticationMethod resource type",
    address: "https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod",
    reviewed: REVIEWED,
};

/// How countries write and dial numbers.
pub(super) const NUMBERING_PLANS: Source = Source {
    title: "E.164: The international public telecommunication numbering plan",
    address: "https://www.itu.int/rec/T-REC-E.164",
    reviewed: REVIEWED,
};

/// The metadata from which the numbering rules are compiled.
pub(super) const NUMBERING_METADATA: Source = Source {
    title: "libphonenumber: numbering plan metadata",
    address: "https://github.com/google/libphonenumber",
    reviewed: REVIEWED,
};

/// Countries to which texts and calls are sent only on request.
pub(super) const REGIONS_TO_OPT_IN: Source = Source {
    title: "Multifactor authentication telephony: regions that need an opt-in",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-mfa-regional-opt-in",
    reviewed: REVIEWED,
};

/// What each method is worth.
pub(super) const METHODS: Source = Source {
    title: "What authentication and verification methods are available in Microsoft Entra ID?",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods",
    reviewed: REVIEWED,
};

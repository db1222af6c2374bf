//! The documents that rules rest on. It owns their titles, addresses, languages, and for each the
//! day on which the rules were last compared with it.

use crate::finding::Source;

const ENGLISH: &str = "en";

/// How phone numbers are written, and which phone receives what.
pub(super) const PHONE_OPTIONS: Source = Source {
    title: "Authentication methods in Microsoft Entra ID - phone options",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// What an admin can set for a user, and in which form.
pub(super) const USER_SETTINGS: Source = Source {
    title: "Manage user authentication methods for Microsoft Entra multifactor authentication",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userdevicesettings",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// The slots for numbers, one number each.
pub(super) const PHONE_METHODS: Source = Source {
    title: "phoneAuthenticationMethod resource type",
    address: "https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// How countries write and dial numbers.
pub(super) const NUMBERING_PLANS: Source = Source {
    title: "E.164: The international public telecommunication numbering plan",
    address: "https://www.itu.int/rec/T-REC-E.164",
    language: ENGLISH,
    reviewed: "2026-11-21",
};

/// The metadata from which the numbering rules are compiled.
pub(super) const NUMBERING_METADATA: Source = Source {
    title: "libphonenumber: numbering plan metadata",
    address: "https://github.com/google/libphonenumber",
    language: ENGLISH,
    reviewed: "2026-11-21",
};

/// What an organization decides about its users' methods. Microsoft knows no list of countries
/// whose numbers may be registered, so no page of its describes one: the list is the organization's
/// own, in Sparekey's policy (`docs/policy.md`). This page is the nearest: the policy in which an
/// organization allows texts and calls at all.
pub(super) const METHODS_POLICY: Source = Source {
    title: "Manage authentication methods for Microsoft Entra ID",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// Countries to which texts and calls are sent only on request.
pub(super) const REGIONS_TO_OPT_IN: Source = Source {
    title: "Multifactor authentication telephony: regions that need an opt-in",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-mfa-regional-opt-in",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// What each method is worth.
pub(super) const METHODS: Source = Source {
    title: "What authentication and verification methods are available in Microsoft Entra ID?",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods",
    language: ENGLISH,
    reviewed: "2026-11-21",
};

/// How users register and manage their own methods.
pub(super) const SECURITY_INFO: Source = Source {
    title: "Combined security information registration for Microsoft Entra overview",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// Changing, registering again and adding methods, step by step.
pub(super) const CHANGING_METHODS: Source = Source {
    title: "MFA 認証方法を、変更 / 再登録 / 追加 したい！ (Azure Identity support team, Japan)",
    address: "https://jpazureid.github.io/blog/azure-active-directory/change-mfa-verification-method/",
    language: "ja",
    reviewed: "2026-11-21",
};

/// The states of per-user MFA.
pub(super) const PER_USER_STATES: Source = Source {
    title: "Enable per-user Microsoft Entra multifactor authentication to secure sign-in events",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// What the registration report holds.
pub(super) const REGISTRATION_REPORT: Source = Source {
    title: "Authentication methods activity",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-authentication-methods-activity",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// Which admin may do what to whom.
pub(super) const PRIVILEGED_ROLES: Source = Source {
    title: "Privileged roles and permissions in Microsoft Entra ID",
    address: "https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// The proofs of a personal account.
pub(super) const PERSONAL_PROOFS: Source = Source {
    title: "Microsoft account security info and verification codes",
    address: "https://support.microsoft.com/account-billing/microsoft-account-security-info-verification-codes-bf2505ca-cae5-c5b4-77d1-69d3343a5452",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// The wait after all proofs of a personal account were replaced.
pub(super) const THIRTY_DAYS: Source = Source {
    title: "Microsoft account: why does resetting security info take 30 days?",
    address: "https://support.microsoft.com/help/4057241/microsoft-account-why-does-resetting-security-info-take-30-days",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

/// The recovery code of a personal account.
pub(super) const RECOVERY_CODE: Source = Source {
    title: "Microsoft account recovery code",
    address: "https://support.microsoft.com/account-billing/microsoft-account-recovery-code-2acc2f88-e37b-4b44-99d4-b4419f610013",
    language: ENGLISH,
    reviewed: "2026-11-29",
};

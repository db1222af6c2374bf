//! The documents that rules rest on. It owns their titles, addresses, languages, and for each the
//! day of the copy that the rules were last compared with: Microsoft's own date of it, or, where it
//! has none, the day on which it was read.

use crate::finding::Source;

const ENGLISH: &str = "en";

/// How phone numbers are written, and which phone receives what.
pub(super) const PHONE_OPTIONS: Source = Source {
    title: "Voice call authentication method",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-authentication-phone-options",
    language: ENGLISH,
    reviewed: "2025-10-26",
};

/// What an admin can set for a user, and in which form.
pub(super) const USER_SETTINGS: Source = Source {
    title: "Manage user authentication methods for Microsoft Entra multifactor authentication",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userdevicesettings",
    language: ENGLISH,
    reviewed: "2025-09-30",
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
    reviewed: "2025-03-04",
};

/// Countries to which texts and calls are sent only on request.
pub(super) const REGIONS_TO_OPT_IN: Source = Source {
    title: "Telephony fraud protections and throttles",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-mfa-regional-opt-in",
    language: ENGLISH,
    reviewed: "2025-07-28",
};

/// What each method is worth.
pub(super) const METHODS: Source = Source {
    title: "What is Microsoft Entra authentication?",
    address: "https://learn.microsoft.com/entra/identity/authentication/overview-authentication",
    language: ENGLISH,
    reviewed: "2026-04-30",
};

/// How users register and manage their own methods.
pub(super) const SECURITY_INFO: Source = Source {
    title: "Combined security information registration for Microsoft Entra overview",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined",
    language: ENGLISH,
    reviewed: "2024-10-01",
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
    reviewed: "2025-07-13",
};

/// Which registered method is asked for first.
pub(super) const SYSTEM_PREFERRED: Source = Source {
    title: "System-preferred multifactor authentication",
    address: "https://learn.microsoft.com/entra/identity/authentication/concept-system-preferred-multifactor-authentication",
    language: ENGLISH,
    reviewed: "2026-04-15",
};

/// What revoking ends, and what it does not.
pub(super) const REVOKE_ACCESS: Source = Source {
    title: "Revoke user access in Microsoft Entra ID",
    address: "https://learn.microsoft.com/entra/identity/users/users-revoke-access",
    language: ENGLISH,
    reviewed: "2026-06-19",
};

/// What the registration report holds.
pub(super) const REGISTRATION_REPORT: Source = Source {
    title: "Authentication methods activity",
    address: "https://learn.microsoft.com/entra/identity/authentication/howto-authentication-methods-activity",
    language: ENGLISH,
    reviewed: "2025-10-22",
};

/// Which admin may do what to whom.
pub(super) const PRIVILEGED_ROLES: Source = Source {
    title: "Privileged roles and permissions in Microsoft Entra ID",
    address: "https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions",
    language: ENGLISH,
    reviewed: "2026-06-05",
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

//! What each authentication method is worth, and how many ways in a person has. It owns the
//! catalog, the counting and Microsoft's dates; what follows for the person is decided in `rules`.
//!
//! Facts: Microsoft Entra documentation, "What authentication and verification methods are
//! available" (2025-11-07), "System-preferred multifactor authentication" (2026-04-15), "Retirement
//! of SMS and voice" (2026-07-29, questions and answers 2026-09-23).

mod addition;
mod holding;
mod proofs;
pub mod retirement;
mod seen_number;
mod ways;

pub use addition::Addition;
pub use holding::Holding;
#[cfg(test)]
pub(crate) use holding::example;
pub use proofs::Proofs;
pub use seen_number::{Sameness, SeenNumber};
pub use ways::{Counted, SharedPhone, Ways};

use serde::Serialize;

/// An authentication method, as finely as the pages tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Method {
    /// The first phone; text and voice.
    MobilePhone,
    /// The second phone; voice only.
    AlternatePhone,
    /// The desk phone; voice only.
    OfficePhone,
    /// Notifications and codes of Microsoft Authenticator.
    Authenticator,
    /// An app that shows time-based codes (software OATH).
    SoftwareOath,
    /// A small device that shows codes.
    HardwareOath,
    /// A passkey, wherever it lives.
    Passkey,
    /// A passkey kept by Microsoft Authenticator.
    PasskeyInAuthenticator,
    /// A FIDO2 key one carries.
    SecurityKey,
    /// Windows Hello for Business.
    WindowsHello,
    /// Platform Credential for macOS.
    PlatformCredential,
    /// Certificate-based authentication.
    Certificate,
    /// Another provider's MFA.
    ExternalMfa,
    /// A Temporary Access Pass.
    TemporaryAccessPass,
    /// A code by email.
    Email,
    /// Security questions.
    SecurityQuestions,
    /// A password for applications that know no MFA.
    AppPassword,
    /// A QR code with a PIN, for frontline workers.
    QrCode,
    /// The password.
    Password,
    /// A method that the product does not know: neither weak nor strong, and never counted.
    Unknown,
}

/// Whether a method answers an MFA prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mfa {
    /// It does.
    Counts,
    /// It does on the one computer it was set up on.
    CountsOnItsDevice,
    /// It does until it expires.
    CountsWhileValid,
    /// It does not.
    Never,
    /// Not known.
    Unknown,
}

/// What a method is worth, in the words of one verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Worth {
    /// It answers an MFA prompt and is phishing-resistant: there is nothing that a look-alike page
    /// could replay.
    PhishingResistant,
    /// Phishing-resistant, but only on the computer where it was set up.
    PhishingResistantOnItsDevice,
    /// Phishing-resistant, and an answer to an MFA prompt, if the organization has set it so: a
    /// certificate as a single factor is neither.
    PhishingResistantIfSet,
    /// It answers an MFA prompt.
    Mfa,
    /// It answers an MFA prompt until it expires or, issued for one use, is used.
    MfaWhileValid,
    /// It resets a password and answers no MFA prompt.
    PasswordResetOnly,
    /// It answers no MFA prompt.
    NotCounted,
    /// Not known.
    Unknown,
}

/// What is lost together with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LivesOn {
    /// The person's mobile phone.
    MobilePhone,
    /// A phone line that is not the person's mobile phone, unless the number is the same.
    OtherPhone,
    /// A computer.
    Computer,
    /// A thing of its own.
    OwnDevice,
    /// Nothing that can be lost.
    Nowhere,
    /// Not known, or different from person to person.
    Unknown,
}

/// One row of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The name under which the product speaks of it.
    pub id: &'static str,
    /// Whether it answers an MFA prompt.
    pub mfa: Mfa,
    /// Whether it serves self-service password reset.
    pub password_reset: bool,
    /// Whether Microsoft classes it as phishing-resistant.
    pub phishing_resistant: bool,
    /// What it is lost with.
    pub lives_on: LivesOn,
}

impl Method {
    /// Every method, unknown ones last.
    pub const ALL: &[Self] = &[
        Self::MobilePhone,
        Self::AlternatePhone,
        Self::OfficePhone,
        Self::Authenticator,
        Self::SoftwareOath,
        Self::HardwareOath,
        Self::Passkey,
        Self::PasskeyInAuthenticator,
        Self::SecurityKey,
        Self::WindowsHello,
        Self::PlatformCredential,
        Self::Certificate,
        Self::ExternalMfa,
        Self::TemporaryAccessPass,
        Self::Email,
        Self::SecurityQuestions,
        Self::AppPassword,
        Self::QrCode,
        Self::Password,
        Self::Unknown,
    ];

    /// The catalog.
    #[must_use]
    pub const fn facts(self) -> Facts {
        use LivesOn as On;
        // id, mfa, password reset, phishing-resistant, lives on
        match self {
            Self::MobilePhone => row("mobile-phone", Mfa::Counts, true, false, On::MobilePhone),
            Self::AlternatePhone => {
                row("alternate-phone", Mfa::Counts, false, false, On::OtherPhone)
            }
            Self::OfficePhone => row("office-phone", Mfa::Counts, true, false, On::OtherPhone),
            Self::Authenticator => row("authenticator", Mfa::Counts, true, false, On::MobilePhone),
            Self::SoftwareOath => row("software-oath", Mfa::Counts, true, false, On::MobilePhone),
            Self::HardwareOath => row("hardware-oath", Mfa::Counts, true, false, On::OwnDevice),
            Self::Passkey => row("passkey", Mfa::Counts, false, true, On::Unknown),
            Self::PasskeyInAuthenticator => {
                row("passkey-in-authenticator", Mfa::Counts, false, true, On::MobilePhone)
            }
            Self::SecurityKey => row("security-key", Mfa::Counts, false, true, On::OwnDevice),
            // The matrix lets it answer an MFA prompt as a passkey step-up only; at its own
            // computer it signs in with MFA, so it is one way in.
            Self::WindowsHello => {
                row("windows-hello", Mfa::CountsOnItsDevice, false, true, On::Computer)
            }
            Self::PlatformCredential => {
                row("platform-credential", Mfa::CountsOnItsDevice, false, true, On::Computer)
            }
            Self::Certificate => row("certificate", Mfa::Counts, false, true, On::Unknown),
            Self::ExternalMfa => row("external-mfa", Mfa::Counts, false, false, On::Unknown),
            Self::TemporaryAccessPass => {
                row("temporary-access-pass", Mfa::CountsWhileValid, false, false, On::Nowhere)
            }
            Self::Email => row("email", Mfa::Never, true, false, On::Nowhere),
            Self::SecurityQuestions => {
                row("security-questions", Mfa::Never, true, false, On::Nowhere)
            }
            Self::AppPassword => row("app-password", Mfa::Never, false, false, On::Nowhere),
            // A first factor; it answers no MFA prompt.
            Self::QrCode => row("qr-code", Mfa::Never, false, false, On::OwnDevice),
            Self::Password => row("password", Mfa::Never, false, false, On::Nowhere),
            Self::Unknown => row("unknown", Mfa::Unknown, false, false, On::Unknown),
        }
    }

    /// [`Facts::id`].
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// What it is worth, as people are told it.
    #[must_use]
    pub const fn worth(self) -> Worth {
        let facts = self.facts();
        match facts.mfa {
            Mfa::Counts if matches!(self, Self::Certificate) => Worth::PhishingResistantIfSet,
            Mfa::Counts if facts.phishing_resistant => Worth::PhishingResistant,
            Mfa::Counts => Worth::Mfa,
            Mfa::CountsOnItsDevice => Worth::PhishingResistantOnItsDevice,
            Mfa::CountsWhileValid => Worth::MfaWhileValid,
            Mfa::Never if facts.password_reset => Worth::PasswordResetOnly,
            Mfa::Never => Worth::NotCounted,
            Mfa::Unknown => Worth::Unknown,
        }
    }

    /// Whether it answers an MFA prompt somewhere and now, if it is usable at all.
    #[must_use]
    pub const fn counts_as_mfa(self) -> bool {
        matches!(self.facts().mfa, Mfa::Counts | Mfa::CountsOnItsDevice | Mfa::CountsWhileValid)
    }

    /// Whether it will still be there next month, if nobody removes it.
    #[must_use]
    pub const fn lasts(self) -> bool {
        !matches!(self.facts().mfa, Mfa::CountsWhileValid)
    }

    /// Whether it may be one of the two answers that one Microsoft Authenticator gives: lists and
    /// reports may name them apart (`microsoftAuthenticatorPush`, `softwareOneTimePasscode`).
    #[must_use]
    pub const fn may_be_authenticator(self) -> bool {
        matches!(self, Self::Authenticator | Self::SoftwareOath)
    }

    /// Whether Microsoft sends it over the telephone network.
    #[must_use]
    pub const fn is_telephony(self) -> bool {
        matches!(self, Self::MobilePhone | Self::AlternatePhone | Self::OfficePhone)
    }
}

const fn row(
    id: &'static str,
    mfa: Mfa,
    password_reset: bool,
    phishing_resistant: bool,
    lives_on: LivesOn,
) -> Facts {
    Facts { id, mfa, password_reset, phishing_resistant, lives_on }
}

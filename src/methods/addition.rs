//! What to add to somebody's methods, and where it should live: what is lost together with the rest
//! is no second way in. It owns the one decision that the next step and the hints at a list share.

use super::{LivesOn, Ways};

/// What to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addition {
    /// A passkey, wherever: there is nothing yet, or there are two places already.
    Passkey,
    /// A security key, which lives apart from everything else: where the rest lives is not known.
    SecurityKey,
    /// Beside what is lost with a phone: a passkey on a computer, or a security key.
    OffPhone,
    /// Beside what is lost with a computer: Authenticator on a phone, or a security key.
    OffComputer,
    /// Beside what is a thing of its own: a passkey on a phone or a computer.
    OffKey,
}

impl Addition {
    /// Every one of them.
    pub const ALL: &[Self] =
        &[Self::Passkey, Self::SecurityKey, Self::OffPhone, Self::OffComputer, Self::OffKey];

    /// The best one to have besides these ways in.
    #[must_use]
    pub fn beside(ways: &Ways<'_>) -> Self {
        let places: Vec<LivesOn> = ways
            .methods()
            .map(|method| method.facts().lives_on)
            .filter(|place| *place != LivesOn::Nowhere)
            .collect();
        let all = |is: fn(&LivesOn) -> bool| places.iter().all(is);
        if places.is_empty() {
            Self::Passkey
        } else if places.contains(&LivesOn::Unknown) {
            Self::SecurityKey
        } else if all(|it| matches!(it, LivesOn::MobilePhone | LivesOn::OtherPhone)) {
            Self::OffPhone
        } else if all(|it| *it == LivesOn::Computer) {
            Self::OffComputer
        } else if all(|it| *it == LivesOn::OwnDevice) {
            Self::OffKey
        } else {
            Self::Passkey
        }
    }

    /// The name under which the texts speak of it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::SecurityKey => "security-key",
            Self::OffPhone => "off-phone",
            Self::OffComputer => "off-computer",
            Self::OffKey => "off-key",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Addition::{self, OffComputer, OffKey, OffPhone, Passkey, SecurityKey};
    use crate::methods::{Method, Ways, example::held};

    #[test]
    fn it_lives_apart_from_what_is_there() {
        for (methods, expected) in [
            (&[] as &[Method], Passkey),
            (&[Method::TemporaryAccessPass], Passkey),
            (&[Method::MobilePhone], OffPhone),
            (&[Method::OfficePhone, Method::MobilePhone], OffPhone),
            (&[Method::Authenticator], OffPhone),
            (&[Method::Authenticator, Method::TemporaryAccessPass], OffPhone),
            (&[Method::PasskeyInAuthenticator, Method::SoftwareOath], OffPhone),
            (&[Method::WindowsHello], OffComputer),
            (&[Method::WindowsHello, Method::PlatformCredential], OffComputer),
            (&[Method::SecurityKey], OffKey),
            (&[Method::HardwareOath], OffKey),
            (&[Method::Passkey], SecurityKey),
            (&[Method::ExternalMfa], SecurityKey),
            (&[Method::Certificate, Method::Authenticator], SecurityKey),
            (&[Method::Authenticator, Method::HardwareOath], Passkey),
        ] {
            let held = held(methods);
            let ways = Ways::of(&held, true).unwrap();
            assert_eq!(Addition::beside(&ways), expected, "{methods:?}");
        }
    }
}

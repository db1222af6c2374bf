//! The pages that the product knows, one entry each. It owns every host, path and fragment, and
//! what holds of a page whatever it shows; the manifests' match patterns and the content script's
//! watch list are generated from it. How addresses are compared is in `address`.
//!
//! Sign-in pages are no place and never will be.

pub use super::address::{Host, Watched};

use super::address::Address;
use crate::{
    cloud::Cloud::{self, China, Public, UsGov},
    finding::Audience,
    lexicon::Concept,
};
use serde::Serialize;

/// A page of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Place {
    /// A user's own list of methods, with its dialogs.
    SecurityInfo,
    /// The wizard after sign-in, in which a user registers methods.
    Register,
    /// Another person's methods in the Entra admin center or the Azure portal, with the pane that
    /// adds one.
    UserMethods,
    /// Everybody's per-user MFA state, in the Entra admin center.
    PerUserMfa,
    /// The report of who has registered which methods.
    RegistrationReport,
    /// Everybody's per-user MFA state, on the page from before the Entra admin center.
    LegacyPerUserMfa,
    /// A user's own numbers and app, on the page from before Security info.
    LegacyProofup,
    /// The proofs of a personal Microsoft account.
    Personal,
}

/// What is known of a place beforehand.
struct Entry {
    /// The name under which the product speaks of it; serde writes the same.
    id: &'static str,
    audience: Audience,
    watched: Watched,
    list: List,
    blade: Option<Blade>,
}

/// Whether a page has a list of one person's registered methods.
#[derive(PartialEq, Eq)]
enum List {
    Never,
    /// One of its pages has.
    Perhaps,
    /// There is nothing to the page before its list is there.
    Always,
}

/// By what a blade frame of another origin shows that it has the place's content. A blade's name is
/// known by inference only, a pane's not at all, so what a frame says of itself counts as much.
#[derive(Clone, Copy)]
pub(super) struct Blade {
    /// Whether a frame's name, lower case and without `.reactview`, is the blade's.
    pub(super) is_name: fn(&str) -> bool,
    /// Labels of which one is enough.
    pub(super) labels: &'static [Concept],
}

const SIGN_INS: &[Host] =
    &[Host::new("mysignins.microsoft.com", Public), Host::new("mysignins.azure.us", UsGov)];

const PORTALS: &[Host] = &[
    Host::new("entra.microsoft.com", Public),
    Host::new("entra.microsoft.us", UsGov),
    Host::new("entra.microsoftonline.cn", China),
    Host::new("portal.azure.com", Public),
    Host::new("ms.portal.azure.com", Public),
    Host::new("rc.portal.azure.com", Public),
    Host::new("preview.portal.azure.com", Public),
    Host::new("portal.azure.us", UsGov),
    Host::new("portal.azure.cn", China),
];

const LEGACY: &[Host] = &[
    Host::new("account.activedirectory.windowsazure.com", Public),
    Host::new("account.activedirectory.windowsazure.cn", China),
];

const PERSONAL: &[Host] = &[Host::new("account.live.com", Public)];

/// Hosts of the portal's blade frames: themselves and every host below them. Such a frame knows
/// neither its blade nor its user; it is dormant until the tab's top frame, at a watched address,
/// has the background call it.
pub const BLADE_HOSTS: &[&str] = &[
    "reactblade.portal.azure.net",
    "reactblade-ms.portal.azure.net",
    "reactblade-rc.portal.azure.net",
];

/// Where everybody of the public cloud sees their own sign-in methods.
pub const SECURITY_INFO_ADDRESS: &str = "https://mysignins.microsoft.com/security-info";

/// What people of a cloud are sent, so that they see and set up their own sign-in methods. The first
/// two are in Microsoft's page about Authenticator ("Security info links"); of China there is no newer
/// one than the page that its documentation has had in place of `aka.ms/mfasetup`.
#[must_use]
pub const fn security_info_link(cloud: Cloud) -> &'static str {
    match cloud {
        Public => "https://aka.ms/MySecurityInfo",
        UsGov => "https://aka.ms/MySecurityInfo-us",
        China => "https://account.activedirectory.windowsazure.cn/proofup.aspx",
    }
}

impl Place {
    /// Every place.
    pub const ALL: &[Self] = &[
        Self::SecurityInfo,
        Self::Register,
        Self::UserMethods,
        Self::PerUserMfa,
        Self::RegistrationReport,
        Self::LegacyPerUserMfa,
        Self::LegacyProofup,
        Self::Personal,
    ];

    /// The table of places.
    const fn entry(self) -> Entry {
        match self {
            Self::SecurityInfo => Entry {
                id: "security-info",
                audience: Audience::User,
                watched: at_paths(SIGN_INS, &["/security-info"]),
                list: List::Always,
                blade: None,
            },
            Self::Register => Entry {
                id: "register",
                audience: Audience::User,
                watched: at_paths(SIGN_INS, &["/register"]),
                list: List::Never,
                blade: None,
            },
            Self::UserMethods => Entry {
                id: "user-methods",
                audience: Audience::Admin,
                watched: in_portals(&["/userauthmethods"]),
                list: List::Always,
                blade: Some(Blade {
                    is_name: is_user_methods,
                    labels: &[
                        Concept::AdminActionAddMethod,
                        Concept::AdminChooseMethod,
                        Concept::AdminActionRequireReregister,
                    ],
                }),
            },
            Self::PerUserMfa => Entry {
                id: "per-user-mfa",
                audience: Audience::Admin,
                watched: in_portals(&["/multifactorauthenticationconfig.reactview"]),
                list: List::Never,
                blade: Some(Blade {
                    is_name: |name| name == "multifactorauthenticationconfig",
                    labels: &[Concept::PeruserPortal, Concept::PeruserUserMfaSettings],
                }),
            },
            Self::RegistrationReport => Entry {
                id: "registration-report",
                audience: Audience::Admin,
                watched: in_portals(&["/userregistrationdetails"]),
                list: List::Never,
                blade: Some(Blade {
                    is_name: |name| name == "userregistrationdetails",
                    labels: &[Concept::ReportMethodsRegistered, Concept::ReportMfaCapable],
                }),
            },
            Self::LegacyPerUserMfa => Entry {
                id: "legacy-per-user-mfa",
                audience: Audience::Admin,
                watched: at_paths(LEGACY, &["/usermanagement/multifactorverification.aspx"]),
                list: List::Never,
                blade: None,
            },
            Self::LegacyProofup => Entry {
                id: "legacy-proofup",
                audience: Audience::User,
                watched: at_paths(LEGACY, &["/proofup.aspx"]),
                list: List::Never,
                blade: None,
            },
            Self::Personal => Entry {
                id: "personal",
                audience: Audience::User,
                watched: at_paths(PERSONAL, &["/proofs"]),
                // One of its pages has it, and the others ask for a number or a code.
                list: List::Perhaps,
                blade: None,
            },
        }
    }

    /// The name under which the product speaks of it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.entry().id
    }

    /// Whom texts address there.
    #[must_use]
    pub const fn audience(self) -> Audience {
        self.entry().audience
    }

    /// The addresses at which it is.
    #[must_use]
    pub const fn watched(self) -> Watched {
        self.entry().watched
    }

    /// Whether the page can have a list of one person's registered methods.
    #[must_use]
    pub fn has_list(self) -> bool {
        self.entry().list != List::Never
    }

    /// Whether there is nothing to the page before its list is there.
    #[must_use]
    pub fn always_has_list(self) -> bool {
        self.entry().list == List::Always
    }

    /// The blade frame of another origin in which the page's content may stand.
    pub(super) const fn blade(self) -> Option<Blade> {
        self.entry().blade
    }
}

const fn at_paths(hosts: &'static [Host], paths: &'static [&'static str]) -> Watched {
    Watched { hosts, paths, fragments: &[] }
}

/// The tenant may stand in the path, and a blade has been filed under several extension names, so
/// neither is compared.
const fn in_portals(fragments: &'static [&'static str]) -> Watched {
    Watched { hosts: PORTALS, paths: &[], fragments }
}

/// The list, or the pane that adds a method.
fn is_user_methods(name: &str) -> bool {
    let adds_one = || name.contains("authmethod") || name.contains("authenticationmethod");
    name == "userauthmethods" || (name.starts_with("add") && adds_one())
}

/// What a frame shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The place.
    pub place: Place,
    /// The cloud that it belongs to.
    pub cloud: Cloud,
}

/// The place at an address (origin, path, fragment).
#[must_use]
pub fn at(address: &str) -> Option<Shown> {
    let address = Address::parse(address)?;
    Place::ALL.iter().find_map(|place| {
        let host = address.watched_host(&place.watched())?;
        Some(Shown { place: *place, cloud: host.cloud })
    })
}

/// Whether a frame at the address may be one of the portal's blades.
#[must_use]
pub fn is_blade(address: &str) -> bool {
    Address::parse(address)
        .is_some_and(|address| BLADE_HOSTS.iter().any(|host| address.is_at_or_below_host(host)))
}

/// Cuts a host (with a port, if any) into what may be anybody's and the known part behind it.
pub(super) fn known_host(host: &str) -> (&str, &str) {
    let name = host.strip_suffix(":443").unwrap_or(host);
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let mut watched = Place::ALL.iter().flat_map(|place| place.watched().hosts);
    if watched.any(|host| is(host.name)) || BLADE_HOSTS.iter().any(|host| is(host)) {
        return ("", host);
    }
    // A tenant or a session may stand before a blade's host.
    BLADE_HOSTS
        .iter()
        .filter_map(|known| host.split_at_checked(name.len().checked_sub(known.len())?))
        .find(|(below, known)| below.ends_with('.') && is_blade(&format!("https://{known}")))
        .unwrap_or((host, ""))
}

/// Whether the name is one of a watched path or fragment.
pub(super) fn is_known_name(name: &str) -> bool {
    let watched = Place::ALL.iter().map(|place| place.watched());
    watched
        .flat_map(|watched| watched.paths.iter().chain(watched.fragments))
        .flat_map(|part| part.split('/'))
        .any(|part| !part.is_empty() && name.eq_ignore_ascii_case(part))
}

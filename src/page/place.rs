//! The pages that the product knows, by address, and which frame of a tab shows which. It owns
//! every host, path and fragment; the manifests' match patterns and the content script's watch list
//! are generated from [`WATCHED`] and [`BLADE_HOSTS`].
//!
//! Sign-in pages are no place and never will be.

use super::{
    index::Index,
    snapshot::{Frame, Node, Role, Snapshot, Tab},
};
use crate::{cloud::Cloud, finding::Audience, lexicon::Concept, text};
use serde::Serialize;

/// Addresses at which a content script describes the page; on every other address it stays dormant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Host names, exact.
    pub hosts: &'static [&'static str],
    /// Paths, lower case, that are watched with all below them; empty means every path.
    pub paths: &'static [&'static str],
    /// Whole names of the fragment, lower case, one of which must occur; empty means any fragment.
    pub fragments: &'static [&'static str],
}

/// A page of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
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

const SIGN_INS: &[&str] = &["mysignins.microsoft.com", "mysignins.azure.us"];

const PORTALS: &[&str] = &[
    "entra.microsoft.com",
    "entra.microsoft.us",
    "entra.microsoftonline.cn",
    "portal.azure.com",
    "ms.portal.azure.com",
    "rc.portal.azure.com",
    "preview.portal.azure.com",
    "portal.azure.us",
    "portal.azure.cn",
];

const LEGACY: &[&str] =
    &["account.activedirectory.windowsazure.com", "account.activedirectory.windowsazure.cn"];

const OTHER_CLOUDS: &[(Cloud, &[&str])] = &[
    (Cloud::UsGov, &["mysignins.azure.us", "entra.microsoft.us", "portal.azure.us"]),
    (
        Cloud::China,
        &["entra.microsoftonline.cn", "portal.azure.cn", "account.activedirectory.windowsazure.cn"],
    ),
];

/// Where everybody of the public cloud sees their own sign-in methods.
pub const SECURITY_INFO_ADDRESS: &str = "https://mysignins.microsoft.com/security-info";

const SECURITY_INFO: Watched =
    Watched { hosts: SIGN_INS, paths: &["/security-info"], fragments: &[] };
const REGISTER: Watched = Watched { hosts: SIGN_INS, paths: &["/register"], fragments: &[] };
// The tenant may stand in the path, and the blade has been filed under several extension names, so
// neither is compared.
const USER_METHODS: Watched =
    Watched { hosts: PORTALS, paths: &[], fragments: &["/userauthmethods"] };
const PER_USER_MFA: Watched = Watched {
    hosts: PORTALS,
    paths: &[],
    fragments: &["/multifactorauthenticationconfig.reactview"],
};
const REGISTRATION_REPORT: Watched =
    Watched { hosts: PORTALS, paths: &[], fragments: &["/userregistrationdetails"] };
const LEGACY_PER_USER_MFA: Watched = Watched {
    hosts: LEGACY,
    paths: &["/usermanagement/multifactorverification.aspx"],
    fragments: &[],
};
const LEGACY_PROOFUP: Watched =
    Watched { hosts: LEGACY, paths: &["/proofup.aspx"], fragments: &[] };
const PERSONAL: Watched =
    Watched { hosts: &["account.live.com"], paths: &["/proofs"], fragments: &[] };

/// Every watched address.
pub const WATCHED: &[Watched] = &[
    SECURITY_INFO,
    REGISTER,
    USER_METHODS,
    PER_USER_MFA,
    REGISTRATION_REPORT,
    LEGACY_PER_USER_MFA,
    LEGACY_PROOFUP,
    PERSONAL,
];

const PLACES: &[(Place, Watched)] = &[
    (Place::SecurityInfo, SECURITY_INFO),
    (Place::Register, REGISTER),
    (Place::UserMethods, USER_METHODS),
    (Place::PerUserMfa, PER_USER_MFA),
    (Place::RegistrationReport, REGISTRATION_REPORT),
    (Place::LegacyPerUserMfa, LEGACY_PER_USER_MFA),
    (Place::LegacyProofup, LEGACY_PROOFUP),
    (Place::Personal, PERSONAL),
];

/// Hosts of the portal's blade frames: themselves and every host below them. Such a frame knows
/// neither its blade nor its user; it is dormant until the tab's top frame, at a watched address,
/// has the background call it.
pub const BLADE_HOSTS: &[&str] = &[
    "reactblade.portal.azure.net",
    "reactblade-ms.portal.azure.net",
    "reactblade-rc.portal.azure.net",
];

/// The class by which the portal tells the blade frame in use from those it keeps warm.
const ACTIVE_FRAME: &str = "fxs-reactview-frame-active";

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

    /// The name under which the product speaks of it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::SecurityInfo => "security-info",
            Self::Register => "register",
            Self::UserMethods => "user-methods",
            Self::PerUserMfa => "per-user-mfa",
            Self::RegistrationReport => "registration-report",
            Self::LegacyPerUserMfa => "legacy-per-user-mfa",
            Self::LegacyProofup => "legacy-proofup",
            Self::Personal => "personal",
        }
    }

    /// Whom texts address there.
    #[must_use]
    pub fn audience(self) -> Audience {
        match self {
            Self::SecurityInfo | Self::Register | Self::LegacyProofup | Self::Personal => {
                Audience::User
            }
            Self::UserMethods
            | Self::PerUserMfa
            | Self::RegistrationReport
            | Self::LegacyPerUserMfa => Audience::Admin,
        }
    }

    /// Whether the page can have a list of one person's registered methods.
    #[must_use]
    pub fn has_list(self) -> bool {
        // Of the personal pages, one has it, and the others ask for a number or a code.
        self.always_has_list() || self == Self::Personal
    }

    /// Whether there is nothing to the page before its list is there.
    #[must_use]
    pub fn always_has_list(self) -> bool {
        matches!(self, Self::SecurityInfo | Self::UserMethods)
    }

    /// Whether the page's content may stand in blade frames of another origin.
    fn has_blades(self) -> bool {
        matches!(self, Self::UserMethods | Self::PerUserMfa | Self::RegistrationReport)
    }
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
    let (place, _) = PLACES.iter().find(|(_, watched)| address.is_watched(watched))?;
    let cloud = OTHER_CLOUDS
        .iter()
        .find(|(_, hosts)| hosts.contains(&address.host.as_str()))
        .map_or(Cloud::Public, |(cloud, _)| *cloud);
    Some(Shown { place: *place, cloud })
}

/// What each frame of the tab shows, in the order of the frames; `None` for a frame that is nobody's
/// place: a hidden one, or one with another blade.
#[must_use]
pub fn shown_by_frames(tab: &Tab) -> Vec<Option<Shown>> {
    let top = tab.frames.iter().find(|frame| frame.id == 0).map(|frame| &frame.snapshot);
    let shown = top.and_then(|top| at(&top.address));
    tab.frames
        .iter()
        .map(|frame| {
            let shown = shown?;
            let top = top?;
            let belongs =
                frame.id == 0 || (shown.place.has_blades() && is_blade_of(shown.place, frame, top));
            belongs.then_some(shown)
        })
        .collect()
}

/// Cuts a host (with a port, if any) into what may be anybody's and the known part behind it.
pub(super) fn known_host(host: &str) -> (&str, &str) {
    let name = host.strip_suffix(":443").unwrap_or(host);
    let is = |known: &&str| name.eq_ignore_ascii_case(known);
    if WATCHED.iter().flat_map(|watched| watched.hosts).any(&is) || BLADE_HOSTS.iter().any(is) {
        return ("", host);
    }
    // A tenant or a session may stand before a blade's host.
    BLADE_HOSTS
        .iter()
        .filter_map(|known| host.split_at_checked(name.len().checked_sub(known.len())?))
        .find(|(below, known)| below.ends_with('.') && is_blade_host(&format!("https://{known}")))
        .unwrap_or((host, ""))
}

/// Whether the name is one of a watched path or fragment.
pub(super) fn is_known_name(name: &str) -> bool {
    let parts = WATCHED.iter().flat_map(|watched| watched.paths.iter().chain(watched.fragments));
    parts
        .flat_map(|part| part.split('/'))
        .any(|part| !part.is_empty() && name.eq_ignore_ascii_case(part))
}

fn is_blade_of(place: Place, frame: &Frame, top: &Snapshot) -> bool {
    let snapshot = &frame.snapshot;
    snapshot.on_screen
        && is_blade_host(&snapshot.address)
        && is_rendered(snapshot, top)
        && (is_blade_name(place, &snapshot.frame_name) || is_blade_content(place, snapshot))
}

fn is_blade_host(address: &str) -> bool {
    Address::parse(address).is_some_and(|address| {
        BLADE_HOSTS.iter().any(|host| {
            address.host == *host
                || address.host.strip_suffix(host).is_some_and(|below| below.ends_with('.'))
        })
    })
}

/// Whether the top frame shows an `iframe` that may be this frame. A hidden one is not in its
/// snapshot; of several with the same name, the portal marks the one in use.
fn is_rendered(snapshot: &Snapshot, top: &Snapshot) -> bool {
    let frames = || top.nodes.iter().filter(|node| node.role == Role::Frame);
    if frames().next().is_none() {
        return true; // The shell has not described its frames yet.
    }
    let origin = origin(&snapshot.address);
    let may_be_it = |node: &&Node| {
        (node.value.is_empty() || Some(node.value.trim_end_matches('/')) == origin)
            && (snapshot.frame_name.is_empty() || node.name == snapshot.frame_name)
    };
    let is_marked = |node: &Node| node.classes.iter().any(|class| class == ACTIVE_FRAME);
    match frames().filter(may_be_it).count() {
        0 => top.clipped,
        // The mark is not asked for: a pane of its own may well have none.
        1 => true,
        _ => frames().filter(may_be_it).any(is_marked),
    }
}

/// The blade's name is known by inference only, the pane's not at all, so what a frame says of
/// itself ([`is_blade_content`]) counts as much.
fn is_blade_name(place: Place, frame_name: &str) -> bool {
    let name = frame_name.to_ascii_lowercase();
    let name = name.strip_suffix(".reactview").unwrap_or(&name);
    match place {
        Place::UserMethods => {
            name == "userauthmethods"
                || (name.starts_with("add")
                    && ["authmethod", "authenticationmethod"]
                        .iter()
                        .any(|it| text::contains(name, it)))
        }
        Place::PerUserMfa => name == "multifactorauthenticationconfig",
        Place::RegistrationReport => name == "userregistrationdetails",
        _ => false,
    }
}

fn is_blade_content(place: Place, snapshot: &Snapshot) -> bool {
    let telling: &[Concept] = match place {
        Place::UserMethods => &[
            Concept::AdminActionAddMethod,
            Concept::AdminChooseMethod,
            Concept::AdminActionRequireReregister,
        ],
        Place::PerUserMfa => &[Concept::PeruserPortal, Concept::PeruserUserMfaSettings],
        Place::RegistrationReport => &[Concept::ReportMethodsRegistered, Concept::ReportMfaCapable],
        _ => &[],
    };
    let index = Index::new(snapshot);
    index.entries().any(|entry| telling.iter().any(|concept| entry.means(*concept)))
}

fn origin(address: &str) -> Option<&str> {
    let host_begins = text::find(address, "://")? + 3;
    let rest = address.get(host_begins..)?;
    let host_ends = rest.find(['/', '#', '?']).unwrap_or(rest.len());
    address.get(..host_begins + host_ends)
}

/// An address taken apart; everything lower case.
struct Address {
    host: String,
    path: String,
    fragment: String,
}

impl Address {
    fn parse(address: &str) -> Option<Self> {
        // Longer than any browser's own limit for what it shows; such an address is not ours.
        const LONGEST: usize = 8192;
        if address.len() > LONGEST {
            return None;
        }
        let lower = address.to_ascii_lowercase();
        let rest = lower.strip_prefix("https://")?;
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = authority.strip_suffix(":443").unwrap_or(authority);
        let fragment = fragment.trim_start_matches('/');
        // The Azure portal puts the tenant in front: "#@contoso.onmicrosoft.com/view/…".
        let fragment = match fragment.split_once('/') {
            Some((tenant, rest)) if tenant.starts_with('@') => rest,
            _ => fragment,
        };
        Some(Self {
            host: host.to_owned(),
            path: format!("/{path}"),
            fragment: format!("/{fragment}"),
        })
    }

    fn is_watched(&self, watched: &Watched) -> bool {
        watched.hosts.contains(&self.host.as_str())
            && (watched.paths.is_empty() || watched.paths.iter().any(|path| self.is_below(path)))
            && (watched.fragments.is_empty()
                || watched.fragments.iter().any(|part| self.fragment_has(part)))
    }

    /// `/register` does not take `/registered-devices`.
    fn is_below(&self, path: &str) -> bool {
        self.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The part must be whole names of the blade address, not a piece of one.
    fn fragment_has(&self, part: &str) -> bool {
        (self.fragment.starts_with("/view/") || self.fragment.starts_with("/blade/"))
            && (0..self.fragment.len())
                .filter_map(|at| self.fragment.get(at..)?.strip_prefix(part))
                .any(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    }
}

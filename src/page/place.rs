//! The pages that the product knows, by address. It owns every host, path and fragment; the
//! manifests' match patterns and the content script's watch list are generated from here.

/// Addresses at which a content script describes the page; on every other address it stays dormant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Host names, exact.
    pub hosts: &'static [&'static str],
    /// Beginnings of the path, lower case; empty means every path.
    pub paths: &'static [&'static str],
    /// Parts of the fragment, lower case, one of which must occur; empty means any fragment.
    pub fragments: &'static [&'static str],
}

/// Every watched address.
pub const WATCHED: &[Watched] = &[Watched {
    hosts: &["mysignins.microsoft.com"],
    paths: &["/security-info", "/register"],
    fragments: &[],
}];

/// Hosts of the portal's blade frames: themselves and every host below them. Such a frame knows
/// neither its blade nor its user; it is dormant until the tab's top frame, at a watched address,
/// has the background call it.
pub const BLADE_HOSTS: &[&str] = &["reactblade.portal.azure.net"];

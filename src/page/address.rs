//! Addresses taken apart and compared. It owns how an address is read and when it is one of a kind;
//! which kinds there are is in [`place`](super::place).

use crate::cloud::Cloud;

/// A host whose pages are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its name, lower case.
    pub name: &'static str,
    /// The cloud that it belongs to.
    pub cloud: Cloud,
}

impl Host {
    pub(super) const fn new(name: &'static str, cloud: Cloud) -> Self {
        Self { name, cloud }
    }
}

/// Addresses at which a content script describes the page; on every other address it stays dormant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Hosts, exact.
    pub hosts: &'static [Host],
    /// Paths, lower case, that are watched with all below them; empty means every path.
    pub paths: &'static [&'static str],
    /// Whole names of the fragment, lower case, one of which must occur; empty means any fragment.
    pub fragments: &'static [&'static str],
}

/// An address taken apart; everything lower case.
pub(super) struct Address {
    host: String,
    path: String,
    fragment: String,
}

impl Address {
    /// Reads an `https` address; `None` for every other text.
    pub(super) fn parse(address: &str) -> Option<Self> {
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

    /// The watched host that it is at, where path and fragment are watched as well.
    pub(super) fn watched_host(&self, watched: &Watched) -> Option<Host> {
        let host = watched.hosts.iter().find(|host| host.name == self.host)?;
        let is_path = watched.paths.is_empty() || watched.paths.iter().any(|it| self.is_below(it));
        let is_fragment =
            watched.fragments.is_empty() || watched.fragments.iter().any(|it| self.names(it));
        (is_path && is_fragment).then_some(*host)
    }

    /// Whether it is at the host or at a host below it.
    pub(super) fn is_at_or_below_host(&self, host: &str) -> bool {
        self.host.strip_suffix(host).is_some_and(|below| below.is_empty() || below.ends_with('.'))
    }

    /// `/register` does not take `/registered-devices`.
    fn is_below(&self, path: &str) -> bool {
        self.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the part is made of whole names of a blade's address, not of a piece of one.
    fn names(&self, part: &str) -> bool {
        let is_blade = self.fragment.starts_with("/view/") || self.fragment.starts_with("/blade/");
        let mut parts = self.fragment.match_indices(part);
        is_blade
            && parts.any(|(at, _)| {
                let rest = self.fragment.get(at + part.len()..).unwrap_or_default();
                rest.is_empty() || rest.starts_with(['/', '?'])
            })
    }
}

/// Scheme and host, with a port if there is one.
pub(super) fn origin(address: &str) -> Option<&str> {
    let host_begins = address.find("://")? + 3;
    let rest = address.get(host_begins..)?;
    let host_ends = rest.find(['/', '#', '?']).unwrap_or(rest.len());
    address.get(..host_begins + host_ends)
}

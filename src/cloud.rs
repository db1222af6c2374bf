//! Microsoft's separate clouds. It owns their names alone: which host belongs to which is in
//! [`page::place`](crate::page::place), and what ends where is in
//! [`methods::retirement`](crate::methods::retirement).

/// A cloud with its own hosts, tenants and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cloud {
    /// The worldwide one.
    Public,
    /// Azure Government of the United States.
    UsGov,
    /// 21Vianet.
    China,
}

impl Cloud {
    /// Every cloud.
    pub const ALL: [Self; 3] = [Self::Public, Self::UsGov, Self::China];
}

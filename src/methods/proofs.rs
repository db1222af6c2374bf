//! The proofs of a personal Microsoft account: there an email address counts, and what work
//! accounts demand does not hold. It owns counting them, as [`ways`](super::ways) does for work
//! accounts.

use super::{Holding, Method, ways::Counted};

/// Holdings by which a personal account can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proofs<'a> {
    /// In the order in which they were given.
    pub counted: Vec<Counted<'a>>,
    /// There are no others: the list is complete, and every method in it is known.
    pub known_whole: bool,
}

impl<'a> Proofs<'a> {
    /// Counts an account's holdings. `complete` says that these are all of them.
    pub fn of(holdings: impl IntoIterator<Item = &'a Holding>, complete: bool) -> Self {
        let mut known_whole = complete;
        let mut counted = Vec::new();
        for (index, holding) in holdings.into_iter().enumerate() {
            known_whole &= holding.method != Method::Unknown;
            if holding.method.counts_as_mfa() || holding.method == Method::Email {
                counted.push(Counted { index, holding });
            }
        }
        Self { counted, known_whole }
    }

    /// Whether there is nothing but phone numbers.
    #[must_use]
    pub fn is_telephony_only(&self) -> bool {
        !self.counted.is_empty() && self.counted.iter().all(|it| it.holding.method.is_telephony())
    }

    /// How many there are of one method.
    #[must_use]
    pub fn count(&self, method: Method) -> usize {
        self.counted.iter().filter(|it| it.holding.method == method).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Proofs;
    use crate::methods::{Method, holding::example::held};

    #[test]
    fn an_email_address_is_a_proof_and_a_password_is_none() {
        let holdings = held(&[Method::Password, Method::Email, Method::MobilePhone, Method::Email]);
        let proofs = Proofs::of(&holdings, true);
        assert!(proofs.known_whole);
        assert_eq!(proofs.counted.iter().map(|it| it.index).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!((proofs.count(Method::Email), proofs.count(Method::Authenticator)), (2, 0));
    }

    #[test]
    fn a_list_that_is_cut_short_or_has_an_unknown_proof_is_not_known_whole() {
        assert!(!Proofs::of(&held(&[Method::Email]), false).known_whole);
        assert!(!Proofs::of(&held(&[Method::Email, Method::Unknown]), true).known_whole);
    }
}

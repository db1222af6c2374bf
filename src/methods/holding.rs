//! One registered method of one person, as a page's list or a row of a file tells of it. It owns
//! what counting needs to know of a registration, and knows neither pages nor files.

use super::{Method, SeenNumber};

/// One registered method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Which method; [`Method::Unknown`] for a registration of which no more is known.
    pub method: Method,
    /// Whether it can be used; the portal lists those that cannot apart.
    pub usable: bool,
    /// Its phone number, perhaps with masked digits.
    pub number: Option<SeenNumber>,
    /// What else is told of it, most often the name of its device; empty where nothing is.
    pub detail: String,
}

impl Holding {
    /// A method that can be used and of which no more is told.
    #[must_use]
    pub const fn new(method: Method) -> Self {
        Self { method, usable: true, number: None, detail: String::new() }
    }

    /// Whether it is of this method and can be used.
    #[must_use]
    pub fn is_usable(&self, method: Method) -> bool {
        self.usable && self.method == method
    }
}

/// Short forms for the tests of everything that counts holdings.
#[cfg(test)]
pub(crate) mod example {
    use super::{Holding, Method, SeenNumber};

    pub(crate) fn held(methods: &[Method]) -> Vec<Holding> {
        methods.iter().map(|method| Holding::new(*method)).collect()
    }

    pub(crate) fn on_device(method: Method, device: &str) -> Holding {
        Holding { detail: device.to_owned(), ..Holding::new(method) }
    }

    pub(crate) fn with_number(method: Method, number: &str) -> Holding {
        Holding {
            number: Some(SeenNumber::parse(number).expect("a number")),
            ..Holding::new(method)
        }
    }

    pub(crate) fn unusable(method: Method) -> Holding {
        Holding { usable: false, ..Holding::new(method) }
    }
}

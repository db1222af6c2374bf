//! The one thing most worth doing about somebody's methods. It is no rule: it is there to be asked
//! for, says nothing by itself and cannot be silenced. What each method is worth is in `methods`, and
//! how many ways in they are is in [`ways`](super::ways).

use super::{not_phishing_resistant::is_phishable, ways::Ways};
use crate::{
    context::Policy,
    finding::Audience,
    methods::{Method, retirement},
    page::{
        place::{Place, Shown},
        reading::MethodList,
    },
};
use serde::Serialize;

/// What to do next, most pressing first. A `method` is the catalogue's id of the best one to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum NextStep {
    /// No method answers an MFA prompt, and the person is here.
    AddFirst {
        /// The best one to add.
        method: &'static str,
    },
    /// No method answers an MFA prompt, and the person is elsewhere: a Temporary Access Pass lets them
    /// register one without signing in by another.
    IssuePass {
        /// The best one to register with it.
        method: &'static str,
    },
    /// A Temporary Access Pass is all there is, until it expires.
    UsePass {
        /// The best one to register with it.
        method: &'static str,
    },
    /// When Microsoft's texts and calls end, fewer than two ways in are left.
    ReplaceTelephony {
        /// The best one to add.
        method: &'static str,
    },
    /// There is one way in.
    AddSecond {
        /// The best one to add.
        method: &'static str,
    },
    /// One lost phone would take them all.
    AddElsewhere {
        /// The best one to add.
        method: &'static str,
    },
    /// Every way in can be phished.
    AddPhishingResistant {
        /// The best one to add.
        method: &'static str,
    },
    /// Two ways in that last and are not lost together, one of them phishing-resistant.
    Nothing,
}

/// Of a work account's list; a personal account has other rules.
pub(crate) fn next_step(shown: Shown, list: &MethodList, policy: &Policy) -> Option<NextStep> {
    if shown.place == Place::Personal {
        return None;
    }
    let ways = Ways::in_list(list)?;
    let passkey = Method::Passkey.id();
    if ways.counting.is_empty() {
        return Some(match shown.place.audience() {
            Audience::User => NextStep::AddFirst { method: passkey },
            Audience::Admin => NextStep::IssuePass { method: passkey },
        });
    }
    let lasting = ways.lasting();
    if lasting.counting.is_empty() {
        return Some(NextStep::UsePass { method: passkey });
    }
    let staying = lasting.without(|method| {
        method.is_telephony() && retirement::of(method, shown.cloud, policy).is_some()
    });
    let Some(first) = staying.counting.first() else {
        return Some(NextStep::ReplaceTelephony { method: passkey });
    };
    if staying.at_most < 2 {
        let method = first.method.facts().best_second.id();
        return Some(if lasting.at_most < 2 {
            NextStep::AddSecond { method }
        } else {
            NextStep::ReplaceTelephony { method }
        });
    }
    if staying.shared_phone().is_some() {
        return Some(NextStep::AddElsewhere { method: Method::SecurityKey.id() });
    }
    if staying.counting.iter().all(|row| is_phishable(row.method)) {
        return Some(NextStep::AddPhishingResistant { method: passkey });
    }
    Some(NextStep::Nothing)
}

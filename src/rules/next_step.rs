//! The one thing most worth doing about somebody's methods. It is no rule: it is there to be asked
//! for, says nothing by itself and cannot be silenced. What each method is worth is in `methods`,
//! and how many ways in they are is counted by [`Ways`].

use super::not_phishing_resistant::is_phishable;
use crate::{
    cloud::Cloud,
    context::Policy,
    finding::Audience,
    methods::{Addition, Ways, retirement},
};
use serde::Serialize;

/// What to do next, most pressing first. A `method` is the [`Addition::id`] of the best one to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum NextStep {
    /// What is being typed is not right yet; everything else can wait.
    PutRight,
    /// No method answers an MFA prompt, and the person is here.
    AddFirst {
        /// The best one to add.
        method: &'static str,
    },
    /// No method answers an MFA prompt, and the person is elsewhere: a Temporary Access Pass lets
    /// them register one without signing in by another.
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
    /// Two ways in that last and are known not to be lost together, and one that is
    /// phishing-resistant.
    Nothing,
}

/// Judges the ways in of a work account; a personal one has other rules. `None` where it is not
/// known whether all of them would be lost together: there is nothing to ask for, and no reason to
/// say that nothing is missing.
pub(crate) fn next_step(
    ways: &Ways<'_>,
    audience: Audience,
    cloud: Cloud,
    policy: &Policy,
) -> Option<NextStep> {
    let step = most_pressing(ways, audience, cloud, policy);
    let is_known = || staying(&ways.lasting(), cloud, policy).has_two_places();
    (step != NextStep::Nothing || is_known()).then_some(step)
}

/// The ways that are left when Microsoft's texts and calls have ended.
fn staying<'a>(lasting: &Ways<'a>, cloud: Cloud, policy: &Policy) -> Ways<'a> {
    lasting.without(|it| {
        let method = it.holding.method;
        method.is_telephony() && retirement::of(method, cloud, policy).is_some()
    })
}

/// What to add to these ways, wherever it is told: one that lives apart from those that are left when
/// Microsoft's texts and calls have ended.
pub(super) fn addition(ways: &Ways<'_>, cloud: Cloud, policy: &Policy) -> Addition {
    let lasting = ways.lasting();
    let staying = staying(&lasting, cloud, policy);
    Addition::beside(if staying.is_empty() { &lasting } else { &staying })
}

fn most_pressing(ways: &Ways<'_>, audience: Audience, cloud: Cloud, policy: &Policy) -> NextStep {
    let passkey = Addition::Passkey.id();
    if ways.is_empty() {
        return match audience {
            Audience::User => NextStep::AddFirst { method: passkey },
            Audience::Admin => NextStep::IssuePass { method: passkey },
        };
    }
    let lasting = ways.lasting();
    if lasting.is_empty() {
        return NextStep::UsePass { method: passkey };
    }
    let staying = staying(&lasting, cloud, policy);
    let method = addition(ways, cloud, policy).id();
    if staying.is_empty() {
        return NextStep::ReplaceTelephony { method };
    }
    if staying.at_most() < 2 {
        return if lasting.at_most() < 2 {
            NextStep::AddSecond { method }
        } else {
            NextStep::ReplaceTelephony { method }
        };
    }
    if staying.is_on_computers_only() {
        return NextStep::AddSecond { method };
    }
    if staying.shared_phone().is_some() {
        return NextStep::AddElsewhere { method };
    }
    if staying.methods().all(is_phishable) {
        return NextStep::AddPhishingResistant { method };
    }
    NextStep::Nothing
}

#[cfg(test)]
mod tests {
    use super::{NextStep, next_step};
    use crate::{
        cloud::Cloud,
        context::Policy,
        finding::Audience,
        methods::{
            Holding, Method, Ways,
            example::{held, on_device},
        },
    };

    fn of(holdings: &[Holding], audience: Audience, cloud: Cloud) -> Option<NextStep> {
        next_step(&Ways::of(holdings, true).unwrap(), audience, cloud, &Policy::default())
    }

    #[test]
    fn whoever_has_nothing_adds_a_first_one_or_is_issued_a_pass() {
        let nothing = held(&[Method::Email]);
        let method = "passkey";
        assert_eq!(
            of(&nothing, Audience::User, Cloud::Public),
            Some(NextStep::AddFirst { method })
        );
        assert_eq!(
            of(&nothing, Audience::Admin, Cloud::Public),
            Some(NextStep::IssuePass { method })
        );
    }

    #[test]
    fn the_most_pressing_step_comes_first() {
        let (passkey, key, off_phone) = ("passkey", "security-key", "off-phone");
        for (methods, cloud, expected) in [
            (
                &[Method::TemporaryAccessPass] as &[_],
                Cloud::Public,
                Some(NextStep::UsePass { method: passkey }),
            ),
            (
                &[Method::MobilePhone],
                Cloud::Public,
                Some(NextStep::ReplaceTelephony { method: off_phone }),
            ),
            (&[Method::MobilePhone], Cloud::UsGov, Some(NextStep::AddSecond { method: off_phone })),
            (
                &[Method::MobilePhone, Method::Passkey],
                Cloud::Public,
                Some(NextStep::ReplaceTelephony { method: key }),
            ),
            (&[Method::MobilePhone, Method::Passkey], Cloud::UsGov, None),
            (
                &[Method::Passkey, Method::TemporaryAccessPass],
                Cloud::Public,
                Some(NextStep::AddSecond { method: key }),
            ),
            (
                &[Method::Authenticator, Method::HardwareOath],
                Cloud::Public,
                Some(NextStep::AddPhishingResistant { method: passkey }),
            ),
            (&[Method::Authenticator, Method::Passkey], Cloud::Public, None),
            (&[Method::Authenticator, Method::SecurityKey], Cloud::Public, Some(NextStep::Nothing)),
            (
                &[Method::Authenticator, Method::ExternalMfa],
                Cloud::Public,
                Some(NextStep::AddPhishingResistant { method: key }),
            ),
        ] {
            assert_eq!(
                of(&held(methods), Audience::User, cloud),
                expected,
                "{methods:?} {cloud:?}"
            );
        }
    }

    #[test]
    fn what_lives_on_one_phone_wants_one_elsewhere() {
        let on_one = [Method::Authenticator, Method::PasskeyInAuthenticator];
        assert_eq!(
            of(&on_one.map(|it| on_device(it, "Pixel 9")), Audience::User, Cloud::Public),
            Some(NextStep::AddElsewhere { method: "off-phone" })
        );
    }
}

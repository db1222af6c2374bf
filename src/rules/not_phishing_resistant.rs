//! Several ways in, and each can be tricked out of its owner by a copied sign-in page.

use super::{Case, Rule, Said, Text, next_step, phone_only, sources};
use crate::{
    cloud::Cloud,
    context::Policy,
    finding::{ParamValue, Severity},
    methods::{Method, Ways},
};

pub(super) const RULE: Rule = Rule {
    id: "not-phishing-resistant",
    severity: Severity::Tip,
    rationale: "Codes and notifications can be given to a sign-in page that is not \
                Microsoft's; a passkey cannot.",
    source: sources::METHODS,
    texts: &[Text { variant: None, params: &["second"] }],
    check,
};

/// Whether each of several ways in can be phished, and no other rule says already that a passkey or
/// a security key is missing.
pub(crate) fn holds(ways: Ways<'_>, cloud: Cloud, policy: &Policy) -> bool {
    let ways = ways.relied_on();
    ways.at_most() >= 2
        && ways.methods().all(is_phishable)
        && ways.shared_phone().is_none()
        && !phone_only::holds(&ways, cloud, policy)
}

/// What another provider does is not known, and Microsoft does not class it as phishing-resistant.
pub(crate) fn is_phishable(method: Method) -> bool {
    !method.facts().phishing_resistant
}

fn check(case: &Case<'_>) -> Vec<Said> {
    case.ways()
        .filter(|(_, ways)| holds(ways.clone(), case.shown.cloud, &case.context.policy))
        .map(|(list, ways)| {
            let second = next_step::addition(&ways, case.shown.cloud, &case.context.policy);
            Said::at_list(list, Severity::Tip)
                .with("second", ParamValue::Method { method: second.id() })
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::{
        cloud::Cloud,
        context::Policy,
        methods::{Method, Ways, example::held},
    };

    #[test]
    fn it_is_said_of_several_ways_that_can_all_be_phished() {
        let of = |methods: &[Method]| {
            holds(Ways::of(&held(methods), true).unwrap(), Cloud::Public, &Policy::default())
        };
        assert!(of(&[Method::Authenticator, Method::HardwareOath]));
        assert!(of(&[Method::MobilePhone, Method::HardwareOath]));
        assert!(!of(&[Method::Authenticator]));
        assert!(!of(&[Method::Authenticator, Method::Passkey]));
        assert!(of(&[Method::Authenticator, Method::ExternalMfa]));
        assert!(!of(&[Method::Authenticator, Method::MobilePhone]), "one phone, which is said");
        assert!(!of(&[Method::MobilePhone, Method::OfficePhone]), "they end, which is said");
        assert!(!of(&[Method::Authenticator, Method::TemporaryAccessPass]));
    }
}

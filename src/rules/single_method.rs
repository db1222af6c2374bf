//! Exactly one way in.

use super::{Case, Rule, Said, Text, next_step, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::{Method, Ways},
};

pub(super) const RULE: Rule = Rule {
    id: "single-method",
    severity: Severity::Warn,
    rationale: "Whoever loses the only method is locked out; a second one is set up in minutes \
                before, in days after.",
    source: sources::METHODS,
    texts: &[
        Text { variant: None, params: &["method", "second"] },
        Text { variant: Some("one-computer-only"), params: &["second"] },
    ],
    check,
};

/// The one way in to rely on, where there is one.
pub(crate) fn judge(ways: Ways<'_>) -> Option<Method> {
    let ways = ways.relied_on();
    ways.methods().next().filter(|_| ways.is_single())
}

/// Whether there are several ways in, each of which works on its own computer only: on any other
/// one there is none. The list still has computers that are gone.
pub(crate) fn is_on_computers_only(ways: Ways<'_>) -> bool {
    let ways = ways.relied_on();
    ways.at_most() > 1 && ways.is_on_computers_only()
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let (list, ways) = case.ways()?;
    let second = next_step::addition(&ways, case.shown.cloud, &case.context.policy);
    let second = ParamValue::Method { method: second.id() };
    let said = Said::at_list(list, Severity::Warn);
    if is_on_computers_only(ways.clone()) {
        return Some(said.variant("one-computer-only").with("second", second));
    }
    let only = judge(ways)?;
    Some(said.with("method", ParamValue::Method { method: only.id() }).with("second", second))
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::methods::{
        Holding, Method, Ways,
        example::{held, on_device, with_number},
    };

    fn of(holdings: &[Holding]) -> Option<Method> {
        judge(Ways::of(holdings, true).unwrap())
    }

    #[test]
    fn one_way_in_is_told() {
        assert_eq!(of(&held(&[Method::Email, Method::Passkey])), Some(Method::Passkey));
        assert_eq!(of(&held(&[Method::Passkey, Method::SecurityKey])), None);
        assert_eq!(of(&held(&[Method::Email])), None);
    }

    #[test]
    fn a_pass_is_no_second_way_and_an_app_that_is_registered_twice_is_one() {
        let pass = Method::TemporaryAccessPass;
        assert_eq!(of(&held(&[pass, Method::Authenticator])), Some(Method::Authenticator));
        assert_eq!(of(&held(&[pass])), Some(pass));
        let app = [Method::Authenticator, Method::SoftwareOath].map(|it| on_device(it, "Pixel 9"));
        assert_eq!(of(&app), Some(Method::Authenticator));
    }

    #[test]
    fn one_number_in_two_slots_is_told_by_another_rule() {
        let slots = [Method::MobilePhone, Method::OfficePhone];
        assert_eq!(of(&slots.map(|it| with_number(it, "+81 9012345678"))), None);
    }
}

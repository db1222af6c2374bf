//! Several methods, and one lost phone takes them all.

use super::{Case, Rule, Said, Text, next_step, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::{SharedPhone, Ways},
};

pub(super) const RULE: Rule = Rule {
    id: "same-phone",
    severity: Severity::Warn,
    rationale: "Methods on one device or number are one method on the day that device is lost.",
    source: sources::METHODS,
    texts: &[
        Text { variant: Some("one-device"), params: &["second"] },
        Text { variant: Some("perhaps-one-device"), params: &["second"] },
        Text { variant: Some("one-number"), params: &["second"] },
        Text { variant: Some("perhaps-one-number"), params: &["second"] },
    ],
    check,
};

/// What all ways to rely on share.
pub(crate) fn judge(ways: Ways<'_>) -> Option<SharedPhone> {
    ways.relied_on().shared_phone()
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let (list, ways) = case.ways()?;
    let second = next_step::addition(&ways, case.shown.cloud, &case.context.policy);
    let variant = match judge(ways)? {
        SharedPhone::OneDevice => "one-device",
        SharedPhone::PerhapsOneDevice => "perhaps-one-device",
        SharedPhone::OneNumber => "one-number",
        SharedPhone::PerhapsOneNumber => "perhaps-one-number",
    };
    let second = ParamValue::Method { method: second.id() };
    Some(Said::at_list(list, Severity::Warn).variant(variant).with("second", second))
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::methods::{
        Holding, Method, SharedPhone, Ways,
        example::{held, on_device, with_number},
    };

    fn of(holdings: &[Holding]) -> Option<SharedPhone> {
        judge(Ways::of(holdings, true).unwrap())
    }

    #[test]
    fn one_phone_with_everything_on_it_is_told() {
        let phone = with_number(Method::MobilePhone, "+81 9012345678");
        let app = on_device(Method::Authenticator, "Pixel 9");
        assert_eq!(of(&[phone.clone(), app.clone()]), Some(SharedPhone::OneDevice));
        let pass = Holding::new(Method::TemporaryAccessPass);
        assert_eq!(of(&[phone.clone(), app, pass.clone()]), Some(SharedPhone::OneDevice));
        assert_eq!(of(&[phone.clone(), pass]), None, "a single way, with a pass for an hour");
        assert_eq!(of(&[phone, Holding::new(Method::SecurityKey)]), None);
    }

    #[test]
    fn one_number_in_every_slot_is_told() {
        let slots = |one, other| {
            [with_number(Method::MobilePhone, one), with_number(Method::AlternatePhone, other)]
        };
        assert_eq!(of(&slots("+81 9012345678", "+81 9012345678")), Some(SharedPhone::OneNumber));
        assert_eq!(
            of(&slots("+81 XXXXXXXX78", "+81 XXXXXXXX78")),
            Some(SharedPhone::PerhapsOneNumber)
        );
        assert_eq!(of(&held(&[Method::MobilePhone, Method::AlternatePhone])), None);
    }
}

//! A second phone for MFA, where an app on it serves better than its number.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{Audience, ParamValue, Severity},
    methods::{Holding, Method},
    page::reading::{Evidence, PhoneSlot},
};

pub(super) const RULE: Rule = Rule {
    id: "one-phone-many-apps",
    severity: Severity::Tip,
    rationale: "There is one number of each kind, while up to five Authenticator apps can be \
                registered, tokens and other authenticator apps included.",
    source: sources::SECURITY_INFO,
    texts: &[
        Text { variant: Some("taken"), params: &["method"] },
        Text { variant: Some("alternate"), params: &[] },
    ],
    check,
};

/// The step that follows the picker is also the one that changes a number.
const IN_PICKER: &[Evidence] =
    &[Evidence::MethodChosen, Evidence::PickerLabel, Evidence::PickerTestId];

/// What there is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A number of the kind that is being added.
    Taken,
    /// A mobile phone, where an alternate one is being added.
    Alternate,
}

/// Judges adding a number of the kind `wanted`.
pub(crate) fn judge<'a>(
    holdings: impl IntoIterator<Item = &'a Holding>,
    wanted: Method,
) -> Option<Verdict> {
    let (mut taken, mut has_mobile) = (false, false);
    for holding in holdings {
        taken |= holding.is_usable(wanted);
        has_mobile |= holding.is_usable(Method::MobilePhone);
    }
    if taken {
        Some(Verdict::Taken)
    } else {
        (wanted == Method::AlternatePhone && has_mobile).then_some(Verdict::Alternate)
    }
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let picked = case.picked().filter(|picked| picked.method.is_telephony())?;
    // The admin's picker says "Phone number" for every kind; the kind is chosen beside the field.
    let field = case.reading.phone_fields.iter().find(|field| field.slot.is_some());
    let wanted = match field.and_then(|field| field.slot) {
        Some(PhoneSlot::Mobile) => Method::MobilePhone,
        Some(PhoneSlot::AlternateMobile) => Method::AlternatePhone,
        Some(PhoneSlot::Office) => Method::OfficePhone,
        None if case.shown.place.audience() == Audience::User => picked.method,
        None => return None,
    };
    let at = |node| Said::at_choice(node, Severity::Tip);
    match judge(case.registered?.holdings(), wanted)? {
        Verdict::Taken => {
            let in_picker = picked.evidence.iter().any(|it| IN_PICKER.contains(it));
            let method = ParamValue::Method { method: wanted.id() };
            in_picker.then(|| at(picked.node).variant("taken").with("method", method))
        }
        Verdict::Alternate => {
            let kind_chosen_at = field.and_then(|field| field.phone_type).unwrap_or(picked.node);
            Some(at(kind_chosen_at).variant("alternate"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn there_is_one_number_of_each_kind() {
        let mobile = held(&[Method::SecurityKey, Method::MobilePhone]);
        assert_eq!(judge(&mobile, Method::MobilePhone), Some(Verdict::Taken));
        assert_eq!(judge(&mobile, Method::AlternatePhone), Some(Verdict::Alternate));
        assert_eq!(judge(&mobile, Method::OfficePhone), None);
        assert_eq!(judge(&held(&[Method::OfficePhone]), Method::AlternatePhone), None);
        assert_eq!(judge(&[unusable(Method::MobilePhone)], Method::MobilePhone), None);
        let both = held(&[Method::MobilePhone, Method::AlternatePhone]);
        assert_eq!(judge(&both, Method::AlternatePhone), Some(Verdict::Taken));
    }
}

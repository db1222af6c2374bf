//! A personal account that can be reached in one way only, or by phones alone, which Microsoft is
//! giving up there as well: no day is named, and no official page was found (reports since May 2026),
//! so none is told. No text advises a phone number.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, methods::Proofs};

pub(super) const RULE: Rule = Rule {
    id: "fewer-than-two-proofs",
    severity: Severity::Warn,
    rationale: "If the only proof is lost, the account is out of reach for 30 days, or for \
                good.",
    source: sources::PERSONAL_PROOFS,
    texts: &[
        Text { variant: None, params: &[] },
        Text { variant: Some("none"), params: &[] },
        Text { variant: Some("phones-only"), params: &[] },
    ],
    check,
};

/// How few there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// One.
    One,
    /// None at all.
    None,
    /// Several, all of them phone numbers.
    PhonesOnly,
}

/// Judges an account's proofs; one that is not known may be the second.
pub(crate) fn judge(proofs: &Proofs<'_>) -> Option<Verdict> {
    match proofs.counted.len() {
        _ if !proofs.known_whole => None,
        0 => Some(Verdict::None),
        1 => Some(Verdict::One),
        _ => proofs.is_telephony_only().then_some(Verdict::PhonesOnly),
    }
}

fn check(case: &Case<'_>) -> Vec<Said> {
    case.proofs()
        .and_then(|(list, proofs)| {
            let said = Said::at_list(list, Severity::Warn);
            Some(match judge(&proofs)? {
                Verdict::One => said,
                Verdict::None => said.variant("none"),
                Verdict::PhonesOnly => said.variant("phones-only"),
            })
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::methods::{Method, Proofs, example::held};

    #[test]
    fn phones_alone_are_told_however_many_there_are() {
        let phone = Method::MobilePhone;
        let of = |methods: &[Method]| judge(&Proofs::of(&held(methods), true));
        assert_eq!(of(&[phone, phone]), Some(Verdict::PhonesOnly));
        assert_eq!(of(&[phone, Method::AlternatePhone, phone]), Some(Verdict::PhonesOnly));
        for other in [Method::Email, Method::Authenticator, Method::Passkey, Method::Unknown] {
            assert_eq!(of(&[phone, phone, other]), None, "{other:?}");
        }
    }

    #[test]
    fn one_proof_or_none_is_told_where_there_can_be_no_other() {
        let of = |methods: &[Method], complete| judge(&Proofs::of(&held(methods), complete));
        assert_eq!(of(&[Method::Password], true), Some(Verdict::None));
        assert_eq!(of(&[Method::Email, Method::Password], true), Some(Verdict::One));
        assert_eq!(of(&[Method::Email, Method::MobilePhone], true), None);
        assert_eq!(of(&[Method::Email], false), None);
        assert_eq!(of(&[Method::Email, Method::Unknown], true), None);
    }
}

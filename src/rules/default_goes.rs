//! The default method is about to be deleted, or another one chosen.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::{Holding, Method},
    page::reading::Act,
};

pub(super) const RULE: Rule = Rule {
    id: "default-goes",
    severity: Severity::Tip,
    rationale: "Microsoft may refuse to delete the default before another method is one; prompts \
                go to the safest registered method first, and then to the default.",
    source: sources::SYSTEM_PREFERRED,
    texts: &[
        Text { variant: Some("deleted"), params: &["method"] },
        Text { variant: Some("changed"), params: &[] },
    ],
    check,
};

/// Whether the default method goes with the holding at the position `deleted`, and another one can
/// be made the default.
pub(crate) fn goes<'a>(
    holdings: impl IntoIterator<Item = &'a Holding>,
    deleted: usize,
    default: Method,
) -> bool {
    let mut is_deleted = false;
    let (mut another, mut stays) = (false, false);
    for (index, holding) in holdings.into_iter().enumerate() {
        if index == deleted {
            is_deleted = holding.method == default;
        } else if holding.usable {
            // Of the last one there is worse to say, and no other to choose.
            another |= holding.method.counts_as_mfa();
            // The page names the default's method and not which of two apps it is; one of them
            // stays.
            stays |= holding.method == default;
        }
    }
    is_deleted && another && !stays
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let deleted = || {
        let removal = case.removal.as_ref()?;
        let list = case.methods()?;
        let default = case.default_method?;
        goes(list.holdings(), list.position(removal.row?)?, default).then(|| {
            Said::at_choice(removal.node, Severity::Tip)
                .variant("deleted")
                .with("method", ParamValue::Method { method: default.id() })
        })
    };
    let changed = case
        .considered(Act::ChangeDefault)
        .map(|action| Said::at_choice(action.node, Severity::Tip).variant("changed"));
    deleted().into_iter().chain(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::goes;
    use crate::methods::{
        Method,
        example::{held, unusable},
    };

    #[test]
    fn the_default_goes_with_its_only_holding() {
        let holdings = held(&[Method::MobilePhone, Method::SecurityKey]);
        assert!(goes(&holdings, 0, Method::MobilePhone));
        assert!(!goes(&holdings, 1, Method::MobilePhone));
        assert!(!goes(&holdings, 7, Method::MobilePhone));
    }

    #[test]
    fn it_stays_with_a_second_one_of_its_kind_that_can_be_used() {
        let two = held(&[Method::Authenticator, Method::Authenticator, Method::SecurityKey]);
        assert!(!goes(&two, 0, Method::Authenticator));
        let mut one = held(&[Method::Authenticator, Method::SecurityKey]);
        one.push(unusable(Method::Authenticator));
        assert!(goes(&one, 0, Method::Authenticator));
    }

    #[test]
    fn without_another_method_there_is_no_default_to_choose() {
        assert!(!goes(&held(&[Method::MobilePhone, Method::Email]), 0, Method::MobilePhone));
    }
}

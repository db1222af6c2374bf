//! The last way in is about to be deleted. Without one the next sign-in leads through registration
//! with the password alone, for whoever knows it; only where there is no password, or Conditional
//! Access guards registration, it is a lock-out (Reset-EntraStrongAuthenticationMethodByUpn: deleting
//! all methods "will force the user to re-register MFA next time they sign in").

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    methods::{Method, Ways},
};

pub(super) const RULE: Rule = Rule {
    id: "deleting-last",
    severity: Severity::Stop,
    rationale: "Without a way in, whoever has the password registers the next one, or nobody can: \
                first the new phone, then the old one goes.",
    source: sources::CHANGING_METHODS,
    texts: &[
        Text { variant: Some("last"), params: &["method"] },
        Text { variant: Some("perhaps-last"), params: &["method"] },
        Text { variant: Some("only-authenticator"), params: &[] },
    ],
    check,
};

/// What a deletion would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// This method is the last one.
    Last(Method),
    /// Which one is meant is not known; this one would be the last.
    PerhapsLast(Method),
    /// It is the only Authenticator.
    OnlyAuthenticator,
}

/// Judges the deletion of the holding at the position `deleted`; `None` where nothing says which
/// one is meant. What is left is judged by what lasts: a pass that expires within hours is no way
/// in that one could rely on afterwards.
pub(crate) fn judge(ways: Ways<'_>, deleted: Option<usize>) -> Option<Verdict> {
    let Some(deleted) = deleted else {
        let ways = ways.relied_on();
        let only = ways.methods().next().filter(|_| ways.is_single())?;
        return Some(Verdict::PerhapsLast(only));
    };
    let method = ways.counted().iter().find(|it| it.index == deleted)?.holding.method;
    let rest = ways.without(|it| it.index == deleted).lasting();
    if rest.is_empty() {
        return Some(Verdict::Last(method));
    }
    // Its codes alone, or those of another app, do not bring Authenticator to the new phone.
    let is_only_app =
        method == Method::Authenticator && !rest.methods().any(|it| it == Method::Authenticator);
    is_only_app.then_some(Verdict::OnlyAuthenticator)
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let removal = case.removal.as_ref()?;
    let list = case.methods()?;
    let deleted = match removal.row {
        Some(row) => Some(list.position(row)?),
        None => None,
    };
    let spot = |severity| Said::at_choice(removal.node, severity);
    let method = |method: Method| ParamValue::Method { method: method.id() };
    Some(match judge(case.today(list.ways()?), deleted)? {
        Verdict::Last(last) => spot(Severity::Stop).variant("last").with("method", method(last)),
        // Only the person knows which one is meant; what holds of the last one can be said.
        Verdict::PerhapsLast(last) => {
            spot(Severity::Warn).variant("perhaps-last").with("method", method(last))
        }
        Verdict::OnlyAuthenticator => spot(Severity::Warn).variant("only-authenticator"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Verdict, judge};
    use crate::methods::{Holding, Method, Ways, example::held};

    fn deleting(methods: &[Method], deleted: Option<usize>) -> Option<Verdict> {
        let holdings: Vec<Holding> = held(methods);
        judge(Ways::of(&holdings, true).unwrap(), deleted)
    }

    const PHONE: Method = Method::MobilePhone;
    const APP: Method = Method::Authenticator;
    const KEY: Method = Method::SecurityKey;
    const PASS: Method = Method::TemporaryAccessPass;

    #[test]
    fn the_last_one_is_the_one_after_which_nothing_lasting_is_left() {
        assert_eq!(deleting(&[PHONE], Some(0)), Some(Verdict::Last(PHONE)));
        assert_eq!(deleting(&[Method::Email, KEY], Some(1)), Some(Verdict::Last(KEY)));
        assert_eq!(deleting(&[PHONE, KEY], Some(0)), None);
        assert_eq!(deleting(&[PHONE, Method::Email], Some(1)), None, "it is no way in");
        assert_eq!(deleting(&[PHONE, PASS], Some(0)), Some(Verdict::Last(PHONE)));
        assert_eq!(deleting(&[APP, PASS], Some(0)), Some(Verdict::Last(APP)));
        assert_eq!(deleting(&[PASS], Some(0)), Some(Verdict::Last(PASS)));
        assert_eq!(deleting(&[PHONE, PASS], Some(1)), None, "the phone stays");
    }

    #[test]
    fn where_it_is_not_said_which_the_one_that_lasts_may_be_the_last() {
        assert_eq!(deleting(&[PHONE], None), Some(Verdict::PerhapsLast(PHONE)));
        assert_eq!(deleting(&[PASS, PHONE], None), Some(Verdict::PerhapsLast(PHONE)));
        assert_eq!(deleting(&[PASS], None), Some(Verdict::PerhapsLast(PASS)));
        assert_eq!(deleting(&[PHONE, KEY, PASS], None), None);
        assert_eq!(deleting(&[], None), None);
    }

    #[test]
    fn the_only_authenticator_is_told_where_another_way_lasts() {
        assert_eq!(deleting(&[APP, KEY], Some(0)), Some(Verdict::OnlyAuthenticator));
        assert_eq!(deleting(&[APP, KEY, PASS], Some(0)), Some(Verdict::OnlyAuthenticator));
        assert_eq!(deleting(&[APP, APP, KEY], Some(0)), None);
        assert_eq!(deleting(&[APP, KEY], Some(1)), None);
    }
}

//! The last way in is about to be deleted.

use super::{Case, Rule, Said, Text, sources, ways::Ways};
use crate::{
    finding::{ParamValue, Severity},
    methods::Method,
    page::reading::Removal,
};

pub(super) const RULE: Rule = Rule {
    id: "deleting-last",
    severity: Severity::Stop,
    rationale: "Without a way in nobody can add a new one: first the new phone, then the old \
                one goes.",
    source: sources::CHANGING_METHODS,
    texts: &[
        Text { variant: Some("last"), params: &["method"] },
        Text { variant: Some("perhaps-last"), params: &["method"] },
        Text { variant: Some("only-authenticator"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.removal.iter().filter_map(|removal| say(case, removal)).collect()
}

fn say(case: &Case<'_>, removal: &Removal) -> Option<Said> {
    let ways = Ways::in_list(case.methods()?)?;
    let spot = |severity| Said::at_choice(removal.node, severity);
    let method = |method: Method| ParamValue::Method { method: method.id() };
    let Some(row) = removal.row else {
        // Which one it is, only the person knows; what holds of the last one can be said.
        let only = ways.counting.first().filter(|_| ways.is_single())?;
        return Some(
            spot(Severity::Warn).variant("perhaps-last").with("method", method(only.method)),
        );
    };
    let deleted = ways.counting.iter().find(|it| it.node == row)?;
    let mut rest = ways.counting.iter().filter(|it| it.node != row);
    if ways.counting.len() == 1 {
        return Some(spot(Severity::Stop).variant("last").with("method", method(deleted.method)));
    }
    // Its codes alone, or those of another app, do not bring Authenticator to the new phone.
    let is_only_app = deleted.method == Method::Authenticator
        && !rest.any(|it| it.method == Method::Authenticator);
    is_only_app.then(|| spot(Severity::Warn).variant("only-authenticator"))
}

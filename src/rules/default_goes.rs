//! The default method is about to be deleted, or another one chosen.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::{ParamValue, Severity},
    page::reading::Act,
};

pub(super) const RULE: Rule = Rule {
    id: "default-goes",
    severity: Severity::Tip,
    rationale: "Prompts go to the default first, and Microsoft may refuse to delete it before \
                another method is the default.",
    source: sources::SECURITY_INFO,
    texts: &[
        Text { variant: Some("deleted"), params: &["method"] },
        Text { variant: Some("changed"), params: &[] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    let deleted = || {
        let removal = case.removal.as_ref()?;
        let list = case.methods()?;
        let row = list.rows.iter().find(|row| Some(row.node) == removal.row)?;
        // Of the last one there is worse to say, and no other to choose.
        let others = || list.usable().filter(|it| it.node != row.node);
        let another = others().any(|it| it.method.counts_as_mfa());
        // The page names the default's method and not which of two apps it is; one of them stays.
        let stays = others().any(|it| it.method == row.method);
        (case.default_method == Some(row.method) && another && !stays).then(|| {
            Said::at_choice(removal.node, Severity::Tip)
                .variant("deleted")
                .with("method", ParamValue::Method { method: row.method.id() })
        })
    };
    let changed = case
        .considered(Act::ChangeDefault)
        .map(|action| Said::at_choice(action.node, Severity::Tip).variant("changed"));
    deleted().into_iter().chain(changed).collect()
}

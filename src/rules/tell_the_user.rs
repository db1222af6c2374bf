//! Something was changed for a user who does not know it yet. The message to send them is a text of
//! its own, `tell_the_user_<variant>_message`.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    page::reading::{Act, Says, Stage},
};

pub(super) const RULE: Rule = Rule {
    id: "tell-the-user",
    severity: Severity::Tip,
    rationale: "A prompt that nobody announced looks like an attack, and is refused or \
                reported.",
    source: sources::PER_USER_STATES,
    texts: &[
        Text { variant: Some("re-registration"), params: &["link"] },
        Text { variant: Some("method-added"), params: &["link"] },
        Text { variant: Some("password-reset"), params: &[] },
        Text { variant: Some("mfa-enabled"), params: &["link"] },
        Text { variant: Some("changed"), params: &["link"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    case.reading
        .actions
        .iter()
        .filter(|action| action.stage == Stage::Done)
        .filter_map(|action| {
            let variant = match action.act {
                Act::RequireReregister | Act::ProvideContactMethodsAgain => "re-registration",
                Act::AddMethod => "method-added",
                Act::ResetPassword => "password-reset",
                Act::EnableMfa | Act::EnforceMfa => "mfa-enabled",
                _ => return None,
            };
            Some(said(case, action.node, variant))
        })
        .chain(
            case.stated(&Says::UsersUpdated).map(|statement| said(case, statement.node, "changed")),
        )
        .collect()
}

fn said(case: &Case<'_>, node: u32, variant: &'static str) -> Said {
    let said = Said::at_choice(node, Severity::Tip).variant(variant);
    // A new password is changed at the sign-in itself.
    if variant == "password-reset" { said } else { said.with("link", case.link()) }
}

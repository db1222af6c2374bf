//! The three settings that an admin can apply to users: what each does.

use super::{Case, Rule, Said, Text, sources};
use crate::{finding::Severity, page::reading::Act};

pub(super) const RULE: Rule = Rule {
    id: "contact-methods-again",
    severity: Severity::Tip,
    rationale: "Their names do not say what the user will see at the next sign-in.",
    source: sources::USER_SETTINGS,
    texts: &[
        Text { variant: Some("provide-again"), params: &[] },
        Text { variant: Some("delete-app-passwords"), params: &[] },
        Text { variant: Some("restore-devices"), params: &[] },
    ],
    check,
};

const SETTINGS: &[(Act, &str)] = &[
    (Act::ProvideContactMethodsAgain, "provide-again"),
    (Act::DeleteAppPasswords, "delete-app-passwords"),
    (Act::RestoreRememberedDevices, "restore-devices"),
];

fn check(case: &Case<'_>) -> Vec<Said> {
    SETTINGS
        .iter()
        .flat_map(|(act, variant)| case.considered(*act).map(|action| (action, *variant)))
        .map(|(action, variant)| Said::at_choice(action.node, Severity::Tip).variant(variant))
        .collect()
}

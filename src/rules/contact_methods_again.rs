//! The three settings that an admin can apply to users: what each does.

use super::{Case, Rule, Said, Text, sources};
use crate::{
    finding::Severity,
    page::reading::{Act, Evidence},
};

pub(super) const RULE: Rule = Rule {
    id: "contact-methods-again",
    severity: Severity::Tip,
    rationale: "Their names do not say what the user will see at the next sign-in.",
    source: sources::USER_SETTINGS,
    texts: &[
        Text { variant: Some("provide-again"), params: &[] },
        Text { variant: Some("provide-again-unticked"), params: &[] },
        Text { variant: Some("delete-app-passwords"), params: &[] },
        Text { variant: Some("delete-app-passwords-unticked"), params: &[] },
        Text { variant: Some("restore-devices"), params: &[] },
        Text { variant: Some("restore-devices-unticked"), params: &[] },
    ],
    check,
};

/// Each with what is said once it is ticked, and before that.
const SETTINGS: &[(Act, &str, &str)] = &[
    (Act::ProvideContactMethodsAgain, "provide-again", "provide-again-unticked"),
    (Act::DeleteAppPasswords, "delete-app-passwords", "delete-app-passwords-unticked"),
    (Act::RestoreRememberedDevices, "restore-devices", "restore-devices-unticked"),
];

fn check(case: &Case<'_>) -> Vec<Said> {
    SETTINGS
        .iter()
        .flat_map(|(act, ticked, unticked)| {
            case.considered(*act).map(|action| (action, *ticked, *unticked))
        })
        .map(|(action, ticked, unticked)| {
            let is_ticked = action.evidence.contains(&Evidence::Ticked);
            let variant = if is_ticked { ticked } else { unticked };
            Said::at_choice(action.node, Severity::Tip).variant(variant)
        })
        .collect()
}

//! A number of another region of one national numbering plan, which has a calling code of its own.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{finding::Severity, phone::Fault};

pub(super) const RULE: Rule = Rule {
    id: "overseas-number",
    severity: Severity::Stop,
    rationale: "France and its overseas departments dial one another as at home; behind France's \
                calling code the number is nobody's, or a stranger's.",
    source: sources::NUMBERING_PLANS,
    texts: &[
        Text { variant: None, params: &["country", "code"] },
        Text { variant: Some("beside-selector"), params: &["country", "code"] },
    ],
    check,
};

fn check(case: &Case<'_>) -> Vec<Said> {
    judged_field::faults(case, |typed, fault| match fault {
        Fault::OverseasNumber { region } => {
            let said = typed.say(Severity::Stop);
            let said = if typed.takes_national { said.variant("beside-selector") } else { said };
            Some(
                said.with("country", judged_field::region(*region))
                    .with("code", judged_field::code(region.calling_code())),
            )
        }
        _ => None,
    })
}

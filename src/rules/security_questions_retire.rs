//! Security questions, which stop resetting passwords.

use super::{Case, Rule, Said, Text};
use crate::{
    calendar::Day,
    cloud::Cloud,
    finding::{ParamValue, Severity},
    methods::{
        Holding, Method,
        retirement::{Phase, SECURITY_QUESTIONS},
    },
};

pub(super) const RULE: Rule = Rule {
    id: "security-questions-retire",
    severity: Severity::Tip,
    rationale: "Microsoft ends them; whoever has nothing else for it cannot reset a password \
                alone any more, and a passkey resets none.",
    source: SECURITY_QUESTIONS.source,
    texts: &[
        Text { variant: Some("before"), params: &["month"] },
        Text { variant: Some("after"), params: &["month"] },
    ],
    check,
};

/// Where today stands to the end of the security questions among the holdings.
pub(crate) fn judge<'a>(
    holdings: impl IntoIterator<Item = &'a Holding>,
    today: Day,
    cloud: Cloud,
) -> Option<Phase> {
    let has_them = holdings.into_iter().any(|it| it.is_usable(Method::SecurityQuestions));
    phase(today, cloud).filter(|_| has_them)
}

fn phase(today: Day, cloud: Cloud) -> Option<Phase> {
    (cloud == SECURITY_QUESTIONS.cloud).then(|| SECURITY_QUESTIONS.phase(today))
}

fn check(case: &Case<'_>) -> Vec<Said> {
    let Some(today) = case.today else { return Vec::new() };
    let cloud = case.shown.cloud;
    let at_list = || {
        let list = case.work_list()?;
        let phase = judge(list.holdings(), today, cloud)?;
        Some(say(Said::at_list(list, Severity::Tip), phase))
    };
    let at_picked = || {
        let said = case.at_picked(Method::SecurityQuestions, Severity::Tip)?;
        Some(say(said, phase(today, cloud)?))
    };
    at_list().into_iter().chain(at_picked()).collect()
}

/// Microsoft names the month alone, so no days are counted.
fn say(said: Said, phase: Phase) -> Said {
    let variant = match phase {
        Phase::Before(_) => "before",
        Phase::Ended => "after",
    };
    said.variant(variant).with("month", ParamValue::Month { month: SECURITY_QUESTIONS.day.month() })
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::{
        cloud::Cloud,
        methods::{
            Method,
            example::{held, unusable},
            retirement::Phase,
        },
    };

    #[test]
    fn they_end_on_a_day_in_the_public_cloud() {
        let questions = held(&[Method::MobilePhone, Method::SecurityQuestions]);
        let on = |day: &str| judge(&questions, day.parse().unwrap(), Cloud::Public);
        assert_eq!(on("2027-03-07"), Some(Phase::Before(1)));
        assert_eq!(on("2027-03-08"), Some(Phase::Ended));
        let day = "2027-02-28".parse().unwrap();
        assert_eq!(judge(&questions, day, Cloud::China), None);
        assert_eq!(judge(&held(&[Method::Email]), day, Cloud::Public), None);
        assert_eq!(judge(&[unusable(Method::SecurityQuestions)], day, Cloud::Public), None);
    }
}

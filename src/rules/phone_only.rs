//! Only texts and calls, which Microsoft stops sending.

use super::{Case, Rule, Said, Text};
use crate::{
    calendar::Day,
    cloud::Cloud,
    context::Policy,
    finding::{ParamValue, Severity},
    methods::{
        Method, Ways,
        retirement::{self, Phase, TELEPHONY},
    },
};

pub(super) const RULE: Rule = Rule {
    id: "phone-only",
    severity: Severity::Stop,
    rationale: "After the last day Microsoft's texts and calls end, and whoever has nothing else is \
                stopped by a prompt to register a passkey.",
    source: TELEPHONY.source,
    texts: &[
        Text { variant: Some("before"), params: &["date", "count", "admins_date"] },
        Text { variant: Some("after"), params: &["date", "admins_date"] },
    ],
    check,
};

/// From so many days before the end on, it is no longer only a risk.
const STOP_WITHIN_DAYS: i32 = 30;
/// Earlier than this there is time.
const WARN_WITHIN_DAYS: i32 = 180;

/// How near the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) severity: Severity,
    pub(crate) phase: Phase,
}

/// Whether texts and calls are all there is, and end.
pub(crate) fn holds(ways: &Ways<'_>, cloud: Cloud, policy: &Policy) -> bool {
    let ends = retirement::of(Method::MobilePhone, cloud, policy);
    ends.is_some() && ways.lasting().is_telephony_only()
}

/// Judges ways of which [`holds`] is true by how many days are left.
pub(crate) fn judge(ways: &Ways<'_>, today: Day, cloud: Cloud, policy: &Policy) -> Option<Verdict> {
    let days = today.days_until(TELEPHONY.day);
    let severity = if days <= STOP_WITHIN_DAYS {
        Severity::Stop
    } else if days <= WARN_WITHIN_DAYS {
        Severity::Warn
    } else {
        Severity::Tip
    };
    holds(ways, cloud, policy).then(|| Verdict { severity, phase: TELEPHONY.phase(today) })
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let (list, ways) = case.ways_ever()?;
    let Verdict { severity, phase } =
        judge(&ways, case.today?, case.shown.cloud, &case.context.policy)?;
    let said = Said::at_list(list, severity);
    let date = ParamValue::Date { date: TELEPHONY.day.to_string() };
    let said = match phase {
        Phase::Before(count) => {
            said.variant("before").with("date", date).with("count", ParamValue::Days { count })
        }
        Phase::Ended => said.variant("after").with("date", date),
    };
    let admins_day = TELEPHONY.day_for_admins_and_external.unwrap_or(TELEPHONY.day);
    Some(said.with("admins_date", ParamValue::Date { date: admins_day.to_string() }))
}

#[cfg(test)]
mod tests {
    use super::{Verdict, holds, judge};
    use crate::{
        cloud::Cloud,
        context::Policy,
        finding::Severity,
        methods::{Method, Ways, example::held, retirement::Phase},
    };

    fn on(day: &str) -> (Severity, Phase) {
        let phone = held(&[Method::MobilePhone]);
        let ways = Ways::of(&phone, true).unwrap();
        let Verdict { severity, phase } =
            judge(&ways, day.parse().unwrap(), Cloud::Public, &Policy::default()).unwrap();
        (severity, phase)
    }

    #[test]
    fn it_grows_worse_until_the_day() {
        assert_eq!(on("2026-08-04"), (Severity::Tip, Phase::Before(181)));
        assert_eq!(on("2026-08-05"), (Severity::Warn, Phase::Before(180)));
        assert_eq!(on("2027-01-01"), (Severity::Warn, Phase::Before(31)));
        assert_eq!(on("2027-01-02"), (Severity::Stop, Phase::Before(30)));
        assert_eq!(on("2027-02-01"), (Severity::Stop, Phase::Ended));
    }

    #[test]
    fn it_holds_of_texts_and_calls_alone_where_they_end() {
        let of = |methods: &[Method], cloud, policy: &Policy| {
            holds(&Ways::of(&held(methods), true).unwrap(), cloud, policy)
        };
        let (phones, own) = (
            [Method::MobilePhone, Method::OfficePhone],
            Policy { telecom_provider_configured: true, ..Policy::default() },
        );
        assert!(of(&phones, Cloud::Public, &Policy::default()));
        assert!(!of(&phones, Cloud::Public, &own));
        assert!(!of(&phones, Cloud::UsGov, &Policy::default()));
        let with_pass = [Method::MobilePhone, Method::TemporaryAccessPass];
        assert!(of(&with_pass, Cloud::Public, &Policy::default()));
        let with_app = [Method::MobilePhone, Method::Authenticator];
        assert!(!of(&with_app, Cloud::Public, &Policy::default()));
        assert!(!of(&[], Cloud::Public, &Policy::default()));
    }
}

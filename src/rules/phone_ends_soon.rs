//! A phone is being picked as a method, whose texts and calls Microsoft stops sending.

use super::{Case, Rule, Said, Text};
use crate::{
    calendar::Day,
    cloud::Cloud,
    context::Policy,
    finding::{Anchor, ParamValue, Severity},
    methods::{
        Method, Ways,
        retirement::{self, Phase, TELEPHONY},
    },
    page::reading::PhonePicked,
};

pub(super) const RULE: Rule = Rule {
    id: "phone-ends-soon",
    severity: Severity::Warn,
    rationale: "Whoever picks a phone now sets up a method that Microsoft serves for some weeks more, \
                and the moment to pick another one is before the number is registered.",
    source: TELEPHONY.source,
    texts: &[
        Text { variant: Some("before"), params: &["date", "count", "admins_date"] },
        Text { variant: Some("after"), params: &["date", "admins_date"] },
        Text { variant: Some("for-nobody"), params: &["date"] },
    ],
    check,
};

/// Under so many days before the end, a phone is hardly worth setting up.
const WARN_UNDER_DAYS: u32 = 90;

/// For whom Microsoft still sends texts and calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Served {
    /// Everybody, for so many days more.
    ForDays(u32),
    /// Global Administrators and external users alone.
    Some,
    /// Nobody.
    Nobody,
}

/// Judges a phone that is being picked. `ways` are the person's, where they are known.
pub(crate) fn judge(
    ways: Option<&Ways<'_>>,
    today: Day,
    cloud: Cloud,
    policy: &Policy,
) -> Option<(Served, Severity)> {
    let end = retirement::of(Method::MobilePhone, cloud, policy)?;
    let nothing_lasts =
        || ways.is_some_and(|ways| ways.lasting().methods().all(Method::is_telephony));
    Some(match end.phase(today) {
        Phase::Before(days) if days >= WARN_UNDER_DAYS && !nothing_lasts() => {
            (Served::ForDays(days), Severity::Tip)
        }
        Phase::Before(days) => (Served::ForDays(days), Severity::Warn),
        Phase::Ended if end.is_served_to_some(today) => (Served::Some, Severity::Warn),
        Phase::Ended => (Served::Nobody, Severity::Warn),
    })
}

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let (node, anchor) = match case.phone_picked()? {
        PhonePicked::Choice(node) => (node, Anchor::Choice),
        PhonePicked::Field(node) => (node, Anchor::Field),
    };
    let ways = case.methods().and_then(|list| list.ways());
    let (served, severity) =
        judge(ways.as_ref(), case.today?, case.shown.cloud, &case.context.policy)?;
    let said = Said::at(node, anchor, severity);
    let date = |day: Day| ParamValue::Date { date: day.to_string() };
    let last_day = TELEPHONY.day_for_admins_and_external.unwrap_or(TELEPHONY.day);
    Some(match served {
        Served::ForDays(count) => said
            .variant("before")
            .with("date", date(TELEPHONY.day))
            .with("count", ParamValue::Days { count })
            .with("admins_date", date(last_day)),
        Served::Some => said
            .variant("after")
            .with("date", date(TELEPHONY.day))
            .with("admins_date", date(last_day)),
        Served::Nobody => said.variant("for-nobody").with("date", date(last_day)),
    })
}

#[cfg(test)]
mod tests {
    use super::{Served, judge};
    use crate::{
        cloud::Cloud,
        context::Policy,
        finding::Severity::{Tip, Warn},
        methods::{Method, Ways, example::held},
    };

    #[test]
    fn it_grows_worse_until_the_day_and_ends_in_two_steps() {
        let on = |day: &str| judge(None, day.parse().unwrap(), Cloud::Public, &Policy::default());
        for (day, expected) in [
            ("2026-11-03", (Served::ForDays(90), Tip)),
            ("2026-11-04", (Served::ForDays(89), Warn)),
            ("2027-01-31", (Served::ForDays(1), Warn)),
            ("2027-02-01", (Served::Some, Warn)),
            ("2027-06-30", (Served::Some, Warn)),
            ("2027-07-01", (Served::Nobody, Warn)),
        ] {
            assert_eq!(on(day), Some(expected), "{day}");
        }
    }

    #[test]
    fn a_phone_that_is_all_there_would_be_is_warned_of_early() {
        let of = |methods: &[Method]| {
            let held = held(methods);
            let ways = Ways::of(&held, true).unwrap();
            let day = "2026-06-01".parse().unwrap();
            judge(Some(&ways), day, Cloud::Public, &Policy::default()).unwrap().1
        };
        for alone in
            [&[] as &[_], &[Method::Email], &[Method::OfficePhone], &[Method::TemporaryAccessPass]]
        {
            assert_eq!(of(alone), Warn, "{alone:?}");
        }
        assert_eq!(of(&[Method::Authenticator]), Tip);
        assert_eq!(of(&[Method::Passkey, Method::MobilePhone]), Tip);
    }

    #[test]
    fn it_is_silent_where_texts_and_calls_go_on() {
        let day = "2027-01-31".parse().unwrap();
        let own = Policy { telecom_provider_configured: true, ..Policy::default() };
        assert_eq!(judge(None, day, Cloud::Public, &own), None);
        assert_eq!(judge(None, day, Cloud::UsGov, &Policy::default()), None);
        assert_eq!(judge(None, day, Cloud::China, &Policy::default()), None);
    }
}

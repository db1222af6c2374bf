//! Only texts and calls, which Microsoft stops sending.

use super::{Case, Rule, Said, Text, ways::Ways};
use crate::{
    finding::{ParamValue, Severity},
    methods::{
        Method,
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

fn check(case: &Case<'_>) -> Vec<Said> {
    say(case).into_iter().collect()
}

/// Whether texts and calls are all there is, and end.
pub(super) fn holds(case: &Case<'_>, ways: &Ways<'_>) -> bool {
    let ends = retirement::of(Method::MobilePhone, case.shown.cloud, &case.context.policy);
    ends.is_some() && ways.lasting().is_telephony_only()
}

fn say(case: &Case<'_>) -> Option<Said> {
    let ways = Ways::in_list_of(case).filter(|ways| holds(case, ways))?;
    let today = case.today?;
    let days = today.days_until(TELEPHONY.day);
    let severity = if days <= STOP_WITHIN_DAYS {
        Severity::Stop
    } else if days <= WARN_WITHIN_DAYS {
        Severity::Warn
    } else {
        Severity::Tip
    };
    let said = Said::at_list(ways.list, severity);
    let date = ParamValue::Date { date: TELEPHONY.day.to_string() };
    let said = match TELEPHONY.phase(today) {
        Phase::Before(count) => {
            said.variant("before").with("date", date).with("count", ParamValue::Days { count })
        }
        Phase::Ended => said.variant("after").with("date", date),
    };
    let admins_day = TELEPHONY.day_for_admins_and_guests.unwrap_or(TELEPHONY.day);
    Some(said.with("admins_date", ParamValue::Date { date: admins_day.to_string() }))
}

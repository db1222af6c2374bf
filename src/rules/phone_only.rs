//! Only texts and calls, which Microsoft stops sending.

use super::{Case, Rule, Said, Text, ways::Ways};
use crate::{
    finding::{ParamValue, Severity},
    methods::retirement::TELEPHONY,
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

fn say(case: &Case<'_>) -> Option<Said> {
    let applies =
        case.shown.cloud == TELEPHONY.cloud && !case.context.policy.telecom_provider_configured;
    let ways = Ways::in_list_of(case).filter(|ways| applies && ways.is_telephony_only())?;
    let days = case.today?.days_until(TELEPHONY.day);
    let severity = if days <= STOP_WITHIN_DAYS {
        Severity::Stop
    } else if days <= WARN_WITHIN_DAYS {
        Severity::Warn
    } else {
        Severity::Tip
    };
    let said = Said::at_list(ways.list, severity)
        .variant(if days > 0 { "before" } else { "after" })
        .with("date", ParamValue::Date { date: TELEPHONY.day.to_string() });
    let said = match u32::try_from(days) {
        Ok(count) if count > 0 => said.with("count", ParamValue::Count { count }),
        _ => said,
    };
    let admins_day = TELEPHONY.day_for_admins_and_guests.unwrap_or(TELEPHONY.day);
    Some(said.with("admins_date", ParamValue::Date { date: admins_day.to_string() }))
}

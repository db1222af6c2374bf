//! What is said as the end of Microsoft's texts and calls draws near.

use crate::describe::{
    SECURITY_INFO, admin_lists, any_day, combobox, element, findings, on, portal, said, said_on,
    tab, user_list,
};
use sparekey::{
    calendar::{Day, NotADay},
    context::Context,
    finding::{Finding, ParamValue, Severity},
    methods::retirement::{self, LEGACY_POLICIES, Phase, SECURITY_QUESTIONS, TELEPHONY},
    page::snapshot::Role,
    review::{End, review},
};

const PHONE: &[(&str, &str)] = &[("Phone", "+81 9012345678")];

fn phone_only(address: &str, context: &Context) -> Option<Finding> {
    findings(&tab(address, user_list(PHONE)), context)
        .into_iter()
        .find(|it| it.rule == "phone-only")
}

fn days(finding: &Finding) -> Option<u32> {
    finding.params.iter().find_map(|param| match param.value {
        ParamValue::Days { count } => Some(count),
        _ => None,
    })
}

#[test]
fn the_days_are_counted_and_the_severity_grows() {
    for (today, variant, count, severity) in [
        ("2026-06-01", "before", Some(245), Severity::Tip),
        ("2026-11-21", "before", Some(72), Severity::Warn),
        ("2027-01-01", "before", Some(31), Severity::Warn),
        ("2027-01-02", "before", Some(30), Severity::Stop),
        ("2027-01-31", "before", Some(1), Severity::Stop),
        ("2027-02-01", "after", None, Severity::Stop),
        ("2027-02-02", "after", None, Severity::Stop),
        ("2030-01-01", "after", None, Severity::Stop),
    ] {
        let finding = phone_only(SECURITY_INFO, &on(today)).unwrap();
        assert_eq!(
            (finding.variant, days(&finding), finding.severity),
            (Some(variant), count, severity),
            "{today}"
        );
    }
}

#[test]
fn without_a_day_nothing_is_counted() {
    for today in ["", "2027-02-30", "1.2.2027", "2027-2-1", "二〇二七年", "+027-02-01"] {
        assert_eq!(phone_only(SECURITY_INFO, &on(today)), None, "{today}");
    }
}

#[test]
fn other_clouds_have_no_date_yet() {
    assert_eq!(phone_only("https://mysignins.azure.us/security-info", &any_day()), None);
}

#[test]
fn an_organization_with_its_own_telecom_provider_keeps_its_texts() {
    let mut context = any_day();
    context.policy.telecom_provider_configured = true;
    assert_eq!(phone_only(SECURITY_INFO, &context), None);
    assert_eq!(review(&tab(SECURITY_INFO, user_list(PHONE)), &context).methods[0].end, None);
}

#[test]
fn anything_but_a_phone_ends_the_matter() {
    for (label, is_phone_only) in [
        ("Alternate phone", true),
        ("Office phone", true),
        ("Email", true),
        ("Temporary Access Pass", true),
        ("Passkey", false),
        ("Microsoft Authenticator", false),
        ("Hardware token", false),
        ("Windows Hello for Business", false),
    ] {
        let page = tab(SECURITY_INFO, user_list(&[PHONE[0], (label, "x")]));
        let said = said_on(&page, &any_day()).iter().any(|it| it.starts_with("phone-only"));
        assert_eq!(said, is_phone_only, "{label}");
    }
}

#[test]
fn an_admin_is_told_the_same_of_the_user() {
    let page = portal(admin_lists(
        &[("Mobile phone", "+81 9012345678")],
        &[("Microsoft Authenticator", "old")],
    ));
    assert_eq!(said_on(&page, &on("2027-01-31")), ["phone-only.before", "single-method"]);
    assert_eq!(said_on(&page, &on("2027-02-01")), ["phone-only.after"], "no way in is left");
}

#[test]
fn the_popup_learns_the_end_of_each_method() {
    let page = tab(SECURITY_INFO, user_list(&[PHONE[0], ("Microsoft Authenticator", "Pixel")]));
    let end = |phase| Some(End { day: "2027-02-01".to_owned(), phase });
    for (today, phase) in [
        ("2026-11-21", Some(Phase::Before(72))),
        ("2027-01-31", Some(Phase::Before(1))),
        ("2027-02-01", Some(Phase::Ended)),
        ("", None),
    ] {
        let review = review(&page, &on(today));
        assert_eq!(review.methods[0].end, end(phase), "{today}");
        assert_eq!(review.methods[1].end, None, "{today}");
        let telephony = review.telephony_end.unwrap();
        assert_eq!(Some(telephony.end), end(phase), "{today}");
        assert_eq!(telephony.day_for_admins_and_external.as_deref(), Some("2027-07-01"));
    }
}

#[test]
fn the_end_of_texts_and_calls_is_told_only_to_whom_it_matters() {
    let app = tab(SECURITY_INFO, user_list(&[("Microsoft Authenticator", "Pixel")]));
    assert_eq!(review(&app, &any_day()).telephony_end, None);
    let unusable = portal(admin_lists(&[("Passkey", "x")], &[("Mobile phone", "+81 9012345678")]));
    assert_eq!(review(&unusable, &any_day()).telephony_end, None);
    let mut own_provider = any_day();
    own_provider.policy.telecom_provider_configured = true;
    let phone = tab(SECURITY_INFO, user_list(PHONE));
    assert_eq!(review(&phone, &own_provider).telephony_end, None);
}

#[test]
fn the_end_of_texts_and_calls_is_not_told_beside_a_finding_that_says_it() {
    let page = tab(SECURITY_INFO, user_list(PHONE));
    let spoken = review(&page, &any_day());
    assert!(said(&spoken).contains(&"phone-only.before".to_owned()));
    assert_eq!(spoken.telephony_end, None);
    assert!(spoken.methods[0].end.is_some(), "each method keeps its own");

    let mut silenced = any_day();
    silenced.settings.silenced_rules = vec!["phone-only".to_owned()];
    assert!(review(&page, &silenced).telephony_end.is_some());
    let mut place = any_day();
    place.settings.silenced_places = vec!["security-info".to_owned()];
    assert!(review(&page, &place).telephony_end.is_some());
}

#[test]
fn every_end_is_near_the_day_before_and_there_on_the_day() {
    let cases = [
        (&LEGACY_POLICIES, "2025-09-29", "2025-09-30", "2025-10-01"),
        (&TELEPHONY, "2027-01-31", "2027-02-01", "2027-02-02"),
        (&SECURITY_QUESTIONS, "2027-03-07", "2027-03-08", "2027-03-09"),
    ];
    assert_eq!(cases.len(), retirement::ALL.len());
    for (end, before, on_the_day, after) in cases {
        let phase = |today: &str| end.phase(today.parse().unwrap());
        assert_eq!(phase(before), Phase::Before(1), "{}", end.id);
        assert_eq!(phase(on_the_day), Phase::Ended, "{}", end.id);
        assert_eq!(phase(after), Phase::Ended, "{}", end.id);
        assert!(end.source.address.starts_with("https://"));
        assert!(end.day_for_admins_and_external.is_none_or(|later| later > end.day));
    }
    assert!(retirement::ALL.is_sorted_by_key(|end| end.day));
}

fn of_questions(address: &str, today: &str) -> Option<Finding> {
    let rows = [("Security questions", "5"), ("Passkey", "x"), ("Security key", "y")];
    findings(&tab(address, user_list(&rows)), &on(today))
        .into_iter()
        .find(|it| it.rule == "security-questions-retire")
}

#[test]
fn the_end_of_security_questions_is_told_by_its_month() {
    for (today, variant) in [
        ("2026-11-21", "before"),
        ("2027-03-01", "before"),
        ("2027-03-07", "before"),
        ("2027-03-08", "after"),
    ] {
        let finding = of_questions(SECURITY_INFO, today).unwrap();
        assert_eq!(finding.variant, Some(variant), "{today}");
        assert_eq!(days(&finding), None, "Microsoft has named no day");
        let month = ParamValue::Month { month: "2027-03".to_owned() };
        assert_eq!(finding.params.iter().map(|it| &it.value).collect::<Vec<_>>(), [&month]);
        assert_eq!(finding.severity, Severity::Tip);
    }
    assert_eq!(of_questions(SECURITY_INFO, ""), None, "no day, no count");
    assert_eq!(of_questions("https://mysignins.azure.us/security-info", "2026-11-21"), None);
}

#[test]
fn whoever_picks_security_questions_is_told_that_they_end() {
    let page = tab(
        SECURITY_INFO,
        element(Role::Dialog, "Add a method")
            .with([combobox("Which method would you like to add?", "Security questions")]),
    );
    assert_eq!(said_on(&page, &any_day()), ["security-questions-retire.before"]);
}

#[test]
fn whoever_picks_an_app_password_is_warned() {
    let page = tab(
        SECURITY_INFO,
        element(Role::Dialog, "Add a method")
            .with([combobox("Which method would you like to add?", "App password")]),
    );
    assert_eq!(said_on(&page, &any_day()), ["app-password"]);
}

#[test]
fn days_are_counted_as_the_calendar_has_them() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    for (from, to, days) in [
        ("2026-11-21", "2027-02-01", 72),
        ("2027-02-01", "2027-02-01", 0),
        ("2027-02-02", "2027-02-01", -1),
        ("2024-02-28", "2024-03-01", 2),
        ("2023-02-28", "2023-03-01", 1),
        ("2000-02-28", "2000-03-01", 2),
        ("1900-02-28", "1900-03-01", 1),
        ("0001-01-01", "9999-12-31", 3_652_058),
    ] {
        assert_eq!(day(from).days_until(day(to)), days, "{from} to {to}");
    }
    for text in [
        "",
        "2023-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-11-00",
        "2026-1-01",
        "2026-11-1",
        "26-11-21",
        "02026-11-21",
        "+2026-11-21",
        "-2026-11-21",
        " 2026-11-21",
        "2026-11-21 ",
        "2026-11-21T00:00:00Z",
        "2026/11/21",
        "20261121",
        "2026-11",
        "２０２６-11-21",
    ] {
        assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
    }
    assert_eq!(day("2027-02-01").to_string(), "2027-02-01");
}

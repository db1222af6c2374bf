//! Who may have things left unsaid, and what is still told then.

use crate::describe::{
    PERSONAL, REGISTER, SECURITY_INFO, admin_lists, any_day, element, heading, on, portal, said,
    said_on, tab, user_list,
};
use sparekey::{
    context::Context,
    page::{
        place::Place,
        snapshot::{Role, Tab},
    },
    review::{Review, Silence, SilencedBy, SilencedRule, review},
    rules::NextStep,
};

/// A page on which two rules speak.
fn one_phone() -> Tab {
    tab(SECURITY_INFO, user_list(&[("Phone", "+81 9012345678")]))
}

fn ids(rules: &[&str]) -> Vec<String> {
    rules.iter().map(|rule| (*rule).to_owned()).collect()
}

fn with_places(places: &[&str]) -> Context {
    let mut context = any_day();
    context.settings.silenced_places = ids(places);
    context
}

fn says_nothing_and_still_tells_the_methods(review: &Review) {
    assert!(said(review).is_empty());
    assert_eq!(review.place, Some(Place::SecurityInfo));
    assert_eq!(review.methods.len(), 1);
}

#[test]
fn a_silenced_place_says_nothing_and_says_why() {
    let review = review(&one_phone(), &with_places(&["security-info"]));
    says_nothing_and_still_tells_the_methods(&review);
    assert_eq!(review.silence, Some(Silence::SilencedByUser));
}

#[test]
fn a_silenced_place_silences_no_other() {
    let context = with_places(&["security-info"]);
    let elsewhere = portal(admin_lists(&[("Phone number", "+81 9012345678")], &[]));
    assert_eq!(said_on(&elsewhere, &context), said_on(&elsewhere, &any_day()));
    assert!(!said_on(&elsewhere, &context).is_empty());
}

#[test]
fn a_place_that_does_not_exist_silences_nothing() {
    for unheard_of in ["", "Security-Info", "security_info", "everything"] {
        assert!(!said_on(&one_phone(), &with_places(&[unheard_of])).is_empty(), "{unheard_of}");
    }
}

#[test]
fn an_organization_switches_everything_off_and_is_named_for_it() {
    let mut context = with_places(&["security-info"]);
    context.policy.switched_off = true;
    let review = review(&one_phone(), &context);
    says_nothing_and_still_tells_the_methods(&review);
    assert_eq!(review.silence, Some(Silence::SwitchedOffByOrganization));
}

#[test]
fn a_page_that_is_not_known_stays_unknown_though_all_is_switched_off() {
    let mut context = any_day();
    context.policy.switched_off = true;
    let foreign = tab("https://contoso.example/", user_list(&[("Phone", "+81 9012345678")]));
    assert_eq!(review(&foreign, &context).silence, Some(Silence::UnknownPage));
}

#[test]
fn rules_are_silenced_by_the_user_and_by_the_organization_who_wins() {
    let by = |settings: &[&str], policy: &[&str]| {
        let mut context = any_day();
        context.settings.silenced_rules = ids(settings);
        context.policy.silenced_rules = ids(policy);
        review(&one_phone(), &context)
    };
    let before = by(&[], &[]);
    assert_eq!(said(&before), ["phone-only.before", "single-method"]);
    assert!(before.silenced_rules.is_empty());

    let user = by(&["single-method"], &[]);
    assert_eq!(said(&user), ["phone-only.before"]);
    let single_method = |by| [SilencedRule { rule: "single-method", by }];
    assert_eq!(user.silenced_rules, single_method(SilencedBy::User));
    assert_eq!(user.silence, None);

    let both = by(&["single-method"], &["single-method"]);
    assert_eq!(both.silenced_rules, single_method(SilencedBy::Organization));

    let all = by(&["single-method"], &["phone-only"]);
    says_nothing_and_still_tells_the_methods(&all);
    assert_eq!(all.silence, Some(Silence::RulesSilenced));
    let rules: Vec<_> = all.silenced_rules.iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["phone-only", "single-method"]);
}

#[test]
fn a_silenced_rule_that_finds_nothing_is_not_told() {
    let mut context = any_day();
    context.settings.silenced_rules = ids(&["trunk-zero", "no-such-rule"]);
    assert!(review(&one_phone(), &context).silenced_rules.is_empty());
}

#[test]
fn all_is_well_only_where_a_whole_list_of_known_methods_leaves_nothing_to_do() {
    let silence = |tab: &Tab| review(tab, &any_day()).silence;
    let keys = [("Microsoft Authenticator", "Pixel 9"), ("Security key", "Red")];
    let on_security_info = |rows: &[(&str, &str)]| tab(SECURITY_INFO, user_list(rows));
    assert_eq!(silence(&on_security_info(&keys)), Some(Silence::NothingWrong));
    assert_eq!(silence(&portal(admin_lists(&keys, &[]))), Some(Silence::NothingWrong));

    let somewhere = [("Passkey", "Blue"), ("Security key", "Red")];
    assert_eq!(silence(&on_security_info(&somewhere)), Some(Silence::NothingToSay));

    let and_one_more = [keys[0], keys[1], ("Retina scan", "Left eye")];
    assert_eq!(silence(&on_security_info(&and_one_more)), Some(Silence::MethodNotKnown));
    let not_usable = [("Email", "a@b.example"), and_one_more[2]];
    assert_eq!(silence(&portal(admin_lists(&keys, &not_usable))), Some(Silence::MethodNotKnown));

    // Without a day no days are counted, and still the phones are not all that one should have.
    let phones = [("Phone", "+81 9012345678"), ("Alternate phone", "+81 8087654321")];
    let on_no_day = review(&on_security_info(&phones), &on(""));
    assert!(matches!(on_no_day.next_step, Some(NextStep::ReplaceTelephony { .. })));
    assert_eq!(on_no_day.silence, Some(Silence::NothingToSay));
    let read = || element(Role::Main, "").test_id("page").with([heading("Welcome")]);
    for address in [REGISTER, PERSONAL] {
        assert_eq!(silence(&tab(address, read())), Some(Silence::NothingToSay), "{address}");
    }
}

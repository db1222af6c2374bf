//! Phone fields: which inputs they are, what stands beside them, what is said of their content.

use crate::describe::{
    Element, LEGACY_PROOFUP, REGISTER, SECURITY_INFO, USER_METHODS, admin_lists, any_day, around,
    button, combobox, element, heading,
    of_numbers::{findings, said_on},
    portal, tab, textbox,
};
use sparekey::{
    context::Context,
    finding::{Anchor, Finding, ParamValue, Severity},
    page::snapshot::{Role, State, Tab},
};

fn in_japan() -> Context {
    let mut context = any_day();
    context.settings.default_region = Some("JP".to_owned());
    context
}

fn admin_field(typed: &str) -> Element {
    textbox("Phone number", typed)
}

fn said_of(element: Element) -> Vec<String> {
    said_on(&portal(around([element])), &in_japan())
}

fn user_step(country: &str, typed: &str) -> Tab {
    let dialog = element(Role::Dialog, "").with([
        heading("Add your phone number").test_id("reskin-step-title"),
        combobox("Country code", country),
        textbox("Phone number", typed),
        button("Next"),
    ]);
    tab(SECURITY_INFO, dialog)
}

fn first(page: &Tab, context: &Context) -> Finding {
    findings(page, context).into_iter().next().expect("a finding")
}

const TYPED: &str = "090-1234-5678";

#[test]
fn the_first_promise_is_kept() {
    let finding = first(&portal(around([admin_field(TYPED)])), &in_japan());
    assert_eq!((finding.rule, finding.anchor), ("country-code-missing", Anchor::Field));
    let fix = finding.fix.unwrap();
    assert_eq!((fix.before.as_str(), fix.after.as_str()), (TYPED, "+81 9012345678"));
}

#[test]
fn a_field_is_known_by_any_one_strong_sign() {
    let signs = [
        textbox("Phone number", TYPED),
        textbox("電話番号", TYPED),
        textbox("Telefonnummer *", TYPED),
        textbox("Número de teléfono:", TYPED),
        textbox("x", TYPED).placeholder("Enter phone number"),
        textbox("x", TYPED).autocomplete("section-a tel"),
        textbox("x", TYPED).autocomplete("tel-national"),
        textbox("x", TYPED).test_id("phone-number-input"),
        textbox("x", TYPED).input_type("tel").placeholder("+1 4255551234"),
    ];
    for sign in signs {
        let node = format!("{:?}", sign.node);
        assert!(!said_of(sign).is_empty(), "{node}");
    }
    let mut personal = textbox("", TYPED);
    "DisplayPhoneNumber".clone_into(&mut personal.node.dom_id);
    assert!(!said_of(personal).is_empty());
}

#[test]
fn every_other_input_is_left_alone() {
    let others = [
        textbox("", TYPED),
        textbox("Search resources, services, and docs", TYPED),
        textbox("x", TYPED).input_type("tel"),
        textbox("Enter code", TYPED).input_type("tel").autocomplete("one-time-code tel"),
        textbox("Phone number", TYPED).input_type("email"),
        textbox("Phone number", TYPED).input_type("password"),
        textbox("Phone number", TYPED).test_id("phone-verify-challenge-otp-input"),
        textbox("My phone number is", TYPED),
        combobox("Phone number", TYPED),
    ];
    for other in others {
        let node = format!("{:?}", other.node);
        assert!(said_of(other).is_empty(), "{node}");
    }
}

#[test]
fn the_shells_search_box_is_left_alone() {
    let mut search = textbox("", TYPED).class("fxs-search-input");
    for name in ["", "Search resources, services, and docs (G+/)"] {
        name.clone_into(&mut search.node.name);
        assert!(said_on(&tab(USER_METHODS, around([search.clone()])), &in_japan()).is_empty());
    }
}

#[test]
fn empty_and_fixed_fields_are_not_judged() {
    assert!(said_of(admin_field("")).is_empty());
    assert!(said_of(admin_field("   ")).is_empty());
    assert!(said_of(admin_field(TYPED).state(State::Disabled)).is_empty());
    assert!(said_of(admin_field(TYPED).state(State::ReadOnly)).is_empty());
}

#[test]
fn nobody_is_shouted_at_in_the_midst_of_typing() {
    for typed in ["+", "+8", "+81 90", "+81 9012"] {
        assert!(said_of(admin_field(typed).state(State::Focused)).is_empty(), "{typed}");
    }
    assert!(!said_of(admin_field("+81 9012")).is_empty(), "but when the field is left, it is told");
    let come_back = admin_field("+81 9012").state(State::Focused).state(State::Unedited);
    assert!(!said_of(come_back).is_empty(), "and so it is where it can be put right");
    assert!(
        !said_of(admin_field(TYPED).state(State::Focused)).is_empty(),
        "a whole number is told at once"
    );
}

#[test]
fn the_calling_code_is_read_from_the_selector_whatever_the_country_is_called() {
    for country in [
        "Japan (+81)",
        "日本 (+81)",
        "اليابان \u{200e}(+81)\u{200e}",
        "Japan（＋８１）",
        "+81",
        "(+81)",
    ] {
        let finding = first(&user_step(country, TYPED), &any_day());
        assert_eq!(finding.rule, "trunk-zero", "{country}");
        assert_eq!(finding.fix.unwrap().after, "9012345678", "{country}");
    }
}

#[test]
fn the_selector_and_the_number_are_compared() {
    assert!(
        said_on(&user_step("Japan (+81)", "+81 9012345678"), &any_day())
            .contains(&"country-code-twice".to_owned())
    );
    assert!(
        said_on(&user_step("Japan (+81)", "+44 7400123456"), &any_day())
            .contains(&"country-mismatch".to_owned())
    );
}

/// What the finding of a rule fills its text with, as it would be read.
fn filled(page: &Tab, rule: &str) -> Vec<(&'static str, String)> {
    let finding = findings(page, &any_day()).into_iter().find(|it| it.rule == rule).expect(rule);
    let read = |value: &ParamValue| match value {
        ParamValue::Text { text } | ParamValue::PhoneNumber { text } => text.clone(),
        ParamValue::Region { region } => region.clone(),
        ParamValue::Count { count } => count.to_string(),
        ParamValue::Date { date } => date.clone(),
        other => panic!("{rule}: {other:?}"),
    };
    let variant = ("variant", finding.variant.unwrap_or("-").to_owned());
    let params = finding.params.iter().map(|param| (param.name, read(&param.value)));
    std::iter::once(variant).chain(params).collect()
}

fn pairs(pairs: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

#[test]
fn a_wrong_length_is_set_beside_a_mobile_number_of_the_country() {
    let rows = [
        (
            portal(around([admin_field("+81 90123456")])),
            pairs(&[
                ("variant", "too-short"),
                ("country", "JP"),
                ("code", "+81"),
                ("digits", "10"),
                ("grouped", "90-1234-5678"),
                ("example", "+81 9012345678"),
                ("count", "2"),
            ]),
        ),
        (
            portal(around([admin_field("+49 15123456789012")])),
            pairs(&[
                ("variant", "too-long"),
                ("country", "DE"),
                ("code", "+49"),
                ("digits", "10–11"),
                ("grouped", "1512 3456789"),
                ("example", "+49 15123456789"),
                ("count", "3"),
            ]),
        ),
        // Beside a selector the calling code does not belong into the field.
        (
            user_step("Japan (+81)", "901234567890123"),
            pairs(&[
                ("variant", "too-long"),
                ("country", "JP"),
                ("code", "+81"),
                ("digits", "10"),
                ("grouped", "90-1234-5678"),
                ("example", "9012345678"),
                ("count", "5"),
            ]),
        ),
        // Freephone numbers of no country: there is no mobile number to show.
        (
            portal(around([admin_field("+800 1234567")])),
            pairs(&[("variant", "no-mobile"), ("code", "+800")]),
        ),
    ];
    for (page, expected) in rows {
        assert_eq!(filled(&page, "wrong-length"), expected);
    }
}

#[test]
fn what_cannot_receive_texts_is_told_by_the_digits_that_say_so() {
    for (typed, variant, beginning, country) in [
        ("+81 312345678", "landline", "+81 3", "JP"),
        ("+39 0236618300", "landline", "+39 02", "IT"),
        ("+81 120123456", "toll-free", "+81 120", "JP"),
        ("+44 9001234567", "premium-rate", "+44 9", "GB"),
        ("+33 884012345", "shared-cost", "+33 884", "FR"),
        ("+81 5012345678", "voip", "+81 50", "JP"),
        ("+44 7012345678", "personal-number", "+44 70", "GB"),
        ("+81 2012345678", "pager", "+81 20", "JP"),
        ("+44 5512345678", "company", "+44 55", "GB"),
        ("+41 860123456789", "voicemail", "+41 86", "CH"),
    ] {
        assert_eq!(
            filled(&pane("Mobile", typed), "cannot-receive-text"),
            pairs(&[("variant", variant), ("beginning", beginning), ("country", country)]),
            "{typed}"
        );
    }
}

#[test]
fn a_landlines_calling_code_is_put_right_and_the_kind_of_phone_is_left_to_the_person() {
    let found = findings(&pane("Mobile", "03-1234-5678"), &in_japan());
    let fixes: Vec<(&str, Option<&str>)> =
        found.iter().map(|it| (it.rule, it.fix.as_ref().map(|fix| fix.after.as_str()))).collect();
    let fix = Some("+81 312345678");
    assert_eq!(
        fixes,
        [("country-code-missing", fix), ("punctuation", fix), ("cannot-receive-text", None)]
    );
}

#[test]
fn where_only_the_end_says_what_a_number_is_no_beginning_is_named() {
    let page = pane("Mobile", "+56 600123456");
    assert_eq!(filled(&page, "cannot-receive-text"), pairs(&[("variant", "-")]));
}

#[test]
fn what_may_be_a_mobile_number_is_left_alone() {
    for typed in ["+1 2015550123", "+81 9012345678", "+52 5512345678"] {
        assert!(said_on(&pane("Mobile", typed), &any_day()).is_empty(), "{typed}");
    }
}

#[test]
fn a_number_that_nobody_has_is_told_by_the_digits_that_no_number_begins_with() {
    let page = pane("Mobile", "+1 4251234567");
    let day = sparekey::phone::METADATA_DATE.expect("the release's day is noted");
    assert_eq!(
        filled(&page, "not-assigned"),
        pairs(&[("variant", "-"), ("beginning", "+1 4251"), ("country", "US"), ("metadata", day)])
    );
}

#[test]
fn an_emergency_number_is_told_as_one() {
    let emergency = ["not-a-number.emergency-number"];
    for typed in ["110", "１１９", "+81 110", "911"] {
        assert_eq!(said_on(&pane("Mobile", typed), &in_japan()), emergency, "{typed}");
    }
    for page in [SECURITY_INFO, REGISTER] {
        let mut step = user_step("United Kingdom (+44)", "999");
        page.clone_into(&mut step.frames[0].snapshot.address);
        assert_eq!(said_on(&step, &any_day()), emergency, "{page}");
    }
    let proofup = proofup("Authentication phone", "France (+33)", "15");
    assert_eq!(said_on(&proofup, &any_day()), emergency);
}

#[test]
fn nobody_is_told_of_emergencies_in_the_midst_of_typing() {
    // India's mobile numbers may begin so.
    let field = admin_field("911").state(State::Focused);
    let mut context = any_day();
    context.settings.default_region = Some("IN".to_owned());
    assert!(said_on(&portal(around([field])), &context).is_empty());
}

#[test]
fn an_extensions_field_is_not_taken_for_the_number() {
    let dialog = element(Role::Dialog, "Office phone").with([
        combobox("Country code", "Japan (+81)"),
        textbox("Phone number", "312345678"),
        textbox("Extension", "123"),
    ]);
    assert!(said_on(&tab(SECURITY_INFO, dialog), &any_day()).is_empty());
}

#[test]
fn in_an_unknown_language_a_field_beside_a_country_selector_is_known() {
    let dialog = element(Role::Dialog, "؟")
        .with([combobox("رمز البلد", "Japan (+81)"), textbox("رقم الهاتف", TYPED)]);
    for address in [SECURITY_INFO, REGISTER] {
        assert_eq!(first(&tab(address, dialog.clone()), &any_day()).rule, "trunk-zero");
    }
}

fn pane(phone_type: &str, typed: &str) -> Tab {
    portal(around([
        combobox("Choose method", "Phone number"),
        combobox("Phone type", phone_type),
        admin_field(typed),
    ]))
}

#[test]
fn a_text_is_expected_on_the_mobile_phone_only() {
    let landline = "+81 312345678";
    let said = |phone_type: &str| said_on(&pane(phone_type, landline), &any_day());
    assert_eq!(said("Mobile"), ["cannot-receive-text.landline"]);
    assert!(said("Alternate mobile").is_empty());
    assert!(said("Office").is_empty());
    assert!(said("Desconocido").is_empty(), "a type that could not be read may be any");
}

#[test]
fn an_extension_is_for_the_office_phone() {
    let said = |phone_type: &str, typed: &str| said_on(&pane(phone_type, typed), &any_day());
    assert!(said("Office", "+81 312345678x123").is_empty());
    assert!(
        said("Alternate mobile", "+81 312345678x123")
            .contains(&"extension.not-accepted".to_owned())
    );
    assert!(said("Office", "+81 312345678 ext. 123").contains(&"extension.wrong-form".to_owned()));
}

#[test]
fn whether_text_or_call_is_chosen_decides_on_the_users_own_page() {
    let step = |chosen: &str| {
        let radio = |name: &str| {
            let it = element(Role::Radio, name);
            if name == chosen { it.state(State::Checked) } else { it }
        };
        let dialog = element(Role::Dialog, "Phone").with([
            combobox("Country code", "Japan (+81)"),
            textbox("Phone number", "312345678"),
            element(Role::RadioGroup, "").with([radio("Receive a code"), radio("Call me")]),
        ]);
        said_on(&tab(SECURITY_INFO, dialog), &any_day())
    };
    assert_eq!(step("Receive a code"), ["cannot-receive-text.landline"]);
    assert!(step("Call me").is_empty());
}

#[test]
fn the_organizations_region_wins_over_the_users() {
    let mut context = in_japan();
    context.policy.default_region = Some("DE".to_owned());
    let finding = first(&portal(around([admin_field("030 123456")])), &context);
    assert_eq!(finding.params[0].value, ParamValue::Region { region: "DE".to_owned() });
}

#[test]
fn without_any_region_the_missing_code_is_told_without_a_fix() {
    let finding = first(&portal(around([admin_field(TYPED)])), &any_day());
    assert_eq!(
        (finding.rule, finding.variant, finding.fix),
        ("country-code-missing", Some("which-country"), None)
    );
}

#[test]
fn countries_outside_the_policy_are_not_allowed() {
    let mut context = any_day();
    context.policy.allowed_regions = vec!["JP".to_owned(), "DE".to_owned()];
    let said =
        |typed: &str, context: &Context| said_on(&portal(around([admin_field(typed)])), context);
    assert!(said("+44 7400123456", &context).contains(&"country-not-allowed".to_owned()));
    assert!(said("+81 9012345678", &context).is_empty());
    context.policy.allowed_regions = vec!["nonsense".to_owned()];
    assert!(
        said("+44 7400123456", &context).is_empty(),
        "a list without any region forbids nothing"
    );
}

#[test]
fn a_number_that_stays_refused_is_told_so_first_and_offered_no_other_form() {
    let mut context = in_japan();
    context.policy.allowed_regions = vec!["US".to_owned()];
    let typed =
        [TYPED, "+81 90-1234-5678", "+819012345678", "010 81 9012345678", "+81 09012345678"];
    let spots = |context: &Context| {
        typed.map(|typed| findings(&portal(around([admin_field(typed)])), context))
    };
    for said in spots(&context) {
        assert_eq!(said[0].rule, "country-not-allowed");
        assert!(said.len() > 1, "what is wrong with its form is told as well");
        assert!(said.iter().all(|finding| finding.fix.is_none()), "{said:?}");
    }
    context.policy.allowed_regions = vec!["US".to_owned(), "JP".to_owned()];
    for said in spots(&context) {
        assert!(said.iter().any(|finding| finding.fix.is_some()), "{said:?}");
    }
}

#[test]
fn countries_that_need_an_opt_in_are_a_tip() {
    let said =
        |typed: &str, context: &Context| said_on(&portal(around([admin_field(typed)])), context);
    assert_eq!(said("+66 812345678", &any_day()), ["region-opt-in"]);
    assert_eq!(
        said("+1 2423591234", &any_day()),
        ["region-opt-in"],
        "the Bahamas, by their area code"
    );
    assert!(said("+1 2015550123", &any_day()).is_empty());
    assert!(said("+81 9012345678", &any_day()).is_empty());
    let mut context = any_day();
    context.policy.telecom_provider_configured = true;
    assert!(said("+66 812345678", &context).is_empty());
}

fn beside_list(phone_type: &str, typed: &str, listed: &str) -> Vec<String> {
    let pane = element(Role::Dialog, "Add authentication method").with([
        combobox("Choose method", "Phone number"),
        combobox("Phone type", phone_type),
        admin_field(typed),
    ]);
    let lists = admin_lists(&[("Mobile phone", listed), ("Security key", "YubiKey")], &[]);
    said_on(&portal(around([lists, pane])), &any_day())
}

#[test]
fn a_number_that_is_registered_already_is_told() {
    assert_eq!(
        beside_list("Alternate mobile", "+81 9012345678", "+81 9012345678"),
        ["same-number-twice.typed", "one-phone-many-apps.alternate"]
    );
    assert_eq!(
        beside_list("Alternate mobile", "+81 9012345678", "+81 XXXXXXXX78"),
        ["same-number-twice.typed-perhaps", "one-phone-many-apps.alternate"]
    );
    assert_eq!(
        beside_list("Alternate mobile", "+81 9012345678", "+81 9012345679"),
        ["one-phone-many-apps.alternate"]
    );
    assert_eq!(
        beside_list("Mobile", "+81 9012345678", "+81 9012345678"),
        ["one-phone-many-apps.taken"],
        "not a second slot, but a slot that is taken"
    );
}

#[test]
fn a_number_longer_than_the_eyes_read_gets_no_fix() {
    let field = admin_field(TYPED).state(State::ValueClipped);
    assert!(findings(&portal(around([field])), &in_japan()).iter().all(|it| it.fix.is_none()));
}

/// The legacy registration page: a label beside a selector and a field.
fn proofup(label: &str, country: &str, typed: &str) -> Tab {
    let form = around([
        combobox("", country),
        textbox(label, typed),
        element(Role::Checkbox, "Send me a code by text message"),
    ]);
    tab(
        LEGACY_PROOFUP,
        element(Role::Main, "").with([heading("Additional security verification"), form]),
    )
}

#[test]
fn the_legacy_page_takes_spaces_and_no_punctuation() {
    for (label, typed, said) in [
        ("Authentication phone", "90 1234 5678", vec![]),
        ("認証用電話", "90 1234 5678", vec![]),
        ("Authentication phone", "90\u{3000}1234\u{a0}5678", vec![]),
        ("Authentication phone", "90-1234-5678", vec!["punctuation"]),
        ("Authentication phone", "(90)12345678", vec!["punctuation"]),
        ("Authentication phone", "+81 90 1234 5678", vec!["country-code-twice"]),
        ("Office phone", "3 1234 5678", vec![]),
        ("Office phone", "3 1234 5678 x12", vec!["extension.not-accepted"]),
        ("Alternate authentication phone", "90 1234", vec!["wrong-length.too-short"]),
        ("Mobile app", "90-1234", vec![]),
    ] {
        let page = proofup(label, "Japan (+81)", typed);
        let named = label != "Mobile app";
        let found = said_on(&page, &any_day());
        if named {
            assert_eq!(found, said, "{label} {typed}");
        } else {
            assert!(found.iter().all(|it| !it.starts_with("single")), "{label} {typed}");
        }
    }
}

#[test]
fn what_the_legacy_page_is_offered_keeps_every_digit() {
    let finding =
        first(&proofup("Authentication phone", "Japan (+81)", "90-1234 5678"), &any_day());
    assert_eq!(finding.fix.map(|fix| fix.after).as_deref(), Some("9012345678"));
}

fn admin_blade_in(language: &str, typed: &str) -> Tab {
    let mut page = portal(around([element(Role::Textbox, "x").value(typed).autocomplete("tel")]));
    for frame in &mut page.frames {
        language.clone_into(&mut frame.snapshot.language);
    }
    page
}

#[test]
fn the_pages_language_is_the_last_to_say_which_country_a_number_is_of() {
    for (language, typed, fix) in [
        ("ja", "090-1234-5678", "+81 9012345678"),
        ("ja-JP", "03-1234-5678", "+81 312345678"),
        ("ko", "010-2000-0000", "+82 1020000000"),
        ("pl", "512 345 678", "+48 512345678"),
        ("cs", "601 123 456", "+420 601123456"),
        ("hu", "06 20 123 4567", "+36 201234567"),
        ("is", "611 1234", "+354 6111234"),
        ("et", "5123 4567", "+372 51234567"),
        ("nb", "406 12 345", "+47 40612345"),
        ("da", "32 12 34 56", "+45 32123456"),
        ("fi", "041 2345678", "+358 412345678"),
        ("tr", "0501 234 56 78", "+90 5012345678"),
        ("id", "0812-345-678", "+62 812345678"),
        ("pt-BR", "11 96123-4567", "+55 11961234567"),
    ] {
        let finding = first(&admin_blade_in(language, typed), &any_day());
        assert_eq!((finding.rule, finding.variant), ("country-code-missing", None), "{typed}");
        assert_eq!(finding.fix.map(|it| it.after).as_deref(), Some(fix), "{language} {typed}");
    }
}

#[test]
fn a_calling_code_without_its_plus_is_known_by_the_pages_language() {
    let finding = first(&admin_blade_in("ja", "81 90 1234 5678"), &any_day());
    assert_eq!((finding.rule, finding.variant), ("country-code-missing", Some("only-plus")));
    assert_eq!(finding.fix.map(|it| it.after).as_deref(), Some("+81 9012345678"));
}

#[test]
fn a_language_of_several_countries_says_none() {
    for language in [
        "en", "en-GB", "de", "fr", "es", "it", "nl", "pt", "pt-PT", "ru", "ar", "sv", "zh-Hans",
        "zh-Hant", "", "xx", "japanese",
    ] {
        let finding = first(&admin_blade_in(language, "090-1234-5678"), &any_day());
        assert_eq!(
            (finding.rule, finding.variant),
            ("country-code-missing", Some("which-country")),
            "{language}"
        );
        assert_eq!(finding.fix, None, "{language}");
    }
}

#[test]
fn what_is_no_number_of_the_languages_country_is_of_an_unknown_one() {
    for (language, typed) in [
        ("ja", "4255550100"),
        ("ja", "07400 123456"),
        ("ko", "07400 123456"),
        ("pl", "06 12 34 56 78"),
        ("da", "090-1234-5678"),
    ] {
        let finding = first(&admin_blade_in(language, typed), &any_day());
        assert_eq!(finding.variant, Some("which-country"), "{language} {typed}");
        assert_eq!(finding.fix, None, "{language} {typed}");
    }
}

#[test]
fn policy_and_setting_say_it_before_the_language_does() {
    let mut context = any_day();
    context.settings.default_region = Some("US".to_owned());
    let finding = first(&admin_blade_in("ja", "(425) 555-0100"), &context);
    assert_eq!(finding.fix.map(|it| it.after).as_deref(), Some("+1 4255550100"));
    let finding = first(&admin_blade_in("ja", "090-1234-5678"), &context);
    assert_ne!(finding.fix.map(|it| it.after).as_deref(), Some("+81 9012345678"));
}

#[test]
fn beside_a_selector_the_language_says_nothing() {
    let mut page = user_step("United States (+1)", "0901234567");
    "ja".clone_into(&mut page.frames[0].snapshot.language);
    assert!(findings(&page, &any_day()).iter().all(|it| it.rule != "country-code-missing"));
}

#[test]
fn where_punctuation_is_refused_it_is_stopped() {
    let at = |address: &str| {
        let field = textbox("Authentication phone", "90-1234-5678");
        let page = tab(address, around([combobox("Country or region", "Japan (+81)"), field]));
        findings(&page, &any_day())
            .into_iter()
            .find(|it| it.rule == "punctuation")
            .map(|it| it.severity)
    };
    assert_eq!(at(LEGACY_PROOFUP), Some(Severity::Stop));
    assert_eq!(at(SECURITY_INFO), Some(Severity::Warn), "there it is not documented");
}

#[test]
fn the_example_is_written_as_the_field_takes_it_though_its_selector_was_not_recognized() {
    let page = tab(SECURITY_INFO, around([textbox("Phone number", "+81 901234567")]));
    let found = findings(&page, &any_day());
    let short = found.iter().find(|it| it.rule == "wrong-length").unwrap();
    let example = short.params.iter().find(|it| it.name == "example").unwrap();
    assert_eq!(example.value, ParamValue::PhoneNumber { text: "9012345678".to_owned() });
}

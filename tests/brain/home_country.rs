//! Numbers of the home country beside a list that shows another, from
//! `tests/data/home_country_cases.csv`; and what holds for them on every page that has such a list.

use crate::describe::{
    Element, LEGACY_PROOFUP, REGISTER, SECURITY_INFO, any_day, around, combobox, element,
    of_numbers::{findings, said_on},
    tab, textbox, user_list,
};
use sparekey::{
    context::Context,
    finding::{Param, ParamValue, Severity},
    page::snapshot::{Role, State, Tab},
    phone::{PhoneNumber, Region},
};

const UNITED_STATES: &str = "United States (+1)";
const OF_HOME: &str = "country-mismatch.of-home-country";

/// A field beside a list, on a page whose labels tell no language.
fn beside(list: &str, typed: &str) -> Element {
    around([combobox("x", list), textbox("x", typed).autocomplete("tel-national")])
}

fn in_language(language: &str, mut page: Tab) -> Tab {
    language.clone_into(&mut page.frames[0].snapshot.language);
    page
}

fn security_info(list: &str, typed: &str) -> Tab {
    tab(SECURITY_INFO, beside(list, typed))
}

/// Its list says the region, and not only the calling code.
fn personal_account(region: &str, typed: &str) -> Tab {
    let mut option = element(Role::Option, "").value(region).state(State::Selected);
    option.node.id = 0;
    let mut select = combobox("", "").with([option]);
    "DisplayPhoneCountryISO".clone_into(&mut select.node.dom_id);
    let mut field = textbox("", typed).input_type("tel");
    "DisplayPhoneNumber".clone_into(&mut field.node.dom_id);
    let form = element(Role::Main, "").with([select, field]);
    tab("https://account.live.com/proofs/Add", form)
}

fn decided(region: &str) -> Context {
    let mut context = any_day();
    context.settings.default_region = Some(region.to_owned()).filter(|it| !it.is_empty());
    context
}

#[test]
fn every_row_of_the_table_is_judged_as_it_says() {
    let table = include_str!("../data/home_country_cases.csv");
    let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    assert!(lines.len() > 30, "the table has shrunk to {} rows", lines.len());
    for line in lines {
        let columns: Vec<&str> = line.splitn(6, ',').collect();
        let [typed, list, language, region, expected, _note] = columns.as_slice() else {
            panic!("six columns: {line}");
        };
        let page = in_language(language, security_info(list, typed));
        let found = findings(&page, &decided(region));
        let is_of_home = found.iter().any(|it| it.variant == Some("of-home-country"));
        assert!(!is_of_home || found.iter().all(|it| it.fix.is_none()), "{line}: {found:?}");
        let said = said_on(&page, &decided(region));
        let said = if said.is_empty() { "-".to_owned() } else { said.join(" ") };
        assert_eq!(said, *expected, "{line}");
    }
}

#[test]
fn it_is_stopped_and_both_countries_are_named() {
    let page = in_language("ja", security_info(UNITED_STATES, "09012345678"));
    let finding = findings(&page, &any_day()).remove(0);
    assert_eq!((finding.rule, finding.severity), ("country-mismatch", Severity::Stop));
    let text = |text: &str| ParamValue::Text { text: text.to_owned() };
    assert_eq!(
        finding.params,
        [
            Param { name: "selected", value: text("+1") },
            Param { name: "country", value: ParamValue::Region { region: "JP".to_owned() } },
            Param { name: "code", value: text("+81") },
        ]
    );
}

#[test]
fn it_is_told_on_every_page_that_has_a_list() {
    let work = |address| tab(address, beside(UNITED_STATES, "09012345678"));
    for page in [
        work(SECURITY_INFO),
        work(REGISTER),
        work(LEGACY_PROOFUP),
        personal_account("US", "09012345678"),
    ] {
        let page = in_language("ja", page);
        assert_eq!(said_on(&page, &any_day()), [OF_HOME], "{}", page.frames[0].snapshot.address);
    }
}

/// Six digits with the trunk zero are a whole number on Jersey alone.
#[test]
fn no_other_country_is_to_be_chosen_where_both_have_one_calling_code() {
    let said = said_on(&personal_account("GB", "063110"), &decided("JE"));
    assert_eq!(said, ["wrong-length.too-short"]);
    assert_eq!(said_on(&personal_account("US", "063110"), &decided("JE")), [OF_HOME]);
}

/// A number of Chicago begins like one of Tokyo.
#[test]
fn nobody_is_asked_for_the_country_while_the_number_may_become_one_of_the_selected_country() {
    let field = |state: &[State]| {
        let field = textbox("x", "312345678").autocomplete("tel-national");
        let field = state.iter().fold(field, |field, state| field.state(*state));
        in_language("ja", tab(SECURITY_INFO, around([combobox("x", UNITED_STATES), field])))
    };
    assert!(said_on(&field(&[State::Focused]), &any_day()).is_empty());
    assert_eq!(said_on(&field(&[]), &any_day()), [OF_HOME]);
}

#[test]
fn nobody_is_asked_to_choose_a_home_country_that_the_organization_does_not_allow() {
    let page = security_info(UNITED_STATES, "09012345678");
    let said = |allowed: &str| {
        let mut context = decided("JP");
        context.policy.allowed_regions = vec![allowed.to_owned()];
        said_on(&page, &context)
    };
    assert_eq!(said("JP"), [OF_HOME]);
    assert_eq!(said("US"), ["wrong-length.too-long"]);
}

#[test]
fn the_number_is_compared_with_the_registered_ones_as_one_of_the_home_country() {
    let registered = user_list(&[
        ("Office phone", "+81 9012345678"),
        ("Security key", "YubiKey"),
        ("Microsoft Authenticator", "Pixel 9"),
    ]);
    let dialog = element(Role::Dialog, "").with([beside(UNITED_STATES, "09012345678")]);
    let said = said_on(&tab(SECURITY_INFO, around([registered, dialog])), &decided("JP"));
    assert!(said.starts_with(&[OF_HOME.to_owned()]), "{said:?}");
    assert!(said.contains(&"same-number-twice.typed".to_owned()), "{said:?}");
}

/// The list begins with the United States chosen.
#[test]
fn no_countrys_mobile_number_as_dialed_there_leads_to_a_number_of_the_selected_country() {
    let mut told = 0;
    for region in Region::all() {
        let Some(example) = region.example_mobile() else { continue };
        let national = example.national_number();
        let with_prefix = format!("{}{national}", region.trunk_prefix());
        // In Colombia, for one, mobile numbers are dialed without it.
        let has_prefix = PhoneNumber::parse(&with_prefix, Some(region)) == Ok(example);
        let typed = if has_prefix { with_prefix } else { national.to_owned() };
        if PhoneNumber::parse(&typed, Region::new("US")).is_ok_and(|number| number.is_valid()) {
            continue;
        }
        let page = security_info(UNITED_STATES, &typed);
        let found = findings(&page, &decided(region.as_str()));
        assert!(found.iter().all(|it| it.fix.is_none()), "{region}: {typed}: {found:?}");
        let misleads = ["wrong-length", "not-assigned", "trunk-zero", "country-code-twice"];
        // So few digits are a short number anywhere.
        if typed.len() > 4 {
            assert!(
                found.iter().any(|it| it.variant == Some("of-home-country"))
                    && found.iter().all(|it| !misleads.contains(&it.rule)),
                "{region}: {typed}: {found:?}"
            );
            told += 1;
        }
    }
    assert!(told > 200, "only {told} countries' numbers were told");
}

#[test]
fn nobody_is_told_of_the_lists_lengths_in_the_midst_of_typing_a_number_of_home() {
    let being_typed = |typed: &str| {
        let field = textbox("x", typed).autocomplete("tel-national").state(State::Focused);
        let page = tab(SECURITY_INFO, around([combobox("x", UNITED_STATES), field]));
        said_on(&in_language("ja", page), &any_day())
    };
    for end in 1..11 {
        let typed = "09012345678".get(..end).expect("digits alone");
        assert!(being_typed(typed).is_empty(), "{typed}: {:?}", being_typed(typed));
    }
    assert_eq!(being_typed("09012345678"), [OF_HOME]);
}

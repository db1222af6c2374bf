//! What is said of an admin's action: while it is considered, after it is done, and never of a
//! command that merely stands there.

use crate::describe::{
    Element, LEGACY_PER_USER_MFA, PER_USER_MFA, REGISTRATION_REPORT, SECURITY_INFO, USER_METHODS,
    admin_lists, any_day, around, button, element, findings, heading, portal, portal_at, said_on,
    tab, text, textbox,
};
use sparekey::{
    finding::{Finding, ParamValue},
    page::snapshot::{Node, Role, State, Tab},
};

const COMMANDS: [&str; 4] = [
    "Add authentication method",
    "Reset password",
    "Require re-register multifactor authentication",
    "Revoke sessions",
];

const TWO: &[(&str, &str)] = &[("Mobile phone", "+1 4255550100"), ("Security key", "YubiKey")];
const NONE: &[&str] = &[];

/// The blade of a user with two good methods, of whom there is nothing else to say.
fn blade(with: impl IntoIterator<Item = Element>) -> Tab {
    let bar = element(Role::Menu, "").with(COMMANDS.map(|name| element(Role::MenuItem, name)));
    portal(around([bar, admin_lists(TWO, &[])].into_iter().chain(with)))
}

fn dialog(title: &str) -> Element {
    element(Role::AlertDialog, "").with([
        heading(title),
        text("Do you want to go on?"),
        button("OK"),
        button("Cancel"),
    ])
}

fn per_user(with: impl IntoIterator<Item = Element>) -> Tab {
    let bar = ["Enable MFA", "Disable MFA", "Enforce MFA", "User MFA settings"];
    let state = |name: &str, state: &str| {
        element(Role::Row, "").with([
            element(Role::Cell, "").with([text(name)]),
            element(Role::Cell, "").with([text(state)]),
        ])
    };
    let list = element(Role::Grid, "Per-user MFA").with([
        state("Robin", "Enabled"),
        state("Sam", "Enforced"),
        state("Kim", "Disabled"),
    ]);
    let page = around(bar.map(button).into_iter().chain([list]).chain(with));
    portal_at(PER_USER_MFA, "MultifactorAuthenticationConfig.ReactView", page)
}

#[test]
fn commands_that_merely_stand_there_are_silence() {
    assert_eq!(said_on(&blade([]), &any_day()), NONE);
    assert_eq!(said_on(&per_user([]), &any_day()), NONE);
}

#[test]
fn a_dialog_that_asks_about_an_action_says_what_it_does() {
    for (title, said) in [
        ("Require re-register multifactor authentication", "reregister-effect.some-stay"),
        ("Require re-register MFA", "reregister-effect.some-stay"),
        ("多要素認証の再登録を要求する", "reregister-effect.some-stay"),
        ("MFA の再登録が必要", "reregister-effect.some-stay"),
        ("Revoke sessions", "revoke-effect"),
        ("Revoke MFA sessions", "revoke-effect"),
        ("MFA セッションの取り消し", "revoke-effect"),
        ("Reset password", "reset-password-effect"),
        ("パスワードのリセット", "reset-password-effect"),
    ] {
        assert_eq!(said_on(&blade([dialog(title)]), &any_day()), [said], "{title}");
    }
    for title in ["Reset", "Revoke", "Session details", "Do you want to reset the password?", ""] {
        assert_eq!(said_on(&blade([dialog(title)]), &any_day()), NONE, "{title}");
    }
}

#[test]
fn the_portals_own_message_box_is_a_dialog_as_well() {
    let mut page = blade([]);
    let question = around([text("Revoke sessions"), text("Go on?"), button("Yes"), button("No")])
        .class("fxs-messagebox");
    let shell = crate::describe::snapshot(crate::describe::USER_METHODS, around([question]));
    let frames = page.frames[0].snapshot.nodes.clone();
    page.frames[0].snapshot = shell;
    page.frames[0].snapshot.nodes.extend(frames.into_iter().skip(1).map(|mut node| {
        node.id += 100;
        node.parent = None;
        node
    }));
    assert_eq!(said_on(&page, &any_day()), ["revoke-effect"]);
}

#[test]
fn a_command_in_hand_says_it_before_any_dialog() {
    for (role, name, said) in [
        (Role::MenuItem, "Revoke sessions", "revoke-effect"),
        (Role::Button, "Reset password", "reset-password-effect"),
        (Role::Button, "Require re-register MFA", "reregister-effect.some-stay"),
    ] {
        let command = element(role, name).state(State::Focused);
        assert_eq!(said_on(&blade([command]), &any_day()), [said], "{name}");
    }
}

#[test]
fn what_stays_after_reregistration_depends_on_what_is_registered() {
    for (label, said) in [
        ("Passkey", "reregister-effect.some-stay"),
        ("Windows Hello for Business", "reregister-effect.some-stay"),
        ("Temporary Access Pass", "reregister-effect.some-stay"),
        ("External MFA", "reregister-effect.some-stay"),
        ("Microsoft Authenticator", "reregister-effect"),
        ("Hardware token", "reregister-effect"),
        ("Email", "reregister-effect"),
    ] {
        let page = portal(around([
            admin_lists(&[("Mobile phone", "+1 4255550100"), (label, "x")], &[]),
            dialog("Require re-register MFA"),
        ]));
        assert!(said_on(&page, &any_day()).contains(&said.to_owned()), "{label}");
    }
}

fn notice(role: Role, class: &str, label: &str) -> Element {
    around([element(role, "").with([text(label), text("The change was saved.")])]).class(class)
}

#[test]
fn after_an_action_there_is_a_message_to_send() {
    for (label, said) in [
        ("Require re-register MFA", "tell-the-user.re-registration"),
        ("Add authentication method", "tell-the-user.method-added"),
        ("認証方法の追加", "tell-the-user.method-added"),
        ("Reset password", "tell-the-user.password-reset"),
    ] {
        let page = blade([notice(Role::Status, "ms-MessageBar", label)]);
        assert_eq!(said_on(&page, &any_day()), [said], "{label}");
    }
    let page = per_user([notice(Role::Status, "ms-MessageBar", "Enable MFA")]);
    assert_eq!(said_on(&page, &any_day()), ["tell-the-user.mfa-enabled"]);
}

/// Each message tells the page of the reader's own cloud; another cloud's would not know the account.
#[test]
fn a_message_names_the_page_of_its_own_cloud() {
    let clouds = [
        ("entra.microsoft.com", "https://aka.ms/MySecurityInfo"),
        ("portal.azure.com", "https://aka.ms/MySecurityInfo"),
        ("entra.microsoft.us", "https://aka.ms/MySecurityInfo-us"),
        ("portal.azure.us", "https://aka.ms/MySecurityInfo-us"),
        (
            "entra.microsoftonline.cn",
            "https://account.activedirectory.windowsazure.cn/proofup.aspx",
        ),
        ("portal.azure.cn", "https://account.activedirectory.windowsazure.cn/proofup.aspx"),
    ];
    let done = |label: &str| notice(Role::Status, "ms-MessageBar", label);
    let pages = [
        ("reregister-effect.some-stay", blade([dialog("Require re-register MFA")])),
        ("tell-the-user.re-registration", blade([done("Require re-register MFA")])),
        ("tell-the-user.method-added", blade([done("Add authentication method")])),
        ("tell-the-user.mfa-enabled", per_user([done("Enable MFA")])),
        (
            "tell-the-user.changed",
            per_user([element(Role::Dialog, "Updates successful")
                .with([heading("Updates successful"), button("close")])]),
        ),
    ];
    for (host, link) in clouds {
        for (said, page) in &pages {
            let mut page = page.clone();
            for frame in &mut page.frames {
                let address = &mut frame.snapshot.address;
                *address = address.replace("entra.microsoft.com", host);
            }
            let findings = findings(&page, &any_day());
            let (rule, variant) = said.split_once('.').unwrap();
            let is_it = |it: &&Finding| (it.rule, it.variant) == (rule, Some(variant));
            let finding = findings.iter().find(is_it);
            let params = &finding.unwrap_or_else(|| panic!("{said} on {host}")).params;
            let expected = ParamValue::Text { text: link.to_owned() };
            let given = params.iter().find(|it| it.name == "link").map(|it| &it.value);
            assert_eq!(given, Some(&expected), "{said} on {host}");
        }
    }
}

#[test]
fn the_focus_that_comes_back_to_the_command_is_no_second_thought() {
    let command = element(Role::MenuItem, "Require re-register MFA").state(State::Focused);
    let done = notice(Role::Status, "ms-MessageBar", "Require re-register MFA");
    assert_eq!(said_on(&blade([command, done]), &any_day()), ["tell-the-user.re-registration"]);
}

/// A list of users, each with a state and whether the user is selected, and the command with the focus.
fn in_hand(command: &str, users: &[(&str, bool)], with: impl IntoIterator<Item = Element>) -> Tab {
    let titles = element(Role::Row, "").with([element(Role::ColumnHeader, "").with([element(
        Role::Checkbox,
        "All",
    )
    .state(State::Checked)])]);
    let rows = users.iter().map(|(state, selected)| {
        let row = element(Role::Row, "").with([
            element(Role::Cell, "").with([text("Robin")]),
            element(Role::Cell, "").with([text(state)]),
        ]);
        if *selected { row.state(State::Selected) } else { row }
    });
    let list = element(Role::Grid, "").with([titles].into_iter().chain(rows));
    let command = element(Role::MenuItem, command).state(State::Focused);
    let page = around([command, list].into_iter().chain(with));
    portal_at(PER_USER_MFA, "MultifactorAuthenticationConfig.ReactView", page)
}

fn success(label: &str) -> Element {
    let status = element(Role::Status, "").with([text(label)]);
    around([status]).class("ms-MessageBar--success")
}

#[test]
fn a_command_is_not_in_hand_for_users_that_have_its_state_already() {
    for (command, users, said) in [
        ("Enable MFA", &[("Disabled", true), ("Enabled", false)][..], vec!["per-user-with-ca"]),
        ("Enable MFA", &[("Enabled", true), ("Disabled", false)], vec![]),
        ("Enable MFA", &[("Enabled", true), ("Enabled", true)], vec![]),
        ("Enable MFA", &[("Enabled", true), ("Disabled", true)], vec!["per-user-with-ca"]),
        ("Enable MFA", &[("Enabled", true), ("Someday", true)], vec!["per-user-with-ca"]),
        ("MFA を有効にする", &[("有効", true)], vec![]),
        ("MFA を有効にする", &[("無効", true)], vec!["per-user-with-ca"]),
        ("Enforce MFA", &[("Enabled", true)], vec!["enforced-by-hand", "per-user-with-ca"]),
        ("Enforce MFA", &[("Enforced", true)], vec![]),
        ("Enable MFA", &[("Enabled", false)], vec!["per-user-with-ca"]),
        ("Enable MFA", &[], vec!["per-user-with-ca"]),
    ] {
        assert_eq!(said_on(&in_hand(command, users, []), &any_day()), said, "{command} {users:?}");
    }
}

#[test]
fn users_ticked_in_a_box_are_selected_as_well() {
    let row = element(Role::Row, "").with([
        element(Role::Checkbox, "Robin").state(State::Checked),
        element(Role::Cell, "").with([text("Enabled")]),
    ]);
    assert_eq!(said_on(&in_hand("Enable", &[("Disabled", false)], [row]), &any_day()), NONE);
}

#[test]
fn a_success_is_the_commands_where_it_begins_with_its_name_or_the_users_have_its_state() {
    let enabled: &[(&str, bool)] = &[("Enabled", true)];
    let disabled: &[(&str, bool)] = &[("Disabled", true)];
    for (command, users, notice, said) in [
        ("Enable MFA", enabled, "Enable MFA: done", vec!["tell-the-user.mfa-enabled"]),
        ("MFA の有効化", enabled, "MFA の有効化: 完了", vec!["tell-the-user.mfa-enabled"]),
        ("Enable MFA", enabled, "1 user was changed", vec!["tell-the-user.mfa-enabled"]),
        ("Enforce MFA", &[("Enforced", true)], "Saved", vec!["tell-the-user.mfa-enabled"]),
        ("Enable MFA", &[], "Enable MFA (1 user)", vec!["tell-the-user.mfa-enabled"]),
        // Something else was done before, and this is still ahead.
        ("Enable MFA", disabled, "The settings were saved", vec!["per-user-with-ca"]),
        // In Korean the command is the beginning of the word for a user.
        ("사용", disabled, "사용자를 변경했습니다", vec!["per-user-with-ca"]),
        ("Refresh", enabled, "1 user was changed", vec![]),
    ] {
        let page = in_hand(command, users, [success(notice)]);
        assert_eq!(said_on(&page, &any_day()), said, "{command} {notice}");
    }
    let advice = notice(Role::Status, "ms-MessageBar", "Enable MFA for all of your admins");
    assert_eq!(said_on(&per_user([advice]), &any_day()), NONE);
    let elsewhere = success("Require re-register MFA: done");
    let command = element(Role::MenuItem, "Require re-register MFA");
    let page = blade([command, elsewhere]);
    assert_eq!(said_on(&page, &any_day()), ["tell-the-user.re-registration"]);
}

#[test]
fn what_failed_or_changed_nothing_for_the_user_needs_no_message() {
    for (role, class, label) in [
        (Role::Status, "ms-MessageBar", "Revoke sessions"),
        (Role::Status, "ms-MessageBar--error", "Require re-register MFA"),
        (Role::Alert, "ms-MessageBar", "Require re-register MFA"),
        (Role::Generic, "ms-MessageBar", "Require re-register MFA"),
    ] {
        assert_eq!(
            said_on(&blade([notice(role, class, label)]), &any_day()),
            NONE,
            "{role:?} {class} {label}"
        );
    }
    let offer = element(Role::Status, "").with([text("Locked out?"), button("Reset password")]);
    assert_eq!(said_on(&blade([offer]), &any_day()), NONE);
}

#[test]
fn a_user_with_a_role_takes_a_higher_role_to_change() {
    let roles = |heading: &str, roles: &str| blade([around([text(heading), text(roles)])]);
    for (heading, roles_shown) in [
        ("Assigned roles", "Global Administrator"),
        ("Assigned roles:", "Reports Reader, Helpdesk Administrator"),
        ("割り当てられたロール", "グローバル管理者"),
    ] {
        assert_eq!(
            said_on(&roles(heading, roles_shown), &any_day()),
            ["admin-target.has-role"],
            "{roles_shown}"
        );
    }
    for (heading, roles_shown) in [
        ("Assigned roles", "None"),
        ("Assigned roles", "Reports Reader"),
        ("Assigned roles", "Not a Global Administrator"),
        ("Signed in as", "Global Administrator"),
    ] {
        assert_eq!(said_on(&roles(heading, roles_shown), &any_day()), NONE, "{roles_shown}");
    }
}

#[test]
fn commands_that_are_switched_off_say_which_role_they_take() {
    let off = || element(Role::MenuItem, "Require re-register MFA").state(State::Disabled);
    let page = |with: Vec<Element>| portal(around([admin_lists(TWO, &[])].into_iter().chain(with)));
    assert_eq!(said_on(&page(vec![off()]), &any_day()), ["admin-target.commands-disabled"]);
    let loading = element(Role::Generic, "").class("ms-Spinner");
    assert_eq!(said_on(&page(vec![off(), loading]), &any_day()), NONE, "while it loads");
    let behind = element(Role::Dialog, "").with([heading("Details"), button("Close")]);
    assert_eq!(said_on(&page(vec![off(), behind]), &any_day()), NONE, "behind a dialog");
}

#[test]
fn enabling_and_enforcing_are_warned_of_and_disabling_is_not() {
    let ask = |title: &str, yes: &str| {
        per_user([element(Role::AlertDialog, "").with([
            heading(title),
            element(Role::List, "")
                .with([element(Role::ListItem, "").with([text("Kim: Disabled")])]),
            button(yes),
            button("Cancel"),
        ])])
    };
    for (title, yes, said) in [
        ("Enable MFA", "Enable", vec!["per-user-with-ca"]),
        ("MFA を有効にする", "OK", vec!["per-user-with-ca"]),
        ("About enabling multi-factor auth", "enable multi-factor auth", vec!["per-user-with-ca"]),
        ("Are you sure?", "Enable", vec!["per-user-with-ca"]),
        ("Enforce MFA", "Enforce", vec!["enforced-by-hand", "per-user-with-ca"]),
        ("Disable MFA", "Disable", vec![]),
        ("User MFA settings", "Save", vec![]),
    ] {
        assert_eq!(said_on(&ask(title, yes), &any_day()), said, "{title}");
    }
}

#[test]
fn a_word_for_a_state_is_no_action() {
    // In Korean the state and the command are one word.
    let korean = element(Role::Row, "").with([
        element(Role::Cell, "").with([text("Kim")]),
        element(Role::Cell, "").with([text("사용")]),
    ]);
    assert_eq!(said_on(&per_user([korean]), &any_day()), NONE);
    let elsewhere = element(Role::Dialog, "").with([heading("Enable MFA"), button("Enable")]);
    assert_eq!(said_on(&blade([elsewhere]), &any_day()), NONE);
}

#[test]
fn the_three_settings_say_what_they_do_when_they_are_ticked_or_in_hand() {
    for (label, variant) in [
        ("Require selected users to provide contact methods again", "provide-again"),
        ("選択したユーザーについて連絡方法の再指定を必須にする", "provide-again"),
        (
            "Delete all existing app passwords generated by the selected users",
            "delete-app-passwords",
        ),
        ("Restore multi-factor authentication on all remembered devices", "restore-devices"),
    ] {
        for (state, end) in [(State::Checked, ""), (State::Focused, "-unticked")] {
            let said = [format!("contact-methods-again.{variant}{end}")];
            let pane = || {
                element(Role::Dialog, "Manage user settings").with([
                    element(Role::Checkbox, label).state(state),
                    text(label),
                    button("save"),
                ])
            };
            assert_eq!(said_on(&tab(LEGACY_PER_USER_MFA, pane()), &any_day()), said, "{label}");
            assert_eq!(said_on(&per_user([pane()]), &any_day()), said, "{label}");
        }
        let unticked = around([element(Role::Checkbox, label)]);
        assert_eq!(said_on(&tab(LEGACY_PER_USER_MFA, unticked), &any_day()), NONE, "{label}");
    }
}

#[test]
fn an_empty_list_of_users_may_be_a_long_one() {
    for (sentence, said) in [
        ("There are no users to display", vec!["no-users-to-display"]),
        ("There are no users to display.", vec!["no-users-to-display"]),
        ("表示するユーザーはいません", vec!["no-users-to-display"]),
        ("There are no users to display here today", vec![]),
    ] {
        assert_eq!(said_on(&per_user([text(sentence)]), &any_day()), said, "{sentence}");
    }
    let elsewhere = blade([text("There are no users to display")]);
    assert_eq!(said_on(&elsewhere, &any_day()), NONE);
}

#[test]
fn the_report_can_be_looked_at_as_a_whole() {
    let page = around([
        button("Download"),
        button("Refresh"),
        element(Role::Grid, "User registration details")
            .with([element(Role::ColumnHeader, "Methods registered")]),
    ]);
    for name in ["UserRegistrationDetails.ReactView", "Unnamed.ReactView"] {
        let report = portal_at(REGISTRATION_REPORT, name, page.clone());
        assert_eq!(said_on(&report, &any_day()), ["download-and-check"], "{name}");
    }
    assert_eq!(said_on(&blade([button("Download")]), &any_day()), NONE);
    assert_eq!(said_on(&tab(SECURITY_INFO, page), &any_day()), NONE);
}

#[test]
fn a_search_that_finds_nobody_is_no_limit_of_the_page() {
    let page = |typed: &str| {
        let search = textbox("Search", typed);
        per_user([around([search, text("There are no users to display")])])
    };
    assert_eq!(said_on(&page("nobody@x"), &any_day()), NONE);
    assert_eq!(said_on(&page(""), &any_day()), ["no-users-to-display"]);
    assert_eq!(said_on(&page("  "), &any_day()), ["no-users-to-display"]);
}

#[test]
fn what_stays_is_known_where_the_question_stands_in_the_shell() {
    let stays = |method: (&str, &str)| {
        let mut page = portal(admin_lists(&[("Mobile phone", "+1 4255550100"), method], &[]));
        let question = around([
            text("Require re-register multifactor authentication"),
            button("Yes"),
            button("No"),
        ]);
        let boxed = crate::describe::snapshot(USER_METHODS, question.class("fxs-messagebox"));
        page.frames[0].snapshot.nodes.extend(boxed.nodes.into_iter().map(|node| Node {
            id: node.id + 1000,
            parent: node.parent.map(|id| id + 1000),
            ..node
        }));
        said_on(&page, &any_day())
    };
    assert!(stays(("Passkey", "x")).contains(&"reregister-effect.some-stay".to_owned()));
    assert!(stays(("Hardware token", "x")).contains(&"reregister-effect".to_owned()));
}

#[test]
fn the_page_from_before_says_only_that_something_was_changed() {
    let done = element(Role::Dialog, "Updates successful")
        .with([heading("Updates successful"), button("close")]);
    for address in [LEGACY_PER_USER_MFA, PER_USER_MFA] {
        let page = tab(address, around([done.clone()]));
        assert_eq!(said_on(&page, &any_day()), ["tell-the-user.changed"], "{address}");
    }
    assert_eq!(said_on(&blade([done]), &any_day()), NONE);
    let prose = around([text("Updates successful")]);
    assert_eq!(said_on(&tab(LEGACY_PER_USER_MFA, prose), &any_day()), NONE, "no dialog");
}

#[test]
fn every_role_that_takes_a_higher_one_is_told() {
    for role in [
        "Application Administrator",
        "Authentication Policy Administrator",
        "Intune Administrator",
        "Teams Administrator",
        "Billing Administrator",
        "Hybrid Identity Administrator",
        "アプリケーション管理者",
        "課金管理者",
        "Teams 管理者",
    ] {
        let page = blade([around([text("Assigned roles"), text(role)])]);
        assert_eq!(said_on(&page, &any_day()), ["admin-target.has-role"], "{role}");
    }
    for role in ["Directory Readers", "Guest Inviter", "Authentication Administrator"] {
        let page = blade([around([text("Assigned roles"), text(role)])]);
        assert_eq!(said_on(&page, &any_day()), NONE, "an Authentication Administrator may: {role}");
    }
}

#[test]
fn a_link_that_is_called_like_the_line_about_roles_hides_it_from_nobody() {
    let menu = element(Role::Navigation, "").with(
        [
            "Overview",
            "Assigned roles",
            "Groups",
            "Devices",
            "Licenses",
            "Audit logs",
            "Sign-ins",
            "Help",
            "Feedback",
        ]
        .map(|name| element(Role::Link, name)),
    );
    let line = around([text("Assigned roles"), text("Global Administrator")]);
    assert_eq!(said_on(&blade([menu, line]), &any_day()), ["admin-target.has-role"]);
}

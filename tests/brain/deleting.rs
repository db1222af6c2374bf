//! What is said when a method is about to go, or a new one has come.

use crate::describe::{
    Element, SECURITY_INFO, USER_METHODS, admin_lists, any_day, around, button, combobox, element,
    findings, heading, portal, said_on, snapshot, tab, text, textbox,
};
use sparekey::{
    page::snapshot::{Node, Role, State, Tab},
    review::review,
};

const PHONE: (&str, &str) = ("Phone", "+81 9012345678");
const APP: (&str, &str) = ("Microsoft Authenticator", "Pixel 9");
const KEY: (&str, &str) = ("Security key", "YubiKey");
const EMAIL: (&str, &str) = ("Email", "a@contoso.example");
const PASS: (&str, &str) = ("Temporary Access Pass", "Expires in 1 hour");
const PASSWORD: (&str, &str) = ("Password", "Last updated: a year ago");
const NONE: &[&str] = &[];

/// Security info as a list; the password's row has no Delete.
fn page(rows: &[(&str, &str)], with: impl IntoIterator<Item = Element>) -> Tab {
    let rows = rows.iter().map(|(label, detail)| {
        let delete = (*label != "Password").then(|| button("Delete"));
        around([text(label), text(detail), button("Change")].into_iter().chain(delete))
    });
    let main = element(Role::Main, "").with([heading("Security info"), around(rows)]);
    tab(SECURITY_INFO, around(std::iter::once(main).chain(with)))
}

fn question(texts: &[&str]) -> Element {
    element(Role::Dialog, "").with(
        [heading("Delete")]
            .into_iter()
            .chain(texts.iter().map(|it| text(it)))
            .chain([button("Ok"), button("Cancel")]),
    )
}

/// What is said of the deletion alone.
fn of_deletion(page: &Tab) -> Vec<String> {
    let about = ["deleting-last", "default-goes", "remove-the-old", "one-phone-many-apps"];
    let mut said = said_on(page, &any_day());
    said.retain(|it| about.iter().any(|rule| it.starts_with(rule)));
    said
}

#[test]
fn deleting_the_last_method_that_counts_is_stopped() {
    for rows in [&[PHONE] as &[_], &[PHONE, PASSWORD], &[APP, PASSWORD], &[KEY, PASSWORD]] {
        assert_eq!(of_deletion(&page(rows, [question(&[])])), ["deleting-last.last"], "{rows:?}");
    }
}

#[test]
fn a_dialog_may_name_the_method_its_number_or_its_device() {
    for named in ["Phone", "+81 9012345678", "+81 90-1234-5678"] {
        let asked = page(&[PHONE, EMAIL, PASSWORD], [question(&[named])]);
        assert_eq!(of_deletion(&asked), ["deleting-last.last"], "{named}");
    }
    for named in ["Email", "a@contoso.example"] {
        let asked = page(&[PHONE, EMAIL, PASSWORD], [question(&[named])]);
        assert_eq!(of_deletion(&asked), NONE, "{named}");
    }
}

#[test]
fn a_dialog_that_does_not_say_which_gets_what_holds_of_the_last_one() {
    assert_eq!(
        of_deletion(&page(&[PHONE, EMAIL, PASSWORD], [question(&[])])),
        ["deleting-last.perhaps-last"]
    );
    assert_eq!(of_deletion(&page(&[PHONE, KEY, PASSWORD], [question(&[])])), NONE);
    let unknown = ("Retina scan", "Left eye");
    assert_eq!(of_deletion(&page(&[PHONE, unknown], [question(&[])])), NONE, "it may be a method");
}

#[test]
fn the_only_authenticator_goes_after_the_new_one_has_come() {
    assert_eq!(
        of_deletion(&page(&[APP, KEY], [question(&["Microsoft Authenticator"])])),
        ["deleting-last.only-authenticator"]
    );
    let second = ("Microsoft Authenticator", "iPhone 15");
    assert_eq!(of_deletion(&page(&[APP, second, KEY], [question(&["Pixel 9"])])), NONE);
    assert_eq!(of_deletion(&page(&[APP, KEY], [question(&["Security key"])])), NONE);
}

#[test]
fn a_pass_that_expires_does_not_stand_in_for_the_last_method() {
    for (rows, named, said) in [
        (&[PHONE, PASS, PASSWORD] as &[_], "Phone", vec!["deleting-last.last"]),
        (&[APP, PASS], "Microsoft Authenticator", vec!["deleting-last.last"]),
        (&[PHONE, PASS, PASSWORD], "", vec!["deleting-last.perhaps-last"]),
        (&[APP, KEY, PASS], "Microsoft Authenticator", vec!["deleting-last.only-authenticator"]),
        (&[PHONE, PASS], "Temporary Access Pass", vec![]),
        (&[PHONE, KEY, PASS], "", vec![]),
    ] {
        assert_eq!(of_deletion(&page(rows, [question(&[named])])), said, "{rows:?} {named}");
    }
}

#[test]
fn the_question_is_known_in_other_words_and_languages() {
    for (title, sentence) in [
        ("", "ご使用のアカウントでこの方法を削除しますか?"),
        ("削除", ""),
        ("Löschen", ""),
        ("", "Are you sure you would like to delete this method for your account?"),
    ] {
        let dialog =
            element(Role::AlertDialog, "").with([heading(title), text(sentence), button("OK")]);
        assert_eq!(of_deletion(&page(&[PHONE], [dialog])), ["deleting-last.last"], "{title}");
    }
    for title in ["Details", "Deleted", "Delete everything", "Change"] {
        let dialog = element(Role::Dialog, "").with([heading(title), button("OK")]);
        assert_eq!(of_deletion(&page(&[PHONE], [dialog])), NONE, "{title}");
    }
}

#[test]
fn the_rows_own_command_says_it_while_it_has_the_focus() {
    let rows = |focused: usize| {
        let row = |(index, (label, detail)): (usize, &(&str, &str))| {
            let delete = button("Delete");
            let delete = if index == focused { delete.state(State::Focused) } else { delete };
            around([text(label), text(detail), button("Change"), delete])
        };
        let rows = [PHONE, EMAIL];
        tab(
            SECURITY_INFO,
            element(Role::Main, "")
                .with([heading("Security info"), around(rows.iter().enumerate().map(row))]),
        )
    };
    assert_eq!(of_deletion(&rows(0)), ["deleting-last.last"]);
    assert_eq!(of_deletion(&rows(1)), NONE);
    assert_eq!(of_deletion(&rows(2)), NONE);
}

#[test]
fn in_the_portal_the_menu_belongs_to_the_row_whose_button_is_open() {
    let cell = |inside| element(Role::Cell, "").with([inside]);
    let row = |label: &str, open: bool| {
        let more = button("More actions");
        let more = if open { more.state(State::Expanded) } else { more };
        element(Role::Row, "").with([cell(text(label)), cell(text("x")), cell(more)])
    };
    let menu =
        element(Role::Menu, "").with([element(Role::MenuItem, "Delete").state(State::Focused)]);
    let blade = |open: bool| {
        portal(around([
            element(Role::Grid, "").with([row("Mobile phone", open), row("Email", !open)]),
            menu.clone(),
        ]))
    };
    assert_eq!(of_deletion(&blade(true)), ["deleting-last.last"]);
    assert_eq!(of_deletion(&blade(false)), NONE);
}

#[test]
fn an_admin_is_told_the_same() {
    let lists = admin_lists(&[("Mobile phone", "+1 4255550100")], &[KEY]);
    assert_eq!(
        of_deletion(&portal(around([lists, question(&["Mobile phone"])]))),
        ["deleting-last.last"],
        "what cannot be used does not help"
    );
}

fn default_line(method: &str) -> Element {
    around([text("Default sign-in method:"), text(method), button("Change")])
}

#[test]
fn deleting_the_default_is_told() {
    for (line, said) in [
        ("Phone - text +81 9012345678", vec!["default-goes.deleted"]),
        ("Phone – call +81 9012345678", vec!["default-goes.deleted"]),
        ("Phone", vec!["default-goes.deleted"]),
        (": Phone - text", vec!["default-goes.deleted"]),
        ("Security key", vec![]),
        ("Microsoft Authenticator - notification", vec![]),
        ("Something else - notification", vec![]),
    ] {
        let asked = page(&[PHONE, KEY], [default_line(line), question(&["Phone"])]);
        assert_eq!(of_deletion(&asked), said, "{line}");
    }
    let one_text =
        text("Sign-in method when most advisable is unavailable: Phone - text +81 9012345678");
    assert_eq!(
        of_deletion(&page(&[PHONE, KEY], [one_text, question(&["Phone"])])),
        ["default-goes.deleted"]
    );
}

#[test]
fn of_the_last_method_no_other_default_can_be_chosen() {
    let asked = page(&[PHONE, EMAIL], [default_line("Phone - text"), question(&["Phone"])]);
    assert_eq!(of_deletion(&asked), ["deleting-last.last"]);
}

#[test]
fn what_the_system_prefers_is_no_default() {
    let line = around([text("System preferred multifactor authentication"), text("Mobile phone")]);
    let lists = admin_lists(&[("Mobile phone", "+1 4255550100"), KEY], &[]);
    let page = portal(around([line, lists, question(&["Mobile phone"])]));
    assert_eq!(of_deletion(&page), NONE);
}

#[test]
fn choosing_another_default_is_told() {
    for title in ["Default sign-in method", "既定のサインイン方法"] {
        let dialog = element(Role::Dialog, "").with([
            heading(title),
            combobox("", "Phone - text +81 9012345678"),
            button("Confirm"),
        ]);
        assert_eq!(
            of_deletion(&page(&[PHONE, KEY], [dialog])),
            ["default-goes.changed"],
            "{title}"
        );
    }
    assert_eq!(of_deletion(&page(&[PHONE, KEY], [default_line("Phone - text")])), NONE);
}

#[test]
fn after_a_new_one_was_added_the_old_one_is_thought_of() {
    let done = |title: &str| element(Role::Dialog, "").with([heading(title), button("Done")]);
    for (rows, title, said) in [
        (&[APP, KEY] as &[_], "Authenticator added", vec!["remove-the-old.authenticator"]),
        (&[PHONE, KEY], "Phone number added", vec!["remove-the-old.phone"]),
        (&[KEY], "Authenticator added", vec![]),
        (&[APP], "Phone number added", vec![]),
        (&[APP], "Authenticator addition", vec![]),
    ] {
        assert_eq!(of_deletion(&page(rows, [done(title)])), said, "{rows:?} {title}");
    }
}

#[test]
fn a_second_number_of_a_kind_is_not_possible() {
    let card = |name: &str, label: &str| {
        element(Role::Dialog, "Add a sign-in method").with([button(label)
            .test_id(&format!("authmethod-picker-{name}"))
            .state(State::Focused)])
    };
    let pick = |rows: &[(&str, &str)], name: &str, label: &str| {
        of_deletion(&page(rows, [card(name, label)]))
    };
    assert_eq!(pick(&[PHONE, KEY], "mobilePhone", "Phone"), ["one-phone-many-apps.taken"]);
    assert_eq!(
        pick(&[PHONE, KEY], "altMobilePhone", "Alternate phone"),
        ["one-phone-many-apps.alternate"]
    );
    assert_eq!(pick(&[KEY], "altMobilePhone", "Alternate phone"), NONE);
    assert_eq!(pick(&[PHONE, KEY], "officePhone", "Office phone"), NONE);
    assert_eq!(pick(&[APP, KEY], "mobilePhone", "Phone"), NONE);
    assert_eq!(pick(&[APP, KEY], "authenticatorApp", "Microsoft Authenticator"), NONE);
}

#[test]
fn changing_a_number_is_not_adding_a_second_one() {
    let step = element(Role::Dialog, "").with([
        heading("Phone"),
        textbox("Phone number", ""),
        button("Next"),
    ]);
    assert_eq!(of_deletion(&page(&[PHONE, KEY], [step])), NONE);
    let step = |title: &str| {
        element(Role::Dialog, "").with([
            heading(title).test_id("reskin-step-title"),
            textbox("Phone number", ""),
            button("Next"),
        ])
    };
    let alternate = ("Alternate phone", "+81 8012345678");
    let title = "Add an alternate phone number";
    assert_eq!(of_deletion(&page(&[PHONE, alternate], [step(title)])), NONE);
    assert_eq!(
        of_deletion(&page(&[PHONE, KEY], [step(title)])),
        ["one-phone-many-apps.alternate"],
        "there is none to change"
    );
}

#[test]
fn the_admins_pane_says_the_kind_beside_the_number() {
    let pane = |kind: &str| {
        portal(around([
            admin_lists(&[("Mobile phone", "+1 4255550100"), KEY], &[]),
            around([
                combobox("Choose method", "Phone number"),
                combobox("Phone type", kind),
                textbox("Phone number", ""),
            ]),
        ]))
    };
    assert_eq!(of_deletion(&pane("Mobile")), ["one-phone-many-apps.taken"]);
    assert_eq!(of_deletion(&pane("Alternate mobile")), ["one-phone-many-apps.alternate"]);
    assert_eq!(of_deletion(&pane("Office")), NONE);
    assert_eq!(of_deletion(&pane("")), NONE, "not chosen yet");
}

#[test]
fn what_follows_from_the_kind_is_said_where_the_kind_was_chosen() {
    let pane = |method: &str, kind: &str| {
        let rows = [("Mobile phone", "+1 4255550100"), KEY];
        let fields = [
            combobox("Choose method", method),
            combobox("Phone type", kind),
            textbox("Phone number", ""),
        ];
        portal(around([admin_lists(&rows, &[]), around(fields)]))
    };
    let spot = |page: &Tab| {
        let found = findings(page, &any_day());
        let said = found.iter().find(|it| it.rule == "one-phone-many-apps").unwrap();
        let mut nodes = page.frames.iter().flat_map(|frame| &frame.snapshot.nodes);
        nodes.find(|node| node.id == said.node && node.role == Role::Combobox).unwrap().name.clone()
    };
    assert_eq!(spot(&pane("Phone number", "Alternate mobile")), "Phone type");
    assert_eq!(spot(&pane("Phone number", "Mobile")), "Choose method");
    // Some portals name the kind in the picker already.
    assert_eq!(spot(&pane("Alternate phone number", "")), "Choose method");
}

#[test]
fn the_default_stays_where_another_app_has_the_same_method() {
    let second = ("Microsoft Authenticator", "iPhone 15");
    let line = default_line("Microsoft Authenticator - notification");
    let asked = page(&[APP, second, KEY], [line.clone(), question(&["Pixel 9"])]);
    assert_eq!(of_deletion(&asked), NONE);
    let asked = page(&[APP, KEY], [line, question(&["Pixel 9"])]);
    assert_eq!(of_deletion(&asked), ["deleting-last.only-authenticator", "default-goes.deleted"]);
}

/// The portal's own message box, which has no role.
fn message_box(texts: &[&str]) -> Element {
    around(texts.iter().map(|it| text(it)).chain([button("OK"), button("Cancel")]))
        .class("fxs-messagebox")
}

#[test]
fn what_the_portals_message_box_says_is_no_list_of_methods() {
    let boxed = message_box(&["Delete", "Phone"]);
    let phone = [("Mobile phone", "+1 4255550100")];
    let alone = portal(around([admin_lists(&phone, &[]), boxed.clone()]));
    assert_eq!(of_deletion(&alone), ["deleting-last.last"]);
    assert!(said_on(&alone, &any_day()).contains(&"single-method".to_owned()));

    let three = [("Mobile phone", "+1 4255550100"), APP, KEY];
    let mut asked = portal(admin_lists(&three, &[]));
    asked.frames[0].snapshot.nodes.extend(in_the_shell(boxed));
    assert_eq!(said_on(&asked, &any_day()), NONE);
    let methods: Vec<&str> =
        review(&asked, &any_day()).methods.iter().map(|it| it.method).collect();
    assert_eq!(methods, ["mobile-phone", "authenticator", "security-key"]);
}

/// As more of the top frame's nodes.
fn in_the_shell(element: Element) -> impl Iterator<Item = Node> {
    let apart = |id: u32| id + 1000;
    snapshot(USER_METHODS, element).nodes.into_iter().map(move |node| Node {
        id: apart(node.id),
        parent: node.parent.map(apart),
        ..node
    })
}

#[test]
fn codes_of_an_app_are_no_second_authenticator() {
    for codes in ["Pixel 9", "Bitwarden"] {
        let codes = ("Time-based one-time password (TOTP)", codes);
        let asked = page(&[APP, codes, KEY], [question(&["Microsoft Authenticator"])]);
        assert_eq!(of_deletion(&asked), ["deleting-last.only-authenticator"], "{codes:?}");
    }
}

#[test]
fn one_app_in_two_rows_is_perhaps_the_last_way_in_whichever_row_goes() {
    let codes = ("Time-based one-time password (TOTP)", "Pixel 9");
    assert_eq!(of_deletion(&page(&[APP, codes], [question(&[])])), ["deleting-last.perhaps-last"]);
    let other = ("Time-based one-time password (TOTP)", "Bitwarden");
    assert_eq!(of_deletion(&page(&[APP, other], [question(&[])])), NONE);
}

#[test]
fn a_question_in_the_shell_is_about_the_list_in_the_blade() {
    let asked = |rows: &[(&str, &str)], texts: &[&str]| {
        let line = default_line("Phone - text +1 4255550100");
        let mut page = portal(around([line, admin_lists(rows, &[])]));
        page.frames[0].snapshot.nodes.extend(in_the_shell(message_box(texts)));
        of_deletion(&page)
    };
    let phone = ("Mobile phone", "+1 4255550100");
    assert_eq!(asked(&[phone], &["Delete", "Mobile phone"]), ["deleting-last.last"]);
    assert_eq!(asked(&[phone, EMAIL], &["Delete"]), ["deleting-last.perhaps-last"]);
    assert_eq!(asked(&[phone, KEY], &["Delete", "Mobile phone"]), ["default-goes.deleted"]);
    assert_eq!(asked(&[phone, KEY], &["Delete", "Security key"]), NONE);
    assert_eq!(asked(&[phone, KEY], &["Delete"]), NONE);
}

#[test]
fn a_deletion_that_locks_out_may_interrupt_and_one_that_only_moves_the_default_may_not() {
    let interrupts = |rows: &[(&str, &str)], rule: &str| {
        let line = default_line("Phone - text");
        let asked = page(rows, [line, question(&["+81 9012345678"])]);
        findings(&asked, &any_day()).iter().find(|it| it.rule == rule).map(|it| it.interrupts)
    };
    assert_eq!(interrupts(&[PHONE], "deleting-last"), Some(true));
    assert_eq!(interrupts(&[PHONE, KEY], "default-goes"), Some(false));
}

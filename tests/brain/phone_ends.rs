//! What is said while a phone is being picked as a method, whose texts and calls end.

use crate::describe::{
    BLADE, Element, LEGACY_PROOFUP, PERSONAL, REGISTER, SECURITY_INFO, USER_METHODS, admin_lists,
    around, button, combobox, element, findings, heading, on, portal_at, snapshot, tab, text,
    textbox, user_list,
};
use sparekey::{
    context::Context,
    finding::{Anchor, Finding, ParamValue, Severity},
    page::snapshot::{Frame, Role, State, Tab},
};

fn ends_soon(page: &Tab, context: &Context) -> Option<Finding> {
    let mut said = findings(page, context).into_iter().filter(|it| it.rule == "phone-ends-soon");
    let first = said.next();
    assert!(said.next().is_none(), "one phone, one hint");
    first
}

/// The picker of the current generation, with the focus on one of its cards.
fn card(name: &str, title: &str) -> Element {
    let card = |name: &str, title| {
        let test_id = format!("authmethod-picker-{name}");
        element(Role::ListItem, "").test_id(&test_id).with([text(title)])
    };
    element(Role::Dialog, "Add a sign-in method").with([
        card("authenticatorApp", "Microsoft Authenticator"),
        card(name, title).state(State::Focused),
    ])
}

/// The step of the user's pages that asks for the number.
fn step() -> Element {
    element(Role::Dialog, "Add your phone number").with([
        heading("Add your phone number"),
        combobox("Country code", "Japan (+81)"),
        textbox("Phone number", ""),
    ])
}

fn user_picker(value: &str) -> Element {
    element(Role::Dialog, "Add a method")
        .with([combobox("Which method would you like to add?", value)])
}

/// Every form in which a phone is picked: what it is, its address in the public cloud and in
/// another one, and the page.
fn forms() -> Vec<(&'static str, &'static str, &'static str, Element)> {
    const MY: (&str, &str) = (SECURITY_INFO, "https://mysignins.azure.us/security-info");
    const WIZARD: (&str, &str) = (REGISTER, "https://mysignins.azure.us/register");
    const ADMIN: (&str, &str) = (
        USER_METHODS,
        "https://entra.microsoft.us/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/UserAuthMethods/userId/1",
    );
    const LEGACY: (&str, &str) =
        (LEGACY_PROOFUP, "https://account.activedirectory.windowsazure.cn/proofup.aspx");
    let form =
        |what, (public, other): (&'static str, &'static str), page| (what, public, other, page);
    vec![
        form("card", MY, card("mobilePhone", "Phone")),
        form("card of the office phone", MY, card("officePhone", "Office phone")),
        form("card without a known name", MY, card("somethingNew", "Alternate phone")),
        form("drop-down", MY, user_picker("Phone")),
        form("drop-down, office", MY, user_picker("Office phone")),
        form("number step", MY, step()),
        form(
            "number step of the previous generation",
            MY,
            element(Role::Dialog, "Phone")
                .with([heading("Phone"), textbox("Enter phone number", "")]),
        ),
        form("card in the wizard", WIZARD, card("phone", "Phone")),
        form("number step of the wizard", WIZARD, element(Role::Main, "").with([step()])),
        form(
            "number step without a heading",
            WIZARD,
            around([combobox("Country code", "Japan (+81)"), textbox("Phone number", "")]),
        ),
        form("admin's pane", ADMIN, around([combobox("Choose method", "Phone number")])),
        form("admin's pane, office", ADMIN, around([combobox("Choose method", "Office phone")])),
        form(
            "admin's pane with its form",
            ADMIN,
            around([
                combobox("Choose method", "Phone number"),
                textbox("Phone number", "+81 9012345678"),
                combobox("Phone type", "Alternate mobile"),
            ]),
        ),
        form(
            "legacy page",
            LEGACY,
            around([
                heading("Step 1: How should we contact you?"),
                combobox("Step 1: How should we contact you?", "Authentication phone"),
            ]),
        ),
        form(
            "legacy page, office",
            LEGACY,
            around([combobox("Step 1: How should we contact you?", "Office phone")]),
        ),
    ]
}

fn page_at(address: &str, page: &Element) -> Tab {
    if address.contains("UserAuthMethods") {
        portal_at(address, "UserAuthMethods.ReactView", page.clone())
    } else {
        tab(address, page.clone())
    }
}

#[test]
fn it_is_said_wherever_a_phone_is_picked_and_ends_and_nowhere_else() {
    let days = [
        ("", None),
        ("2026-01-01", Some(("before", Severity::Tip, Some(396)))),
        ("2026-11-03", Some(("before", Severity::Tip, Some(90)))),
        ("2026-11-04", Some(("before", Severity::Warn, Some(89)))),
        ("2026-11-30", Some(("before", Severity::Warn, Some(63)))),
        ("2027-01-31", Some(("before", Severity::Warn, Some(1)))),
        ("2027-02-01", Some(("after", Severity::Warn, None))),
        ("2027-06-30", Some(("after", Severity::Warn, None))),
        ("2027-07-01", Some(("for-nobody", Severity::Warn, None))),
        ("2030-01-01", Some(("for-nobody", Severity::Warn, None))),
    ];
    let mut wrong = Vec::new();
    for (what, public, other, page) in forms() {
        for (address, is_public) in [(public, true), (other, false)] {
            for own_provider in [false, true] {
                for (day, expected) in days {
                    let mut context = on(day);
                    context.policy.telecom_provider_configured = own_provider;
                    let found = ends_soon(&page_at(address, &page), &context);
                    let found = found.as_ref().map(|it| {
                        let count = it.params.iter().find_map(|param| match param.value {
                            ParamValue::Days { count } => Some(count),
                            _ => None,
                        });
                        (it.variant.unwrap(), it.severity, count)
                    });
                    let expected = expected.filter(|_| is_public && !own_provider);
                    if found != expected {
                        wrong.push(format!("{what} {address} {own_provider} {day}: {found:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn other_choices_and_other_pages_are_left_alone() {
    let legacy = |value| around([combobox("Step 1: How should we contact you?", value)]);
    for (address, page) in [
        (SECURITY_INFO, card("authenticatorApp", "Microsoft Authenticator")),
        (SECURITY_INFO, card("email", "Email")),
        (SECURITY_INFO, user_picker("Email")),
        (SECURITY_INFO, around([combobox("Default sign-in method", "Phone")])),
        (SECURITY_INFO, user_list(&[("Phone", "+81 9012345678"), ("Passkey", "x")])),
        (
            REGISTER,
            element(Role::Main, "").with([
                heading("Install Microsoft Authenticator").test_id("reskin-step-title"),
                button("Next"),
            ]),
        ),
        (USER_METHODS, around([combobox("Choose method", "Email")])),
        (USER_METHODS, around([combobox("Choose method", "Temporary Access Pass")])),
        (USER_METHODS, around([combobox("Choose method", "Choose method")])),
        // A number that is registered is not being picked.
        (USER_METHODS, around([textbox("Phone number", "+81 9012345678")])),
        (LEGACY_PROOFUP, legacy("Mobile app")),
        (
            LEGACY_PROOFUP,
            around([
                combobox("what's your preferred option?", "Text code to my authentication phone"),
                textbox("Office phone", "2079460123"),
            ]),
        ),
        (PERSONAL, card("mobilePhone", "Phone")),
        (PERSONAL, step()),
        (PERSONAL, around([combobox("What would you like to add?", "Phone")])),
    ] {
        let found = ends_soon(&page_at(address, &page), &on("2026-11-30"));
        assert_eq!(found, None, "{address} {:?}", snapshot(address, page).nodes);
    }
}

/// A hint at the field would come back with each key, and lie in the way of those about the number.
#[test]
fn in_a_step_it_stands_at_the_title() {
    let said = ends_soon(&tab(SECURITY_INFO, step()), &on("2026-11-30")).unwrap();
    let page = snapshot(SECURITY_INFO, step());
    let node = page.nodes.iter().find(|it| it.id == said.node).unwrap();
    assert_eq!((said.anchor, node.role), (Anchor::Choice, Role::Heading));
}

#[test]
fn on_the_legacy_form_it_is_said_of_the_number_that_is_being_typed() {
    let form = |typing: bool| {
        let field = textbox("Authentication phone", "90");
        let field = if typing { field.state(State::Focused) } else { field };
        tab(LEGACY_PROOFUP, around([field, textbox("Office phone", "2079460123")]))
    };
    assert_eq!(ends_soon(&form(false), &on("2026-11-30")), None);
    assert_eq!(ends_soon(&form(true), &on("2026-11-30")).map(|it| it.anchor), Some(Anchor::Field));
}

/// A user's list beside the pane in which an admin adds a method: in one frame, or in two.
fn beside_list(rows: &[(&str, &str)], in_one_frame: bool) -> Tab {
    let pane = || around([combobox("Choose method", "Phone number")]);
    if in_one_frame {
        return portal_at(
            USER_METHODS,
            "UserAuthMethods.ReactView",
            around([admin_lists(rows, &[]), pane()]),
        );
    }
    // The shell has the frames of both.
    let frames = ["UserAuthMethods.ReactView", "AddAuthMethod.ReactView"];
    let shell = frames.map(|name| {
        let origin = "https://sandbox-1.reactblade.portal.azure.net";
        element(Role::Frame, name).value(origin)
    });
    let mut page = tab(USER_METHODS, around(shell));
    let contents = [admin_lists(rows, &[]), pane()];
    for (id, (name, content)) in (5..).zip(frames.into_iter().zip(contents)) {
        let mut frame = snapshot(BLADE, content);
        name.clone_into(&mut frame.frame_name);
        page.frames.push(Frame { id, snapshot: frame });
    }
    page
}

#[test]
fn early_it_is_a_warning_only_where_nothing_that_lasts_is_known_to_be_there() {
    let early = on("2026-06-01");
    for in_one_frame in [true, false] {
        for (rows, severity) in [
            (&[("Email", "a@contoso.example")] as &[(&str, &str)], Severity::Warn),
            (&[("Office phone", "+81 312345678")], Severity::Warn),
            (&[("Temporary Access Pass", "")], Severity::Warn),
            (&[("Microsoft Authenticator", "Pixel 9")], Severity::Tip),
            (&[("Email", "a@contoso.example"), ("Passkey", "x")], Severity::Tip),
            (&[("Retina scan", "left eye")], Severity::Tip),
        ] {
            let found = ends_soon(&beside_list(rows, in_one_frame), &early);
            assert_eq!(found.map(|it| it.severity), Some(severity), "{rows:?} {in_one_frame}");
        }
    }
}

#[test]
fn the_end_is_told_once_in_one_view() {
    let rows = [("Phone number", "Primary mobile: +81 9012345678")];
    for day in ["2026-11-30", "2027-01-20", "2027-02-01", "2027-08-01"] {
        for in_one_frame in [true, false] {
            let page = beside_list(&rows, in_one_frame);
            let said = |context: &Context| -> Vec<&'static str> {
                let ends = ["phone-only", "phone-ends-soon"];
                let found = findings(&page, context).into_iter().map(|it| it.rule);
                found.filter(|it| ends.contains(it)).collect()
            };
            assert_eq!(said(&on(day)), ["phone-ends-soon"], "{day} {in_one_frame}");
            let mut silenced = on(day);
            silenced.settings.silenced_rules = vec!["phone-ends-soon".to_owned()];
            assert_eq!(said(&silenced), ["phone-only"], "{day} {in_one_frame}");
        }
    }
}

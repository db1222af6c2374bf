//! Pages that want to do harm: too large, too deep, contradicting themselves.

use crate::describe::{
    LEGACY_PER_USER_MFA, LEGACY_PROOFUP, PER_USER_MFA, PERSONAL, REGISTRATION_REPORT,
    SECURITY_INFO, USER_METHODS, any_day, around, portal, said_on, tab, textbox, user_list,
};
use sparekey::{
    page::snapshot::{Frame, Node, Role, Snapshot, Tab},
    review::review,
};
use std::time::{Duration, Instant};

fn page_of(nodes: Vec<Node>) -> Tab {
    let snapshot = Snapshot {
        address: SECURITY_INFO.to_owned(),
        on_screen: true,
        nodes,
        ..Snapshot::default()
    };
    Tab { frames: vec![Frame { id: 0, snapshot }] }
}

fn node(id: u32, parent: Option<u32>, role: Role, name: &str) -> Node {
    Node { id, parent, role, name: name.to_owned(), ..Node::default() }
}

fn within_a_second(page: &Tab) {
    let begun = Instant::now();
    let _ = review(page, &any_day());
    // Unoptimized and on a busy machine; what must not happen is minutes.
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn a_page_of_ten_thousand_levels_is_answered() {
    within_a_second(&page_of(
        (1..10_000)
            .map(|id| node(id, id.checked_sub(1).filter(|it| *it > 0), Role::Generic, "Phone"))
            .collect(),
    ));
}

#[test]
fn a_page_of_fifty_thousand_rows_is_answered() {
    let rows = (1..50_000).map(|id| node(id, (id > 1).then_some(1), Role::Text, "Phone"));
    within_a_second(&page_of(rows.collect()));
}

#[test]
fn thousands_of_labels_fields_and_buttons_side_by_side_are_answered() {
    let rows = (1..6_000).map(|id| match id % 3 {
        0 => node(id, Some(1), Role::Textbox, "Phone number"),
        1 => node(id, (id > 1).then_some(1), Role::Text, "Phone"),
        _ => node(id, Some(1), Role::Button, "Delete"),
    });
    within_a_second(&page_of(rows.collect()));
}

#[test]
fn dialogs_in_dialogs_full_of_known_labels_are_answered_at_every_place() {
    let labels = [
        "Delete",
        "Require re-register MFA",
        "Enable MFA",
        "Default sign-in method: Phone - text",
        "I don't have any of these",
        "Assigned roles",
        "Phone",
    ];
    for address in [
        SECURITY_INFO,
        USER_METHODS,
        PER_USER_MFA,
        REGISTRATION_REPORT,
        LEGACY_PER_USER_MFA,
        LEGACY_PROOFUP,
        PERSONAL,
    ] {
        let nodes = (1..20_000_u32).map(|id| {
            let role = if id < 200 { Role::Dialog } else { Role::Text };
            let parent = if id < 200 { id.checked_sub(1) } else { Some(1 + id % 198) };
            node(id, parent.filter(|it| *it > 0), role, labels[id as usize % labels.len()])
        });
        let mut page = page_of(nodes.collect());
        address.clone_into(&mut page.frames[0].snapshot.address);
        within_a_second(&page);
    }
}

#[test]
fn parents_that_do_not_exist_come_later_or_are_themselves_are_survived() {
    within_a_second(&page_of(vec![
        node(1, Some(1), Role::Main, ""),
        node(2, Some(9), Role::Text, "Phone"),
        node(3, Some(2), Role::Row, "Email"),
        node(2, Some(3), Role::Button, "Delete"),
        node(0, Some(0), Role::Text, "Phone"),
        node(9, Some(2), Role::Text, "Phone"),
    ]));
}

#[test]
fn a_field_of_ten_thousand_characters_gets_a_clear_answer() {
    let said = said_on(&portal(around([textbox("Phone number", &"9".repeat(10_000))])), &any_day());
    assert_eq!(said.first().map(String::as_str), Some("not-a-number.too-much-text"));
}

#[test]
fn a_tab_without_frames_and_a_frame_without_nodes_are_answered() {
    assert!(review(&Tab::default(), &any_day()).frames.is_empty());
    assert!(said_on(&page_of(Vec::new()), &any_day()).is_empty());
}

#[test]
fn a_name_of_a_hundred_thousand_characters_is_no_label() {
    let page = tab(SECURITY_INFO, user_list(&[(&"Phone ".repeat(20_000), "+81 9012345678")]));
    assert!(said_on(&page, &any_day()).is_empty());
}

#[test]
fn thousands_of_drop_downs_inside_one_another_beside_fields_are_answered() {
    let nodes = (1..20_000_u32).map(|id| match id {
        1..=6 => node(id, id.checked_sub(1).filter(|it| *it > 0), Role::Group, ""),
        7..=10 => node(id, Some(6), Role::Textbox, "Phone number"),
        11..190 => node(id, Some(if id == 11 { 6 } else { id - 1 }), Role::Combobox, "Country"),
        _ => node(id, Some(189), Role::Combobox, "Phone type"),
    });
    within_a_second(&page_of(nodes.collect()));
}

#[test]
fn a_question_with_thousands_of_texts_about_hundreds_of_rows_is_answered() {
    let rows = (0..240).flat_map(|row| {
        let id = 10 + row * 4;
        [
            node(id, Some(1), Role::Row, ""),
            node(id + 1, Some(id), Role::Text, "Phone"),
            node(id + 2, Some(id), Role::Text, "+81 9012345678"),
            node(id + 3, Some(id), Role::Button, "Delete"),
        ]
    });
    let dialog =
        [node(2_000, None, Role::Dialog, ""), node(2_001, Some(2_000), Role::Heading, "Delete")];
    let texts = (2_002..19_000).map(|id| node(id, Some(2_000), Role::Text, "+81 90-0000-0000"));
    let page = [node(1, None, Role::Grid, "")].into_iter().chain(rows).chain(dialog).chain(texts);
    within_a_second(&page_of(page.collect()));
}

//! Which address is which place, and which frame of a tab shows it.

use crate::describe::{
    BLADE, LEGACY_PROOFUP, PERSONAL, SECURITY_INFO, USER_METHODS, any_day, around, button,
    combobox, element, heading, portal, said_on, snapshot, tab, user_list,
};
use crate::documents::every_language;
use serde::Deserialize;
use sparekey::{
    cloud::Cloud,
    finding::Audience,
    page::{
        Page,
        place::{BLADE_HOSTS, Place, SECURITY_INFO_ADDRESS, Shown, at, is_blade},
        snapshot::{Frame, Role, Tab},
    },
    review::{Silence, review},
};

/// What each frame shows.
fn shown_by_frames(tab: &Tab) -> Vec<Option<Shown>> {
    Page::in_frames(tab).into_iter().map(|page| Some(page?.shown)).collect()
}

#[derive(Deserialize)]
struct Row {
    address: String,
    /// The id of the place.
    place: Option<String>,
    /// Whether the content script is awake there.
    watched: bool,
    /// Whether a frame there may be one of the portal's blades.
    blade: bool,
}

/// The table holds of the content script, too: `extension/tests/watch.test.ts` reads it.
fn addresses() -> Vec<Row> {
    serde_json::from_str(include_str!("../data/addresses.json")).unwrap()
}

#[test]
fn every_address_is_the_place_that_the_table_says() {
    for Row { address, place, watched, blade } in addresses() {
        let found = at(&address).map(|shown| shown.place.id());
        assert_eq!(found, place.as_deref(), "{address}");
        assert_eq!(found.is_some(), watched, "{address}");
        assert_eq!(is_blade(&address), blade, "{address}");
    }
}

#[test]
fn the_table_has_every_host_and_what_is_no_address() {
    let addresses = addresses();
    let is_tried = |host: &str, holds: fn(&Row) -> bool| {
        let begin = format!("https://{host}/");
        addresses.iter().any(|row| holds(row) && row.address.starts_with(&begin))
    };
    for place in Place::ALL {
        assert!(addresses.iter().any(|row| row.place.as_deref() == Some(place.id())));
        for host in place.watched().hosts {
            assert!(is_tried(host.name, |row| row.watched), "{host:?}");
        }
    }
    for host in BLADE_HOSTS {
        let tried = |row: &&Row| row.blade && row.address.contains(host);
        assert!(addresses.iter().find(tried).is_some(), "{host}");
    }
    for text in ["", "about:blank", "https://", "https:///security-info"] {
        assert_eq!((at(text), is_blade(text)), (None, false), "{text}");
    }
    let endless = "x".repeat(100_000);
    assert_eq!(at(&format!("https://entra.microsoft.com/#view/{endless}/UserAuthMethods")), None);
}

#[test]
fn clouds_are_told_apart_by_host() {
    let cloud = |address: &str| at(address).map(|shown| shown.cloud);
    assert_eq!(cloud(SECURITY_INFO), Some(Cloud::Public));
    assert_eq!(cloud("https://mysignins.azure.us/security-info"), Some(Cloud::UsGov));
    assert_eq!(cloud("https://portal.azure.cn/#view/X/~/UserAuthMethods"), Some(Cloud::China));
    assert_eq!(
        cloud("https://account.activedirectory.windowsazure.cn/proofup.aspx"),
        Some(Cloud::China)
    );
    assert_eq!(cloud(LEGACY_PROOFUP), Some(Cloud::Public));
    assert_eq!(cloud(PERSONAL), Some(Cloud::Public));
}

#[test]
fn every_place_has_an_id_of_its_own_and_a_name_in_every_language() {
    let mut ids: Vec<&str> = Place::ALL.iter().map(|place| place.id()).collect();
    for (language, texts) in every_language() {
        for id in &ids {
            let key = format!("place_{}", id.replace('-', "_"));
            assert!(texts.contains_key(&key), "{language} {id}");
        }
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(Place::ALL.len(), ids.len());
}

#[test]
fn a_places_id_is_what_is_written_of_it() {
    for place in Place::ALL {
        assert_eq!(serde_json::to_value(place).unwrap(), place.id());
    }
}

#[test]
fn whoever_sees_their_own_account_is_a_user_and_the_others_are_admins() {
    let admins = ["user-methods", "per-user-mfa", "registration-report", "legacy-per-user-mfa"];
    for place in Place::ALL {
        let expected = if admins.contains(&place.id()) { Audience::Admin } else { Audience::User };
        assert_eq!(place.audience(), expected, "{}", place.id());
    }
}

#[test]
fn no_sign_in_host_is_watched_and_the_watch_list_is_in_lower_case() {
    for place in Place::ALL {
        let watched = place.watched();
        let hosts = watched.hosts.iter().map(|host| host.name);
        let others = watched.paths.iter().chain(watched.fragments);
        for text in hosts.chain(others.copied()) {
            assert_eq!(text, text.to_lowercase());
            assert!(!text.starts_with("login."), "{text}");
        }
    }
    assert!(BLADE_HOSTS.contains(&"reactblade-ms.portal.azure.net"));
    assert!(BLADE_HOSTS.contains(&"reactblade-rc.portal.azure.net"));
}

#[test]
fn an_unknown_page_is_answered_with_silence() {
    let page =
        tab("https://www.example.com/security-info", user_list(&[("Phone", "+81 9012345678")]));
    let review = review(&page, &any_day());
    assert_eq!(review.silence, Some(Silence::UnknownPage));
    assert_eq!(review.place, None);
    assert!(review.frames[0].findings.is_empty() && review.methods.is_empty());
}

fn blade_list() -> crate::describe::Element {
    crate::describe::admin_lists(&[("Phone number", "+81 9012345678")], &[])
}

#[test]
fn a_blade_belongs_to_the_place_of_the_top_frame() {
    assert!(said_on(&portal(blade_list()), &any_day()).contains(&"single-method".to_owned()));
}

#[test]
fn without_its_top_frame_a_blade_is_nobodys_place() {
    let mut page = portal(blade_list());
    page.frames.remove(0);
    assert_eq!(shown_by_frames(&page), [None]);
}

#[test]
fn under_another_address_a_blade_is_nobodys_place() {
    let mut page = portal(blade_list());
    "https://entra.microsoft.com/#home".clone_into(&mut page.frames[0].snapshot.address);
    assert_eq!(shown_by_frames(&page), [None, None]);
}

#[test]
fn a_frame_that_is_kept_warm_is_nobodys_place() {
    let mut off_screen = portal(blade_list());
    off_screen.frames[1].snapshot.on_screen = false;
    assert_eq!(shown_by_frames(&off_screen)[1], None);

    // Hidden with `visibility`: an intersection observer still sees it, the top frame does not.
    let mut not_rendered = portal(blade_list());
    "https://sandbox-2.reactblade.portal.azure.net/x"
        .clone_into(&mut not_rendered.frames[1].snapshot.address);
    assert_eq!(shown_by_frames(&not_rendered)[1], None);
}

#[test]
fn a_frame_with_another_blade_is_nobodys_place() {
    let mut page = portal(around([heading("Users"), button("Reset password")]));
    "AppList.ReactView".clone_into(&mut page.frames[1].snapshot.frame_name);
    "AppList.ReactView".clone_into(&mut page.frames[0].snapshot.nodes[1].name);
    assert_eq!(shown_by_frames(&page)[1], None);
}

#[test]
fn a_pane_in_its_own_frame_is_known_by_its_name_or_by_what_it_asks() {
    for (name, label) in [
        ("AddAuthMethod.ReactView", "Methode"),
        ("AddUserAuthenticationMethod.ReactView", ""),
        ("Unnamed.ReactView", "Choose method"),
        ("Unnamed.ReactView", "方法の選択"),
    ] {
        let mut page = portal(blade_list());
        let pane =
            element(Role::Frame, name).value("https://sandbox-2.reactblade-ms.portal.azure.net");
        page.frames[0].snapshot = snapshot(
            USER_METHODS,
            around([
                element(Role::Frame, "UserAuthMethods.ReactView")
                    .value("https://sandbox-1.reactblade.portal.azure.net"),
                pane,
            ]),
        );
        let mut own = snapshot(
            "https://sandbox-2.reactblade-ms.portal.azure.net/x",
            around([combobox(label, "Email")]),
        );
        name.clone_into(&mut own.frame_name);
        page.frames.push(Frame { id: 9, snapshot: own });
        assert!(
            said_on(&page, &any_day()).contains(&"email-is-not-mfa".to_owned()),
            "{name} {label}"
        );
    }
}

#[test]
fn only_the_portals_own_hosts_can_show_a_blade() {
    for host in
        ["evil.example", "reactblade.portal.azure.net.evil.example", "xreactblade.portal.azure.net"]
    {
        let mut page = portal(blade_list());
        page.frames[1].snapshot.address = format!("https://{host}/x");
        page.frames[0].snapshot.nodes[1].value = format!("https://{host}");
        assert_eq!(shown_by_frames(&page)[1], None, "{host}");
    }
    for host in BLADE_HOSTS {
        let mut page = portal(blade_list());
        page.frames[1].snapshot.address = format!("https://{host}/x");
        page.frames[0].snapshot.nodes[1].value = format!("https://{host}");
        assert!(shown_by_frames(&page)[1].is_some(), "{host}");
    }
}

#[test]
fn frames_are_answered_in_their_order() {
    let page: Tab = portal(blade_list());
    let ids: Vec<u64> = review(&page, &any_day()).frames.iter().map(|frame| frame.id).collect();
    assert_eq!(ids, [0, 5]);
    assert!(BLADE.starts_with("https://"));
}

#[test]
fn where_people_are_led_to_is_the_page_that_it_is_said_to_be() {
    let shown = at(SECURITY_INFO_ADDRESS).expect("a page that is known");
    assert_eq!((shown.place, shown.cloud), (Place::SecurityInfo, Cloud::Public));
}

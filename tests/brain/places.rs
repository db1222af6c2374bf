//! Which address is which place, and which frame of a tab shows it.

use crate::describe::{
    BLADE, LEGACY_PER_USER_MFA, LEGACY_PROOFUP, PER_USER_MFA, PERSONAL, REGISTRATION_REPORT,
    SECURITY_INFO, USER_METHODS, any_day, around, button, combobox, element, heading, portal,
    said_on, snapshot, tab, user_list,
};
use crate::documents::every_language;
use sparekey::{
    cloud::Cloud,
    finding::Audience,
    page::{
        place::{BLADE_HOSTS, Place, SECURITY_INFO_ADDRESS, WATCHED, at, shown_by_frames},
        snapshot::{Frame, Role, Tab},
    },
    review::{Silence, review},
};

fn place_at(address: &str) -> Option<Place> {
    at(address).map(|shown| shown.place)
}

#[test]
fn every_known_address_is_its_place() {
    for (address, place) in [
        ("https://mysignins.microsoft.com/security-info", Place::SecurityInfo),
        ("https://mysignins.microsoft.com/security-info/", Place::SecurityInfo),
        ("https://mysignins.microsoft.com/Security-Info?lng=ja", Place::SecurityInfo),
        ("https://mysignins.microsoft.com:443/security-info", Place::SecurityInfo),
        ("https://mysignins.azure.us/security-info", Place::SecurityInfo),
        ("https://mysignins.microsoft.com/register", Place::Register),
        ("https://mysignins.azure.us/register", Place::Register),
        (USER_METHODS, Place::UserMethods),
        (
            "https://entra.microsoft.com/contoso.example/#view/Microsoft_AAD_IAM/UserDetailsMenuBlade/~/UserAuthMethods/userId/1",
            Place::UserMethods,
        ),
        (
            "https://portal.azure.com/#blade/Microsoft_AAD_IAM/UserDetailsMenuBlade/UserAuthMethods/userId/1",
            Place::UserMethods,
        ),
        (
            "https://portal.azure.com/#view/Any_Namespace/UserProfileMenuBlade/~/userauthmethods/overview/userId/1",
            Place::UserMethods,
        ),
        ("https://ms.portal.azure.com/#view/X/Y/~/UserAuthMethods", Place::UserMethods),
        ("https://rc.portal.azure.com/#view/X/Y/~/UserAuthMethods", Place::UserMethods),
        ("https://preview.portal.azure.com/#view/X/Y/~/UserAuthMethods", Place::UserMethods),
        ("https://entra.microsoft.us/#view/X/Y/~/UserAuthMethods/userId/1", Place::UserMethods),
        ("https://portal.azure.us/#view/X/Y/~/UserAuthMethods/userId/1", Place::UserMethods),
        (
            "https://entra.microsoftonline.cn/#view/X/Y/~/UserAuthMethods/userId/1",
            Place::UserMethods,
        ),
        ("https://portal.azure.cn/#view/X/Y/~/UserAuthMethods/userId/1", Place::UserMethods),
        (PER_USER_MFA, Place::PerUserMfa),
        (
            "https://entra.microsoft.com/#view/Microsoft_AAD_AuthenticationMethods/MultifactorAuthenticationConfig.ReactView/tabId/users",
            Place::PerUserMfa,
        ),
        (
            "https://portal.azure.us/#view/Microsoft_AAD_IAM/MultifactorAuthenticationConfig.ReactView",
            Place::PerUserMfa,
        ),
        (REGISTRATION_REPORT, Place::RegistrationReport),
        (
            "https://portal.azure.cn/#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/UserRegistrationDetails",
            Place::RegistrationReport,
        ),
        (LEGACY_PER_USER_MFA, Place::LegacyPerUserMfa),
        (
            "https://account.activedirectory.windowsazure.com/UserManagement/MultifactorVerification.aspx?tenantId=1",
            Place::LegacyPerUserMfa,
        ),
        (LEGACY_PROOFUP, Place::LegacyProofup),
        ("https://account.activedirectory.windowsazure.cn/proofup.aspx", Place::LegacyProofup),
        (PERSONAL, Place::Personal),
        ("https://account.live.com/proofs/Add?mkt=ja-JP", Place::Personal),
        ("https://account.live.com/proofs/manage/additional", Place::Personal),
    ] {
        assert_eq!(place_at(address), Some(place), "{address}");
    }
}

#[test]
fn every_other_address_is_none() {
    for address in [
        "",
        "about:blank",
        "https://login.microsoftonline.com/common/oauth2/authorize#view/X/~/UserAuthMethods",
        "https://login.microsoftonline.us/security-info",
        "https://login.live.com/register",
        "http://mysignins.microsoft.com/security-info",
        "https://mysignins.microsoft.com/",
        "https://mysignins.microsoft.com/recent-activity",
        "https://mysignins.microsoft.com/security-information",
        "https://mysignins.microsoft.com/registered",
        "https://mysignins.microsoft.com.example/security-info",
        "https://evil.example/mysignins.microsoft.com/security-info",
        "https://mysignins.microsoft.com@evil.example/security-info",
        "https://mysignins.microsoft.com:8443/security-info",
        "https://xmysignins.microsoft.com/security-info",
        "https://entra.microsoft.com/",
        "https://entra.microsoft.com/UserAuthMethods",
        "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods",
        "https://entra.microsoft.com/#view/X/UserAuthMethodsPolicy",
        "https://entra.microsoft.com/#view/X/NotUserAuthMethods",
        "https://entra.microsoft.com/#search/UserAuthMethods",
        "https://account.live.com/password/reset",
        "https://account.live.com/proofsheet",
        "https://account.microsoft.com/proofs/Manage",
        "https://account.activedirectory.windowsazure.com/usermanagement/mfasettings.aspx",
        "https://account.activedirectory.windowsazure.com/r#/applications",
        "https://entra.microsoft.com/#view/X/MultifactorAuthenticationConfig.ReactViewer",
        "https://entra.microsoft.com/#view/X/AuthenticationMethodsMenuBlade/~/UserRegistrationDetailsOld",
        "https://sandbox-1.reactblade.portal.azure.net/#view/X/~/UserAuthMethods",
    ] {
        assert_eq!(place_at(address), None, "{address}");
    }
    assert_eq!(
        place_at(&format!(
            "https://entra.microsoft.com/#view/{}/UserAuthMethods",
            "x".repeat(100_000)
        )),
        None
    );
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
fn every_place_is_watched_and_has_a_name_in_every_language() {
    let mut ids: Vec<&str> = Place::ALL.iter().map(|place| place.id()).collect();
    assert_eq!(WATCHED.len(), ids.len());
    for (language, texts) in every_language() {
        for id in &ids {
            let key = format!("place_{}", id.replace('-', "_"));
            assert!(texts.contains_key(&key), "{language} {id}");
        }
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(WATCHED.len(), ids.len());
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
    for watched in WATCHED {
        let texts = watched.hosts.iter().chain(watched.paths).chain(watched.fragments);
        for text in texts {
            assert_eq!(*text, text.to_lowercase());
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
fn a_tenant_may_stand_at_the_front_of_the_fragment() {
    for (address, place) in [
        (
            "https://portal.azure.com/#@contoso.onmicrosoft.com/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/UserAuthMethods/userId/1",
            Some(Place::UserMethods),
        ),
        (
            "https://portal.azure.com/#@72f988bf/blade/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/UserRegistrationDetails",
            Some(Place::RegistrationReport),
        ),
        ("https://portal.azure.com/#@contoso.onmicrosoft.com", None),
        ("https://portal.azure.com/#@a/@b/view/x/~/UserAuthMethods", None),
        ("https://portal.azure.com/#@contoso.onmicrosoft.com/resource/UserAuthMethods", None),
    ] {
        assert_eq!(at(address).map(|shown| shown.place), place, "{address}");
    }
}

#[test]
fn where_people_are_led_to_is_the_page_that_it_is_said_to_be() {
    let shown = at(SECURITY_INFO_ADDRESS).expect("a page that is known");
    assert_eq!((shown.place, shown.cloud), (Place::SecurityInfo, Cloud::Public));
}

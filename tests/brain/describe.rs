//! Describes pages by hand, as the eyes would, for tests that need one page in many shapes.

use sparekey::{
    context::Context,
    finding::Finding,
    page::snapshot::{Frame, Node, Role, Snapshot, State, Tab},
    review::{Review, review},
};

pub(crate) const SECURITY_INFO: &str = "https://mysignins.microsoft.com/security-info";
pub(crate) const REGISTER: &str = "https://mysignins.microsoft.com/register";
pub(crate) const USER_METHODS: &str = "https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/UserAuthMethods/userId/1/hidePreviewBanner~/true";
pub(crate) const PER_USER_MFA: &str = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/MultifactorAuthenticationConfig.ReactView/tabId/users";
pub(crate) const REGISTRATION_REPORT: &str = "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/UserRegistrationDetails";
pub(crate) const LEGACY_PER_USER_MFA: &str =
    "https://account.activedirectory.windowsazure.com/usermanagement/multifactorverification.aspx";
pub(crate) const LEGACY_PROOFUP: &str =
    "https://account.activedirectory.windowsazure.com/proofup.aspx";
pub(crate) const PERSONAL: &str = "https://account.live.com/proofs/Manage";
pub(crate) const BLADE: &str = "https://sandbox-1.reactblade.portal.azure.net/ReactView";

/// An element with what is in it.
#[derive(Clone, Default)]
pub(crate) struct Element {
    pub(crate) node: Node,
    children: Vec<Element>,
}

pub(crate) fn element(role: Role, name: &str) -> Element {
    Element { node: Node { role, name: name.to_owned(), ..Node::default() }, children: Vec::new() }
}

pub(crate) fn around(children: impl IntoIterator<Item = Element>) -> Element {
    element(Role::Generic, "").with(children)
}

pub(crate) fn text(text: &str) -> Element {
    element(Role::Text, text)
}

pub(crate) fn heading(name: &str) -> Element {
    element(Role::Heading, name)
}

pub(crate) fn button(name: &str) -> Element {
    element(Role::Button, name)
}

pub(crate) fn combobox(name: &str, value: &str) -> Element {
    element(Role::Combobox, name).value(value)
}

pub(crate) fn textbox(name: &str, value: &str) -> Element {
    let mut it = element(Role::Textbox, name).value(value);
    it.node.input_type = "text".to_owned();
    it
}

impl Element {
    pub(crate) fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    pub(crate) fn value(mut self, value: &str) -> Self {
        value.clone_into(&mut self.node.value);
        self
    }

    pub(crate) fn state(mut self, state: State) -> Self {
        self.node.states.push(state);
        self
    }

    pub(crate) fn test_id(mut self, test_id: &str) -> Self {
        test_id.clone_into(&mut self.node.test_id);
        self
    }

    pub(crate) fn placeholder(mut self, placeholder: &str) -> Self {
        placeholder.clone_into(&mut self.node.placeholder);
        self
    }

    pub(crate) fn autocomplete(mut self, autocomplete: &str) -> Self {
        autocomplete.clone_into(&mut self.node.autocomplete);
        self
    }

    pub(crate) fn input_type(mut self, input_type: &str) -> Self {
        input_type.clone_into(&mut self.node.input_type);
        self
    }

    pub(crate) fn class(mut self, class: &str) -> Self {
        self.node.classes.push(class.to_owned());
        self
    }

    fn flatten(self, parent: Option<u32>, nodes: &mut Vec<Node>) {
        let id = u32::try_from(nodes.len()).unwrap() + 1;
        nodes.push(Node { id, parent, ..self.node });
        for child in self.children {
            child.flatten(Some(id), nodes);
        }
    }
}

pub(crate) fn snapshot(address: &str, root: Element) -> Snapshot {
    let mut nodes = Vec::new();
    root.flatten(None, &mut nodes);
    Snapshot {
        address: address.to_owned(),
        on_screen: true,
        language: "en".to_owned(),
        nodes,
        ..Snapshot::default()
    }
}

/// A tab with the page in its top frame.
pub(crate) fn tab(address: &str, root: Element) -> Tab {
    Tab { frames: vec![Frame { id: 0, snapshot: snapshot(address, root) }] }
}

/// A portal tab with a user's methods in a frame of their own.
pub(crate) fn portal(blade: Element) -> Tab {
    portal_at(USER_METHODS, "UserAuthMethods.ReactView", blade)
}

/// A portal tab with a blade in a frame of its own.
pub(crate) fn portal_at(address: &str, name: &str, blade: Element) -> Tab {
    let mut blade = snapshot(BLADE, blade);
    name.clone_into(&mut blade.frame_name);
    let frame = element(Role::Frame, name)
        .value("https://sandbox-1.reactblade.portal.azure.net")
        .class("fxs-reactview-frame-active");
    Tab {
        frames: vec![
            Frame { id: 0, snapshot: snapshot(address, around([frame])) },
            Frame { id: 5, snapshot: blade },
        ],
    }
}

/// The list of Security info as plain elements: label, detail, actions.
pub(crate) fn user_list(rows: &[(&str, &str)]) -> Element {
    let rows = rows.iter().map(|(label, detail)| {
        around([text(label), text(detail), button("Change"), button("Delete")])
    });
    element(Role::Main, "").with([heading("Security info"), around(rows)])
}

/// The portal's lists as tables: usable and non-usable ones.
pub(crate) fn admin_lists(usable: &[(&str, &str)], unusable: &[(&str, &str)]) -> Element {
    let table = |rows: &[(&str, &str)]| {
        let header = element(Role::Row, "").with([
            element(Role::ColumnHeader, "Authentication method"),
            element(Role::ColumnHeader, "Detail"),
        ]);
        let rows = rows.iter().map(|(label, detail)| {
            let cell = |inside| element(Role::Cell, "").with([inside]);
            element(Role::Row, "").with([
                cell(text(label)),
                cell(text(detail)),
                cell(button("More actions")),
            ])
        });
        element(Role::Grid, "").with(std::iter::once(header).chain(rows))
    };
    element(Role::Main, "").with([
        heading("Usable authentication methods"),
        table(usable),
        heading("Non-usable authentication methods"),
        table(unusable),
    ])
}

pub(crate) fn on(today: &str) -> Context {
    Context { today: today.to_owned(), ..Context::default() }
}

/// A day on which no deadline is near.
pub(crate) fn any_day() -> Context {
    on("2026-11-21")
}

pub(crate) fn findings(tab: &Tab, context: &Context) -> Vec<Finding> {
    review(tab, context).frames.into_iter().flat_map(|frame| frame.findings).collect()
}

/// `rule` or `rule.variant`, in the order in which they are said.
pub(crate) fn said(review: &Review) -> Vec<String> {
    review
        .frames
        .iter()
        .flat_map(|frame| &frame.findings)
        .map(|finding| match finding.variant {
            Some(variant) => format!("{}.{variant}", finding.rule),
            None => finding.rule.to_owned(),
        })
        .collect()
}

pub(crate) fn said_on(tab: &Tab, context: &Context) -> Vec<String> {
    said(&review(tab, context))
}

/// For tests about numbers, which are typed where a phone is being picked: what is said, but for the
/// end of texts and calls.
pub(crate) mod of_numbers {
    use super::{Context, Finding, Tab};

    const OF_THE_PHONE: &str = "phone-ends-soon";

    pub(crate) fn findings(tab: &Tab, context: &Context) -> Vec<Finding> {
        let mut findings = super::findings(tab, context);
        findings.retain(|it| it.rule != OF_THE_PHONE);
        findings
    }

    pub(crate) fn said_on(tab: &Tab, context: &Context) -> Vec<String> {
        let mut said = super::said_on(tab, context);
        said.retain(|it| !it.starts_with(OF_THE_PHONE));
        said
    }
}

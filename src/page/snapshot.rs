//! What the eyes saw of one frame: plain data, an accessibility-like list of nodes. It owns the
//! form in which a page reaches the core and knows nothing of what a page means.

use serde::{Deserialize, Serialize};

/// Everything the core may know of one tab: its frames, top frame first where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Tab {
    /// The frames that have described themselves.
    pub frames: Vec<Frame>,
}

/// One frame of a tab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// The browser's frame id; the tab's own document is 0. Firefox counts beyond 32 bits.
    pub id: u64,
    /// What its eyes saw last.
    pub snapshot: Snapshot,
}

/// What the eyes saw of one frame at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Origin, path and fragment of the document's address; the query is left out, since it may
    /// carry tokens.
    pub address: String,
    /// `window.name`: the portal names its blade frames after the blade they show.
    #[serde(default)]
    pub frame_name: String,
    /// Whether any part of the document is inside the tab's visible area (measured with an
    /// `IntersectionObserver`, which sees through cross-origin frames); false for a frame that the
    /// portal keeps warm but hidden.
    pub on_screen: bool,
    /// `lang` of the document element, as written.
    #[serde(default)]
    pub language: String,
    /// The page was larger than the eyes read; what is missing must not be taken for absent.
    #[serde(default)]
    pub clipped: bool,
    /// What is rendered, in document order, parents before children.
    pub nodes: Vec<Node>,
}

/// One element, or one run of text.
///
/// Left out by the eyes: everything that is not rendered, scripts and styles, icons, wrappers that
/// say nothing (no role, no label, no test id, no text of their own, one child).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Stays the same for as long as the element lives; never 0.
    pub id: u32,
    /// The nearest described ancestor.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// The explicit role, or else the one that HTML gives the element.
    pub role: Role,
    /// The accessible name; for [`Role::Text`] the text itself. At most 200 characters.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What is typed or chosen; for [`Role::Frame`] the origin it shows. At most 300 characters.
    /// Never filled for passwords and one-time codes.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// `placeholder`, as written.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub placeholder: String,
    /// `data-testid`.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub test_id: String,
    /// `id`; generated ones too, so only known words may be compared with it.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dom_id: String,
    /// `autocomplete` token list.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub autocomplete: String,
    /// `type` of an input: `text`, `tel`, `email`, …
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub input_type: String,
    /// Class names that a UI library wrote by hand (`ms-…`, `fui-…`, `fxs-…`, `azc-…`), never
    /// generated ones.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// `lang`, where the element carries one.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// What holds of it now.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<State>,
}

/// What an element is, in the words of WAI-ARIA.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are WAI-ARIA's own")]
pub enum Role {
    Alert,
    AlertDialog,
    Button,
    Cell,
    Checkbox,
    ColumnHeader,
    Combobox,
    Dialog,
    /// An `iframe`.
    Frame,
    #[default]
    Generic,
    Grid,
    Group,
    Heading,
    Img,
    Link,
    List,
    ListItem,
    Listbox,
    Main,
    Menu,
    MenuItem,
    Navigation,
    Option,
    Radio,
    RadioGroup,
    Region,
    Row,
    Status,
    Switch,
    Tab,
    TabList,
    Table,
    TabPanel,
    /// A run of text that belongs to no other described node.
    Text,
    Textbox,
    Toolbar,
}

/// What holds of an element now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// `aria-hidden="true"` on the element itself.
    AriaHidden,
    /// `checked` or `aria-checked`.
    Checked,
    /// `disabled` or `aria-disabled`.
    Disabled,
    /// `aria-expanded`.
    Expanded,
    /// It has the focus.
    Focused,
    /// `aria-invalid`.
    Invalid,
    /// `aria-modal`.
    Modal,
    /// `readonly` or `aria-readonly`.
    ReadOnly,
    /// `aria-selected`, or a chosen `option`.
    Selected,
    /// A field that has the focus, and in which nothing has been written since it got it.
    Unedited,
    /// The value was longer than the eyes read.
    ValueClipped,
}

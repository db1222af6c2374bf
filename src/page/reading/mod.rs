//! What a described page means: its phone fields, the method being picked, the methods registered,
//! its language. It owns the recognition and how sure it is; it judges nothing that it has read.
//!
//! Every reading carries what it rests on. Nothing is passed on that rests on too little: a wrong
//! hint costs more trust than a missing one.

mod actions;
mod calling_code;
mod fields;
mod picked;
mod registered;
mod removal;
mod statements;

pub use actions::{Act, Action, Stage};
pub use calling_code::calling_code_in;
pub use fields::{CountrySelector, PhoneField, PhoneSlot};
pub use picked::{PhonePicked, Picked};
pub use registered::{MethodList, Registered};
pub use removal::Removal;
pub use statements::{Says, Statement};

use super::{
    index::{Entry, Index},
    place::Place,
    snapshot::Role,
};
use crate::{
    lexicon::{self, Concept, LanguageVotes, Meaning},
    methods::Method,
};

/// What one frame means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The language of the labels, or else the one that the page claims.
    pub language: Option<String>,
    /// Fields for phone numbers, in document order.
    pub phone_fields: Vec<PhoneField>,
    /// The method that is being picked or set up.
    pub picked: Option<Picked>,
    /// Where a phone is being picked or set up as a method.
    pub phone_picked: Option<PhonePicked>,
    /// The methods that are registered.
    pub registered: Option<MethodList>,
    /// The method that the page names as the default.
    pub default_method: Option<Method>,
    /// The method that is about to be deleted.
    pub removal: Option<Removal>,
    /// What is about to be done, and what was just done.
    pub actions: Vec<Action>,
    /// What else the page says.
    pub statements: Vec<Statement>,
    /// Nothing on the page is known yet, or the page says that it is loading.
    pub waiting: bool,
}

impl Reading {
    /// Whether anything was read that a rule could be about.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.phone_fields.is_empty()
            && self.picked.is_none()
            && self.registered.is_none()
            && self.actions.is_empty()
            && self.statements.is_empty()
    }
}

/// What a reading rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
#[non_exhaustive]
pub enum Evidence {
    // Fields for phone numbers.
    KnownDomId,
    PhoneLabel,
    PhonePlaceholder,
    NumberAsPlaceholder,
    TelephoneToken,
    PhoneTestId,
    TelephoneInput,
    CountrySelectorBeside,
    PhoneTypeBeside,
    PhoneStep,
    // Methods.
    MethodLabel,
    MethodChosen,
    PickerLabel,
    PickerTestId,
    StepTestId,
    StepHeading,
    KnownAction,
    SomeAction,
    TableRow,
    ListItem,
    Detail,
    // Actions and statements.
    DialogQuestion,
    DialogTitle,
    DialogButton,
    NoticeLabel,
    KnownSentence,
    KnownCommand,
    ActionLabel,
    /// It has the focus, or it is ticked.
    InHand,
    /// Its box is ticked.
    Ticked,
    /// The page tells of a success, and all selected users have the state that the command makes.
    StateReached,
}

impl Evidence {
    /// How much it says, out of [`ENOUGH`].
    fn weight(self) -> u32 {
        match self {
            Self::KnownDomId | Self::PickerTestId | Self::StepTestId => 80,
            Self::PhoneLabel
            | Self::PhonePlaceholder
            | Self::TelephoneToken
            | Self::DialogQuestion
            | Self::DialogTitle
            | Self::KnownSentence => 60,
            Self::PhoneTestId
            | Self::CountrySelectorBeside
            | Self::MethodChosen
            | Self::DialogButton
            | Self::NoticeLabel
            | Self::StateReached
            | Self::KnownCommand => 50,
            Self::NumberAsPlaceholder | Self::KnownAction | Self::PickerLabel => 40,
            Self::MethodLabel
            | Self::TableRow
            | Self::PhoneTypeBeside
            | Self::PhoneStep
            | Self::StepHeading
            | Self::ActionLabel
            | Self::InHand => 30,
            Self::SomeAction | Self::TelephoneInput => 20,
            Self::Detail => 15,
            Self::ListItem | Self::Ticked => 10,
        }
    }
}

/// The confidence from which on a reading is passed on. One strong sign is enough, or a weak one
/// with something to support it.
const ENOUGH: u32 = 50;

fn confidence(evidence: &[Evidence]) -> u32 {
    evidence.iter().map(|it| it.weight()).sum::<u32>().min(100)
}

/// Reads a frame that shows `place`. `claimed` is the language that the document claims to be in,
/// as written.
pub(super) fn read(index: &Index<'_>, claimed: &str, place: Place) -> Reading {
    let mut votes = LanguageVotes::default();
    let mut blank = true;
    for entry in index.entries() {
        votes.add(entry.meanings);
        if entry.node.role == Role::Combobox {
            votes.add(lexicon::meanings(index.chosen(entry)));
        }
        blank &= entry.meanings.is_empty() && entry.node.test_id.is_empty();
    }
    let language = votes
        .winner(claimed)
        .map(|language| language.as_str().to_owned())
        .or_else(|| (!claimed.is_empty()).then(|| claimed.to_owned()));
    let picked = picked::read(index, place);
    let registered = registered::read(index, place);
    let phone_fields = fields::read(index, place, picked.as_ref());
    Reading {
        language,
        phone_picked: picked::phone(index, place, picked.as_ref(), &phone_fields),
        phone_fields,
        picked,
        default_method: statements::default_method(index),
        removal: removal::read(index, registered.as_ref()),
        actions: actions::read(index, place),
        statements: statements::read(index, place),
        registered,
        waiting: blank || registered::is_loading(index),
    }
}

/// The deletion that a dialog of this frame asks about, of a list that another frame has: the
/// portal's own message box stands in its shell.
pub(crate) fn removal_elsewhere(index: &Index<'_>, list: &MethodList) -> Option<Removal> {
    removal::asked(index, list)
}

/// The method that a label names.
fn method_named(meanings: &[Meaning]) -> Option<Method> {
    meanings.iter().find_map(|meaning| method_of(meaning.concept))
}

fn method_of(concept: Concept) -> Option<Method> {
    Some(match concept {
        Concept::MethodPhone
        | Concept::MethodMobilePhone
        | Concept::AdminMethodPhoneNumber
        | Concept::PersonalProofText => Method::MobilePhone,
        Concept::MethodAlternatePhone
        | Concept::AdminMethodAlternatePhoneNumber
        | Concept::StepAlternatePhone => Method::AlternatePhone,
        Concept::MethodOfficePhone | Concept::AdminMethodOfficePhone | Concept::StepOfficePhone => {
            Method::OfficePhone
        }
        Concept::MethodAuthenticator
        | Concept::MethodAuthenticatorPush
        | Concept::PersonalProofApp => Method::Authenticator,
        Concept::MethodTotp => Method::SoftwareOath,
        Concept::MethodHardwareToken | Concept::MethodOathToken => Method::HardwareOath,
        Concept::MethodPasskey | Concept::PersonalProofPasskey => Method::Passkey,
        Concept::MethodPasskeyAuthenticator => Method::PasskeyInAuthenticator,
        Concept::MethodSecurityKey => Method::SecurityKey,
        Concept::MethodWindowsHello => Method::WindowsHello,
        Concept::MethodExternal => Method::ExternalMfa,
        Concept::MethodCertificate => Method::Certificate,
        Concept::MethodPlatformCredential => Method::PlatformCredential,
        Concept::MethodTemporaryAccessPass | Concept::AdminMethodTemporaryAccessPass => {
            Method::TemporaryAccessPass
        }
        Concept::MethodEmail | Concept::AdminMethodEmail | Concept::PersonalProofEmail => {
            Method::Email
        }
        Concept::MethodSecurityQuestions => Method::SecurityQuestions,
        Concept::MethodAppPassword => Method::AppPassword,
        Concept::MethodQrCode => Method::QrCode,
        Concept::MethodPassword | Concept::PersonalProofPassword => Method::Password,
        _ => return None,
    })
}

/// Whether it is a command that one of the concepts names. Its name for screen readers may go on
/// with what it is about ("Delete Passkey"), and the text that is seen is then a part of it.
fn commands(index: &Index<'_>, entry: &Entry<'_>, concepts: &[Concept]) -> bool {
    /// Names of commands are short.
    const MOST_WORDS: usize = 12;
    let means = |text: &str| {
        lexicon::meanings(text).iter().any(|meaning| concepts.contains(&meaning.concept))
    };
    let name = entry.node.name.trim();
    let begins = || {
        let spaces = name.match_indices(' ').take(MOST_WORDS);
        spaces.filter_map(|(space, _)| name.get(..space)).any(means)
    };
    entry.means_any(concepts)
        || ((entry.is_action() || entry.node.role == Role::MenuItem)
            && (index.subtree(entry).skip(1).any(|it| it.means_any(concepts)) || begins()))
}

/// The dialogs that are open.
fn dialogs<'i, 'a>(index: &'i Index<'a>) -> impl Iterator<Item = &'i Entry<'a>> {
    /// Fluent puts two elements with the role around one dialog; nobody opens many.
    const MOST: usize = 10;
    index.entries().filter(|entry| entry.is_dialog()).take(MOST)
}

/// Cards of the current picker carry it, followed by the method's name in Microsoft's interface.
const CARD_TEST_ID: &str = "authmethod-picker-";

/// Whether it offers a method, which therefore is not registered.
fn is_picker_card(entry: &Entry<'_>) -> bool {
    entry.node.test_id.starts_with(CARD_TEST_ID)
}

/// Where rows and fields end and dialogs, lists and pages begin.
fn is_boundary(entry: &Entry<'_>) -> bool {
    entry.is_dialog() || matches!(entry.node.role, Role::Main | Role::TabPanel | Role::Navigation)
}

//! The method that is being picked or set up. It owns the pickers: drop-down (previous generation,
//! admin's pane), cards (current generation), radio buttons, and the step that follows.

use super::{CARD_TEST_ID, ENOUGH, Evidence, PhoneField, confidence, method_named};
use crate::{
    lexicon::{self, Concept},
    methods::Method,
    page::{
        index::{Entry, Index},
        place::Place,
        snapshot::{Role, State},
    },
};

/// A method that is being picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The control that picks it, or the step's own field.
    pub node: u32,
    /// Which one.
    pub method: Method,
    /// What the reading rests on.
    pub evidence: Vec<Evidence>,
}

/// Where a phone is being picked, or set up, as a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhonePicked {
    /// At the control that picks it, or the heading of the step that asks for its number.
    Choice(u32),
    /// In the field for its number, beside which nothing else tells what is done.
    Field(u32),
}

/// Only the first and `email` have been seen; the others follow the names of the interface.
const CARDS: &[(&str, Method)] = &[
    ("authenticatorApp", Method::Authenticator),
    ("email", Method::Email),
    ("mobilePhone", Method::MobilePhone),
    ("phone", Method::MobilePhone),
    ("altMobilePhone", Method::AlternatePhone),
    ("officePhone", Method::OfficePhone),
    ("fido", Method::SecurityKey),
    ("passkey", Method::Passkey),
    ("appPassword", Method::AppPassword),
    ("securityQuestions", Method::SecurityQuestions),
    ("hardwareToken", Method::HardwareOath),
];

/// Fields that stand on one step only.
const STEPS: &[(&str, Method)] = &[
    ("email-input", Method::Email),
    ("email-verify-challenge-otp-input", Method::Email),
    ("verification-entercode-input", Method::Authenticator),
];

/// The portal's own drop-down, which has no role.
const KNOCKOUT: &str = "fxc-dropdown-input";

const STEP_TITLE: &str = "reskin-step-title";

/// Labels of a control that picks the method to add.
const PICKERS: &[Concept] = &[
    Concept::AdminChooseMethod,
    Concept::DialogChooseMethod,
    Concept::DialogWhichMethod,
    Concept::DialogAddMethod,
];

/// A heading's step and a choice's question are looked for no higher than this.
const HIGHEST: usize = 12;
/// One element has the focus and few radio buttons are checked; a page with more of them is
/// clipped.
const MOST_CANDIDATES: usize = 200;

pub(super) fn read(index: &Index<'_>, place: Place) -> Option<Picked> {
    let found = index
        .entries()
        .filter(|entry| may_pick(entry))
        .take(MOST_CANDIDATES)
        .filter_map(|entry| {
            step(entry)
                .or_else(|| drop_down(index, entry))
                .or_else(|| card(index, entry))
                .or_else(|| choice(index, entry))
                .or_else(|| heading(index, place, entry))
        })
        .filter(|picked| confidence(&picked.evidence) >= ENOUGH);
    // A step replaces its picker; where both are there, the dialog stands later in the document.
    found.max_by_key(|picked| confidence(&picked.evidence))
}

/// Whether a phone is being picked, by the picker or by the step that asks for its number; the step
/// for the first phone has a title that names no method.
pub(super) fn phone(
    index: &Index<'_>,
    place: Place,
    picked: Option<&Picked>,
    fields: &[PhoneField],
) -> Option<PhonePicked> {
    let is_field = |node: u32| fields.iter().any(|field| field.node == node);
    match picked {
        Some(picked) if !picked.method.is_telephony() => return None,
        Some(picked) if !is_field(picked.node) => return Some(PhonePicked::Choice(picked.node)),
        _ => {}
    }
    match place {
        Place::SecurityInfo | Place::Register => {
            let field = fields.iter().find(|field| field.editable)?;
            let title = title_of(index, field.node).map(PhonePicked::Choice);
            title.or(Some(PhonePicked::Field(field.node)))
        }
        // Its other form shows the numbers that are registered, so only what is typed there is new.
        Place::LegacyProofup => {
            let drop_down = index.entries().find(|entry| is_legacy_phone_chosen(index, entry));
            let choice = drop_down.map(|entry| PhonePicked::Choice(entry.node.id));
            let typed = || fields.iter().find(|field| field.editable && field.being_typed);
            choice.or_else(|| Some(PhonePicked::Field(typed()?.node)))
        }
        _ => None,
    }
}

/// The drop-down of the page from before Security info, which has its own names for the phones.
fn is_legacy_phone_chosen(index: &Index<'_>, entry: &Entry<'_>) -> bool {
    const PHONES: &[Concept] = &[
        Concept::LegacyAuthenticationPhone,
        Concept::LegacyAlternateAuthenticationPhone,
        Concept::LegacyOfficePhone,
    ];
    let means_phone = |it: &lexicon::Meaning| PHONES.contains(&it.concept);
    entry.node.role == Role::Combobox
        && lexicon::meanings(index.chosen(entry)).iter().any(means_phone)
}

/// The heading above a field, in the smallest element around both.
fn title_of(index: &Index<'_>, field: u32) -> Option<u32> {
    let field = index.entries().find(|entry| entry.node.id == field)?;
    let is_title = |it: &&Entry<'_>| {
        it.position < field.position
            && (it.node.role == Role::Heading || it.node.test_id == STEP_TITLE)
    };
    for around in index.ancestors(field).take(HIGHEST) {
        let title = index.subtree(around).filter(is_title).last();
        if title.is_some() || super::is_boundary(around) {
            return title.map(|it| it.node.id);
        }
    }
    None
}

fn may_pick(entry: &Entry<'_>) -> bool {
    !entry.node.test_id.is_empty()
        || matches!(entry.node.role, Role::Combobox | Role::Heading | Role::Radio)
        || entry.has_class(KNOCKOUT)
        || entry.is(State::Focused)
}

fn step(entry: &Entry<'_>) -> Option<Picked> {
    let (_, method) = STEPS.iter().find(|(test_id, _)| entry.node.test_id == *test_id)?;
    Some(Picked { node: entry.node.id, method: *method, evidence: vec![Evidence::StepTestId] })
}

/// A drop-down whose chosen value names a method. Not every language's label of it is known, so the
/// value alone is enough; a phone type ("Mobile") names no method, nor does a default ("Phone –
/// text").
fn drop_down(index: &Index<'_>, entry: &Entry<'_>) -> Option<Picked> {
    if entry.node.role != Role::Combobox && !entry.has_class(KNOCKOUT) {
        return None;
    }
    let is_about_the_default = entry.means_any(&[
        Concept::DefaultSigninMethod,
        Concept::AdminDefaultSigninMethod,
        Concept::DialogWhichDefault,
        Concept::FieldPhoneType,
    ]);
    let method = method_named(lexicon::meanings(index.chosen(entry)))?;
    if is_about_the_default {
        return None;
    }
    let mut evidence = vec![Evidence::MethodChosen];
    if entry.means_any(PICKERS) {
        evidence.push(Evidence::PickerLabel);
    }
    Some(Picked { node: entry.node.id, method, evidence })
}

/// A card of the current picker, while it has the focus.
fn card(index: &Index<'_>, entry: &Entry<'_>) -> Option<Picked> {
    let name = entry.node.test_id.strip_prefix(CARD_TEST_ID)?;
    let picked = index
        .subtree(entry)
        .any(|it| it.is(State::Focused) || it.is(State::Selected) || it.is(State::Checked))
        || index.ancestors(entry).take(2).any(|it| it.is_action() && it.is(State::Focused));
    if !picked {
        return None;
    }
    let method = CARDS
        .iter()
        .find(|(card, _)| *card == name)
        .map(|(_, method)| *method)
        .or_else(|| index.subtree(entry).find_map(|it| method_named(it.meanings)))
        .unwrap_or(Method::Unknown);
    Some(Picked { node: entry.node.id, method, evidence: vec![Evidence::PickerTestId] })
}

/// A radio button or card without a test id, inside a dialog that asks for a method.
fn choice(index: &Index<'_>, entry: &Entry<'_>) -> Option<Picked> {
    let chosen = match entry.node.role {
        Role::Radio => entry.is(State::Checked),
        Role::Button | Role::ListItem | Role::MenuItem | Role::Generic | Role::Group => {
            entry.is(State::Focused)
        }
        _ => false,
    };
    if !chosen {
        return None;
    }
    let method = index.subtree(entry).find_map(|it| method_named(it.meanings))?;
    let asks_for_a_method = index.ancestors(entry).take(HIGHEST).any(|around| {
        (around.is_dialog() || matches!(around.node.role, Role::RadioGroup | Role::Group))
            && (around.means_any(PICKERS)
                || index
                    .subtree(around)
                    .any(|it| it.node.role == Role::Heading && it.means_any(PICKERS)))
    });
    asks_for_a_method.then(|| Picked {
        node: entry.node.id,
        method,
        evidence: vec![Evidence::MethodLabel, Evidence::PickerLabel],
    })
}

/// A step without known test ids: a heading that names the method, and a field below it. The
/// admin's pane has no such steps, and on Security info they stand in dialogs; a heading on the
/// page itself may be a registered method's.
fn heading(index: &Index<'_>, place: Place, entry: &Entry<'_>) -> Option<Picked> {
    let is_step_title = entry.node.test_id == STEP_TITLE;
    let in_dialog = || index.ancestors(entry).any(Entry::is_dialog);
    let may_be_a_step = match place {
        Place::SecurityInfo => is_step_title || in_dialog(),
        Place::Register => true,
        _ => false,
    };
    if !may_be_a_step || !(is_step_title || entry.node.role == Role::Heading) {
        return None;
    }
    let method = index
        .subtree(entry)
        .find_map(|it| method_named(it.meanings))
        .filter(|method| *method != Method::Password)?;
    let around = index.ancestors(entry).take(HIGHEST).find(|around| {
        super::is_boundary(around)
            || index.subtree(around).any(|it| is_field(it) && it.position > entry.position)
    })?;
    let field = index.subtree(around).find(|it| is_field(it) && it.position > entry.position)?;
    let mut evidence = vec![Evidence::StepHeading, Evidence::MethodLabel];
    if is_step_title {
        evidence.push(Evidence::StepTestId);
    }
    Some(Picked { node: field.node.id, method, evidence })
}

fn is_field(entry: &Entry<'_>) -> bool {
    entry.node.role == Role::Textbox
        && !entry.is(State::ReadOnly)
        && !entry.is(State::Disabled)
        && entry.node.input_type != "search"
}

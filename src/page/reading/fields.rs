//! Fields for phone numbers, with what stands beside them. It owns recognizing them; an input that
//! nothing names is never one, so that the portal's own search box is left alone.

use super::{ENOUGH, Evidence, Picked, calling_code_in, confidence, is_boundary};
use crate::{
    lexicon::{self, Concept},
    methods::{Method, SeenNumber},
    page::{
        index::{Entry, Index},
        place::Place,
        snapshot::{Role, State},
    },
    phone::Region,
};

/// A field for a phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneField {
    /// The field.
    pub node: u32,
    /// What was typed.
    pub typed: String,
    /// More was typed than the eyes read.
    pub typed_more: bool,
    /// It has the focus, and something has been written in it since it got it.
    pub being_typed: bool,
    /// It can be changed.
    pub editable: bool,
    /// The selector beside it that holds the calling code.
    pub selector: Option<CountrySelector>,
    /// Which of the person's numbers it is.
    pub slot: Option<PhoneSlot>,
    /// The control beside it that chose the slot.
    pub phone_type: Option<u32>,
    /// Whether a text is to be sent to the number (true) or a call made (false), where the page
    /// lets one choose.
    pub text_chosen: Option<bool>,
    /// What the reading rests on.
    pub evidence: Vec<Evidence>,
}

/// A selector of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountrySelector {
    /// The selector.
    pub node: u32,
    /// What it shows; `None` while nothing is chosen, or nothing that could be read.
    pub calling_code: Option<u16>,
    /// The region that its value names: the native selector of personal accounts has `JP` as the
    /// value of its option "Japan (+81)".
    pub region: Option<Region>,
}

/// Which of a person's three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneSlot {
    /// The mobile phone.
    Mobile,
    /// The alternate mobile phone.
    AlternateMobile,
    /// The office phone.
    Office,
}

const LABELS: &[Concept] = &[
    Concept::FieldPhoneNumber,
    Concept::AdminMethodPhoneNumber,
    Concept::AdminMethodAlternatePhoneNumber,
    Concept::AdminMethodOfficePhone,
    Concept::MethodPhone,
    Concept::MethodMobilePhone,
    Concept::MethodAlternatePhone,
    Concept::MethodOfficePhone,
    Concept::LegacyAuthenticationPhone,
    Concept::LegacyAlternateAuthenticationPhone,
    Concept::LegacyOfficePhone,
];

/// Ids that Microsoft wrote by hand years ago; they are the same in every language.
const DOM_IDS: &[&str] = &["DisplayPhoneNumber"];

const COUNTRY_DOM_IDS: &[&str] = &["DisplayPhoneCountryISO"];

/// A field's neighbors are looked for no higher than this.
const HIGHEST: usize = 6;
/// No form of these pages has more text fields.
const MOST_FIELDS: usize = 40;
/// What is larger is no form; one with a list of all countries has some 300 nodes.
const LARGEST: usize = 1_500;
/// With more inputs than this it is a form about something else as well.
const MOST_INPUTS_BESIDE: usize = 4;

pub(super) fn read(index: &Index<'_>, place: Place, picked: Option<&Picked>) -> Vec<PhoneField> {
    let mut fields: Vec<PhoneField> = index
        .entries()
        .filter(|entry| entry.node.role == Role::Textbox && may_be_one(entry))
        .take(MOST_FIELDS)
        .filter_map(|entry| field(index, place, picked, entry))
        .collect();
    // A selector belongs to one field; an extension's field stands beside it as well.
    let best = |fields: &[PhoneField], selector: u32| {
        let beside =
            fields.iter().rev().filter(|it| it.selector.is_some_and(|own| own.node == selector));
        beside.max_by_key(|it| confidence(&it.evidence)).map(|it| it.node)
    };
    let all = fields.clone();
    fields
        .retain(|it| it.selector.is_none_or(|selector| best(&all, selector.node) == Some(it.node)));
    fields
}

fn field(
    index: &Index<'_>,
    place: Place,
    picked: Option<&Picked>,
    entry: &Entry<'_>,
) -> Option<PhoneField> {
    let node = entry.node;
    let beside = Beside::look(index, entry);
    let selector = beside.selector(index);
    let phone_type = beside.phone_type(index);
    let slot = phone_type.map(|(slot, _)| slot).or_else(|| step_slot(index, picked, entry));

    let mut evidence = Vec::new();
    let mut holds = |it: Evidence, holds: bool| {
        if holds {
            evidence.push(it);
        }
    };
    holds(Evidence::KnownDomId, DOM_IDS.contains(&node.dom_id.as_str()));
    holds(Evidence::PhoneLabel, entry.means_any(LABELS) || label_before(index, entry));
    holds(
        Evidence::PhonePlaceholder,
        lexicon::meanings(&node.placeholder).iter().any(|it| LABELS.contains(&it.concept)),
    );
    holds(
        Evidence::NumberAsPlaceholder,
        node.placeholder.contains('+') && SeenNumber::parse(&node.placeholder).is_some(),
    );
    holds(
        Evidence::TelephoneToken,
        node.autocomplete
            .split_ascii_whitespace()
            .any(|token| matches!(token, "tel" | "tel-national" | "tel-local")),
    );
    holds(Evidence::PhoneTestId, node.test_id.to_ascii_lowercase().contains("phone"));
    holds(Evidence::TelephoneInput, node.input_type == "tel");
    holds(Evidence::CountrySelectorBeside, selector.is_some());
    holds(Evidence::PhoneTypeBeside, phone_type.is_some());
    holds(
        Evidence::PhoneStep,
        picked.is_some_and(|picked| picked.method.is_telephony() && picked.node != node.id)
            && !matches!(place, Place::Register | Place::LegacyProofup),
    );
    if confidence(&evidence) < ENOUGH {
        return None;
    }
    Some(PhoneField {
        node: node.id,
        typed: node.value.clone(),
        typed_more: entry.is(State::ValueClipped),
        being_typed: entry.is(State::Focused) && !entry.is(State::Unedited),
        editable: !entry.is(State::Disabled) && !entry.is(State::ReadOnly),
        selector,
        slot,
        phone_type: phone_type.map(|(_, node)| node),
        text_chosen: beside.text_chosen(index),
        evidence,
    })
}

fn may_be_one(entry: &Entry<'_>) -> bool {
    let node = entry.node;
    let is_text = matches!(node.input_type.as_str(), "" | "text" | "tel");
    let named = [&node.name, &node.placeholder, &node.autocomplete, &node.test_id]
        .iter()
        .any(|it| !it.trim().is_empty())
        || DOM_IDS.contains(&node.dom_id.as_str());
    let test_id = node.test_id.to_ascii_lowercase();
    let for_a_code = node.autocomplete.contains("one-time-code")
        || ["otp", "code", "search"].iter().any(|it| test_id.contains(it));
    is_text && named && !for_a_code
}

/// A label that is not tied to its field: the text right before it.
fn label_before(index: &Index<'_>, entry: &Entry<'_>) -> bool {
    entry.node.name.is_empty()
        && entry
            .position
            .checked_sub(1)
            .and_then(|before| index.at(before))
            .is_some_and(|before| before.node.role == Role::Text && before.means_any(LABELS))
}

/// The slot that the step is about, on the user's own pages.
fn step_slot(index: &Index<'_>, picked: Option<&Picked>, entry: &Entry<'_>) -> Option<PhoneSlot> {
    let by_method = |method| match method {
        Method::MobilePhone => Some(PhoneSlot::Mobile),
        Method::AlternatePhone => Some(PhoneSlot::AlternateMobile),
        Method::OfficePhone => Some(PhoneSlot::Office),
        _ => None,
    };
    let own_label = entry.meanings.iter().find_map(|meaning| match meaning.concept {
        Concept::MethodAlternatePhone
        | Concept::AdminMethodAlternatePhoneNumber
        | Concept::LegacyAlternateAuthenticationPhone => Some(PhoneSlot::AlternateMobile),
        Concept::MethodOfficePhone | Concept::LegacyOfficePhone => Some(PhoneSlot::Office),
        Concept::LegacyAuthenticationPhone => Some(PhoneSlot::Mobile),
        _ => None,
    });
    own_label.or_else(|| {
        let picked = picked?;
        let in_picker_of_types =
            index.entries().any(|it| it.node.role == Role::Combobox && it.node.id == picked.node)
                && method_is_any_phone(index, picked);
        // "Phone number" in the admin's picker is followed by the type, which says more.
        if in_picker_of_types { None } else { by_method(picked.method) }
    })
}

fn method_is_any_phone(index: &Index<'_>, picked: &Picked) -> bool {
    index.entries().find(|it| it.node.id == picked.node).is_some_and(|it| {
        lexicon::meanings(index.chosen(it))
            .iter()
            .any(|meaning| meaning.concept == Concept::AdminMethodPhoneNumber)
    })
}

/// The elements around a field, nearest first.
struct Beside {
    around: Vec<usize>,
    field: usize,
}

impl Beside {
    fn look(index: &Index<'_>, field: &Entry<'_>) -> Self {
        let mut around = Vec::new();
        let is_form = |it: &&Entry<'_>| it.end - it.position <= LARGEST;
        for ancestor in index.ancestors(field).take(HIGHEST).take_while(is_form) {
            let inputs = index.subtree(ancestor).filter(|it| it.node.role == Role::Textbox).count();
            if inputs > MOST_INPUTS_BESIDE {
                break;
            }
            around.push(ancestor.position);
            if is_boundary(ancestor) {
                break;
            }
        }
        Self { around, field: field.position }
    }

    /// The nearest match in the smallest element around the field.
    fn find<'i, 'a, T>(
        &self,
        index: &'i Index<'a>,
        matches: impl Fn(&'i Entry<'a>) -> Option<T>,
    ) -> Option<T> {
        self.around.iter().filter_map(|position| index.at(*position)).find_map(|around| {
            index
                .subtree(around)
                .filter_map(|entry| Some((entry.position.abs_diff(self.field), matches(entry)?)))
                .min_by_key(|(distance, _)| *distance)
                .map(|(_, found)| found)
        })
    }

    fn selector(&self, index: &Index<'_>) -> Option<CountrySelector> {
        self.find(index, |entry| {
            if !is_selector(entry) {
                return None;
            }
            let calling_code = calling_code_in(index.chosen(entry));
            let region = region_chosen(index, entry);
            let named = entry.means(Concept::FieldCountry)
                || COUNTRY_DOM_IDS.contains(&entry.node.dom_id.as_str())
                || entry.node.autocomplete.contains("tel-country-code");
            (calling_code.is_some() || named).then_some(CountrySelector {
                node: entry.node.id,
                calling_code,
                region,
            })
        })
    }

    /// Which phone it is, and the control that says so.
    fn phone_type(&self, index: &Index<'_>) -> Option<(PhoneSlot, u32)> {
        self.find(index, |entry| {
            let chosen = match entry.node.role {
                Role::Radio if entry.is(State::Checked) => entry.node.name.as_str(),
                _ if is_selector(entry) => index.chosen(entry),
                _ => return None,
            };
            let meanings = lexicon::meanings(chosen);
            let is =
                |concepts: &[Concept]| meanings.iter().any(|it| concepts.contains(&it.concept));
            let slot = if is(&[Concept::PhoneTypeMobile, Concept::MethodMobilePhone]) {
                PhoneSlot::Mobile
            } else if is(&[
                Concept::PhoneTypeAlternateMobile,
                Concept::MethodAlternatePhone,
                Concept::AdminMethodAlternatePhoneNumber,
            ]) {
                PhoneSlot::AlternateMobile
            } else if is(&[
                Concept::PhoneTypeOffice,
                Concept::MethodOfficePhone,
                Concept::AdminMethodOfficePhone,
            ]) {
                PhoneSlot::Office
            } else {
                return None;
            };
            Some((slot, entry.node.id))
        })
    }

    fn text_chosen(&self, index: &Index<'_>) -> Option<bool> {
        self.find(index, |entry| {
            if entry.node.role != Role::Radio || !entry.is(State::Checked) {
                return None;
            }
            if entry.means(Concept::OptionTextCode) {
                Some(true)
            } else if entry.means(Concept::OptionCallMe) {
                Some(false)
            } else {
                None
            }
        })
    }
}

/// Only where the value itself is the region's code; a name is not looked up.
fn region_chosen(index: &Index<'_>, selector: &Entry<'_>) -> Option<Region> {
    let option = index
        .subtree(selector)
        .find(|it| it.node.role == Role::Option && it.is(State::Selected))?;
    (option.node.value.len() == 2).then(|| Region::new(&option.node.value)).flatten()
}

fn is_selector(entry: &Entry<'_>) -> bool {
    matches!(entry.node.role, Role::Combobox | Role::Listbox)
        || entry.has_class("fxc-dropdown-input")
}

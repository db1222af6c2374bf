//! A phone field with everything that is judged about its content, and how rules speak of it. It
//! owns what each place accepts and the silence while somebody is still typing. Which country a
//! number is taken for is in `assumed_region` and `home`, where else it may be from in `elsewhere`,
//! which countries are likely in `whereabouts`, which ones the policy refuses in `refused`; the rules
//! read the result, and nothing here asks a rule.

mod assumed_region;
mod elsewhere;
mod home;
mod refused;
mod whereabouts;

use super::{Case, Said};
use crate::{
    context::Context,
    finding::{Anchor, Choice, Fix, ParamValue, Severity},
    page::{
        place::Place,
        reading::{CountrySelector, MethodList, PhoneField, PhoneSlot},
    },
    phone::{
        self, Assessment, CallingCode, Candidate, Fault, Field, Form, PhoneNumber, Region, Selected,
    },
    text,
};
use elsewhere::Elsewhere;
use std::borrow::Cow;

/// One field's content, judged.
pub(crate) struct JudgedField<'a> {
    pub(crate) field: &'a PhoneField,
    pub(crate) assessment: Assessment,
    /// The selector's calling code, where the number is none of its but is one of the home country.
    pub(super) selected_abroad: Option<CallingCode>,
    /// Where else it may be from, where it is no number of the selected country.
    pub(super) elsewhere: Option<Elsewhere>,
    /// The fixes to choose from, where only the person can say which is right.
    pub(super) choices: Vec<Choice>,
    /// The country, where the organization does not allow its numbers.
    pub(super) refused: Option<Region>,
    /// The field takes the number without its calling code.
    pub(super) takes_national: bool,
}

impl<'a> JudgedField<'a> {
    /// `None` where there is nothing to judge: an empty field, one that cannot be changed, or one
    /// in which a number is only half typed.
    pub(crate) fn judge(
        field: &'a PhoneField,
        place: Place,
        language: Option<&str>,
        list: Option<&MethodList>,
        context: &Context,
    ) -> Option<Self> {
        if field.typed.trim().is_empty() || !field.editable {
            return None;
        }
        let takes = accepted(field, place);
        let typed = without_harmless(&field.typed, place);
        let decided = assumed_region::decided(context);
        let assessment = phone::assess(&typed, &takes, decided);
        let assessment = if is_of_unknown_country(&assessment) {
            assumed_region::by_language(&typed, &takes, language).unwrap_or(assessment)
        } else {
            assessment
        };
        let at_home = assumed_region::home(context, language)
            .and_then(|home| home::at_home(&typed, &takes, &assessment, home))
            // Nobody is asked to choose a country that the organization does not allow.
            .filter(|(_, at_home)| refused_by(at_home, place, context).is_none());
        let is_unfinished_at_home = at_home.as_ref().is_some_and(|(_, at_home)| at_home.unfinished);
        let still_typing = field.being_typed && (assessment.unfinished || is_unfinished_at_home);
        let (selected_abroad, mut assessment) = match at_home {
            Some((selected, at_home)) if !at_home.unfinished => (Some(selected), at_home),
            _ => (None, assessment),
        };
        let refused = refused_by(&assessment, place, context);
        if refused.is_some() {
            // Written as it should be, it is refused all the same.
            assessment.fix = None;
        }
        let likely = || whereabouts::likely(list, language, context);
        let is_allowed =
            |it: &Candidate| refused::refused(&it.number, place, &context.policy).is_none();
        let elsewhere = if assessment.faults.is_empty() || selected_abroad.is_some() {
            None
        } else {
            elsewhere::elsewhere(&typed, &takes, &assessment, &likely(), is_allowed)
        };
        if elsewhere.is_some() {
            assessment.fix = None;
            assessment.faults.retain(|fault| {
                !matches!(fault, Fault::WrongLength { .. } | Fault::NotAssigned { .. })
            });
        }
        let choices = if takes.form == Form::International && assessment.fix.is_none() {
            choices(field, &typed, &assessment, likely, is_allowed)
        } else {
            Vec::new()
        };
        let takes_national = matches!(takes.form, Form::National(_));
        (!still_typing).then_some(Self {
            field,
            assessment,
            selected_abroad,
            elsewhere,
            choices,
            refused,
            takes_national,
        })
    }

    /// Something to say at the field, with the fix for all of it.
    pub(super) fn say(&self, severity: Severity) -> Said {
        let fix = self
            .assessment
            .fix
            .as_ref()
            .filter(|after| !self.field.typed_more && **after != self.field.typed);
        let fix = fix.map(|after| Fix { before: self.field.typed.clone(), after: after.clone() });
        Said { fix, ..Said::at(self.field.node, Anchor::Field, severity) }
    }

    /// Something to say at the field that no change of form makes right.
    pub(super) fn remark(&self, severity: Severity) -> Said {
        Said { fix: None, ..self.say(severity) }
    }

    /// The region of its number ([`PhoneNumber::region_or_main`]).
    pub(super) fn region(&self) -> Option<Region> {
        self.assessment.number.as_ref().map(PhoneNumber::region_or_main)
    }
}

/// The fixes to choose from: of the countries of which what was typed is a whole valid number, where
/// none is known; else of its readings in that country, where it has several.
fn choices(
    field: &PhoneField,
    typed: &str,
    assessment: &Assessment,
    likely: impl Fn() -> Vec<Region>,
    is_allowed: impl Fn(&Candidate) -> bool,
) -> Vec<Choice> {
    let missing = assessment.faults.iter().find_map(|fault| match fault {
        Fault::CountryCodeMissing { assumed, .. } => Some(*assumed),
        _ => None,
    });
    let Some(assumed) = missing.filter(|_| !field.typed_more) else { return Vec::new() };
    let mut found = match assumed {
        Some(region) => phone::candidates_at(typed, region),
        None => phone::candidates(typed),
    };
    found.retain(is_allowed);
    if assumed.is_some() && found.len() < 2 {
        return Vec::new();
    }
    let ranked = whereabouts::ranked(found, &likely());
    ranked
        .into_iter()
        .take(whereabouts::MOST_OFFERED)
        .map(|it| Choice {
            region: it.region.to_string(),
            grouped: it.number.international().replace('-', " "),
            fix: Fix { before: field.typed.clone(), after: it.number.spaced() },
            keeps_region: assumed.is_none(),
        })
        .collect()
}

/// Every fault of one kind, in every field.
pub(super) fn faults(
    case: &Case<'_>,
    said: impl Fn(&JudgedField<'_>, &Fault) -> Option<Said>,
) -> Vec<Said> {
    case.typed
        .iter()
        .filter_map(|typed| typed.assessment.faults.iter().find_map(|fault| said(typed, fault)))
        .collect()
}

/// Microsoft documents the exact form for the admin's pane, and that the legacy page takes no
/// punctuation; on the user's own pages of today the number is verified before it is saved, so what
/// only breaks the form is milder there.
pub(super) fn severity_of_form(place: Place) -> Severity {
    match place {
        Place::UserMethods | Place::LegacyProofup => Severity::Stop,
        _ => Severity::Warn,
    }
}

pub(super) fn code(calling_code: CallingCode) -> ParamValue {
    ParamValue::Text { text: format!("+{calling_code}") }
}

pub(super) fn region(region: Region) -> ParamValue {
    ParamValue::Region { region: region.as_str().to_owned() }
}

fn refused_by(assessment: &Assessment, place: Place, context: &Context) -> Option<Region> {
    refused::refused(assessment.number.as_ref()?, place, &context.policy)
}

fn is_of_unknown_country(assessment: &Assessment) -> bool {
    let unknown = Fault::CountryCodeMissing { assumed: None, only_plus: false };
    assessment.faults.contains(&unknown)
}

/// The legacy registration page takes spaces inside a number, and no punctuation.
fn without_harmless(typed: &str, place: Place) -> Cow<'_, str> {
    match place {
        Place::LegacyProofup => {
            typed.chars().filter(|character| !text::is_space_like(*character)).collect()
        }
        _ => Cow::Borrowed(typed),
    }
}

fn accepted(field: &PhoneField, place: Place) -> Field {
    let form = match (&field.selector, place) {
        (Some(selector), _) => Form::National(selected(*selector)),
        (None, Place::UserMethods) => Form::International,
        // The selector is there, but was not recognized.
        (None, _) => Form::National(None),
    };
    let is_office = field.slot == Some(PhoneSlot::Office);
    Field {
        form,
        // No source says that personal accounts refuse punctuation.
        punctuation_accepted: place == Place::Personal,
        // Where the phone type could not be read, it may be the office phone.
        extension_accepted: place == Place::UserMethods && (is_office || field.slot.is_none()),
        must_receive_text: match field.slot {
            // Alternate and office phones are only ever called.
            Some(PhoneSlot::AlternateMobile | PhoneSlot::Office) => false,
            Some(PhoneSlot::Mobile) => field.text_chosen.unwrap_or(place == Place::UserMethods),
            None => field.text_chosen == Some(true),
        },
    }
}

/// The region says more than the code that it may share with others.
fn selected(selector: CountrySelector) -> Option<Selected> {
    selector
        .region
        .map(Selected::Region)
        .or_else(|| selector.calling_code.and_then(CallingCode::new).map(Selected::CallingCode))
}

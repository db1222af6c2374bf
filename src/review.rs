//! One look at one tab: snapshots and context in, findings out. It owns the order in which places
//! are found, pages are read and rules are asked; it holds no rule.

use crate::{
    calendar::Day,
    context::Context,
    finding::{Anchor, Audience, Finding, Fix},
    methods::{
        Method, Worth,
        retirement::{self, Phase, Retirement},
    },
    page::{
        place::{self, Place, Shown},
        reading::{self, MethodList, Reading},
        snapshot::{Snapshot, Tab},
    },
    rules::{self, Case, NextStep, Typed},
};
use serde::Serialize;

/// What there is to say about a tab now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The known place the tab shows.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The language that the page's labels are in (BCP 47), in the frame that has the content.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Whom texts about the place address.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// The registered methods that were seen, in the page's order.
    pub methods: Vec<MethodSeen>,
    /// The one thing most worth doing about these methods; absent where the list was not read whole
    /// or holds a method that is not known.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_step: Option<NextStep>,
    /// When Microsoft's texts and calls end, where a phone among the methods depends on them and no
    /// finding says it.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephony_end: Option<TelephonyEnd>,
    /// Why there is no finding, where there is none.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub silence: Option<Silence>,
    /// The rules that would speak now, had nobody silenced them; each once, in the registry's order.
    pub silenced_rules: Vec<SilencedRule>,
    /// One entry for each frame of the tab, in the same order.
    pub frames: Vec<FrameReview>,
}

/// What there is to say in one frame.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FrameReview {
    /// [`Frame::id`](crate::page::snapshot::Frame::id).
    pub id: u64,
    /// The language that the page's labels are in (BCP 47, for instance `ja`), where they tell.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Most severe first; at one spot, the first is the one to show.
    pub findings: Vec<Finding>,
    /// The fix of each spot that has one: it sets right all that is found there and can be.
    pub fixes: Vec<SpotFix>,
}

/// The one fix to offer at a spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SpotFix {
    /// [`Finding::node`].
    pub node: u32,
    /// [`Finding::anchor`].
    pub anchor: Anchor,
    /// What to write there.
    pub fix: Fix,
}

/// One registered method and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MethodSeen {
    /// The catalogue's id, for instance `mobile-phone`.
    pub method: &'static str,
    /// What it is worth.
    pub worth: Worth,
    /// Whether it serves self-service password reset.
    pub password_reset: bool,
    /// Whether the page lists it as usable.
    pub usable: bool,
    /// Microsoft's end of it in this cloud.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// The end of something, seen from today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct End {
    /// The first day without it, `YYYY-MM-DD`.
    pub day: String,
    /// Where today stands to it; absent where the context names no day.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
}

/// The end of Microsoft's texts and calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TelephonyEnd {
    /// For most people.
    pub end: End,
    /// The first day without them for Global Administrators and external users, `YYYY-MM-DD`.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_for_admins_and_guests: Option<String>,
}

/// A rule that has something to say and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SilencedRule {
    /// [`Finding::rule`].
    pub rule: &'static str,
    /// Whose decision it is; the organisation's, where both have decided so.
    pub by: SilencedBy,
}

/// Who has silenced a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum SilencedBy {
    /// The user, who can undo it.
    User,
    /// The organisation.
    Organization,
}

/// Why nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// The tab shows no page that the product knows.
    UnknownPage,
    /// The page is known, but nothing on it can be read yet.
    WaitingForThePage,
    /// The methods were all read and are all known, and there is nothing left to do about them.
    NothingWrong,
    /// Nothing was found, but among the methods is one that is not known: it may be the trouble, or the
    /// way out of it.
    MethodNotKnown,
    /// Nothing was found on a page from which no more follows.
    NothingToSay,
    /// Something was found, by rules that are silenced alone.
    RulesSilenced,
    /// The user has silenced this place.
    SilencedByUser,
    /// The organisation has switched everything off.
    SwitchedOffByOrganization,
}

/// Looks at a tab.
#[must_use]
pub fn review(tab: &Tab, context: &Context) -> Review {
    let shown = place::shown_by_frames(tab);
    let readings: Vec<Option<(Shown, Reading)>> = tab
        .frames
        .iter()
        .zip(shown)
        .map(|(frame, shown)| {
            let shown = shown?;
            Some((shown, reading::read(&frame.snapshot, shown.place)))
        })
        .collect();
    let known = || readings.iter().flatten();
    let registered = known().find_map(|(_, reading)| reading.registered.as_ref());
    let of_tab = OfTab {
        registered,
        default_method: known().find_map(|(_, reading)| reading.default_method),
    };

    let place = known().next().map(|(shown, _)| shown.place);
    let imposed = place.and_then(|place| imposed_silence(place, context));
    let mut silenced_rules: Vec<SilencedRule> = Vec::new();

    let frames: Vec<FrameReview> = tab
        .frames
        .iter()
        .zip(&readings)
        .map(|(frame, reading)| {
            let Some((shown, reading)) = reading else {
                return FrameReview { id: frame.id, ..FrameReview::default() };
            };
            let (spoken, silenced): (Vec<Finding>, Vec<Finding>) =
                findings(*shown, &frame.snapshot, reading, &of_tab, context)
                    .into_iter()
                    .partition(|finding| silenced_by(finding.rule, context).is_none());
            silenced_rules.extend(silenced.iter().filter_map(|Finding { rule, .. }| {
                Some(SilencedRule { rule, by: silenced_by(rule, context)? })
            }));
            let findings = if imposed.is_some() { Vec::new() } else { spoken };
            FrameReview {
                id: frame.id,
                language: reading.language.clone(),
                fixes: fixes(&findings),
                findings,
            }
        })
        .collect();
    let silenced_rules = rules::in_order_once(&silenced_rules, |silenced| silenced.rule);
    let listed = known().next().map(|(shown, _)| *shown).zip(registered);
    let next_step = listed.and_then(|(shown, list)| rules::next_step(shown, list, &context.policy));

    let silence = if place.is_none() {
        Some(Silence::UnknownPage)
    } else if imposed.is_some() {
        imposed
    } else if findings_in(&frames).next().is_some() {
        None
    } else if known().all(|(_, reading)| reading.waiting)
        || registered.is_some_and(|list| !list.complete)
        || known().all(|(shown, reading)| shown.place.always_has_list() && reading.is_empty())
    {
        Some(Silence::WaitingForThePage)
    } else if !silenced_rules.is_empty() {
        Some(Silence::RulesSilenced)
    } else if registered.is_some_and(MethodList::has_unknown) {
        Some(Silence::MethodNotKnown)
    } else if next_step == Some(NextStep::Nothing) {
        Some(Silence::NothingWrong)
    } else {
        Some(Silence::NothingToSay)
    };
    Review {
        place,
        audience: place.map(Place::audience),
        // The portal's shell comes first and may be in another language than the blade.
        language: known()
            .rev()
            .find(|(_, reading)| !reading.is_empty())
            .or_else(|| known().next_back())
            .and_then(|(_, reading)| reading.language.clone()),
        methods: listed.map_or_else(Vec::new, |(shown, list)| methods_seen(shown, list, context)),
        next_step,
        telephony_end: listed
            .filter(|_| !findings_in(&frames).any(rules::tells_end_of_telephony))
            .and_then(|(shown, list)| telephony_end(shown, list, context)),
        silence,
        silenced_rules,
        frames,
    }
}

fn findings_in(frames: &[FrameReview]) -> impl Iterator<Item = &Finding> {
    frames.iter().flat_map(|frame| &frame.findings)
}

/// One for each spot: that of its most severe finding that has one.
fn fixes(findings: &[Finding]) -> Vec<SpotFix> {
    let mut fixes: Vec<SpotFix> = Vec::new();
    for Finding { node, anchor, fix, .. } in findings {
        let is_known = fixes.iter().any(|known| (known.node, known.anchor) == (*node, *anchor));
        if let Some(fix) = fix.as_ref().filter(|_| !is_known) {
            fixes.push(SpotFix { node: *node, anchor: *anchor, fix: fix.clone() });
        }
    }
    fixes
}

/// Why nothing would be said at a place whatever is found there.
fn imposed_silence(place: Place, context: &Context) -> Option<Silence> {
    if context.policy.switched_off {
        return Some(Silence::SwitchedOffByOrganization);
    }
    let silenced = &context.settings.silenced_places;
    silenced.iter().any(|id| id == place.id()).then_some(Silence::SilencedByUser)
}

fn silenced_by(rule: &str, context: &Context) -> Option<SilencedBy> {
    let names = |rules: &[String]| rules.iter().any(|id| id == rule);
    if names(&context.policy.silenced_rules) {
        Some(SilencedBy::Organization)
    } else {
        names(&context.settings.silenced_rules).then_some(SilencedBy::User)
    }
}

/// What every frame is told of the others.
struct OfTab<'a> {
    registered: Option<&'a MethodList>,
    default_method: Option<Method>,
}

fn findings(
    shown: Shown,
    snapshot: &Snapshot,
    reading: &Reading,
    of_tab: &OfTab<'_>,
    context: &Context,
) -> Vec<Finding> {
    let typed: Vec<Typed<'_>> = reading
        .phone_fields
        .iter()
        .filter_map(|field| Typed::judge(field, shown.place, reading.language.as_deref(), context))
        .collect();
    let elsewhere = of_tab.registered.filter(|_| reading.registered.is_none());
    let removal =
        reading.removal.clone().or_else(|| reading::removal_elsewhere(snapshot, elsewhere?));
    rules::ask(&Case {
        shown,
        context,
        today: Day::parse(&context.today),
        reading,
        registered: of_tab.registered,
        default_method: of_tab.default_method,
        removal,
        typed: &typed,
    })
}

fn methods_seen(shown: Shown, list: &MethodList, context: &Context) -> Vec<MethodSeen> {
    if shown.place == Place::Personal {
        return Vec::new(); // The catalogue is of work accounts.
    }
    list.rows
        .iter()
        .map(|row| {
            let facts = row.method.facts();
            MethodSeen {
                method: facts.id,
                worth: row.method.worth(),
                password_reset: facts.password_reset,
                usable: row.usable,
                end: retirement::of(row.method, shown.cloud, &context.policy)
                    .map(|retirement| seen_from_today(retirement, context)),
            }
        })
        .collect()
}

fn telephony_end(shown: Shown, list: &MethodList, context: &Context) -> Option<TelephonyEnd> {
    let phone = list.usable().find(|row| row.method.is_telephony())?;
    let retirement = retirement::of(phone.method, shown.cloud, &context.policy)
        .filter(|_| shown.place != Place::Personal)?;
    Some(TelephonyEnd {
        end: seen_from_today(retirement, context),
        day_for_admins_and_guests: retirement.day_for_admins_and_guests.map(|day| day.to_string()),
    })
}

fn seen_from_today(retirement: &Retirement, context: &Context) -> End {
    End {
        day: retirement.day.to_string(),
        phase: Day::parse(&context.today).map(|today| retirement.phase(today)),
    }
}

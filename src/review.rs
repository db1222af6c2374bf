//! One look at one tab: snapshots and context in, findings out. It owns the order in which places
//! are found, pages are read and rules are asked; it holds no rule.

use crate::{
    context::Context,
    finding::{Anchor, Audience, Finding, Fix, Severity},
    methods::{
        Method, Worth,
        retirement::{self, Phase, Retirement},
    },
    page::{
        Page,
        place::{Place, Shown},
        reading::{self, MethodList},
        snapshot::{Frame, Tab},
    },
    rules::{self, Case, JudgedField, NextStep},
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
    /// The one thing most worth doing: about what is being typed, where that will fail, or else about
    /// these methods. Absent where the list was not read whole
    /// or holds a method that is not known, and where nothing is to be done and it is not known
    /// whether one loss would take all methods.
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
    /// The rules that would speak now, had nobody silenced them; each once, in the registry's
    /// order.
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
    /// The catalog's id, for instance `mobile-phone`.
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
    pub day_for_admins_and_external: Option<String>,
}

/// A rule that has something to say and does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SilencedRule {
    /// [`Finding::rule`].
    pub rule: &'static str,
    /// Whose decision it is; the organization's, where both have decided so.
    pub by: SilencedBy,
}

/// Who has silenced a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum SilencedBy {
    /// The user, who can undo it.
    User,
    /// The organization.
    Organization,
}

/// Why nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Silence {
    /// The tab shows no page that the product knows.
    UnknownPage,
    /// The page is known, but nothing on it can be read yet.
    WaitingForThePage,
    /// The methods were all read and are all known, and there is nothing left to do about them.
    NothingWrong,
    /// Nothing was found, but among the methods is one that is not known: it may be the trouble, or
    /// the way out of it.
    MethodNotKnown,
    /// Nothing was found on a page from which no more follows.
    NothingToSay,
    /// Something was found, by rules that are silenced alone.
    RulesSilenced,
    /// The user has silenced this place.
    SilencedByUser,
    /// The organization has switched everything off.
    SwitchedOffByOrganization,
}

/// Looks at a tab.
#[must_use]
pub fn review(tab: &Tab, context: &Context) -> Review {
    let frames = Page::in_frames(tab);
    let pages: Vec<&Page<'_>> = frames.iter().flatten().collect();
    // All frames of a tab show the same place, or a part of it.
    let Some(shown) = pages.first().map(|page| page.shown) else {
        return of_unknown_page(tab);
    };
    let known = Known::of(&pages);
    let imposed = imposed_silence(shown.place, context);
    let (mut frames, silenced_rules): (Vec<FrameReview>, Vec<Vec<SilencedRule>>) = tab
        .frames
        .iter()
        .zip(&frames)
        .map(|(frame, page)| {
            let Some(page) = page else { return (FrameReview::empty(frame), Vec::new()) };
            let (mut review, silenced) = review_frame(page, &known, context);
            if imposed.is_some() {
                review.findings.clear();
            }
            review.fixes = fixes(&review.findings);
            (review, silenced)
        })
        .unzip();
    rules::say_once(&mut frames.iter_mut().map(|frame| &mut frame.findings).collect::<Vec<_>>());
    let silenced_rules = rules::in_order_once(silenced_rules.concat(), |silenced| silenced.rule);
    let is_silent = frames.iter().all(|frame| frame.findings.is_empty());
    let puts_right =
        findings_in(&frames).any(|it| it.anchor == Anchor::Field && it.severity == Severity::Stop);
    let next_step =
        if puts_right { Some(NextStep::PutRight) } else { next_step(shown, &known, context) };
    Review {
        place: Some(shown.place),
        language: language(&pages),
        audience: Some(shown.place.audience()),
        methods: methods_seen(shown, &known, context),
        next_step,
        telephony_end: telephony_end(shown, &known, context)
            .filter(|_| !findings_in(&frames).any(rules::tells_end_of_telephony)),
        silence: imposed
            .or_else(|| is_silent.then(|| why_silent(&pages, &known, &silenced_rules, next_step))),
        silenced_rules,
        frames,
    }
}

fn of_unknown_page(tab: &Tab) -> Review {
    Review {
        silence: Some(Silence::UnknownPage),
        frames: tab.frames.iter().map(FrameReview::empty).collect(),
        ..Review::default()
    }
}

impl FrameReview {
    fn empty(frame: &Frame) -> Self {
        Self { id: frame.id, ..Self::default() }
    }
}

fn findings_in(frames: &[FrameReview]) -> impl Iterator<Item = &Finding> {
    frames.iter().flat_map(|frame| &frame.findings)
}

/// What all frames of a tab know together.
struct Known<'a> {
    /// The list of methods, which may stand in another frame than a field or a dialog.
    list: Option<&'a MethodList>,
    default_method: Option<Method>,
}

impl<'a> Known<'a> {
    fn of(pages: &[&'a Page<'_>]) -> Self {
        let readings = || pages.iter().map(|page| &page.reading);
        Self {
            list: readings().find_map(|reading| reading.registered.as_ref()),
            default_method: readings().find_map(|reading| reading.default_method),
        }
    }
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

/// What the rules say of a frame, and which of them somebody has silenced.
fn review_frame(
    page: &Page<'_>,
    known: &Known<'_>,
    context: &Context,
) -> (FrameReview, Vec<SilencedRule>) {
    let mut review =
        FrameReview { language: page.reading.language.clone(), ..FrameReview::empty(page.frame) };
    let mut silenced = Vec::new();
    for finding in findings(page, known, context) {
        match silenced_by(finding.rule, context) {
            Some(by) => silenced.push(SilencedRule { rule: finding.rule, by }),
            None => review.findings.push(finding),
        }
    }
    (review, silenced)
}

fn findings(page: &Page<'_>, known: &Known<'_>, context: &Context) -> Vec<Finding> {
    let Page { index, shown, reading, .. } = page;
    let typed: Vec<JudgedField<'_>> = reading
        .phone_fields
        .iter()
        .filter_map(|field| {
            JudgedField::judge(field, shown.place, reading.language.as_deref(), known.list, context)
        })
        .collect();
    let elsewhere = known.list.filter(|_| reading.registered.is_none());
    let removal = reading.removal.clone();
    rules::ask(&Case {
        shown: *shown,
        context,
        today: context.today.parse().ok(),
        reading,
        registered: known.list,
        default_method: known.default_method,
        removal: removal.or_else(|| reading::removal_elsewhere(index, elsewhere?)),
        typed: &typed,
    })
}

fn silenced_by(rule: &str, context: &Context) -> Option<SilencedBy> {
    let names = |rules: &[String]| rules.iter().any(|id| id == rule);
    if names(&context.policy.silenced_rules) {
        Some(SilencedBy::Organization)
    } else {
        names(&context.settings.silenced_rules).then_some(SilencedBy::User)
    }
}

/// Why nothing is said at a place whatever is found there.
fn imposed_silence(place: Place, context: &Context) -> Option<Silence> {
    if context.policy.switched_off {
        return Some(Silence::SwitchedOffByOrganization);
    }
    let silenced = &context.settings.silenced_places;
    silenced.iter().any(|id| id == place.id()).then_some(Silence::SilencedByUser)
}

/// Why nothing is said at a known place where nobody has imposed it.
fn why_silent(
    pages: &[&Page<'_>],
    known: &Known<'_>,
    silenced_rules: &[SilencedRule],
    next_step: Option<NextStep>,
) -> Silence {
    let all = |holds: fn(&Page<'_>) -> bool| pages.iter().all(|page| holds(page));
    if all(|page| page.reading.waiting)
        || all(|page| page.shown.place.always_has_list() && page.reading.is_empty())
        || known.list.is_some_and(|list| !list.complete)
    {
        Silence::WaitingForThePage
    } else if !silenced_rules.is_empty() {
        Silence::RulesSilenced
    } else if known.list.is_some_and(MethodList::has_unknown) {
        Silence::MethodNotKnown
    } else if next_step == Some(NextStep::Nothing) {
        Silence::NothingWrong
    } else {
        Silence::NothingToSay
    }
}

/// The language of the frame that has the content: the portal's shell comes first and may be in
/// another language than the blade.
fn language(pages: &[&Page<'_>]) -> Option<String> {
    let with_content = pages.iter().rfind(|page| !page.reading.is_empty());
    with_content.or(pages.last())?.reading.language.clone()
}

fn next_step(shown: Shown, known: &Known<'_>, context: &Context) -> Option<NextStep> {
    let list = known.list.filter(|_| shown.place != Place::Personal)?;
    let policy = &context.policy;
    let ways = list.ways()?;
    let today = ways.clone().on(context.today.parse().ok(), shown.cloud, policy);
    // Whoever has nothing but phones that have ended is to replace them.
    let ways = if today.is_empty() { ways } else { today };
    rules::next_step(&ways, shown.place.audience(), shown.cloud, policy)
}

fn methods_seen(shown: Shown, known: &Known<'_>, context: &Context) -> Vec<MethodSeen> {
    // The catalog is of work accounts.
    let list = known.list.filter(|_| shown.place != Place::Personal);
    list.into_iter()
        .flat_map(MethodList::holdings)
        .map(|holding| {
            let facts = holding.method.facts();
            let has_ended = context.today.parse().is_ok_and(|today| {
                retirement::has_ended(holding.method, today, shown.cloud, &context.policy)
            });
            MethodSeen {
                method: facts.id,
                worth: if has_ended { Worth::NotCounted } else { holding.method.worth() },
                password_reset: facts.password_reset && !has_ended,
                usable: holding.usable,
                end: retirement::of(holding.method, shown.cloud, &context.policy)
                    .map(|retirement| seen_from_today(retirement, context)),
            }
        })
        .collect()
}

fn telephony_end(shown: Shown, known: &Known<'_>, context: &Context) -> Option<TelephonyEnd> {
    let list = known.list.filter(|_| shown.place != Place::Personal)?;
    let phone = list.usable().find(|holding| holding.method.is_telephony())?;
    let retirement = retirement::of(phone.method, shown.cloud, &context.policy)?;
    Some(TelephonyEnd {
        end: seen_from_today(retirement, context),
        day_for_admins_and_external: retirement
            .day_for_admins_and_external
            .map(|day| day.to_string()),
    })
}

fn seen_from_today(retirement: &Retirement, context: &Context) -> End {
    End {
        day: retirement.day.to_string(),
        phase: context.today.parse().ok().map(|today| retirement.phase(today)),
    }
}

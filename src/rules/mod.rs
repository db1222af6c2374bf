//! What Sparekey knows: one file for each rule. It owns the registry, what a rule may look at, and
//! the order of findings; words are in `extension/_locales`.
//!
//! A rule about somebody's methods judges plain [`Holding`](crate::methods::Holding)s, in a
//! function of its file that knows no page; its `check` says where on the page the verdict stands.

mod admin_target;
pub(crate) mod app_password;
mod cannot_receive_text;
mod contact_methods_again;
mod country_code_missing;
mod country_code_twice;
mod country_mismatch;
mod country_not_allowed;
pub(crate) mod default_goes;
pub(crate) mod deleting_last;
mod download_and_check;
mod email_is_not_mfa;
mod enforced_by_hand;
mod extension;
pub(crate) mod fewer_than_two_proofs;
mod fullwidth_digits;
mod international_prefix;
mod judged_field;
mod next_step;
pub(crate) mod no_mfa_method;
mod no_users_to_display;
mod not_a_number;
mod not_assigned;
pub(crate) mod not_phishing_resistant;
mod of_fault;
pub(crate) mod old_proofs;
pub(crate) mod one_phone_many_apps;
mod overseas_number;
mod per_user_with_ca;
pub(crate) mod phone_ends_soon;
pub(crate) mod phone_only;
mod punctuation;
mod recovery_code;
mod region_opt_in;
pub(crate) mod remove_the_old;
mod renumbered;
pub(crate) mod reregister_effect;
mod reset_password_effect;
mod revoke_effect;
pub(crate) mod same_number_twice;
pub(crate) mod same_phone;
pub(crate) mod security_questions_retire;
pub(crate) mod single_method;
mod sources;
mod space_after_country_code;
pub(crate) mod stale_authenticator;
mod tell_the_user;
pub(crate) mod thirty_day_wait;
mod trunk_zero;
mod wrong_length;
mod zero_lost;
mod zero_too_many;

pub(crate) use judged_field::JudgedField;
pub use next_step::NextStep;
pub(crate) use next_step::next_step;
pub use of_fault::of_fault;

use crate::{
    calendar::Day,
    context::Context,
    finding::{Anchor, Audience, Choice, Finding, Fix, Param, ParamValue, Severity, Source},
    methods::{Method, Proofs, Ways},
    page::{
        place::{self, Place, Shown},
        reading::{
            Act, Action, MethodList, PhonePicked, Picked, Reading, Removal, Says, Stage, Statement,
        },
    },
};

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name under which it is silenced, worded and documented.
    pub id: &'static str,
    /// How bad it is where it is at its worst.
    pub severity: Severity,
    /// Why, in one line.
    pub rationale: &'static str,
    /// Where the advice comes from.
    pub source: Source,
    /// The texts it needs.
    pub texts: &'static [Text],
    check: fn(&Case<'_>) -> Vec<Said>,
}

/// A text that a rule needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// [`Finding::variant`].
    pub variant: Option<&'static str>,
    /// The names of its placeholders.
    pub params: &'static [&'static str],
}

/// One text of one rule for one audience, as the locales must have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// [`Finding::rule`].
    pub rule: &'static str,
    /// [`Finding::variant`].
    pub variant: Option<&'static str>,
    /// [`Finding::audience`].
    pub audience: Audience,
    /// The names of its placeholders.
    pub params: &'static [&'static str],
}

/// What a rule may look at: one frame's reading and everything around it.
pub(crate) struct Case<'a> {
    pub(crate) shown: Shown,
    pub(crate) context: &'a Context,
    /// `None` when the context names no day; rules that count days then say nothing.
    pub(crate) today: Option<Day>,
    pub(crate) reading: &'a Reading,
    /// The tab's list of methods, which may stand in another frame than the field.
    pub(crate) registered: Option<&'a MethodList>,
    /// The method that the tab's page names as the default.
    pub(crate) default_method: Option<Method>,
    /// The method of the tab's list that is about to be deleted, where this frame says so.
    pub(crate) removal: Option<Removal>,
    pub(crate) typed: &'a [JudgedField<'a>],
}

impl<'a> Case<'a> {
    /// The methods that the frame lists, where they are those of a work account.
    fn work_list(&self) -> Option<&'a MethodList> {
        self.reading.registered.as_ref().filter(|_| self.shown.place != Place::Personal)
    }

    /// The methods that an action of this frame is about: the frame's own, or else the tab's.
    fn methods(&self) -> Option<&'a MethodList> {
        self.work_list().or(self.registered.filter(|_| self.shown.place != Place::Personal))
    }

    /// The proofs that the frame lists, and the list, where they are those of a personal account.
    fn proofs(&self) -> Option<(&'a MethodList, Proofs<'a>)> {
        let list = self.reading.registered.as_ref()?;
        (self.shown.place == Place::Personal)
            .then(|| (list, Proofs::of(list.holdings(), list.complete)))
    }

    /// The ways in that the frame lists, and the list, where it is known whole; also those that
    /// have ended.
    fn ways_ever(&self) -> Option<(&'a MethodList, Ways<'a>)> {
        let list = self.work_list()?;
        Some((list, list.ways()?))
    }

    /// The ways in of today, likewise.
    fn ways(&self) -> Option<(&'a MethodList, Ways<'a>)> {
        let (list, ways) = self.ways_ever()?;
        Some((list, self.today(ways)))
    }

    /// Those of the ways that have not ended.
    fn today(&self, ways: Ways<'a>) -> Ways<'a> {
        ways.on(self.today, self.shown.cloud, &self.context.policy)
    }

    /// Where the user of this cloud sees and sets up methods, for a message to send.
    fn link(&self) -> ParamValue {
        ParamValue::Text { text: place::security_info_link(self.shown.cloud).to_owned() }
    }

    /// The method that is being picked for a work account. Elsewhere a drop-down with methods
    /// filters a list, and personal accounts take as a proof what work accounts do not.
    fn picked(&self) -> Option<&'a Picked> {
        self.reading.picked.as_ref().filter(|_| self.adds_methods())
    }

    /// Where a phone is being picked or set up for a work account.
    fn phone_picked(&self) -> Option<PhonePicked> {
        self.reading.phone_picked.filter(|_| self.adds_methods())
    }

    fn adds_methods(&self) -> bool {
        matches!(
            self.shown.place,
            Place::SecurityInfo | Place::Register | Place::UserMethods | Place::LegacyProofup
        )
    }

    /// Something to say at the picker, while this method is being picked.
    fn at_picked(&self, method: Method, severity: Severity) -> Option<Said> {
        let picked = self.picked().filter(|picked| picked.method == method)?;
        Some(Said::at_choice(picked.node, severity))
    }

    /// The action, while it is being considered.
    fn considered(&self, act: Act) -> impl Iterator<Item = &'a Action> {
        let actions = self.reading.actions.iter();
        actions.filter(move |it| it.act == act && it.stage == Stage::Considered)
    }

    /// Where the page says so.
    fn stated(&self, says: &Says) -> impl Iterator<Item = &'a Statement> {
        self.reading.statements.iter().filter(move |it| it.says == *says)
    }
}

/// What a rule says; the registry adds the rest.
pub(crate) struct Said {
    pub(crate) variant: Option<&'static str>,
    pub(crate) severity: Severity,
    pub(crate) node: u32,
    pub(crate) anchor: Anchor,
    pub(crate) params: Vec<Param>,
    pub(crate) fix: Option<Fix>,
    pub(crate) choices: Vec<Choice>,
}

/// Every rule; at one spot and severity, the earlier one is shown.
pub const ALL: &[Rule] = &[
    not_a_number::RULE,
    country_not_allowed::RULE,
    overseas_number::RULE,
    country_code_missing::RULE,
    international_prefix::RULE,
    trunk_zero::RULE,
    zero_too_many::RULE,
    zero_lost::RULE,
    renumbered::RULE,
    wrong_length::RULE,
    country_mismatch::RULE,
    country_code_twice::RULE,
    fullwidth_digits::RULE,
    punctuation::RULE,
    cannot_receive_text::RULE,
    not_assigned::RULE,
    extension::RULE,
    space_after_country_code::RULE,
    region_opt_in::RULE,
    same_number_twice::RULE,
    email_is_not_mfa::RULE,
    phone_ends_soon::RULE,
    no_mfa_method::RULE,
    phone_only::RULE,
    single_method::RULE,
    same_phone::RULE,
    app_password::RULE,
    security_questions_retire::RULE,
    not_phishing_resistant::RULE,
    stale_authenticator::RULE,
    deleting_last::RULE,
    default_goes::RULE,
    remove_the_old::RULE,
    one_phone_many_apps::RULE,
    reregister_effect::RULE,
    revoke_effect::RULE,
    reset_password_effect::RULE,
    tell_the_user::RULE,
    admin_target::RULE,
    enforced_by_hand::RULE,
    per_user_with_ca::RULE,
    contact_methods_again::RULE,
    no_users_to_display::RULE,
    download_and_check::RULE,
    fewer_than_two_proofs::RULE,
    thirty_day_wait::RULE,
    old_proofs::RULE,
    recovery_code::RULE,
];

/// Every text that the locales must have.
pub fn messages() -> impl Iterator<Item = Message> {
    ALL.iter().flat_map(|rule| {
        rule.texts.iter().flat_map(|text| {
            [Audience::User, Audience::Admin].map(|audience| Message {
                rule: rule.id,
                variant: text.variant,
                audience,
                params: text.params,
            })
        })
    })
}

/// What the rules say of a case, most severe first, also what somebody has silenced.
pub(crate) fn ask(case: &Case<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL
        .iter()
        .flat_map(|rule| {
            (rule.check)(case).into_iter().map(|said| Finding {
                rule: rule.id,
                variant: said.variant,
                fingerprint: Finding::fingerprint(rule.id, said.variant, &said.params),
                severity: said.severity,
                // What will fail, or lock somebody out, is worth an interruption.
                interrupts: said.severity == Severity::Stop,
                audience: case.shown.place.audience(),
                node: said.node,
                anchor: said.anchor,
                params: said.params,
                fix: said.fix,
                choices: said.choices,
                source: rule.source,
            })
        })
        .collect();
    // Stable: at one severity, the registry's order stays.
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// Whether it names the last day of Microsoft's texts and calls.
pub(crate) fn tells_end_of_telephony(finding: &Finding) -> bool {
    [phone_only::RULE.id, phone_ends_soon::RULE.id].contains(&finding.rule)
}

/// Takes out what another finding of the tab says more to the point: the end of texts and calls is
/// told of the phone that is being picked, and need not be told of those in the list as well.
pub(crate) fn say_once(frames: &mut [&mut Vec<Finding>]) {
    if frames
        .iter()
        .flat_map(|findings| findings.iter())
        .any(|it| it.rule == phone_ends_soon::RULE.id)
    {
        for findings in frames {
            findings.retain(|it| it.rule != phone_only::RULE.id);
        }
    }
}

/// What rules have said, in the registry's order and with the first entry of each rule.
pub(crate) fn in_order_once<T>(mut said: Vec<T>, rule: impl Fn(&T) -> &'static str) -> Vec<T> {
    let place = |it: &T| ALL.iter().position(|known| known.id == rule(it));
    said.sort_by_key(place);
    said.dedup_by_key(|it| place(it));
    said
}

impl Said {
    fn at(node: u32, anchor: Anchor, severity: Severity) -> Self {
        let (params, choices) = (Vec::new(), Vec::new());
        Self { variant: None, severity, node, anchor, params, fix: None, choices }
    }

    fn at_list(list: &MethodList, severity: Severity) -> Self {
        Self::at(list.node, Anchor::List, severity)
    }

    fn at_choice(node: u32, severity: Severity) -> Self {
        Self::at(node, Anchor::Choice, severity)
    }

    fn variant(self, variant: &'static str) -> Self {
        Self { variant: Some(variant), ..self }
    }

    fn with(mut self, name: &'static str, value: ParamValue) -> Self {
        self.params.push(Param { name, value });
        self
    }
}

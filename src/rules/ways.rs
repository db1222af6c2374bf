//! How many ways in a list of methods really is. It owns the counting: rows are not ways, since one
//! app may stand in two rows and one number in two slots.

use super::Case;
use crate::{
    methods::{LivesOn, Method},
    page::reading::{MethodList, Registered, Sameness},
};

/// The ways in.
pub(super) struct Ways<'a> {
    pub(super) list: &'a MethodList,
    /// Usable rows that answer an MFA prompt.
    pub(super) counting: Vec<&'a Registered>,
    /// How many ways they are if everything that may differ does.
    pub(super) at_most: usize,
}

/// What all methods share.
pub(super) enum SharedPhone {
    /// They live on one phone.
    OneDevice,
    /// They are one number.
    OneNumber,
    /// As far as the masks let one see, they are one number.
    PerhapsOneNumber,
}

impl<'a> Ways<'a> {
    /// Counts the list of the case's own frame. `None` where there is none, or where it was not read
    /// whole, or where it holds a method that is not known: whatever that is may be the second one.
    pub(super) fn in_list_of(case: &Case<'a>) -> Option<Self> {
        Self::in_list(case.work_list()?)
    }

    /// As [`Ways::in_list_of`], of the list of a work account.
    pub(super) fn in_list(list: &'a MethodList) -> Option<Self> {
        if !list.complete || list.usable().any(|row| row.method == Method::Unknown) {
            return None;
        }
        let counting = list.usable().filter(|row| row.method.counts_as_mfa()).collect();
        Some(Self::of(list, counting))
    }

    /// Those that are left when `goes` is gone.
    pub(super) fn without(&self, goes: impl Fn(Method) -> bool) -> Self {
        let left = self.counting.iter().copied().filter(|row| !goes(row.method)).collect();
        Self::of(self.list, left)
    }

    fn of(list: &'a MethodList, counting: Vec<&'a Registered>) -> Self {
        let at_most = counting
            .iter()
            .enumerate()
            .filter(|(index, row)| {
                !counting
                    .iter()
                    .take(*index)
                    .any(|earlier| sameness(earlier, row) == Sameness::Same)
            })
            .count();
        Self { list, counting, at_most }
    }

    /// Those that are there until somebody removes them.
    pub(super) fn lasting(&self) -> Self {
        self.without(|method| !method.lasts())
    }

    /// Those to rely on: a pass that expires is a way in where it is all there is, and
    /// beside others it is no second one.
    pub(super) fn relied_on(self) -> Self {
        let lasting = self.lasting();
        if lasting.counting.is_empty() { self } else { lasting }
    }

    /// Whether there is nothing but texts and calls.
    pub(super) fn is_telephony_only(&self) -> bool {
        !self.counting.is_empty() && self.counting.iter().all(|row| row.method.is_telephony())
    }

    /// One way in, in however many rows.
    pub(super) fn is_single(&self) -> bool {
        self.at_most == 1 && !self.is_one_number_in_several_slots()
    }

    /// Two rows, one number: that is told as such, not as one method.
    fn is_one_number_in_several_slots(&self) -> bool {
        self.counting.len() > 1 && self.is_telephony_only()
    }

    /// What they all share, where there are several.
    pub(super) fn shared_phone(&self) -> Option<SharedPhone> {
        let rows = &self.counting;
        if rows.len() < 2 {
            return None;
        }
        if self.is_one_number_in_several_slots() {
            return match compare_all(rows) {
                Sameness::Same => Some(SharedPhone::OneNumber),
                Sameness::MayBeSame => Some(SharedPhone::PerhapsOneNumber),
                Sameness::Different => None,
            };
        }
        if self.at_most < 2 {
            return None; // One app in two rows: that is a single method.
        }
        let mobile = rows.iter().find(|row| row.method == Method::MobilePhone);
        let on_the_mobile = rows.iter().all(|row| match row.method.facts().lives_on {
            LivesOn::MobilePhone => true,
            LivesOn::OtherPhone => {
                mobile.is_some_and(|mobile| sameness(mobile, row) == Sameness::Same)
            }
            _ => false,
        });
        on_the_mobile.then_some(()).filter(|()| is_one_device(rows))?;
        Some(SharedPhone::OneDevice)
    }
}

/// The proofs of a personal account: there, email counts.
pub(super) struct Proofs<'a> {
    pub(super) list: &'a MethodList,
    /// Rows by which the account can be reached.
    pub(super) rows: Vec<&'a Registered>,
    /// A row of which nothing is known may be one more.
    pub(super) has_unknown: bool,
}

impl<'a> Proofs<'a> {
    pub(super) fn new(list: &'a MethodList) -> Self {
        let is_proof =
            |row: &&Registered| row.method.counts_as_mfa() || row.method == Method::Email;
        Self {
            list,
            rows: list.rows.iter().filter(is_proof).collect(),
            has_unknown: list.has_unknown(),
        }
    }
}

/// Two apps that name two devices are on two phones.
fn is_one_device(rows: &[&Registered]) -> bool {
    let mut devices = rows
        .iter()
        .filter(|row| !row.method.is_telephony() && !row.detail.is_empty())
        .map(|row| row.detail.as_str());
    let first = devices.next();
    let one_name = devices.all(|device| Some(device) == first);
    let authenticators = rows.iter().filter(|row| row.method == Method::Authenticator).count();
    // Two phones of one model have one name.
    one_name && authenticators <= 1
}

fn compare_all(rows: &[&Registered]) -> Sameness {
    let mut result = Sameness::Same;
    for (index, one) in rows.iter().enumerate() {
        for other in rows.iter().skip(index + 1) {
            match sameness(one, other) {
                Sameness::Different => return Sameness::Different,
                Sameness::MayBeSame => result = Sameness::MayBeSame,
                Sameness::Same => {}
            }
        }
    }
    result
}

/// Whether two rows are one way in.
fn sameness(one: &Registered, other: &Registered) -> Sameness {
    if one.method.is_telephony() && other.method.is_telephony() {
        return match (&one.number, &other.number) {
            (Some(one), Some(other)) => one.compare(other),
            _ => Sameness::Different,
        };
    }
    // Two rows of one kind are two registrations, even where two phones bear one name.
    let one_app = one.method.may_be_authenticator()
        && other.method.may_be_authenticator()
        && one.method != other.method
        && !one.detail.is_empty()
        && one.detail == other.detail;
    if one_app { Sameness::Same } else { Sameness::Different }
}

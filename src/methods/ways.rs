//! How many ways in a person has. It owns the counting: registrations are not ways, since one app
//! may be registered twice and one number may be in two slots. It knows no page; a list on a page
//! and a row of a file are counted alike.

use super::{Holding, LivesOn, Method, Sameness, retirement};
use crate::{calendar::Day, cloud::Cloud, context::Policy};

/// A holding that counts, and where it stands among those that were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// Its position, from 0.
    pub index: usize,
    /// The holding.
    pub holding: &'a Holding,
}

/// The ways in: the usable holdings that answer an MFA prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways<'a> {
    counted: Vec<Counted<'a>>,
    at_most: usize,
}

/// What all ways in share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SharedPhone {
    /// They live on one phone.
    OneDevice,
    /// They do if an authenticator app that names no device is on that phone: it may be any app, on a
    /// computer as well.
    PerhapsOneDevice,
    /// They are one number.
    OneNumber,
    /// As far as the masks let one see, they are one number.
    PerhapsOneNumber,
}

impl<'a> Ways<'a> {
    /// Counts a person's holdings. `complete` says that these are all of them.
    ///
    /// `None` where the list is not known whole: it is not complete, or a usable method in it is
    /// not known. Whatever is missing may be the second way in.
    pub fn of(holdings: impl IntoIterator<Item = &'a Holding>, complete: bool) -> Option<Self> {
        let usable = holdings.into_iter().enumerate().filter(|(_, holding)| holding.usable);
        let usable: Vec<Counted<'a>> =
            usable.map(|(index, holding)| Counted { index, holding }).collect();
        if !complete || usable.iter().any(|it| it.holding.method == Method::Unknown) {
            return None;
        }
        Some(Self::counting(
            usable.into_iter().filter(|it| it.holding.method.counts_as_mfa()).collect(),
        ))
    }

    fn counting(counted: Vec<Counted<'a>>) -> Self {
        let is_new = |(position, it): &(usize, &Counted<'_>)| {
            let mut earlier = counted.iter().take(*position);
            !earlier.any(|earlier| sameness(earlier.holding, it.holding) == Sameness::Same)
        };
        let at_most = counted.iter().enumerate().filter(is_new).count();
        Self { counted, at_most }
    }

    /// What was counted, in the order in which it was given.
    #[must_use]
    pub fn counted(&self) -> &[Counted<'a>] {
        &self.counted
    }

    /// The holdings that were counted.
    pub fn holdings(&self) -> impl Iterator<Item = &'a Holding> {
        self.counted.iter().map(|it| it.holding)
    }

    /// The methods of what was counted.
    pub fn methods(&self) -> impl Iterator<Item = Method> {
        self.holdings().map(|it| it.method)
    }

    /// Whether there is no way in at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counted.is_empty()
    }

    /// The upper bound: holdings that may be the same way in are counted as different ones.
    #[must_use]
    pub fn at_most(&self) -> usize {
        self.at_most
    }

    /// The ways that are left when `goes` is gone.
    #[must_use]
    pub fn without(&self, goes: impl Fn(Counted<'a>) -> bool) -> Self {
        Self::counting(self.counted.iter().copied().filter(|it| !goes(*it)).collect())
    }

    /// Those of `today`: from the day on which Microsoft's texts and calls end, a phone is no way
    /// in any more. Where the day is not known, nothing has ended.
    #[must_use]
    pub fn on(self, today: Option<Day>, cloud: Cloud, policy: &Policy) -> Self {
        let has_ended = |method: Method| {
            today.is_some_and(|today| retirement::has_ended(method, today, cloud, policy))
        };
        if self.methods().any(has_ended) {
            self.without(|it| has_ended(it.holding.method))
        } else {
            self
        }
    }

    /// Those that are there until somebody removes them.
    #[must_use]
    pub fn lasting(&self) -> Self {
        self.without(|it| !it.holding.method.lasts())
    }

    /// Those to rely on: a pass that expires is a way in where it is all there is; beside others it
    /// is not a second one.
    #[must_use]
    pub fn relied_on(self) -> Self {
        let lasting = self.lasting();
        if lasting.is_empty() { self } else { lasting }
    }

    /// Whether there is nothing but texts and calls.
    #[must_use]
    pub fn is_telephony_only(&self) -> bool {
        !self.is_empty() && self.methods().all(Method::is_telephony)
    }

    /// Whether it is one way in, however many holdings it is made of. One number in several slots
    /// is not meant: that is a [`SharedPhone`].
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.at_most == 1 && !self.is_several_slots()
    }

    /// Several phone numbers, or one number several times, and nothing else.
    fn is_several_slots(&self) -> bool {
        self.counted.len() > 1 && self.is_telephony_only()
    }

    /// What they all share, where there are several.
    #[must_use]
    pub fn shared_phone(&self) -> Option<SharedPhone> {
        if self.is_several_slots() {
            return match self.compare_all() {
                Sameness::Same => Some(SharedPhone::OneNumber),
                Sameness::MayBeSame => Some(SharedPhone::PerhapsOneNumber),
                Sameness::Different => None,
            };
        }
        if self.at_most < 2 {
            return None; // One app that is registered twice is a single way in.
        }
        let mobile = self.holdings().find(|it| it.method == Method::MobilePhone);
        let is_on_the_mobile = |it: &Holding| match it.method.facts().lives_on {
            LivesOn::MobilePhone => true,
            LivesOn::OtherPhone => {
                mobile.is_some_and(|mobile| sameness(mobile, it) == Sameness::Same)
            }
            _ => false,
        };
        if !(self.holdings().all(is_on_the_mobile) && self.is_one_device()) {
            return None;
        }
        let is_anywhere = |it: &Holding| {
            it.method == Method::SoftwareOath && Device::named(&it.detail) == Device::NotTold
        };
        Some(if self.holdings().any(is_anywhere) {
            SharedPhone::PerhapsOneDevice
        } else {
            SharedPhone::OneDevice
        })
    }

    /// Two apps that name two devices are on two phones.
    fn is_one_device(&self) -> bool {
        let devices: Vec<Device<'_>> = self
            .holdings()
            .filter(|it| !it.method.is_telephony())
            .map(|it| Device::named(&it.detail))
            .collect();
        let mut pairs = devices.iter().enumerate().flat_map(|(position, one)| {
            devices.iter().skip(position + 1).map(move |other| one.compare(other))
        });
        let authenticators = self.methods().filter(|it| *it == Method::Authenticator).count();
        // Two phones of one model have one name.
        pairs.all(|it| it == Sameness::Same) && authenticators <= 1
    }

    /// Whether two of them are known not to be lost together: the places of both are known, and
    /// they are two.
    #[must_use]
    pub fn has_two_places(&self) -> bool {
        self.counted.iter().enumerate().any(|(position, one)| {
            let mut others = self.counted.iter().skip(position + 1);
            others.any(|other| are_apart(one.holding, other.holding))
        })
    }

    /// Whether all of them work on the computers alone on which they were set up.
    #[must_use]
    pub fn is_on_computers_only(&self) -> bool {
        !self.is_empty() && self.methods().all(|it| it.facts().lives_on == LivesOn::Computer)
    }

    /// How alike they are all together: as the two that are least alike.
    fn compare_all(&self) -> Sameness {
        let mut result = Sameness::Same;
        for (position, one) in self.holdings().enumerate() {
            for other in self.holdings().skip(position + 1) {
                match sameness(one, other) {
                    Sameness::Different => return Sameness::Different,
                    Sameness::MayBeSame => result = Sameness::MayBeSame,
                    Sameness::Same => {}
                }
            }
        }
        result
    }
}

/// Whether two holdings are known to be lost apart from one another.
fn are_apart(one: &Holding, other: &Holding) -> bool {
    let place = |it: &Holding| it.method.facts().lives_on;
    match (place(one), place(other)) {
        (LivesOn::Unknown | LivesOn::Nowhere, _) | (_, LivesOn::Unknown | LivesOn::Nowhere) => {
            false
        }
        // Two keys are two things to carry.
        (LivesOn::OwnDevice, LivesOn::OwnDevice) => true,
        // On both there is something else to lose first: none of them can be carried along.
        (LivesOn::Computer, LivesOn::Computer) => false,
        // A desk's number may be forwarded, and a number may be in two slots.
        (LivesOn::OtherPhone, LivesOn::OtherPhone | LivesOn::MobilePhone)
        | (LivesOn::MobilePhone, LivesOn::OtherPhone) => false,
        (LivesOn::MobilePhone, LivesOn::MobilePhone) => {
            Device::named(&one.detail).compare(&Device::named(&other.detail)) == Sameness::Different
        }
        (one, other) => one != other,
    }
}

/// What a row tells of the device that a method lives on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Device<'a> {
    /// Nothing.
    NotTold,
    /// A phone or tablet of Apple's, and no more.
    Ios,
    /// One with Android, and no more.
    Android,
    /// Its name, or its model's.
    Named(&'a str),
}

impl<'a> Device<'a> {
    /// Reads what a row says. Passkeys in Authenticator are named "Authenticator - iOS" and
    /// "Authenticator - Android", which is no device's name.
    fn named(detail: &'a str) -> Self {
        let told = detail.trim();
        let rest = told
            .strip_prefix("Microsoft ")
            .unwrap_or(told)
            .strip_prefix("Authenticator")
            .map_or(told, |rest| {
                rest.trim_matches(|it: char| !crate::text::is_letter_or_number(it))
            });
        match rest.to_ascii_lowercase().as_str() {
            "" => Self::NotTold,
            "ios" | "ipados" => Self::Ios,
            "android" => Self::Android,
            _ if rest == told => Self::Named(told),
            _ => Self::NotTold,
        }
    }

    /// Whether both are one device, as far as they tell: only two names of devices that differ, or
    /// two systems, are two. A person's own name for a device tells no system.
    fn compare(&self, other: &Self) -> Sameness {
        /// Words in the names of models with Android.
        const ANDROID: &[&str] = &[
            "pixel", "galaxy", "samsung", "sm-", "xperia", "xiaomi", "redmi", "oneplus", "android",
            "moto", "huawei", "oppo", "aquos",
        ];
        let has = |name: &str, words: &[&str]| {
            let name = name.to_lowercase();
            words.iter().any(|word| name.contains(word))
        };
        let is_apple = |name: &str| has(name, &["iphone", "ipad", "ios"]);
        let system = |name: &str| (is_apple(name), has(name, ANDROID));
        // "Robin's iPhone" and "iPhone 15" may be one; two models are two.
        let is_model = |name: &str| name.bytes().any(|it| it.is_ascii_digit());
        match (self, other) {
            (Self::NotTold, _) | (_, Self::NotTold) => Sameness::Same,
            (Self::Named(name), Self::Ios) | (Self::Ios, Self::Named(name)) => {
                if is_apple(name) {
                    Sameness::Same
                } else if has(name, ANDROID) {
                    Sameness::Different
                } else {
                    Sameness::MayBeSame
                }
            }
            (Self::Named(name), Self::Android) | (Self::Android, Self::Named(name)) => {
                if is_apple(name) { Sameness::Different } else { Sameness::Same }
            }
            (Self::Named(one), Self::Named(other)) if one != other => {
                match (system(one), system(other)) {
                    (one_system, other_system) if one_system == other_system => {
                        if is_model(one) == is_model(other) {
                            Sameness::Different
                        } else {
                            Sameness::MayBeSame
                        }
                    }
                    ((false, false), _) | (_, (false, false)) => Sameness::MayBeSame,
                    _ => Sameness::Different,
                }
            }
            _ if self == other => Sameness::Same,
            _ => Sameness::Different,
        }
    }
}

/// Whether two holdings are one way in.
fn sameness(one: &Holding, other: &Holding) -> Sameness {
    if one.method.is_telephony() && other.method.is_telephony() {
        return match (&one.number, &other.number) {
            (Some(one), Some(other)) => one.compare(other),
            _ => Sameness::Different,
        };
    }
    // Two of one kind are two registrations, even where two phones have one name.
    let one_app = one.method.may_be_authenticator()
        && other.method.may_be_authenticator()
        && one.method != other.method
        && !one.detail.is_empty()
        && one.detail == other.detail;
    if one_app { Sameness::Same } else { Sameness::Different }
}

#[cfg(test)]
mod tests {
    use super::{SharedPhone, Ways};
    use crate::methods::{
        Holding, Method,
        example::{held, on_device, unusable, with_number},
    };

    fn ways(holdings: &[Holding]) -> Ways<'_> {
        Ways::of(holdings, true).unwrap()
    }

    #[test]
    fn a_list_that_is_not_known_whole_is_not_counted() {
        let phone = held(&[Method::MobilePhone]);
        assert!(Ways::of(&phone, true).is_some());
        assert!(Ways::of(&phone, false).is_none());
        assert!(Ways::of(&held(&[Method::MobilePhone, Method::Unknown]), true).is_none());
        let not_usable = [Holding::new(Method::MobilePhone), unusable(Method::Unknown)];
        assert!(Ways::of(&not_usable, true).is_some());
        assert!(ways(&[]).is_empty());
    }

    #[test]
    fn what_answers_no_prompt_or_cannot_be_used_is_not_counted() {
        let mut holdings = held(&[Method::Email, Method::Password, Method::SecurityKey]);
        holdings.push(unusable(Method::Passkey));
        let ways = ways(&holdings);
        let counted: Vec<_> =
            ways.counted().iter().map(|it| (it.index, it.holding.method)).collect();
        assert_eq!(counted, [(2, Method::SecurityKey)]);
    }

    #[test]
    fn one_app_that_is_registered_twice_is_one_way() {
        let app = on_device(Method::Authenticator, "Pixel 9");
        let same = [app.clone(), on_device(Method::SoftwareOath, "Pixel 9")];
        assert_eq!((ways(&same).at_most(), ways(&same).is_single()), (1, true));
        assert_eq!(ways(&same).shared_phone(), None);
        let other = [app.clone(), on_device(Method::SoftwareOath, "Pixel 8")];
        assert_eq!(ways(&other).at_most(), 2);
        assert_eq!(ways(&[app.clone(), app]).at_most(), 2, "two phones of one model");
        let nameless = held(&[Method::Authenticator, Method::SoftwareOath]);
        assert_eq!(ways(&nameless).at_most(), 2);
    }

    #[test]
    fn one_number_in_two_slots_is_a_shared_number_and_not_a_single_way() {
        let slots = |one, other| {
            [with_number(Method::MobilePhone, one), with_number(Method::OfficePhone, other)]
        };
        let same = slots("+81 9012345678", "+81 90-1234-5678");
        assert_eq!(ways(&same).shared_phone(), Some(SharedPhone::OneNumber));
        assert!(!ways(&same).is_single());
        let masked = slots("+81 XXXXXXXX78", "+81 9012345678");
        assert_eq!(ways(&masked).shared_phone(), Some(SharedPhone::PerhapsOneNumber));
        let different = slots("+81 9012345678", "+81 9012345679");
        assert_eq!(ways(&different).shared_phone(), None);
        assert_eq!(ways(&held(&[Method::MobilePhone, Method::OfficePhone])).shared_phone(), None);
    }

    #[test]
    fn an_authenticator_app_that_names_no_device_may_be_anywhere() {
        let phone = with_number(Method::MobilePhone, "+81 9012345678");
        let app = on_device(Method::Authenticator, "Pixel 9");
        let nameless = on_device(Method::SoftwareOath, "");
        let named = on_device(Method::SoftwareOath, "Pixel 9");
        let perhaps = Some(SharedPhone::PerhapsOneDevice);
        for (holdings, shared) in [
            (vec![phone.clone(), nameless.clone()], perhaps),
            (vec![app.clone(), nameless.clone()], perhaps),
            (vec![phone.clone(), app.clone(), nameless.clone()], perhaps),
            (vec![nameless.clone(), on_device(Method::PasskeyInAuthenticator, "Pixel 9")], perhaps),
            (vec![phone.clone(), named.clone()], Some(SharedPhone::OneDevice)),
            (vec![phone, app, named], Some(SharedPhone::OneDevice)),
        ] {
            assert_eq!(ways(&holdings).shared_phone(), shared, "{holdings:?}");
        }
    }

    #[test]
    fn what_lives_on_one_phone_is_lost_with_it() {
        let phone = with_number(Method::MobilePhone, "+81 9012345678");
        let app = on_device(Method::Authenticator, "Pixel 9");
        let all = [phone, app, on_device(Method::PasskeyInAuthenticator, "Pixel 9")];
        assert_eq!(ways(&all).shared_phone(), Some(SharedPhone::OneDevice));
        let mut with_key = all.to_vec();
        with_key.push(Holding::new(Method::SecurityKey));
        assert_eq!(ways(&with_key).shared_phone(), None);
        let two = [
            on_device(Method::Authenticator, "Pixel 9"),
            on_device(Method::PasskeyInAuthenticator, "iPhone 15"),
        ];
        assert_eq!(ways(&two).shared_phone(), None);
    }

    #[test]
    fn a_pass_is_relied_on_where_it_is_all_there_is() {
        let pass = held(&[Method::TemporaryAccessPass]);
        assert!(ways(&pass).relied_on().is_single());
        assert!(ways(&pass).lasting().is_empty());
        let both = held(&[Method::TemporaryAccessPass, Method::SecurityKey]);
        assert_eq!(ways(&both).at_most(), 2);
        let relied_on = ways(&both).relied_on();
        assert_eq!(relied_on.counted().first().map(|it| it.index), Some(1));
        assert!(relied_on.is_single());
    }

    #[test]
    fn texts_and_calls_alone_are_known_as_such() {
        assert!(!ways(&[]).is_telephony_only());
        assert!(ways(&held(&[Method::MobilePhone, Method::AlternatePhone])).is_telephony_only());
        assert!(!ways(&held(&[Method::MobilePhone, Method::Passkey])).is_telephony_only());
    }
}

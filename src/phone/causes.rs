//! Which number was meant by digits that are none as they stand, where the reason can be known. It
//! owns the reasons; how the digits read as they stand is `reading`'s.
//!
//! What is named here is what was meant and not only what is wrong, so that it takes a valid number,
//! and no second one that is as good.

use super::{
    content::Content,
    digits::{Digits, MOST_DIGITS},
    fault::{Fault, Renumbering},
    field::Form,
    number::PhoneNumber,
    parse,
    reading::{Reading, begins_a_number, national},
    region::Region,
    renumbered::{CHANGES, Change},
    shared_plans,
    terms::NumberType,
};

/// What was meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cause {
    pub(super) number: PhoneNumber,
    pub(super) fault: Fault,
    /// No other reading is as good.
    is_proved: bool,
}

/// Plans that had another digit than 0 as trunk prefix, and have none today.
const FORMER_TRUNK_PREFIXES: [(&str, u8); 2] = [("EE", b'8'), ("LV", b'8')];

/// With fewer digits behind it, a zero in front is as likely the beginning of something else.
const SHORTEST_BEHIND_ZERO: usize = 6;

/// Digits as a national number, or behind a calling code.
#[derive(Clone, Copy)]
struct Typed<'a> {
    digits: &'a [u8],
    /// The region whose rules hold.
    region: Region,
    /// No calling code stands before them.
    is_at_home: bool,
    /// A list beside the field says the region, which may be the one that stood there.
    is_selected: bool,
}

impl Cause {
    pub(super) fn of(
        content: &Content,
        reading: &Reading,
        form: Form,
        assumed: Option<Region>,
    ) -> Option<Self> {
        let number = reading.number?;
        // Of two reasons, and of a guess on top of a guess, none is known.
        if reading.faults.iter().any(|fault| matches!(fault, Fault::CountryMismatch { .. })) {
            return None;
        }
        let is_at_home = reading.national_from == 0;
        let region = if is_at_home { form.region(assumed)? } else { number.main_region() };
        let digits = content.digits.as_bytes().get(reading.national_from..)?;
        let is_selected = form != Form::International;
        let typed = Typed { digits, region, is_at_home, is_selected };
        let cause = typed.cause(&number, reading.keeps_all_digits)?;
        let fits_selector = match form {
            Form::International => true,
            Form::National(_) => form.selected_code() == Some(cause.number.calling_code()),
        };
        let is_call_abroad =
            reading.faults.iter().any(|fault| matches!(fault, Fault::InternationalPrefix { .. }));
        let is_proved = cause.is_proved && fits_selector && !is_call_abroad;
        Some(Self { is_proved, ..cause })
    }

    /// The reading with what was meant in place of what stands there.
    pub(super) fn apply(self, reading: &mut Reading) {
        if let Fault::OverseasNumber { .. } = self.fault {
            // The calling code that they would speak of is another one.
            reading.faults.retain(|fault| {
                !matches!(fault, Fault::CountryCodeMissing { .. } | Fault::TrunkZero { .. })
            });
        }
        reading.number = Some(self.number);
        reading.faults.push(self.fault);
        reading.keeps_all_digits = self.is_proved;
    }
}

impl Typed<'_> {
    fn cause(self, number: &PhoneNumber, keeps_all_digits: bool) -> Option<Cause> {
        let is_valid = number.is_valid();
        if (!is_valid || shared_plans::gives_way(self.region))
            && let Some(number) = self.overseas()
        {
            let fault = Fault::OverseasNumber { region: number.region_or_main() };
            // Where the digits are a number here as well, nothing is proved.
            return Some(Cause { number, fault, is_proved: !is_valid });
        }
        // The parser moves the mark of mobile numbers itself.
        if (!is_valid || !keeps_all_digits)
            && let Some(number) = self.with_mobile_mark()
        {
            let fault = Fault::Renumbered(Renumbering::MobileMark);
            return Some(Cause { number, fault, is_proved: true });
        }
        // What is a whole number behind the calling code that it begins with lacks its plus.
        if is_valid || self.is_number_abroad() {
            return None;
        }
        let causes = [self.renumbered(), self.without_zero(), self.with_zero()];
        let mut found = causes.into_iter().flatten();
        let cause = found.next();
        match found.next() {
            // Two numbers that are as good: what was meant is not known.
            Some(_) => None,
            None => cause.or_else(|| self.grown(number)),
        }
    }

    /// Whether the digits are a whole number of some country if a plus is put before them.
    fn is_number_abroad(self) -> bool {
        let number = || {
            let (plan, length) = parse::leading_calling_code(self.digits)?;
            let behind = self.digits.get(length..)?;
            Some(national(Region::from_index(plan.first), behind).number)
        };
        self.is_at_home && number().as_ref().is_some_and(is_of_somebody)
    }

    /// `(380) 15 123-4567` in Argentina, where the mark is a 9 behind the calling code.
    fn with_mobile_mark(self) -> Option<PhoneNumber> {
        let territory = self.region.territory();
        if territory.transform.inserted != "9" {
            return None;
        }
        let pieces = parse::national_number(self.digits, territory).pieces();
        let [inserted, _, _] = pieces;
        let number = PhoneNumber::new(territory.calling_code, &pieces, Digits::EMPTY);
        (!inserted.is_empty() && is_of_somebody(&number)).then_some(number)
    }

    /// The number of today in place of one from before a change.
    fn renumbered(self) -> Option<Cause> {
        self.changes().find_map(|(change, digits)| {
            let new = change.new?;
            let (kept, rest) = digits.split_at_checked(change.kept)?;
            let rest = rest.get(change.old.len()..)?;
            let pieces = [kept, new.as_bytes(), rest];
            let calling_code = self.region.territory().calling_code;
            let number = PhoneNumber::new(calling_code, &pieces, Digits::EMPTY);
            let Change { kept, old, since, .. } = *change;
            let fault = Fault::Renumbered(Renumbering::Replaced { kept, old, new, since });
            is_of_somebody(&number).then_some(Cause { number, fault, is_proved: true })
        })
    }

    /// One from before a change that does not say what the number is today.
    fn grown(self, number: &PhoneNumber) -> Option<Cause> {
        let (change, _) = self.changes().find(|(change, _)| change.new.is_none())?;
        let fault = Fault::Renumbered(Renumbering::Longer { since: change.since });
        Some(Cause { number: *number, fault, is_proved: false })
    }

    /// The changes of which the digits have the old form, with the digits behind a trunk prefix.
    fn changes(&self) -> impl Iterator<Item = (&'static Change, &[u8])> {
        let region = self.region.calling_code().main_region();
        let trunk = self.region.trunk_prefix().as_bytes();
        let behind_trunk = self.digits.strip_prefix(trunk).filter(|_| !trunk.is_empty());
        let forms = std::iter::once(self.digits).chain(behind_trunk);
        forms.flat_map(move |digits| {
            let of_region = CHANGES.iter().filter(move |it| it.region == region.as_str());
            let is_old = move |change: &&Change| {
                digits.len() == change.digits
                    && digits
                        .get(change.kept..)
                        .is_some_and(|rest| rest.starts_with(change.old.as_bytes()))
            };
            of_region.filter(is_old).map(move |change| (change, digits))
        })
    }

    /// `058 677 12 34` in Poland: no number there begins with a zero, and the rest is one.
    fn without_zero(self) -> Option<Cause> {
        // Beside a list that still says what it said at first, it is as likely a number of another
        // country, as it is dialed there.
        if self.is_selected {
            return None;
        }
        let (first, rest) = self.digits.split_first()?;
        let is_former_trunk = FORMER_TRUNK_PREFIXES.contains(&(self.region.as_str(), *first));
        if !(*first == b'0' || is_former_trunk)
            || rest.first() == Some(&b'0')
            || rest.len() < SHORTEST_BEHIND_ZERO
            || begins_a_number(self.region, self.digits)
        {
            return None;
        }
        let calling_code = self.region.territory().calling_code;
        let number = PhoneNumber::new(calling_code, &[rest], Digits::EMPTY);
        let fault = Fault::ZeroTooMany { digit: char::from(*first) };
        is_of_somebody(&number).then_some(Cause { number, fault, is_proved: true })
    }

    /// `2 36611234` in Italy: no number there begins so, and with a zero it is one.
    fn with_zero(self) -> Option<Cause> {
        if begins_a_number(self.region, self.digits) {
            return None;
        }
        let digits = Digits::<MOST_DIGITS>::of(&[b"0", self.digits]);
        let found = national(self.region, digits.as_bytes());
        let is_kept = found.number.national_number().as_bytes() == digits.as_bytes();
        let trunk = self.region.trunk_prefix();
        if !found.keeps_all_digits || !(is_kept || trunk.len() > 1) {
            return None;
        }
        let fault = Fault::ZeroLost { trunk: (!is_kept).then_some(trunk) };
        let number = found.number;
        is_of_somebody(&number).then_some(Cause { number, fault, is_proved: true })
    }

    /// The number, if it is one of exactly one other calling code of the same plan.
    fn overseas(self) -> Option<PhoneNumber> {
        let mut found = shared_plans::dialed_as_at_home(self.region)
            .map(|region| national(region, self.digits).number)
            .filter(is_of_somebody);
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }
}

/// Whether it is a number that somebody may have: no service, nothing at a special price.
fn is_of_somebody(number: &PhoneNumber) -> bool {
    number.number_type().is_some_and(|kind| {
        kind.may_receive_text() || matches!(kind, NumberType::FixedLine | NumberType::Voip)
    })
}

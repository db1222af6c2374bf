//! Which number was meant by digits that are none as they stand, where the reason can be known. It
//! owns the reasons; how the digits read as they stand is `reading`'s.
//!
//! What is named here is what was meant and not only what is wrong, so that it takes a valid number,
//! and no second one that is as good.

use super::{
    content::Content,
    fault::Fault,
    field::Form,
    number::PhoneNumber,
    reading::{Reading, national},
    region::Region,
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

/// Digits as a national number, or behind a calling code.
#[derive(Clone, Copy)]
struct Typed<'a> {
    digits: &'a [u8],
    /// The region whose rules hold.
    region: Region,
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
        let cause = Typed { digits, region }.cause(reading)?;
        let fits_selector = match form {
            Form::International => true,
            Form::National(_) => form.selected_code() == Some(cause.number.calling_code()),
        };
        Some(Self { is_proved: cause.is_proved && fits_selector, ..cause })
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
    fn cause(self, reading: &Reading) -> Option<Cause> {
        let is_valid = reading.number.is_some_and(|number| number.is_valid());
        if is_valid && !shared_plans::gives_way(self.region) {
            return None;
        }
        let number = self.overseas()?;
        let fault = Fault::OverseasNumber { region: number.region_or_main() };
        // Where the digits are a number here as well, nothing is proved.
        Some(Cause { number, fault, is_proved: !is_valid })
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

//! The judge of one field: what was typed, what the place accepts → every fault, and at most one
//! fix.
//!
//! It owns which faults a content has; what reads its characters is `content`, and what finds the
//! number in its digits is `reading`.

use super::{
    causes::Cause,
    content::{Content, Gap},
    fault::Fault,
    field::{Field, Form},
    number::PhoneNumber,
    reading::Reading,
    region::Region,
    short,
    terms::{ExtensionFault, LengthFault, NotANumber, NumberType},
};

/// Longer short numbers exist (116 117), but five or more digits are as likely a mistyped phone
/// number.
const LONGEST_SHORT_NUMBER: usize = 4;

/// What there is to say about the content of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The number that was found, even where it is faulty. Its region, type and validity are its
    /// own methods.
    pub number: Option<PhoneNumber>,
    /// Most severe first; empty when the field may be sent as it is.
    pub faults: Vec<Fault>,
    /// The whole content of the field as it should be, if it can be shown that no digit is lost
    /// that belongs to the number. Assessing it in the same field finds no fault but
    /// [`Fault::CannotReceiveText`].
    pub fix: Option<String>,
    /// What stands there may be the beginning of a right answer: more digits could make it one.
    /// While something is being written there, faults of such content are better not shown.
    pub unfinished: bool,
}

/// Judges what was `typed` into `field`; a number in national form is taken for one of the selected
/// country, or else of the `assumed` region (policy, else setting).
///
/// An empty field has no faults. Nothing that can be typed makes this fail or take long.
///
/// ```
/// use sparekey::phone::{Fault, Field, Form, LengthFault, Region, Selected, assess};
/// // Beside a selector that says Japan.
/// let japan = Region::new("JP").ok_or("not in the plan")?;
/// let field = Field {
///     form: Form::National(Some(Selected::Region(japan))),
///     punctuation_accepted: false,
///     extension_accepted: false,
///     must_receive_text: true,
/// };
/// assert_eq!(assess("090-1234-5678", &field, None).fix.as_deref(), Some("9012345678"));
/// let short = assess("90 1234 567", &field, None);
/// let length = LengthFault::TooShort(1);
/// assert!(short.faults.contains(&Fault::WrongLength { length, region: japan }));
/// assert!(short.unfinished && short.fix.is_none());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn assess(typed: &str, field: &Field, assumed: Option<Region>) -> Assessment {
    let (mut assessment, candidate) = examine(typed, field, assumed);
    // A fix must have no fault itself; where one remains, the person has to decide. The one
    // exception is that the line cannot receive texts, which no way of writing changes. But
    // `4915123456789` in Germany may be a landline number, or a mobile number behind the calling
    // code 49: then it is no exception.
    let sure_of_code = assessment.number.is_some_and(|number| {
        !number.national_number().starts_with(&number.calling_code().to_string())
    });
    let may_stay = |fault: &Fault| sure_of_code && matches!(fault, Fault::CannotReceiveText(_));
    assessment.fix = candidate.filter(|candidate| {
        !assessment.faults.iter().all(may_stay)
            && examine(candidate, field, assumed).0.faults.iter().all(may_stay)
    });
    assessment
}

/// The assessment without its fix, and what the fix would be.
fn examine(typed: &str, field: &Field, assumed: Option<Region>) -> (Assessment, Option<String>) {
    let content = match Content::read(typed) {
        Ok(content) => content,
        Err(NotANumber::NoDigits) if typed.trim().is_empty() => return Default::default(),
        Err(why) => {
            let unfinished = why == NotANumber::NoDigits;
            let faults = vec![why.into()];
            return (Assessment { faults, unfinished, ..Assessment::default() }, None);
        }
    };
    let mut reading = Reading::of(&content, field.form, assumed);
    let cause = Cause::of(&content, &reading, field.form, assumed);
    let (content, reading) = match cause {
        Some(cause) => {
            cause.apply(&mut reading);
            (content, reading)
        }
        None => with_extension(&content, &reading, field, assumed).unwrap_or((content, reading)),
    };
    let mut faults = reading.faults.clone();
    let mut unfinished = reading.unfinished;
    if faults.iter().any(|fault| matches!(fault, Fault::NotANumber(_))) {
        return (Assessment { faults, unfinished, ..Assessment::default() }, None);
    }
    if is_emergency_number(&content, &reading, assumed) {
        let faults = vec![NotANumber::EmergencyNumber.into()];
        return (Assessment { faults, unfinished, ..Assessment::default() }, None);
    }
    if is_short_number(&content, &reading) {
        let faults = vec![NotANumber::ShortNumber.into()];
        // More digits could make it another country's.
        return (Assessment { faults, unfinished: true, ..Assessment::default() }, None);
    }
    faults.extend(faults_of_writing(&content, &reading, field));
    if let Some(number) = &reading.number
        // Where the cause is named, its symptom is not.
        && (cause.is_none() || number.is_valid())
        && let Some(fault) = fault_of_number(number, field, assumed)
    {
        faults.push(fault);
    }
    if let Some(extension) = &content.extension {
        if !field.extension_accepted {
            faults.push(Fault::Extension(ExtensionFault::NotAccepted));
        } else if !extension.in_form {
            faults.push(Fault::Extension(ExtensionFault::WrongForm));
        }
        unfinished |= extension.digits.is_empty();
    }
    faults.sort_by_key(Fault::rank);
    let candidate = fixed(&content, &reading, field);
    (Assessment { number: reading.number, faults, fix: None, unfinished }, candidate)
}

/// Too many digits whose last group, set off by more than a space, stands behind a whole number: then
/// it is an extension, `010-12345678-123` in China.
fn with_extension(
    content: &Content,
    reading: &Reading,
    field: &Field,
    assumed: Option<Region>,
) -> Option<(Content, Reading)> {
    let is_too_long = |number: &PhoneNumber| {
        !number.is_valid() && matches!(number.length_fault(), Some(LengthFault::TooLong(_)))
    };
    if !reading.number.as_ref().is_some_and(is_too_long) {
        return None;
    }
    let content = content.with_last_group_as_extension()?;
    let reading = Reading::of(&content, field.form, assumed);
    // Of two guesses, that it is a call abroad and that it has an extension, no number is proved.
    if reading.faults.iter().any(|fault| matches!(fault, Fault::InternationalPrefix { .. })) {
        return None;
    }
    // A mobile number in groups, and one group of four more, is one with a slip.
    let is_likelier_slip = reading.number?.number_type()? == NumberType::Mobile
        && content.gap_before_any(1..content.digits.len()).is_some()
        && content.extension.as_ref().is_some_and(|it| it.digits.len() > 3);
    (!is_likelier_slip).then_some((content, reading))
}

/// The content in the field's form, if it holds all digits that were meant.
fn fixed(content: &Content, reading: &Reading, field: &Field) -> Option<String> {
    let mut written = match (field.form, reading.number) {
        (Form::International, Some(number)) if reading.keeps_all_digits => number.spaced(),
        (Form::National(_), Some(number)) if reading.keeps_all_digits => {
            number.national_number().to_owned()
        }
        // Without a known country, only what stands between the digits is removed.
        (Form::National(None), None) if !content.plus => content.digits.as_str().to_owned(),
        _ => return None,
    };
    if let Some(extension) = &content.extension {
        // Dropping an extension would lose digits that somebody meant.
        if !field.extension_accepted || extension.digits.is_empty() {
            return None;
        }
        written.push('x');
        written.push_str(extension.digits.as_str());
    }
    Some(written)
}

/// What is wrong with the characters, whatever number they stand for.
fn faults_of_writing(content: &Content, reading: &Reading, field: &Field) -> Vec<Fault> {
    let mut faults = Vec::new();
    if content.fullwidth {
        faults.push(Fault::NonAsciiDigits);
    }
    let expected = [content.digits_before_plus, reading.calling_code_from, reading.national_from];
    if content.has_punctuation(&expected, field.punctuation_accepted) {
        faults.push(Fault::Punctuation);
    }
    // Where a page ignores spaces, it needs none after the calling code either; and a calling code
    // that is there twice has a fault of its own.
    if reading.has_plus_and_code
        && reading.calling_code_from == content.digits_before_plus
        && field.form == Form::International
        && !field.punctuation_accepted
        && matches!(content.gap_before(reading.national_from), Gap::Nothing | Gap::Blanks)
    {
        faults.push(Fault::SpaceAfterCountryCode);
    }
    faults
}

/// What is wrong with the number itself.
fn fault_of_number(number: &PhoneNumber, field: &Field, assumed: Option<Region>) -> Option<Fault> {
    if let Some(kind) = number.number_type() {
        return (field.must_receive_text && !kind.may_receive_text())
            .then_some(Fault::CannotReceiveText(kind));
    }
    let region = region_of(number, assumed);
    Some(match number.length_fault() {
        Some(length) => Fault::WrongLength { length, region },
        None => Fault::NotAssigned { region },
    })
}

/// Among regions that share a calling code, the one the person is known to be in.
fn region_of(number: &PhoneNumber, assumed: Option<Region>) -> Region {
    number
        .region()
        .or(assumed.filter(|region| region.calling_code() == number.calling_code()))
        .unwrap_or_else(|| number.main_region())
}

/// Whether what was typed, alone or behind a calling code, is an emergency number.
fn is_emergency_number(content: &Content, reading: &Reading, assumed: Option<Region>) -> bool {
    let number = reading.number.as_ref();
    let digits = content.digits.as_bytes().get(reading.national_from..).unwrap_or_default();
    !number.is_some_and(PhoneNumber::is_valid)
        && short::calls_for_help(digits, number.map(|number| region_of(number, assumed)))
}

/// Whether a few digits were typed to which no more can be added to make a number of the country.
/// Short numbers are outside of the numbering plan, so that no table of them is needed to see that.
fn is_short_number(content: &Content, reading: &Reading) -> bool {
    let is_too_short =
        |number: &PhoneNumber| matches!(number.length_fault(), Some(LengthFault::TooShort(_)));
    !content.plus
        && content.digits.len() <= LONGEST_SHORT_NUMBER
        && !reading.unfinished
        && reading.number.as_ref().is_some_and(is_too_short)
}

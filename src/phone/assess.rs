//! The judge of one field: what was typed, what the place accepts → every fault, and at most one fix.
//!
//! It owns which faults there are and in which order they matter; what each is worth, for whom, and
//! in which words is decided in `rules` and the locales.

use super::{
    CallingCode, NumberType, PhoneNumber, Region,
    content::{Content, Gap},
    reading::Reading,
    short,
};

/// Longer ones are dialled too (116 117), but so many digits are as well a number that was mistyped.
const LONGEST_SHORT_NUMBER: usize = 4;

/// What the field that was typed into accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Whether the calling code belongs into the field.
    pub form: Form,
    /// Whether spaces and punctuation do no harm there.
    pub punctuation_accepted: bool,
    /// Whether the number may carry an extension `x123` (office phones).
    pub extension_accepted: bool,
    /// Whether text messages are to be sent to the number.
    pub must_receive_text: bool,
}

/// Where the calling code is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In the field: `+81 9012345678`.
    International,
    /// In a selector beside the field, which holds the national number alone. `None` while the
    /// selector has not been read; then only what holds for every country is judged.
    National(Option<Selected>),
}

/// What a selector beside the field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selected {
    /// A country or region.
    Region(Region),
    /// A calling code, which several regions may share.
    CallingCode(CallingCode),
}

impl Selected {
    /// The calling code that is put before the field's content.
    #[must_use]
    pub fn calling_code(self) -> CallingCode {
        match self {
            Self::Region(region) => region.calling_code(),
            Self::CallingCode(code) => code,
        }
    }
}

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

/// One fault; each is one rule. Ordered as in [`Assessment::faults`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The content is no phone number.
    NotANumber(NotANumber),
    /// National form where the calling code belongs into the field.
    CountryCodeMissing {
        /// The region that was assumed; without one there is no fix.
        assumed: Option<Region>,
        /// The calling code's digits are there, only the plus sign is not.
        only_plus: bool,
    },
    /// An international prefix (`010`, `00`, `011`) in place of `+`.
    InternationalPrefix {
        /// Its number of digits at the beginning of what was typed.
        digits: usize,
    },
    /// A trunk prefix, dialled only inside the country, stands before the national number.
    TrunkZero {
        /// The prefix's digit, `0` nearly everywhere, `8` in some plans.
        prefix: char,
    },
    /// No number of that region has this length.
    WrongLength {
        /// By how much it is wrong.
        length: LengthFault,
        /// The region whose rules were applied; it has an example mobile number to show.
        region: Region,
    },
    /// Digits that are not ASCII, full-width ones from an IME for instance.
    FullwidthDigits,
    /// Dashes, dots, brackets, inner spaces.
    Punctuation,
    /// The selector and the calling code that was typed differ.
    CountryMismatch {
        /// What the selector says.
        selected: CallingCode,
        /// What was typed.
        typed: CallingCode,
    },
    /// The selector holds the calling code, and the field holds it again.
    CountryCodeTwice {
        /// The calling code.
        calling_code: CallingCode,
    },
    /// The kind of line cannot receive text messages.
    CannotReceiveText(NumberType),
    /// The right length, but the plan has no such range.
    NotAssigned {
        /// The region whose rules were applied.
        region: Region,
    },
    /// An extension where none may stand, or in a form that is not taken.
    Extension(ExtensionFault),
    /// The one space after the calling code is missing, or there are several.
    SpaceAfterCountryCode,
}

/// Why the content is no phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// It has letters.
    Letters,
    /// It is an e-mail address.
    EmailAddress,
    /// It is too long to be one.
    TooMuchText,
    /// It has no digits.
    NoDigits,
    /// It has characters that occur in no number, for instance `*`.
    OtherCharacters,
    /// It holds two numbers, or a `+` in the middle.
    SeveralNumbers,
    /// Its calling code is not in use.
    UnknownCallingCode,
    /// It calls for help (`110`, `911`), and nobody can be reached by it.
    EmergencyNumber,
    /// A few digits that no number of the country begins with (`104`): they are dialled as they are,
    /// inside one country or company.
    ShortNumber,
}

/// By how much a length is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthFault {
    /// So many digits are missing to the shortest length.
    TooShort(u32),
    /// So many digits are too many for the longest length.
    TooLong(u32),
    /// Between the two, but of no length in use.
    Unused,
}

/// What is wrong with an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionFault {
    /// The field takes none.
    NotAccepted,
    /// The field takes `x123` only.
    WrongForm,
}

impl Fault {
    /// The order in which faults matter: first what makes the content useless, then what makes it
    /// fail, then what is risky.
    fn rank(&self) -> u8 {
        match self {
            Self::NotANumber(_) => 0,
            Self::CountryCodeMissing { .. } => 1,
            Self::InternationalPrefix { .. } => 2,
            Self::TrunkZero { .. } => 3,
            Self::WrongLength { .. } => 4,
            Self::FullwidthDigits => 5,
            Self::Punctuation => 6,
            Self::CountryMismatch { .. } => 7,
            Self::CountryCodeTwice { .. } => 8,
            Self::CannotReceiveText(_) => 9,
            Self::NotAssigned { .. } => 10,
            Self::Extension(_) => 11,
            Self::SpaceAfterCountryCode => 12,
        }
    }

    /// The id of the rule that this fault belongs to, for instance `trunk-zero`.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        match self {
            Self::NotANumber(_) => "not-a-number",
            Self::WrongLength { .. } => "wrong-length",
            Self::CountryCodeMissing { .. } => "country-code-missing",
            Self::InternationalPrefix { .. } => "international-prefix",
            Self::TrunkZero { .. } => "trunk-zero",
            Self::FullwidthDigits => "fullwidth-digits",
            Self::Punctuation => "punctuation",
            Self::CountryMismatch { .. } => "country-mismatch",
            Self::CountryCodeTwice { .. } => "country-code-twice",
            Self::CannotReceiveText(_) => "cannot-receive-text",
            Self::NotAssigned { .. } => "not-assigned",
            Self::Extension(_) => "extension",
            Self::SpaceAfterCountryCode => "space-after-country-code",
        }
    }
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
    // A fix has to be right itself: whatever it still has wrong, the person has to decide. Which phone
    // it is, no way of writing its number changes; but `4915123456789` is a landline only if it is not
    // a mobile number behind its calling code.
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
    let reading = Reading::of(&content, field.form, assumed);
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
    in_order(&mut faults);
    let candidate = fixed(&content, &reading, field);
    (Assessment { number: reading.number, faults, fix: None, unfinished }, candidate)
}

/// Sorts a handful of faults. The standard library's way is 3 kB for each type that is sorted.
fn in_order(faults: &mut [Fault]) {
    for end in 1..faults.len() {
        for at in (1..=end).rev() {
            if let Some([before, behind]) = faults.get_mut(at - 1..=at)
                && before.rank() > behind.rank()
            {
                std::mem::swap(before, behind);
            }
        }
    }
}

/// The content in the field's form, if it holds all digits that were meant.
fn fixed(content: &Content, reading: &Reading, field: &Field) -> Option<String> {
    let mut written = match (field.form, reading.number) {
        (Form::International, Some(number)) if reading.keeps_all_digits => number.spaced(),
        (Form::National(_), Some(number)) if reading.keeps_all_digits => {
            number.national_number().to_owned()
        }
        // Whatever the country, the digits themselves may stay.
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
        faults.push(Fault::FullwidthDigits);
    }
    let expected = [content.digits_before_plus, reading.calling_code_from, reading.national_from];
    if content.has_punctuation(&expected, field.punctuation_accepted) {
        faults.push(Fault::Punctuation);
    }
    // Where spaces do no harm, none is needed either; and a calling code that is there twice has a
    // fault of its own.
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

/// Whether what was typed, alone or behind a calling code, is what is dialled for help.
fn is_emergency_number(content: &Content, reading: &Reading, assumed: Option<Region>) -> bool {
    let number = reading.number.as_ref();
    let digits = content.digits.as_bytes().get(reading.national_from..).unwrap_or_default();
    !number.is_some_and(PhoneNumber::is_valid)
        && short::calls_for_help(digits, number.map(|number| region_of(number, assumed)))
}

/// Whether a few digits were typed that nothing can follow to make a number of the country. What is
/// dialled as it is stands outside the plan, so that no table of such numbers is needed.
fn is_short_number(content: &Content, reading: &Reading) -> bool {
    let is_too_short =
        |number: &PhoneNumber| matches!(number.length_fault(), Some(LengthFault::TooShort(_)));
    !content.plus
        && content.digits.len() <= LONGEST_SHORT_NUMBER
        && !reading.unfinished
        && reading.number.as_ref().is_some_and(is_too_short)
}

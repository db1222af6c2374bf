//! What a rule answers. It owns the vocabulary of answers; which rule gives which is in `rules`,
//! and their words are in `extension/_locales`: a title, a body, and where there is something to
//! send to somebody, a message to copy.

use serde::{Deserialize, Serialize};

/// How bad it is; ordered, most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// This will fail, or lock someone out.
    Stop,
    /// Risky.
    Warn,
    /// Worth knowing.
    Tip,
}

impl Severity {
    /// Every severity, most severe first.
    pub const ALL: [Self; 3] = [Self::Stop, Self::Warn, Self::Tip];
}

/// Whom the text addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Somebody on a page about their own account.
    User,
    /// Somebody on a page about another person's account.
    Admin,
}

/// One thing to say about one spot of one frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule's id, for instance `trunk-zero`.
    pub rule: &'static str,
    /// Which of the rule's texts applies where it has several, for instance `too-short`.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<&'static str>,
    /// What was found, whoever reads it on whichever day: two findings that say the same have it in common.
    pub fingerprint: String,
    /// How bad it is.
    pub severity: Severity,
    /// Whether its hint may open while the user is typing in another field.
    pub interrupts: bool,
    /// Whom the text addresses.
    pub audience: Audience,
    /// The node of the frame's snapshot that the finding is about.
    pub node: u32,
    /// Where the hands should draw it.
    pub anchor: Anchor,
    /// What the text's placeholders stand for.
    pub params: Vec<Param>,
    /// The change that would make it right, if that can be shown to lose nothing; the same for every
    /// finding at a spot that has one ([`FrameReview::fixes`](crate::review::FrameReview::fixes)).
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Where it takes the person to say which fix is right: each that can be shown to be one, the
    /// likeliest first. Empty where there is [`Self::fix`].
    #[cfg_attr(feature = "typescript", tsify(optional))]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Where the advice comes from.
    pub source: Source,
}

impl Finding {
    /// [`Self::fingerprint`] of what a rule says.
    pub(crate) fn fingerprint(rule: &str, variant: Option<&str>, params: &[Param]) -> String {
        let lasting: Vec<&Param> = params.iter().filter(|it| !it.value.is_from_today()).collect();
        // Texts are quoted in it, so that no value can pass for two.
        format!("{rule} {variant:?} {lasting:?}")
    }
}

/// What kind of spot a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// An input that is being filled in.
    Field,
    /// A choice that is being made: a drop-down, a card, a radio button.
    Choice,
    /// A whole list; shown as one strip beside it.
    List,
}

/// A placeholder's name and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Param {
    /// The placeholder's name in the message, for instance `country`.
    pub name: &'static str,
    /// What stands there; the reader's language decides how it is written.
    pub value: ParamValue,
}

/// A value that is written out in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[non_exhaustive]
pub enum ParamValue {
    /// Text that is the same in every language.
    Text {
        /// The text itself.
        text: String,
    },
    /// A phone number, digits and spaces; always written left to right.
    PhoneNumber {
        /// The number as it should be read.
        text: String,
    },
    /// A country or region.
    Region {
        /// CLDR region code, for instance `JP`.
        region: String,
    },
    /// Countries or regions, one of which it may be.
    Regions {
        /// CLDR region codes, the likeliest first.
        regions: Vec<String>,
    },
    /// A day of the calendar.
    Date {
        /// `YYYY-MM-DD`.
        date: String,
    },
    /// A month of the calendar, where no source names the day.
    Month {
        /// `YYYY-MM`.
        month: String,
    },
    /// A whole number.
    Count {
        /// The number; messages choose their plural form by it.
        count: u32,
    },
    /// Days left from today on. Not part of the finding's identity, since it changes every day.
    Days {
        /// How many; messages choose their plural form by it.
        count: u32,
    },
    /// An authentication method, or what to add.
    Method {
        /// The catalog's id, for instance `passkey`, or an
        /// [`Addition::id`](crate::methods::Addition::id).
        method: &'static str,
    },
}

impl ParamValue {
    /// Whether it is another tomorrow, though nothing else is found.
    fn is_from_today(&self) -> bool {
        matches!(self, Self::Days { .. })
    }
}

/// A replacement of a field's whole content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// What the field held when the fix was worked out; the hands write only if it still does.
    pub before: String,
    /// What it will hold.
    pub after: String,
}

/// One of several fixes to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// The country that the number is then of: a CLDR region code.
    pub region: String,
    /// The number as people read it, in groups: `+81 90 1234 5678`.
    pub grouped: String,
    /// What to write.
    pub fix: Fix,
    /// Whoever chooses it says where they are: the country is to be kept as the one of numbers that
    /// are typed without a calling code.
    pub keeps_region: bool,
}

/// Where a piece of advice comes from, and as of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The document's title.
    pub title: &'static str,
    /// The document's address.
    pub address: &'static str,
    /// The language of the title, and of the document: a BCP 47 tag.
    pub language: &'static str,
    /// The day of the copy that the advice was last compared with, `YYYY-MM-DD`.
    pub reviewed: &'static str,
}

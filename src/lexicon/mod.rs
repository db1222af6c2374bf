//! The labels on Microsoft's pages, in every language they are known in, and what each stands for.
//! It owns the labels (`labels.json`, compiled by the build script) and the way they are compared;
//! what follows from a label is decided in `page`.
//!
//! A label means something only as a whole: 電話 stands inside 代替の電話, Phone inside Alternate
//! phone.

mod fold;

use fold::fold;

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// One thing that a label stands for, in some languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What it stands for.
    pub concept: Concept,
    /// The languages in which the label is known to stand for it.
    pub languages: &'static [Language],
}

/// Longer texts are sentences, not labels; the longest label has 106 characters.
const LONGEST: usize = 480;

/// What a label stands for; empty when it is not known.
#[must_use]
pub fn meanings(label: &str) -> &'static [Meaning] {
    if label.is_empty() || label.len() > LONGEST {
        return &[];
    }
    let folded = fold(label);
    match LABELS.binary_search_by_key(&folded.as_str(), |(known, _)| known) {
        Ok(index) => LABELS.get(index).map_or(&[], |(_, meanings)| meanings),
        Err(_) => &[],
    }
}

/// Judges the language of a page by the labels found on it. The page's own `lang` is the last
/// resort: Security info says `lang="en"` in every language.
#[derive(Clone, Debug, Default)]
pub struct LanguageVotes {
    /// Each once; there are no more than the data has meanings.
    counted: Vec<Meaning>,
}

/// Pages say in English what has not been translated, and never the other way round, so it takes
/// many English labels to outvote one of another language.
const ENGLISH_LABELS_TO_OUTVOTE_ONE: f32 = 10.0;

impl LanguageVotes {
    /// Counts a label; the same label again says nothing new, nor does one that is the same in
    /// English and elsewhere (brand words, Email).
    pub fn add(&mut self, meanings: &[Meaning]) {
        let Some(meaning) = meanings.iter().max_by_key(|meaning| meaning.languages.len()) else {
            return;
        };
        let languages = meaning.languages;
        let says_nothing = languages.len() > 1 && languages.contains(&Language::En);
        if !says_nothing && !self.counted.contains(meaning) {
            self.counted.push(*meaning);
        }
    }

    /// The language with most votes; among equals the one that `lang` names, and none without it.
    #[must_use]
    pub fn winner(&self, lang: &str) -> Option<Language> {
        let votes = |language: Language| -> f32 {
            let worth = if language == Language::En { ENGLISH_LABELS_TO_OUTVOTE_ONE } else { 1.0 };
            self.counted
                .iter()
                .map(|meaning| meaning.languages)
                .filter(|languages| languages.contains(&language))
                .map(|languages| {
                    1.0 / worth / f32::from(u8::try_from(languages.len()).unwrap_or(u8::MAX))
                })
                .sum()
        };
        let most = Language::ALL.iter().map(|language| votes(*language)).fold(0.0, f32::max);
        if most == 0.0 {
            return None;
        }
        let best: Vec<Language> =
            Language::ALL.iter().copied().filter(|it| votes(*it) > most - 0.01).collect();
        match best.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(|language| language.is(lang)),
        }
    }
}

impl Language {
    /// Whether `tag` names this language, with or without a region.
    #[must_use]
    pub fn is(self, tag: &str) -> bool {
        let own = self.as_str();
        tag.eq_ignore_ascii_case(own)
            || tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(own))
    }
}

#[cfg(test)]
mod tests {
    use super::LABELS;
    use crate::lookalike::lower_case;
    use std::collections::BTreeSet;

    #[test]
    fn every_letter_of_a_label_is_known_in_either_case() {
        let letters: BTreeSet<char> = LABELS.iter().flat_map(|(text, _)| text.chars()).collect();
        for character in (0..=0x10ffff_u32).filter_map(char::from_u32) {
            let mut lower = character.to_lowercase();
            if let (Some(letter), None) = (lower.next(), lower.next())
                && letters.contains(&letter)
            {
                assert_eq!(lower_case(character), letter, "{character:?}");
            }
        }
    }
}

//! The form in which labels are compared. It owns the folding and no label; the build script folds
//! the data with the same code as the core folds the page.

use crate::lookalike::{is_unseen, narrow};

/// Words for "preview" that Microsoft hangs behind a label in brackets. Only these are cut off:
/// other brackets tell labels apart, as in "Mobile phone (SMS only)".
const PREVIEW: &[&str] = &[
    "preview",
    "vorschau",
    "vorschauversion",
    "versión preliminar",
    "vista previa",
    "préversion",
    "aperçu",
    "anteprima",
    "visualização",
    "versão prévia",
    "pré-visualização",
    "プレビュー",
    "预览",
    "預覽",
    "미리 보기",
    "предварительная версия",
    "предварительный просмотр",
    "förhandsversion",
    "forhåndsversjon",
    "wersja zapoznawcza",
    "معاينة",
];

/// The label without what varies from page to page: letter case, width, quotes, kinds of space, a
/// leading "+ ", a trailing ":", " *" or "(Preview)", invisible marks, and the space between
/// Japanese or Chinese characters and their neighbors.
#[must_use]
pub(crate) fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    let mut space_pending = false;
    for character in label.chars().filter_map(plain) {
        if character == ' ' {
            space_pending = true;
            continue;
        }
        if space_pending
            && folded.chars().next_back().is_some_and(|last| !is_cjk(last) && !is_cjk(character))
        {
            folded.push(' ');
        }
        space_pending = false;
        match character {
            // Lower case alone is not case folding: these have no capital of their own, or two.
            'ß' => folded.push_str("ss"),
            'ı' | 'İ' => folded.push('i'),
            _ => folded.extend(character.to_lowercase()),
        }
    }
    strip(&folded).to_owned()
}

fn strip(mut folded: &str) -> &str {
    folded = folded.strip_prefix("+ ").unwrap_or(folded);
    // "+追加" after the space beside 追 has gone; no label begins with a plus of its own.
    folded = folded.strip_prefix('+').unwrap_or(folded);
    loop {
        // Required fields carry an asterisk that some Fluent versions write as text.
        let shorter = folded.trim_end_matches([':', '*', ' ']);
        let shorter = match shorter.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
            Some((label, inside)) if PREVIEW.contains(&inside.trim()) => label.trim_end(),
            _ => shorter,
        };
        if shorter.len() == folded.len() {
            return folded;
        }
        folded = shorter;
    }
}

/// One character in the form to compare, or nothing if it is not seen.
fn plain(character: char) -> Option<char> {
    Some(match narrow(character) {
        // Soft hyphen, variation selectors, and the private use area in which Fluent's and the
        // portal's icon fonts live.
        '\u{ad}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' => return None,
        _ if is_unseen(character) => return None,
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        _ if character.is_whitespace() => ' ',
        narrowed => narrowed,
    })
}

fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

//! The calling code that a country selector shows. It owns that form and no list of countries: the
//! names are often English whatever the page's language is.

use crate::text;

/// Reads `(+81)` in `Japan (+81)`, or a `+81` that ends the text. Where several stand there, the
/// last counts.
#[must_use]
pub fn calling_code_in(shown: &str) -> Option<u16> {
    // Selectors show a country's name and its code, nothing longer.
    const LONGEST: usize = 300;
    if shown.len() > LONGEST {
        return None;
    }
    let plain: String = shown.chars().map(text::fold_compat).collect();
    let plain = plain.trim();
    let (before, after) = plain.rsplit_once('+')?;
    let (code, closed) = match after.strip_suffix(')') {
        Some(code) => (code, true),
        None => (after, false),
    };
    let opened = before.trim_end().ends_with('(');
    let digits: String = code.chars().filter(|it| !matches!(it, ' ' | '-')).collect();
    if opened != closed || digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // "(+1242)" and "(+1-242)" name the area with the code; a code itself has at most three digits.
    let code = if digits.len() == 4 && digits.starts_with('1') { "1" } else { digits.as_str() };
    (code.len() <= 3 && !code.starts_with('0')).then(|| code.parse().ok()).flatten()
}

//! The boundary to the browser; no logic.

use crate::{
    context::Context,
    from_javascript, into_javascript,
    page::snapshot::Tab,
    phone::{
        Region,
        bulk::{self, Assumed},
    },
    report::{self, Report},
    review::{self, Review},
};
use tsify::Ts;
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

/// [`review::review`].
///
/// # Errors
/// When `tab` or `context` is not of the form that the generated TypeScript types describe.
#[wasm_bindgen]
pub fn review(tab: Ts<Tab>, context: Ts<Context>) -> Result<Ts<Review>, JsError> {
    let tab: Tab = from_javascript::read(&tab.js_value())?;
    let context: Context = from_javascript::read(&context.js_value())?;
    let review = review::review(&tab, &context);
    Ok(Ts::new_unchecked(into_javascript::write(&review)?))
}

/// [`report::report`].
///
/// # Errors
/// As for [`review`].
#[wasm_bindgen]
pub fn report(tab: Ts<Tab>, context: Ts<Context>) -> Result<Option<Ts<Report>>, JsError> {
    let tab: Tab = from_javascript::read(&tab.js_value())?;
    let context: Context = from_javascript::read(&context.js_value())?;
    let report = report::report(&tab, &context);
    let written = report.as_ref().map(into_javascript::write).transpose()?;
    Ok(written.map(Ts::new_unchecked))
}

/// [`bulk::read_to_words`] on lines in UTF-8. `region` is the CLDR code for every line (no known one:
/// none is assumed); without it each line names its own before a tab.
#[wasm_bindgen(js_name = readPhoneNumbers)]
#[must_use]
pub fn read_phone_numbers(lines: &[u8], region: Option<String>) -> Vec<u32> {
    let assumed =
        region.map_or(Assumed::OfEachLine, |region| Assumed::Region(Region::new(&region)));
    bulk::read_to_words(lines, assumed)
}

/// The first word of [`bulk::read_to_words`] for one line, which names its region before a tab.
#[wasm_bindgen(js_name = readPhoneNumber)]
#[must_use]
pub fn read_phone_number(line: &str) -> u32 {
    bulk::read_to_word(line, Assumed::OfEachLine)
}

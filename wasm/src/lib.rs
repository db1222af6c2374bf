//! The boundary between the browsers and the core, and the only place with the browser's types. It
//! owns what is exported under which name and how values cross (`values`); it judges nothing.

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod values;

use serde::Deserialize as _;
use sparekey::{
    context::Context,
    page::snapshot::Tab,
    phone::{
        Region,
        bulk::{self, Assumed},
    },
    policy::{self, PolicyReading, Stored},
    report::Report,
    review::Review,
};
use std::panic;
use tsify::{Ts, Tsify as _};
use wasm_bindgen::{JsError, JsValue, prelude::wasm_bindgen};
use web_sys::console;

/// Runs when the module has been loaded: a panic leaves the line of its cause in the console, and
/// nothing of the page. Without it, the browser tells no more than "unreachable executed".
#[wasm_bindgen(start)]
pub fn start() {
    panic::set_hook(Box::new(|panicked| {
        if let Some(location) = panicked.location() {
            let text = format!("Sparekey's core stopped at {location}");
            console::error_1(&JsValue::from_str(&text));
        }
    }));
}

/// [`sparekey::review::review`].
///
/// # Errors
/// When `tab` or `context` is not of the form that the generated TypeScript types describe. The error
/// names the field and never its value.
#[wasm_bindgen]
pub fn review(tab: Ts<Tab>, context: Ts<Context>) -> Result<Ts<Review>, JsError> {
    let (tab, context): (Tab, Context) = (values::read(tab)?, values::read(context)?);
    Ok(sparekey::review::review(&tab, &context).into_ts()?)
}

/// [`sparekey::report::report`].
///
/// # Errors
/// As for [`review`].
#[wasm_bindgen]
pub fn report(tab: Ts<Tab>, context: Ts<Context>) -> Result<Option<Ts<Report>>, JsError> {
    let (tab, context): (Tab, Context) = (values::read(tab)?, values::read(context)?);
    let report = sparekey::report::report(&tab, &context);
    Ok(report.map(|report| report.into_ts()).transpose()?)
}

/// [`policy::read`] of whatever the browser has stored.
///
/// # Errors
/// None is known; the answer has a form that JavaScript can hold.
#[wasm_bindgen(js_name = readPolicy)]
pub fn read_policy(stored: JsValue) -> Result<Ts<PolicyReading>, JsError> {
    let stored = serde_wasm_bindgen::Deserializer::from(stored);
    let Stored(value) = Stored::deserialize(stored).unwrap_or_default();
    Ok(policy::read(&value).into_ts()?)
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

//! The boundary to the browser; no logic.

use crate::{
    context::Context,
    page::snapshot::Tab,
    review::{self, Review},
};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

/// [`review::review`].
///
/// # Errors
/// When `tab` or `context` is not of the form that the generated TypeScript types describe.
#[wasm_bindgen]
pub fn review(tab: Ts<Tab>, context: Ts<Context>) -> Result<Ts<Review>, JsError> {
    Ok(review::review(&tab.to_rust()?, &context.to_rust()?).into_ts()?)
}

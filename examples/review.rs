//! Reviews a recorded page: `cargo run --example review -- page.json`, where the file holds
//! `{ "tab": …, "context": … }` in the form that the extension's background sends. Prints the review
//! as JSON.

use serde::Deserialize;
use sparekey::{context::Context, page::snapshot::Tab, review::review};
use std::{env, error::Error, fs, io::Write as _};

#[derive(Deserialize)]
struct Page {
    tab: Tab,
    #[serde(default)]
    context: Context,
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("usage: review <page.json>")?;
    let page: Page = serde_json::from_str(&fs::read_to_string(file)?)?;
    let review = serde_json::to_string_pretty(&review(&page.tab, &page.context))?;
    writeln!(std::io::stdout(), "{review}")?;
    Ok(())
}

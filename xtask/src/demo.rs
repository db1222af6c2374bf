//! Shows the built extension at work on the practice pages.

use crate::{
    artifacts,
    shell::{npm, run, say},
    tools,
};
use anyhow::Result;

/// Builds, then opens the practice pages in a browser; without a display it drives them itself.
pub(crate) fn run_demo(arguments: &[String]) -> Result<()> {
    artifacts::build_all()?;
    let chromium = tools::for_demo()?;
    say("Building the practice pages");
    run(&mut npm("tests", "build")?)?;
    let mut demo = npm("tests", "demo")?;
    demo.arg("--").args(arguments).env("CHROMIUM", &chromium);
    if !has_display() {
        say("No display: driving the practice pages headless");
        demo.arg("--headless");
    }
    run(&mut demo)
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

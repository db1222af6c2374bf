//! Builds what is shipped: `pkg/` from the Rust core, `dist/chromium` and `dist/firefox` from it
//! and `extension/`.

use crate::{
    shell::{command, root, run, say},
    tools,
};
use anyhow::Result;
use serde_json::json;
use sparekey::page::place::{BLADE_HOSTS, WATCHED};
use std::{fs, path::Path, time::SystemTime};

/// The browsers that an extension is built for.
pub(crate) const TARGETS: [&str; 2] = ["chromium", "firefox"];

/// Everything, from what is on disk now.
pub(crate) fn build_all() -> Result<()> {
    tools::for_building()?;
    core()?;
    watch_list()?;
    for target in TARGETS {
        say(&format!("Building dist/{target}"));
        run(command("node", "extension")?.args([
            "build.mjs",
            "--target",
            target,
            "--out",
            &format!("../dist/{target}"),
        ]))?;
    }
    Ok(())
}

/// `pkg/` alone.
pub(crate) fn build_core() -> Result<()> {
    tools::for_building()?;
    core()
}

/// `pkg/`, unless nothing it is made of has changed.
fn core() -> Result<()> {
    let root = root();
    let made_of = ["src", "build", "build.rs", "Cargo.toml", "Cargo.lock"];
    let newest_source = made_of.iter().filter_map(|name| newest(&root.join(name))).max();
    if newest(&root.join("pkg/sparekey_bg.wasm")) > newest_source {
        return Ok(());
    }
    say("Building pkg/ with wasm-pack (the first time it compiles wasm-bindgen, about 4 minutes)");
    run(command("wasm-pack", ".")?.args([
        "build",
        "--release",
        "--target",
        "web",
        "--out-dir",
        "pkg",
        "--no-pack",
    ]))
}

fn newest(path: &Path) -> Option<SystemTime> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_file() {
        return metadata.modified().ok();
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}

/// `extension/generated/watch.json`: the addresses that the manifests match and the content script
/// wakes up at.
fn watch_list() -> Result<()> {
    let watched: Vec<_> = WATCHED
        .iter()
        .map(|entry| json!({ "hosts": entry.hosts, "paths": entry.paths, "fragments": entry.fragments }))
        .collect();
    let list = json!({ "watched": watched, "bladeHosts": BLADE_HOSTS });
    let folder = root().join("extension/generated");
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join("watch.json"), format!("{list:#}\n"))?)
}

//! Builds what is shipped: `pkg/` from the Rust core, `dist/chromium` and `dist/firefox` from it
//! and `extension/`.

use crate::{
    shell::{command, root, run, say},
    tools,
};
use anyhow::Result;
use serde_json::json;
use sparekey::{
    finding::Severity,
    page::place::{BLADE_HOSTS, SECURITY_INFO_ADDRESS, WATCHED},
    phone::{METADATA_DATE, METADATA_VERSION, Region},
    rules::{ALL, Rule},
};
use std::{fs, path::Path, time::SystemTime};

/// The browsers that an extension is built for.
pub(crate) const TARGETS: [&str; 2] = ["chromium", "firefox"];

/// What has to go with everything that is shipped.
const NOTICES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// Everything, from what is on disk now.
pub(crate) fn build_all() -> Result<()> {
    tools::for_building()?;
    core()?;
    lists()?;
    for target in TARGETS {
        say(&format!("Building dist/{target}"));
        run(command("node", "extension")?.args([
            "build.mjs",
            "--target",
            target,
            "--out",
            &format!("../dist/{target}"),
        ]))?;
        for notice in NOTICES {
            fs::copy(root().join(notice), root().join("dist").join(target).join(notice))?;
        }
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
    let made_of = ["src", "wasm", "build", "build.rs", "Cargo.toml", "Cargo.lock"];
    let newest_source = made_of.iter().filter_map(|name| newest(&root.join(name))).max();
    if newest(&root.join("pkg/sparekey_bg.wasm")) > newest_source {
        return Ok(());
    }
    say("Building pkg/ with wasm-pack (the first time it compiles wasm-bindgen, about 4 minutes)");
    // Beside its place until it is whole: an interrupted build must not pass for a finished one.
    let half_done = root.join("target/pkg");
    run(command("wasm-pack", ".")?
        .args(["build", "wasm", "--release", "--target", "web", "--no-pack"])
        .args(["--out-name", "sparekey", "--out-dir"])
        .arg(&half_done))?;
    let pkg = root.join("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    Ok(fs::rename(half_done, pkg)?)
}

fn newest(path: &Path) -> Option<SystemTime> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_file() {
        return metadata.modified().ok();
    }
    fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
}

/// What the extension takes from the core as data: `extension/generated/watch.json`, the addresses
/// that the manifests match and the content script wakes up at; `regions.json`, the countries that
/// have a numbering plan; `rules.json`, every rule with what it rests on; `severities.json`, the most
/// severe first; and `about.json`, the release of the numbering rules and where people see their own
/// sign-in methods.
fn lists() -> Result<()> {
    let watched: Vec<_> = WATCHED
        .iter()
        .map(|entry| {
            json!({ "hosts": entry.hosts, "paths": entry.paths, "fragments": entry.fragments })
        })
        .collect();
    let regions: Vec<String> = Region::all().map(|region| region.as_str().to_owned()).collect();
    let folder = root().join("extension/generated");
    fs::create_dir_all(&folder)?;
    let rules: Vec<_> = ALL
        .iter()
        .map(|Rule { id, severity, rationale, source, .. }| {
            json!({ "id": id, "severity": severity, "rationale": rationale, "source": source })
        })
        .collect();
    for (name, list) in [
        ("watch.json", json!({ "watched": watched, "bladeHosts": BLADE_HOSTS })),
        ("regions.json", json!(regions)),
        ("rules.json", json!(rules)),
        ("severities.json", json!(Severity::ALL)),
        (
            "about.json",
            json!({
                "metadataVersion": METADATA_VERSION,
                "metadataDate": METADATA_DATE,
                "securityInfo": SECURITY_INFO_ADDRESS,
            }),
        ),
    ] {
        fs::write(folder.join(name), format!("{list:#}\n"))?;
    }
    Ok(())
}

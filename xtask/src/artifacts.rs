//! Builds what is shipped: `pkg/` from the Rust core, `dist/chromium` and `dist/firefox` from it
//! and `extension/`.

use crate::{
    core_size,
    fingerprint::Build,
    shell::{command, root, run, say},
    tools,
};
use anyhow::Result;
use serde_json::json;
use sparekey::{
    finding::Severity,
    page::place::{BLADE_HOSTS, Place, SECURITY_INFO_ADDRESS, Watched},
    phone::{METADATA_DATE, METADATA_VERSION, Region},
    rules::{ALL, Rule},
};
use std::fs;

/// The browsers that an extension is built for.
pub(crate) const TARGETS: [&str; 2] = ["chromium", "firefox"];

/// The license texts that every package must contain.
const NOTICES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// Builds everything.
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

/// Builds `pkg/` alone.
pub(crate) fn build_core() -> Result<()> {
    tools::for_building()?;
    core()
}

/// Builds `pkg/`, unless it was built from these very sources.
fn core() -> Result<()> {
    let build = Build {
        root: root(),
        stamp: "pkg.stamp",
        sources: &[
            "src",
            "wasm",
            "build",
            "build.rs",
            "Cargo.toml",
            "Cargo.lock",
            "rust-toolchain.toml",
            // Pins binaryen, whose wasm-opt has the last word.
            "extension/package-lock.json",
        ],
        tools: &[tools::WASM_PACK],
        output: "pkg",
    };
    if build.is_fresh() {
        return core_size::report();
    }
    say("Building pkg/ with wasm-pack (the first time it compiles wasm-bindgen, about 4 minutes)");
    // Moved into place when it is whole: an interrupted build must not pass for a finished one.
    let unfinished = root().join("target/pkg");
    run(command("wasm-pack", ".")?
        .args(["build", "wasm", "--release", "--target", "web", "--no-pack"])
        .args(["--out-name", "sparekey", "--out-dir"])
        .arg(&unfinished))?;
    let pkg = root().join("pkg");
    if pkg.exists() {
        fs::remove_dir_all(&pkg)?;
    }
    fs::rename(unfinished, pkg)?;
    build.remember()?;
    core_size::report()
}

/// What the extension takes from the core as data: `extension/generated/watch.json`, the addresses
/// that the manifests match and at which the content script starts; `regions.json`, the countries that
/// have a numbering plan; `rules.json`, every rule with what it rests on; `severities.json`, the most
/// severe first; and `about.json`, the release of the numbering rules and where people see their own
/// sign-in methods.
fn lists() -> Result<()> {
    let watched: Vec<_> = Place::ALL
        .iter()
        .map(|place| {
            let Watched { hosts, paths, fragments } = place.watched();
            let hosts: Vec<_> = hosts.iter().map(|host| host.name).collect();
            json!({ "hosts": hosts, "paths": paths, "fragments": fragments })
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

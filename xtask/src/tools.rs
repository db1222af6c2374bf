//! What must be on the machine before anything can be built or tested: finds it, or installs it
//! by `cargo`, `rustup`, `npm` or `apt-get`, or says in a sentence what to install.

use crate::shell::{NPM, ask, command, find, root, run, say};
use anyhow::{Result, bail};
use std::{path::PathBuf, process::Command};

/// wasm-pack's version: 0.14 brought `--profile`, later ones are not tried yet.
const WASM_PACK: &str = "0.15.1";
/// geckodriver's version: the one that speaks with Firefox ESR 153.
const GECKODRIVER: &str = "0.37.1";
/// esbuild, playwright-core and the TypeScript compiler ask for it.
const OLDEST_NODE: u32 = 20;

/// The compiler's WASM target, wasm-pack, and the packages of `extension/` (wasm-opt is one).
pub(crate) fn for_building() -> Result<()> {
    wasm_target()?;
    cargo_tool("wasm-pack", WASM_PACK, "about 2 minutes, once")?;
    node()?;
    node_packages("extension")
}

/// Browsers, their drivers, fonts, and the packages of `tests/`.
pub(crate) fn for_browsers() -> Result<Browsers> {
    node()?;
    node_packages("tests")?;
    let wanted: [(&str, bool); 4] = [
        ("chromium", chromium().is_none()),
        ("chromium-driver", find(&["chromedriver"]).is_none()),
        ("firefox-esr", firefox().is_none()),
        // Without them Japanese is a row of boxes, on screenshots too.
        ("fonts-noto-cjk", !knows_japanese()),
    ];
    let mut missing: Vec<&str> =
        wanted.iter().filter(|(_, missing)| *missing).map(|(package, _)| *package).collect();
    if missing.contains(&"fonts-noto-cjk") {
        missing.push("fonts-noto-core");
    }
    debian_packages(&missing)?;
    cargo_tool("geckodriver", GECKODRIVER, "about 1 minute, once")?;
    match (chromium(), firefox()) {
        (Some(chromium), Some(firefox)) => Ok(Browsers { chromium, firefox }),
        _ => bail!("Chromium or Firefox is still missing after the installation"),
    }
}

/// Chromium, and the packages of `benches/`.
pub(crate) fn for_benches() -> Result<Browsers> {
    let browsers = for_browsers()?;
    node_packages("benches")?;
    Ok(browsers)
}

/// Where the browsers are.
pub(crate) struct Browsers {
    /// Chromium, not a branded Chrome: that one has not loaded unpacked extensions from the command
    /// line since version 137.
    pub(crate) chromium: PathBuf,
    /// Firefox.
    pub(crate) firefox: PathBuf,
}

fn chromium() -> Option<PathBuf> {
    std::env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| find(&["chromium", "chromium-browser"]))
}

fn firefox() -> Option<PathBuf> {
    std::env::var_os("FIREFOX").map(PathBuf::from).or_else(|| find(&["firefox-esr", "firefox"]))
}

fn knows_japanese() -> bool {
    // Only Linux has fontconfig; the others bring Japanese fonts.
    !cfg!(target_os = "linux")
        || ask("fc-list", &[":lang=ja"]).is_some_and(|fonts| !fonts.is_empty())
}

fn wasm_target() -> Result<()> {
    let installed =
        ask("rustc", &["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
    if installed.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        bail!(
            "the compiler lacks the target wasm32-unknown-unknown and there is no rustup to add it; please install it"
        );
    }
    say("Adding the compiler's WASM target");
    run(command("rustup", ".")?.args(["target", "add", "wasm32-unknown-unknown"]))
}

fn cargo_tool(name: &str, version: &str, patience: &str) -> Result<()> {
    if ask(name, &["--version"]).is_some_and(|answer| answer.contains(version)) {
        return Ok(());
    }
    say(&format!("Installing {name} {version} with cargo ({patience})"));
    run(command("cargo", ".")?.args(["install", name, "--version", version, "--locked", "--force"]))
}

fn node() -> Result<()> {
    let version = ask("node", &["--version"]).unwrap_or_default();
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        Some(major) => {
            bail!("Node.js {major} is too old; please install version {OLDEST_NODE} or newer")
        }
        None => {
            bail!("Node.js is missing; please install version {OLDEST_NODE} or newer, with npm")
        }
    }
}

/// Installs a folder's locked packages unless they are the ones that are there.
fn node_packages(folder: &str) -> Result<()> {
    let folder_path = root().join(folder);
    let lock = std::fs::read(folder_path.join("package-lock.json"))?;
    let installed = folder_path.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|earlier| earlier == lock) {
        return Ok(());
    }
    say(&format!("Installing the packages of {folder}/ with npm"));
    run(command(NPM, folder)?.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    Ok(std::fs::write(installed, lock)?)
}

fn debian_packages(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if find(&["apt-get"]).is_none() {
        bail!(
            "missing: {list} (Debian's names). Please install Chromium with its driver, Firefox and fonts for \
             Japanese, or name the browsers in the variables CHROMIUM and FIREFOX"
        );
    }
    let as_root = ask("id", &["-u"]).as_deref() == Some("0");
    if !as_root && ask("sudo", &["-n", "true"]).is_none() {
        bail!("missing: {list}. Please run: sudo apt-get install {list}");
    }
    let apt = |arguments: &[&str]| -> Result<()> {
        let mut apt = if as_root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "apt-get"]);
            sudo
        };
        run(apt.env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
    };
    say(&format!("Installing {list} with apt-get (1 to 2 minutes, once)"));
    apt(&["update", "-qq"])?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(packages);
    apt(&install)
}

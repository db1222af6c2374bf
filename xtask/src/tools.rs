//! What must be on the machine before anything can be built or tested: finds it, or installs it
//! by `cargo`, `rustup`, `npm` or `apt-get`, or says in a sentence what to install.

use crate::{
    apt,
    shell::{NPM, ask, command, find, installed_tools, root, run, say},
};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// wasm-pack's version: the one that the build is tested with. `--profile` needs at least 0.14.
pub(crate) const WASM_PACK: &str = "0.15.1";
/// geckodriver's version: one that supports Firefox ESR 153.
const GECKODRIVER: &str = "0.37.1";
/// esbuild, playwright-core and the TypeScript compiler ask for it.
const OLDEST_NODE: u32 = 20;

/// The compiler's WASM target, wasm-pack, and the packages of `extension/` (wasm-opt is one).
pub(crate) fn for_building() -> Result<()> {
    wasm_target()?;
    cargo_tool("wasm-pack", WASM_PACK, "about 2 minutes, once")?;
    packages_of("extension")
}

/// Chromium, with fonts, and the packages of `tests/`. Returns the browser's path.
pub(crate) fn for_demo() -> Result<PathBuf> {
    packages_of("tests")?;
    apt::install(&missing(&[CHROMIUM, FONTS]))?;
    chromium().context("Chromium is still missing after the installation")
}

/// Both browsers, their drivers and fonts, and the packages of `tests/`.
pub(crate) fn for_tests() -> Result<Browsers> {
    packages_of("tests")?;
    apt::install(&missing(&[CHROMIUM, CHROMEDRIVER, FIREFOX, FONTS]))?;
    cargo_tool("geckodriver", GECKODRIVER, "about 1 minute, once")?;
    match (chromium(), firefox()) {
        (Some(chromium), Some(firefox)) => Ok(Browsers { chromium, firefox }),
        _ => bail!("Chromium or Firefox is still missing after the installation"),
    }
}

/// Installs a folder's locked packages unless they are the ones that are there.
pub(crate) fn packages_of(folder: &str) -> Result<()> {
    node()?;
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

/// Chromium, and the packages of `benches/`.
pub(crate) fn for_benches() -> Result<PathBuf> {
    let chromium = for_demo()?;
    packages_of("benches")?;
    Ok(chromium)
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
    named_by("CHROMIUM").or_else(|| find(&["chromium", "chromium-browser"]))
}

fn firefox() -> Option<PathBuf> {
    named_by("FIREFOX").or_else(|| find(&["firefox-esr", "firefox"]))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

/// Something that a browser test needs, with Debian's packages that provide it.
#[derive(Clone, Copy)]
struct Need {
    packages: &'static [&'static str],
    is_there: fn() -> bool,
}

const CHROMIUM: Need = Need { packages: &["chromium"], is_there: || chromium().is_some() };
const CHROMEDRIVER: Need =
    Need { packages: &["chromium-driver"], is_there: || find(&["chromedriver"]).is_some() };
const FIREFOX: Need = Need { packages: &["firefox-esr"], is_there: || firefox().is_some() };
/// Without them Japanese is drawn as a row of boxes, in pictures too. Only Linux has fontconfig; the other
/// systems bring Japanese fonts.
const FONTS: Need = Need {
    packages: &["fonts-noto-cjk", "fonts-noto-core"],
    is_there: || {
        !cfg!(target_os = "linux")
            || ask("fc-list", &[":lang=ja"]).is_some_and(|fonts| !fonts.is_empty())
    },
};

fn missing(needs: &[Need]) -> Vec<&'static str> {
    needs.iter().filter(|need| !(need.is_there)()).flat_map(|need| need.packages).copied().collect()
}

fn wasm_target() -> Result<()> {
    let installed =
        ask("rustc", &["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
    if installed.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        bail!(
            "the compiler lacks the target wasm32-unknown-unknown and there is no rustup to add \
             it; please install it"
        );
    }
    say("Adding the compiler's WASM target");
    run(command("rustup", ".")?.args(["target", "add", "wasm32-unknown-unknown"]))
}

/// A program that cargo builds, in a folder of the project's own, so that none that the user has
/// installed is replaced.
fn cargo_tool(name: &str, version: &str, patience: &str) -> Result<()> {
    let there = find(&[name]).and_then(|program| ask(program, &["--version"]));
    if there.is_some_and(|answer| answer.contains(version)) {
        return Ok(());
    }
    say(&format!("Installing {name} {version} with cargo ({patience})"));
    run(command("cargo", ".")?
        .args(["install", name, "--version", version, "--locked", "--force", "--root"])
        .arg(installed_tools()))
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

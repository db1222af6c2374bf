//! Runs other programs: says what is run, streams what they print, turns failure into an error.

use anyhow::{Context, Result, bail};
use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The folder of the top-level `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The folder that cargo builds in.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Announces a step on standard error.
pub(crate) fn say(what: &str) {
    eprintln!("\x1b[1m▸ {what}\x1b[0m");
}

/// Warns on standard error, without failing.
pub(crate) fn warn(of: &str) {
    eprintln!("\x1b[1;33m▸ Warning: {of}\x1b[0m");
}

/// Where programs are installed that the project needs and cargo builds: the user's cache, so that
/// every checkout finds them.
pub(crate) fn installed_tools() -> PathBuf {
    let variable =
        |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .unwrap_or_else(|| root().join("target"))
        .join("sparekey/tools")
}

/// The folders in which programs are looked for, the project's own first.
fn search_path() -> Vec<PathBuf> {
    let mut folders =
        vec![root().join("extension/node_modules/.bin"), installed_tools().join("bin")];
    if let Some(path) = std::env::var_os("PATH") {
        folders.extend(std::env::split_paths(&path));
    }
    folders
}

/// A command that runs in `folder` (relative to the root) with the project's own tools first on
/// its path.
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &str) -> Result<Command> {
    let mut command = Command::new(program);
    command.current_dir(root().join(folder)).env("PATH", std::env::join_paths(search_path())?);
    // Cargo sets these for xtask itself; a nested cargo must find its own.
    for variable in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
        command.env_remove(variable);
    }
    Ok(command)
}

/// A script of the `package.json` in `folder`.
pub(crate) fn npm(folder: &str, script: &str) -> Result<Command> {
    let mut npm = command(NPM, folder)?;
    // Color codes would keep the counts from being found in what it prints.
    npm.args(["run", "--silent", script]).env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    Ok(npm)
}

/// npm's name as a program.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Runs a program to its end; an exit code other than 0 is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command.status().with_context(|| format!("cannot run `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// What [`run_watched`] saw.
pub(crate) struct Outcome {
    /// It exited with 0.
    pub(crate) success: bool,
    /// What it printed on standard output.
    pub(crate) output: String,
}

/// Runs to the end, passing standard output on line by line and keeping it.
pub(crate) fn run_watched(command: &mut Command) -> Result<Outcome> {
    let shown = show(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run `{shown}`"))?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            std::io::stdout().flush()?;
            output.push_str(&text);
            line.clear();
        }
    }
    Ok(Outcome { success: child.wait()?.success(), output })
}

/// What a program prints, or `None` where it cannot be run or fails.
pub(crate) fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of `names` that is among the project's own tools or on the path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| {
        search_path()
            .into_iter()
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}

fn show(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

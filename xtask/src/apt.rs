//! Debian's packages: installs them with apt-get, or says which to install. Waits while another program
//! holds one of the package system's locks; owns how that is recognized.

use crate::shell::{ask, find, say};
use anyhow::{Context, Result, bail};
use std::{
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// How long another program may install before this one gives up.
const PATIENCE: Duration = Duration::from_mins(10);
/// How often it is looked whether the other program is done.
const PAUSE: Duration = Duration::from_secs(3);

/// Installs packages with apt-get, or says which to install.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let by_hand = format!(
        "missing: {list} (Debian's names). Please install what they stand for; browsers may also be \
         named in the variables CHROMIUM and FIREFOX"
    );
    if find(&["apt-get"]).is_none() {
        bail!(by_hand);
    }
    let is_root = ask("id", &["-u"]).as_deref() == Some("0");
    if !is_root && ask("sudo", &["-n", "true"]).is_none() {
        bail!("missing: {list}. Please run: sudo apt-get install {list}");
    }
    say(&format!("Installing {list} with apt-get (1 to 2 minutes, once)"));
    wait_for_lock(PATIENCE, PAUSE, || apt_get(is_root, &["update", "-qq"]))
        .with_context(|| by_hand.clone())?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(packages);
    // Other descendants of Debian have other names.
    wait_for_lock(PATIENCE, PAUSE, || apt_get(is_root, &install)).with_context(|| by_hand)
}

/// How one run of apt-get ended.
#[derive(Debug, PartialEq, Eq)]
enum Attempt {
    Done,
    /// Another program holds a lock; with the line that says which.
    Locked(String),
    Failed(String),
}

fn apt_get(is_root: bool, arguments: &[&str]) -> Result<Attempt> {
    // `env` behind sudo, since sudo does not pass variables on.
    let mut apt = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        apt.args(["-n", "env"]);
    }
    // In English, since its words are read.
    apt.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get"]).args(arguments);
    let output = apt.stderr(Stdio::piped()).spawn()?.wait_with_output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        return Ok(Attempt::Done);
    }
    Ok(match lock_in(&errors) {
        Some(line) => Attempt::Locked(line.to_owned()),
        None => Attempt::Failed(format!("apt-get ended with {}\n{errors}", output.status)),
    })
}

/// The line that names the lock that another program holds, as apt 2.6 and dpkg 1.21 word it.
///
/// apt's own `DPkg::Lock::Timeout` waits for dpkg's two locks alone: with apt 2.6.1 `apt-get update`
/// failed at once on `/var/lib/apt/lists/lock`, and `apt-get install` on `/var/cache/apt/archives/lock`,
/// with the option as without it.
fn lock_in(errors: &str) -> Option<&str> {
    errors.lines().map(str::trim).find(|line| {
        line.contains("Could not get lock") || line.contains("was locked by another process")
    })
}

/// Tries until no other program holds a lock, at most for as long as `patience`.
fn wait_for_lock(
    patience: Duration,
    pause: Duration,
    mut attempt: impl FnMut() -> Result<Attempt>,
) -> Result<()> {
    let start = Instant::now();
    let mut is_waiting = false;
    loop {
        match attempt()? {
            Attempt::Done => return Ok(()),
            Attempt::Failed(reason) => bail!(reason),
            Attempt::Locked(line) if start.elapsed() >= patience => {
                bail!("another program has been installing for too long: {line}")
            }
            Attempt::Locked(line) => {
                if !is_waiting {
                    say(&format!("Another program is installing; waiting for it ({line})"));
                    is_waiting = true;
                }
                sleep(pause);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_another_program_holds_is_recognized() {
        for line in [
            "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 8770 (python3)",
            "E: Could not get lock /var/cache/apt/archives/lock. It is held by process 1855 (apt)",
            "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 9383 (apt)",
            "dpkg: error: dpkg database lock was locked by another process with pid 3411",
        ] {
            let errors = format!("W: something\n{line}\nE: Unable to lock directory\n");
            assert_eq!(lock_in(&errors), Some(line));
        }
        assert_eq!(lock_in("E: Unable to locate package hello"), None);
        assert_eq!(
            lock_in("E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13)"),
            None,
            "missing rights do not go away by waiting"
        );
    }

    #[test]
    fn it_waits_while_there_is_a_lock_and_no_longer_than_it_may() {
        let locked = || Ok(Attempt::Locked("E: Could not get lock".to_owned()));
        let mut attempts = 0;
        let waited = wait_for_lock(Duration::from_secs(60), Duration::ZERO, || {
            attempts += 1;
            if attempts < 3 { locked() } else { Ok(Attempt::Done) }
        });
        assert!(waited.is_ok());
        assert_eq!(attempts, 3);
        let error = wait_for_lock(Duration::ZERO, Duration::ZERO, locked).unwrap_err();
        assert!(error.to_string().contains("for too long"), "{error}");
    }

    #[test]
    fn any_other_failure_ends_it_at_once() {
        let mut attempts = 0;
        let failed = wait_for_lock(Duration::from_secs(60), Duration::ZERO, || {
            attempts += 1;
            Ok(Attempt::Failed("no such package".to_owned()))
        });
        assert!(failed.is_err());
        assert_eq!(attempts, 1);
    }
}

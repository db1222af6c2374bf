//! What a page says by whole labels besides its list and its fields: that a list is empty, that a
//! step is done, which roles somebody has. It owns no judgment of what follows.

use super::{ENOUGH, Evidence, confidence, dialogs, method_named};
use crate::{
    lexicon::{self, Concept},
    methods::Method,
    page::{
        index::{Entry, Index},
        place::Place,
        snapshot::{Role, State},
    },
};

/// Something that the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Where it says it.
    pub node: u32,
    /// What it says.
    pub says: Says,
    /// What the reading rests on.
    pub evidence: Vec<Evidence>,
}

/// What a page may say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Says {
    /// "There are no users to display".
    NoUsers,
    /// "Updates successful": the users that were selected have been changed, in which way is not
    /// said.
    UsersUpdated,
    /// The report can be downloaded here.
    ReportDownload,
    /// A method of this kind was just added.
    Added(Method),
    /// The person whose page it is has this role in the directory.
    HasRole(String),
    /// The commands that change another person's methods cannot be pressed.
    CommandsDisabled,
    /// All proofs of a personal account are being replaced.
    ReplacingProofs,
}

/// A heading's texts are looked for no farther than this.
const FARTHEST: usize = 8;
/// No page has more of one name.
const MOST_HEADINGS: usize = 10;

pub(super) fn read(index: &Index<'_>, place: Place) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut say = |node: u32, says: Says, evidence: Evidence| {
        let is_new = !statements.iter().any(|it: &Statement| it.says == says);
        if is_new && confidence(&[evidence]) >= ENOUGH {
            statements.push(Statement { node, says, evidence: vec![evidence] });
        }
    };
    let first = |concept: Concept| index.entries().find(|entry| entry.means(concept));
    match place {
        Place::PerUserMfa | Place::LegacyPerUserMfa => {
            // While somebody searches, an empty list says only that nobody fits the search.
            let searches = index
                .entries()
                .any(|it| it.node.role == Role::Textbox && !it.node.value.trim().is_empty());
            if let Some(entry) = first(Concept::PeruserNoUsers).filter(|_| !searches) {
                say(entry.node.id, Says::NoUsers, Evidence::KnownSentence);
            }
            let mut in_dialogs = dialogs(index).flat_map(|dialog| index.subtree(dialog));
            if let Some(entry) = in_dialogs.find(|it| it.means(Concept::PeruserUpdated)) {
                say(entry.node.id, Says::UsersUpdated, Evidence::DialogTitle);
            }
        }
        Place::RegistrationReport => {
            let download = index.entries().find(|it| is_command(it, Concept::ReportDownload));
            if let Some(entry) = download {
                say(entry.node.id, Says::ReportDownload, Evidence::KnownCommand);
            }
        }
        Place::SecurityInfo => {
            for (concept, method) in [
                (Concept::StepAuthenticatorAdded, Method::Authenticator),
                (Concept::StepPhoneAdded, Method::MobilePhone),
            ] {
                if let Some(entry) = first(concept) {
                    say(entry.node.id, Says::Added(method), Evidence::KnownSentence);
                }
            }
        }
        Place::UserMethods => {
            if let Some((node, role)) = role_in_directory(index) {
                say(node, Says::HasRole(role), Evidence::KnownSentence);
            }
            let reregister =
                index.entries().find(|it| is_command(it, Concept::AdminActionRequireReregister));
            // Behind a dialog everything may be out of reach for as long as it is open.
            let disabled =
                reregister.filter(|it| it.is(State::Disabled) && dialogs(index).next().is_none());
            if let Some(entry) = disabled {
                say(entry.node.id, Says::CommandsDisabled, Evidence::KnownCommand);
            }
        }
        Place::Personal => {
            if let Some(entry) = first(Concept::PersonalReplacing) {
                say(entry.node.id, Says::ReplacingProofs, Evidence::KnownSentence);
            }
        }
        Place::Register | Place::LegacyProofup => {}
    }
    statements
}

fn is_command(entry: &Entry<'_>, concept: Concept) -> bool {
    (entry.is_action() || entry.node.role == Role::MenuItem) && entry.means(concept)
}

/// A role behind "Assigned roles"; the page joins several with commas.
fn role_in_directory(index: &Index<'_>) -> Option<(u32, String)> {
    let role_in = |entry: &Entry<'_>| {
        let roles = entry.node.name.split([',', '、', ';']).map(str::trim);
        let mut known = roles.filter(|role| {
            lexicon::meanings(role).iter().any(|it| it.concept == Concept::AdminRole)
        });
        Some((entry.node.id, known.next()?.to_owned()))
    };
    // A command of the menu may be called so as well.
    let headings = index.entries().filter(|entry| entry.means(Concept::AdminAssignedRoles));
    headings.take(MOST_HEADINGS).find_map(|heading| {
        let behind = index.entries().filter(|entry| entry.position > heading.position);
        behind.take(FARTHEST).find_map(role_in)
    })
}

/// Labels of a line about the default. The line about the method that the system prefers is none:
/// that method can be deleted like any other.
const DEFAULTS: &[Concept] = &[Concept::DefaultSigninMethod, Concept::AdminDefaultSigninMethod];

/// The method that the line about the default names, behind its label or in one text with it.
pub(super) fn default_method(index: &Index<'_>) -> Option<Method> {
    index.entries().filter(|entry| !entry.is_action()).find_map(|entry| {
        let text = entry.node.name.as_str();
        if index.follows_line(entry, DEFAULTS) {
            return method_with_channel(text);
        }
        let (label, method) = text.split_once([':', '：'])?;
        lexicon::meanings(label)
            .iter()
            .any(|it| DEFAULTS.contains(&it.concept))
            .then(|| method_with_channel(method))
            .flatten()
    })
}

/// "Phone - text +81 9012345678" and "Microsoft Authenticator - notification" are the method's
/// label and how it answers; the label is a whole one up to the dash.
fn method_with_channel(text: &str) -> Option<Method> {
    let text = text.trim_start_matches([':', '：', ' ']);
    let label = [" - ", " – "].iter().find_map(|dash| text.split_once(dash));
    let label = label.map_or(text, |(label, _)| label);
    method_named(lexicon::meanings(label.trim()))
}

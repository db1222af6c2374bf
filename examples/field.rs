//! Says what the extension would say at one phone field, and what its button would write: lines
//! `place<TAB>region<TAB>text` in, one JSON object a line out. It lays the text into a small page and asks
//! for a review of that page, so that what is judged is what a tab would get.
//!
//! ```text
//! $ printf 'mobile\tJP\t090-1234-5678\n' | cargo run --release --example field
//! {"findings":[{"rule":"country-code-missing","severity":"stop","variant":null},…],"fix":"+81 9012345678",…}
//! ```
//!
//! Places: `mobile`, `alternate` and `office` are the phone types of Entra's admin pane, whose field holds
//! the calling code as well. With a region behind a colon (`mobile:FR`), the field is that of the user's own
//! Security info, beside a selector that says that region; its `mobile` gets a text. The region in the second
//! column is the user's setting and may be empty. `\u{2212}` in a text stands for the character.
//!
//! Keys: `findings` are those at the field, most severe first; `fix` is the field's whole content as the
//! button writes it, or `null`; `choices` are the fixes to choose from where only the person can say which is
//! right, the likeliest first.
//!
//! A line that is not of that form is an error and ends the program.

use serde_json::{Value, json};
use sparekey::{
    context::Context,
    finding::{Anchor, Finding},
    page::snapshot::{Frame, Node, Role, Snapshot, State, Tab},
    phone::Region,
    review::review,
};
use std::{
    error::Error,
    io::{self, BufRead as _, BufWriter, Write as _},
};

const PANE: &str = "https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/UserAuthMethods/userId/1/hidePreviewBanner~/true";
const BLADE: &str = "https://sandbox-1.reactblade.portal.azure.net/ReactView";
const SECURITY_INFO: &str = "https://mysignins.microsoft.com/security-info";

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        let wrong = |why: &str| format!("line {}: {why}: {line:?}", number + 1);
        let mut fields = line.splitn(3, '\t');
        let (Some(place), Some(region), Some(text)) = (fields.next(), fields.next(), fields.next())
        else {
            return Err(wrong("not three fields").into());
        };
        let text = unescaped(text).ok_or_else(|| wrong("an escape that is none"))?;
        let tab = tab(place, &text).ok_or_else(|| wrong("no such place"))?;
        let mut context = Context { today: "2026-11-29".to_owned(), ..Context::default() };
        context.settings.default_region = match region {
            "" => None,
            code => Some(Region::new(code).ok_or_else(|| wrong("no such region"))?.to_string()),
        };
        writeln!(out, "{}", answer(&tab, &context))?;
    }
    out.flush()?;
    Ok(())
}

fn answer(tab: &Tab, context: &Context) -> Value {
    let review = review(tab, context);
    let at_field: Vec<&Finding> = review
        .frames
        .iter()
        .flat_map(|frame| &frame.findings)
        .filter(|finding| finding.anchor == Anchor::Field)
        .collect();
    let fix = at_field.iter().find_map(|finding| finding.fix.as_ref());
    let findings: Vec<Value> = at_field
        .iter()
        .map(|it| json!({ "rule": it.rule, "variant": it.variant, "severity": it.severity }))
        .collect();
    let choices: Vec<Value> = at_field
        .iter()
        .flat_map(|finding| &finding.choices)
        .map(|it| json!({ "region": it.region, "fix": it.fix.after }))
        .collect();
    json!({ "findings": findings, "fix": fix.map(|fix| &fix.after), "choices": choices })
}

/// A page with the field.
fn tab(place: &str, text: &str) -> Option<Tab> {
    let (kind, region) = match place.split_once(':') {
        Some((kind, region)) => (kind, Some(Region::new(region)?)),
        None => (place, None),
    };
    let slot = match kind {
        "mobile" => "Mobile",
        "alternate" => "Alternate mobile",
        "office" => "Office",
        _ => return None,
    };
    Some(match region {
        None => pane(slot, text),
        Some(region) => step(kind, region, text),
    })
}

/// The admin's pane, in a frame of its own.
fn pane(slot: &str, text: &str) -> Tab {
    let frame = Node {
        value: "https://sandbox-1.reactblade.portal.azure.net".to_owned(),
        classes: vec!["fxs-reactview-frame-active".to_owned()],
        ..node(1, Role::Frame, "UserAuthMethods.ReactView")
    };
    let inside = |node: Node| Node { parent: Some(1), ..node };
    let mut blade = snapshot(
        BLADE,
        vec![
            node(1, Role::Generic, ""),
            inside(labeled(2, Role::Combobox, "Choose method", "Phone number")),
            inside(labeled(3, Role::Combobox, "Phone type", slot)),
            inside(textbox(4, "Phone number", text)),
        ],
    );
    blade.frame_name = "UserAuthMethods.ReactView".to_owned();
    Tab {
        frames: vec![
            Frame { id: 0, snapshot: snapshot(PANE, vec![frame]) },
            Frame { id: 1, snapshot: blade },
        ],
    }
}

/// A step of the user's own page, beside a selector.
fn step(kind: &str, region: Region, text: &str) -> Tab {
    let title = "Add your phone number";
    let (label, way) = match kind {
        "mobile" => ("Phone number", "Text me a code"),
        "alternate" => ("Alternate phone", "Call me"),
        _ => ("Office phone", "Call me"),
    };
    let inside = |node: Node| Node { parent: Some(1), ..node };
    let country = format!("{region} (+{})", region.calling_code());
    let nodes = vec![
        node(1, Role::Dialog, title),
        inside(Node { test_id: "reskin-step-title".to_owned(), ..node(2, Role::Heading, title) }),
        inside(labeled(3, Role::Combobox, "Country code", &country)),
        inside(textbox(4, label, text)),
        inside(Node { states: vec![State::Checked], ..node(5, Role::Radio, way) }),
        inside(node(6, Role::Button, "Next")),
    ];
    Tab { frames: vec![Frame { id: 0, snapshot: snapshot(SECURITY_INFO, nodes) }] }
}

fn node(id: u32, role: Role, name: &str) -> Node {
    Node { id, role, name: name.to_owned(), ..Node::default() }
}

fn labeled(id: u32, role: Role, name: &str, value: &str) -> Node {
    Node { value: value.to_owned(), ..node(id, role, name) }
}

fn textbox(id: u32, name: &str, value: &str) -> Node {
    Node { input_type: "text".to_owned(), ..labeled(id, Role::Textbox, name, value) }
}

fn snapshot(address: &str, nodes: Vec<Node>) -> Snapshot {
    Snapshot {
        address: address.to_owned(),
        language: "en".to_owned(),
        on_screen: true,
        nodes,
        ..Snapshot::default()
    }
}

fn unescaped(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("\\u{") {
        let (code, behind) = behind.split_once('}')?;
        out.push_str(before);
        out.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}

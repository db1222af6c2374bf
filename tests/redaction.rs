//! What is left of a page that a user reports: over every recorded page, and over pages in which a
//! person's name and number stand wherever a page can put them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests stop where a test would"
)]

use serde::Deserialize;
use sparekey::{
    context::Context,
    finding::Anchor,
    lexicon,
    page::{
        Page,
        redaction::{in_pieces, language_tag, redact},
        snapshot::{Node, Tab},
    },
    report::{Said, report},
    review::review,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

#[derive(Deserialize)]
struct Recording {
    context: Context,
    tab: Tab,
}

fn recordings() -> Vec<(String, Recording)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let files = ["", "recorded"].into_iter().flat_map(|below| {
        fs::read_dir(folder.join(below)).unwrap().map(|file| file.unwrap().path())
    });
    files
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect()
}

/// Every label, as the data has it.
fn labels() -> Vec<String> {
    #[derive(Deserialize)]
    struct Label {
        label: String,
    }
    let data =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/labels.json"));
    let data: BTreeMap<String, BTreeMap<String, Vec<Label>>> =
        serde_json::from_str(&data.unwrap()).unwrap();
    let all = data.into_values().flat_map(BTreeMap::into_values).flatten();
    all.map(|it| it.label).collect()
}

/// Runs of letters, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase)
}

fn text_page(text: &str) -> Tab {
    let node = Node { id: 1, name: text.to_owned(), ..Node::default() };
    let mut tab = Tab { frames: vec![Default::default()] };
    tab.frames[0].snapshot.nodes.push(node);
    tab
}

fn redacted_text(text: &str) -> String {
    redact(&text_page(text)).frames[0].snapshot.nodes[0].name.clone()
}

#[test]
fn redacting_again_changes_nothing() {
    for (name, Recording { tab, .. }) in recordings() {
        let once = redact(&tab);
        assert_eq!(redact(&once), once, "{name}");
    }
}

#[test]
fn every_known_label_stays_as_it_is_written() {
    for label in labels() {
        assert_eq!(redacted_text(&label), label);
    }
}

#[test]
fn what_is_masked_is_no_label_and_no_number_of_another_kind() {
    for label in labels() {
        // One word more and it is not that label; it may be another.
        let text = format!("{label} Taro");
        let masked = redacted_text(&text);
        assert_eq!(lexicon::meanings(&masked).is_empty(), lexicon::meanings(&text).is_empty());
        assert_eq!(redacted_text(&masked), masked);
    }
    assert_eq!(
        redacted_text("Taro Yamada | Authentication methods"),
        "Aaaa Aaaaaa | Authentication methods"
    );
    assert_eq!(redacted_text("Xperia-1234567"), "Aaaaaa-1111111");
    assert_eq!(redacted_text("3f2504e0-4f89-41d3-9a0c"), "aaaaaaaa-aaaa-aaaa-aaaa");
}

#[test]
fn numbers_keep_their_form_and_tell_one_from_another() {
    let mut tab = text_page("+81 90-1234-5678");
    for other in [
        "+49 30 901820",
        "+81 9012345678",
        "+81 XXXXXXXX78",
        "０９０（１２３４）５６７８",
        "Japan (+81)",
    ] {
        let node = Node { id: 2, name: other.to_owned(), ..Node::default() };
        tab.frames[0].snapshot.nodes.push(node);
    }
    let masked: Vec<String> =
        redact(&tab).frames[0].snapshot.nodes.iter().map(|it| it.name.clone()).collect();
    let expected = [
        "+11 11-1111-1111",
        "+22 22 222222",
        "+11 1111111111",
        "+33 XXXXXXXX33",
        "４４４（４４４４）４４４４",
        "Aaaaa (+11)",
    ];
    assert_eq!(masked, expected);
}

#[test]
fn of_recorded_texts_only_words_of_labels_stay() {
    let brands = ["microsoft", "authenticator", "entra", "azure", "outlook", "windows", "fido2"];
    let known: BTreeSet<String> = labels()
        .iter()
        .flat_map(|label| words(label).collect::<Vec<_>>())
        .chain(brands.map(str::to_owned))
        .collect();
    let mut kept = 0;
    for (name, Recording { tab, .. }) in recordings() {
        for (_, nodes) in in_pieces(&redact(&tab)) {
            let fields = nodes.into_iter().flatten();
            let readable =
                fields.filter(|(field, _)| ["name", "value", "placeholder"].contains(field));
            for piece in readable.flat_map(|(_, pieces)| pieces) {
                let is_known = |word: &String| known.contains(word) || is_technical(word);
                if piece.masked {
                    let digits: BTreeSet<char> =
                        piece.text.chars().filter(|it| it.is_numeric() && *it != '〇').collect();
                    let letters = piece.text.chars().filter(|it| it.is_alphabetic());
                    assert!(digits.len() <= 2, "{name}: {}", piece.text);
                    assert!(
                        letters.clone().all(|it| "aAxX〇".contains(it)),
                        "{name}: {}",
                        piece.text
                    );
                } else {
                    kept += 1;
                    assert!(
                        words(&piece.text).all(|word| is_known(&word)),
                        "{name}: {}",
                        piece.text
                    );
                }
            }
        }
    }
    assert!(kept > 10_000, "{kept}");
}

/// The name and value of a frame are a name in code and an address.
fn is_technical(word: &str) -> bool {
    let hosts = ["https", "reactblade", "portal", "net"];
    let names = [
        "userauthmethods",
        "addauthmethod",
        "multifactorauthenticationconfig",
        "userregistrationdetails",
        "reactview",
    ];
    hosts.contains(&word) || names.contains(&word)
}

/// A person, in each form in which a page may write about them.
const TARO: [&str; 8] = [
    "Taro Yamada",
    "taro.yamada@contoso.com",
    "+49 30-7712-9934",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "山田太郎",
    "Тарас Ямадов",
    "ธีระ 12",
    "🦊-5",
];

/// Another one, of whom every form looks like the other's.
const SANA: [&str; 8] = [
    "Sana Suzuki",
    "sana.suzuki@fabrika.net",
    "+44 20-7946-0018",
    "7b9918f4-2c53-67a8-1e2d-7719b45f8820",
    "鈴木佐奈",
    "Сонеч Судзук",
    "ศรีษ 98",
    "🐻-7",
];

/// The page with a form of the person behind, before and instead of what stands in its fields.
fn about(tab: &Tab, person: [&str; 8]) -> Tab {
    let mut tab = tab.clone();
    let mut turn = 0;
    let mut write = |field: &mut String| {
        let form = person[turn % person.len()];
        *field = match turn % 3 {
            0 => form.to_owned(),
            1 => format!("{field}{form}"),
            _ => format!("{form}, {field}"),
        };
        turn += 1;
    };
    for frame in &mut tab.frames {
        let snapshot = &mut frame.snapshot;
        snapshot.address = format!("{}/user/{}", snapshot.address, person[1]);
        write(&mut snapshot.frame_name);
        write(&mut snapshot.language);
        for node in &mut snapshot.nodes {
            write(&mut node.name);
            write(&mut node.value);
            write(&mut node.placeholder);
            write(&mut node.test_id);
            write(&mut node.dom_id);
            write(&mut node.autocomplete);
            write(&mut node.input_type);
            write(&mut node.language);
            node.classes.push(format!("ms-{}", person[0]));
        }
    }
    tab
}

#[test]
fn of_two_people_on_the_same_page_the_same_is_left() {
    let of_page = |name: &str| name.split('.').next().unwrap().to_owned();
    // One language of each page: this is the costly one of these tests, and words are not its matter.
    let pages: BTreeMap<String, Recording> =
        recordings().into_iter().map(|(name, it)| (of_page(&name), it)).collect();
    for (name, Recording { tab, .. }) in pages {
        let (taro, sana) = (about(&tab, TARO), about(&tab, SANA));
        assert_ne!(taro, sana);
        let (taro, sana) = (redact(&taro), redact(&sana));
        assert_eq!(taro, sana, "{name}");
        assert_eq!(redact(&taro), taro, "{name}");
    }
}

#[test]
fn of_an_address_what_names_the_place_stays() {
    let redacted = |address: &str| {
        let mut tab = text_page("");
        tab.frames[0].snapshot.address = address.to_owned();
        redact(&tab).frames[0].snapshot.address.clone()
    };
    for (address, expected) in [
        (
            "https://portal.azure.com/#@contoso.onmicrosoft.com/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/userauthmethods/userId/3f2504e0-4f89",
            "https://portal.azure.com/#@aaaaaaa.aaaaaaaaaaa.aaa/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/userauthmethods/userId/1-1",
        ),
        (
            "https://entra.microsoft.com/contoso.onmicrosoft.com#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/userauthmethods/userId/3f2504e0-4f89",
            "https://entra.microsoft.com/aaaaaaa.aaaaaaaaaaa.aaa#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/userauthmethods/userId/1-1",
        ),
        (
            "https://contoso-7.reactblade.portal.azure.net/blade/TaroBlade",
            "https://aaaaaaa-1.reactblade.portal.azure.net/blade/AaaaBlade",
        ),
        (
            "https://mysignins.microsoft.com/security-info",
            "https://mysignins.microsoft.com/security-info",
        ),
        ("https://portal.contoso.com/security", "https://aaaaaa.aaaaaaa.aaa/security"),
        ("chrome://settings/taro", "aaaaaa://settings/aaaa"),
        ("", ""),
    ] {
        assert_eq!(redacted(address), expected);
    }
}

#[test]
fn of_a_language_tag_no_name_stays_and_a_region_where_it_says_how_one_writes() {
    for tag in ["ja", "zh-Hans", "zh-Hant-TW", "zh-TW", "PT-br", "sr-Latn", ""] {
        assert_eq!(language_tag(tag), tag);
    }
    for (tag, expected) in [
        // The region is where somebody is.
        ("de-AT", "de-AA"),
        ("en-jp", "en-aa"),
        ("sr-Latn-RS", "sr-Latn-AA"),
        ("taro", "aaaa"),
        ("ja-taro", "aa-aaaa"),
        ("en-US-x-yamada", "aa-AA-a-aaaaaa"),
        ("ja-JP-aa-bb", "aa-AA-aa-aa"),
    ] {
        assert_eq!(language_tag(tag), expected);
    }
}

#[test]
fn a_redacted_page_is_read_as_the_page_itself() {
    let mut compared = 0;
    for (name, Recording { context, tab }) in recordings() {
        let report = report(&tab, &context).unwrap_or_else(|| panic!("{name}: nothing to report"));
        let (said, expected) = (report.file.said, report.file.expected);
        let of_page = review(&tab, &context);
        let beside_fields: BTreeSet<&str> = of_page
            .frames
            .iter()
            .flat_map(|frame| &frame.findings)
            .filter(|finding| finding.anchor != Anchor::Field)
            .map(|finding| finding.rule)
            .collect();
        assert_eq!(expected.rules, Vec::from_iter(beside_fields), "{name}");
        assert_eq!(expected.place, said.place, "{name}");
        assert_eq!(expected.language, said.language, "{name}");
        assert_eq!(expected.methods, said.methods, "{name}");
        // Fields are found again too, though what is said of what was typed in them may differ.
        assert_eq!(fields(&report.file.tab), fields(&tab), "{name}");
        compared += expected.rules.len();
    }
    assert!(compared > 200, "{compared}");
}

/// How many phone fields each frame has.
fn fields(tab: &Tab) -> Vec<usize> {
    let count = |page: &Page<'_>| page.reading.phone_fields.len();
    Page::in_frames(tab).iter().map(|page| page.as_ref().map_or(0, count)).collect()
}

#[test]
fn a_report_holds_the_day_and_no_region() {
    let (_, Recording { tab, .. }) = recordings().swap_remove(0);
    let context: Context = serde_json::from_str(
        r#"{ "today": "2026-11-21", "settings": { "defaultRegion": "JP", "silencedRules": ["phone-only", "taro"] },
             "policy": { "allowedRegions": ["DE"], "defaultRegion": "DE", "telecomProviderConfigured": true } }"#,
    )
    .unwrap();
    let told = report(&tab, &context).unwrap().file.context;
    assert_eq!(told.today, "2026-11-21");
    assert_eq!(told.settings.silenced_rules, ["phone-only"]);
    assert_eq!((told.settings.default_region, told.policy.default_region), (None, None));
    assert_eq!(told.policy.allowed_regions, Vec::<String>::new());
    assert!(told.policy.telecom_provider_configured);
    let unread = Context { today: "half past nine".to_owned(), ..Context::default() };
    assert_eq!(report(&tab, &unread).unwrap().file.context.today, "");
}

#[test]
fn a_page_at_no_watched_address_is_not_reported() {
    let (_, Recording { mut tab, context }) = recordings().swap_remove(0);
    assert!(report(&tab, &context).is_some());
    tab.frames[0].snapshot.address = "https://login.microsoftonline.com/".to_owned();
    assert_eq!(report(&tab, &context), None);
    assert_eq!(report(&Tab::default(), &context), None);
}

#[test]
fn a_page_that_is_not_understood_is_reported_all_the_same() {
    let (_, Recording { mut tab, context }) = recordings()
        .into_iter()
        .find(|(name, _)| name == "security-info-phone-only.en.json")
        .unwrap();
    for node in tab.frames.iter_mut().flat_map(|frame| &mut frame.snapshot.nodes) {
        node.name = node.name.chars().rev().collect();
    }
    let report = report(&tab, &context).unwrap();
    let replayed = review(&report.file.tab, &report.file.context);
    assert_eq!(Said::of_masked(&replayed), report.file.expected);
    assert!(report.file.said.rules.is_empty());
    assert!(report.summary.masked > report.summary.kept);
    assert_eq!(
        report.outline.len(),
        report.file.tab.frames.len() + usize::try_from(report.summary.nodes).unwrap()
    );
}

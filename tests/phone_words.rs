//! What stands around a number and is none of it: characters that nobody sees, wrappings of programs, words before
//! it, words for an extension.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has found something"
)]

use sparekey::{
    phone::{Field, Form, Region, assess},
    rules,
};

fn field() -> Field {
    Field {
        form: Form::International,
        punctuation_accepted: false,
        extension_accepted: true,
        must_receive_text: false,
    }
}

fn fix(typed: &str, region: &str) -> Option<String> {
    assess(typed, &field(), Region::new(region)).fix
}

/// Unicode's Default_Ignorable_Code_Point and general categories Cc and Cf, but for the signs that stand before a
/// number in Arabic and are seen, and the soft hyphen.
const UNSEEN: [(u32, u32); 24] = [
    (0x00, 0x1f),
    (0x7f, 0x9f),
    (0x34f, 0x34f),
    (0x61c, 0x61c),
    (0x115f, 0x1160),
    (0x17b4, 0x17b5),
    (0x180b, 0x180f),
    (0x200b, 0x200f),
    (0x2028, 0x202e),
    (0x2060, 0x2064),
    (0x2065, 0x206f),
    (0x3164, 0x3164),
    (0xfe00, 0xfe0f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xfff0, 0xfff8),
    (0xfff9, 0xfffb),
    (0x1bca0, 0x1bca3),
    (0x1d173, 0x1d17a),
    (0xe0000, 0xe0001),
    (0xe0020, 0xe007f),
    (0xe0080, 0xe00ff),
    (0xe0100, 0xe01ef),
    (0xe01f0, 0xe0fff),
];

#[test]
fn what_is_not_seen_hides_no_number() {
    for unseen in UNSEEN.iter().flat_map(|(first, last)| *first..=*last).filter_map(char::from_u32)
    {
        for typed in [
            format!("+81 90{unseen}12345678"),
            format!("+81{unseen}9012345678"),
            format!("+81 {unseen}9012345678"),
            format!("{unseen}{unseen}+81 90 12345678{unseen}"),
        ] {
            assert_eq!(fix(&typed, "JP").as_deref(), Some("+81 9012345678"), "{typed:?}");
        }
        // Spaces around the whole are taken off by every page, whatever they are; the rest is not.
        for typed in [format!("{unseen}+81 9012345678"), format!("+81 9012345678{unseen}")] {
            assert_eq!(fix(&typed, "JP").is_none(), unseen.is_whitespace(), "{typed:?}");
        }
    }
}

#[test]
fn one_whole_number_is_found_in_what_is_wrapped_around_it() {
    let wrappings = [
        ("'", ""),
        ("\"", "\""),
        ("=\"", "\""),
        ("<", ">"),
        ("“", "”"),
        ("„", "“"),
        ("«", "»"),
        ("", ";"),
        ("", ","),
        ("'", "'"),
        ("☎ ", ""),
        ("📞", ""),
        ("☎\u{fe0f} ", ""),
        ("Tel.: ", ""),
        ("TEL ", ""),
        ("Tél. : ", ""),
        ("Telefon ", ""),
        ("Mobile ", ""),
        ("mob. ", ""),
        ("Cell: ", ";"),
        ("携帯：", ""),
        ("電話番号: ", ""),
        ("手机：", ""),
        ("휴대폰 ", ""),
        ("Тел.: ", ""),
        ("<tel:", ">"),
    ];
    for (before, behind) in wrappings {
        for (number, region, right) in [
            ("+81 9012345678", "JP", "+81 9012345678"),
            ("090-1234-5678", "JP", "+81 9012345678"),
            ("(0151) 23456789", "DE", "+49 15123456789"),
            ("+1 425 882 8080 x12", "US", "+1 4258828080x12"),
        ] {
            let typed = format!("{before}{number}{behind}");
            assert_eq!(fix(&typed, region).as_deref(), Some(right), "{typed:?}");
        }
    }
    // A word that is not known, two words, or a word inside: nobody knows what is meant.
    for typed in
        ["fax: 090-1234-5678", "tel:tel:090-1234-5678", "090 tel 1234 5678", "090-1234-5678 mobile"]
    {
        assert_eq!(fix(typed, "JP"), None, "{typed:?}");
    }
}

#[test]
fn an_extension_is_known_by_its_word() {
    for label in [
        "x",
        "ext",
        "ext.",
        "Ext. ",
        "extension",
        "Durchwahl",
        "DW",
        "Kl.",
        "Klappe",
        "App.",
        "tst",
        "toestel",
        "w.",
        "wew.",
        "wewn.",
        "kl.",
        "ankn",
        "ankn.",
        "alanro",
        "dahili",
        "r.",
        "p.",
        "poste",
        "interno",
        "int.",
        "ramal",
        "доб.",
        "вн.",
        "εσωτ.",
        "内線",
        "内",
        "转",
        "轉",
        "分机",
        "分机号",
        "分機",
        "내선",
        "내선번호",
        "שלוחה",
        "ต่อ",
        "máy lẻ",
        "anexo",
    ] {
        for number in ["+1 4258828080", "425 882 8080"] {
            let typed = format!("{number} {label} 347");
            assert_eq!(fix(&typed, "US").as_deref(), Some("+1 4258828080x347"), "{typed:?}");
        }
    }
}

/// Where no number of the country is so long, a last group behind a whole number is its extension.
#[test]
fn an_extension_is_known_by_its_place() {
    let mut met = 0;
    for region in Region::all() {
        let Some(number) = region.example_fixed_line() else { continue };
        for (behind, group) in [("/347", "347"), ("-347", "347"), (" (12)", "12")] {
            let spaced = number.spaced();
            let typed = format!("{spaced}{behind}");
            let found = fix(&typed, region.as_str());
            let run = assess(&format!("{spaced}{group}"), &field(), None);
            let is_too_long = run.faults.iter().any(|it| rules::of_fault(it) == "wrong-length");
            if is_too_long && !run.unfinished {
                met += 1;
                assert_eq!(found, Some(format!("{spaced}x{group}")), "{typed}");
            } else {
                // Else the group may be the end of a longer number.
                assert!(
                    found.is_none_or(|it| it.replace('x', "") == format!("{spaced}{group}")),
                    "{typed}"
                );
            }
        }
    }
    assert!(met > 400, "only {met} were met");
}

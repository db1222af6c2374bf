//! The small forms on a page: calling codes in selectors, numbers in lists.

use sparekey::{
    methods::{Sameness, SeenNumber},
    page::reading::calling_code_in,
};

#[test]
fn calling_codes_are_read_from_what_selectors_show() {
    for (shown, code) in [
        ("Japan (+81)", Some(81)),
        ("日本（＋８１）", Some(81)),
        ("United States (+1)", Some(1)),
        ("Côte d’Ivoire (+225)", Some(225)),
        ("Bahamas (+1242)", Some(1)),
        ("Bahamas (+1-242)", Some(1)),
        ("\u{202b}اليابان (+81)\u{202c}", Some(81)),
        ("+49", Some(49)),
        ("Germany +49", Some(49)),
        ("Japan", None),
        ("Japan (81)", None),
        ("Japan (+)", None),
        ("Japan (+81", None),
        ("Japan (+0)", None),
        ("Japan (+81234)", None),
        ("Japan (+8a)", None),
        ("+81 9012345678", None),
        ("", None),
    ] {
        assert_eq!(calling_code_in(shown), code, "{shown}");
    }
    assert_eq!(calling_code_in(&format!("{}(+81)", "x".repeat(10_000))), None);
}

#[test]
fn numbers_are_told_from_other_text() {
    for number in [
        "+81 9012345678",
        "+81 XXXXXXXX78",
        "*** *** 1234",
        "+1 (425) 555-0100",
        "+44 2079460123x42",
        "\u{200e}+81 •••••••78",
        "８１９０１２３４５６７８",
        "+1 ***-***-**34",
    ] {
        assert!(SeenNumber::parse(number).is_some(), "{number}");
    }
    for other in [
        "",
        "iPhone 15",
        "12345",
        "a@b.example",
        "Last updated: 2026-01-02 10:00",
        "XXXXXXXXXX",
        "+81",
        "2026/01/02 10",
    ] {
        assert!(SeenNumber::parse(other).is_none(), "{other}");
    }
    assert!(SeenNumber::parse(&"9".repeat(10_000)).is_none());
}

#[test]
fn numbers_are_compared_by_what_both_show() {
    let compare = |one: &str, other: &str| {
        SeenNumber::parse(one).unwrap().compare(&SeenNumber::parse(other).unwrap())
    };
    for (one, other, sameness) in [
        ("+81 9012345678", "+81 90-1234-5678", Sameness::Same),
        ("+81 9012345678", "+81 9012345679", Sameness::Different),
        ("+44 2079460123x42", "+44 2079460123x43", Sameness::Same),
        ("+81 XXXXXXXX78", "+81 9012345678", Sameness::MayBeSame),
        ("+81 XXXXXXXX78", "+82 9012345678", Sameness::Different),
        ("+81 XXXXXXXX78", "+81 XXXXXXX78", Sameness::Different),
        ("XXXXXXXXXX78", "XXXXXXXXXX78", Sameness::Different),
        ("+1 XXXXXXXX78", "+1 4255550178", Sameness::MayBeSame),
        ("+1 425555XXXX", "+1 425555XXXX", Sameness::Different),
    ] {
        assert_eq!(compare(one, other), sameness, "{one} {other}");
        assert_eq!(compare(other, one), sameness, "{other} {one}");
    }
    assert!(SeenNumber::parse("+81 XXXXXXXX78").unwrap().is_masked());
}

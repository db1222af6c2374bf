//! What an organization decides: read from whatever the browser has stored, and described for
//! administrators by files that are made from the same keys.

use crate::{documents::made_from_rules, typed_texts::Chance};
use serde_json::{Map, Value, json};
use sparekey::{
    policy::{Holds, Ignored, KEYS, Key, Merge, Policy, PolicyReading, Reason, Stored, Type, read},
    rules::ALL,
};
use std::{collections::BTreeSet, fs, path::Path};

fn ignored(key: &str, position: Option<u32>, reason: Reason) -> Ignored {
    Ignored { key: key.to_owned(), position, reason }
}

fn wrong_type(key: &str, expected: Type) -> Ignored {
    ignored(key, None, Reason::WrongType { expected })
}

fn no_region(key: &str, position: Option<u32>, code: &str) -> Ignored {
    ignored(key, position, Reason::UnknownRegion { code: code.to_owned() })
}

/// A policy in which every key holds something.
fn whole() -> Value {
    json!({
        "allowedRegions": ["JP", "US"],
        "defaultRegion": "JP",
        "silencedRules": ["single-method", "trunk-zero"],
        "switchedOff": true,
        "telecomProviderConfigured": true,
    })
}

fn policy_of(stored: Value) -> Policy {
    let PolicyReading { policy, ignored } = read(&stored);
    assert_eq!(ignored, [], "{stored}");
    policy
}

#[test]
fn every_key_is_read_and_goes_back_as_it_came() {
    let policy = policy_of(whole());
    assert_eq!(
        policy,
        Policy {
            default_region: Some("JP".to_owned()),
            allowed_regions: vec!["JP".to_owned(), "US".to_owned()],
            telecom_provider_configured: true,
            switched_off: true,
            silenced_rules: vec!["single-method".to_owned(), "trunk-zero".to_owned()],
        }
    );
    let again = serde_json::to_value(&policy).unwrap();
    assert_eq!(again, whole());
    let names: BTreeSet<&str> = KEYS.iter().map(|key| key.name).collect();
    assert_eq!(names, again.as_object().unwrap().keys().map(String::as_str).collect());
    assert_eq!(names.len(), KEYS.len());
    assert_eq!(policy_of(serde_json::to_value(Policy::default()).unwrap()), Policy::default());
}

#[test]
fn where_nothing_is_decided_nothing_holds_and_nothing_is_ignored() {
    for stored in [json!({}), json!(null), json!({ "allowedRegions": [], "silencedRules": [] })] {
        assert_eq!(policy_of(stored), Policy::default());
    }
}

#[test]
fn a_region_is_read_in_either_case() {
    let policy = policy_of(json!({ "defaultRegion": "jp", "allowedRegions": ["Us"] }));
    assert_eq!(policy.default_region.as_deref(), Some("JP"));
    assert_eq!(policy.allowed_regions, ["US"]);
}

/// A value of each kind that a browser may have stored.
fn kinds() -> Vec<(Type, Value)> {
    let deep = (0..100).fold(json!("JP"), |inside, _| json!([inside]));
    vec![
        (Type::Flag, json!(true)),
        (Type::Flag, json!(false)),
        (Type::Text, json!("JP")),
        (Type::Texts, json!(["JP"])),
        // Of no type that a key has.
        (Type::Flag, json!(null)),
        (Type::Flag, json!(1)),
        (Type::Flag, json!(0)),
        (Type::Flag, json!("true")),
        (Type::Flag, json!(-1.5)),
        (Type::Flag, json!(u64::MAX)),
        (Type::Flag, json!({})),
        (Type::Flag, json!({ "0": "JP", "length": 1 })),
        (Type::Flag, json!({ "__proto__": true })),
        (Type::Texts, json!([["JP"]])),
        (Type::Texts, deep),
    ]
}

#[test]
fn a_value_of_another_type_is_named_with_the_type_that_it_should_have() {
    for key in KEYS {
        let expected = key.holds.stored_as();
        for (kind, value) in kinds() {
            let is_flag = value.is_boolean();
            let fits = match expected {
                Type::Flag => is_flag,
                Type::Text => value.is_string(),
                Type::Texts => value.is_array(),
            };
            let PolicyReading { policy, ignored } = read(&json!({ (key.name): value.clone() }));
            if !fits {
                assert_eq!(ignored, [wrong_type(key.name, expected)], "{value}");
                assert_eq!(policy, Policy::default(), "{} {value}", key.name);
            } else if is_flag {
                assert_eq!((kind, ignored), (Type::Flag, vec![]), "{value}");
            }
        }
    }
}

#[test]
fn what_cannot_be_used_is_named_by_key_and_position_and_costs_nothing_else() {
    let entry = |key: &str, position| {
        ignored(key, Some(position), Reason::WrongType { expected: Type::Text })
    };
    let no_rule = |position, rule: &str| {
        ignored("silencedRules", position, Reason::UnknownRule { rule: rule.to_owned() })
    };
    let long = "x".repeat(100_000);
    let cut = format!("{}…", "x".repeat(39));
    for (stored, expected) in [
        (json!({ "switchOff": true }), vec![ignored("switchOff", None, Reason::UnknownKey)]),
        (json!({ "SwitchedOff": true }), vec![ignored("SwitchedOff", None, Reason::UnknownKey)]),
        (json!({ "": 1 }), vec![ignored("", None, Reason::UnknownKey)]),
        (json!({ "__proto__": {} }), vec![ignored("__proto__", None, Reason::UnknownKey)]),
        (json!({ "constructor": 1 }), vec![ignored("constructor", None, Reason::UnknownKey)]),
        (json!({ (long.clone()): true }), vec![ignored(&cut, None, Reason::UnknownKey)]),
        (json!({ "defaultRegion": "" }), vec![no_region("defaultRegion", None, "")]),
        (json!({ "defaultRegion": "JPN" }), vec![no_region("defaultRegion", None, "JPN")]),
        (json!({ "defaultRegion": "001" }), vec![no_region("defaultRegion", None, "001")]),
        (json!({ "defaultRegion": "日本" }), vec![no_region("defaultRegion", None, "日本")]),
        (json!({ "defaultRegion": long.clone() }), vec![no_region("defaultRegion", None, &cut)]),
        (
            json!({ "allowedRegions": ["JP", "Japan", null, "", ["US"], "US", {}] }),
            vec![
                no_region("allowedRegions", Some(2), "Japan"),
                entry("allowedRegions", 3),
                no_region("allowedRegions", Some(4), ""),
                entry("allowedRegions", 5),
                entry("allowedRegions", 7),
            ],
        ),
        (
            json!({ "silencedRules": [true, "trunk-zero", "trunk_zero", "Trunk-zero", 7, long] }),
            vec![
                entry("silencedRules", 1),
                no_rule(Some(3), "trunk_zero"),
                no_rule(Some(4), "Trunk-zero"),
                entry("silencedRules", 5),
                no_rule(Some(6), &cut),
            ],
        ),
        (json!([]), vec![ignored("", None, Reason::NoKeys)]),
        (json!("switchedOff"), vec![ignored("", None, Reason::NoKeys)]),
        (json!(1), vec![ignored("", None, Reason::NoKeys)]),
    ] {
        assert_eq!(read(&stored).ignored, expected, "{stored:.200}");
    }
    let mixed = json!({ "allowedRegions": ["JP", 7, "US"], "silencedRules": ["no", "trunk-zero"] });
    let PolicyReading { policy, ignored } = read(&mixed);
    assert_eq!(policy.allowed_regions, ["JP", "US"]);
    assert_eq!(policy.silenced_rules, ["trunk-zero"]);
    assert_eq!(ignored.len(), 2);
}

#[test]
fn every_rule_can_be_silenced_and_only_the_first_hundred_faults_are_named() {
    let rules: Vec<&str> = ALL.iter().map(|rule| rule.id).collect();
    assert_eq!(policy_of(json!({ "silencedRules": rules })).silenced_rules, rules);
    let many: Vec<Value> = (0..100_000).map(Value::from).chain([json!("trunk-zero")]).collect();
    let PolicyReading { policy, ignored } =
        read(&json!({ "silencedRules": many, "switchedOff": true }));
    assert_eq!((policy.silenced_rules.len(), policy.switched_off, ignored.len()), (1, true, 100));
}

/// Any value that JSON can hold.
fn any_value(chance: &mut Chance, depth: usize) -> Value {
    match chance.below(if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => chance.once_in(2).into(),
        2 => chance.next().into(),
        3 => f64::from_bits(chance.next()).into(),
        4 | 5 => any_text(chance).into(),
        6 | 7 => (0..chance.below(5)).map(|_| any_value(chance, depth - 1)).collect(),
        _ => Value::Object(any_entries(chance, depth - 1)),
    }
}

fn any_entries(chance: &mut Chance, depth: usize) -> Map<String, Value> {
    (0..chance.below(6)).map(|_| (any_text(chance), any_value(chance, depth))).collect()
}

fn any_text(chance: &mut Chance) -> String {
    let known = ["JP", "trunk-zero", "__proto__", "toString", "", "\u{202e}", "𝟘"];
    match chance.below(3) {
        0 => chance.one_of(KEYS).name.to_owned(),
        1 => chance.one_of(&known).repeat(chance.below(60)),
        _ => chance.one_of(&known).to_owned(),
    }
}

#[test]
fn any_value_is_read_and_a_good_key_survives_any_neighbor() {
    let mut chance = Chance(0x5eed_0010_dec1_ded5);
    let good = whole();
    for round in 0..20_000 {
        let mut stored = any_entries(&mut chance, 3);
        let kept: Vec<&Key> = KEYS.iter().filter(|_| chance.once_in(2)).collect();
        for key in &kept {
            stored.insert(key.name.to_owned(), good[key.name].clone());
        }
        let stored = Value::Object(stored);
        let PolicyReading { policy, ignored } = read(&stored);
        let policy_as_json = serde_json::to_value(&policy).unwrap();
        for key in kept {
            assert_eq!(policy_as_json[key.name], good[key.name], "{round}: {stored}");
            assert!(ignored.iter().all(|it| it.key != key.name), "{round}: {stored}");
        }
        // Nothing is dropped without a word: what is left out is as many values as are named.
        let unknown = stored
            .as_object()
            .unwrap()
            .keys()
            .filter(|name| KEYS.iter().all(|key| key.name != name.as_str()))
            .count();
        let named = ignored.iter().filter(|it| it.reason == Reason::UnknownKey).count();
        assert_eq!(unknown, named, "{round}: {stored}");
        for Ignored { key, reason, .. } in &ignored {
            let quoted = match reason {
                Reason::UnknownRegion { code: text } | Reason::UnknownRule { rule: text } => text,
                _ => "",
            };
            assert!(key.chars().count() <= 40 && quoted.chars().count() <= 40, "{ignored:?}");
        }
        // The same through the door by which the browser's values come.
        let text = stored.to_string();
        assert_eq!(serde_json::from_str::<Policy>(&text).unwrap(), policy, "{text}");
        let _ = read(&any_value(&mut chance, 4));
    }
}

#[test]
fn what_is_stored_may_be_of_any_depth() {
    let deep = |open: &str, close: &str| {
        let nested = format!("{}{}", open.repeat(50_000), close.repeat(50_000));
        let text = format!(r#"{{ "allowedRegions": [{nested}, "JP"], "x": {nested} }}"#);
        let Stored(stored) = serde_json::from_str(&text).unwrap();
        read(&stored)
    };
    for reading in [deep("[", "]"), deep(r#"{"a":["#, "]}")] {
        assert_eq!(reading.policy.allowed_regions, ["JP"]);
        assert_eq!(reading.ignored.len(), 2, "{:?}", reading.ignored);
    }
}

/// Chromium takes a value over only where this file names its key.
#[test]
fn the_schema_for_chromium_is_made_from_the_keys() {
    let properties: Map<String, Value> =
        KEYS.iter().map(|key| (key.name.to_owned(), schema_of(key))).collect();
    let schema = json!({ "type": "object", "properties": properties });
    made_from_rules("extension/managed_schema.json", &format!("{schema:#}\n"));
}

fn schema_of(key: &Key) -> Value {
    let Key { title, description, .. } = key;
    match key.holds.stored_as() {
        Type::Flag => json!({ "title": title, "description": description, "type": "boolean" }),
        Type::Text => json!({ "title": title, "description": description, "type": "string" }),
        Type::Texts => json!({
            "title": title, "description": description, "type": "array", "items": { "type": "string" },
        }),
    }
}

const TABLE_BEGINS: &str = "<!-- made from src/policy by cargo test --test brain -->\n";
const TABLE_ENDS: &str = "<!-- end -->\n";

#[test]
fn the_page_for_administrators_has_a_table_made_from_the_keys() {
    let mut table =
        String::from("| key | type | what it does | the user's own choice |\n|---|---|---|---|\n");
    for key in KEYS {
        let holds = match key.holds {
            Holds::Flag(_) => "true or false",
            Holds::Region(_) => "text",
            Holds::Regions(_) | Holds::Rules(_) => "list of texts",
        };
        let choice = match key.merge {
            Merge::InPlaceOfChoice => "is replaced",
            Merge::BesideChoice => "holds as well",
            Merge::NoChoice => "there is none",
        };
        let Key { name, description, .. } = key;
        assert!(description.ends_with('.') && !description.contains('|'), "{name}");
        table += &format!("| `{name}` | {holds} | {description} | {choice} |\n");
    }
    let path = "docs/policy.md";
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let (before, rest) = page.split_once(TABLE_BEGINS).expect("the table's beginning");
    let (_, after) = rest.split_once(TABLE_ENDS).expect("the table's end");
    made_from_rules(path, &format!("{before}{TABLE_BEGINS}{table}{TABLE_ENDS}{after}"));
}

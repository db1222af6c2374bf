//! The core as a browser runs it: the boundary takes what the generated TypeScript types promise,
//! answers in their form, and says no to anything else without losing the instance.

use crate::values;
use include_dir::{Dir, include_dir};
use js_sys::{Array, BigInt, Function, JSON, Map, Object, Promise, Reflect, Symbol, Uint8Array};
use serde::Deserialize;
use serde_json::Value;
use sparekey::{context::Context, page::snapshot::Tab};
use tsify::{Ts, Tsify as _};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn review(tab: &str, context: &str) -> Result<JsValue, JsValue> {
    crate::review(Ts::new_unchecked(parse(tab)), Ts::new_unchecked(parse(context)))
        .map(JsValue::from)
        .map_err(JsValue::from)
}

fn get(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter()
        .fold(value.clone(), |value, key| Reflect::get(&value, &JsValue::from_str(key)).unwrap())
}

const CONTEXT: &str = r#"{ "today": "2026-11-21" }"#;

const PHONE_ONLY: &str = r#"{ "frames": [{ "id": 0, "snapshot": {
    "address": "https://mysignins.microsoft.com/security-info",
    "onScreen": true,
    "language": "en",
    "nodes": [
        { "id": 1, "role": "heading", "name": "Security info" },
        { "id": 2, "role": "button", "name": "Add sign-in method" },
        { "id": 3, "role": "grid" },
        { "id": 4, "parent": 3, "role": "row" },
        { "id": 5, "parent": 4, "role": "text", "name": "Phone" },
        { "id": 6, "parent": 4, "role": "text", "name": "+81 9012345678" },
        { "id": 7, "parent": 4, "role": "button", "name": "Change" },
        { "id": 8, "parent": 4, "role": "button", "name": "Delete" }
    ]
} }] }"#;

#[wasm_bindgen_test]
fn a_review_crosses_the_boundary_in_camel_case() {
    let review = review(PHONE_ONLY, CONTEXT).unwrap();
    assert_eq!(get(&review, &["place"]).as_string().as_deref(), Some("security-info"));
    let frame = get(&review, &["frames", "0"]);
    assert_eq!(get(&frame, &["id"]).as_f64(), Some(0.0));
    let finding = get(&frame, &["findings", "0"]);
    assert!(get(&finding, &["rule"]).is_string());
    assert!(get(&finding, &["source", "reviewed"]).is_string());
}

#[wasm_bindgen_test]
fn a_malformed_tab_is_an_error_and_the_next_one_is_read() {
    assert!(review(r#"{ "frames": [{ "id": "zero" }] }"#, CONTEXT).is_err());
    assert!(review(r#"null"#, CONTEXT).is_err());
    assert!(review(PHONE_ONLY, CONTEXT).is_ok());
}

#[wasm_bindgen_test]
fn an_error_names_the_field_that_does_not_fit() {
    let node = |node: &str| {
        let (before, _) = PHONE_ONLY.split_once("{ \"id\": 1,").unwrap();
        format!("{before}{node}] }} }}] }}")
    };
    assert!(review(&node(r#"{ "id": 1, "role": "row", "parent": null }"#), CONTEXT).is_ok());
    let of_the_node = "`frames[0].snapshot.nodes[0]";
    for (tab, context, expected) in [
        ("{}", CONTEXT, "`frames` is missing"),
        (r#"{ "frames": 1 }"#, CONTEXT, "`frames` is of another form"),
        (r#"{ "frames": [{}] }"#, CONTEXT, "`frames[0].id` is missing"),
        (
            r#"{ "frames": [{ "snapshot": {} }] }"#,
            CONTEXT,
            "`frames[0].snapshot.address` is missing",
        ),
        (&node(r#"{ "role": "row" }"#), CONTEXT, &format!("{of_the_node}.id` is missing")),
        (
            &node(r#"{ "id": 1.5, "role": "row" }"#),
            CONTEXT,
            &format!("{of_the_node}.id` is of another form"),
        ),
        (
            &node(r#"{ "id": -1, "role": "row" }"#),
            CONTEXT,
            &format!("{of_the_node}.id` is of another form"),
        ),
        (
            &node(r#"{ "id": 1, "role": "sofa" }"#),
            CONTEXT,
            &format!("{of_the_node}.role` is of another form"),
        ),
        (
            &node(r#"{ "id": 1, "role": {} }"#),
            CONTEXT,
            &format!("{of_the_node}.role` is of another form"),
        ),
        (
            &node(r#"{ "id": 1, "role": "row", "classes": ["a", 1] }"#),
            CONTEXT,
            &format!("{of_the_node}.classes[1]` is of another form"),
        ),
        // What was typed looks like an error itself.
        (
            &node(r#"{ "id": 1, "role": "row", "states": ["missing field `secret`"] }"#),
            CONTEXT,
            &format!("{of_the_node}.states[0]` is of another form"),
        ),
        (
            &node(r#"{ "id": 1, "role": "Error: missing field `secret`" }"#),
            CONTEXT,
            &format!("{of_the_node}.role` is of another form"),
        ),
        (PHONE_ONLY, r#"{ "today": 20261121 }"#, "`today` is of another form"),
        (PHONE_ONLY, r#""20261121""#, "the value is of another form"),
    ] {
        let error = review(tab, context).err();
        let message = error.and_then(|error| get(&error, &["message"]).as_string());
        assert_eq!(message.unwrap_or_default(), expected, "{tab}");
    }
}

#[wasm_bindgen_test]
fn a_frame_id_beyond_32_bits_comes_back_as_it_was() {
    let tab = PHONE_ONLY.replace(r#""id": 0, "snapshot""#, r#""id": 6442450945, "snapshot""#);
    let review = review(&tab, CONTEXT).unwrap();
    assert_eq!(get(&review, &["frames", "0", "id"]).as_f64(), Some(6_442_450_945.0));
}

#[wasm_bindgen_test]
fn a_report_crosses_the_boundary_and_of_a_page_that_is_not_watched_there_is_none() {
    let report = |tab: &str| {
        let (tab, context) = (Ts::new_unchecked(parse(tab)), Ts::new_unchecked(parse(CONTEXT)));
        crate::report(tab, context).map_err(JsValue::from).unwrap().map(JsValue::from)
    };
    let made = report(PHONE_ONLY).unwrap();
    assert_eq!(
        get(&made, &["file", "said", "place"]).as_string().as_deref(),
        Some("security-info")
    );
    let number = get(&made, &["file", "tab", "frames", "0", "snapshot", "nodes", "5", "name"]);
    assert_eq!(number.as_string().as_deref(), Some("+11 1111111111"));
    assert!(report(&PHONE_ONLY.replace("security-info", "elsewhere")).is_none());
}

fn set(object: &JsValue, key: &str, value: &JsValue) {
    assert!(Reflect::set(object, &JsValue::from_str(key), value).unwrap());
}

/// Of every kind that JavaScript has, and neither JSON nor a policy knows.
fn strange_values() -> Vec<JsValue> {
    let cyclic: JsValue = Object::new().into();
    set(&cyclic, "itself", &cyclic);
    let cyclic_list = Array::new();
    for _ in 0..100 {
        cyclic_list.push(&cyclic_list);
    }
    let deep = (0..100_000).fold(JsValue::from_str("JP"), |inside, _| Array::of1(&inside).into());
    let deep_object = (0..100_000).fold(JsValue::NULL, |inside, _| {
        let object: JsValue = Object::new().into();
        set(&object, "inside", &inside);
        object
    });
    let huge: JsValue = BigInt::new(&JsValue::from_str(&"9".repeat(40))).unwrap().into();
    vec![
        Function::new_no_args("throw 1").into(),
        Symbol::for_("switchedOff").into(),
        JsValue::bigint_from_str("1"),
        huge,
        f64::NAN.into(),
        f64::INFINITY.into(),
        (-0.0).into(),
        1e300.into(),
        JsValue::UNDEFINED,
        JsValue::NULL,
        Map::new().into(),
        js_sys::Set::new(&JsValue::UNDEFINED).into(),
        js_sys::Date::new_0().into(),
        js_sys::Error::new("JP").into(),
        js_sys::Promise::resolve(&JsValue::TRUE).into(),
        Uint8Array::new_with_length(3).into(),
        JsValue::from_str("\u{0}"),
        cyclic,
        cyclic_list.into(),
        deep,
        deep_object,
    ]
}

const POLICY: &str = r#"{ "defaultRegion": "JP", "allowedRegions": ["JP"], "silencedRules": ["single-method"],
    "telecomProviderConfigured": true }"#;

#[wasm_bindgen_test]
fn a_strange_value_in_a_policy_costs_itself_and_is_named() {
    let read = |stored: &JsValue| {
        crate::read_policy(stored.clone()).map(JsValue::from).map_err(JsValue::from).unwrap()
    };
    let whole = written(&get(&read(&parse(POLICY)), &["policy"]));
    assert_eq!(whole["allowedRegions"], serde_json::json!(["JP"]));
    for strange in strange_values() {
        // As a key's value, of which none fits; a list is of the right type for two of them.
        for key in ["switchedOff", "unheardOf", "__proto__x"] {
            let stored = parse(POLICY);
            set(&stored, key, &strange);
            let reading = read(&stored);
            assert_eq!(written(&get(&reading, &["policy"])), whole, "{key} {strange:?}");
            let ignored = get(&reading, &["ignored"]);
            assert_eq!(get(&ignored, &["length"]).as_f64(), Some(1.0), "{key}");
            assert_eq!(get(&ignored, &["0", "key"]).as_string().as_deref(), Some(key));
        }
        // As an entry of a list.
        let stored = parse(POLICY);
        let regions = Array::of3(&"JP".into(), &strange, &"US".into());
        set(&stored, "allowedRegions", &regions);
        let reading = read(&stored);
        assert_eq!(
            written(&get(&reading, &["policy", "allowedRegions"])),
            serde_json::json!(["JP", "US"])
        );
        assert_eq!(get(&reading, &["ignored", "0", "position"]).as_f64(), Some(2.0));
        // As the policy itself.
        read(&strange);

        // The same by way of a review, which goes on.
        let context = parse(CONTEXT);
        for policy in [&stored, &strange] {
            set(&context, "policy", policy);
            let tab = Ts::new_unchecked(parse(PHONE_ONLY));
            let reviewed = crate::review(tab, Ts::new_unchecked(context.clone()));
            let reviewed = reviewed.map(JsValue::from).map_err(JsValue::from).unwrap();
            assert_eq!(get(&reviewed, &["place"]).as_string().as_deref(), Some("security-info"));
        }
        set(&context, "policy", &stored);
        let read: Context = values::read(Ts::new_unchecked(context)).unwrap();
        assert_eq!(read.policy.allowed_regions, ["JP", "US"]);
        assert_eq!(read.policy.silenced_rules, ["single-method"]);
    }
}

/// Every snapshot that the tests of the core replay.
static SNAPSHOTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../tests/snapshots");

#[derive(Deserialize)]
struct Recording {
    context: Context,
    tab: Tab,
}

#[wasm_bindgen_test]
async fn every_recorded_page_comes_over_as_json_says_it_and_so_does_the_answer() {
    let mut pages = 0;
    for entry in SNAPSHOTS.find("**/*.json").unwrap() {
        let text = entry.as_file().unwrap().contents_utf8().unwrap();
        let recording: Recording = serde_json::from_str(text).unwrap();
        let javascript = parse(text);
        let tab = || Ts::new_unchecked(get(&javascript, &["tab"]));
        let context = || Ts::new_unchecked(get(&javascript, &["context"]));
        let name = entry.path().display();
        assert_eq!(values::read::<Tab>(tab()).unwrap(), recording.tab, "{name}");
        assert_eq!(values::read::<Context>(context()).unwrap(), recording.context, "{name}");

        let answer = crate::review(tab(), context()).map_err(JsValue::from).unwrap();
        let expected = sparekey::review::review(&recording.tab, &recording.context);
        assert_eq!(written(&answer.js_value()), serde_json::to_value(expected).unwrap(), "{name}");

        // The way back in, of all that goes both ways.
        let again = values::read(recording.tab.into_ts().unwrap()).unwrap();
        assert_eq!(recording.tab, again, "{name}");
        pages += 1;
        // The runner asks the page how far it is, and gives up where it gets no answer for 20 s.
        a_turn_for_the_browser().await;
    }
    assert!(pages > 300, "{pages}");
}

async fn a_turn_for_the_browser() {
    let set_timeout: Function = get(&js_sys::global(), &["setTimeout"]).dyn_into().unwrap();
    let turn = Promise::new(&mut |resolve, _| {
        set_timeout.call1(&JsValue::UNDEFINED, &resolve).unwrap();
    });
    JsFuture::from(turn).await.unwrap();
}

fn written(value: &JsValue) -> Value {
    serde_json::from_str(&String::from(JSON::stringify(value).unwrap())).unwrap()
}

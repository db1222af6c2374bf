//! The modules of `src/phone` depend on each other in one direction: their `use` lines form no
//! circle. What one module reaches through a re-export of `mod.rs` counts as a use of the module it
//! comes from.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may panic")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

/// Module → the modules that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn the_modules_of_the_phone_library_form_no_circle() {
    let sources = sources();
    assert!(sources.len() > 15, "only {} modules were found", sources.len());
    let graph = graph(&sources);
    let edges: usize = graph.values().map(BTreeSet::len).sum();
    assert!(edges > 40, "only {edges} uses were found");
    let circle = in_circles(graph);
    assert!(circle.is_empty(), "these modules cannot be read one after another: {circle:#?}");
}

#[test]
fn a_circle_is_seen_through_nested_lists_and_re_exports() {
    let source = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let sources = BTreeMap::from([
        source("mod", "pub use number::{Number, Kind};\npub use plan::plan;\n"),
        source("number", "use super::{digits::Digits, plan::{self, Row}};\n"),
        source("plan", "use super::Kind;\n// use super::digits;\n"),
        source(
            "digits",
            "use std::fmt;\n#[cfg(test)]\nmod tests {\n    use super::number::X;\n}\n",
        ),
        source("reader", "fn read() { super::number::read() }\n"),
    ]);
    let circle = in_circles(graph(&sources));
    assert_eq!(circle.keys().collect::<Vec<_>>(), ["number", "plan"]);
}

/// Removes the modules that use none of the rest, again and again, and then those that none of the
/// rest uses: what remains is in a circle, or between two.
fn in_circles(mut graph: Graph) -> Graph {
    loop {
        let before = graph.len();
        let names: BTreeSet<String> = graph.keys().cloned().collect();
        for used in graph.values_mut() {
            used.retain(|name| names.contains(name));
        }
        graph.retain(|_, used| !used.is_empty());
        let used: BTreeSet<String> = graph.values().flatten().cloned().collect();
        graph.retain(|name, _| used.contains(name));
        if graph.len() == before {
            return graph;
        }
    }
}

/// Module → its code, without comments and tests.
fn sources() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/phone");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn graph(sources: &BTreeMap<String, String>) -> Graph {
    let code = |name: &str| without_comments_and_tests(sources.get(name).unwrap());
    let mut homes = BTreeMap::new();
    for statement in statements(&code("mod"), "pub use ") {
        let (module, names) = statement.split_once("::").unwrap();
        for name in list(names) {
            homes.insert(name, module.to_owned());
        }
    }
    let modules: Vec<&String> = sources.keys().filter(|name| *name != "mod").collect();
    let home = |name: &str, user: &str| {
        let known = modules.iter().find(|module| **module == name).copied();
        known
            .or_else(|| homes.get(name))
            .unwrap_or_else(|| panic!("{user}: what is {name}?"))
            .clone()
    };
    modules
        .iter()
        .map(|module| {
            let code = code(module);
            let used = ["super::", "crate::phone::"]
                .iter()
                .flat_map(|parent| statements(&code, parent))
                .flat_map(|statement| list(&statement))
                .filter(|name| !matches!(name.as_str(), "self" | "super"))
                .map(|name| home(&name, module))
                .filter(|name| name != *module)
                .collect();
            ((*module).clone(), used)
        })
        .collect()
}

/// What follows each `start`, up to the end of the statement.
fn statements(code: &str, start: &str) -> Vec<String> {
    code.split(start).skip(1).map(|behind| behind.split(';').next().unwrap().to_owned()).collect()
}

/// The first names of a list `{one, other::{deeper, …}}`, or of a single path.
fn list(text: &str) -> Vec<String> {
    let first_name = |path: &str| -> String {
        path.trim().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
    };
    let Some(inner) = text.trim().strip_prefix('{') else { return vec![first_name(text)] };
    let mut names = vec![String::new()];
    let mut depth = 0;
    for character in inner.chars() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(String::new()),
            other if depth == 0 => names.last_mut().unwrap().push(other),
            _ => {}
        }
    }
    names.iter().map(|path| first_name(path)).filter(|name| !name.is_empty()).collect()
}

/// The code of the file's own module: what an inner module (its `use` lines are indented) takes
/// from its parent is no matter between files.
fn without_comments_and_tests(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap();
    let is_of_inner_module = |line: &str| line.trim_start() != line && line.contains("use super::");
    code.lines()
        .filter(|line| !is_of_inner_module(line))
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

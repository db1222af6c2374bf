//! What changed between two releases of the numbering plan, in words, country by country: walks two
//! plans as `examples/plan.rs` writes them side by side, and merges what differs into the shortest
//! leading digits.

use anyhow::{Context, Result, bail};
use std::{
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Region and type of a valid number, for instance `JP` and `Mobile`.
type Kind = Option<(String, String)>;

/// The plan of every calling code, of one release.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) release: String,
    codes: BTreeMap<u16, Vec<State>>,
}

#[derive(Debug)]
struct State {
    kind: Kind,
    next: [Option<usize>; 10],
}

impl Plan {
    /// Reads what `examples/plan.rs` wrote.
    pub(crate) fn read(text: &str) -> Result<Self> {
        let mut plan = Self { release: String::new(), codes: BTreeMap::new() };
        let mut states = None;
        for (number, line) in text.lines().enumerate() {
            let at = || format!("line {} of a plan: {line}", number + 1);
            if let Some(release) = line.strip_prefix("release ") {
                release.clone_into(&mut plan.release);
            } else if let Some(code) = line.strip_prefix("code ") {
                states = Some(plan.codes.entry(code.parse().with_context(at)?).or_default());
            } else {
                let states = states.as_mut().with_context(at)?;
                states.push(State::read(line).with_context(at)?);
            }
        }
        if plan.release.is_empty() {
            bail!("a plan without a release");
        }
        Ok(plan)
    }

    /// The regions that it names, some of them often.
    pub(crate) fn regions(&self) -> impl Iterator<Item = &str> {
        let kinds = self.codes.values().flatten().filter_map(|state| state.kind.as_ref());
        kinds.map(|(region, _)| region.as_str())
    }
}

impl State {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let kind = match parts.next()? {
            "-" => None,
            kind => Some(kind.split_once(':').map(|(one, other)| (one.into(), other.into()))?),
        };
        let mut next = [None; 10];
        for way in &mut next {
            *way = match parts.next()? {
                "-" => None,
                index => Some(index.parse().ok()?),
            };
        }
        parts.next().is_none().then_some(Self { kind, next })
    }
}

/// The kind of number before and after, by how many digits follow the leading ones.
type Change = BTreeMap<usize, (Kind, Kind)>;

/// Leading digits, in which a class such as `[0-4]` stands for several, and what changed for the numbers
/// that begin with them.
type Changes = Rc<Vec<(String, Change)>>;

/// A sentence for each range that was added, removed or retyped; sorted by country.
pub(crate) fn in_words(old: &Plan, new: &Plan, name: impl Fn(&str) -> String) -> Vec<String> {
    let mut sentences = Vec::new();
    let codes: std::collections::BTreeSet<u16> =
        old.codes.keys().chain(new.codes.keys()).copied().collect();
    for code in codes {
        let states = |plan: &'_ Plan| -> usize { plan.codes.get(&code).map_or(0, Vec::len) };
        let mut walk = Walk {
            old: old.codes.get(&code).map_or(&[], Vec::as_slice),
            new: new.codes.get(&code).map_or(&[], Vec::as_slice),
            known: HashMap::new(),
        };
        let start = ((states(old) > 0).then_some(0), (states(new) > 0).then_some(0));
        // Region and kind of change → the leading digits of the numbers that changed.
        let mut happened: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for (digits, change) in walk.changes(start).iter() {
            for ((region, what), lengths) in by_event(change, digits_in(digits), &name) {
                let range = format!("{} ({} digits)", shown(digits), listed(&lengths));
                happened.entry((region, what)).or_default().push(range);
            }
        }
        for ((region, what), mut ranges) in happened {
            ranges.sort();
            sentences.push(format!("{} (+{code}): {what}: {}", name(&region), ranges.join(", ")));
        }
    }
    sentences.sort();
    sentences
}

struct Walk<'a> {
    old: &'a [State],
    new: &'a [State],
    known: HashMap<(Option<usize>, Option<usize>), Changes>,
}

impl Walk<'_> {
    /// What changed for the digits that lead on from a pair of states. A change that is the same for all ten
    /// next digits is reported once, without the digit; one that is the same for some, once with their class.
    fn changes(&mut self, pair: (Option<usize>, Option<usize>)) -> Changes {
        if let Some(known) = self.known.get(&pair) {
            return Rc::clone(known);
        }
        let (old, new) = pair;
        let old_state = old.and_then(|index| self.old.get(index));
        let new_state = new.and_then(|index| self.new.get(index));
        let kind = |state: Option<&State>| state.and_then(|state| state.kind.clone());
        let own = (kind(old_state), kind(new_state));
        let next = |state: Option<&State>| state.map_or([None; 10], |state| state.next);
        let behind: Vec<Changes> = std::iter::zip(next(old_state), next(new_state))
            .map(|pair| if pair == (None, None) { Rc::default() } else { self.changes(pair) })
            .collect();

        let mut all: Vec<(String, Change)> = Vec::new();
        if own.0 != own.1 {
            all.push((String::new(), Change::from([(0, own)])));
        }
        // The same after each of the ten digits: reported without the digit.
        let same_for_all = |entry: &(String, Change)| {
            entry.0.is_empty() && behind.iter().all(|changes| changes.contains(entry))
        };
        let common: Vec<_> = behind
            .first()
            .into_iter()
            .flat_map(|first| first.iter())
            .filter(|entry| same_for_all(entry))
            .cloned()
            .collect();
        for (_, change) in &common {
            let longer = change.iter().map(|(length, kinds)| (length + 1, kinds.clone()));
            match all.iter_mut().find(|(digits, _)| digits.is_empty()) {
                Some((_, own)) => own.extend(longer),
                None => all.push((String::new(), longer.collect())),
            }
        }
        let mut by_change: Vec<((&str, &Change), Vec<usize>)> = Vec::new();
        for (digit, changes) in behind.iter().enumerate() {
            for (digits, change) in changes.iter().filter(|entry| !common.contains(entry)) {
                match by_change.iter_mut().find(|(entry, _)| *entry == (digits.as_str(), change)) {
                    Some((_, all)) => all.push(digit),
                    None => by_change.push(((digits, change), vec![digit])),
                }
            }
        }
        all.extend(by_change.into_iter().map(|((digits, change), firsts)| {
            (format!("{}{digits}", class(&firsts)), change.clone())
        }));
        let all = Rc::new(all);
        self.known.insert(pair, Rc::clone(&all));
        all
    }
}

/// The lengths of the numbers that changed, by region and kind of change.
fn by_event(
    change: &Change,
    before: usize,
    name: &impl Fn(&str) -> String,
) -> BTreeMap<(String, String), Vec<usize>> {
    let mut events: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (length, (old, new)) in change {
        let event = match (old, new) {
            (None, None) => continue,
            (None, Some((region, kind))) => (region.clone(), format!("{} added", in_word(kind))),
            (Some((region, kind)), None) => (region.clone(), format!("{} removed", in_word(kind))),
            (Some((from, old)), Some((to, new))) if from == to => {
                (to.clone(), format!("{} became {}", in_word(old), in_word(new)))
            }
            (Some((from, old)), Some((to, new))) => {
                (to.clone(), format!("{} of {} became {}", in_word(old), name(from), in_word(new)))
            }
        };
        events.entry(event).or_default().push(before + length);
    }
    events
}

fn in_word(kind: &str) -> &str {
    match kind {
        "FixedLine" => "fixed line",
        "Mobile" => "mobile",
        "FixedLineOrMobile" => "fixed line or mobile",
        "TollFree" => "freephone",
        "PremiumRate" => "premium rate",
        "SharedCost" => "shared cost",
        "Voip" => "internet telephony",
        "PersonalNumber" => "personal number",
        "Pager" => "pager",
        "Uan" => "company number",
        "Voicemail" => "voicemail",
        other => other,
    }
}

/// `[0-4]`, `[13]`, `6`, or `x` for any digit.
fn class(digits: &[usize]) -> String {
    if digits.len() == 10 {
        return "x".to_owned();
    }
    if let [digit] = digits {
        return digit.to_string();
    }
    let mut out = String::from("[");
    for run in digits.chunk_by(|one, other| one + 1 == *other) {
        match run {
            [first, _, .., last] => out.push_str(&format!("{first}-{last}")),
            _ => run.iter().for_each(|digit| out.push_str(&digit.to_string())),
        }
    }
    out + "]"
}

/// How many digits a pattern of leading digits stands for; a class is one digit.
fn digits_in(pattern: &str) -> usize {
    let mut within = false;
    let mut count = 0;
    for character in pattern.chars() {
        match character {
            '[' => within = true,
            ']' => {
                within = false;
                count += 1;
            }
            _ if !within => count += 1,
            _ => {}
        }
    }
    count
}

fn shown(pattern: &str) -> String {
    if pattern.is_empty() { "all".to_owned() } else { format!("{pattern}…") }
}

/// `8`, `8 or 9`, `8 to 10`.
fn listed(lengths: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for run in lengths.chunk_by(|one, other| one + 1 == *other) {
        match run {
            [first, _, .., last] => parts.push(format!("{first} to {last}")),
            _ => parts.extend(run.iter().map(ToString::to_string)),
        }
    }
    parts.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plan of numbers with three digits: `(leading digits, region, type)`.
    fn plan(release: &str, ranges: &[(&str, &str)]) -> Plan {
        // A trie, one state for each beginning of a number.
        let mut beginnings = vec![String::new()];
        for number in 0..1000 {
            let number = format!("{number:03}");
            let kind = |digits: &str| {
                digits.len() == 3 && ranges.iter().any(|(range, _)| digits.starts_with(range))
            };
            if kind(&number) {
                for length in 1..=3 {
                    let beginning = number.chars().take(length).collect::<String>();
                    if !beginnings.contains(&beginning) {
                        beginnings.push(beginning);
                    }
                }
            }
        }
        let mut text = format!("release {release}\ncode 99\n");
        for beginning in &beginnings {
            let kind = ranges
                .iter()
                .find(|(range, _)| beginning.len() == 3 && beginning.starts_with(range))
                .map_or("-", |(_, kind)| kind);
            text.push_str(kind);
            for digit in 0..10 {
                let longer = format!("{beginning}{digit}");
                match beginnings.iter().position(|known| *known == longer) {
                    Some(index) => text.push_str(&format!(" {index}")),
                    None => text.push_str(" -"),
                }
            }
            text.push('\n');
        }
        Plan::read(&text).expect("a plan")
    }

    fn words(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<String> {
        let name = |region: &str| match region {
            "ZZ" => "Nowhere".to_owned(),
            other => other.to_owned(),
        };
        in_words(&plan("1.0.0", old), &plan("1.0.1", new), name)
    }

    #[test]
    fn equal_plans_have_no_changes() {
        let ranges = [("1", "ZZ:FixedLine"), ("60", "ZZ:Mobile")];
        assert_eq!(words(&ranges, &ranges), [""; 0]);
    }

    #[test]
    fn an_added_range_is_named_by_its_shortest_leading_digits() {
        assert_eq!(
            words(&[("1", "ZZ:FixedLine")], &[("1", "ZZ:FixedLine"), ("60", "ZZ:Mobile")]),
            ["Nowhere (+99): mobile added: 60… (3 digits)"]
        );
        assert_eq!(
            words(&[], &[("", "ZZ:Mobile")]),
            ["Nowhere (+99): mobile added: all (3 digits)"]
        );
    }

    #[test]
    fn neighboring_ranges_are_merged_into_one() {
        let old = [("50", "ZZ:Mobile")];
        let new = [
            ("50", "ZZ:Mobile"),
            ("61", "ZZ:Mobile"),
            ("62", "ZZ:Mobile"),
            ("63", "ZZ:Mobile"),
            ("71", "ZZ:Mobile"),
            ("73", "ZZ:Mobile"),
            ("8", "ZZ:Mobile"),
        ];
        assert_eq!(
            words(&old, &new),
            ["Nowhere (+99): mobile added: 6[1-3]… (3 digits), 7[13]… (3 digits), 8… (3 digits)"]
        );
    }

    #[test]
    fn the_same_change_behind_several_digits_is_said_once() {
        let new = [("14", "ZZ:Mobile"), ("24", "ZZ:Mobile"), ("34", "ZZ:Mobile")];
        assert_eq!(words(&[], &new), ["Nowhere (+99): mobile added: [1-3]4… (3 digits)"]);
    }

    #[test]
    fn removed_retyped_and_moved_ranges_are_told_apart() {
        let old = [("1", "ZZ:FixedLine"), ("2", "ZZ:SharedCost"), ("3", "YY:Mobile")];
        let new = [("2", "ZZ:PremiumRate"), ("3", "ZZ:Mobile")];
        assert_eq!(
            words(&old, &new),
            [
                "Nowhere (+99): fixed line removed: 1… (3 digits)",
                "Nowhere (+99): mobile of YY became mobile: 3… (3 digits)",
                "Nowhere (+99): shared cost became premium rate: 2… (3 digits)",
            ]
        );
    }

    #[test]
    fn a_hole_in_a_new_range_is_left_out() {
        let new = [("60", "ZZ:Voip"), ("6", "ZZ:Mobile")];
        assert_eq!(
            words(&[], &new),
            [
                "Nowhere (+99): internet telephony added: 60… (3 digits)",
                "Nowhere (+99): mobile added: 6[1-9]… (3 digits)",
            ]
        );
    }

    #[test]
    fn lengths_are_listed_shortly() {
        assert_eq!(listed(&[8]), "8");
        assert_eq!(listed(&[8, 9]), "8 or 9");
        assert_eq!(listed(&[5, 8, 9, 10]), "5 or 8 to 10");
    }

    #[test]
    fn a_plan_that_is_none_is_refused() {
        assert!(Plan::read("").is_err());
        assert!(Plan::read("release 1\n- - - - - - - - - - -").is_err());
        assert!(Plan::read("release 1\ncode 99\nZZ - - - - - - - - - -").is_err());
        assert!(Plan::read("release 1\ncode 99\n- 1 2 3").is_err());
    }
}

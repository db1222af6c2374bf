//! One minimized automaton over the ten digits for all numbering plans.
//!
//! Each calling code has a root; walking a national number from there ends in a state whose outcome
//! says the region and the type that Google's library would answer. Each territory has a second
//! root for its general description, which the parser asks when it strips national prefixes.
//!
//! States are built from the end of the numbers backwards and are shared wherever their outcome and
//! all ten transitions are the same, across all countries. That is what makes the table small: the
//! last digits of nearly all numbers in the world may be anything. One transition consumes a whole
//! run of such digits, so that a walk takes half as many steps as there are digits.

use crate::{
    pattern::{self, Digits},
    territory::{Description, Lengths, TYPES, Territory},
};
use phonenumber::Type;
use regex_syntax::hir::{Hir, HirKind};
use std::{
    collections::{BTreeSet, HashMap},
    error::Error,
};

/// No national number is longer (libphonenumber's limit).
const LONGEST: usize = 17;

/// What a state says of the number that ends in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Outcome {
    /// Which of the calling code's territories, in Google's order.
    pub(crate) territory: u8,
    /// Which type; `None` where the leading digits name a territory that has no such number.
    pub(crate) kind: Option<Type>,
}

/// Leads to a state. Behind the digit that chose it, it consumes some more, whatever they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Transition {
    state: u16,
    /// How many digits it consumes unconditionally; a number that ends among them is not valid.
    free: u16,
}

impl Transition {
    /// To the state from which nothing is accepted.
    const DEAD: Self = Self { state: 0, free: 0 };
    /// In the table a state has this many bits, and the free digits have the others.
    const STATE_BITS: u32 = 13;
    const MOST_FREE: u16 = (1 << (u16::BITS - Self::STATE_BITS)) - 1;

    fn to(state: usize) -> Result<Self, Box<dyn Error>> {
        match u16::try_from(state) {
            Ok(state) if state < 1 << Self::STATE_BITS => Ok(Self { state, free: 0 }),
            _ => Err("the plan has more states than fit into a transition's bits".into()),
        }
    }
}

/// The order in which states are written: by similarity, so that the table compresses better (2.6
/// kB less, packed, than in the order in which they were found). The first state stays the first.
pub(crate) struct Order {
    /// States by their new places.
    states: Vec<usize>,
    /// New places by states.
    places: Vec<u16>,
}

impl Order {
    /// Entries of a table that has one for each state, in this order.
    pub(crate) fn apply<'a, T>(&'a self, table: &'a [T]) -> impl Iterator<Item = &'a T> {
        self.states.iter().filter_map(|state| table.get(*state))
    }

    /// A transition as `Transition` in `src/phone/tables.rs` unpacks it.
    pub(crate) fn word(&self, transition: Transition) -> u16 {
        let place = self.places.get(usize::from(transition.state)).copied().unwrap_or_default();
        transition.free << Transition::STATE_BITS | place
    }
}

/// All states, and what they say.
pub(crate) struct Automaton {
    /// Ten from each state, one for each digit.
    pub(crate) transitions: Vec<[Transition; 10]>,
    /// What each state says, as an index into `outcomes`; 0 is nothing.
    pub(crate) outcome: Vec<u8>,
    /// The first stands for "nothing".
    pub(crate) outcomes: Vec<Option<Outcome>>,
    known: HashMap<(u8, [Transition; 10]), Transition>,
    /// States that stay as they are whatever follows.
    sinks: HashMap<u8, Transition>,
}

impl Automaton {
    pub(crate) fn new() -> Self {
        Self {
            transitions: vec![[Transition::DEAD; 10]],
            outcome: vec![0],
            outcomes: vec![None],
            known: HashMap::new(),
            sinks: HashMap::from([(0, Transition::DEAD)]),
        }
    }

    /// Adds the plan of one calling code; `territories` share it, in Google's order.
    pub(crate) fn add_calling_code(
        &mut self,
        territories: &[Territory],
    ) -> Result<Transition, Box<dyn Error>> {
        let mut nfa = Nfa::default();
        let mut starts = BTreeSet::new();
        for (territory, rules) in territories.iter().enumerate() {
            let mut add = |pattern: &str, tag: Tag| -> Result<(), Box<dyn Error>> {
                let accept = nfa.push(Node::Accept(tag));
                let start = nfa.add(&pattern::parse(pattern)?, accept)?;
                nfa.close(start, &mut starts);
                Ok(())
            };
            add(&rules.general.pattern, Tag { territory, part: Part::General })?;
            for (kind, description) in rules.types.iter().enumerate() {
                if let Some(description) = description {
                    add(&description.pattern, Tag { territory, part: Part::Type(kind) })?;
                }
            }
            if let Some(pattern) = &rules.leading_digits {
                add(pattern, Tag { territory, part: Part::LeadingDigits })?;
            }
        }
        let mut states = HashMap::new();
        self.add_state(&nfa, &judge_territories(territories), &mut states, starts, 0)
    }

    /// Adds a general description on its own; every outcome but "nothing" means a match.
    pub(crate) fn add_description(
        &mut self,
        description: &Description,
    ) -> Result<Transition, Box<dyn Error>> {
        let mut nfa = Nfa::default();
        let accept = nfa.push(Node::Accept(Tag { territory: 0, part: Part::General }));
        let start = nfa.add(&pattern::parse(&description.pattern)?, accept)?;
        let mut starts = BTreeSet::new();
        nfa.close(start, &mut starts);
        // Which outcome stands for "match" is free; this one shares the most states with the plans.
        let matched = Outcome { territory: 0, kind: Some(Type::FixedLine) };
        let judge = |tags: &[Tag], _length: usize| (!tags.is_empty()).then_some(matched);
        self.add_state(&nfa, &judge, &mut HashMap::new(), starts, 0)
    }

    /// Adds the state that stands for a set of positions in the patterns after `length` digits, and
    /// all states behind it; returns the transition to it.
    fn add_state(
        &mut self,
        nfa: &Nfa,
        judge: &dyn Fn(&[Tag], usize) -> Option<Outcome>,
        states: &mut HashMap<(BTreeSet<usize>, usize), Transition>,
        positions: BTreeSet<usize>,
        length: usize,
    ) -> Result<Transition, Box<dyn Error>> {
        if positions.is_empty() || length > LONGEST {
            return Ok(Transition::DEAD);
        }
        // Leading digits are a prefix: once met, they stay met whatever follows, so that the length
        // no longer tells states apart when nothing else is left to match.
        let settled = positions.iter().all(|position| nfa.is_met_prefix(*position));
        let length = if settled { LONGEST } else { length };
        let key = (positions, length);
        if let Some(state) = states.get(&key) {
            return Ok(*state);
        }
        let (positions, _) = &key;
        let tags: Vec<Tag> = positions.iter().filter_map(|position| nfa.tag(*position)).collect();
        let outcome = self.outcome_index(judge(&tags, length))?;
        let state = if settled {
            self.sink(outcome)?
        } else {
            let mut transitions = [Transition::DEAD; 10];
            for (digit, transition) in transitions.iter_mut().enumerate() {
                let next = nfa.step(positions, digit);
                *transition = self.add_state(nfa, judge, states, next, length + 1)?;
            }
            self.share(outcome, transitions)?
        };
        states.insert(key, state);
        Ok(state)
    }

    /// States with the same outcome together, among them those with similar transitions.
    pub(crate) fn order(&self) -> Order {
        let mut states: Vec<usize> = (0..self.transitions.len()).collect();
        states.sort_by_key(|state| {
            let transitions = self.transitions.get(*state).into_iter().flatten();
            let transitions: Vec<u16> = transitions
                .map(|transition| transition.free << Transition::STATE_BITS | transition.state)
                .collect();
            (*state > 0, self.outcome.get(*state).copied(), transitions)
        });
        let mut places = vec![0; states.len()];
        for (place, state) in (0..).zip(&states) {
            if let Some(entry) = places.get_mut(*state) {
                *entry = place;
            }
        }
        Order { states, places }
    }

    /// For each state, how few digits more make a valid number; `u8::MAX` if none do.
    pub(crate) fn missing_digits(&self) -> Vec<u8> {
        let mut missing = vec![u8::MAX; self.transitions.len()];
        for state in 0..self.transitions.len() {
            let outcome = self
                .outcome
                .get(state)
                .and_then(|index| self.outcomes.get(usize::from(*index)).copied().flatten());
            let valid = outcome.is_some_and(|outcome| outcome.kind.is_some());
            // Whatever a state leads to was added before it, except that a sink leads to itself.
            let behind = self
                .transitions
                .get(state)
                .into_iter()
                .flatten()
                .filter_map(|transition| {
                    let behind = missing.get(usize::from(transition.state)).copied()?;
                    Some(behind.saturating_add(u8::try_from(transition.free).ok()?))
                })
                .min();
            if let Some(entry) = missing.get_mut(state) {
                *entry = if valid { 0 } else { behind.unwrap_or(u8::MAX).saturating_add(1) };
            }
        }
        missing
    }

    fn outcome_index(&mut self, outcome: Option<Outcome>) -> Result<u8, Box<dyn Error>> {
        let index = match self.outcomes.iter().position(|known| *known == outcome) {
            Some(index) => index,
            None => {
                self.outcomes.push(outcome);
                self.outcomes.len() - 1
            }
        };
        Ok(u8::try_from(index)?)
    }

    fn sink(&mut self, outcome: u8) -> Result<Transition, Box<dyn Error>> {
        if let Some(transition) = self.sinks.get(&outcome) {
            return Ok(*transition);
        }
        let transition = Transition::to(self.transitions.len())?;
        self.transitions.push([transition; 10]);
        self.outcome.push(outcome);
        self.sinks.insert(outcome, transition);
        Ok(transition)
    }

    /// The transition to the state with this outcome and these transitions.
    fn share(
        &mut self,
        outcome: u8,
        transitions: [Transition; 10],
    ) -> Result<Transition, Box<dyn Error>> {
        let [first, others @ ..] = transitions;
        if others.iter().all(|transition| *transition == first) {
            if self.sinks.get(&outcome) == Some(&first) {
                return Ok(first);
            }
            // No number ends here and any digit leads on: the transition skips this state.
            if outcome == 0 && first.free < Transition::MOST_FREE {
                return Ok(Transition { free: first.free + 1, ..first });
            }
        }
        if let Some(transition) = self.known.get(&(outcome, transitions)) {
            return Ok(*transition);
        }
        let transition = Transition::to(self.transitions.len())?;
        self.transitions.push(transitions);
        self.outcome.push(outcome);
        self.known.insert((outcome, transitions), transition);
        Ok(transition)
    }
}

/// Google's order of questions (getRegionCodeForNumber, then getNumberTypeHelper): territory by
/// territory, leading digits where a territory has them, else whether it has such a number.
fn judge_territories(
    territories: &[Territory],
) -> impl Fn(&[Tag], usize) -> Option<Outcome> + use<'_> {
    move |tags, length| {
        let has = |territory, part| tags.contains(&Tag { territory, part });
        for (territory, rules) in territories.iter().enumerate() {
            let kind = kind_of_number(rules, length, |part| has(territory, part));
            let found = match &rules.leading_digits {
                Some(_) if territories.len() > 1 => has(territory, Part::LeadingDigits),
                _ => kind.is_some(),
            };
            if found {
                // No calling code has more than some twenty-five territories.
                return Some(Outcome { territory: u8::try_from(territory).ok()?, kind });
            }
        }
        None
    }
}

fn kind_of_number(
    rules: &Territory,
    length: usize,
    matches: impl Fn(Part) -> bool,
) -> Option<Type> {
    let fits = |lengths: Lengths| lengths & 1 << length != 0;
    if !(fits(rules.general.lengths) && matches(Part::General)) {
        return None;
    }
    let is = |index: usize| {
        rules
            .types
            .get(index)
            .and_then(Option::as_ref)
            .is_some_and(|kind| fits(kind.lengths) && matches(Part::Type(index)))
    };
    let first = (0..TYPES.len()).find(|index| is(*index))?;
    let pattern = |kind: Type| {
        let index = TYPES.iter().position(|known| *known == kind)?;
        rules.types.get(index)?.as_ref().map(|description| description.pattern.as_str())
    };
    match TYPES.get(first)? {
        // The same pattern for both settles it, whatever the lengths say.
        Type::FixedLine if pattern(Type::FixedLine) == pattern(Type::Mobile) || is(first + 1) => {
            Some(Type::FixedLineOrMobile)
        }
        Type::Mobile if pattern(Type::FixedLine) == pattern(Type::Mobile) => None,
        kind => Some(*kind),
    }
}

/// Which of a territory's patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    General,
    /// An index into [`TYPES`].
    Type(usize),
    LeadingDigits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tag {
    territory: usize,
    part: Part,
}

/// The patterns side by side, before they are made deterministic.
#[derive(Default)]
struct Nfa {
    nodes: Vec<Node>,
}

enum Node {
    Digit { digits: Digits, next: usize },
    Fork(Vec<usize>),
    Accept(Tag),
}

impl Nfa {
    fn push(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// Adds a pattern that goes on at `next`; returns where it begins.
    fn add(&mut self, pattern: &Hir, next: usize) -> Result<usize, Box<dyn Error>> {
        match pattern.kind() {
            HirKind::Empty => Ok(next),
            HirKind::Literal(literal) => {
                literal.0.iter().rev().try_fold(next, |next, character| {
                    let digits = pattern::digits_of_literal(*character)?;
                    Ok(self.push(Node::Digit { digits, next }))
                })
            }
            HirKind::Class(class) => {
                Ok(self.push(Node::Digit { digits: pattern::digits_of_class(class), next }))
            }
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) => {
                parts.iter().rev().try_fold(next, |next, part| self.add(part, next))
            }
            HirKind::Alternation(parts) => {
                let starts: Result<Vec<usize>, _> =
                    parts.iter().map(|part| self.add(part, next)).collect();
                let starts = starts?;
                Ok(self.push(Node::Fork(starts)))
            }
            HirKind::Repetition(repetition) => {
                let most = repetition.max.ok_or("a pattern repeats without end")?;
                let mut start = next;
                for _ in repetition.min..most {
                    let inner = self.add(&repetition.sub, start)?;
                    start = self.push(Node::Fork(vec![inner, next]));
                }
                for _ in 0..repetition.min {
                    start = self.add(&repetition.sub, start)?;
                }
                Ok(start)
            }
            HirKind::Look(look) => Err(format!("a number's pattern looks around: {look:?}").into()),
        }
    }

    /// Adds a position and all that can be reached from it without a digit.
    fn close(&self, position: usize, positions: &mut BTreeSet<usize>) {
        match self.nodes.get(position) {
            Some(Node::Fork(branches)) => {
                for branch in branches {
                    self.close(*branch, positions);
                }
            }
            Some(_) => {
                positions.insert(position);
            }
            None => {}
        }
    }

    fn step(&self, positions: &BTreeSet<usize>, digit: usize) -> BTreeSet<usize> {
        let mut next_positions = BTreeSet::new();
        for position in positions {
            match self.nodes.get(*position) {
                Some(Node::Digit { digits, next }) if digits & 1 << digit != 0 => {
                    self.close(*next, &mut next_positions);
                }
                Some(Node::Accept(Tag { part: Part::LeadingDigits, .. })) => {
                    next_positions.insert(*position);
                }
                _ => {}
            }
        }
        next_positions
    }

    fn tag(&self, position: usize) -> Option<Tag> {
        match self.nodes.get(position) {
            Some(Node::Accept(tag)) => Some(*tag),
            _ => None,
        }
    }

    fn is_met_prefix(&self, position: usize) -> bool {
        self.tag(position).is_some_and(|tag| tag.part == Part::LeadingDigits)
    }
}

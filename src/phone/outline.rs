//! A calling code's whole plan as a graph: for comparing two releases of the metadata, or drawing
//! one.

use super::{
    plan::{self, Position},
    region::{CallingCode, Region},
    terms::NumberType,
};
use std::collections::BTreeMap;

/// What some leading digits of national numbers lead to. Leading digits after which the same digits
/// can follow, with the same results, share a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanState {
    /// What the digits are if nothing follows.
    pub number: Option<(Region, NumberType)>,
    /// The state behind each further digit, as an index; `None` where no valid number goes on.
    pub next: [Option<usize>; 10],
}

impl CallingCode {
    /// Every state of its plan, the one before the first digit first.
    ///
    /// ```
    /// use sparekey::phone::CallingCode;
    /// let plan = CallingCode::new(81).ok_or("not in use")?.states();
    /// let mut state = plan.first();
    /// for digit in [9, 0, 1, 2, 3, 4, 5, 6, 7, 8] {
    ///     state = state.and_then(|state| plan.get(state.next[digit]?));
    /// }
    /// assert_eq!(format!("{:?}", state.and_then(|state| state.number)), "Some((JP, Mobile))");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn states(self) -> Vec<PlanState> {
        let Some(plan) = plan::calling_code(self.value()) else { return Vec::new() };
        let mut known = BTreeMap::from([(Position::before_digits(plan), 0)]);
        let mut waiting = vec![Position::before_digits(plan)];
        let mut states = Vec::new();
        while let Some(position) = waiting.get(states.len()).copied() {
            let number = position
                .number()
                .map(|(territory, kind)| (Region::from_index(plan.first + territory), kind));
            let mut next = [None; 10];
            for (digit, next) in (0..10).zip(next.iter_mut()) {
                let behind = position.behind(digit);
                if !behind.is_dead_end() {
                    *next = Some(*known.entry(behind).or_insert_with(|| {
                        waiting.push(behind);
                        waiting.len() - 1
                    }));
                }
            }
            states.push(PlanState { number, next });
        }
        states
    }
}

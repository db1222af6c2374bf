//! Numbers of every region, made at random from its own plan.

use crate::typed_texts::Chance;
use sparekey::phone::{CallingCode, PlanState, Region};
use std::collections::BTreeMap;

/// Every calling code's plan, to walk through.
pub(crate) struct Plans(BTreeMap<u16, Vec<PlanState>>);

impl Plans {
    pub(crate) fn all() -> Self {
        Self(CallingCode::all().map(|code| (code.value(), code.states())).collect())
    }

    /// A valid national number of the region that begins with these digits; of any type.
    pub(crate) fn number(
        &self,
        chance: &mut Chance,
        region: Region,
        beginning: &str,
    ) -> Option<String> {
        let states = &self.0[&region.calling_code().value()];
        for _ in 0..30 {
            let mut national = beginning.to_owned();
            let mut at = beginning
                .bytes()
                .try_fold(0, |at, digit| states[at].next[usize::from(digit - b'0')])?;
            loop {
                let ways: Vec<(usize, usize)> = states[at]
                    .next
                    .iter()
                    .enumerate()
                    .filter_map(|(digit, way)| Some((digit, (*way)?)))
                    .collect();
                if let Some((of, _)) = states[at].number
                    && of == region
                    && (ways.is_empty() || chance.once_in(2))
                {
                    return Some(national);
                }
                if ways.is_empty() || national.len() > 17 {
                    break;
                }
                let (digit, next) = chance.one_of(&ways);
                national.push(char::from(b'0' + u8::try_from(digit).unwrap()));
                at = next;
            }
        }
        None
    }
}

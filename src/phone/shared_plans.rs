//! Regions that have a calling code each and dial one another as at home. It owns which ones these
//! are; whose number a text is, is decided where it is read.

use super::region::Region;

/// France with its overseas departments and Saint-Martin's neighbors: one national plan, written
/// with the same ten digits, and five more calling codes. Sources: ITU-T national numbering plans of
/// France, Guadeloupe, French Guiana, Martinique, and the French departments in the Indian Ocean.
const FRENCH: [&str; 6] = ["FR", "GF", "GP", "MQ", "RE", "YT"];

/// The other regions in which the same digits would be dialed, each with another calling code.
pub(super) fn others_with_the_plan_of(region: Region) -> impl Iterator<Item = Region> {
    let shares = FRENCH.contains(&region.as_str());
    let others = if shares { FRENCH.as_slice() } else { &[] };
    others
        .iter()
        .filter_map(|code| Region::new(code))
        .filter(move |other| other.calling_code() != region.calling_code())
}

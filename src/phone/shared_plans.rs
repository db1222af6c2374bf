//! Regions of one national numbering plan that have a calling code each. It owns which ones these
//! are; whose number a text is, is decided where it is read.

use super::region::Region;

/// France and its overseas departments, one region for each calling code: Saint Barthélemy and Saint
/// Martin share Guadeloupe's, Mayotte shares Réunion's. They dial one another with the same ten
/// digits. Sources: ITU-T national numbering plans of France, Guadeloupe, French Guiana, Martinique,
/// and the French departments in the Indian Ocean.
const FRENCH: [&str; 5] = ["FR", "GF", "GP", "MQ", "RE"];

/// The regions of other calling codes whose numbers are dialed here as if they were this region's
/// own.
pub(super) fn dialed_as_at_home(region: Region) -> impl Iterator<Item = Region> {
    let is_here = move |it: &Region| it.calling_code() == region.calling_code();
    let french = FRENCH.iter().filter_map(|code| Region::new(code));
    let is_french = french.clone().any(|it| is_here(&it));
    french.filter(move |it| is_french && !is_here(it))
}

/// Whether a number that is valid here and in one of those is the other's. By the metadata, some
/// digits of the departments are numbers of France as well; those of a department are its alone.
pub(super) fn gives_way(region: Region) -> bool {
    region.as_str() == "FR"
}

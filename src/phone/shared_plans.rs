//! Regions of one national numbering plan that have several calling codes. It owns which ones these
//! are; whose number a text is, is decided where it is read.

use super::region::Region;

/// France's overseas departments. They and France dial one another with the same ten digits, and
/// none has France's calling code; Mayotte shares Réunion's. Sources: ITU-T national numbering plans of France, Guadeloupe,
/// French Guiana, Martinique, and the French departments in the Indian Ocean.
const OVERSEAS_DEPARTMENTS: [&str; 5] = ["GF", "GP", "MQ", "RE", "YT"];

/// The regions whose numbers are dialed here as if they were this region's own. A department's
/// numbers begin with digits that are its alone, so that a number of its own is never France's.
pub(super) fn dialed_as_at_home(region: Region) -> impl Iterator<Item = Region> {
    let codes: &[&str] = if region.as_str() == "FR" { &OVERSEAS_DEPARTMENTS } else { &[] };
    codes.iter().filter_map(|code| Region::new(code))
}

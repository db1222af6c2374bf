//! A country to which Microsoft sends texts and calls only after the organization has asked for it.

use super::{Case, Rule, Said, Text, judged_field, sources};
use crate::{
    cloud::Cloud,
    finding::{ParamValue, Severity},
    page::place::Place,
};

pub(super) const RULE: Rule = Rule {
    id: "region-opt-in",
    severity: Severity::Tip,
    rationale: "Codes may not arrive there until support has opened the country; the list changes, \
                so it is dated and only a tip.",
    source: sources::REGIONS_TO_OPT_IN,
    texts: &[Text { variant: None, params: &["country", "date"] }],
    check,
};

/// The day of the newest list that was found.
const LISTED: &str = "2025-07-28";

/// Calling codes on the list; those of four digits are +1 and an area.
#[rustfmt::skip]
const CODES: &[u16] = &[
    7, 20, 27, 30, 31, 32, 36, 45, 46, 47, 51, 53, 54, 56, 58, 60, 62, 63, 64, 66, 84, 92, 93, 94,
    95, 98, 211, 212, 213, 216, 218, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231,
    232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250,
    251, 252, 253, 254, 255, 256, 257, 258, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 290,
    291, 297, 298, 299, 350, 351, 352, 354, 355, 356, 357, 359, 370, 371, 372, 373, 374, 375, 376,
    377, 378, 380, 381, 382, 383, 385, 386, 387, 389, 421, 423, 500, 501, 502, 503, 504, 505, 506,
    507, 508, 509, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599, 670, 672, 673, 674, 675, 676,
    677, 678, 679, 680, 681, 682, 683, 685, 686, 687, 688, 689, 690, 691, 692, 850, 852, 853, 855,
    856, 880, 886, 960, 961, 962, 963, 964, 965, 966, 967, 968, 970, 971, 972, 973, 974, 975, 976,
    977, 992, 993, 994, 995, 996, 998, 1242, 1246, 1264, 1268, 1284, 1340, 1345, 1441, 1473, 1649,
    1658, 1664, 1670, 1671, 1684, 1758, 1767, 1784, 1787, 1809, 1829, 1849, 1868, 1869, 1876, 1939,
];

fn check(case: &Case<'_>) -> Vec<Said> {
    // The list is Microsoft's own telephony in the public cloud; another provider has its own.
    // Personal accounts have no organization that could ask.
    if case.shown.cloud != Cloud::Public
        || case.shown.place == Place::Personal
        || case.context.policy.telecom_provider_configured
    {
        return Vec::new();
    }
    case.typed
        .iter()
        .filter_map(|typed| {
            let number = typed.assessment.number.as_ref().filter(|number| number.is_valid())?;
            let code = number.calling_code().value();
            let area = number.national_number().get(..3).and_then(|area| area.parse::<u16>().ok());
            let is_listed = CODES.contains(&code)
                || (code == 1 && area.is_some_and(|area| CODES.contains(&(1000 + area))));
            if !is_listed {
                return None;
            }
            Some(
                typed
                    .remark(Severity::Tip)
                    .with("country", judged_field::region(typed.region()?))
                    .with("date", ParamValue::Date { date: LISTED.to_owned() }),
            )
        })
        .collect()
}

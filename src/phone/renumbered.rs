//! Countries that have changed their numbers: which digits took the place of which, and since when.
//! It owns the table; whether a number that was typed is one of the old ones is `causes`' to say.
//!
//! A row is for numbers that are still found in contacts, lists and other programs. Only digits that
//! are no number of today are looked up here, so that a range that was given out again is not taken
//! for an old one.

/// One change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The region whose numbers changed, by its code; the main one of its calling code.
    pub(super) region: &'static str,
    /// How many digits stand before those that changed.
    pub(super) kept: usize,
    /// What stood there.
    pub(super) old: &'static str,
    /// What stands there now; `None` where the old number alone does not say it.
    pub(super) new: Option<&'static str>,
    /// How many digits the old national number had.
    pub(super) digits: usize,
    /// From which day on the old form was no longer reached, `YYYY-MM-DD`.
    pub(super) since: &'static str,
}

const fn row(
    region: &'static str,
    old: &'static str,
    new: &'static str,
    digits: usize,
    since: &'static str,
) -> Change {
    Change { region, kept: 0, old, new: Some(new), digits, since }
}

/// A digit more behind the area code of two digits.
const fn behind_area(
    region: &'static str,
    old: &'static str,
    new: &'static str,
    digits: usize,
    since: &'static str,
) -> Change {
    Change { kept: 2, ..row(region, old, new, digits, since) }
}

const fn longer(
    region: &'static str,
    old: &'static str,
    digits: usize,
    since: &'static str,
) -> Change {
    Change { region, kept: 0, old, new: None, digits, since }
}

const MEXICO: &str = "2019-08-03";
const BRAZIL: &str = "2016-11-06";
const BENIN: &str = "2024-11-30";
const IVORY_COAST: &str = "2021-01-31";
const VIETNAM: &str = "2018-11-15";
const COLOMBIA: &str = "2021-09-01";
const ECUADOR: &str = "2012-09-30";
const CAMEROON: &str = "2014-11-21";
const MAURITIUS: &str = "2013-09-01";
const PHILIPPINES: &str = "2019-10-06";
const SWITZERLAND: &str = "2007-03-31";
const LONDON: &str = "2000-04-22";

/// Sources: the countries' notices in the ITU's Operational Bulletin and its pages of national
/// numbering plans, and the regulators' own: IFT (Mexico), Anatel (Brazil), ARCEP (Benin), ARTCI
/// (Côte d'Ivoire), MIC (Vietnam), CRC (Colombia), Arcotel (Ecuador), ART (Cameroon), ICTA
/// (Mauritius), NTC (Philippines), OFCOM (Switzerland), Ofcom (London).
#[rustfmt::skip]
pub(super) const CHANGES: &[Change] = &[
    // Mexico: the 1 of mobile numbers behind +52, and what was dialed before numbers at home.
    row("MX", "1", "", 11, MEXICO),
    row("MX", "01", "", 12, MEXICO),
    row("MX", "044", "", 13, MEXICO),
    row("MX", "045", "", 13, MEXICO),
    // Brazil: the ninth digit of mobile numbers, area by area from 2012 on.
    behind_area("BR", "6", "96", 10, BRAZIL),
    behind_area("BR", "7", "97", 10, BRAZIL),
    behind_area("BR", "8", "98", 10, BRAZIL),
    behind_area("BR", "9", "99", 10, BRAZIL),
    // Benin: 01 before every number.
    row("BJ", "2", "012", 8, BENIN),
    row("BJ", "4", "014", 8, BENIN),
    row("BJ", "5", "015", 8, BENIN),
    row("BJ", "6", "016", 8, BENIN),
    row("BJ", "9", "019", 8, BENIN),
    // Côte d'Ivoire: two digits more, which depend on the company.
    longer("CI", "0", 8, IVORY_COAST),
    longer("CI", "4", 8, IVORY_COAST),
    longer("CI", "5", 8, IVORY_COAST),
    longer("CI", "6", 8, IVORY_COAST),
    longer("CI", "7", 8, IVORY_COAST),
    longer("CI", "8", 8, IVORY_COAST),
    longer("CI", "9", 8, IVORY_COAST),
    // Vietnam: mobile numbers of eleven digits, with the 0 that is dialed, became ten.
    row("VN", "120", "70", 10, VIETNAM),
    row("VN", "121", "79", 10, VIETNAM),
    row("VN", "122", "77", 10, VIETNAM),
    row("VN", "123", "83", 10, VIETNAM),
    row("VN", "124", "84", 10, VIETNAM),
    row("VN", "125", "85", 10, VIETNAM),
    row("VN", "126", "76", 10, VIETNAM),
    row("VN", "127", "81", 10, VIETNAM),
    row("VN", "128", "78", 10, VIETNAM),
    row("VN", "129", "82", 10, VIETNAM),
    row("VN", "162", "32", 10, VIETNAM),
    row("VN", "163", "33", 10, VIETNAM),
    row("VN", "164", "34", 10, VIETNAM),
    row("VN", "165", "35", 10, VIETNAM),
    row("VN", "166", "36", 10, VIETNAM),
    row("VN", "167", "37", 10, VIETNAM),
    row("VN", "168", "38", 10, VIETNAM),
    row("VN", "169", "39", 10, VIETNAM),
    row("VN", "186", "56", 10, VIETNAM),
    row("VN", "188", "58", 10, VIETNAM),
    row("VN", "199", "59", 10, VIETNAM),
    // Colombia: 60 before the area code of landlines.
    row("CO", "1", "601", 8, COLOMBIA),
    row("CO", "2", "602", 8, COLOMBIA),
    row("CO", "4", "604", 8, COLOMBIA),
    row("CO", "5", "605", 8, COLOMBIA),
    row("CO", "6", "606", 8, COLOMBIA),
    row("CO", "7", "607", 8, COLOMBIA),
    row("CO", "8", "608", 8, COLOMBIA),
    // Ecuador: a 9 before mobile numbers.
    row("EC", "8", "98", 8, ECUADOR),
    row("EC", "9", "99", 8, ECUADOR),
    // Cameroon: 6 before mobile numbers, 2 before landlines.
    row("CM", "2", "22", 8, CAMEROON),
    row("CM", "3", "23", 8, CAMEROON),
    row("CM", "5", "65", 8, CAMEROON),
    row("CM", "7", "67", 8, CAMEROON),
    row("CM", "9", "69", 8, CAMEROON),
    // Mauritius: a 5 before mobile numbers.
    row("MU", "7", "57", 7, MAURITIUS),
    row("MU", "9", "59", 7, MAURITIUS),
    // Metro Manila: a digit more, which depends on the company.
    longer("PH", "2", 8, PHILIPPINES),
    // Zurich and London.
    row("CH", "1", "44", 8, SWITZERLAND),
    row("GB", "171", "207", 10, LONDON),
    row("GB", "181", "208", 10, LONDON),
];

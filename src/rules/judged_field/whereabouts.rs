//! Which country a number is likely to be of where nothing says it for sure. It owns the order of
//! what speaks for a country; which countries are possible at all is in `phone`.

use super::assumed_region;
use crate::{
    context::{Context, Whereabouts},
    page::reading::MethodList,
    phone::{Candidate, Region},
};

/// More of them are a list to search through, which the settings have.
pub(super) const MOST_OFFERED: usize = 3;

/// The countries that something speaks for, the likeliest first: of the person's other numbers on the
/// page, of the decisions of organization and user, of the page's language, of the browser's
/// languages, of its time zone.
pub(super) fn likely(
    list: Option<&MethodList>,
    language: Option<&str>,
    context: &Context,
) -> Vec<Region> {
    let others = list.into_iter().flat_map(MethodList::holdings);
    let mut likely: Vec<Region> =
        others.filter_map(|holding| holding.number.as_ref()?.region()).collect();
    likely.extend(assumed_region::home(context, language));
    likely.extend(told_by_browser(&context.whereabouts));
    let all = likely.clone();
    let mut at = 0..;
    likely.retain(|region| at.next().is_some_and(|at| !all.iter().take(at).any(|it| it == region)));
    likely
}

/// The likeliest first: those whose calling code was typed and set off, those of a likely country,
/// those whose groups are the country's own, mobile numbers, and last by how many people live there.
pub(super) fn ranked(mut candidates: Vec<Candidate>, likely: &[Region]) -> Vec<Candidate> {
    candidates.sort_by_key(|it| {
        let place = |regions: &[Region]| {
            regions.iter().position(|region| *region == it.region).unwrap_or(regions.len())
        };
        let people = LARGEST.iter().position(|region| *region == it.region.as_str());
        (
            !(it.only_plus && it.grouped_so),
            place(likely),
            !it.grouped_so,
            !it.may_be_mobile(),
            people.unwrap_or(LARGEST.len()),
        )
    });
    candidates
}

fn told_by_browser(whereabouts: &Whereabouts) -> impl Iterator<Item = Region> {
    let by_language = || {
        whereabouts.languages.iter().filter_map(|tag| Some((tag, Region::new(region_in(tag)?)?)))
    };
    // Browsers are delivered so everywhere, and say it wherever they are.
    let is_anywhere = |tag: &str| tag.eq_ignore_ascii_case("en-US");
    let chosen = by_language().filter(move |(tag, _)| !is_anywhere(tag)).map(|(_, region)| region);
    let delivered =
        by_language().filter(move |(tag, _)| is_anywhere(tag)).map(|(_, region)| region);
    chosen.chain(region_of_zone(&whereabouts.time_zone)).chain(delivered)
}

/// The subtag of two letters: `JP` in `ja-Jpan-JP`.
fn region_in(tag: &str) -> Option<&str> {
    tag.split('-').skip(1).find(|it| it.len() == 2 && it.bytes().all(|it| it.is_ascii_alphabetic()))
}

/// The country of a time zone, with the names that browsers still use for renamed ones.
///
/// Source: IANA time zone database 2025b, `zone.tab` and the links of `backward`.
fn region_of_zone(name: &str) -> Option<Region> {
    let of_zone = |line: &&str| line.split(' ').skip(1).any(|zone| zone == name);
    let line = include_str!("time_zones.txt").lines().find(of_zone)?;
    Region::new(line.split(' ').next()?)
}

/// The countries with the most people, most first: nothing else tells two countries apart that
/// nothing speaks for.
///
/// Source: United Nations, World Population Prospects 2024.
const LARGEST: [&str; 30] = [
    "IN", "CN", "US", "ID", "PK", "NG", "BR", "BD", "RU", "ET", "MX", "JP", "EG", "PH", "CD", "VN",
    "IR", "TR", "DE", "TH", "TZ", "GB", "FR", "ZA", "IT", "KE", "MM", "CO", "KR", "ES",
];

#[cfg(test)]
mod tests {
    use super::{likely, region_in, region_of_zone};
    use crate::{
        context::{Context, Whereabouts},
        phone::Region,
    };

    fn regions(languages: &[&str], time_zone: &str, setting: Option<&str>) -> Vec<String> {
        let mut context = Context::default();
        context.settings.default_region = setting.map(str::to_owned);
        context.whereabouts = Whereabouts {
            languages: languages.iter().map(|it| (*it).to_owned()).collect(),
            time_zone: time_zone.to_owned(),
        };
        likely(None, Some("en"), &context).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_speaks_for_a_country_is_heard_in_order_and_once() {
        assert_eq!(regions(&["de-AT", "en-US"], "Europe/Berlin", None), ["AT", "DE", "US"]);
        assert_eq!(regions(&["en-US", "en"], "Asia/Tokyo", None), ["JP", "US"]);
        assert_eq!(regions(&["ja-JP"], "Asia/Tokyo", Some("FR")), ["FR", "JP"]);
        assert!(regions(&["en", "de", "zh-Hans"], "UTC", None).is_empty());
        assert!(regions(&["", "-", "en-XX", "e\u{301}-\u{e9}"], "No/Where", None).is_empty());
    }

    #[test]
    fn a_time_zone_is_known_by_its_old_name_as_well() {
        for (zone, region) in [
            ("Asia/Tokyo", "JP"),
            ("Asia/Kolkata", "IN"),
            ("Asia/Calcutta", "IN"),
            ("Europe/Kyiv", "UA"),
            ("Europe/Kiev", "UA"),
            ("America/Argentina/Buenos_Aires", "AR"),
            ("America/Buenos_Aires", "AR"),
            ("Asia/Saigon", "VN"),
            ("Asia/Rangoon", "MM"),
            ("Asia/Katmandu", "NP"),
            ("America/Indianapolis", "US"),
        ] {
            assert_eq!(region_of_zone(zone), Region::new(region), "{zone}");
        }
        for line in include_str!("time_zones.txt").lines() {
            let (code, zones) = line.split_once(' ').expect("a code and zones");
            assert!(Region::new(code).is_some(), "{code}");
            for zone in zones.split(' ') {
                assert_eq!(region_of_zone(zone), Region::new(code), "{zone}");
            }
        }
        assert_eq!(region_of_zone(""), None);
        assert_eq!(region_in("zh-Hant-HK"), Some("HK"));
    }
}

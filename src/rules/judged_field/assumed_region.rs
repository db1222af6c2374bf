//! Which country a number in national form is taken for where nothing beside the field says so, or
//! where what is said there cannot be right. It owns the order of what may say it: the
//! organization's policy, the user's setting, and last the language of the page.

use crate::{
    context::Context,
    phone::{self, Assessment, Fault, Field, Region},
};

/// What policy or setting say.
pub(super) fn decided(context: &Context) -> Option<Region> {
    let policy = context.policy.default_region.as_deref();
    let setting = context.settings.default_region.as_deref();
    [policy, setting].into_iter().flatten().find_map(Region::new)
}

/// The country that a number here is most likely of, whatever a list beside the field says.
pub(super) fn home(context: &Context, language: Option<&str>) -> Option<Region> {
    decided(context).or_else(|| of_language(language?))
}

/// The assessment of what was typed if it is taken for a number of the country that the page's
/// language is spoken in. `None` where the language says no country, or the number is none of its
/// valid ones: then the country stays unknown.
pub(super) fn by_language(
    typed: &str,
    field: &Field,
    language: Option<&str>,
) -> Option<Assessment> {
    let region = of_language(language?)?;
    let assessment = phone::assess(typed, field, Some(region));
    let is_national_form = assessment
        .faults
        .iter()
        .any(|fault| matches!(fault, Fault::CountryCodeMissing { assumed: Some(_), .. }));
    let is_valid_there = assessment
        .number
        .as_ref()
        .is_some_and(|number| number.is_valid() && number.region() == Some(region));
    // That another number was meant than the one that was typed is shown for a country that is known.
    let is_as_typed = !assessment.faults.iter().any(Fault::names_another_number);
    (is_national_form && is_valid_there && is_as_typed).then_some(assessment)
}

/// Languages of the pages whose speakers live, but for few, in one numbering plan. Left out are
/// those of several (English, Spanish, French, German, Italian, Dutch, Portuguese, Russian, Arabic,
/// Chinese) and those with a large part of their speakers in a second plan (Swedish in Finland,
/// Romanian in Moldova, Greek in Cyprus, Serbian and Croatian in Bosnia and Herzegovina).
///
/// Reviewed 2026-11-21 against Unicode CLDR, "Language-Territory Information".
#[rustfmt::skip]
const COUNTRIES: &[(&str, &str)] = &[
    ("bg", "BG"), ("cs", "CZ"), ("da", "DK"), ("et", "EE"), ("fi", "FI"), ("he", "IL"),
    ("hu", "HU"), ("id", "ID"), ("is", "IS"), ("ja", "JP"), ("ko", "KR"), ("lt", "LT"),
    ("lv", "LV"), ("nb", "NO"), ("nn", "NO"), ("no", "NO"), ("pl", "PL"), ("pt-br", "BR"),
    ("sk", "SK"), ("sl", "SI"), ("th", "TH"), ("tr", "TR"), ("uk", "UA"), ("vi", "VN"),
];

fn of_language(tag: &str) -> Option<Region> {
    let tag = tag.to_ascii_lowercase();
    let find = |tag: &str| COUNTRIES.iter().find(|(language, _)| *language == tag);
    let primary = tag.split('-').next().unwrap_or(&tag);
    // A region in the tag itself ("ja-US") says more about the browser than about the phone.
    let (_, region) = find(&tag).or_else(|| find(primary))?;
    Region::new(region)
}

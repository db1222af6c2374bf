//! Takes the rules out of the `phonenumber` crate's metadata: one [`Territory`] for each region and
//! each non-geographic calling code. It fills in what Google's own build tool fills in.

use phonenumber::{Type, metadata};
use std::error::Error;

/// The kinds of line, in the order in which Google's library asks for them; the first that matches
/// wins. Fixed line and mobile come last, since together they are a kind of their own.
pub(crate) const TYPES: [Type; 10] = [
    Type::PremiumRate,
    Type::TollFree,
    Type::SharedCost,
    Type::Voip,
    Type::PersonalNumber,
    Type::Pager,
    Type::Uan,
    Type::Voicemail,
    Type::FixedLine,
    Type::Mobile,
];

/// Lengths in use, one bit for each: bit 9 means that there are numbers of nine digits.
pub(crate) type Lengths = u32;

/// The rules of one region, or of one non-geographic calling code.
pub(crate) struct Territory {
    /// CLDR code, or `001`.
    pub(crate) id: String,
    pub(crate) calling_code: u16,
    pub(crate) general: Description,
    /// In the order of [`TYPES`].
    pub(crate) types: Vec<Option<Description>>,
    /// Prefixes of the national number that settle the region among those that share a code.
    pub(crate) leading_digits: Option<String>,
    pub(crate) international_prefix: Option<String>,
    /// What is dialed before the national number inside the country, usually `0`.
    pub(crate) national_prefix: Option<String>,
    pub(crate) national_prefix_for_parsing: Option<String>,
    pub(crate) national_prefix_transform_rule: Option<String>,
}

/// What the metadata say of one type, or of all together.
pub(crate) struct Description {
    pub(crate) pattern: String,
    pub(crate) lengths: Lengths,
    /// Lengths that are dialed only within their own area.
    pub(crate) local_lengths: Lengths,
    pub(crate) example: Option<String>,
}

/// Every territory, by calling code; of those that share one, the main region first and the others
/// in the metadata's order, which is the order in which Google's library asks them.
pub(crate) fn all() -> Result<Vec<Territory>, Box<dyn Error>> {
    // By code and not by id: all non-geographic services share the id "001".
    let mut territories = Vec::new();
    for code in 1..=999_u16 {
        for metadata in metadata::DATABASE.by_code(&code).unwrap_or_default() {
            territories.push(territory(metadata)?);
        }
    }
    Ok(territories)
}

fn territory(metadata: &phonenumber::Metadata) -> Result<Territory, Box<dyn Error>> {
    let descriptors = metadata.descriptors();
    let types: Vec<Option<Description>> =
        TYPES.iter().map(|kind| descriptors.get(*kind).map(description)).collect();
    let mut general = description(descriptors.general());
    // The metadata leave the general lengths out; Google's build tool takes the union over the
    // types, and a length that is national for one type is not local for all.
    general.lengths = types.iter().flatten().fold(0, |all, kind| all | kind.lengths);
    let local = types.iter().flatten().fold(0, |all, kind| all | kind.local_lengths);
    general.local_lengths = local & !general.lengths;
    if general.lengths == 0 {
        return Err(format!("{}: no type has any length", metadata.id()).into());
    }
    let national_prefix = metadata.national_prefix().map(str::to_owned);
    Ok(Territory {
        id: metadata.id().to_owned(),
        calling_code: metadata.country_code(),
        general,
        types,
        leading_digits: metadata.leading_digits().map(|regex| without_blanks(regex.as_str())),
        international_prefix: metadata
            .international_prefix()
            .map(|regex| without_blanks(regex.as_str())),
        national_prefix_for_parsing: metadata
            .national_prefix_for_parsing()
            .map(|regex| without_blanks(regex.as_str()))
            .or_else(|| national_prefix.clone()),
        national_prefix,
        national_prefix_transform_rule: metadata
            .national_prefix_transform_rule()
            .map(str::to_owned),
    })
}

fn description(descriptor: &metadata::Descriptor) -> Description {
    Description {
        pattern: without_blanks(descriptor.national_number().as_str()),
        lengths: lengths(descriptor.possible_length()),
        local_lengths: lengths(descriptor.possible_local_length()),
        example: descriptor.example().map(str::to_owned),
    }
}

fn lengths(values: &[u16]) -> Lengths {
    values.iter().fold(0, |all, length| all | 1 << length)
}

/// The metadata's patterns are laid out over several lines.
pub(crate) fn without_blanks(pattern: &str) -> String {
    pattern.chars().filter(|character| !character.is_whitespace()).collect()
}

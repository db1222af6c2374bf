//! Extracts short and emergency numbers from Google's `ShortNumberMetadata.xml`, which the
//! `phonenumber` crate carries but does not compile, into `build/short_numbers.tsv`. An extract in the
//! repository, since a build script has no sound way to another crate's files.

use crate::shell::root;
use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use std::{fmt::Write as _, fs, path::PathBuf};

pub(crate) const FILE: &str = "build/short_numbers.tsv";

/// The extract as the locked release of the crate gives it.
pub(crate) fn extract() -> Result<String> {
    let (version, folder) = crate_in_use()?;
    let path = folder.join("assets/ShortNumberMetadata.xml");
    let xml = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let release = version.split_once('+').map_or(version.as_str(), |(_, metadata)| metadata);
    table(release, &xml)
}

/// The version and folder of the `phonenumber` crate that is locked.
pub(crate) fn crate_in_use() -> Result<(String, PathBuf)> {
    let metadata = MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()?;
    let package = metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == "phonenumber")
        .context("the crate phonenumber is not among the packages")?;
    let folder = package.manifest_path.parent().context("a manifest without a folder")?;
    Ok((package.version.to_string(), folder.into()))
}

fn table(release: &str, xml: &str) -> Result<String> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(xml, options)?;
    let mut rows = Vec::new();
    for territory in document.descendants().filter(|node| node.has_tag_name("territory")) {
        let id = territory.attribute("id").context("a territory without an id")?;
        let part = |name: &str| territory.children().find(|node| node.has_tag_name(name));
        let pattern = |name: &str| -> String {
            let text = part(name)
                .and_then(|node| node.children().find(|n| n.has_tag_name("nationalNumberPattern")))
                .and_then(|node| node.text())
                .unwrap_or_default();
            // "NA" stands for "there are none".
            text.split_whitespace().filter(|text| *text != "NA").collect()
        };
        let lengths = part("shortCode")
            .and_then(|node| node.children().find(|n| n.has_tag_name("possibleLengths")))
            .and_then(|node| node.attribute("national"))
            .with_context(|| format!("{id}: no lengths"))?;
        let lengths: Vec<String> = all_lengths(lengths)?.iter().map(ToString::to_string).collect();
        rows.push(format!(
            "{id}\t{}\t{}\t{}\t{}",
            lengths.join(","),
            pattern("generalDesc"),
            pattern("shortCode"),
            pattern("emergency")
        ));
    }
    rows.sort();
    let mut out = String::new();
    writeln!(out, "# {release}")?;
    writeln!(
        out,
        "# Short numbers: an extract of ShortNumberMetadata.xml of libphonenumber {release} (Apache-2.0,\n\
         # The Libphonenumber Authors). Written by `cargo xtask refresh`; not edited by hand.\n\
         # region, lengths, any short number, short numbers in use, emergency numbers"
    )?;
    writeln!(out, "{}", rows.join("\n"))?;
    Ok(out)
}

/// `3,[8-10]` → 3, 8, 9, 10.
fn all_lengths(text: &str) -> Result<Vec<u32>> {
    let mut lengths = Vec::new();
    for part in text.split(',') {
        match part.trim_matches(['[', ']']).split_once('-') {
            Some((first, last)) => lengths.extend(first.parse::<u32>()?..=last.parse()?),
            None => lengths.push(part.parse()?),
        }
    }
    Ok(lengths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_taken_out_of_googles_file() -> Result<()> {
        let xml = r#"<territories>
            <territory id="ZZ">
              <generalDesc><nationalNumberPattern>[12]\d\d</nationalNumberPattern></generalDesc>
              <shortCode>
                <possibleLengths national="3,[5-7]"/>
                <nationalNumberPattern>
                  1(?:
                    0|12
                  )
                </nationalNumberPattern>
              </shortCode>
              <emergency><nationalNumberPattern>NA</nationalNumberPattern></emergency>
            </territory>
            <territory id="AA">
              <shortCode><possibleLengths national="2"/></shortCode>
              <emergency><nationalNumberPattern>15</nationalNumberPattern></emergency>
            </territory></territories>"#;
        let table = table("9.9.9", xml)?;
        let rows: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(rows, ["AA\t2\t\t\t15", "ZZ\t3,5,6,7\t[12]\\d\\d\t1(?:0|12)\t"]);
        assert!(table.starts_with("# 9.9.9\n"));
        Ok(())
    }

    #[test]
    fn the_table_is_that_of_the_locked_release() -> Result<()> {
        assert!(fs::read_to_string(root().join(FILE))? == extract()?, "run cargo xtask refresh");
        Ok(())
    }
}

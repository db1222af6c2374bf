//! Any bytes as a list of numbers: nothing may panic, every line gets its answer, and that answer is
//! the one that `PhoneNumber::parse` gives for the line alone. There are fast paths for usual texts;
//! with a letter before the number, which is skipped, the same text goes through the general parser,
//! and the number must be the same.
//!
//! Bytes that cannot begin a text (0x80 to 0xbf) choose one region for all lines; else each line names
//! its own. To start from texts that mean something, and then for ten minutes:
//!
//! ```sh
//! mkdir -p fuzz/corpus/bulk && split --lines=3 --suffix-length=3 tests/data/reference.tsv fuzz/corpus/bulk/
//! cargo +nightly fuzz run bulk -- -max_total_time=600 -max_len=400
//! ```
#![no_main]

use libfuzzer_sys::fuzz_target;
use sparekey::phone::{
    PhoneNumber, Region,
    bulk::{self, Assumed},
};
use std::sync::LazyLock;

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| Region::all().collect());

/// More characters are refused, so that there is no room for one more.
const LONGEST_TEXT: usize = 250;

fuzz_target!(|data: &[u8]| {
    let (assumed, bytes) = match data {
        [0x80, bytes @ ..] => (Assumed::Region(None), bytes),
        [0x81..=0xbf, choice, bytes @ ..] => {
            let region = REGIONS.get(usize::from(*choice) % REGIONS.len());
            (Assumed::Region(region.copied()), bytes)
        }
        bytes => (Assumed::OfEachLine, bytes),
    };
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.split_terminator('\n').collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();

    let words = bulk::read_to_words(bytes, assumed);
    let (rows, rest) = words.as_chunks::<4>();
    assert_eq!((rows.len(), rest.len()), (lines.len(), 0), "{text:?}");
    for (line, row) in lines.into_iter().zip(rows) {
        let (region, number) = match (assumed, line.split_once('\t')) {
            (Assumed::Region(region), _) => (region, line),
            (Assumed::OfEachLine, Some((region, number))) => (Region::new(region), number),
            (Assumed::OfEachLine, None) => (None, line),
        };
        let alone = PhoneNumber::parse(number, region);
        assert_eq!(*row, words_of(alone), "{line:?} in {assumed:?}: {alone:?}");
        assert_eq!(row[0], bulk::read_to_word(line, assumed), "{line:?} in {assumed:?}");
        // With a phone context nothing is skipped.
        if number.chars().count() < LONGEST_TEXT && !number.contains(";phone-context=") {
            let general = PhoneNumber::parse(&format!("a{number}"), region);
            assert_eq!(alone, general, "{number:?} in {region:?}");
        }
    }
});

/// The table above `read_to_words`, once more.
fn words_of(answer: Result<PhoneNumber, sparekey::phone::ParseError>) -> [u32; 4] {
    let number = match answer {
        Ok(number) => number,
        Err(error) => return [(error as u32) << 24, 0, 0, 0],
    };
    let kind = number.number_type().map_or(0, |kind| kind as u32 + 1);
    let mut region = [0; 4];
    let id = number.region().map_or("", Region::as_str);
    region[..id.len()].copy_from_slice(id.as_bytes());
    let national = number.national_number();
    region[3] = national.len() as u8;
    let value: u64 = national.parse().unwrap_or(u64::MAX);
    [
        u32::from(number.calling_code().value())
            | kind << 16
            | (number.possibility() as u32) << 24,
        u32::from_le_bytes(region),
        value as u32,
        (value >> 32) as u32,
    ]
}

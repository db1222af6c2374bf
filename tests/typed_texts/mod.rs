//! Texts as people type them into phone fields, from a generator with a seed.

use sparekey::{phone::Region, text::ascii_digit};

/// Marsaglia's xorshift64*: small, and the same on every machine.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    pub(crate) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// A text as people type, paste and mistype phone numbers.
pub(crate) fn text(chance: &mut Chance, regions: &[Region]) -> String {
    let region = chance.one_of(regions);
    let example =
        if chance.once_in(3) { region.example_fixed_line() } else { region.example_mobile() };
    let Some(number) = example else { return String::new() };
    let code = number.calling_code().to_string();
    let mut national = number.national_number().to_owned();
    if chance.once_in(3) {
        // A neighbor in the same range.
        let keep = chance.below(national.len());
        national.truncate(keep);
        while national.len() < number.national_number().len() {
            national.push(char::from(b'0' + u8::try_from(chance.below(10)).unwrap()));
        }
    }
    let trunk = if chance.once_in(2) { region.trunk_prefix() } else { "" };
    let front = match chance.below(9) {
        0 | 1 => String::new(),
        2 => code,
        3 => format!("00{code}"),
        4 => format!("010{code}"),
        5 => format!("+{code}{code}"),
        6 => format!("+{code} +{code} "),
        7 => format!("+{code} "),
        _ => format!("+{code}"),
    };
    let extension =
        chance.one_of(&["", "", "", "", "x12", " ext. 345", "#7", " 内線 12", ",,9", "x"]);
    let plain = format!("{front}{trunk}{national}{extension}");
    let separator = chance.one_of(&["-", " ", "\u{2212}", "\u{a0}", ".", ") (", "\u{30fc}", "/"]);
    let zero = chance.one_of(&['0', '0', '\u{ff10}', '\u{660}', '\u{966}']);
    let grouped = chance.once_in(2);
    let mut text = String::new();
    for character in plain.chars() {
        if grouped && chance.once_in(4) {
            text.push_str(separator);
        }
        let digit = character.to_digit(10).and_then(|value| char::from_u32(zero as u32 + value));
        text.push(digit.unwrap_or(character));
        match chance.below(120) {
            0 => text.push(
                chance.one_of(&['a', '@', '*', '+', '0', '1', '8', '\u{200e}', 'é', '\u{301}']),
            ),
            1 => {
                text.pop();
            }
            _ => {}
        }
    }
    text
}

pub(crate) fn digits(text: &str) -> String {
    text.chars().filter_map(ascii_digit).map(char::from).collect()
}

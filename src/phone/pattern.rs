//! Whether digits match a pattern: runs the bytes that `build/matcher.rs` compiled it to. The
//! instructions are listed there.

/// Whether the program that begins at `start` matches at the front of `digits` (ASCII), or, with
/// `whole`, all of them.
pub(super) fn matches(programs: &[u8], start: u16, digits: &[u8], whole: bool) -> bool {
    run(programs, usize::from(start), digits, whole).unwrap_or(false)
}

/// Programs only ever go forward, so that the depth of the recursion is bounded by their number of
/// forks. `None` where the digits end first.
fn run(programs: &[u8], mut at: usize, mut digits: &[u8], whole: bool) -> Option<bool> {
    loop {
        let operation = *programs.get(at)?;
        at += 1;
        let operand = |length: usize| {
            programs
                .get(at..at + length)?
                .iter()
                .rev()
                .try_fold(0_u16, |value, byte| Some(value << 8 | u16::from(*byte)))
        };
        let set = match operation {
            0..=9 => 1 << operation,
            10 => 0x3ff,
            11 => {
                let set = operand(2)?;
                at += 2;
                set
            }
            12..=15 => {
                let length = 1 + usize::from(operation & 1);
                let distance = usize::from(operand(length)?);
                at += length;
                if operation < 14 && run(programs, at, digits, whole) == Some(true) {
                    return Some(true);
                }
                at += distance;
                continue;
            }
            16 => return Some(!whole || digits.is_empty()),
            _ => {
                let range = operation.checked_sub(100)?;
                let (first, last) = (range / 10, range % 10);
                (1 << (last + 1)) - (1 << first)
            }
        };
        let (digit, rest) = digits.split_first()?;
        if set & 1 << (digit & 0x0f) == 0 {
            return None;
        }
        digits = rest;
    }
}

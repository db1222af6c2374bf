//! A short run of ASCII digits on the stack, and how long the runs that the library keeps can be.

/// A national number has at most so many digits. The ITU says 15; there are longer ones in Germany
/// (libphonenumber's `MAX_LENGTH_FOR_NSN`).
pub(super) const LONGEST_NATIONAL: usize = 17;

/// An extension has at most so many digits, as in Google's library.
pub(super) const LONGEST_EXTENSION: usize = 20;

/// Digits of a text are kept up to here. A national number has at most 17, and no prefix in the
/// metadata comes near the rest, so that what is dropped could only make a number that is too long
/// even longer.
pub(super) const MOST_DIGITS: usize = 64;

/// Scratch buffer for digits that do not stand in the text as they are meant: scattered among
/// separators, or with a prefix removed or replaced. Most numbers are borrowed from the text.
pub(super) type Scratch = Option<Digits<MOST_DIGITS>>;

/// At most `N` ASCII digits; further ones are dropped.
#[derive(Clone, Copy)]
pub(super) struct Digits<const N: usize> {
    length: u8,
    digits: [u8; N],
}

impl<const N: usize> Digits<N> {
    pub(super) const EMPTY: Self = Self { length: 0, digits: [0; N] };

    /// The first `N` of these digits, which may come in several pieces.
    pub(super) fn of(pieces: &[&[u8]]) -> Self {
        let mut all = Self::EMPTY;
        for digit in pieces.iter().copied().flatten() {
            all.push(*digit);
        }
        all
    }

    pub(super) fn push(&mut self, digit: u8) {
        if let Some(place) = self.digits.get_mut(usize::from(self.length)) {
            *place = digit;
            self.length += 1;
        }
    }

    /// Pushes the digit if it is one, without a branch.
    #[inline(always)]
    pub(super) fn push_if(&mut self, is_digit: bool, digit: u8) {
        if let Some(place) = self.digits.get_mut(usize::from(self.length)) {
            // A byte behind the end is never read, so that it may be written in any case.
            *place = digit;
            self.length += u8::from(is_digit);
        }
    }

    #[inline(always)]
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.digits.get(..usize::from(self.length)).unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.length)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }
}

// Not derived: bytes behind the end must not be compared.
impl<const N: usize> PartialEq for Digits<N> {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl<const N: usize> Eq for Digits<N> {}

impl<const N: usize> std::hash::Hash for Digits<N> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl<const N: usize> std::fmt::Debug for Digits<N> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), formatter)
    }
}

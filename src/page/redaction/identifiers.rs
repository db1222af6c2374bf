//! Masking names in code: test ids, ids, class names, frame names, tokens, paths. It owns the words
//! that may stay in them. Such names are the page's, but a page may build them from somebody's name
//! or number, so a word stays only where it is one of the interface's own.

use super::{Piece, merged, texts::is_punctuation};
use crate::text;
use std::cmp::Ordering;

/// Words of interfaces, in lower case and in order, as one text, which is half the size of a list.
/// Pages join them in many ways, which all stay readable. Whatever the readings compare is among
/// them, and no word that is a person's name first.
const WORDS: &str = "\
    aad about action actions activation active add additional address admin alert all alt \
    alternate and api app apps areacode aspnet aspx assertive auth authentication \
    authenticationmethod authenticationmethods authenticator authmethod authmethods auto \
    autocomplete avatar azc back backdrop background backup badge banner bar base bday billing \
    blade blades blocked body border bottom box bubble busy button call callout capable card cards \
    caret cc cell center challenge change check checkbox checked checkmark chevron choice choose \
    circle clear close coachmark code col collapse color column columns combo combobox \
    command commands compound config confirm contact container content context contextpane \
    continue control copy country csc current custom dark data date datetime default delete \
    deletion description detail details device dialog directory disabled dismiss dismissal display \
    document down download drawer dropdown edit editable element email empty enable enabled end \
    enforced enter entercode entry error exp expand extension fabric family fax fido field fields \
    file filter first firstblade flex fluent fluentprovider flyout focus footer form frame frm fui \
    full fxc fxclick fxs generic given grid group hardware has head header heading help hidden \
    hide hint home honorific host iam icon id identity image img index info inline inner input \
    inputbox instructions is iso item items journey key keyboard label last layer layout learn \
    left legend level light line link list listbox listitem load loading local locator login logo \
    long mail main maincontent manage manager mask menu menuitem message messagebox method methods \
    mfa microsoft middle mobile modal mode month more ms msportalfx multi multifactor \
    multifactorauthenticationconfig multifactorverification multiline multiselect my name national \
    nav navigation new next nickname no none note notice notification number object of off office \
    ok on one open option options or order organization otp overflow overlay page pager pane panel \
    parent part passkey passkeys password pending persona phone phonenumber picker pivot \
    placeholder popup portal position postal prefix preview previous primary privacy profile \
    progress prompt proof proofs proofup provider providern qr question questions radio radiogroup \
    range rating react reactview read ready reason recovery refresh region register registration \
    remember remote remove removing replace report required reset reskin result retry right role \
    roles root row rows save screen scroll scrollable search secondary section security segment \
    select selected selection selector send separator session sessions set settings setup severe \
    severewarning sex shimmer shipping short show side sidebar sign signin skeleton skip slider \
    small sms software spin spinner split stack start state status step steps street style sub \
    submit success suffix summary surface switch system tab tabid table tablist tabpanel tag \
    teaching tel telephone temporary tenants terms text textarea textbox textfield thumb tile time \
    timestamp tip title to toast toggle token tokens toolbar tooltip top topbar trap tree trigger \
    txt type unblock undo update upload upn url user userauthmethods userid usermanagement \
    username userregistrationdetails users validatable validation value verification verify view \
    viewport visible voice wait warning web webauthn week welcome widget window windows wizard \
    work wrap wrapper yes zone";

/// The name with every word masked that is not one of the interface's own.
pub(super) fn mask(name: &str) -> Vec<Piece> {
    words(name, |word| is_of_the_interface(&word.to_ascii_lowercase()))
}

/// Halves the words that are left until one is met.
fn is_of_the_interface(word: &str) -> bool {
    let mut left = WORDS;
    while !left.is_empty() {
        let (before, behind) = left.split_at_checked(left.len() / 2).unwrap_or((left, ""));
        let (before, begins) = before.rsplit_once(' ').unwrap_or(("", before));
        let (ends, behind) = behind.split_once(' ').unwrap_or((behind, ""));
        let middle = begins.bytes().chain(ends.bytes());
        left = match word.bytes().cmp(middle) {
            Ordering::Less => before,
            Ordering::Equal => return !word.is_empty(),
            Ordering::Greater => behind,
        };
    }
    false
}

/// The name with every word masked.
pub(super) fn mask_whole(name: &str) -> Vec<Piece> {
    words(name, |_| false)
}

/// `ModalFocusTrapZone125` is five words: Modal, Focus, Trap, Zone and a number.
fn words(name: &str, stays: impl Fn(&str) -> bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let flush = |word: &mut String, pieces: &mut Vec<Piece>| {
        pieces.push(if stays(word) {
            Piece::kept(word)
        } else {
            Piece::masked(word.chars().map(letter_masked).collect())
        });
        word.clear();
    };
    let mut before = None;
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        if text::ascii_digit(character).is_some() {
            flush(&mut word, &mut pieces);
            pieces.push(Piece::masked("1".to_owned()));
            before = None;
            continue;
        }
        if is_punctuation(character) {
            flush(&mut word, &mut pieces);
            pieces.push(Piece::kept(character.encode_utf8(&mut [0; 4])));
            before = None;
            continue;
        }
        let is_upper = letter_masked(character) == 'A';
        let next_is_lower = characters.peek().is_some_and(|next| {
            !is_punctuation(*next)
                && text::ascii_digit(*next).is_none()
                && letter_masked(*next) == 'a'
        });
        let begins_word = is_upper && (before == Some('a') || next_is_lower);
        if begins_word {
            flush(&mut word, &mut pieces);
        }
        before = Some(if is_upper { 'A' } else { 'a' });
        word.push(character);
    }
    flush(&mut word, &mut pieces);
    let mut pieces = merged(pieces);
    // Counters say nothing, and in an id of a person or a tenant the very places of the digits
    // would.
    for piece in pieces.iter_mut().filter(|it| it.masked && it.text.contains('1')) {
        "1".clone_into(&mut piece.text);
    }
    pieces
}

/// Words are told apart by what stands for their letters, so that a masked name falls into the same
/// words again.
fn letter_masked(character: char) -> char {
    if character.is_uppercase() { 'A' } else { 'a' }
}

#[cfg(test)]
mod tests {
    use super::{WORDS, is_of_the_interface, mask};

    #[test]
    fn the_words_are_in_order_and_none_could_be_a_mask() {
        assert!(WORDS.split(' ').is_sorted_by(|one, other| one < other));
        for word in WORDS.split(' ') {
            assert!(word.bytes().all(|it| it.is_ascii_lowercase()), "{word}");
            assert!(word.bytes().any(|it| it != b'a'), "{word}");
        }
    }

    #[test]
    fn every_word_is_found_and_nothing_beside_it() {
        for word in WORDS.split(' ') {
            assert!(is_of_the_interface(word), "{word}");
            for near in [format!("{word}q"), format!("q{word}"), format!("{word} ")] {
                assert!(!is_of_the_interface(&near), "{near}");
            }
        }
        for other in ["", " ", "a", "zzz", "about action"] {
            assert!(!is_of_the_interface(other), "{other:?}");
        }
    }

    #[test]
    fn a_name_in_code_keeps_the_words_of_the_interface_and_no_other() {
        let masked = |name| mask(name).into_iter().map(|it| it.text).collect::<String>();
        for known in
            ["reskin-step-title", "authmethod-picker-altMobilePhone", "DisplayPhoneCountryISO"]
        {
            assert_eq!(masked(known), known);
        }
        assert_eq!(masked("row-TaroYamada-2024"), "row-AaaaAaaaaa-1");
        assert_eq!(masked("3f2504e0-4f89-41d3-9a0c"), "1-1-1-1");
        assert_eq!(masked("phoneTaro"), "phoneAaaa");
        assert_eq!(masked("phonetaro"), "aaaaaaaaa");
        assert_eq!(masked("id__山田"), "id__aa");
    }
}

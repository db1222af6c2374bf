"""Makes the numbers that the core and the reference are compared on, in groups, each a way to write
or to mistype a number. `numbers(group, seed, chunk, count)` gives the same numbers every time.

The module's name is long since `numbers` is Python's own.
"""

import itertools
import random

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType, phonenumberutil, shortnumberinfo

try:
    from re import _constants as opcodes, _parser as regex_parser
except ImportError:  # before Python 3.11
    import sre_constants as opcodes
    import sre_parse as regex_parser

TYPES = [value for value in PhoneNumberType.values() if value not in (3, 99, -1)]
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d"
BLANKS = [" ", "\u00a0", "\u3000", "\u2060", "\u200b", "  "]
SEPARATORS = list(DASHES) + BLANKS + [".", "/", ") (", "~", "\uff5e", "\u00ad", "[", "\uff09\uff08"]
ZEROS = [0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x1D7CE, 0xAA50]
EXTENSIONS = [
    "x{}", " x{}", "X{}", " ext {}", " ext. {}", " extn:{}", ";ext={}", ",,{}", ",{}", ",,,{}#", ";{}",
    " #{}", "#{}", "~{}", " int {}", " anexo {}", " доб {}", " \uff58{}", "\uff45\uff58\uff54{}", " - {}#",
    " extensi\u00f3n {}", " extensio\u0301n {}", " xtn {}", "x{}/x{}", " \\x{}", " EXT-{}", "\u0661x{}",
]
JUNK = "+*#;,abcxX/\\:_~()[]\u0131\u017f\u212a\uff41\u0301\u4e00@&\u00a0\u200b"
FRONTS = ["Tel: ", "(", "tel:", "++", "\uff0b", " ", "a", "*", "#", "x", "~", "'"]
BACKS = [".", ")", " ", "#", "*", "a", "abc", "_", "/x1", "\u0e31", "\u00b2", "FLOWERS", "x"]
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
PREFIXES = ["0", "00", "000", "1", "8", "80", "81", "06", "01", "044", "045", "15", "90", "011", "010", "810",
            "8~10", "0011", "001", "009", "119", "0031", "000", "0015", "1001", "180020", "003768"]
OF_A_PATTERN = 150
"""So many prefixes of a region are tried at most: some carrier codes are three free digits."""


def metadata_of(region, code):
    return PhoneMetadata.metadata_for_region_or_calling_code(code, region)


def examples():
    """(region or 001, calling code, national number), everywhere and of every type."""
    for code, regions in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()):
        for region in regions:
            metadata = metadata_of(region, code)
            for kind in TYPES:
                description = phonenumberutil._number_desc_by_type(metadata, kind)
                if description is not None and description.example_number:
                    yield region, code, description.example_number
            if metadata.general_desc.example_number:
                yield region, code, metadata.general_desc.example_number


KNOWN = list(dict.fromkeys(examples()))


def strings_of(pattern):
    """Every text that a pattern of the metadata matches, one after the other."""
    return map("".join, sequence(regex_parser.parse(pattern)))


def sequence(parts):
    if not parts:
        yield ()
        return
    first, *rest = parts
    for head in one_part(*first):
        for tail in sequence(rest):
            yield (head, *tail)


def one_part(operation, argument):
    if operation is opcodes.LITERAL:
        yield chr(argument)
    elif operation is opcodes.IN:
        for kind, value in argument:
            if kind is opcodes.LITERAL:
                yield chr(value)
            elif kind is opcodes.RANGE:
                yield from map(chr, range(value[0], value[1] + 1))
            else:
                yield from "0123456789"
    elif operation is opcodes.BRANCH:
        for branch in argument[1]:
            yield from map("".join, sequence(list(branch)))
    elif operation is opcodes.SUBPATTERN:
        yield from map("".join, sequence(list(argument[-1])))
    elif operation is opcodes.MAX_REPEAT:
        least, most, repeated = argument
        for times in range(least, most + 1):
            yield from map("".join, sequence(list(repeated) * times))
    elif operation is opcodes.AT:
        yield ""
    else:
        raise ValueError(f"a pattern with {operation}")


def spread(pattern):
    """Texts that a pattern matches: all, or the first ones and some from all over."""
    if not pattern:
        return []
    first = list(itertools.islice(strings_of(pattern), 50 * OF_A_PATTERN))
    step = max(1, len(first) // OF_A_PATTERN)
    return first[::step]


TRUNK_PREFIXES = {region: spread(metadata_of(region, None).national_prefix_for_parsing) for region in REGIONS}
IDD_PREFIXES = {region: spread(metadata_of(region, None).international_prefix) for region in REGIONS}


def home_of(region):
    return region if region != "001" else ""


def forms(region, code, national):
    """The ways in which people write one number, with the region that is assumed for each."""
    metadata = metadata_of(region, code)
    home = home_of(region)
    yield "", f"+{code}{national}"
    yield home, f"+{code} {national}"
    yield home, national
    yield home, f"{code}{national}"
    yield home, f"+{code} 0{national}"
    yield home, f"+{code} (0) {national}"
    yield home, f"0{national}"
    yield home, f"00{code}{national}"
    yield home, f"+00{code}{national}"
    yield home, f"+{code}{code}{national}"
    if metadata.national_prefix:
        yield home, metadata.national_prefix + national
        yield home, f"+{code} ({metadata.national_prefix}){national}"


def all_examples():
    for region, code, national in KNOWN:
        yield from forms(region, code, national)


def all_prefixes():
    """Every trunk prefix, carrier code and IDD prefix before numbers that can follow it."""
    first_of = {}
    for region, code, national in KNOWN:
        first_of.setdefault(region, []).append((code, national))
    for region in REGIONS:
        numbers = first_of[region][:2]
        for prefix in TRUNK_PREFIXES[region]:
            for code, national in numbers:
                yield region, prefix + national
                yield region, f"+{code}{prefix}{national}"
        for prefix in IDD_PREFIXES[region]:
            for code, national in [*numbers, (81, "9012345678"), (39, "0236618300"), (1, "2015550123")]:
                yield region, f"{prefix}{code}{national}"
        for code, national in numbers:
            yield region, f"+{metadata_of(region, None).international_prefix and IDD_PREFIXES[region][0]}{code}{national}"


def all_defaults():
    """The same texts typed in every region."""
    texts = ["9012345678", "0236618300", "2015550123", "112", "911", "110", "00819012345678", "011442079460018",
             "89161234567", "1 800 FLOWERS", "+44 20 7946 0018", "0900123456", "15", "10", "1", "0", "00", ""]
    for region in ["", *REGIONS]:
        for text in texts:
            yield region, text
        for kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE):
            number = phonenumbers.example_number_for_type(region or "US", kind)
            if number:
                national = phonenumbers.national_significant_number(number)
                for assumed in REGIONS[:: 11]:
                    yield assumed, national


def all_short_numbers():
    for region in REGIONS:
        metadata = PhoneMetadata.short_metadata_for_region(region)
        if metadata is None:
            continue
        for description in (metadata.emergency, metadata.short_code):
            if description is not None and description.national_number_pattern:
                for text in spread(description.national_number_pattern)[::3]:
                    yield region, text
        for text in ("110", "112", "911", "999", "000", "111", "１１０", "1-1-0", "+112", "0112", "1120"):
            yield region, text


def some_digits(chance, count):
    return "".join(str(chance.randrange(10)) for _ in range(count))


def neighbor(chance):
    """A number in the range of an example: the first digits stay."""
    region, code, national = chance.choice(KNOWN)
    keep = chance.randrange(len(national) + 1)
    return region, code, national[:keep] + some_digits(chance, len(national) - keep)


def form(chance):
    return chance.choice(list(forms(*neighbor(chance))))


def prefixed(chance):
    region, code, national = neighbor(chance)
    home = home_of(region)
    other = chance.choice(REGIONS)
    trunk = chance.choice(TRUNK_PREFIXES.get(home) or PREFIXES)
    idd = chance.choice(IDD_PREFIXES[other] or PREFIXES)
    return chance.choice([
        (home, trunk + national), (home, f"+{code}{trunk}{national}"), (home, code and f"{code}{trunk}{national}"),
        (other, f"{idd}{code}{national}"), (other, f"{idd}{code}{trunk}{national}"), (other, f"+{idd}{code}{national}"),
        (home, chance.choice(PREFIXES) + national), (other, chance.choice(PREFIXES) + national),
    ])


def grouped(text, chance):
    """The same with punctuation."""
    separator = chance.choice(SEPARATORS)
    out = []
    for index, character in enumerate(text):
        if index > 1 and chance.random() < 0.3:
            out.append(separator if chance.random() < 0.8 else chance.choice(SEPARATORS))
        out.append(character)
    return "".join(out)


def punctuated(chance):
    region, text = form(chance)
    return region, grouped(text, chance)


def other_scripts(chance):
    region, text = form(chance)
    zero = chance.choice(ZEROS)
    part = chance.random() < 0.2
    text = "".join(
        chr(zero + int(character)) if character in "0123456789" and not (part and chance.random() < 0.5)
        else ("\uff0b" if character == "+" and chance.random() < 0.5 else character)
        for character in text
    )
    return region, grouped(text, chance) if chance.random() < 0.3 else text


def with_extension(chance):
    region, text = form(chance)
    digits = str(chance.randrange(10 ** chance.randrange(1, 23)))
    return region, text + chance.choice(EXTENSIONS).replace("{}", digits)


def mistyped(chance):
    """A digit more, less, changed, swapped; up to three times."""
    region, text = form(chance)
    for _ in range(chance.randrange(1, 4)):
        kind = chance.randrange(4)
        at = chance.randrange(len(text) + 1)
        if kind == 0:
            text = text[:at] + some_digits(chance, 1) + text[at:]
        elif kind == 1:
            text = text[: max(at - 1, 0)] + text[at:]
        elif kind == 2:
            text = text[: max(at - 1, 0)] + some_digits(chance, 1) + text[at:]
        elif len(text) > 2:
            at = chance.randrange(len(text) - 1)
            text = text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return region, text


def with_junk(chance):
    region, text = chance.choice([form, punctuated, other_scripts, with_extension, mistyped])(chance)
    for _ in range(chance.randrange(1, 4)):
        kind = chance.randrange(4)
        at = chance.randrange(len(text) + 1)
        if kind == 0:
            text = chance.choice(FRONTS) + text
        elif kind == 1:
            text = text + chance.choice(BACKS)
        elif kind == 2:
            text = text[:at] + chance.choice(JUNK) + text[at:]
        else:
            text = text[:at] + chance.choice(PREFIXES) + text[at:]
    return region, text


def uri(chance):
    """RFC 3966."""
    region, code, national = neighbor(chance)
    small = chance.randrange(100)
    broken = chance.choice(["a-b.c", "-a", "a.", "1.2", "+", "+a", "a..b", "a-", "+(1)", ""])
    text = chance.choice([
        f"tel:{national};phone-context=+{code}",
        f"tel:{national};phone-context=example.com",
        f"{national};phone-context=+{code}-{small};isub=1{small}",
        f"tel:+{code}{national};isub={small};ext={small}",
        f"tel:{national};ext={small};phone-context=+{code}",
        f"tel:{national};phone-context={broken}",
    ])
    return chance.choice(["", home_of(region)]), text


def any_digits(chance):
    code = chance.choice(CODES)
    return chance.choice(["", chance.choice(REGIONS)]), f"+{code}{some_digits(chance, chance.randrange(1, 16))}"


def any_national(chance):
    front = chance.choice(["", "", "+", "0", "00"])
    return chance.choice(REGIONS), front + some_digits(chance, chance.randrange(1, 19))


def any_short(chance):
    return chance.choice(REGIONS), chance.choice(["", "", "1", "11", "9", "00", "0"]) + some_digits(chance, chance.randrange(1, 7))


COMPLETE = {
    "every example in every form": all_examples,
    "every trunk, carrier and IDD prefix": all_prefixes,
    "the same text in every region": all_defaults,
    "every emergency number, short numbers": all_short_numbers,
}
"""These are compared completely each time."""

RANDOM = {
    "forms of neighbors of the examples": form,
    "prefixes before neighbors": prefixed,
    "punctuation of every kind": punctuated,
    "full-width and other digits": other_scripts,
    "extensions": with_extension,
    "digits more, less, changed, swapped": mistyped,
    "characters that do not belong there": with_junk,
    "tel: URIs": uri,
    "random digits behind every calling code": any_digits,
    "random national input in every region": any_national,
    "random short input in every region": any_short,
}


def numbers(group, seed, chunk, count):
    """The chunk's numbers; `count` is the size of all chunks."""
    if group in COMPLETE:
        return list(itertools.islice(COMPLETE[group](), chunk * count, (chunk + 1) * count))
    chance = random.Random(f"{seed}/{group}/{chunk}")
    return [RANDOM[group](chance) for _ in range(count)]

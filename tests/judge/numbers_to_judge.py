"""Makes the numbers that the core and the reference are compared on.

    python tests/judge/numbers_to_judge.py --count 300000 --seed 7 > numbers.tsv

Lines `region<TAB>text`. First every example of every region and type in every form, then random ones
until the count is reached; the same seed gives the same numbers. The module's name is long since
`numbers` is Python's own.
"""

import argparse
import random
import re
import sys

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberType, phonenumberutil

TYPES = [value for value in PhoneNumberType.values() if value not in (3, 99, -1)]
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d"
BLANKS = [" ", "\u00a0", "\u3000", "\u2060", "\u200b", "  "]
ZEROS = [0xFF10, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x1D7CE, 0xAA50]
EXTENSIONS = [
    "x{}", " x{}", "X{}", " ext {}", " ext. {}", " extn:{}", ";ext={}", ",,{}", ",{}", ",,,{}#", ";{}",
    " #{}", "#{}", "~{}", " int {}", " anexo {}", " доб {}", " \uff58{}", "\uff45\uff58\uff54{}", " - {}#",
    " extensi\u00f3n {}", " extensio\u0301n {}", " xtn {}", "x{}/x{}", " \\x{}", " EXT-{}", "\u0661x{}",
]
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
PREFIX_SAMPLES = ["0", "00", "000", "1", "8", "80", "81", "06", "01", "044", "045", "15", "90", "011", "010",
                  "810", "8~10", "0011", "001", "009", "119", "0031", "000", "0015", "1001", "180020", "003768"]


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


def sample(pattern, chance):
    """Digits that a prefix pattern of the metadata may match; it need not."""
    text = pattern or ""
    for _ in range(40):
        group = re.search(r"\(\?:([^()]*)\)|\(([^()]*)\)", text)
        if not group:
            break
        inner = chance.choice((group.group(1) or group.group(2) or "").split("|"))
        text = text[: group.start()] + inner + text[group.end():]
    text = chance.choice(text.split("|")).replace("$", "")

    def one_of(match):
        return chance.choice(phonenumberutil.re.findall(r"\d", match.group(0)) or ["0"])

    text = re.sub(r"\[[^]]*\]", one_of, text)
    text = re.sub(r"\\d", lambda _: str(chance.randrange(10)), text)
    text = re.sub(r"(\d)\{(\d+)[^}]*\}", lambda m: m.group(1) * int(m.group(2)), text)
    text = re.sub(r"(\d)\?", lambda m: chance.choice(["", m.group(1)]), text)
    return re.sub(r"\D", "", text)


def forms(region, code, national, chance):
    """The ways in which people write one number, with the region that is assumed for each."""
    metadata = metadata_of(region, code)
    home = region if region != "001" else ""
    yield "", f"+{code}{national}"
    yield home, f"+{code} {national}"
    yield home, national
    yield home, f"{code}{national}"
    yield home, f"+{code} 0{national}"
    yield home, f"+{code} (0) {national}"
    yield home, f"0{national}"
    if metadata.national_prefix:
        yield home, metadata.national_prefix + national
        yield home, f"+{code} ({metadata.national_prefix}){national}"
    for _ in range(3):
        yield home, sample(metadata.national_prefix_for_parsing, chance) + national
    yield home, f"+{code}" + sample(metadata.national_prefix_for_parsing, chance) + national
    other = chance.choice(REGIONS)
    abroad = metadata_of(other, None)
    yield other, f"{sample(abroad.international_prefix, chance)}{code}{national}"
    yield other, f"{sample(abroad.international_prefix, chance)}{code}0{national}"
    yield other, national
    yield other, f"0{national}"
    yield home, f"00{code}{national}"
    yield home, f"+00{code}{national}"
    yield home, f"+{sample(metadata.international_prefix, chance)}{code}{national}"
    yield home, f"+{code}{code}{national}"


def grouped(text, chance):
    """The same with punctuation."""
    separator = chance.choice(list(DASHES) + BLANKS + [".", "/", ") (", "~", "\uff5e", "\u00ad", "[", "\uff09\uff08"])
    out = []
    for index, character in enumerate(text):
        if index > 1 and chance.random() < 0.3:
            out.append(separator)
        out.append(character)
    return "".join(out)


def other_digits(text, chance):
    zero = chance.choice(ZEROS)
    part = chance.random() < 0.2
    return "".join(
        chr(zero + int(character)) if character in "0123456789" and not (part and chance.random() < 0.5)
        else ("\uff0b" if character == "+" and chance.random() < 0.5 else character)
        for character in text
    )


def mutated(text, chance):
    """A little wrong."""
    kind = chance.randrange(12)
    at = chance.randrange(len(text) + 1)
    if kind == 0:
        return text[:at] + str(chance.randrange(10)) + text[at:]
    if kind in (1, 2):
        return text[: max(at - 1, 0)] + text[at:]
    if kind == 3:
        return text[: max(at - 1, 0)] + str(chance.randrange(10)) + text[at:]
    if kind == 4 and len(text) > 2:
        at = chance.randrange(len(text) - 1)
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    if kind == 5:
        return grouped(text, chance)
    if kind == 6:
        return other_digits(text, chance)
    if kind == 7:
        return text + chance.choice(EXTENSIONS).replace("{}", str(chance.randrange(10 ** chance.randrange(1, 23))))
    if kind == 8:
        return chance.choice(["Tel: ", "(", "tel:", "++", "\uff0b", " ", "a", "*", "#", "x", "~", "'"]) + text
    if kind == 9:
        return text + chance.choice([".", ")", " ", "#", "*", "a", "abc", "_", "/x1", "\u0e31", "\u00b2", "FLOWERS", "x"])
    if kind == 10:
        return text[:at] + chance.choice("+*#;,abcxX/\\:_~()[]\u0131\u017f\u212a\uff41\u0301\u4e00@&\u00a0\u200b") + text[at:]
    return text[:at] + chance.choice(PREFIX_SAMPLES) + text[at:]


def context_forms(code, national, chance):
    yield f"tel:{national};phone-context=+{code}"
    yield f"tel:{national};phone-context=example.com"
    yield f"{national};phone-context=+{code}-{chance.randrange(100)};isub=1{chance.randrange(9)}"
    yield f"tel:+{code}{national};isub={chance.randrange(1000)};ext={chance.randrange(100)}"
    yield f"tel:{national};ext={chance.randrange(100)};phone-context=+{code}"
    yield f"tel:{national};phone-context="
    yield f"tel:{national};phone-context={chance.choice(['a-b.c', '-a', 'a.', '1.2', '+', '+a', 'a..b', 'a-', '+(1)'])}"


def all_numbers(seed):
    chance = random.Random(seed)
    known = list(examples())
    for region, code, national in known:
        for assumed, text in forms(region, code, national, chance):
            yield assumed, text
            yield assumed, grouped(text, chance)
            yield assumed, other_digits(text, chance)
        for text in context_forms(code, national, chance):
            yield chance.choice(["", region if region != "001" else ""]), text
    while True:
        kind = chance.randrange(4)
        if kind == 0:
            code = chance.choice(CODES)
            digits = "".join(str(chance.randrange(10)) for _ in range(chance.randrange(1, 16)))
            yield chance.choice(["", chance.choice(REGIONS)]), f"+{code}{digits}"
        elif kind == 1:
            digits = "".join(str(chance.randrange(10)) for _ in range(chance.randrange(1, 19)))
            yield chance.choice(REGIONS), chance.choice(["", "", "+", "0", "00"]) + digits
        else:
            region, code, national = chance.choice(known)
            # A neighbour in the same range: the first digits stay.
            keep = chance.randrange(len(national) + 1)
            national = national[:keep] + "".join(str(chance.randrange(10)) for _ in national[keep:])
            assumed, text = chance.choice(list(forms(region, code, national, chance)))
            for _ in range(chance.randrange(4) if kind == 2 else 0):
                text = mutated(text, chance)
            yield assumed, text


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    for index, (region, text) in enumerate(all_numbers(options.seed)):
        if index == options.count:
            break
        print(f"{region}\t{text}", file=out)


if __name__ == "__main__":
    main()

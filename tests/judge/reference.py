"""Answers what Google's algorithm makes of phone numbers, in the form of `examples/check.rs`.

Lines `region<TAB>text` in, one JSON object a line out. The reference is the PyPI package
`phonenumbers`, which is released with the very metadata that the core is compiled from; the release
must be the same on both sides (`judge.py` sees to that).
"""

import json
import sys

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, ValidationResult

ERRORS = {
    NumberParseException.INVALID_COUNTRY_CODE: "INVALID_COUNTRY_CODE",
    NumberParseException.NOT_A_NUMBER: "NOT_A_NUMBER",
    NumberParseException.TOO_SHORT_AFTER_IDD: "TOO_SHORT_AFTER_IDD",
    NumberParseException.TOO_SHORT_NSN: "TOO_SHORT_NSN",
    NumberParseException.TOO_LONG: "TOO_LONG",
}
TYPES = {
    value: name
    for name, value in vars(PhoneNumberType).items()
    if isinstance(value, int) and name != "UNKNOWN"
}
POSSIBILITIES = {
    value: name
    for name, value in vars(ValidationResult).items()
    if isinstance(value, int)
}


def ascii_digits(text):
    """The package leaves an extension's digits in the script they were typed in."""
    return "".join(str(int(character)) for character in text)


def answer(region, text):
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException as error:
        return {"error": ERRORS[error.error_type]}
    return {
        "code": number.country_code,
        "national": phonenumbers.national_significant_number(number),
        "extension": ascii_digits(number.extension) if number.extension else None,
        "region": phonenumbers.region_code_for_number(number),
        "valid": phonenumbers.is_valid_number(number),
        "possible": POSSIBILITIES[phonenumbers.is_possible_number_with_reason(number)],
        "type": TYPES.get(phonenumbers.number_type(number)),
        "e164": phonenumbers.format_number(number, PhoneNumberFormat.E164),
    }


def main():
    lines = open(sys.stdin.fileno(), encoding="utf-8", newline="\n")
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    for line in lines:
        region, text = line.rstrip("\n").split("\t", 1)
        print(json.dumps(answer(region, text), sort_keys=True), file=out)


if __name__ == "__main__":
    main()

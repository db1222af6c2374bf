"""Writes `tests/data/reference.tsv`: a spread of numbers with the reference's answers, so that
`cargo test` can compare without Python.

    python tests/judge/sample.py > tests/data/reference.tsv

Columns: region, text, error, calling code, national number, extension, region, type, possibility.
A few numbers of each kind of answer and of writing, and one mobile number of each region.
"""

import itertools
import random
import sys

import numbers_to_judge
import reference

POOL = 150_000
OF_A_KIND = 3


def writing(text):
    if not text.isascii():
        return "other scripts"
    return "plain" if text.strip("+").isdigit() else "punctuated"


def main():
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    pool = list(itertools.islice(numbers_to_judge.all_numbers(11), POOL))
    random.Random(5).shuffle(pool)
    seen = {}
    for region, text in pool:
        answer = reference.answer(region, text)
        kind = (answer.get("error"), answer.get("type"), answer.get("possible"), writing(text))
        most = OF_A_KIND
        if answer.get("type") == "MOBILE" and writing(text) == "plain":
            kind, most = ("mobile", answer["region"]), 1
        if seen.get(kind, 0) < most:
            seen[kind] = seen.get(kind, 0) + 1
            columns = ["error", "code", "national", "extension", "region", "type", "possible"]
            print(region, text, *(answer.get(column) or "" for column in columns), sep="\t", file=out)


if __name__ == "__main__":
    main()

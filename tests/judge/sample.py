"""Writes `tests/data/reference.tsv`: a spread of numbers with the reference's answers, so that
`cargo test` can compare without Python.

    python tests/judge/sample.py > tests/data/reference.tsv

Columns: region, text, error, calling code, national number, extension, region, type, possibility,
international form, national form.
A few numbers of each kind of answer and of writing, and one mobile number of each region.
"""

import random
import sys

import numbers_to_judge
import reference

POOL = 12_000
"""So many of each random group, and all of the complete ones."""

OF_A_KIND = 3


def writing(text):
    if not text.isascii():
        return "other scripts"
    return "plain" if text.strip("+").isdigit() else "punctuated"


def main():
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n")
    pool = []
    for group in numbers_to_judge.RANDOM:
        pool.extend(numbers_to_judge.numbers(group, 11, 0, POOL))
    for every in numbers_to_judge.COMPLETE.values():
        pool.extend(every())
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
            columns = ["error", "code", "national", "extension", "region", "type", "possible", "international", "grouped"]
            print(region, text, *(answer.get(column) or "" for column in columns), sep="\t", file=out)


if __name__ == "__main__":
    main()

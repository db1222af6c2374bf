"""Compares two files of answers, line by line, and shows where they differ.

    compare.py numbers.tsv reference.jsonl ours.jsonl

Ends with 1 if there is any difference, and with 2 if the files do not belong together.
"""

import collections
import itertools
import json
import sys

SHOWN = 25


def main():
    numbers, reference, ours = (open(name, encoding="utf-8", newline="\n") for name in sys.argv[1:4])
    count = 0
    kinds = collections.Counter()
    for number, expected, answer in itertools.zip_longest(numbers, reference, ours):
        if number is None or expected is None or answer is None:
            print("The files have different numbers of lines.")
            sys.exit(2)
        count += 1
        expected, answer = json.loads(expected), json.loads(answer)
        if expected == answer:
            continue
        keys = sorted(key for key in {*expected, *answer} if expected.get(key) != answer.get(key))
        kind = ", ".join(keys)
        kinds[kind] += 1
        if kinds[kind] <= SHOWN:
            print(f"{kind}: {number.rstrip()!r}")
            for key in keys:
                print(f"    {key}: should be {expected.get(key)!r}, is {answer.get(key)!r}")
    for kind, times in kinds.most_common():
        print(f"{times:8} differ in {kind}")
    print(f"{sum(kinds.values())} differences in {count} numbers")
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()

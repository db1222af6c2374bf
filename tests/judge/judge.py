"""The judge: compares the core with Google's algorithm, number by number.

    pip install phonenumbers==<the metadata's release, as Cargo.lock has it>
    cargo build --release --example check
    python tests/judge/judge.py --check target/release/examples/check --count 1000000 --seed 7

Prints the first differences of each kind and the sum of all. Ends with 1 if there is any. The same
seed gives the same numbers.
"""

import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numbers_to_judge
import phonenumbers
import reference

LOCK = pathlib.Path(__file__).parents[2] / "Cargo.lock"

SHOWN = 25


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", required=True, help="the compiled examples/check.rs")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    metadata = re.search(r'name = "phonenumber"\nversion = "[^"+]*\+([^"]+)"', LOCK.read_text())
    if metadata is None or metadata.group(1) != phonenumbers.__version__:
        sys.exit(f"The core has {metadata and metadata.group(1)}, the reference {phonenumbers.__version__}.")

    def numbers():
        return itertools.islice(numbers_to_judge.all_numbers(options.seed), options.count)

    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as lines:
        for region, text in numbers():
            print(f"{region}\t{text}", file=lines)
        lines.seek(0)
        ours = subprocess.Popen([options.check], stdin=lines.fileno(), stdout=subprocess.PIPE, encoding="utf-8")
        # Made a second time instead of kept: the same seed gives the same numbers.
        kinds = compare(numbers(), ours.stdout)
    if ours.wait() != 0:
        sys.exit("The core's program failed.")
    for kind, times in kinds.most_common():
        print(f"{times:8} differ in {kind}")
    print(f"{kinds.total()} differences in {options.count} numbers, seed {options.seed}")
    sys.exit(1 if kinds else 0)


def compare(numbers, answers):
    kinds = collections.Counter()
    for (region, text), line in itertools.zip_longest(numbers, answers):
        expected, answer = reference.answer(region, text), json.loads(line)
        if expected == answer:
            continue
        keys = sorted(key for key in {*expected, *answer} if expected.get(key) != answer.get(key))
        kind = ", ".join(keys)
        kinds[kind] += 1
        if kinds[kind] <= SHOWN:
            print(f"{kind}: {text!r} in {region!r}")
            for key in keys:
                print(f"    {key}: should be {expected.get(key)!r}, is {answer.get(key)!r}")
    return kinds


if __name__ == "__main__":
    main()

"""The judge: compares the core with Google's algorithm, number by number. `cargo xtask judge` calls it
with everything it needs:

    python tests/judge/judge.py --check target/release/examples/check --count 1000000 --seed 7

Prints a table of the groups of numbers, then the first differences with both answers, and writes those
to a file for a second opinion. Ends with 1 if there is any. The same count and seed give the same
numbers.
"""

import argparse
import functools
import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import time

import numbers_to_judge
import phonenumbers
import reference

LOCK = pathlib.Path(__file__).parents[2] / "Cargo.lock"

CHUNK = 5_000
SHOWN = 50


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", required=True, help="the compiled examples/check.rs")
    parser.add_argument("--count", type=int, default=150_000, help="at least so many numbers")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--differences", type=pathlib.Path, help="where to write the first differences")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    metadata = re.search(r'name = "phonenumber"\nversion = "[^"+]*\+([^"]+)"', LOCK.read_text())
    if metadata is None or metadata.group(1) != phonenumbers.__version__:
        sys.exit(f"The core has {metadata and metadata.group(1)}, the reference {phonenumbers.__version__}.")

    begin = time.monotonic()
    compared = {}
    differences = []
    with multiprocessing.Pool(options.jobs) as pool:
        work = functools.partial(compare, options.check, options.seed)
        for group, count, found in pool.imap_unordered(work, chunks(options.count)):
            numbers, differing = compared.get(group, (0, 0))
            compared[group] = (numbers + count, differing + len(found))
            differences.extend(found[: max(0, SHOWN - len(differences))])

    for group in [*numbers_to_judge.COMPLETE, *numbers_to_judge.RANDOM]:
        numbers, differing = compared[group]
        print(f"{numbers:9,} numbers, {differing:6,} different: {group}")
    show(differences)
    if options.differences:
        write(differences, options.differences)
    numbers, differing = map(sum, zip(*compared.values()))
    print(f"{numbers:,} numbers, {differing:,} different; seed {options.seed}, "
          f"metadata {phonenumbers.__version__}, {time.monotonic() - begin:.0f} s")
    sys.exit(1 if differing else 0)


def chunks(count):
    """(group, number of the chunk, its size): the complete groups, and as much of the others."""
    complete = 0
    for group, every in numbers_to_judge.COMPLETE.items():
        size = sum(1 for _ in every())
        complete += size
        yield from ((group, chunk, CHUNK) for chunk in range(-(-size // CHUNK)))
    groups = list(numbers_to_judge.RANDOM)
    of_each = max(1_000, -(-(count - complete) // len(groups)))
    for chunk in range(-(-of_each // CHUNK)):
        for group in groups:
            yield group, chunk, min(CHUNK, of_each)


def compare(check, seed, work):
    group, chunk, size = work
    numbers = numbers_to_judge.numbers(group, seed, chunk, size)
    lines = "".join(f"{region}\t{text}\n" for region, text in numbers)
    done = subprocess.run([check], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    # By line feeds alone: Unicode knows other line ends.
    answers = done.stdout.decode().removesuffix("\n").split("\n")
    if len(answers) != len(numbers):
        raise RuntimeError(f"{len(numbers)} numbers, {len(answers)} answers")
    found = []
    for (region, text), line in zip(numbers, answers):
        expected, answer = reference.answer(region, text), json.loads(line)
        if expected != answer:
            found.append((group, region, text, expected, answer))
    return group, len(numbers), found


def show(differences):
    for group, region, text, expected, answer in differences:
        print(f"\n{text!r} in {region!r} ({group})")
        for key in sorted({*expected, *answer}):
            should, found = expected.get(key), answer.get(key)
            if should != found:
                print(f"    {key}: the reference says {should!r}, the core {found!r}")


def write(differences, file):
    with file.open("w", encoding="utf-8") as out:
        for _, region, text, expected, answer in differences:
            print(json.dumps({"region": region, "text": text, "reference": expected, "core": answer}), file=out)


if __name__ == "__main__":
    main()

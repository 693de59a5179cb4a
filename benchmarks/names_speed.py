"""Pairs of names that the program compares in a second, on one core.

    python benchmarks/names_speed.py [NAMES]

NAMES names (default 1,000) are built from the lists of the rules and folded once; then all are compared with all, each pair once, so that
no answer is remembered.  Printed are the pairs a second (of CPU time) over all pairs, over pairs of one surname, over as many names that
share one, and over the labelled pairs of tests/pairs (near by design, the dearest there are), and how many names are folded a second.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable
from itertools import combinations

from full_names import FullNameReader
from tasks.names import PAIRS, read_pairs

from factcheck.mentions.name_matches import Folder
from factcheck.mentions.name_records import FoldedName
from factcheck.mentions.name_words import name_lexicon_of
from factcheck.mentions.spelling import same_person
from factcheck.rulebook import load_rules
from factcheck.values import NameValue

SEED = 7
SURNAMES = 400
"""Surnames among the names; each is borne by several, as in news."""


def draw(given: list[str], families: list[str], size: int) -> list[NameValue]:
    """Names of one given name and one surname, drawn evenly, each once."""
    chance = random.Random(SEED)
    chosen = chance.sample(families, min(SURNAMES, len(families)))
    names: dict[str, NameValue] = {}
    while len(names) < size:
        value = NameValue(chance.choice(chosen).capitalize(), (chance.choice(given).capitalize(),))
        names.setdefault(value.folded, value)
    return list(names.values())


def rate(pairs: Iterable[tuple[FoldedName, FoldedName]], folder: Folder) -> tuple[float, int]:
    """Pairs a second, and how many of them are one person's."""
    listed = list(pairs)
    start = time.process_time()
    same = sum(same_person(left, right, folder) >= 0.5 for left, right in listed)
    return len(listed) / (time.process_time() - start), same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="?", type=int, default=1_000)
    args = parser.parse_args()
    rulebook = load_rules()
    folder, lexicon = Folder(rulebook), name_lexicon_of(rulebook)
    families = sorted(
        {row[key].split()[-1] for row in read_pairs(PAIRS / "persons.csv") for key in ("name1", "name2")} | lexicon.common_surnames
    )
    values = draw(sorted(lexicon.given), families, args.names)
    start = time.process_time()
    names = [folder.fold_name(value) for value in values]
    print(f"folding: {len(names) / (time.process_time() - start):,.0f} names a second")
    found, same = rate(combinations(names, 2), folder)
    print(f"all with all: {found:,.0f} pairs a second ({same} of {len(names) * (len(names) - 1) // 2:,} one person)")
    alike = [pair for pair in combinations(names, 2) if pair[0].family == pair[1].family]
    found, same = rate(alike, Folder(rulebook))
    print(f"of one surname: {found:,.0f} pairs a second ({same} of {len(alike):,} one person)")
    family = max(families, key=len)
    bearers = [folder.fold_name(NameValue(family.capitalize(), (given.capitalize(),))) for given in sorted(lexicon.given)[: args.names]]
    found, same = rate(combinations(bearers, 2), Folder(rulebook))
    print(f"all of one surname: {found:,.0f} pairs a second ({same} of {len(bearers) * (len(bearers) - 1) // 2:,} one person)")
    reader = FullNameReader(rulebook)
    rows = [[reader.read(row[key]) for key in ("name1", "name2")] for row in read_pairs(PAIRS / "persons.csv")]
    near = [(folder.fold_name(left), folder.fold_name(right)) for left, right in rows if left and right]
    found, same = rate(near, Folder(rulebook))
    print(f"near pairs: {found:,.0f} pairs a second ({same} of {len(near):,} one person)")


if __name__ == "__main__":
    main()

"""What the store saves: a check of one new article against many stored ones, whole processes, beside the bare parser.

    python benchmarks/store.py [--articles N] [--rounds N] [--folder DIR] [--limit RATIO]

Makes a corpus of N stories of some 700 words from templates (names, places, firms and figures by a fixed seed), stores it once, and then
measures, each in a process of its own: a bare script that loads the model and parses the new article; ``factcheck check --new`` of an
article that is not stored; and of one that is.  Printed are the median and the best of the rounds.  With --limit the exit code is 1 when
the check of the new article takes more than RATIO times the bare script (best against best).

Parsing ten thousand articles takes an hour on two cores and is not what is measured: BASES articles are extracted, and their stored rows
are written for all others with the names exchanged, letter for letter, so that every place stays what it is.  The names are drawn
so that few are told often and most seldom; persons, towns and firms are different ones in most articles.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from speed import BARE, seconds

from factcheck.articles import read_articles
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor, Task
from factcheck.rulebook import load_rules
from factcheck.store import Row, Store, Stored, context_of, decode, from_lines, to_lines
from factcheck.store.codec import checksum
from factcheck.topics.alike import keyed_names

BASES = 24
"""Articles that are parsed."""
PARAGRAPHS = 16
"""Paragraphs of a story."""
STARTS, VOWELS, ENDS = "b c d f g h k l m n p r s t v w z br dr gr kl st tr".split(), "a e i o u".split(), "b d f g k l m n r s t".split()
SENTENCES = (
    "{A} {P}, the mayor of {T}, said on {D} {M} that {N} people had been moved out of their homes near the old harbour.",
    "The {F} company of {T} sold its ferry line to {G} for {N} million euros, {Q} told reporters after the meeting on {D} {M}.",
    "{N} workers went on strike at the {G} plant in {U}, and {B} {Q}, who leads their union, called the offer of the board an insult.",
    "Police in {U} arrested {N} men on {D} {M} after a fire had destroyed the warehouse of {F}.",
    "{C} {R}, a spokeswoman for {F}, declined to comment on the plans, which the ministry in Paris had approved a week before.",
    "The bridge between {T} and {U} was closed for {N} days while engineers from Germany looked at the cables.",
    "{P} and {R} met in {T} on {D} {M} to sign the contract, witnesses said, and the two left without a word to the press.",
    "A court in {U} sentenced {B} {Q} to {N} months in prison for fraud, and his lawyer said that he would appeal.",
    "Rain fell on {T} for the third week, the river rose by {N} centimetres, and the lower town stood under water.",
    "{A} {P} was elected head of the council with {N} percent of the votes, the clerk of {U} announced on {D} {M}.",
    "The school in {T} has {N} pupils, and {C} {R}, who has taught there since 1998, fears that it will be closed.",
    "{G} reported a loss of {N} million dollars for the year, its first since the company was founded in {U}.",
)
MONTHS = ("January", "February", "March", "April", "May", "June")


def pool(rng: random.Random, size: int, syllables: int) -> list[str]:
    """Made-up names of as many syllables, none twice."""
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(rng.choice(STARTS) + rng.choice(VOWELS) + rng.choice(ENDS) for _ in range(syllables)).capitalize()] = None
    return list(found)


class Names:
    """Names to draw from, each sort sorted by length, so that one can stand for another."""

    def __init__(self, rng: random.Random, articles: int) -> None:
        self._rng = rng
        self._lists: dict[tuple[str, int], list[str]] = {}
        for sort, size, syllables in (("given", 300, 2), ("family", max(600, articles), 3), ("town", max(300, articles // 2), 3)):
            for name in pool(rng, size, syllables):
                self._lists.setdefault((sort, len(name)), []).append(name)

    def draw(self, sort: str, taken: set[str], length: int | None = None) -> str:
        """A name that is not taken, and is so now; an early one of its list more often than a late one."""
        lengths = sorted(size for kind, size in self._lists if kind == sort)
        for _ in range(100):
            listed = self._lists[sort, length or self._rng.choice(lengths)]
            name = listed[int(len(listed) * self._rng.random() ** 2)]
            if name not in taken:
                taken.add(name)
                return name
        return next(name for name in pool(self._rng, 100, 3) if name not in taken and length in (None, len(name)))


SORTS = dict(A="given", B="given", C="given", P="family", Q="family", R="family", T="town", U="town", F="family", G="family")


def story(rng: random.Random, names: Names) -> tuple[str, dict[str, str]]:
    """A story and the names in it, by slot."""
    taken: set[str] = set()
    chosen = {slot: names.draw(sort, taken) for slot, sort in SORTS.items()}
    paragraphs = []
    for _ in range(PARAGRAPHS):
        told = rng.sample(SENTENCES, 2)
        paragraphs.append(" ".join(one.format(D=rng.randint(1, 28), M=rng.choice(MONTHS), N=rng.randint(3, 990), **chosen) for one in told))
    title = f"{chosen['F']} and {chosen['T']}: what {chosen['P']} said"
    return "\n\n".join((title, *paragraphs)) + "\n", chosen


def renamed(rng: random.Random, names: Names, chosen: dict[str, str]) -> dict[str, str]:
    """Other names of the same lengths for those of a story, as written and in small letters."""
    taken: set[str] = set()
    new = {old: names.draw(SORTS[slot], taken, len(old)) for slot, old in chosen.items()}
    return new | {old.lower(): name.lower() for old, name in new.items()}


def exchange(text: str, table: dict[str, str]) -> str:
    """A text with the names of a table exchanged."""
    return re.sub("|".join(sorted(table, key=len, reverse=True)), lambda match: table[match[0]], text)


def copied(stored: Stored, table: dict[str, str], key: str, digest: str) -> Iterator[Row]:
    """The rows of a stored article under other names."""
    for row in from_lines(stored.lines):
        data = exchange(row.data, table)
        if row.position == 0:
            head = json.loads(data)
            head["article"]["digest"] = digest
            data = json.dumps(head, separators=(",", ":"))
        yield Row(key, row.position, row.kind, row.slot, data, checksum(key, row.position, row.kind, row.slot, data))


def build(folder: Path, size: int) -> None:
    """Make the corpus of ``size`` articles and its store below a folder, and a new article beside it."""
    rng = random.Random(20)
    names = Names(rng, size)
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    bases = []
    for _ in range(min(BASES, size)):
        bases.append(story(rng, names))
    made: list[tuple[int, dict[str, str], str]] = []
    for number in range(size):
        base = number % len(bases)
        table = renamed(rng, names, bases[base][1]) if number >= len(bases) else {name: name for name in bases[base][1].values()}
        made.append((base, table, exchange(bases[base][0], table)))
        (corpus / f"{number:06d}.txt").write_text(made[-1][2], encoding="utf-8")
    table = renamed(rng, names, bases[0][1])
    for number in range(40):  # new ones, each for one round; a name or two of each is told in the corpus too
        base = rng.randrange(len(bases))
        (folder / f"new{number:02d}.txt").write_text(exchange(story(rng, names)[0], table), encoding="utf-8")
    del table
    fill(folder, made)


def fill(folder: Path, made: list[tuple[int, dict[str, str], str]]) -> None:
    """Store the corpus: parse the first articles, and write the others after them."""
    rulebook = load_rules()
    cache = folder / "cache"
    store = Store(cache, context_of(rulebook.extraction_digest, DEFAULT_MODEL))
    time.sleep(2.5)  # so that the files' times are settled
    articles = read_articles([folder / "corpus"], rulebook, memory=store)
    extractor = Extractor(rulebook, DEFAULT_MODEL, 64)
    tasks = [Task(article, *articles.keys[article.id]) for article in articles.articles]
    count = min(BASES, len(tasks))
    bases = [
        extractor.store(task, extraction)
        for task, extraction in zip(tasks[:count], extractor.extract(task.article for task in tasks[:count]), strict=True)
    ]
    for task, (base, table, _) in zip(tasks, made, strict=True):
        rows = list(copied(bases[base], table, task.key, task.article.digest))
        extraction = decode(rows, task.article.id, task.article.path, None)
        entry = replace(bases[base].entry, key=task.key, digest=task.article.digest)
        store.add(Stored(entry, to_lines(rows), keyed_names(extraction, rulebook)))
    store.close()


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """The seconds of each command in each round."""
    check = [sys.executable, "-m", "factcheck", "check", "--quiet", "--fail-on", "never", "--cache-dir", str(folder / "cache")]
    check.append(str(folder / "corpus"))
    times: dict[str, list[float]] = {"bare parser": [], "check, one new": [], "check, all known": []}
    fresh = itertools.cycle(sorted(folder.glob("new*.txt")))
    seconds([*check, "--new", str(next(fresh))])  # notes of the files, and whatever the system reads ahead
    for _ in range(rounds):
        new = str(next(fresh))
        times["bare parser"].append(seconds([sys.executable, "-c", BARE, DEFAULT_MODEL, new])[0])
        times["check, one new"].append(seconds([*check, "--new", new])[0])
        times["check, all known"].append(seconds([*check, "--new", new])[0])
    return times


def main() -> int:
    """Make what is missing, measure, print, and judge by --limit."""
    parser = argparse.ArgumentParser(description="Speed of a check against stored articles.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--limit", type=float, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        if not (folder / "corpus").is_dir():
            build(folder, options.articles)
        times = measure(folder, options.rounds)
    for name, taken in times.items():
        sys.stdout.write(f"{name:<18} median {statistics.median(taken):6.3f} s   best {min(taken):6.3f} s\n")
    ratio = min(times["check, one new"]) / min(times["bare parser"])
    sys.stdout.write(f"check of a new article / bare parser: {ratio:.2f}\n")
    return int(options.limit is not None and ratio > options.limit)


if __name__ == "__main__":
    sys.exit(main())

"""Planted slips: values that two articles of a story tell alike get a slip in one of them; how many slips does the program report?

    python benchmarks/planted.py [FOLDER] [--seed N] [--most N] [--list] [--keep DIR]

FOLDER holds a folder for each story (by default data/real of the shared data, with its two collections).  The labels of contradictions in
real news are few; here the news is real and only the contradiction is made.  What may be changed is picked by plain regular expressions, so
that a value the program cannot read counts as missed as well:

name    a letter of the last of two capitalised words, wherever it stands in the article; none that stands in small letters in the story
age     "36-year-old" and "Name, 36,"
number  digits or a number word before a noun, a percent sign, a unit, "million"
date    the day of "May 8" and "8 May"
time    the minutes or the hour of "6:20"

Two articles tell a value alike when the same words stand in both, in sentences that share two other words of some length.  Values that
are hedged ("about", "more than") are left out, as are lines that end in no full stop.  A slip is taken where no article of the story has
its value in those words already.  It is found when a conflict or an update has a side that
overlaps it and nothing in the unchanged articles was reported there.
Not every slip is a contradiction (two blasts may injure three and four), so the share found is a lower bound.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tasks import DATA

from factcheck.checking import Options, check
from factcheck.reports.document import build_document

REAL = DATA / "data" / "real"
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,} (?P<value>[A-Z][a-z]{4,})\b")),
    ("age", re.compile(r"\b(?P<value>\d\d)-year-old\b|(?<=[a-z]), (?P<value2>[1-9]\d),(?= )")),
    ("date", re.compile(rf"\b(?:{MONTHS}) (?P<value>\d{{1,2}})\b(?!,? ?\d)|\b(?P<value2>\d{{1,2}}) (?:{MONTHS})\b")),
    ("time", re.compile(r"\b(?P<value>\d{1,2}: ?\d\d)\b")),
    (
        "number",
        re.compile(rf"(?<![\w$€£.,:-])(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+\.\d+|\d{{1,4}}|{'|'.join(WORDS)})(?: ?%|[ -][a-z]{{3,}})"),
    ),
)
"""The kinds of value; an earlier one is tried first, and a place belongs to the first that fits."""
HEDGED = re.compile(
    r"(?:about|around|over|than|least|most|nearly|almost|roughly|approximately|some|to|and|or|between|from)\s+$", re.IGNORECASE
)
SENTENCE = re.compile(r"[^.!?\n]+(?:\.\d[^.!?\n]*)*[.!?]")
COMMON = frozenset("that this with from have were been their they said after which when will would into over more than also about".split())
SHARED = 2
"""Words of four letters and more that two sentences share apart from the value."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in an article: ``start`` and ``end`` hold the part that is changed, ``told`` the words it is known by."""

    kind: str
    path: Path
    start: int
    end: int
    told: str
    near: frozenset[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A change of the part [start, end) of an article into ``new``; ``spans`` are where it stands in the article as changed."""

    value: Value
    new: str
    other: Value


def values_of(path: Path) -> Iterator[Value]:
    """The values of an article, in order, those of one kind after those of another."""
    text = path.read_text(encoding="utf-8")
    taken: list[tuple[int, int]] = []
    sentences = [(match.start(), match.group()) for match in SENTENCE.finditer(text)]
    for kind, pattern in PATTERNS:
        for offset, sentence in sentences:
            for match in pattern.finditer(sentence):
                group = "value" if match.group("value") else "value2"
                start, end = offset + match.start(group), offset + match.end(group)
                if HEDGED.search(sentence[: match.start()]) or any(a < end and start < b for a, b in taken):
                    continue
                taken.append((start, end))
                words = re.findall(r"[a-z]{4,}", (sentence[: match.start()] + sentence[match.end() :]).lower())
                yield Value(kind, path, start, end, " ".join(match.group().split()), frozenset(words) - COMMON, sentence.strip())


def slipped(kind: str, value: str, draw: random.Random) -> str:
    """The value with a slip in it."""
    if kind == "name":
        at = draw.randrange(1, len(value) - 1)
        swapped = value[:at] + value[at + 1] + value[at] + value[at + 2 :]
        return draw.choice([swapped, value[:at] + value[at] + value[at:]] if swapped != value else [value[:at] + value[at] + value[at:]])
    if value in WORDS:
        at = WORDS.index(value)
        return WORDS[at + 1] if at + 1 < len(WORDS) else WORDS[at - 1]
    if kind == "time":
        hour, minute = value.split(":")
        return f"{hour}:{' ' * (len(minute) - len(minute.lstrip()))}{(int(minute) + draw.choice((5, 10, 20))) % 60:02d}"
    if kind == "date":
        return str(int(value) + draw.choice((1, 2)) if int(value) < 27 else int(value) - draw.choice((1, 2)))
    if kind == "age":
        return str(int(value) + draw.choice((-2, -1, 1, 2, 3)))
    digits = [at for at, letter in enumerate(value) if letter.isdigit()]
    at = digits[0] if len(digits) == 1 else draw.choice(digits[:2])
    digit = (int(value[at]) + draw.choice((1, 2, 3))) % 10 or 4
    return value[:at] + str(digit) + value[at + 1 :]


def pick(story: Path, most: int, draw: random.Random) -> list[Slip]:
    """At most ``most`` slips of a kind for the articles of a story, no two in one sentence or of one value."""
    paths = sorted(story.glob("*.txt"))
    words = {word for path in paths for word in re.findall(r"\b[a-z]{4,}", path.read_text(encoding="utf-8"))}
    values = [value for path in paths for value in values_of(path) if value.told.split()[-1].lower() not in words or value.kind != "name"]
    known = Counter((value.kind, value.told) for value in values)
    draw.shuffle(values)
    slips: list[Slip] = []
    used: set[str] = set()
    for value in values:
        others = (v for v in values if v.path != value.path and (v.kind, v.told) == (value.kind, value.told))
        other = next((v for v in others if len(v.near & value.near) >= SHARED and v.sentence != value.sentence), None)
        full = sum(slip.value.kind == value.kind for slip in slips) == most
        if full or other is None or {value.told, value.sentence, other.sentence} & used:
            continue
        old = value.path.read_text(encoding="utf-8")[value.start : value.end]
        new = slipped(value.kind, old, draw)
        if new == old or (value.kind, value.told.replace(old, new)) in known:
            continue
        used |= {value.told, value.sentence, other.sentence}
        slips.append(Slip(value, new, other))
    return slips


def places_of(slip: Slip) -> list[tuple[int, int]]:
    """The spans of an article that a slip changes: that of the value, for a name all of them."""
    if slip.value.kind != "name":
        return [(slip.value.start, slip.value.end)]
    text = slip.value.path.read_text(encoding="utf-8")
    old = text[slip.value.start : slip.value.end]
    return [match.span() for match in re.finditer(rf"\b{re.escape(old)}\b", text)]


def plant(slips: Sequence[Slip], folder: Path, copy: Path) -> dict[Slip, list[tuple[int, int]]]:
    """Where each slip stands in the copy of the folder, which is written."""
    shutil.copytree(folder, copy)
    where: dict[Slip, list[tuple[int, int]]] = {slip: [] for slip in slips}
    for path in sorted({slip.value.path for slip in slips}):
        text, moved = path.read_text(encoding="utf-8"), 0
        changes = sorted(
            (span, slip.new, number) for number, slip in enumerate(slips) if slip.value.path == path for span in places_of(slip)
        )
        for (start, end), new, number in changes:
            at = start + moved
            text = text[:at] + new + text[end + moved :]
            where[slips[number]].append((at, at + len(new)))
            moved += len(new) - (end - start)
        (copy / path.relative_to(folder)).write_text(text, encoding="utf-8")
    return where


def reported(folder: Path) -> set[tuple[str, int, int]]:
    """The file and span of each side of each conflict and update of a folder of articles."""
    document = build_document(check([str(folder)], Options()))
    return {
        (Path(claim.article).name, claim.start, claim.end)
        for conflict in document.conflicts
        for side in conflict.sides
        for claim in side.claims
    }


def overlaps(reports: set[tuple[str, int, int]], name: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the reports lies on one of the spans of the file."""
    return any(file == name and start < b and a < end for file, start, end in reports for a, b in spans)


def measure(folder: Path, copy: Path, arguments: argparse.Namespace) -> Counter[tuple[str, str]]:
    """How many slips of each kind were planted ("of") and found ("found") in a collection of stories."""
    draw = random.Random(arguments.seed)
    stories = sorted({path.parent for path in folder.rglob("*.txt")})
    slips = [slip for story in stories for slip in pick(story, arguments.most, draw)]
    before = reported(folder)
    slips = [slip for slip in slips if not overlaps(before, slip.value.path.name, places_of(slip))]
    where = plant(slips, folder, copy)
    after = reported(copy)
    counts: Counter[tuple[str, str]] = Counter()
    for slip, spans in where.items():
        found = overlaps(after, slip.value.path.name, spans)
        counts[slip.value.kind, "of"] += 1
        counts[slip.value.kind, "found"] += found
        if arguments.list:
            name = slip.value.path.relative_to(folder)
            print(f"{'found ' if found else 'MISSED'} {slip.value.kind:6} {slip.value.told!r} with {slip.new!r} in {name}:{spans[0][0]}")
            if not found:
                print(f"       {slip.value.sentence}\n       {slip.other.sentence}  ({slip.other.path.name}:{slip.other.start})")
    return counts


def main() -> None:
    """Plants the slips and prints how many are found, by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=REAL)
    parser.add_argument("--seed", type=int, default=1, help="another draw of values and slips")
    parser.add_argument("--most", type=int, default=4, help="slips of a kind in a story")
    parser.add_argument("--list", action="store_true", help="name each slip, with the two sentences of those that are missed")
    parser.add_argument("--keep", type=Path, help="where to leave the changed articles")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        sys.exit(f"no folder {arguments.folder}: set FACTCHECK_DATA to the shared data")
    with tempfile.TemporaryDirectory() as scratch:
        counts = measure(arguments.folder, arguments.keep or Path(scratch) / "changed", arguments)
    for kind in (name for name, _ in PATTERNS):
        print(f"{kind:8} {counts[kind, 'found']:4} of {counts[kind, 'of']}")
    found, planted = (sum(number for (_, what), number in counts.items() if what == wanted) for wanted in ("found", "of"))
    print(f"{'all':8} {found:4} of {planted}")


if __name__ == "__main__":
    main()

"""How the comparison grows: claims resampled from real frames, with fresh names and values, compared by the real comparers.

    python benchmarks/compare.py [--claims 100000 1000000] [--articles FOLDER]

Each synthetic article is a real one of the folder (default: the shared real news) whose names are replaced, consistently inside a story of
``--story`` articles, and whose numbers and days are drawn anew for one claim in ten.  One core, no parsing.  Prints seconds, claims per
second and the peak memory of the process for each size, and the ratio of the times.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

from tasks import DATA

from factcheck.articles import read_articles
from factcheck.claims import Extraction
from factcheck.conflicts import find_conflicts
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor
from factcheck.model import Article, Claim, Frame
from factcheck.rulebook import load_rules
from factcheck.values import CountValue, DateValue, NameValue, Value

_FRESH = ("person", "name", "organisation")
_SETS = ("agents", "targets", "others")


class Story:
    """One story's own names: every id of the model article becomes another, the same all through the story."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._ids: dict[str, str] = {}

    def rename(self, name: str) -> str:
        sort, _, words = name.partition(":")
        if sort not in _FRESH:
            return name
        if name not in self._ids:
            self._ids[name] = f"{sort}:" + " ".join(f"{word}{letters(self._number)}" for word in words.split())
        return self._ids[name]

    def names(self, names: frozenset[str]) -> frozenset[str]:
        return frozenset(self.rename(name) for name in names)

    def frame(self, frame: Frame) -> Frame:
        changes = {field: self.names(getattr(frame, field)) for field in _SETS if getattr(frame, field)}
        return replace(frame, **changes) if changes else frame

    def value(self, value: Value, chance: random.Random) -> Value:
        if isinstance(value, NameValue):
            suffix = letters(self._number)
            return NameValue(value.family + suffix, tuple(part + suffix for part in value.given), value.suffix)
        if chance.random() > 0.1:
            return value
        if isinstance(value, CountValue) and value.named is not None:
            number = value.named + chance.randrange(1, 9)
            return CountValue(number, number, number, of=value.of)
        if isinstance(value, DateValue) and value.earliest and value.latest and not value.open_year:
            shift = timedelta(days=chance.randrange(1, 4))
            return replace(value, earliest=value.earliest + shift, latest=value.latest + shift)
        return value


def letters(number: int) -> str:
    """A number as letters, so that names stay words."""
    text = ""
    while True:
        number, rest = divmod(number, 26)
        text = chr(97 + rest) + text
        if not number:
            return text


def resample(models: list[Extraction], number: int, story: int, seed: int) -> Iterator[Extraction]:
    """Articles until ``number`` claims are reached, ``story`` of them to a story."""
    chance = random.Random(seed)
    made = count = 0
    while count < number:
        names, model = Story(made), chance.choice(models)
        for _ in range(story):
            article = replace(model.article, id=f"a{made:08d}.txt", path=f"a{made:08d}.txt", text="", blocks=(), furniture=())
            yield _copy(model, names, article, chance)
            count += len(model.claims)
            made += 1


def _copy(model: Extraction, names: Story, article: Article, chance: random.Random) -> Extraction:
    claims = tuple(_claim(claim, names, article, chance) for claim in model.claims)
    return Extraction(article, claims, names.names(model.names), model.lead)


def _claim(claim: Claim, names: Story, article: Article, chance: random.Random) -> Claim:
    anchor = replace(claim.anchor, article=article.id, path=article.path)
    identity = f"{article.id}/{claim.id}"
    return replace(claim, id=identity, value=names.value(claim.value, chance), frame=names.frame(claim.frame), anchor=anchor)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--articles", type=Path, default=DATA / "data" / "real")
    parser.add_argument("--story", type=int, default=4)
    args = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    rulebook = load_rules()
    corpus = read_articles([args.articles], rulebook)
    models = [item for item in Extractor(rulebook, DEFAULT_MODEL, 64).extract(corpus.articles) if item.claims]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(models)} model articles, {sum(len(item.claims) for item in models)} claims, {before:.0f} MB after reading; "
        f"{len(fields(Claim))} fields a claim"
    )
    times = []
    for number in args.claims:
        extractions = list(resample(models, number, args.story, seed=7))
        claims = sum(len(item.claims) for item in extractions)
        start = time.process_time()
        conflicts, problems = find_conflicts(extractions, rulebook)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        times.append(seconds)
        print(
            f"{claims:,} claims: {seconds:.1f} s, {claims / seconds:,.0f} a second, {len(conflicts):,} conflicts, {len(problems)} cut, "
            f"peak {peak:.0f} MB"
        )
    for left, right, small, large in zip(times, times[1:], args.claims, args.claims[1:], strict=False):
        print(f"{large / small:g} times the claims: {right / left:.1f} times the time")


if __name__ == "__main__":
    main()

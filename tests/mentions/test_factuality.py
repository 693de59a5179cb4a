"""Acts told as done or not done: the marked corpus, the pairs of sentences, and the shapes."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.factuality import DENIED, DID, DID_NOT, EXCLUDED, NOT_YET, ActFactuality, FactualityFinder
from factcheck.rulebook import load_rules
from factcheck.text import Span, flatten

CASES = read_marked("en/polarity.yaml")
PAIRS = Path(__file__).resolve().parent.parent / "pairs" / "polarity.csv"

pytestmark = pytest.mark.model


@lru_cache(maxsize=1)
def finder() -> FactualityFinder:
    return FactualityFinder(load_rules())


def found_in(text: str) -> list[Found]:
    return finder().find(Passage(flatten(text), doc=parse(flatten(text))))


def answer(item: Found) -> str:
    value = finder().resolve(item, Context())
    assert value is not None
    return value.iso()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_acts_and_no_others_are_found(case: Case) -> None:
    rows = tuple((item.span.start, item.span.of(case.text), answer(item)) for item in found_in(case.text))
    assert rows == case.marks


def test_the_corpus_is_large_and_a_third_of_it_has_no_act() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 80
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


def test_the_pairs_stand_as_listed() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) >= 40
    wrong = []
    for row in rows:
        left, right = ([answer(item) for item in found_in(row[name])] for name in ("left", "right"))
        relation = "none" if len(left) != 1 or len(right) != 1 else "same" if left == right else "apart"
        if relation != row["relation"]:
            wrong.append((row, left, right))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "rule", "total"),
    [
        ("The minister signed the treaty.", DID, False),
        ("The minister did not sign the treaty.", DID_NOT, False),
        ("The minister never signed the treaty.", DID_NOT, True),
        ("No shots were fired.", DID_NOT, True),
        ("No shots have been fired.", NOT_YET, True),
        ("The ministers have not signed the treaty.", NOT_YET, False),
        ("The ministers did not sign the treaty yet.", NOT_YET, False),
        ("The mayor denied signing the contract.", DENIED, False),
        ("The spokesman ruled out sabotage.", EXCLUDED, False),
    ],
)
def test_shapes(text: str, rule: str, total: bool) -> None:
    [item] = found_in(text)
    assert isinstance(item.reading, ActFactuality)
    assert (item.rule, item.reading.total) == (rule, total)


def test_without_a_parse_there_is_none() -> None:
    assert finder().find(Passage("No shots were fired.")) == []
    assert finder().resolve(Found("polarity", Span(0, 1), "x", "reading"), Context()) is None


@pytest.mark.parametrize("text", ["not " * 800, "no shots were fired, " * 200, "failed to refuse to deny " * 150, "", "No", "?!"])
def test_odd_text_breaks_nothing(text: str) -> None:
    for item in found_in(text):
        assert item.span.start < item.span.end

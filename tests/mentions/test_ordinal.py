"""Places in a row: the marked corpus and the pairs, read with a parse."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.ordinal import OrdinalFinder
from factcheck.rulebook import load_rules
from factcheck.text import flatten
from factcheck.values import OrdinalValue, Relation

CASES = read_marked("en/ordinal.yaml")
PAIRS = Path(__file__).resolve().parent.parent / "pairs" / "ordinal.csv"

pytestmark = pytest.mark.model


@lru_cache(maxsize=1)
def finder() -> OrdinalFinder:
    return OrdinalFinder(load_rules())


def found_in(text: str) -> list[tuple[int, str, OrdinalValue]]:
    passage = Passage(flatten(text), doc=parse(flatten(text)))
    rows = [(item, finder().resolve(item, Context())) for item in finder().find(passage)]
    return [(item.span.start, item.span.of(text), value) for item, value in rows if isinstance(value, OrdinalValue)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_places_and_no_others_are_found(case: Case) -> None:
    assert tuple((start, words, value.iso()) for start, words, value in found_in(case.text)) == case.marks


def test_the_pairs_stand_as_listed() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = []
    for row in rows:
        left, right = ([value for _, _, value in found_in(row[name])] for name in ("left", "right"))
        if len(left) != 1 or len(right) != 1 or left[0].relation(right[0]) is not Relation(row["relation"]):
            wrong.append((row, left, right))
    assert not wrong


def test_without_a_parse_nothing_is_found() -> None:
    assert finder().find(Passage("It was the third fire.")) == []


def test_the_first_since_a_year_may_be_the_third_of_all() -> None:
    since, ever = OrdinalValue(1, since=2011), OrdinalValue(3, ever=True)
    assert since.relation(ever) is ever.relation(since) is Relation.OVERLAP
    assert OrdinalValue(3, since=2011).relation(OrdinalValue(1, ever=True)) is Relation.APART

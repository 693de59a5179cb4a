"""Acts with places: the marked corpus and the pairs."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.where import Placed, WhereFinder
from factcheck.rulebook import load_rules
from factcheck.values import Relation, WhereValue, value_from_json, value_to_json

CASES = read_marked("en/where.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "where.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def finder() -> WhereFinder:
    return WhereFinder(load_rules())


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_the_marked_places_and_no_others_are_found(case: Case) -> None:
    found = finder().find(parsed(case.text))
    told = [(item, item.reading) for item in found if isinstance(item.reading, Placed)]
    assert tuple((item.span.start, item.span.of(case.text), reading.sort) for item, reading in told) == case.marks
    assert all(finder().resolve(item, Context()) == WhereValue(()) for item in found)


def test_a_passage_without_a_parse_has_none() -> None:
    assert finder().find(Passage("Ada Fonn was born in Gent.")) == []


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']}-{row['right']}")
def test_the_pairs_stand_as_listed(row: dict[str, str]) -> None:
    left, right = (WhereValue(tuple(row[side].split(";"))) for side in ("left", "right"))
    assert left.relation(right) is right.relation(left) is Relation(row["relation"])
    assert value_from_json(value_to_json(left)) == left

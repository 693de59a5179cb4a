"""Parts of plain statements: the marked corpus and the pairs."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions.plain import Part, PlainFinder
from factcheck.rulebook import load_rules
from factcheck.values import PlainValue, Relation, value_from_json, value_to_json

CASES = read_marked("en/plain.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "plain.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def finder() -> PlainFinder:
    return PlainFinder(load_rules())


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_the_marked_parts_and_no_others_are_found(case: Case) -> None:
    found = finder().find(parsed(case.text))
    told = [(item, item.reading) for item in found if isinstance(item.reading, Part)]
    assert tuple((item.span.start, item.span.of(case.text), f"{part.part} {part.act}") for item, part in told) == case.marks


def test_a_passage_without_a_parse_has_none() -> None:
    assert finder().find(Passage("Ada Fonn opened the bridge.")) == []


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']}-{row['right']}")
def test_the_pairs_stand_as_listed(row: dict[str, str]) -> None:
    left, right = (PlainValue(row[side]) for side in ("left", "right"))
    assert left.relation(right) is right.relation(left) is Relation(row["relation"])
    assert value_from_json(value_to_json(left)) == left

"""Quotations with their speakers: the marked corpus, the pairs, and hostile text."""

from __future__ import annotations

import csv
import time
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.attribution import AttributionFinder, Quotation
from factcheck.rulebook import load_rules
from factcheck.text import flatten
from factcheck.values import AttributionValue, Relation, value_from_json, value_to_json

CASES = read_marked("en/attribution.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "attribution.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def finder() -> AttributionFinder:
    return AttributionFinder(load_rules())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_the_marked_speakers_and_no_others_are_found(case: Case) -> None:
    found = finder().find(Passage(flatten(case.text)))
    assert tuple((item.span.start, item.span.of(case.text), "") for item in found) == case.marks
    assert all(finder().resolve(item, Context()) == AttributionValue("") for item in found)


def test_the_words_are_folded() -> None:
    (item,) = finder().find(Passage('"There was, alas, NOTHING left," said Ada Fonn.'))
    assert isinstance(item.reading, Quotation)
    assert item.reading.words == ("there", "was", "alas", "nothing", "left")


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']}-{row['right']}")
def test_the_pairs_stand_as_listed(row: dict[str, str]) -> None:
    left, right = AttributionValue(row["left"], "A"), AttributionValue(row["right"])
    assert left.relation(right) is right.relation(left) is Relation(row["relation"])
    assert value_from_json(value_to_json(left)) == left
    assert (left.iso(), left.caption(), right.caption()) == (row["left"], "A", row["right"])


@pytest.mark.parametrize(
    "text", ['"' * 50_000, '"a b c d e f" ' * 5_000, '"aaaa bbbb cc dd ee," said ' + "A" * 50_000, "said, " * 20_000 + '"']
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    start = time.perf_counter()
    finder().find(Passage(text))
    assert time.perf_counter() - start < 20

"""Orders told outright: the marked corpus and the pairs."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.order import TIMED, Order, OrderFinder
from factcheck.rulebook import load_rules
from factcheck.values import OrderValue, Relation, value_from_json, value_to_json

CASES = read_marked("en/order.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "order.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def finder() -> OrderFinder:
    return OrderFinder(load_rules())


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_the_marked_orders_and_no_others_are_found(case: Case) -> None:
    passage = parsed(case.text)
    doc = passage.doc
    assert doc is not None
    found = finder().find(passage)
    told = [(item, item.reading) for item in found if isinstance(item.reading, Order)]
    words = [(item, f"{doc[reading.earlier].text} < {doc[reading.later].text}") for item, reading in told]
    assert tuple((item.span.start, item.span.of(case.text), order) for item, order in words) == case.marks
    assert all(finder().resolve(item, Context()) == OrderValue("", "") for item in found)


@pytest.mark.model
def test_two_times_of_two_verbs_are_found() -> None:
    found = finder().find(parsed("She left the pub at 11:10 p.m. and phoned her brother at 11:40 p.m."))
    assert [item.rule for item in found] == [TIMED]


def test_a_passage_without_a_parse_has_none() -> None:
    assert finder().find(Passage("She left before he came.")) == []


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']}-{row['right']}")
def test_the_pairs_stand_as_listed(row: dict[str, str]) -> None:
    left, right = (OrderValue(*row[side].split("<"), said="in other words") for side in ("left", "right"))
    assert left.relation(right) is right.relation(left) is Relation(row["relation"])
    assert value_from_json(value_to_json(left)) == left
    assert (left.iso(), left.caption()) == (row["left"].replace("<", " < "), "in other words")
    assert OrderValue("lunch", "visit").caption() == "lunch before visit"

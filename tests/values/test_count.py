"""The relation of counts against sets of integers, and their captions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import CountValue, Relation, value_from_json, value_to_json

TOP = 12
"""Stands for "no upper limit" in the model; all limits lie below it."""

limits = st.tuples(st.integers(0, TOP - 1), st.one_of(st.none(), st.integers(0, TOP - 1))).filter(
    lambda ends: ends[1] is None or ends[0] <= ends[1]
)
counts = limits.map(lambda ends: CountValue(float(ends[0]), None if ends[1] is None else float(ends[1])))


def members(value: CountValue) -> set[int]:
    return set(range(int(value.low), (TOP if value.high is None else int(value.high)) + 1))


@given(counts, counts)
def test_the_relation_is_that_of_the_sets(left: CountValue, right: CountValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(counts)
def test_a_count_is_the_same_as_itself_and_survives_json(value: CountValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


@pytest.mark.parametrize(("low", "high"), [(-1.0, 2.0), (3.0, 2.0), (math.nan, 2.0), (1.0, math.nan), (math.inf, None), (1.0, math.inf)])
def test_what_is_no_interval_is_refused(low: float, high: float | None) -> None:
    with pytest.raises(ValueError, match="not a count"):
        CountValue(low, high)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (CountValue(84, 84, 84), "84", "84"),
        (CountValue(100_000, 100_000, 100_000), "100000", "100,000"),
        (CountValue(84, None, 84), "84..", "at least 84"),
        (CountValue(0, 40, 40), "0..40", "at most 40"),
        (CountValue(30, 40), "30..40", "30 to 40"),
        (CountValue(1700, 2300, 2000, approximate=True), "1700..2300", "about 2,000"),
        (CountValue(20, None), "20..", "at least 20"),
    ],
)
def test_captions(value: CountValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)

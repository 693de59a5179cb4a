"""The relation of shares against sets of hundredths, points and captions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import PercentValue, Relation, value_from_json, value_to_json

TOP = 300
"""Hundredths that stand for "no upper limit" in the model; all limits lie below."""

ends = st.tuples(st.integers(0, TOP - 1), st.one_of(st.none(), st.integers(0, TOP - 1))).filter(
    lambda pair: pair[1] is None or pair[0] <= pair[1]
)
shares = ends.map(lambda pair: PercentValue(float(pair[0]), None if pair[1] is None else float(pair[1])))


def members(value: PercentValue) -> set[int]:
    high = TOP if value.high is None else round(value.high)
    return set(range(round(value.low), high + 1))


@given(shares, shares)
def test_the_relation_is_that_of_the_sets(left: PercentValue, right: PercentValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(shares)
def test_a_share_is_the_same_as_itself_and_survives_json(value: PercentValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


@given(shares, shares)
def test_per_cent_and_percentage_points_are_never_apart(left: PercentValue, right: PercentValue) -> None:
    points = PercentValue(right.low, right.high, points=True)
    assert left.relation(points) is Relation.OVERLAP
    assert points.relation(left) is Relation.OVERLAP


@pytest.mark.parametrize(("low", "high"), [(-1.0, 2.0), (3.0, 2.0), (math.nan, 2.0), (1.0, math.inf)])
def test_what_is_no_interval_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not a share"):
        PercentValue(low, high)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (PercentValue(41.3, 41.3, 41.3), "41.3%", "41.3 per cent"),
        (PercentValue(35, 45, 40, approximate=True), "35..45%", "about 40 per cent"),
        (PercentValue(80, None, 80), "80..%", "at least 80 per cent"),
        (PercentValue(0, 10, 10), "0..10%", "at most 10 per cent"),
        (PercentValue(10, 15), "10..15%", "10 to 15 per cent"),
        (PercentValue(3, 3, 3, points=True), "3 points", "3 percentage points"),
    ],
)
def test_captions(value: PercentValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)

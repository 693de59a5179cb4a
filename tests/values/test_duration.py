"""The relation of durations against sets of minutes, units and captions."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import DurationValue, Relation, value_from_json, value_to_json
from factcheck.values.duration import HOURS, SECONDS, hours

TOP = 600
"""Minutes that stand for "no upper limit" in the model; all limits lie below."""

ends = st.tuples(st.integers(0, TOP - 1), st.one_of(st.none(), st.integers(0, TOP - 1))).filter(
    lambda pair: pair[1] is None or pair[0] <= pair[1]
)
durations = ends.map(
    lambda pair: DurationValue(hours(pair[0], "minute"), None if pair[1] is None else hours(pair[1], "minute"), None, "minute")
)


def members(value: DurationValue) -> set[int]:
    high = TOP if value.high is None else round(value.high * 60)
    return set(range(round(value.low * 60), high + 1))


@given(durations, durations)
def test_the_relation_is_that_of_the_sets(left: DurationValue, right: DurationValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(durations)
def test_a_duration_is_the_same_as_itself_and_survives_json(value: DurationValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


@given(st.integers(1, 5000), st.sampled_from(sorted(SECONDS)), st.sampled_from(sorted(SECONDS)))
def test_equal_lengths_in_two_units_are_equal(amount: int, unit: str, other: str) -> None:
    converted = Fraction(amount * SECONDS[unit], SECONDS[other])
    if converted.denominator == 1:
        assert hours(amount, unit) == hours(int(converted), other)


def test_every_unit_has_its_hours() -> None:
    assert HOURS["day"] == 24
    assert HOURS["year"] == 12 * HOURS["month"] == HOURS["decade"] / 10 == HOURS["century"] / 100


@pytest.mark.parametrize(
    ("low", "high", "unit"), [(-1.0, 2.0, "day"), (3.0, 2.0, "day"), (math.nan, 2.0, "day"), (1.0, math.inf, "day"), (1.0, 2.0, "moon")]
)
def test_what_is_no_interval_or_unit_is_refused(low: float, high: float, unit: str) -> None:
    with pytest.raises(ValueError, match=r"not a duration|unknown unit"):
        DurationValue(low, high, None, unit)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (DurationValue(24, 24, 1, "day"), "1 day", "1 day"),
        (DurationValue(1008, 1008, 6, "week"), "6 week", "6 weeks"),
        (DurationValue(2 * HOURS["century"], 2 * HOURS["century"], 2, "century"), "2 century", "2 centuries"),
        (DurationValue(2 * HOURS["decade"], None, None, "decade"), "2.. decade", "at least 2 decades"),
        (DurationValue(48, 72, None, "day"), "2..3 day", "2 to 3 days"),
        (DurationValue(8.5 / 60, 11.5 / 60, 10, "minute", approximate=True), "8.5..11.5 minute", "about 10 minutes"),
    ],
)
def test_captions(value: DurationValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)

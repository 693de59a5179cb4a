"""The relation of measures against sets of millimetres, conversions, directions and captions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import MeasureValue, Relation, value_from_json, value_to_json
from factcheck.values.measure import DIRECTION

TOP = 500
"""Units that stand for "no upper limit" in the model; all limits lie below."""

ends = st.tuples(st.integers(0, TOP - 1), st.one_of(st.none(), st.integers(0, TOP - 1))).filter(
    lambda pair: pair[1] is None or pair[0] <= pair[1]
)
measures = ends.map(lambda pair: MeasureValue(float(pair[0]), None if pair[1] is None else float(pair[1]), "length", "m"))
compass = st.integers(0, 15).map(lambda point: MeasureValue(22.5 * point, 22.5 * point, DIRECTION, str(point)))


def members(value: MeasureValue) -> set[int]:
    high = TOP if value.high is None else round(value.high)
    return set(range(round(value.low), high + 1))


@given(measures, measures)
def test_in_one_unit_the_relation_is_that_of_the_sets(left: MeasureValue, right: MeasureValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_between_units_only_gaps_beyond_the_slack_are_apart(kilometres: int, miles: int) -> None:
    left = MeasureValue(kilometres * 1000.0, kilometres * 1000.0, "length", "km", 1000.0, 0.0, float(kilometres), 1.0)
    right = MeasureValue(miles * 1609.344, miles * 1609.344, "length", "mile", 1609.344, 0.0, float(miles), 1.0)
    gap = abs(left.low - right.low)
    found = left.relation(right)
    assert found is right.relation(left)
    assert (found is Relation.APART) == (gap > left.slack() + right.slack())
    if gap <= max(left.slack(), right.slack()):
        assert found in (Relation.SAME, Relation.WITHIN)


@given(compass, compass)
def test_directions_are_apart_beyond_a_right_angle(left: MeasureValue, right: MeasureValue) -> None:
    turn = math.degrees(math.acos(max(-1.0, min(1.0, math.cos(math.radians(left.low - right.low))))))
    assert (left.relation(right) is Relation.APART) == (turn > 90.001)
    assert left.relation(right) is right.relation(left)


@given(measures)
def test_a_measure_is_the_same_as_itself_and_survives_json(value: MeasureValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


def test_dimensions_have_no_common_scale() -> None:
    assert MeasureValue(5, 5, "length", "m").relation(MeasureValue(9, 9, "mass", "kg")) is Relation.OVERLAP


@pytest.mark.parametrize(("low", "high"), [(3.0, 2.0), (math.nan, 2.0), (1.0, math.inf)])
def test_what_is_no_interval_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not a measure"):
        MeasureValue(low, high, "length", "m")


def test_what_is_no_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="not a unit"):
        MeasureValue(1, 2, "length", "m", 0.0)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (MeasureValue(4_120_000, 4_120_000, "length", "km", 1000.0, 0.0, 4120), "4120 km", "4,120 km"),
        (MeasureValue(85 * 1609.344, 95 * 1609.344, "length", "mile", 1609.344, 0.0, 90, 10, True), "85..95 mile", "about 90 miles"),
        (MeasureValue(1609.344, None, "length", "mile", 1609.344, 0.0, 1), "1.. mile", "at least 1 mile"),
        (MeasureValue(0, 12 * 0.3048, "length", "foot", 0.3048, 0.0, 12), "0..12 foot", "at most 12 feet"),
        (MeasureValue(10, 15, "speed", "m/s"), "10..15 m/s", "10 to 15 m/s"),
        (MeasureValue(6.4, 6.4, "magnitude", "magnitude", amount=6.4), "6.4 magnitude", "magnitude 6.4"),
        (MeasureValue(261.15, 261.15, "temperature", "C", 1.0, 273.15, -12), "-12 C", "-12 C"),
        (MeasureValue(45, 45, DIRECTION, "northeast", amount=45), "northeast", "northeast"),
    ],
)
def test_captions(value: MeasureValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)


@pytest.mark.parametrize(
    ("unit", "amount", "caption"),
    [
        ("foot", 2, "2 feet"),
        ("foot", 1, "1 foot"),
        ("square foot", 2, "2 square feet"),
        ("square foot", 1, "1 square foot"),
        ("square km", 2, "2 square km"),
        ("cubic metre", 2, "2 cubic metres"),
        ("horsepower", 200, "200 horsepower"),
        ("stone", 12, "12 stone"),
        ("km/h", 84, "84 km/h"),
    ],
)
def test_units_behind_numbers(unit: str, amount: float, caption: str) -> None:
    assert MeasureValue(amount, amount, "any", unit, amount=amount).caption() == caption

"""TIMEX3 values: units of the calendar, lengths, and feasts that move."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.feasts import MOVING, easter, feast_day
from factcheck.values.timex import Granule, GranuleUnit, granule_around, granule_of, length, month_later

UNITS: tuple[GranuleUnit, ...] = ("day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century")
DAYS = st.dates(date(1200, 1, 1), date(2900, 12, 31))
LATE_DAYS = st.dates(date(1400, 1, 1), date(2600, 12, 31))
"""Days that twelve steps of any unit do not lead out of the calendar from."""


@pytest.mark.parametrize(
    ("granule", "value"),
    [
        (Granule("day", date(1998, 8, 7)), "1998-08-07"),
        (Granule("week", date(1998, 8, 3)), "1998-W32"),
        (Granule("weekend", date(1998, 8, 8)), "1998-W32-WE"),
        (Granule("week", date(2024, 12, 30)), "2025-W01"),
        (Granule("month", date(1998, 8, 1)), "1998-08"),
        (Granule("quarter", date(1998, 7, 1)), "1998-Q3"),
        (Granule("half", date(1998, 7, 1)), "1998-H2"),
        (Granule("season", date(1998, 12, 1)), "1999-WI"),
        (Granule("season", date(1998, 3, 1)), "1998-SP"),
        (Granule("year", date(1998, 1, 1)), "1998"),
        (Granule("decade", date(1980, 1, 1)), "198X"),
        (Granule("century", date(1900, 1, 1)), "19"),
        (Granule("year", date(490, 1, 1), ancient=True), "BC0490"),
    ],
)
def test_values(granule: Granule, value: str) -> None:
    assert granule.value() == value


@given(LATE_DAYS, st.sampled_from(UNITS), st.integers(-12, 12))
def test_steps_are_undone_and_units_follow_each_other(day: date, unit: GranuleUnit, steps: int) -> None:
    granule = granule_around(day, unit)
    assert granule.later(steps).later(-steps) == granule
    if unit != "weekend":
        assert granule.first <= day <= granule.last
        assert granule.later(1).first == granule.last + timedelta(days=1)
    assert granule.first <= granule.middle <= granule.last


@given(DAYS, st.sampled_from([unit for unit in UNITS if unit != "weekend"]))
def test_the_unit_of_its_own_ends(day: date, unit: GranuleUnit) -> None:
    granule = granule_around(day, unit)
    assert granule_of(granule.first, granule.last) == granule


@given(DAYS, st.integers(2, 5))
def test_days_that_are_no_unit_have_none(day: date, days: int) -> None:
    assert granule_of(day, day + timedelta(days=days)) is None


def test_years_before_the_year_one_are_counted_back() -> None:
    assert Granule("year", date(490, 1, 1), ancient=True).later(10).value() == "BC0480"


def test_a_month_later_is_never_too_long() -> None:
    assert month_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    with pytest.raises(ValueError, match="year"):
        month_later(date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (2, "week", "P2W"),
        (24, "hour", "PT24H"),
        (5.5, "hour", "PT5H30M"),
        (0.5, "hour", "PT30M"),
        (2.5, "year", "P2.5Y"),
        (None, "year", "PXY"),
        (None, "minute", "PTXM"),
        (3, "decade", "P3DE"),
        (1200, "day", "P1200D"),
    ],
)
def test_lengths(amount: float | None, unit: str, value: str) -> None:
    assert length(amount, unit) == value


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1961, 4, 2), (2000, 4, 23), (2024, 3, 31), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    """Extremes and common years, from the tables of the United States Naval Observatory."""
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2023, 11, 23)),
        ("election-day", date(2016, 11, 8)),
        ("election-day", date(2022, 11, 8)),
        ("memorial-day", date(2021, 5, 31)),
        ("labor-day", date(2025, 9, 1)),
        ("king-day", date(2024, 1, 15)),
        ("good-friday", date(2024, 3, 29)),
    ],
)
def test_feasts(name: str, day: date) -> None:
    assert feast_day(name, day.year) == day


@given(st.sampled_from(MOVING), st.integers(1600, 3000))
def test_every_feast_lies_in_its_year(name: str, year: int) -> None:
    assert feast_day(name, year).year == year

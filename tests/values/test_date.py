"""Relations, gaps and compact forms of dates; the relation is checked against plain sets of days."""

from __future__ import annotations

import calendar
import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import Relation, value_from_json, value_to_json
from factcheck.values.date import OPEN_YEAR, Bound, DateValue, month_value, year_value

PAIRS = Path(__file__).resolve().parent.parent / "pairs" / "date.csv"


def read_part(text: str) -> DateValue:
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return DateValue(date(*numbers), date(*numbers))
    return month_value(*numbers) if len(numbers) == 2 else year_value(numbers[0])


def read_iso(text: str) -> DateValue:
    """The inverse of DateValue.iso for the forms used here ("by" and "until" look alike: "by")."""
    bound: Bound = "on"
    if text.startswith("../"):
        bound, text = "by", text[3:]
    elif text.endswith("/.."):
        bound, text = "since", text[:-3]
    open_year = text.startswith("--")
    ends = [read_part(part.replace("--", f"{OPEN_YEAR}-", 1)) for part in text.split("/")]
    low, high = ends[0].earliest, ends[-1].latest
    if open_year and low and high and high < low:
        high = high.replace(year=OPEN_YEAR + 1)
    return DateValue(low, high, open_year=open_year, bound=bound)


def read_pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("pair", read_pairs(), ids=lambda pair: f"{pair['left']} {pair['right']}")
def test_pairs(pair: dict[str, str]) -> None:
    left, right = read_iso(pair["left"]), read_iso(pair["right"])
    assert left.relation(right) is Relation(pair["relation"]), pair["note"]
    assert right.relation(left) is Relation(pair["relation"]), pair["note"]
    assert (left.iso(), right.iso()) == (pair["left"], pair["right"])


def test_pairs_cover_all_relations() -> None:
    pairs = read_pairs()
    assert len(pairs) >= 40
    assert {pair["relation"] for pair in pairs} == {relation.value for relation in Relation}


# --- against sets of days

DAY = st.dates(date(2018, 1, 1), date(2024, 12, 31))
CLOSED = st.builds(
    lambda first, length: DateValue(first, first + timedelta(days=length)), DAY, st.sampled_from([0, 1, 6, 27, 30, 89, 365, 500])
)
OPEN = st.builds(
    lambda first, length: DateValue(first, first + timedelta(days=length), open_year=True),
    st.dates(date(OPEN_YEAR, 1, 1), date(OPEN_YEAR, 12, 31)),
    st.sampled_from([0, 1, 6, 27, 30, 89]),
)
ANY = CLOSED | OPEN


def held(value: DateValue, year: int) -> frozenset[date]:
    """The days of a value, an open year set to ``year``; February 29 is the 28th where there is none."""
    assert value.earliest
    assert value.latest

    def moved(day: date) -> date:
        target = day.year - OPEN_YEAR + year if value.open_year else day.year
        return day.replace(year=target, day=min(day.day, calendar.monthrange(target, day.month)[1]))

    low, high = moved(value.earliest), moved(value.latest)
    return frozenset(low + timedelta(days=step) for step in range((high - low).days + 1))


def relate_slowly(left: DateValue, right: DateValue) -> Relation:
    """The closest relation of any years; a value of a stated year is never the same as one of an open year."""
    order = [Relation.SAME, Relation.WITHIN, Relation.OVERLAP, Relation.APART]
    years = {True: range(2016, 2027), False: range(2020, 2021)}
    found = min(
        (relation_of_sets(held(left, one), held(right, two)) for one in years[left.open_year] for two in years[right.open_year]),
        key=order.index,
    )
    return Relation.WITHIN if found is Relation.SAME and left.open_year != right.open_year else found


@settings(max_examples=300, deadline=None)
@given(left=ANY, right=ANY)
def test_relation_agrees_with_sets_of_days(left: DateValue, right: DateValue) -> None:
    assert left.relation(right) is relate_slowly(left, right)


@given(left=ANY, right=ANY)
def test_relation_is_symmetric_and_reflexive(left: DateValue, right: DateValue) -> None:
    assert left.relation(right) is right.relation(left)
    assert left.relation(left) is Relation.SAME


@given(left=CLOSED, right=CLOSED)
def test_gap_is_zero_exactly_when_the_values_meet(left: DateValue, right: DateValue) -> None:
    gap = left.gap(right)
    assert gap == right.gap(left)
    assert (gap == 0) == (left.relation(right) is not Relation.APART)


@given(value=ANY)
def test_json_and_iso_keep_the_value(value: DateValue) -> None:
    assert value_from_json(value_to_json(value)) == value
    assert value.caption()
    if not value.open_year:
        assert read_iso(value.iso()) == value


@given(value=OPEN, year=st.integers(1, 9998))
def test_in_year_never_raises(value: DateValue, year: int) -> None:
    assert value.in_year(year).earliest


def test_extreme_years_are_compared() -> None:
    first, last = DateValue(date.min, date.min), DateValue(date.max, date.max)
    new_year = DateValue(date(OPEN_YEAR, 12, 31), date(OPEN_YEAR + 1, 1, 1), open_year=True)
    assert first.relation(new_year) in (Relation.WITHIN, Relation.APART)
    assert last.relation(new_year) in (Relation.WITHIN, Relation.APART)
    assert DateValue(None, None).relation(new_year) is Relation.WITHIN


@pytest.mark.parametrize(
    ("bound", "shown", "reach"),
    [("on", "2024-07-31", "2024-07-31"), ("by", "../2024-07-31", "../2024-07-31"), ("until", "../2024-07-31", "../2024-07-31")],
)
def test_bound_is_shown_and_reaches(bound: Bound, shown: str, reach: str) -> None:
    limit = DateValue(date(2024, 7, 31), date(2024, 7, 31), bound=bound)
    assert limit.iso() == shown
    assert limit.reach().iso() == reach
    assert limit.reach().bound == "on"


def test_reach_of_a_start_and_of_an_open_year() -> None:
    assert DateValue(date(1994, 1, 1), date(1994, 12, 31), bound="since").reach() == DateValue(date(1994, 1, 1), None)
    limit = DateValue(date(OPEN_YEAR, 7, 31), date(OPEN_YEAR, 7, 31), open_year=True, bound="by")
    assert limit.reach() == limit


@pytest.mark.parametrize(
    ("value", "caption"),
    [
        (DateValue(date(2024, 5, 8), date(2024, 5, 8)), "8 May 2024"),
        (month_value(2023, 9), "September 2023"),
        (year_value(2020), "2020"),
        (DateValue(date(2023, 9, 1), date(2023, 11, 30)), "autumn 2023"),
        (DateValue(date(2024, 7, 31), date(2024, 7, 31), bound="by"), "by 31 July 2024"),
        (DateValue(date(OPEN_YEAR, 5, 8), date(OPEN_YEAR, 5, 8), open_year=True), "8 May (year not stated)"),
        (DateValue(date(2024, 5, 5), date(2024, 5, 11), approximate=True), "about 5 May to 11 May 2024"),
    ],
)
def test_captions(value: DateValue, caption: str) -> None:
    assert value.caption() == caption


def test_impossible_values_are_refused() -> None:
    with pytest.raises(ValueError, match="out of order"):
        DateValue(date(2024, 5, 9), date(2024, 5, 8))
    with pytest.raises(ValueError, match="both ends"):
        DateValue(None, date(2024, 5, 8), open_year=True)

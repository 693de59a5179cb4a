"""The relation of ages against sets of months, captions and JSON."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.values import AgeValue, Relation, value_from_json, value_to_json

TOP = 126 * 12
"""A month that no age has; it stands for "no upper limit"."""

years = st.tuples(st.integers(0, 120), st.one_of(st.none(), st.integers(0, 120))).filter(lambda pair: pair[1] is None or pair[0] <= pair[1])
days = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
ages = st.one_of(
    st.builds(lambda pair, day: AgeValue(pair[0], pair[1], as_of=day), years, days),
    st.builds(lambda months, day: AgeValue(months // 12, months // 12, months, day), st.integers(0, 40), days),
)


def members(value: AgeValue) -> set[int]:
    if value.months is not None:
        return {value.months}
    return set(range(value.low * 12, TOP if value.high is None else value.high * 12 + 12))


@given(ages, ages)
def test_the_relation_is_that_of_the_sets(left: AgeValue, right: AgeValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(ages, ages)
def test_years_apart_is_the_gap_of_the_years(left: AgeValue, right: AgeValue) -> None:
    mine, theirs = ({month // 12 for month in members(value)} for value in (left, right))
    assert left.years_apart(right) == min(abs(one - other) for one in mine for other in theirs)


@given(ages)
def test_an_age_is_the_same_as_itself_and_survives_json(value: AgeValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


@pytest.mark.parametrize(
    ("low", "high", "months"), [(-1, 2, None), (3, 2, None), (200, None, None), (0, 0, 12), (1, 1, 11), (0, 1, 11), (0, 0, -1)]
)
def test_what_is_no_age_is_refused(low: int, high: int | None, months: int | None) -> None:
    with pytest.raises(ValueError, match="not an age"):
        AgeValue(low, high, months)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (AgeValue(26, 26), "26", "26"),
        (AgeValue(50, 59), "50..59", "50 to 59"),
        (AgeValue(60, None), "60..", "at least 60"),
        (AgeValue(0, 17), "0..17", "under 18"),
        (AgeValue(0, 0, 10), "10 months", "10 months"),
        (AgeValue(0, 0, 1), "1 months", "1 month"),
    ],
)
def test_captions(value: AgeValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)

"""Places in a row: relation, captions and JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import OrdinalValue, Relation, value_from_json, value_to_json

places = st.builds(OrdinalValue, st.integers(1, 200), st.sampled_from(("", "third fire")))


@given(places, places)
def test_a_place_is_one_place(left: OrdinalValue, right: OrdinalValue) -> None:
    assert left.relation(right) is (Relation.SAME if left.rank == right.rank else Relation.APART)
    assert left.relation(right) is right.relation(left)


@given(places)
def test_a_place_survives_json(value: OrdinalValue) -> None:
    assert value_from_json(value_to_json(value)) == value


@pytest.mark.parametrize(("rank", "iso"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st"), (112, "112th")])
def test_endings(rank: int, iso: str) -> None:
    assert (OrdinalValue(rank).iso(), OrdinalValue(rank).caption()) == (iso, iso)
    assert OrdinalValue(rank, "the one").caption() == "the one"


def test_a_year_bounds_a_row() -> None:
    old, new = OrdinalValue(1, "strongest", 1963), OrdinalValue(1, "strongest", 1988)
    assert (old.relation(new), old.relation(OrdinalValue(1))) == (Relation.APART, Relation.SAME)
    assert (old.iso(), old.caption(), OrdinalValue(2, since=1963).caption()) == ("1st since 1963", "strongest since 1963", "2nd since 1963")
    assert OrdinalValue(1, "biggest art theft", ever=True).caption() == "biggest art theft ever"
    assert OrdinalValue(1, "first crowned head ever", ever=True).caption() == "first crowned head ever"
    assert OrdinalValue(1, "has never won", ever=True).caption() == "has never won"


def test_no_place_before_the_first() -> None:
    with pytest.raises(ValueError, match="no place in a row: 0"):
        OrdinalValue(0)

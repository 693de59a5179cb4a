"""Where something happened: relation, captions and JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import Relation, WhereValue, value_from_json, value_to_json

places = st.sets(st.sampled_from(("city:gent", "city:dell", "room:hall", "room:roof", "limb:leg")), max_size=3)
values = st.builds(lambda found: WhereValue(tuple(sorted(found))), places)


@given(values, values)
def test_the_relation_is_symmetric(left: WhereValue, right: WhereValue) -> None:
    assert left.relation(right) is right.relation(left)
    assert left.relation(left) is Relation.SAME
    assert (left.relation(right) is Relation.APART) == bool(list(left.clashing(right)))


@given(values)
def test_a_value_survives_json(value: WhereValue) -> None:
    assert value_from_json(value_to_json(value)) == value


def test_captions() -> None:
    value = WhereValue(("city:gent", "room:hall"), "in the hall")
    assert (value.iso(), value.caption()) == ("city:gent, room:hall", "in the hall")
    assert WhereValue(value.places).caption() == value.iso()
    assert value.at("room") == {"hall"}


@pytest.mark.parametrize("wrong", [("gent",), ("room:hall", "city:gent"), ("room:hall", "room:hall")])
def test_what_is_no_value(wrong: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="place"):
        WhereValue(wrong)

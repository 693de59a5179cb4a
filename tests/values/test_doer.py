"""Who did a deed: relation, captions and JSON."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import DoerValue, Relation, value_from_json, value_to_json

values = st.builds(DoerValue, st.sampled_from(("person:ada fonn", "person:olaf aas", "work:labour", "work:employer")))


@given(values, values)
def test_the_relation_is_symmetric_and_needs_one_sort(left: DoerValue, right: DoerValue) -> None:
    assert left.relation(right) is right.relation(left)
    one_sort = left.who.partition(":")[0] == right.who.partition(":")[0]
    assert (left.relation(right) is Relation.OVERLAP) == (not one_sort)


@given(values)
def test_a_value_survives_json(value: DoerValue) -> None:
    assert value_from_json(value_to_json(value)) == value


def test_captions() -> None:
    assert (DoerValue("person:ada fonn", "Dr Fonn").caption(), DoerValue("person:ada fonn").caption()) == ("Dr Fonn", "person:ada fonn")

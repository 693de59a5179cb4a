"""Numbers of members: their relation, their forms, what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import MembershipValue, Relation, value_from_json, value_to_json

PAIRS = list(csv.DictReader((Path(__file__).parent.parent / "pairs" / "membership.csv").read_text(encoding="utf-8").splitlines()))
values = st.builds(MembershipValue, st.integers(0, 9).map(float), st.sampled_from(("", "bank")), st.lists(st.text(max_size=5)).map(tuple))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['left']}-{pair['right']}")
def test_pairs(pair: dict[str, str]) -> None:
    left, right = MembershipValue(float(pair["left"])), MembershipValue(float(pair["right"]), "bank", ("A", "B"))
    assert left.relation(right) is right.relation(left) is Relation(pair["relation"])


@given(values, values)
def test_the_relation_is_that_of_the_numbers(left: MembershipValue, right: MembershipValue) -> None:
    assert (left.relation(right) is Relation.SAME) is (left.number == right.number)
    assert left.relation(right) is right.relation(left)


@given(values)
def test_json_and_back(value: MembershipValue) -> None:
    assert value_from_json(value_to_json(value)) == value


def test_forms() -> None:
    assert (MembershipValue(3, "bank").iso(), MembershipValue(3, "bank").caption()) == ("3", "3 stated")
    assert MembershipValue(2, "bank", ("Ostmark", "Tervo")).caption() == "2 listed: Ostmark, Tervo"


@pytest.mark.parametrize("number", [-1.0, float("nan"), float("inf")])
def test_what_is_no_number_of_members_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not a number of members"):
        MembershipValue(number)

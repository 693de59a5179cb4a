"""Names as spelt: parts, folding, and the relation of two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import NameValue, Relation, value_from_json, value_to_json

NAMES = st.builds(
    NameValue, st.text("abé- O'", min_size=1, max_size=8), st.lists(st.text("abc.", min_size=1, max_size=5), max_size=3).map(tuple)
)


def test_the_spelling_keeps_what_was_written() -> None:
    value = NameValue("van der Kolk", ("Ewald", "J."), "Jr.")
    assert value.spelling == value.iso() == value.caption() == "Ewald J. van der Kolk Jr."
    assert NameValue("Müller-Lüdenscheid").folded == "muller ludenscheid"


def test_a_name_needs_a_surname() -> None:
    with pytest.raises(ValueError, match="family"):
        NameValue("")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (NameValue("Okafor", ("Ngozi",)), NameValue("OKAFOR", ("Ngozi",)), Relation.SAME),
        (NameValue("Marín", ("José",)), NameValue("Marin", ("Jose",)), Relation.SAME),
        (NameValue("Okafor", ("Ngozi",)), NameValue("Okafor"), Relation.WITHIN),
        (NameValue("Okafor", ("Ngozi",)), NameValue("Okafor", ("Ada",)), Relation.OVERLAP),
        (NameValue("Hale", ("Robert",), "Jr."), NameValue("Hale", ("Robert",), "Sr."), Relation.OVERLAP),
        (NameValue("Okafor", ("Ngozi",)), NameValue("Orbelin", ("Tavit",)), Relation.APART),
    ],
)
def test_relation_of_spellings(left: NameValue, right: NameValue, relation: Relation) -> None:
    assert left.relation(right) is right.relation(left) is relation


@given(NAMES, NAMES)
def test_relation_is_symmetric_and_reflexive(left: NameValue, right: NameValue) -> None:
    assert left.relation(right) is right.relation(left)
    assert left.relation(left) is Relation.SAME


@given(NAMES)
def test_json_round_trip(value: NameValue) -> None:
    assert value_from_json(value_to_json(value)) == value

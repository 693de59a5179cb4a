"""The relation of roles against sets of posts, captions and JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import Relation, RoleValue, value_from_json, value_to_json

BODIES = ("place:am", "place:fr", "organisation:un")
TITLES = ("finance minister", "mayor")
STANDINGS = ("current", "former", "deputy")
roles = st.builds(
    RoleValue,
    st.sampled_from(TITLES),
    st.sampled_from(("", *BODIES)),
    st.sampled_from(STANDINGS),
    st.sampled_from(("office", "nationality")),
    st.sampled_from(("", "mayor", "the boss")),
)


def members(value: RoleValue) -> set[tuple[str, str, str, str]]:
    return {(value.sort, value.title, value.standing, body) for body in ((value.body,) if value.body else BODIES)}


@given(roles, roles)
def test_the_relation_is_that_of_the_sets(left: RoleValue, right: RoleValue) -> None:
    mine, theirs = members(left), members(right)
    if mine == theirs:
        wanted = Relation.SAME
    else:
        wanted = Relation.WITHIN if mine & theirs else Relation.APART
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(roles)
def test_a_role_is_the_same_as_itself_and_survives_json(value: RoleValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


@pytest.mark.parametrize("fields", [{"title": ""}, {"title": "mayor", "standing": "ousted"}, {"title": "mayor", "sort": "job"}])
def test_what_is_no_role_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"a role needs a title|not a"):
        value_from_json({"kind": "role", **fields})


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (RoleValue("mayor"), "mayor", "mayor"),
        (RoleValue("mayor", "place:fr", "former"), "former mayor (place:fr)", "former mayor (place:fr)"),
        (RoleValue("finance minister", said="minister of finance"), "finance minister", "minister of finance"),
        (RoleValue("place:pt", sort="nationality", said="a Portuguese"), "national of place:pt", "a Portuguese"),
    ],
)
def test_captions(value: RoleValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)

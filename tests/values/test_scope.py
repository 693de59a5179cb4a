"""The relation of shares against sets of members of a whole of a thousand, their contraries and captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import Relation, ScopeValue, value_from_json, value_to_json
from factcheck.values.scope import EDGE, SHARES

WHOLE = round(1 / EDGE)
"""A whole with so many members that EDGE is one of them."""

named = st.sampled_from([name for name, _, _ in SHARES]).map(ScopeValue.of)
told = st.floats(0.01, 0.99).map(ScopeValue.fraction)
shares = st.one_of(named, told)


def members(value: ScopeValue) -> set[int]:
    return set(range(round(value.low * WHOLE), round(value.high * WHOLE) + 1))


@given(shares, shares)
def test_the_relation_is_that_of_the_sets(left: ScopeValue, right: ScopeValue) -> None:
    mine, theirs = members(left), members(right)
    if mine == theirs:
        wanted = Relation.SAME
    elif not mine & theirs:
        wanted = Relation.APART
    elif mine <= theirs or theirs <= mine:
        wanted = Relation.WITHIN
    else:
        wanted = Relation.OVERLAP
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(shares)
def test_the_rest_of_the_rest_is_the_share(value: ScopeValue) -> None:
    assert members(value.rest()) == {WHOLE - number for number in members(value)}
    assert members(value.rest().rest()) == members(value)


@given(shares)
def test_a_share_survives_json(value: ScopeValue) -> None:
    assert value_from_json(value_to_json(value)) == value
    assert value.caption()
    assert value.iso()


@given(told)
def test_a_fraction_is_neither_all_nor_nothing(value: ScopeValue) -> None:
    assert value.relation(ScopeValue.of("all")) is Relation.APART
    assert value.relation(ScopeValue.of("none")) is Relation.APART


@pytest.mark.parametrize(
    ("value", "caption", "iso"),
    [
        (ScopeValue.of("only-some"), "only some", "only-some"),
        (ScopeValue.of("all"), "all", "all"),
        (ScopeValue.fraction(1 / 3), "28 to 38 percent", "share 0.283..0.383"),
        (ScopeValue.of("most").rest(), "0 to 50 percent", "share 0..0.499"),
    ],
)
def test_captions(value: ScopeValue, caption: str, iso: str) -> None:
    assert (value.caption(), value.iso()) == (caption, iso)


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown quantifier"):
        ScopeValue.of("lots")
    with pytest.raises(ValueError, match="no share"):
        ScopeValue("share", 0.6, 0.4)

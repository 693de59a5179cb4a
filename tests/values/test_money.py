"""The relation of sums against sets of coins, currencies and captions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from relations_of_sets import relation_of_sets

from factcheck.rulebook import load_rules
from factcheck.values import MoneyValue, Relation, value_from_json, value_to_json
from factcheck.values.money import OPEN

TOP = 500
"""Coins that stand for "no upper limit" in the model; all limits lie below."""

ends = st.tuples(st.integers(0, TOP - 1), st.one_of(st.none(), st.integers(0, TOP - 1))).filter(
    lambda pair: pair[1] is None or pair[0] <= pair[1]
)
CURRENCIES = [("GBP", ""), ("EUR", ""), ("USD", ""), (None, "dollar"), (None, "franc")]
euros = ends.map(lambda pair: MoneyValue(float(pair[0]), None if pair[1] is None else float(pair[1]), "EUR"))
sums = st.tuples(ends, st.sampled_from(CURRENCIES)).map(
    lambda item: MoneyValue(float(item[0][0]), None if item[0][1] is None else float(item[0][1]), *item[1])
)


def members(value: MoneyValue) -> set[int]:
    high = TOP if value.high is None else round(value.high)
    return set(range(round(value.low), high + 1))


@given(euros, euros)
def test_in_one_currency_the_relation_is_that_of_the_sets(left: MoneyValue, right: MoneyValue) -> None:
    wanted = relation_of_sets(members(left), members(right))
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@given(sums, sums)
def test_sums_are_apart_only_in_a_common_currency(left: MoneyValue, right: MoneyValue) -> None:
    assert left.relation(right) is right.relation(left)
    if left.relation(right) is Relation.APART:
        assert (left.currency, left.family) == (right.currency, right.family)


@given(sums)
def test_a_sum_is_the_same_as_itself_and_survives_json(value: MoneyValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value


def test_an_open_currency_may_be_any_of_its_family() -> None:
    dollars, american, euros = MoneyValue(5, 5, None, "dollar"), MoneyValue(5, 5, "USD", "dollar"), MoneyValue(5, 5, "EUR")
    assert dollars.same_currency(american) is None
    assert dollars.same_currency(euros) is False
    assert dollars.same_currency(dollars) is None


def test_a_sum_without_a_currency_may_be_of_any_and_is_apart_from_its_like_alone() -> None:
    bare, other, euros = (MoneyValue(sum_, sum_, *currency) for sum_, currency in ((5, (None, OPEN)), (7, (None, OPEN)), (7, ("EUR",))))
    assert bare.same_currency(euros) is None
    assert bare.relation(euros) is Relation.OVERLAP
    assert bare.relation(other) is Relation.APART
    assert other.relation(euros) is Relation.SAME


@pytest.mark.parametrize(("low", "high"), [(-1.0, 2.0), (3.0, 2.0), (math.nan, 2.0), (1.0, math.inf)])
def test_what_is_no_interval_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not a sum of money"):
        MoneyValue(low, high, "EUR")


def test_a_sum_needs_a_currency() -> None:
    with pytest.raises(ValueError, match="currency"):
        MoneyValue(1, 2, None)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (MoneyValue(37e6, 37e6, "GBP", amount=37e6), "37000000 GBP", "37 million GBP"),
        (MoneyValue(1140, 1260, "EUR", amount=1200, approximate=True), "1140..1260 EUR", "about 1,200 EUR"),
        (MoneyValue(15_000, 15_000, None, "dollar", amount=15_000), "15000 dollar", "15,000 dollars"),
        (MoneyValue(2e9, 2e9, None, "krone", amount=2e9), "2000000000 krone", "2 billion kroner"),
        (MoneyValue(18.5e6, 18.5e6, None, OPEN, amount=18.5e6), "18500000 open", "18.5 million"),
        (MoneyValue(79e6, None, "EUR"), "79000000.. EUR", "at least 79 million EUR"),
        (MoneyValue(0, 500, "EUR"), "0..500 EUR", "at most 500 EUR"),
        (MoneyValue(1.5e9, 2e9, "USD"), "1500000000..2000000000 USD", "1.5 billion to 2 billion USD"),
    ],
)
def test_captions(value: MoneyValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)


def test_captions_call_currencies_as_the_texts_do() -> None:
    words = load_rules().words()
    names, signs = words.text("currency.name"), words.text("currency.sign")
    families = {word for word in (*names.values(), *signs.values()) if not word.isupper()}
    assert len(families) > 15
    for family in families:
        assert MoneyValue(2, 2, None, family, 2).caption().removeprefix("2 ").lower() in names

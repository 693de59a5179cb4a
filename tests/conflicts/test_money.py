"""Levels of FC261, roles, owners, currencies and instances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.money import MoneyComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication, Scope
from factcheck.values import DateValue, MoneyValue

CLUB = "name:brightwell"
FEE = Frame(role="fee", thing="fee", agents=frozenset({CLUB}))


def money(amount: float, currency: str | None = "EUR", *, family: str = "", approximate: bool = False, step: float = 1e6) -> MoneyValue:
    spread = 0.05 * amount if approximate else 0
    return MoneyValue(amount - spread, amount + spread, currency, family, amount, step, approximate)


def compare(world: World, left: MoneyValue, right: MoneyValue, frame: Frame = FEE, other: Frame | None = None) -> Clash | Doubt:
    first, second = claim(left, frame), claim(right, other or frame, article="right.txt")
    return MoneyComparer().compare(first, second, world.context())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (money(45e6), money(50e6, step=1e7), "apart"),
        (money(45e6), money(45e6), "compatible"),
        (money(45e6), money(45e9, step=1e9), "apart"),
        (money(42e6, "GBP"), money(42e6), "currency"),
        (money(48.5e6, step=1e5), money(49e6), "rounding"),
        (money(2e9, step=1e9), money(2.2e9, step=1e8), "rounding"),
        (money(3e6), money(3.2e6, step=1e5), "rounding"),
        (money(3e6), money(4e6), "apart"),
        (money(3e6), money(3.6e6, step=1e5), "apart"),
        (money(3, step=1), money(3.4, step=0.01), "apart"),  # a price
        (money(40e6, approximate=True), money(43e6), "rounding"),
        (money(6e6, None, family="dollar"), money(7e6, "USD", family="dollar"), "compatible"),
    ],
)
def test_levels(world: World, left: MoneyValue, right: MoneyValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC261", level)


def test_two_currencies_are_not_compared_but_for_one_and_the_same_number(world: World) -> None:
    assert isinstance(compare(world, money(42e6, "GBP"), money(48.5e6)), Doubt)
    assert isinstance(compare(world, money(4e6, "GBP"), money(4e6)), Doubt), "one digit is a rounding"


@pytest.mark.parametrize(
    "other",
    [
        replace(FEE, markers=frozenset({"earlier"})),
        replace(FEE, markers=frozenset({"per year"})),
        replace(FEE, agents=frozenset()),
        replace(FEE, time=DateValue(date(2019, 1, 1), date(2019, 12, 31))),
    ],
    ids=["another instance", "a rate", "unknown owner", "another year"],
)
def test_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, money(45e6), money(50e6, step=1e7), FEE, other), Doubt)


def test_different_persons_have_different_fees(world: World) -> None:
    mine, theirs = (replace(FEE, agents=frozenset({CLUB, f"person:{name}"})) for name in ("ada okafor", "li wei"))
    assert isinstance(compare(world, money(45e6), money(50e6, step=1e7), mine, theirs), Doubt)


def test_two_sales_in_one_town_have_sums_of_their_own(world: World) -> None:
    mine, theirs = (
        replace(FEE, agents=frozenset({CLUB, *(f"name:{name}" for name in names)}))
        for names in (("castor line", "marlow ferries"), ("ostrel line", "tolvane ferries"))
    )
    assert isinstance(compare(world, money(45e6), money(50e6), mine, theirs), Doubt)
    assert isinstance(compare(world, money(45e6), money(50e6), mine, replace(FEE, agents=mine.agents - {"name:castor line"})), Clash)


def test_a_broad_role_needs_an_owner(world: World) -> None:
    price = Frame(role="price", lead=True)
    assert isinstance(compare(world, money(45e6), money(50e6, step=1e7), price), Doubt)
    assert isinstance(compare(world, money(45e6), money(50e6, step=1e7), replace(price, agents=frozenset({CLUB}))), Clash)


def test_a_zero_too_many_proves_itself(world: World) -> None:
    payment = Frame(role="one-off payment")
    assert isinstance(compare(world, money(1200, step=100), money(12_000, step=1000), payment), Clash)
    assert isinstance(compare(world, money(1200, step=100), money(1500, step=100), payment), Doubt)


def test_negated_sums_other_stories_and_other_days_are_not_compared(world: World) -> None:
    left, right = claim(money(45e6), FEE, scope=Scope(negated=True)), claim(money(50e6), FEE, article="right.txt")
    assert isinstance(MoneyComparer().compare(left, right, world.context()), Doubt)
    elsewhere = claim(money(50e6), FEE, article="other.txt")
    assert isinstance(MoneyComparer().compare(claim(money(45e6), FEE), elsewhere, world.context()), Doubt)
    days = (date(2024, 5, 6), date(2024, 5, 16))
    world.published = {name: Publication(day, day) for name, day in zip(("left.txt", "right.txt"), days, strict=True)}
    assert isinstance(compare(world, money(45e6), money(50e6)), Doubt)


def test_an_article_with_two_sums_for_one_role_gives_no_answer() -> None:
    first, second = claim(money(45e6), FEE), claim(money(7e6), FEE, at=90)
    assert MoneyComparer().select([first, second]) == []
    assert MoneyComparer().select([first, replace(second, frame=replace(FEE, markers=frozenset({"earlier"})))])[0] == first


def test_ranges_answer_no_question(world: World) -> None:
    assert MoneyComparer().question(claim(MoneyValue(5, 9, "EUR"), FEE), world.context()) is None
    assert MoneyComparer().question(claim(money(5), FEE), world.context()) == "fee"

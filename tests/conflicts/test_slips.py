"""Slips of the pen: two numbers that look like one copied wrongly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim, moved

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.slips import SlipComparer
from factcheck.model import Claim, Frame, Publication, Scope
from factcheck.values import CountValue, MeasureValue, MoneyValue, PercentValue, Value
from factcheck.values.money import OPEN

LOOT = Frame(event="theft", role="missing", lead=True)


def euros(millions: float) -> MoneyValue:
    return MoneyValue(millions * 1e6, millions * 1e6, "EUR", amount=millions * 1e6)


def share(amount: float) -> PercentValue:
    return PercentValue(amount, amount, amount=amount)


def metres(amount: float) -> MeasureValue:
    return MeasureValue(amount, amount, "length", "m", amount=amount)


def feet(amount: float) -> MeasureValue:
    return MeasureValue(amount * 0.3048, amount * 0.3048, "length", "foot", factor=0.3048, amount=amount)


def prisoners(number: int) -> CountValue:
    return CountValue(number, number, number, of="prisoner")


def pair(left: Value, right: Value, frame: Frame = LOOT) -> tuple[Claim, Claim]:
    return claim(left, frame), claim(right, frame, article="right.txt")


@pytest.mark.parametrize(
    ("left", "right", "slipped"),
    [
        (euros(14), euros(41), True),
        (euros(14), euros(18), False),
        (share(52.4), share(54.2), True),
        (share(52.4), share(53.9), False),
        (metres(2840), metres(2480), True),
        (metres(9400), feet(9400), True),
        (metres(9400), feet(31000), False),
        (metres(2840), metres(2840), False),
        (MoneyValue(68.4, 72, "EUR", approximate=True, amount=72), MoneyValue(72, 72, None, OPEN, amount=72), False),
        (MoneyValue(37, 37, "GBP", amount=37), MoneyValue(37, 37, "EUR", amount=37), True),
    ],
)
def test_what_is_a_slip(world: World, left: Value, right: Value, *, slipped: bool) -> None:
    first, second = pair(left, right)
    for one, other in ((first, second), (second, first)):
        outcome = SlipComparer(left.kind, "FC261").compare(one, other, world.context())
        assert (isinstance(outcome, Clash) and outcome.comparison.level == "slip") is slipped


def test_counts_slip_by_swapped_digits_of_one_thing(world: World) -> None:
    frame = Frame(event="prisoner-exchange", role="acted_on", thing="prisoner", lead=True)
    comparer = SlipComparer("count", "FC201")
    swapped = comparer.compare(*pair(prisoners(480), prisoners(840), frame), world.context())
    assert isinstance(swapped, Clash)
    assert swapped.comparison.level == "slip"
    assert isinstance(comparer.compare(*pair(prisoners(480), prisoners(520), frame), world.context()), Doubt)
    assert comparer.question(claim(prisoners(480), frame), world.context()) == "count/48"


@pytest.mark.parametrize(
    "other",
    [replace(LOOT, markers=frozenset({"earlier"})), replace(LOOT, role="ransom", lead=False)],
    ids=["another instance", "two digits and no tie"],
)
def test_what_keeps_a_slip_silent(world: World, other: Frame) -> None:
    left, right = claim(euros(14), LOOT), claim(euros(41), other, article="right.txt")
    assert isinstance(SlipComparer("money", "FC261").compare(left, right, world.context()), Doubt)
    elsewhere = claim(euros(41), LOOT, article="other.txt")
    assert isinstance(SlipComparer("money", "FC261").compare(left, elsewhere, world.context()), Doubt)


def test_a_plan_and_an_outcome_are_no_slip(world: World) -> None:
    left = claim(euros(14), LOOT)
    right = claim(euros(41), LOOT, article="right.txt", scope=Scope(planned=True))
    assert isinstance(SlipComparer("money", "FC261").compare(left, right, world.context()), Doubt)


def workers(number: int, thing: str = "worker") -> CountValue:
    return CountValue(number, number, number, of=thing)


MONDAY = Publication(*(date(2026, 3, 16),) * 2, "stated")


@pytest.mark.parametrize(
    ("left", "right", "slipped"),
    [
        (claim(workers(46), Frame(role="present", thing="person")), claim(workers(64), Frame(role="present", thing="worker")), True),
        (claim(workers(46), Frame(role="present", thing="gun")), claim(workers(64), Frame(role="present", thing="worker")), False),
        (
            claim(workers(46), Frame(event="death", role="acted_on", thing="person")),
            claim(workers(64), Frame(event="injury", role="acted_on", thing="worker")),
            False,
        ),
        (claim(workers(46), Frame(thing="worker", markers=frozenset({"whole"}))), claim(workers(64), Frame(thing="person")), True),
        (claim(workers(46), Frame(thing="worker", markers=frozenset({"earlier"}))), claim(workers(64), Frame(thing="person")), False),
        (claim(workers(15), Frame(thing="worker")), claim(workers(1500), Frame(thing="person")), False),
        (claim(euros(1.85), Frame(role=None)), claim(euros(18.5), Frame(role=None)), True),
        (claim(euros(1.5), Frame(role=None)), claim(euros(15), Frame(role=None)), False),
        (
            claim(euros(1.4), Frame(role="worth"), quote="1.4 million EUR is what the coins are worth."),
            claim(euros(4.1), Frame(role="bail"), quote="4.1 million EUR was the bail that a court set."),
            False,
        ),
        (
            claim(euros(1.4), Frame(role="worth"), quote="1.4 million EUR is what the coins are worth."),
            claim(euros(4.1), Frame(role="auction"), quote="4.1 million EUR may be bid for the coins."),
            True,
        ),
    ],
)
def test_a_slip_told_with_other_words(world: World, left: Claim, right: Claim, *, slipped: bool) -> None:
    right = moved(right, "right.txt")
    near = replace(world, published=dict.fromkeys(("left.txt", "right.txt"), MONDAY))
    outcome = SlipComparer(left.kind, "FC201").compare(left, right, near.context(left, right))
    assert isinstance(outcome, Clash) is slipped


def test_two_digits_told_with_other_words_need_days_close_to_each_other(world: World) -> None:
    left, right = claim(workers(46), Frame(thing="person")), claim(workers(64), Frame(thing="worker"), article="right.txt")
    assert isinstance(SlipComparer("count", "FC201").compare(left, right, world.context(left, right)), Doubt)

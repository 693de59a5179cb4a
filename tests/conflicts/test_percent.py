"""Levels of FC271, owners, wholes, polls and ballots."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.percent import PercentComparer
from factcheck.model import Frame, Scope
from factcheck.values import DateValue, PercentValue

PARTY = "name:brightwell"
VOTES = Frame(role="vote share", thing="vote", agents=frozenset({PARTY}))
LOSS = Frame(role="fall", predicate="lost", thing="capacity", subset=frozenset({"voice"}))
YES = Frame(role="for", predicate="voted")


def share(amount: float, *, approximate: bool = False, points: bool = False, step: float = 1.0) -> PercentValue:
    spread = 0.05 * amount if approximate else 0
    return PercentValue(amount - spread, amount + spread, amount, step, points, approximate)


def compare(world: World, left: PercentValue, right: PercentValue, frame: Frame = VOTES, other: Frame | None = None) -> Clash | Doubt:
    first, second = claim(left, frame), claim(right, other or frame, article="right.txt")
    return PercentComparer().compare(first, second, world.context())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (share(41.3, step=0.1), share(43.1, step=0.1), "apart"),
        (share(41.3, step=0.1), share(41.3, step=0.1), "compatible"),
        (share(41.3, step=0.1), share(41), "rounding"),
        (share(6), share(6.4, step=0.1), "rounding"),
        (share(3), share(2.7, step=0.1), "rounding"),
        (share(10, step=10), share(10.4, step=0.1), "rounding"),
        (share(6), share(6.6, step=0.1), "apart"),
        (share(3), share(3.5, step=0.1), "apart"),  # halfway
        (share(4), share(4.25, step=0.01), "apart"),  # rates are set in quarters
        (share(6), share(7), "apart"),
        (share(40, approximate=True), share(42), "compatible"),
        (share(40), share(44), "apart"),
        (share(3), share(5, points=True), "compatible"),
    ],
)
def test_levels(world: World, left: PercentValue, right: PercentValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC271", level)


@pytest.mark.parametrize(
    "other",
    [
        replace(VOTES, agents=frozenset({"name:halden"})),
        replace(VOTES, agents=frozenset()),
        replace(VOTES, markers=frozenset({"earlier"})),
        replace(VOTES, time=DateValue(date(2019, 1, 1), date(2019, 12, 31))),
    ],
    ids=["another party", "unknown party", "another instance", "another year"],
)
def test_vote_shares_that_are_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, share(38), share(31), VOTES, other), Doubt)


@pytest.mark.parametrize(
    "other",
    [replace(LOSS, thing="traffic"), replace(LOSS, subset=frozenset()), replace(LOSS, predicate="kept"), replace(LOSS, thing=None)],
    ids=["another whole", "a part of the whole", "another verb", "unknown whole"],
)
def test_losses_that_are_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, share(78), share(61), LOSS, other), Doubt)
    assert isinstance(compare(world, share(78), share(61), LOSS), Clash)


def test_one_ballot_has_one_result(world: World) -> None:
    assert isinstance(compare(world, share(84), share(48), YES), Clash)
    assert isinstance(compare(world, share(84), share(61), YES), Clash)


def test_a_share_index_or_share_price_without_an_owner_is_not_compared(world: World) -> None:
    fall = Frame(role="fall", predicate="fell", agents=frozenset({"name:halden"}))
    assert isinstance(compare(world, share(1), share(4), fall, replace(fall, agents=frozenset({PARTY}))), Doubt)


def test_questions_and_other_stories_are_not_compared(world: World) -> None:
    left, right = claim(share(84), YES, scope=Scope(question=True)), claim(share(48), YES, article="right.txt")
    assert isinstance(PercentComparer().compare(left, right, world.context()), Doubt)
    assert isinstance(PercentComparer().compare(claim(share(84), YES), claim(share(48), YES, article="other.txt"), world.context()), Doubt)


def test_polls_forecasts_and_ranges_answer_no_question(world: World) -> None:
    context = world.context()
    for marker in ("poll", "forecast", "early"):
        assert PercentComparer().question(claim(share(40), replace(VOTES, markers=frozenset({marker}))), context) is None
    assert PercentComparer().question(claim(PercentValue(40, 70), VOTES), context) is None
    assert PercentComparer().question(claim(share(40), VOTES), context) == "vote share"


def test_parties_side_by_side_are_no_rivals_in_an_article() -> None:
    first, second = claim(share(38), VOTES), claim(share(31), replace(VOTES, agents=frozenset({"name:halden"})), at=90)
    assert PercentComparer().select([first, second]) == [first, second]
    third = claim(share(36), VOTES, at=190)
    assert PercentComparer().select([first, second, third]) == [second]

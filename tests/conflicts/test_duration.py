"""Levels of FC301: units agree, and the unit that was said is the rounding."""

from __future__ import annotations

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.duration import DurationComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame
from factcheck.values import DurationValue
from factcheck.values.duration import HOURS

WAR = Frame(event="clash", predicate="fighting", role="lasted", agents=frozenset({"place:fr"}), targets=frozenset({"name:tarrow falls"}))


def length(amount: float, unit: str, *, approximate: bool = False) -> DurationValue:
    hours = amount * HOURS[unit]
    margin = 0.1 * hours if approximate else 0
    return DurationValue(hours - margin, hours + margin, amount, unit, approximate)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (length(24, "hour"), length(1, "day"), "compatible"),
        (length(12, "month"), length(1, "year"), "compatible"),
        (length(6, "week"), length(4, "week"), "apart"),
        (length(4, "year"), length(42, "month"), "rounding"),
        (length(30, "day"), length(1, "month"), "rounding"),
        (length(10, "minute", approximate=True), length(9, "minute"), "compatible"),
        (length(20, "second", approximate=True), length(1, "minute"), "rounding"),
        (length(10, "year"), length(30, "year"), "apart"),
    ],
)
def test_levels(world: World, left: DurationValue, right: DurationValue, level: str) -> None:
    outcome = DurationComparer().compare(claim(left, WAR), claim(right, WAR, article="right.txt"), world.setting())
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC301", level)


def test_another_actor_is_not_comparable(world: World) -> None:
    other = Frame(event="clash", predicate="fighting", role="lasted", agents=frozenset({"place:de"}), targets=WAR.targets)
    outcome = DurationComparer().compare(
        claim(length(6, "week"), WAR), claim(length(4, "week"), other, article="right.txt"), world.setting()
    )
    assert isinstance(outcome, Doubt)


def test_a_length_without_a_number_answers_no_question(world: World) -> None:
    weeks = DurationValue(2 * HOURS["week"], None, None, "week")
    assert DurationComparer().question(claim(weeks, WAR), world.setting()) is None

"""Levels of FC101 and FC102, and what keeps two dates from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.date import DateComparer, caption_gap, nearest_gap
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication, Scope
from factcheck.values import DateValue
from factcheck.values.date import month_value, year_value

FR, OKAFOR, TOWN = "place:fr", "person:ada okafor", "name:tarrow falls"
MOVE = Frame(event="withdrawal", predicate="withdraw", role="on", agents=frozenset({FR}), targets=frozenset({TOWN}))


FIRST, LATER = (Publication(date(2024, month, 11), date(2024, month, 11)) for month in (5, 6))


def day(number: int, month: int = 5, year: int = 2024, **more: object) -> DateValue:
    return DateValue(date(year, month, number), date(year, month, number), **more)  # type: ignore[arg-type]


def open_day(number: int, month: int = 5) -> DateValue:
    return day(number, month, 2000, open_year=True)


def compare(world: World, left: DateValue, right: DateValue, frame: Frame = MOVE, other: Frame = MOVE, **scopes: Scope) -> Clash | Doubt:
    first = claim(left, frame, article="left.txt", scope=scopes.get("left_scope"))
    second = claim(right, other, article="right.txt", scope=scopes.get("right_scope"))
    outcome = DateComparer().compare(first, second, world.context())
    mirrored = DateComparer().compare(second, first, world.context())
    assert isinstance(outcome, Doubt) == isinstance(mirrored, Doubt)
    if isinstance(outcome, Clash) and isinstance(mirrored, Clash):
        assert (outcome.code, outcome.comparison.level) == (mirrored.code, mirrored.comparison.level)
    return outcome


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (day(8), day(10), "apart"),
        (day(8), day(9), "a-day-apart"),
        (day(8), day(8), "compatible"),
        (day(8), month_value(2024, 5), "compatible"),
        (open_day(8), day(8), "compatible"),
        (open_day(8), day(10), "apart"),
        (open_day(8), open_day(10), "apart"),
        (open_day(31, 12), day(1, 1, 2024), "a-day-apart"),
        (day(31, 7, bound="by"), day(1, 8, bound="by"), "compatible"),
    ],
)
def test_levels_of_one_event(world: World, left: DateValue, right: DateValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC101", level)
    assert left.caption() in outcome.comparison.detail
    assert right.caption() in outcome.comparison.detail


@pytest.mark.parametrize(
    ("left_role", "right_role", "left", "right", "level"),
    [
        ("reported_on", "announced_on", day(9), open_day(10), "reported-first"),
        ("reported_on", "announced_on", day(12), day(10), "compatible"),
        ("agreed_on", "announced_on", open_day(8), open_day(10), "spread"),
        ("agreed_on", "announced_on", day(9), day(10), "compatible"),
        ("agreed_on", "reported_on", day(8), day(20), "compatible"),
        ("agreed_on", "reported_on", day(8), day(5), "reported-first"),
    ],
)
def test_levels_of_phases(world: World, left_role: str, right_role: str, left: DateValue, right: DateValue, level: str) -> None:
    outcome = compare(world, left, right, replace(MOVE, role=left_role), replace(MOVE, role=right_role))
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC102", level)


@pytest.mark.parametrize(
    "other",
    [
        replace(MOVE, agents=frozenset({"place:de"})),
        replace(MOVE, targets=frozenset({"name:northport"})),
        replace(MOVE, markers=frozenset({"second"})),
        replace(MOVE, role="deadline"),
        replace(MOVE, agents=frozenset(), targets=frozenset()),
    ],
    ids=["another actor", "another place", "another instance", "another role", "nothing known"],
)
def test_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, day(8), day(10), MOVE, other), Doubt)


@pytest.mark.parametrize("scope", [Scope(negated=True), Scope(question=True), Scope(conditional=True), Scope(planned=True)])
def test_other_scope_is_not_comparable(world: World, scope: Scope) -> None:
    assert isinstance(compare(world, day(8), day(10), left_scope=scope), Doubt)


def test_dates_far_apart_are_two_happenings_unless_it_cannot_happen_twice(world: World) -> None:
    assert isinstance(compare(world, day(8), day(8, 9)), Doubt)
    fall = replace(MOVE, event="seizure", predicate="conquered")
    outcome = compare(world, day(8), day(8, 9), fall, fall)
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "apart"


def test_another_story_is_not_comparable(world: World) -> None:
    left, right = claim(day(8), MOVE), claim(day(10), MOVE, article="other.txt")
    assert isinstance(DateComparer().compare(left, right, world.context()), Doubt)


def test_one_shared_participant_needs_the_main_event_of_both(world: World) -> None:
    whole, half = replace(MOVE, lead=True), replace(MOVE, agents=frozenset(), lead=True)
    assert isinstance(compare(world, day(8), day(10), whole, half), Doubt)
    world.lead = {"left.txt": frozenset({"withdrawal"}), "right.txt": frozenset({"withdrawal"})}
    assert isinstance(compare(world, day(8), day(10), whole, half), Clash)
    world.published = {"left.txt": FIRST, "right.txt": LATER}
    assert isinstance(compare(world, day(8), day(10), whole, replace(half, lead=False)), Doubt)


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [(day(8), day(10), 2), (open_day(8), day(10), 2), (open_day(30, 12), day(2, 1), 3), (day(8), month_value(2024, 5), 0)],
)
def test_nearest_gap(left: DateValue, right: DateValue, gap: int) -> None:
    assert nearest_gap(left, right) == nearest_gap(right, left) == gap


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (year_value(1989), year_value(1998), "9 years apart"),
        (year_value(1990), year_value(1989), "one year apart"),
        (month_value(2024, 3), month_value(2024, 5), "2 months apart"),
        (month_value(2023, 12), month_value(2024, 1), "one month apart"),
        (month_value(2023, 12), month_value(2026, 12), "36 months apart"),
        (DateValue(date(2000, 3, 1), date(2000, 3, 31), open_year=True), month_value(2024, 5), "2 months apart"),
        (day(8), day(9), "one day apart"),
        (day(8), open_day(11), "3 days apart"),
        (day(8, 1), day(9), "about 4 months apart"),
        (day(8, year=2014), day(9, year=2023), "about 9 years apart"),
        (month_value(2024, 5), day(3, 6), "at least 3 days apart"),
        (year_value(2019), month_value(2024, 5), "at least 4 years apart"),  # and four months
        (month_value(2023, 12), year_value(2024), "at least one day apart"),
        (DateValue(date(2024, 5, 1), date(2024, 5, 10)), DateValue(date(2024, 5, 21), date(2024, 5, 31)), "at least 11 days apart"),
        (DateValue(None, date(2024, 5, 1)), day(10), "at least 9 days apart"),
    ],
)
def test_the_proof_tells_how_far_dates_lie_apart(left: DateValue, right: DateValue, told: str) -> None:
    assert caption_gap(left, right) == caption_gap(right, left) == told

"""Levels of FC201, subsets, tolls and rounding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.count import CountComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication, Scope
from factcheck.values import CountValue, DateValue

TOWN = "name:tarrow falls"
HURT = Frame(event="injury", predicate="hurt", role="acted_on", others=frozenset({TOWN}), thing="person")
DELEGATES = Frame(event="meeting", predicate="met", role="acting", others=frozenset({TOWN}), thing="delegate")


def count(number: float, high: float | None = -1, *, approximate: bool = False) -> CountValue:
    return CountValue(number, number if high == -1 else high, number, approximate)


def compare(world: World, left: CountValue, right: CountValue, frame: Frame = HURT, other: Frame | None = None) -> Clash | Doubt:
    first, second = claim(left, frame), claim(right, other or frame, article="right.txt")
    return CountComparer().compare(first, second, world.context())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (count(29), count(31), "apart"),
        (count(29), count(29), "compatible"),
        (count(29, None), count(31), "compatible"),
        (count(29), count(40, None), "apart"),
        (CountValue(95_000, 105_000, 100_000, True), count(107_000), "rounding"),
        (CountValue(45, 55, 50, True), count(80), "apart"),
    ],
)
def test_levels(world: World, left: CountValue, right: CountValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC201", level)


@pytest.mark.parametrize(
    "other",
    [replace(HURT, subset=frozenset({"other"})), replace(HURT, subset=frozenset({"of twelve"})), replace(HURT, others=frozenset())],
    ids=["others", "part of a whole", "no shared participant"],
)
def test_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, count(29), count(31), HURT, other), Doubt)


def test_a_toll_grows_with_time(world: World) -> None:
    monday, tuesday = (Publication(date(2024, 5, number), date(2024, 5, number)) for number in (6, 7))
    world.published = {"left.txt": monday, "right.txt": tuesday}
    dead = replace(HURT, event="death")
    grown = compare(world, count(29), count(31), dead)
    assert isinstance(grown, Clash)
    assert (grown.comparison.level, grown.verdict) == ("grown", "update")
    assert isinstance(compare(world, count(31), count(29), dead), Doubt), "a smaller figure of a later day may be a correction"
    shrunk = compare(world, count(31), count(29), replace(dead, lead=True))
    assert isinstance(shrunk, Clash)
    assert (shrunk.comparison.level, shrunk.verdict) == ("shrunk", "conflict")
    recounted = compare(world, count(29), count(31))
    assert isinstance(recounted, Clash)
    assert (recounted.comparison.level, recounted.verdict) == ("recounted", "conflict")
    estimated = compare(world, CountValue(65, 75, 70, True), count(88))
    assert isinstance(estimated, Clash)
    assert (estimated.comparison.level, estimated.verdict) == ("grown", "update"), "a first estimate is meant to be revised"
    bounded = compare(world, count(29, None), count(28))
    assert isinstance(bounded, Doubt)
    other = compare(world, count(5), count(7), DELEGATES)
    assert isinstance(other, Clash)
    assert other.verdict == "conflict"
    world.published["right.txt"] = monday
    same_day = compare(world, count(29), count(31))
    assert isinstance(same_day, Clash)
    assert same_day.verdict == "conflict"


def test_words_without_a_number_answer_no_question(world: World) -> None:
    dozens = CountValue(24, None, None)
    assert CountComparer().question(claim(dozens, HURT), world.context()) is None
    assert CountComparer().question(claim(count(29), HURT), world.context()) == "person/injury/acted_on"
    assert CountComparer().question(claim(count(29), replace(HURT, thing=None)), world.context()) is None


CREW = Frame(role="present", others=frozenset({TOWN}), thing="sailor")


@pytest.mark.parametrize(
    ("left", "right", "first", "second", "found"),
    [
        (count(187), count(178), CREW, replace(CREW, event="verb:carry", role="acted_on"), True),
        (count(187), count(160), CREW, replace(CREW, event="verb:carry", role="acted_on"), False),
        (count(187), count(178), CREW, replace(CREW, event="injury", role="acted_on"), False),
        (count(1), count(4), replace(CREW, lead=True), replace(CREW, event="theft", role="acting", lead=True), False),
        (count(3), count(4), replace(CREW, lead=True), replace(CREW, event="theft", role="acting", lead=True), True),
    ],
    ids=["digits in another order", "other numbers further down", "the hurt are a part", "one of them", "in the first lines"],
)
def test_things_told_with_different_verbs(
    world: World, left: CountValue, right: CountValue, first: Frame, second: Frame, *, found: bool
) -> None:
    day = Publication(date(2024, 5, 6), date(2024, 5, 6))
    world.published = {"left.txt": day, "right.txt": day}
    assert isinstance(compare(world, left, right, first, second), Clash) is found


def test_nouns_for_the_same_people_meet_in_one_question(world: World) -> None:
    context = world.context()
    asked = {
        CountComparer().question(claim(count(12), replace(CREW, thing=thing)), context) for thing in ("pupil", "schoolchild", "student")
    }
    assert asked == {"student"}
    assert CountComparer().question(claim(count(12), replace(CREW, thing="passenger")), context) == "passenger"


def test_what_is_planned_or_of_another_year_is_no_second_number(world: World) -> None:
    year = DateValue(date(2019, 1, 1), date(2019, 12, 31))
    news, old, coming = claim(count(6), CREW), claim(count(9), replace(CREW, time=year)), claim(count(10), CREW, scope=Scope(planned=True))
    assert CountComparer().select([news, old, coming]) == [news, old, coming]
    assert CountComparer().select([news, claim(count(9), CREW)]) == []

"""Levels of FC151, and what keeps two times of day from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.clock import ClockComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication, Scope
from factcheck.values import DateValue, TimeValue

TOWN, OKAFOR, FR = "name:tarrow falls", "person:ada okafor", "place:fr"
TUESDAY = DateValue(date(2024, 5, 7), date(2024, 5, 7))
WEDNESDAY = DateValue(date(2024, 5, 8), date(2024, 5, 8))
BLAST = Frame(event="explosion", predicate="exploded", role="at", targets=frozenset({TOWN}), thing="explosion", time=TUESDAY)
ARREST = Frame(event="arrest", predicate="arrested", role="at", targets=frozenset({OKAFOR}), time=TUESDAY)


def at(hour: int, minute: int = 0, *zones: int, either: bool = False) -> TimeValue:
    named = hour * 60 + minute
    return TimeValue(named, named, zones, named, either=either)


def about(hour: int, minute: int = 0, by: int = 12) -> TimeValue:
    named = hour * 60 + minute
    return TimeValue(named - by, named + by, (), named, approximate=True)


def compare(
    world: World, left: TimeValue, right: TimeValue, frame: Frame = BLAST, other: Frame | None = None, **more: Scope
) -> Clash | Doubt:
    first = claim(left, frame, scope=more.get("left_scope"))
    second = claim(right, other or frame, article="right.txt", scope=more.get("right_scope"))
    outcome = ClockComparer().compare(first, second, world.context())
    mirrored = ClockComparer().compare(second, first, world.context())
    assert isinstance(outcome, Doubt) == isinstance(mirrored, Doubt)
    if isinstance(outcome, Clash) and isinstance(mirrored, Clash):
        assert (outcome.code, outcome.comparison.level) == (mirrored.code, mirrored.comparison.level)
    return outcome


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (at(20, 25), at(21, 25), "apart"),
        (at(20, 25), at(20, 25), "compatible"),
        (at(20, 25), at(8, 25, either=True), "compatible"),
        (at(20, 25), at(9, 25, either=True), "apart"),
        (at(8, 20), at(8, 42), "minutes-apart"),
        (at(8, 42), at(8, 46), "rounding"),
        (at(8, 42), at(8, 47), "minutes-apart"),
        (at(8, 0), at(8, 14), "rounding"),
        (at(8, 0), at(8, 15), "minutes-apart"),
        (at(8, 30), at(8, 39), "rounding"),
        (about(9, 0), at(9, 15), "rounding"),
        (about(9, 0), about(9, 30), "minutes-apart"),
        (about(9, 0), at(9, 47), "apart"),
        (at(23, 58), at(0, 1), "rounding"),
        (at(5, 12, 180), at(2, 12, 0), "compatible"),
        (at(5, 12, 180), at(3, 12, 0), "apart"),
        (at(5, 52), at(2, 12, 0), "minutes-apart"),
        (at(7, 0, -300, -240), at(12, 0, 0), "compatible"),
    ],
)
def test_levels(world: World, left: TimeValue, right: TimeValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC151", level)
    assert left.caption() in outcome.comparison.detail
    assert right.caption() in outcome.comparison.detail


@pytest.mark.parametrize("zoned", [at(2, 12, 0), at(8, 42, 0)], ids=["three hours", "three and a half"])
def test_times_by_clocks_that_may_fit_tell_nothing(world: World, zoned: TimeValue) -> None:
    outcome = compare(world, at(5, 12), zoned)
    assert isinstance(outcome, Doubt)
    assert "whose clock" in outcome.reason


@pytest.mark.parametrize(
    "other",
    [
        replace(BLAST, time=WEDNESDAY),
        replace(BLAST, time=replace(TUESDAY, earliest=date(2023, 5, 7), latest=date(2023, 5, 7))),
        replace(BLAST, targets=frozenset({"name:northport"})),
        replace(BLAST, targets=frozenset()),
        replace(BLAST, markers=frozenset({"second"})),
        replace(BLAST, thing="shooting", event="shooting"),
        replace(BLAST, time=None, subset=frozenset({"last monday"})),
    ],
    ids=[
        "another day",
        "another year",
        "another place",
        "no shared participant",
        "a second one",
        "another event",
        "a day that is not known",
    ],
)
def test_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, at(8), at(10), BLAST, other), Doubt)


@pytest.mark.parametrize("scope", [Scope(planned=True), Scope(negated=True), Scope(question=True), Scope(conditional=True)])
def test_a_plan_or_a_denial_tells_no_time(world: World, scope: Scope) -> None:
    assert isinstance(compare(world, at(8), at(10), right_scope=scope), Doubt)


def test_another_story_is_another_event(world: World) -> None:
    first, second = claim(at(8), BLAST), claim(at(10), BLAST, article="other.txt")
    assert isinstance(ClockComparer().compare(first, second, world.context()), Doubt)


def test_the_next_day_in_another_zone_may_be_the_same_moment(world: World) -> None:
    outcome = compare(world, at(23, 0, 0), at(8, 0, 540), BLAST, replace(BLAST, time=WEDNESDAY))
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "compatible"


def test_an_event_that_both_articles_are_about_needs_no_named_participant(world: World) -> None:
    bare = replace(BLAST, targets=frozenset(), time=None)
    assert isinstance(compare(world, at(8), at(10), bare), Doubt)
    world.lead = {"left.txt": frozenset({"explosion"}), "right.txt": frozenset({"explosion"})}
    assert isinstance(compare(world, at(8), at(10), bare), Doubt), "neither the day nor the days of publication are known"
    assert isinstance(compare(world, at(8), at(10), replace(bare, lead=True)), Clash)
    monday, friday = (Publication(date(2024, 5, number), date(2024, 5, number)) for number in (6, 10))
    world.published = {"left.txt": monday, "right.txt": monday}
    assert isinstance(compare(world, at(8), at(10), bare), Clash)
    world.published = {"left.txt": monday, "right.txt": friday}
    assert isinstance(compare(world, at(8), at(10), bare), Doubt)


def test_what_happens_to_a_person_once_a_day_needs_the_person(world: World) -> None:
    assert isinstance(compare(world, at(8), at(10), ARREST), Clash)
    assert isinstance(compare(world, at(8), at(10), ARREST, replace(ARREST, time=None)), Doubt)
    nobody = replace(ARREST, targets=frozenset({FR}))
    assert isinstance(compare(world, at(8), at(10), nobody), Doubt)


def test_events_that_take_hours_need_actor_and_object(world: World) -> None:
    closure = Frame(event="closure", predicate="closed", role="at", targets=frozenset({TOWN}), time=TUESDAY)
    assert isinstance(compare(world, at(8), at(10), closure), Doubt)
    assert isinstance(compare(world, at(8), at(10), replace(closure, agents=frozenset({FR}))), Clash)


@pytest.mark.parametrize("role", ["by", "until", "since", "from", "before", "after"])
def test_limits_answer_no_question(world: World, role: str) -> None:
    assert ClockComparer().question(claim(at(8), replace(BLAST, role=role)), world.context()) is None


def test_start_and_end_are_two_questions(world: World) -> None:
    keys = {ClockComparer().question(claim(at(8), replace(BLAST, role=role)), world.context()) for role in ("at", "started_at", "ended_at")}
    assert len(keys) == 3


def test_an_article_that_gives_several_times_answers_none() -> None:
    one, two = claim(at(8), BLAST), claim(at(10), BLAST, at=50)
    again = claim(at(8, either=True), BLAST, at=90)
    other = claim(at(9), BLAST, article="right.txt")
    assert ClockComparer().select([one, two, other]) == [other]
    assert ClockComparer().select([one, again, other]) == [one, again, other]

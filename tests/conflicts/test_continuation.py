"""Levels of FC551 for states that end or go on, and of FC561 for wholes and lands; what keeps two claims from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.continuation import ContinuationComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.part_whole import PartWholeComparer
from factcheck.conflicts.territorial_control import TerritorialControlComparer
from factcheck.frame_notes import NAMED_WHOLE, NoteKind
from factcheck.mentions.continuation import ENDS, LASTS
from factcheck.model import PART, TAKEN_PART, TAKEN_WHOLE, WHOLE, Claim, Frame, Publication, Scope
from factcheck.values import DateValue, PolarityValue, ScopeValue

FALLS, RIVER = frozenset({"name:tarrow falls"}), frozenset({"name:ewell hatherly"})
GUARDS = Frame(
    event="staying",
    predicate="withdraw",
    role="stay-planned",
    agents=RIVER,
    targets=FALLS,
    thing="border guard",
    subset=frozenset({NAMED_WHOLE}),
)
SOLD = Frame(event="sale", predicate="sell", role=WHOLE, agents=RIVER, targets=FALLS, thing="house", lead=True)
TAKEN = Frame(event="seizure", predicate="took", role=TAKEN_WHOLE, agents=RIVER, targets=FALLS, thing="land")


def day(number: int) -> Publication:
    return Publication(date(2024, 5, number), date(2024, 5, number))


def year(number: int, *, is_open: bool = False) -> DateValue:
    return DateValue(date(number, 1, 1), date(number, 12, 31), open_year=is_open)


@pytest.fixture(autouse=True)
def dated(world: World) -> None:
    world.published = {"left.txt": day(6), "right.txt": day(6)}
    world.lead = {"left.txt": frozenset({"sale"}), "right.txt": frozenset({"sale"})}


def ends(frame: Frame = GUARDS, scope: Scope | None = None) -> Claim:
    return replace(claim(PolarityValue("withdraw", False), frame, scope=scope), rule=ENDS)


def lasts(frame: Frame = GUARDS, article: str = "right.txt", scope: Scope | None = None) -> Claim:
    return replace(claim(PolarityValue("remain", True), frame, article=article, scope=scope, at=300), rule=LASTS)


def level(outcome: Clash | Doubt) -> str:
    return outcome.comparison.level if isinstance(outcome, Clash) else "doubt"


def test_levels_of_states(world: World) -> None:
    comparer, context = ContinuationComparer(), world.context()
    assert level(comparer.compare(ends(), lasts(), context)) == "goes-on"
    assert level(comparer.compare(ends(), lasts(article="left.txt"), context)) == "goes-on"
    assert level(comparer.compare(ends(), lasts(replace(GUARDS, subset=frozenset())), context)) == "goes-on-in-part"
    assert level(comparer.compare(lasts(article="left.txt"), lasts(), context)) == "compatible"
    speakers = (ends(scope=Scope(said_by="person:bello")), lasts(scope=Scope(said_by="person:ada okafor")))
    outcome = comparer.compare(*speakers, context)
    assert isinstance(outcome, Clash)
    assert (outcome.comparison.level, outcome.verdict) == ("denied", "disputed")


@pytest.mark.parametrize(
    "frame",
    [
        replace(GUARDS, agents=frozenset({"name:brightwell"})),
        replace(GUARDS, targets=frozenset({"name:brightwell"})),
        replace(GUARDS, subset=frozenset({NAMED_WHOLE, NoteKind.ONLY.of("young")})),
        replace(GUARDS, markers=frozenset({"second"})),
        replace(GUARDS, time=year(2019)),
    ],
    ids=["another owner", "another place", "narrowed", "another instance", "another time"],
)
def test_states_of_something_else(world: World, frame: Frame) -> None:
    assert isinstance(ContinuationComparer().compare(ends(), lasts(frame), world.context()), Doubt)


def test_what_is_left_must_be_the_whole_place(world: World) -> None:
    border = ends(replace(GUARDS, subset=frozenset()))
    assert isinstance(ContinuationComparer().compare(border, lasts(), world.context()), Doubt)


@pytest.mark.parametrize(
    ("role", "left", "right", "comparable"),
    [
        ("stay-planned", 6, 7, True),
        ("stay-planned", 7, 6, True),
        ("stay-planned", 6, 8, False),
        ("stay-done", 6, 7, True),
        ("stay-done", 7, 6, False),
    ],
)
def test_the_order_of_two_articles(world: World, role: str, left: int, right: int, comparable: bool) -> None:
    world.published = {"left.txt": day(left), "right.txt": day(right)}
    frame = replace(GUARDS, role=role)
    assert isinstance(ContinuationComparer().compare(ends(frame), lasts(frame), world.context()), Clash if comparable else Doubt)


@pytest.mark.parametrize("name", ["question", "conditional", "hedged", "negated"])
def test_states_that_are_not_asserted(world: World, name: str) -> None:
    assert isinstance(ContinuationComparer().compare(ends(), lasts(scope=Scope(**{name: True})), world.context()), Doubt)


def test_only_states_of_one_kind_and_time_meet(world: World) -> None:
    comparer, context = ContinuationComparer(), world.context()
    assert comparer.question(ends(), context) == comparer.question(lasts(), context)
    assert comparer.question(lasts(replace(GUARDS, role="stay-done")), context) != comparer.question(ends(), context)
    assert comparer.question(replace(ends(), rule="deed.did"), context) is None


def part(frame: Frame = SOLD, article: str = "right.txt", scope: Scope | None = None) -> Claim:
    return claim(ScopeValue.of("some"), replace(frame, role=PART), article=article, scope=scope, at=300)


def test_a_whole_without_limit(world: World) -> None:
    whole, comparer = claim(ScopeValue.of("unlimited"), SOLD), PartWholeComparer()
    assert level(comparer.compare(whole, part(), world.context())) == "unlimited"
    for other in (
        part(article="left.txt"),
        part(article="other.txt"),
        part(replace(SOLD, agents=frozenset({"name:brightwell"}))),
        part(replace(SOLD, targets=frozenset())),
        part(replace(SOLD, subset=frozenset({NoteKind.ONLY.of("old")}))),
        part(replace(SOLD, lead=False)),
        part(scope=Scope(planned=True)),
        part(scope=Scope(hedged=True)),
        claim(ScopeValue.of("unlimited"), SOLD, article="right.txt"),
    ):
        assert isinstance(comparer.compare(whole, other, world.context()), Doubt), other
    world.published = {"left.txt": day(6), "right.txt": day(8)}
    assert isinstance(comparer.compare(whole, part(), world.context()), Doubt)
    assert comparer.select([whole, part(article="left.txt"), part()]) == [part(article="left.txt"), part()]


def test_a_land_taken_in_part_first(world: World) -> None:
    comparer = TerritorialControlComparer()
    whole = claim(ScopeValue.of("unlimited"), replace(TAKEN, time=year(2014)))
    some = claim(ScopeValue.of("some"), replace(TAKEN, role=TAKEN_PART, time=year(2014)), article="right.txt")
    later = claim(ScopeValue.of("unlimited"), replace(TAKEN, time=year(2019)), article="right.txt", at=500)
    assert level(comparer.compare(whole, some, world.context())) == "later-whole"
    assert isinstance(comparer.compare(whole, replace(some, frame=replace(some.frame, time=year(2012))), world.context()), Doubt)
    unknown = replace(whole, frame=replace(whole.frame, time=year(2014, is_open=True)))
    assert isinstance(comparer.compare(unknown, some, world.context()), Doubt)
    assert comparer.select([whole, some, later]) == [whole, some, later]
    assert comparer.select([whole, some]) == [whole]
    planned = replace(later, scope=Scope(planned=True))
    assert comparer.select([some, planned]) == [planned]

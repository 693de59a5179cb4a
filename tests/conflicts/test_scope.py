"""Levels of FC561, and everything that keeps two shares from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.scope import ScopeComparer
from factcheck.model import Frame, Publication, Scope
from factcheck.values import DateValue, ScopeValue

FREED = Frame(event="free", predicate="freed", role="acted_on", thing="prisoner")
DAY = Publication(date(2024, 5, 6), date(2024, 5, 6))
NEXT = Publication(date(2024, 5, 7), date(2024, 5, 7))


@pytest.fixture(autouse=True)
def dated(world: World) -> None:
    world.published = {"left.txt": DAY, "right.txt": DAY}


def compare(
    world: World, left: str = "all", right: str = "only-some", frame: Frame = FREED, scope: Scope | None = None, article: str = "right.txt"
) -> Clash | Doubt:
    first = claim(ScopeValue.of(left), FREED)
    second = claim(ScopeValue.of(right), frame, article=article, scope=scope, at=300)
    return ScopeComparer().compare(first, second, world.context())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("all", "only-some", "apart"),
        ("all", "half", "apart"),
        ("all", "none", "apart"),
        ("none", "some", "apart"),
        ("not-all", "all", "apart"),
        ("all", "some", "compatible"),
        ("all", "most", "compatible"),
        ("all", "nearly-all", "compatible"),
        ("most", "only-some", "compatible"),
        ("half", "only-some", "compatible"),
    ],
)
def test_levels(world: World, left: str, right: str, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level, outcome.verdict) == ("FC561", level, "conflict")


@pytest.mark.parametrize(
    "frame",
    [
        replace(FREED, subset=frozenset({"wounded"})),
        replace(FREED, subset=frozenset({"women"})),
        replace(FREED, markers=frozenset({"second"})),
    ],
    ids=["a narrower whole", "another part", "another instance"],
)
def test_not_comparable(world: World, frame: Frame) -> None:
    assert isinstance(compare(world, frame=frame), Doubt)


@pytest.mark.parametrize(
    "scope",
    [Scope(question=True), Scope(conditional=True), Scope(planned=True), Scope(negated=True)],
    ids=["asked", "condition", "plan", "denied"],
)
def test_statements_that_are_not_meant_alike(world: World, scope: Scope) -> None:
    assert isinstance(compare(world, scope=scope), Doubt)


def test_the_no_of_none_denies_nothing_more(world: World) -> None:
    first = claim(ScopeValue.of("all"), FREED)
    second = claim(ScopeValue.of("none"), FREED, article="right.txt", scope=Scope(negated=True), words="None of the prisoners")
    assert isinstance(ScopeComparer().compare(first, second, world.context()), Clash)


def test_owners_that_differ(world: World) -> None:
    named = replace(FREED, others=frozenset({"name:brightwell"}))
    other = replace(FREED, others=frozenset({"name:tarrow falls"}))
    first, second = (
        claim(ScopeValue.of(value), frame, article=name)
        for value, frame, name in (("all", named, "left.txt"), ("none", other, "right.txt"))
    )
    assert isinstance(ScopeComparer().compare(first, second, world.context()), Doubt)
    assert isinstance(compare(world, frame=named), Clash)


def test_a_share_may_grow_but_not_shrink(world: World) -> None:
    world.published = {"left.txt": NEXT, "right.txt": DAY}
    assert isinstance(compare(world, "all", "half"), Doubt)
    world.published = {"left.txt": DAY, "right.txt": NEXT}
    assert isinstance(compare(world, "all", "half"), Clash)
    world.published = {}
    assert isinstance(compare(world, "all", "half"), Doubt)


def test_times_stories_and_articles(world: World) -> None:
    past = DateValue(date(2021, 1, 4), date(2021, 1, 4))
    assert isinstance(compare(world, frame=replace(FREED, time=past)), Doubt)
    assert isinstance(compare(world, article="other.txt"), Doubt)
    assert isinstance(compare(world, article="left.txt"), Doubt)


def test_an_act_of_no_known_class_needs_a_shared_participant(world: World) -> None:
    washed = replace(FREED, event="verb:washed", predicate="washed")
    named = replace(washed, others=frozenset({"name:brightwell"}))
    for frame, wanted in ((washed, Doubt), (named, Clash)):
        first, second = claim(ScopeValue.of("all"), frame), claim(ScopeValue.of("none"), frame, article="right.txt")
        assert isinstance(ScopeComparer().compare(first, second, world.context()), wanted)


def test_an_article_that_gives_two_shares_tells_of_two_wholes() -> None:
    both = [claim(ScopeValue.of("all"), FREED), claim(ScopeValue.of("half"), FREED, at=90)]
    other = claim(ScopeValue.of("none"), FREED, article="right.txt")
    assert ScopeComparer().select([*both, other]) == [other]


def test_the_question_is_the_whole(world: World) -> None:
    comparer, context = ScopeComparer(), world.context()
    assert comparer.question(claim(ScopeValue.of("all"), FREED), context) == "prisoner"
    assert comparer.question(claim(ScopeValue.of("all"), replace(FREED, thing=None)), context) is None

"""Levels of FC301: units agree, and the unit that was said is the rounding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.duration import DurationComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication
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
    outcome = DurationComparer().compare(claim(left, WAR), claim(right, WAR, article="right.txt"), world.context())
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC301", level)


def test_another_actor_is_not_comparable(world: World) -> None:
    other = Frame(event="clash", predicate="fighting", role="lasted", agents=frozenset({"place:de"}), targets=WAR.targets)
    outcome = DurationComparer().compare(
        claim(length(6, "week"), WAR), claim(length(4, "week"), other, article="right.txt"), world.context()
    )
    assert isinstance(outcome, Doubt)


def test_a_length_without_a_number_answers_no_question(world: World) -> None:
    weeks = DurationValue(2 * HOURS["week"], None, None, "week")
    assert DurationComparer().question(claim(weeks, WAR), world.context()) is None


TERM = Frame(event="sentence", predicate="jailed", role="term", agents=frozenset({"person:ada okafor"}), thing="sentence")


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (TERM, True),
        (replace(TERM, agents=frozenset({"person:a. okafor", "noun:judge"})), True),
        (replace(TERM, agents=frozenset({"person:li wei"})), False),
        (replace(TERM, subset=frozenset({"suspended"})), False),
        (replace(TERM, agents=frozenset({"noun:banker"})), False),
    ],
    ids=["same person", "same surname", "another person", "suspended", "nobody named"],
)
def test_terms_are_compared_by_person(world: World, other: Frame, *, found: bool) -> None:
    outcome = DurationComparer().compare(
        claim(length(9, "year"), TERM), claim(length(7, "year"), other, article="right.txt"), world.context()
    )
    assert isinstance(outcome, Clash) is found


STRIKE = Frame(event="labour-strike", predicate="strike", role="lasted", thing="strike")
MONDAY = Publication(date(2024, 5, 6), date(2024, 5, 6))


@pytest.mark.parametrize(
    ("lead", "published", "other", "found"),
    [
        ("labour-strike", MONDAY, STRIKE, True),
        ("meeting", MONDAY, STRIKE, False),
        ("labour-strike", None, STRIKE, True),
        ("meeting", None, STRIKE, False),
        ("labour-strike", MONDAY, replace(STRIKE, markers=frozenset({"second"})), False),
    ],
    ids=[
        "what both are about",
        "about something else",
        "days unknown, one event begins both",
        "days unknown, another begins them",
        "a second one",
    ],
)
def test_what_both_articles_are_about(world: World, lead: str, published: Publication | None, other: Frame, *, found: bool) -> None:
    world.lead = {"left.txt": frozenset({lead}), "right.txt": frozenset({lead})}
    world.published = {"left.txt": published, "right.txt": published} if published else {}
    outcome = DurationComparer().compare(
        claim(length(48, "hour"), STRIKE), claim(length(72, "hour"), other, article="right.txt"), world.context()
    )
    assert isinstance(outcome, Clash) is found


def test_an_article_with_two_lengths_is_not_asked(world: World) -> None:
    block = [
        claim(length(48, "hour"), STRIKE),
        claim(length(2, "week"), STRIKE, at=90),
        claim(length(72, "hour"), STRIKE, article="right.txt"),
    ]
    assert [item.anchor.article for item in DurationComparer().select(block)] == ["right.txt"]

"""Levels of FC451 and FC461, and everything that keeps two roles from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.role import RoleComparer
from factcheck.model import Claim, Frame, Publication, Scope
from factcheck.values import DateValue, RoleValue
from factcheck.values.role import Standing

PERSON = frozenset({"person:tilda bergson"})


def office(title: str, group: str = "cabinet", *, standing: Standing = "current", **parts: object) -> Claim:
    frame = replace(Frame(predicate="named", role="office", agents=PERSON, thing="office", subset=frozenset(group.split("+"))), **parts)  # type: ignore[arg-type]  # fields by name
    return claim(RoleValue(title, "", standing), frame)


def nation(place: str) -> Claim:
    frame = Frame(predicate="named", role="nationality", agents=PERSON, thing="nationality", subset=frozenset({"nationality"}))
    return claim(RoleValue(place, sort="nationality"), frame)


def moved(item: Claim, article: str = "right.txt") -> Claim:
    return replace(item, id=f"{article}/{item.id}", anchor=replace(item.anchor, article=article, path=article))


def compare(world: World, left: Claim, right: Claim, article: str = "right.txt") -> Clash | Doubt:
    forth, back = (
        RoleComparer().compare(*pair, world.context()) for pair in ((left, moved(right, article)), (moved(right, article), left))
    )
    assert type(forth) is type(back)
    return forth


@pytest.mark.parametrize(
    ("left", "right", "code", "level"),
    [
        (office("finance minister"), office("finance minister"), "FC451", "compatible"),
        (office("finance minister"), office("foreign minister"), "FC451", "apart"),
        (office("captain", "crew+rank"), office("first officer", "crew"), "FC451", "apart"),
        (office("captain", "crew+rank"), office("sergeant", "rank"), "FC451", "apart"),
        (office("judge", "court"), office("prosecutor", "court"), "FC451", "apart"),
        (
            office("chief executive", "firm+board", standing="future"),
            office("chair of the supervisory board", "board", standing="future"),
            "FC451",
            "apart",
        ),
        (nation("place:pt"), nation("place:pt"), "FC461", "compatible"),
        (nation("place:pt"), nation("place:it"), "FC461", "apart"),
        (
            office("head of treasury", "department", standing="former"),
            office("head of compliance", "department", standing="former"),
            "FC451",
            "former-apart",
        ),
    ],
)
def test_levels(world: World, left: Claim, right: Claim, code: str, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == (code, level)


UNTIL = frozenset({"until"})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (office("finance minister"), office("mayor", "local")),
        (office("finance minister"), office("foreign minister", standing="former")),
        (office("finance minister"), office("finance minister", standing="acting")),
        (office("finance minister", standing="former"), office("foreign minister", standing="former")),
        (office("finance minister", standing="former", markers=UNTIL), office("foreign minister", standing="former")),
        (office("finance minister", standing="deputy"), office("foreign minister", standing="deputy")),
        (office("finance minister", others=frozenset({"place:fr"})), office("foreign minister", others=frozenset({"place:de"}))),
        (office("finance minister"), office("foreign minister", agents=frozenset({"person:rasmus holt"}))),
        (office("sergeant", "rank"), office("lieutenant", "rank", agents=frozenset({"person:bergson"}))),
        (office("finance minister"), replace(office("foreign minister"), scope=Scope(negated=True))),
        (office("finance minister"), replace(office("foreign minister"), scope=Scope(planned=True))),
        (
            office("finance minister", time=DateValue(date(2011, 5, 1), date(2011, 5, 1))),
            office("foreign minister", time=DateValue(date(2024, 5, 1), date(2024, 5, 1))),
        ),
    ],
    ids=[
        "offices that go together",
        "former and current",
        "acting",
        "former ones follow each other",
        "only one is told to end",
        "deputies",
        "other states",
        "another person",
        "a bare surname",
        "negated",
        "planned",
        "other times",
    ],
)
def test_not_comparable(world: World, left: Claim, right: Claim) -> None:
    assert isinstance(compare(world, left, right), Doubt)


def test_former_offices_that_ended_alike_are_compared(world: World) -> None:
    left, right = (office(title, standing="former", markers=UNTIL) for title in ("finance minister", "foreign minister"))
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "former-apart"


def test_days_of_the_news_bound_no_office(world: World) -> None:
    monday, thursday, once = (DateValue(day, day) for day in (date(2024, 6, 10), date(2024, 6, 13), date(2011, 6, 13)))
    world.published = {
        "left.txt": Publication(date(2024, 6, 11), date(2024, 6, 11)),
        "right.txt": Publication(date(2024, 6, 14), date(2024, 6, 14)),
    }
    for time, outcome in ((thursday, Clash), (once, Doubt)):
        left, right = office("nurse", "trade", time=monday), office("welder", "trade", time=time)
        assert isinstance(compare(world, left, right), outcome)


def test_another_story_is_not_compared(world: World) -> None:
    assert isinstance(compare(world, nation("place:pt"), nation("place:it"), "other.txt"), Doubt)


def test_articles_of_different_terms_are_not_compared(world: World) -> None:
    for day, outcome in ((date(2024, 3, 9), Clash), (date(2024, 9, 1), Doubt)):
        world.published = {"left.txt": Publication(date(2024, 3, 1), date(2024, 3, 1)), "right.txt": Publication(day, day)}
        assert isinstance(compare(world, office("finance minister"), office("foreign minister")), outcome)


def test_a_person_with_two_offices_or_passports_in_one_article_is_left_alone() -> None:
    both = [nation("place:pt"), nation("place:it")]
    assert RoleComparer().select([*both, moved(nation("place:it"))]) == [moved(nation("place:it"))]
    assert len(RoleComparer().select([office("finance minister"), office("mayor", "local")])) == 2


def test_offices_and_nationalities_do_not_meet(world: World) -> None:
    comparer, context = RoleComparer(), world.context()
    assert comparer.question(office("mayor"), context) != comparer.question(nation("place:pt"), context)
    assert comparer.question(office("mayor", agents=frozenset()), context) is None
    assert comparer.side(office("mayor", standing="former"))[0] == "former"


def told_near(world: World) -> None:
    world.published = {name: Publication(day, day) for name, day in (("left.txt", date(2025, 3, 1)), ("right.txt", date(2025, 3, 2)))}


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        (office("head of industry", "sphere"), office("head of coastguard", "sphere"), True),
        (office("psychologist of police", "sphere"), office("justice minister", standing="deputy"), True),
        (office("vet", "trade"), office("spokesperson of fire brigade", "sphere"), True),
        (office("head of museum", "sphere"), office("head of museum", "sphere", standing="deputy"), True),
        (office("mayor", "local", targets=frozenset({"name:ulm"})), office("mayor", "local", targets=frozenset({"name:tarn"})), True),
        (office("mayor", "local", targets=frozenset({"name:ulm"})), office("mayor", "local"), False),
        (office("mayor", "local"), office("farmer", "trade"), False),
        (office("head of industry", "sphere"), office("head of industry", "sphere"), False),
        (office("psychologist of police", "sphere"), office("justice minister", standing="former"), False),
    ],
)
def test_posts_that_fill_a_life(world: World, left: Claim, right: Claim, *, clash: bool) -> None:
    told_near(world)
    outcome = compare(world, left, right)
    assert (isinstance(outcome, Clash) and outcome.comparison.level == "apart") is clash


def test_posts_of_other_days_are_not_compared(world: World) -> None:
    world.published = {name: Publication(day, day) for name, day in (("left.txt", date(2025, 3, 1)), ("right.txt", date(2025, 3, 20)))}
    assert isinstance(compare(world, office("head of industry", "sphere"), office("head of coastguard", "sphere")), Doubt)


def test_what_a_sentence_denies_of_something_else_is_no_denial_of_a_role(world: World) -> None:
    told_near(world)
    denied = replace(office("finance minister"), scope=Scope(negated=True))
    apposed = replace(denied, frame=replace(denied.frame, markers=frozenset({"apposed"})))
    assert isinstance(compare(world, denied, office("foreign minister")), Doubt)
    assert isinstance(compare(world, apposed, office("foreign minister")), Clash)

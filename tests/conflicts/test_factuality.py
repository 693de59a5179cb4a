"""Levels of FC551, and everything that keeps "did" and "did not" from being compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.factuality import FactualityComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.frame_notes import TOTAL, WAITING, NoteKind
from factcheck.mentions.factuality import DENIED, DID, DID_NOT, NOT_YET
from factcheck.model import Claim, Frame, Publication, Scope
from factcheck.values import DateValue, PolarityValue

OKAFOR, TREATY = frozenset({"person:ada okafor"}), frozenset({"name:tarrow falls"})
SIGNED = Frame(event="signing", predicate="signed", role="done", agents=OKAFOR, targets=TREATY, thing="treaty")


def day(number: int) -> Publication:
    return Publication(date(2024, 5, number), date(2024, 5, number))


def on(number: int) -> DateValue:
    return DateValue(date(2024, 5, number), date(2024, 5, number))


@pytest.fixture(autouse=True)
def dated(world: World) -> None:
    world.published = {"left.txt": day(6), "right.txt": day(6)}


def done(frame: Frame = SIGNED, scope: Scope | None = None) -> Claim:
    return replace(claim(PolarityValue("signed", True), frame, scope=scope), rule=DID)


def undone(frame: Frame = SIGNED, rule: str = DID_NOT, article: str = "right.txt", scope: Scope | None = None) -> Claim:
    return replace(claim(PolarityValue("signed", False), frame, article=article, scope=scope or Scope(negated=True), at=200), rule=rule)


def compare(world: World, left: Claim, right: Claim) -> Clash | Doubt:
    return FactualityComparer().compare(left, right, world.context())


def test_levels(world: World) -> None:
    clash = compare(world, done(), undone())
    assert isinstance(clash, Clash), clash
    assert (clash.code, clash.comparison.level, clash.verdict) == ("FC551", "opposed", "conflict")
    clash = compare(world, done(), undone(rule=DENIED))
    assert isinstance(clash, Clash)
    assert (clash.comparison.level, clash.verdict) == ("denied", "disputed")
    clash = compare(world, undone(article="left.txt"), undone())
    assert isinstance(clash, Clash)
    assert clash.comparison.level == "compatible"


@pytest.mark.parametrize("event", ["conviction", "death"])
def test_a_verdict_and_life_and_death_are_grave(world: World, event: str) -> None:
    frame = replace(SIGNED, event=event)
    clash = compare(world, done(frame), undone(frame))
    assert isinstance(clash, Clash), clash
    assert clash.comparison.level == "grave"
    assert world.context().codes["FC551"].levels["grave"] == "high"
    denied = compare(world, done(frame), undone(frame, rule=DENIED))
    assert isinstance(denied, Clash)
    assert denied.comparison.level == "denied"


@pytest.mark.parametrize(
    "frame",
    [
        replace(SIGNED, agents=frozenset({"person:bello"})),
        replace(SIGNED, targets=frozenset({"name:brightwell"})),
        replace(SIGNED, agents=frozenset(), targets=frozenset()),
        replace(SIGNED, agents=frozenset({"place:fr"}), targets=frozenset()),
        replace(SIGNED, targets=frozenset(), thing="contract"),
        replace(SIGNED, markers=frozenset({"second"})),
        replace(SIGNED, time=on(1)),
    ],
    ids=["another doer", "another object", "nobody known", "a country alone", "another thing", "another instance", "another day"],
)
def test_not_comparable(world: World, frame: Frame) -> None:
    first = done(
        replace(SIGNED, time=on(6)) if frame.time else replace(SIGNED, targets=frozenset()) if frame.thing == "contract" else SIGNED
    )
    if frame.agents == {"place:fr"}:
        first = done(replace(SIGNED, agents=frozenset({"place:fr"}), targets=frozenset()))
    assert isinstance(compare(world, first, undone(frame)), Doubt)


@pytest.mark.parametrize("name", ["question", "conditional", "planned", "hedged"])
def test_what_is_not_asserted(world: World, name: str) -> None:
    assert isinstance(compare(world, done(scope=Scope(**{name: True})), undone()), Doubt)


def test_an_act_that_is_denied_is_not_done(world: World) -> None:
    assert isinstance(compare(world, done(scope=Scope(negated=True)), undone()), Doubt)


def test_stories_and_articles(world: World) -> None:
    assert isinstance(compare(world, done(), undone(article="left.txt")), Doubt)
    assert isinstance(compare(world, done(), undone(article="other.txt")), Doubt)


@pytest.mark.parametrize(
    ("told", "denied", "comparable"),
    [(6, 6, True), (6, 8, True), (8, 6, False), (6, 20, False)],
    ids=["same day", "denied later", "done later", "long before"],
)
def test_an_act_may_follow_its_denial(world: World, told: int, denied: int, comparable: bool) -> None:
    world.published = {"left.txt": day(told), "right.txt": day(denied)}
    assert isinstance(compare(world, done(), undone()), Clash if comparable else Doubt)


def test_without_days_the_order_is_not_known(world: World) -> None:
    world.published = {}
    assert isinstance(compare(world, done(), undone()), Doubt)


def test_not_yet_needs_an_earlier_day_told(world: World) -> None:
    waiting = replace(SIGNED, subset=frozenset({WAITING}))
    assert isinstance(compare(world, done(), undone(waiting, rule=NOT_YET)), Doubt)
    assert isinstance(compare(world, done(replace(SIGNED, time=on(6))), undone(waiting, rule=NOT_YET)), Doubt)
    assert isinstance(compare(world, done(replace(SIGNED, time=on(5))), undone(replace(SIGNED, time=on(6)), rule=NOT_YET)), Clash)


def test_has_not_and_did_of_one_day_are_opposed(world: World) -> None:
    assert isinstance(compare(world, done(), undone(rule=NOT_YET)), Clash)
    assert isinstance(compare(world, done(replace(SIGNED, time=on(1))), undone(rule=NOT_YET)), Clash)
    world.published = {"left.txt": day(7), "right.txt": day(6)}
    assert isinstance(compare(world, done(), undone(rule=NOT_YET)), Doubt)


def test_done_over_another_matter(world: World) -> None:
    one, other = (replace(SIGNED, subset=frozenset({NoteKind.OVER.of(noun)})) for noun in ("fire", "theft"))
    assert isinstance(compare(world, done(one), undone(other)), Doubt)


def test_no_instance_at_all_needs_no_doer_but_a_telling_class(world: World) -> None:
    nobody = replace(SIGNED, agents=frozenset(), targets=frozenset(), subset=frozenset({TOTAL}))
    assert isinstance(compare(world, done(), undone(nobody)), Clash)
    hurt = replace(nobody, event="injury")
    assert isinstance(compare(world, done(replace(SIGNED, event="injury")), undone(hurt)), Doubt)


def test_what_a_speaker_excludes(world: World) -> None:
    ruled = Frame(event="attack", predicate="sabotage", role="excluded", agents=OKAFOR)
    assert isinstance(compare(world, done(ruled), undone(ruled, scope=Scope(hedged=True, negated=True))), Clash)
    other = replace(ruled, agents=frozenset({"person:bello"}))
    assert isinstance(compare(world, done(ruled), undone(other)), Doubt)


def test_an_article_that_says_both_tells_of_two_acts() -> None:
    both = [done(), undone(article="left.txt")]
    assert FactualityComparer().select([*both, undone()]) == [undone()]


def test_the_question_is_the_class_of_the_act(world: World) -> None:
    comparer, context = FactualityComparer(), world.context()
    assert comparer.question(done(), context) == "signing.done"
    assert comparer.question(done(replace(SIGNED, role="announced")), context) is None

"""Levels of FC501: who announced what, and who says he did not."""

from __future__ import annotations

from dataclasses import replace

from claims_by_hand import World, claim

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.polarity import PolarityComparer
from factcheck.model import Frame, Scope
from factcheck.values import PolarityValue

OKAFOR, BELLO = "person:ada okafor", "person:bello"
STRIKE = Frame(event="labour-strike", predicate="strike", role="announced", agents=frozenset({OKAFOR}), targets=frozenset({"place:fr"}))


def outcome(world: World, frame: Frame = STRIKE, speaker: str | None = BELLO) -> Clash | Doubt:
    yes = claim(PolarityValue("strike", True), STRIKE, scope=Scope(said_by=OKAFOR))
    no = claim(PolarityValue("strike", False), frame, scope=Scope(said_by=speaker, negated=True), at=200)
    return PolarityComparer().compare(yes, no, world.context())


def test_two_speakers_dispute(world: World) -> None:
    clash = outcome(world)
    assert isinstance(clash, Clash)
    assert (clash.comparison.level, clash.verdict) == ("denied", "disputed")
    assert any("two speakers" in line for line in clash.proof.anchors)


def test_the_sides_say_what_was_and_was_not_announced() -> None:
    answers = [PolarityValue("announced: strike", holds).caption() for holds in (True, False)]
    assert answers == ["announced: strike", "not announced: strike"]


def test_one_voice_contradicts_itself(world: World) -> None:
    clash = outcome(world, speaker=OKAFOR)
    assert isinstance(clash, Clash)
    assert (clash.comparison.level, clash.verdict) == ("opposed", "conflict")


def test_an_unknown_owner_does_not_veto_but_a_different_one_does(world: World) -> None:
    assert isinstance(outcome(world, replace(STRIKE, targets=frozenset())), Clash)
    assert isinstance(outcome(world, replace(STRIKE, targets=frozenset({"place:de"}))), Doubt)


def test_an_unknown_announcer_proves_nothing(world: World) -> None:
    assert isinstance(outcome(world, replace(STRIKE, agents=frozenset())), Doubt)


def test_only_claims_of_one_article_meet(world: World) -> None:
    yes, no = claim(PolarityValue("strike", True), STRIKE), claim(PolarityValue("strike", False), STRIKE, article="right.txt")
    assert PolarityComparer().question(yes, world.context()) != PolarityComparer().question(no, world.context())

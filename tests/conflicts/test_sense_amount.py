"""Amounts of one sense: what proves that two are one amount, and what excludes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.conflicts.sense_amount import SenseAmountComparer
from factcheck.frame_notes import NoteKind, bare_all
from factcheck.model import Cue, Frame, Publication, Scope
from factcheck.values import MeasureValue, MoneyValue, PercentValue, Value

CODES = {"money": "FC261", "percent": "FC271", "measure": "FC251"}
DEMAND = Frame(subset=frozenset({NoteKind.SENSE.of("demand"), NoteKind.PAYER.of("pirate")}))
ASKED = Frame(subset=frozenset({NoteKind.SENSE.of("demand"), NoteKind.PAYER.of("gang")}))
TOWER = Frame(subset=frozenset({NoteKind.SENSE.of("height"), NoteKind.OWNER.of("tower"), NoteKind.OF.of("tower")}))


def euros(millions: float, currency: str = "EUR") -> MoneyValue:
    return MoneyValue(millions * 1e6, millions * 1e6, currency, amount=millions * 1e6)


def share(amount: float) -> PercentValue:
    return PercentValue(amount, amount, amount=amount)


def metres(amount: float) -> MeasureValue:
    return MeasureValue(amount, amount, "length", "m", amount=amount)


def notes(*words: str) -> Frame:
    """Notes as they are stored."""
    return Frame(subset=bare_all(words))


def compare(world: World, left: Value, right: Value, mine: Frame, theirs: Frame, days: tuple[int, int] = (16, 17)) -> Clash | Doubt:
    for name, day in zip(("left.txt", "right.txt"), days, strict=True):
        world.published[name] = Publication(date(2026, 3, day), date(2026, 3, day))
    first, second = claim(left, mine), claim(right, theirs, article="right.txt")
    return SenseAmountComparer(left.kind, CODES[left.kind]).compare(first, second, world.context())


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (euros(4), euros(7), "apart"),
        (euros(4), euros(4), "compatible"),
        (euros(4), euros(4.04), "compatible"),
        (euros(4), euros(4.1), "apart"),
    ],
)
def test_levels(world: World, left: MoneyValue, right: MoneyValue, level: str) -> None:
    if level == "compatible" and left != right:
        right = replace(right, low=3.9e6, approximate=True)
    outcome = compare(world, left, right, DEMAND, ASKED)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC261", level)


@pytest.mark.parametrize(
    ("left", "right", "mine", "theirs"),
    [
        (share(70), share(40), notes("is:work", "of:system"), notes("is:work", "of:network")),
        (metres(180), metres(240), TOWER, TOWER),
        (metres(180), metres(240), TOWER, notes("is:height")),
        (metres(180), metres(240), TOWER, notes("is:any")),
        (metres(3), metres(5), notes("is:zone", "of:authority"), notes("is:zone", "of:farmer")),
    ],
    ids=["one thing under two nouns", "one thing", "a pronoun", "no word tells the attribute", "the sense is the thing"],
)
def test_amounts_of_one_sense(world: World, left: Value, right: Value, mine: Frame, theirs: Frame) -> None:
    outcome = compare(world, left, right, mine, theirs, (16, 16))
    assert isinstance(outcome, Clash), outcome
    assert outcome.comparison.level == "apart"


@pytest.mark.parametrize(
    ("left", "right", "mine", "theirs"),
    [
        (euros(4), euros(7), DEMAND, notes("is:paid-ransom")),
        (euros(4), euros(7), notes("is:stolen"), notes("is:found", "may:stolen")),
        (euros(4), euros(7, "GBP"), DEMAND, ASKED),
        (euros(4), euros(40), DEMAND, ASKED),
        (euros(4), euros(7), DEMAND, notes("is:demand", "mind:part tranche")),
        (euros(4), euros(7), notes("is:loss", "mind:period quarter"), notes("is:loss", "mind:period year")),
        (share(22), share(9), notes("is:rise", "of:butter"), notes("is:rise", "of:egg")),
        (metres(180), metres(240), notes("is:height"), notes("is:width")),
        (metres(180), metres(800), TOWER, TOWER),
        (metres(18), metres(24), notes("is:length", "mind:part first side"), notes("is:length", "mind:part second side")),
        (metres(18), metres(24), notes("is:away", "of:car"), notes("is:away", "of:barn")),
    ],
    ids=[
        "another sense",
        "another nearest word",
        "currencies",
        "too far",
        "a part",
        "periods",
        "things",
        "attributes",
        "size",
        "sides",
        "distances",
    ],
)
def test_amounts_of_two_senses(world: World, left: Value, right: Value, mine: Frame, theirs: Frame) -> None:
    assert isinstance(compare(world, left, right, mine, theirs), Doubt)


def test_brothers_are_two_persons(world: World) -> None:
    fined = replace(notes("is:fine"), agents=frozenset({"person:karl ammer"}))
    outcome = compare(world, euros(4), euros(7), fined, replace(fined, agents=frozenset({"person:josef ammer"})))
    assert outcome == Doubt("different persons")


def test_a_sum_that_is_divided_may_be_the_other(world: World) -> None:
    prize = notes("is:prize")
    left, right = claim(euros(9), prize, quote="Three share the prize of 9 million."), claim(euros(3), prize, article="right.txt")
    world.published = {name: Publication(date(2026, 3, 16), date(2026, 3, 16)) for name in ("left.txt", "right.txt")}
    outcome = SenseAmountComparer("money", "FC261").compare(left, right, world.context())
    assert outcome == Doubt("one amount may be the other divided")


@pytest.mark.parametrize(("days", "found"), [((16, 17), True), ((16, 26), False)], ids=["next day", "ten days"])
def test_only_news_of_the_same_days(world: World, days: tuple[int, int], found: bool) -> None:
    assert isinstance(compare(world, share(70), share(40), notes("is:full"), notes("is:full"), days), Doubt)
    assert isinstance(compare(world, euros(4), euros(7), notes("is:loan"), notes("is:loan"), days), Clash) is found


def test_articles_without_a_day_tell_only_what_stays(world: World) -> None:
    for sense, compared in (("demand", True), ("revenue", False)):
        frames = [Frame(subset=frozenset({NoteKind.SENSE.of(sense), NoteKind.OF.of("ferry")})) for _ in range(2)]
        first, second = claim(euros(4), frames[0]), claim(euros(7), frames[1], article="right.txt")
        outcome = SenseAmountComparer("money", "FC261").compare(first, second, world.context())
        assert isinstance(outcome, Clash) if compared else outcome == Doubt("a day of publication is not known")


def test_without_denies_another_thing(world: World) -> None:
    world.published = {name: Publication(date(2026, 3, 16), date(2026, 3, 16)) for name in ("left.txt", "right.txt")}
    flies = notes("is:range", "of:drone")
    for words, found in (("without", True), ("cannot", False)):
        denied = Scope(negated=True, cues=(Cue("negated", words),))
        left, right = claim(metres(9e5), flies, scope=denied), claim(metres(6.5e5), flies, article="right.txt")
        assert isinstance(SenseAmountComparer("measure", "FC251").compare(left, right, world.context()), Clash) is found


def test_an_article_with_two_amounts_of_one_sense_answers_with_neither() -> None:
    first, second = claim(euros(4), DEMAND), claim(euros(1), DEMAND, at=50)
    other = claim(euros(2), notes("is:fine"), at=90)
    assert SenseAmountComparer("money", "FC261").select([first, second, other]) == [other]

"""One thing under two names that look alike: what must be told of both, and what keeps two things apart."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.conflicts.forms import Forms
from factcheck.conflicts.lookalikes import find_lookalikes
from factcheck.conflicts.place import Bearers
from factcheck.model import Anchor, Article, Claim, Extraction, Frame, Publication, Scope
from factcheck.rulebook import load_rules
from factcheck.text import Span
from factcheck.topics.stories import Stories
from factcheck.values import OrganisationNameValue, PlaceNameValue

RULES = load_rules()
NAMES = frozenset({"name:castor line", "person:marit quell", "name:veldane harbour trust"})


def named(where: str, name: str, sentence: str, noun: str = "", sort: str = "", *, body: bool = False) -> Claim:
    """The claim of a name that stands in place of the braces of a sentence."""
    quote = sentence.format(name)
    start = quote.index(name)
    value = OrganisationNameValue(name) if body else PlaceNameValue(name)
    frame = Frame(predicate="noun" if noun else "bare", role="spelling", thing=sort or None, subset=frozenset({noun} if noun else ()))
    anchor = Anchor(where, where, Span(start, start + len(name)), 1, start + 1, name, quote, 0)
    slot = "organisation.name" if body else "place.spelling"
    return Claim(f"{where}/{name}", "organisation" if body else "place", slot, value, frame, Scope(), anchor, "test")


def found(*claims: Claim, days: tuple[int, int] = (4, 5)) -> list[str]:
    """The levels of what is found."""
    items = tuple(
        Extraction(Article(name, name, "", "0", published=Publication(date(2026, 3, day), date(2026, 3, day))), (), NAMES, frozenset())
        for name, day in zip(("left", "right"), days, strict=True)
    )
    stories = Stories.of(items, {}, RULES.words())
    texts = {where: " ".join(claim.anchor.quote for claim in claims if claim.anchor.article == where) for where in ("left", "right")}
    bearers = Bearers(Forms.of(claims, texts, RULES), stories, RULES)
    return [finding.proof.level for finding in find_lookalikes(bearers, RULES, [])]


TRAINS = "The signals froze because {} got a wrong date from its clock."
TRAINS_TOO = "A wrong date in {} made all signals of the north freeze."
CAKE = "Visitors of {} ate plum cake in the garden."


@pytest.mark.parametrize(
    ("left", "right", "told", "too", "wanted"),
    [
        ("Railmaster", "Trailmaster", TRAINS, TRAINS_TOO, ["misspelling"]),
        ("Morgenblick", "Morgenbladet", TRAINS, TRAINS_TOO, ["misspelling"]),
        ("Grey Dorrel", "Grey Dorrow", TRAINS, TRAINS_TOO, ["misspelling"]),
        ("Harmond Pell", "Harmond Bell", TRAINS, TRAINS_TOO, ["misspelling"]),  # another first letter beside a word that agrees
        ("Railmaster", "Trailmaster", TRAINS, CAKE, []),  # nothing is told of both
        ("Aeroluz", "Aerolux", "{} pays 310 marks.", "For 310 marks {} buys it.", ["misspelling"]),  # a letter and a figure
        ("Railmaster", "Seamaster", TRAINS, TRAINS_TOO, []),  # they do not look alike
        ("Haldene", "Haldenes", TRAINS, TRAINS_TOO, []),  # a plural
        ("Dorrel", "Dorrow", TRAINS, TRAINS_TOO + " The dorrow stood by.", []),  # a common word
        ("Austria", "Australia", TRAINS, TRAINS_TOO, []),  # both are listed
        ("Railmaster", "Trailmaster", TRAINS, TRAINS_TOO + " Railmaster was spared.", []),  # the other article has both
    ],
)
def test_what_is_told_of_both(left: str, right: str, told: str, too: str, wanted: list[str]) -> None:
    assert found(named("left", left, told), named("right", right, too)) == wanted
    assert found(named("left", right, too), named("right", left, told)) == wanted


def test_stories_of_other_days_prove_nothing() -> None:
    assert not found(named("left", "Railmaster", TRAINS), named("right", "Trailmaster", TRAINS_TOO), days=(4, 25))


def test_of_villages_there_are_many() -> None:
    left = named("left", "Khaldorin", TRAINS, "village", "settlement")
    assert not found(left, named("right", "Khaldaron", TRAINS_TOO, "village", "settlement"))


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("National Tunnel Centre", "National Tunnel Council", ["another-word"]),
        ("National Tunnel Centre", "National Bridge Centre", []),  # another field
        ("Tunnel Centre", "Tunnel Council", []),  # too little agrees
        ("National Health Centre", "National Health Council", []),  # a field of many bodies
        ("Vesk Tunnel University", "Vesk Tunnel College", []),  # a town has both
    ],
)
def test_bodies_that_differ_in_their_noun(left: str, right: str, wanted: list[str]) -> None:
    told = "Experts of the {} helped the waterworks against the hackers."
    too = "The hackers of the waterworks were driven out with help of the {}."
    nouns = [name.split()[-1].lower() for name in (left, right)]
    claims = (named("left", left, told, nouns[0], body=True), named("right", right, too, nouns[1], body=True))
    assert found(*claims) == wanted

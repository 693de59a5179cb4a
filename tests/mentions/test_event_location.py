"""Acts of a group with their places, and where somebody is from: what is found in single sentences."""

from __future__ import annotations

from functools import lru_cache

import pytest
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.event_location import EventLocation, EventLocationFinder
from factcheck.mentions.hometown import Hometown, HometownFinder
from factcheck.rulebook import load_rules
from factcheck.values import WhereValue


@lru_cache(maxsize=1)
def locations() -> EventLocationFinder:
    return EventLocationFinder(load_rules())


@lru_cache(maxsize=1)
def hometowns() -> HometownFinder:
    return HometownFinder(load_rules())


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "groups", "nouns"),
    [
        ("The lawyer was shot dead in his garage on Monday.", {"slay"}, ["garage"]),
        ("Four shots hit the man in a cafe.", {"slay", "crash"}, ["cafe"]),
        ("The wedding took place on Saturday at the castle.", {"wed"}, ["castle"]),
        ("They arrested the man, wanted for a robbery in Dell, at a petrol station.", {"arrest"}, ["station"]),
        ("He landed in Bergolo, where the pilot brought the plane down.", {"land"}, ["Bergolo"]),
        ("The bank will move its headquarters to Merlach.", {"relocate"}, ["Merlach"]),
        ("The bomb went off in front of the market.", {"blast"}, ["market"]),
    ],
)
def test_event_locations_are_found(text: str, groups: set[str], nouns: list[str]) -> None:
    passage = parsed(text)
    found = [item.reading for item in locations().find(passage) if isinstance(item.reading, EventLocation)]
    assert passage.doc is not None
    assert any(groups <= set(location.groups) and [passage.doc[index].text for index in location.places] == nouns for location in found), (
        found
    )


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["The house stands in Dell.", "He spoke for an hour in May.", "The tour began on Easter Sunday.", "She was hit by a walker."]
)
def test_sentences_without_an_event_location(text: str) -> None:
    assert locations().find(parsed(text)) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place", "sorts"),
    [
        ("Ada Fonn, a native of Pellworth, leads the bank.", "Pellworth", ("born", "from")),
        ("The keeper, a Harle man by birth, saved three penalties.", "Harle", ("born", "from")),
        ("Oldvik saw the light of day in Harle.", "Harle", ("born",)),
        ("She was born in Dunvale in 1950.", "Dunvale", ("born",)),
        ("The choir, from the town of Brodna, sang twice.", "Brodna", ("from",)),
        ("Olsson hails from the village of Molde.", "Molde", ("from",)),
        ("Ada Fonn, 42, of Pellworth, Ohio, was aboard.", "Pellworth", ("from",)),
        ("Ada Fonn, a Harle resident, saw it.", "Harle", ("from",)),
        ("Per Aas, a resident of Harle, saw it.", "Harle", ("from",)),
    ],
)
def test_hometowns_are_found(text: str, place: str, sorts: tuple[str, ...]) -> None:
    found = [(item.span.of(text), item.reading.sorts) for item in hometowns().find(parsed(text)) if isinstance(item.reading, Hometown)]
    assert found == [(place, sorts)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "He came from Dell to Orme.",
        "Ada Fonn of Brask Bank, a lender, spoke.",
        "The death of Ada Fonn, Ohio papers said, was no accident.",
        "She heard from Ada Fonn.",
        "The train from Dell was late.",
        "The son of Ada Fonn sang.",
        "The idea was born in May.",
    ],
)
def test_sentences_without_a_hometown(text: str) -> None:
    assert hometowns().find(parsed(text)) == []


def test_a_passage_without_a_parse_has_none() -> None:
    passage = Passage("Ada Fonn was born in Gent and shot in Dell.")
    assert locations().find(passage) == hometowns().find(passage) == []


@pytest.mark.model
def test_what_is_meant_is_read_later() -> None:
    passage = parsed("Ada Fonn was born in Gent and was shot in Dell.")
    assert {locations().resolve(item, Context()) for item in locations().find(passage)} == {WhereValue(())}
    assert {hometowns().resolve(item, Context()) for item in hometowns().find(passage)} == {WhereValue(())}

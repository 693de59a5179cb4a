"""What sets the counted apart, what became of them, and what a length is of."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

from factcheck.frame_notes import EARLIER, FURTHER, PART_OF_WHOLE, PERIOD, ROOM, SEVERAL
from factcheck.model import HOLDING, PERPETRATING, Claim

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def _told(claims: tuple[Claim, ...], kind: str, words: str) -> Claim:
    (claim,) = (claim for claim in claims if claim.kind == kind and claim.anchor.match == words and claim.frame.event != HOLDING)
    return claim


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        ("It comes ten days after three men broke out of a jail in Orvik.", "three", EARLIER),
        ("The crash comes a week after four people died in Orvik.", "four", EARLIER),
        ("In Orvik alone the chain has 31 shops.", "31", PART_OF_WHOLE),
        ("The ferry can carry 420 passengers and 90 cars.", "90", ROOM),
        ("They put Druva-2 and four satellites in orbit.", "four", PART_OF_WHOLE),
        ("The toll in the wreck rose to 23 after four passengers died in hospital.", "four", FURTHER),
        ("The number of dead has risen to 23, after four passengers died overnight.", "four", FURTHER),
        ("Four passengers died overnight, bringing the death toll to 23.", "Four", FURTHER),
        ("Avalanches killed five skiers in the Alps.", "five", SEVERAL),
        ("Police have arrested 140 people this year.", "140", PERIOD),
        ("The clinic does 4,200 operations a year.", "4,200", PERIOD),
        ("Thirteen objects remain on the register.", "Thirteen", PART_OF_WHOLE),
    ],
)
def test_what_singles_the_counted_out(read: Reader, text: str, words: str, note: str) -> None:
    assert note in _told(read(text), "count", words).frame.markers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry was carrying 48 passengers and 22 cars.", "22"),
        ("Floods killed five people in Orvik.", "five"),
        ("Police arrested 140 people this week.", "140"),
    ],
)
def test_what_is_a_number_of_the_news(read: Reader, text: str, words: str) -> None:
    assert not _told(read(text), "count", words).frame.markers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The alarm rose to a howl after four passengers died.", "four"),
        ("The number of trains was cut to 23 after four passengers died.", "four"),
        ("Four passengers died, bringing a long night to an end.", "Four"),
    ],
)
def test_nobody_raises_a_total_that_is_not_told(read: Reader, text: str, words: str) -> None:
    assert FURTHER not in _told(read(text), "count", words).frame.markers


def test_the_dead_of_the_news_are_not_recalled(read: Reader) -> None:
    assert EARLIER not in _told(read("Ada Fonn resigned ten days after three men died in Orvik."), "count", "three").frame.markers


@pytest.mark.parametrize(
    ("text", "words", "fate"),
    [
        ("Seven armed men raided the inn on Sunday.", "Seven", PERPETRATING),
        ("Eleven gunmen had come to the inn on Sunday.", "Eleven", PERPETRATING),
        ("Police arrested five robbers on Sunday.", "five", "arrested"),
        ("Thirty-three passengers suffered injuries on Sunday.", "Thirty-three", "hurt"),
        ("Fire at Orvik: two fatalities.", "two", "dead"),
    ],
)
def test_what_became_of_the_counted(read: Reader, text: str, words: str, fate: str) -> None:
    assert _told(read(text), "count", words).frame.fate == fate


def test_a_headline_tells_the_dead_beside_the_hurt(read: Reader) -> None:
    assert _told(read("Four dead, dozens hurt as bus crashes in Orvik."), "count", "Four").frame.fate == "dead"


@pytest.mark.parametrize("text", ["Tessel in ten records", "Of every hundred people who fall ill two die."])
def test_what_is_no_number_of_all(read: Reader, text: str) -> None:
    assert not [claim for claim in read(text) if claim.kind == "count" and claim.anchor.match in ("ten", "two")]


@pytest.mark.parametrize(
    ("text", "words", "thing"),
    [
        ("He was found hiding in a barn about six miles from the jail.", "six miles", "barn"),
        ("She was found in a hut 14 miles from the jail on Monday.", "14 miles", "hut"),
        ("People inside a 50-metre cordon were allowed home on Sunday.", "50-metre", "cordon"),
    ],
)
def test_what_a_length_is_of(read: Reader, text: str, words: str, thing: str) -> None:
    claim = _told(read(text), "measure", words)
    assert claim.frame.thing == thing
    assert not claim.frame.markers

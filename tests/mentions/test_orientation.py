"""Sides and directions: what is found in single sentences."""

from __future__ import annotations

from functools import lru_cache

import pytest
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.orientation import MotionDirection, Orientation, OrientationFinder
from factcheck.rulebook import load_rules
from factcheck.values import WhereValue


@lru_cache(maxsize=1)
def finder() -> OrientationFinder:
    return OrientationFinder(load_rules())


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for item in finder().find(parsed(text)):
        reading = item.reading
        assert isinstance(reading, Orientation | MotionDirection)
        assert finder().resolve(item, Context()) == WhereValue(())
        found.append((item.span.of(text), (reading.side,) if isinstance(reading, Orientation) else reading.points))
    return found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lena Kest tore a ligament in the left knee on Sunday.", [("left knee", ("hand:left",))]),
        ("The ship sits on the sand that closes Osk's southern tip.", [("southern tip", ("compass:south",))]),
        ("A van rolled into the river on the right-hand bank.", [("right-hand bank", ("hand:right",))]),
        ("Ruiz brought in a corner from the left.", [("left", ("hand:left",))]),
        ("The fire is moving north towards the dunes.", [("north", ("ns:north",))]),
        ("The storm is on an easterly course, he said.", [("easterly", ("ew:east",))]),
        ("The slick was making its way south-west.", [("south-west", ("ew:west", "ns:south"))]),
        ("The front of the blaze had shifted towards the south.", [("south", ("ns:south",))]),
    ],
)
def test_sides_and_directions_are_found(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert told(text) == found


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "He left the knee bandaged.",
        "The town lies 30 km north of Molde.",
        "The wind came from the west.",
        "He was right about the bank.",
        "The North Coast road is closed.",
        "A guard in Erimo, on the southern tip of the island, heard it.",
        "The parties on the left bank account.",
    ],
)
def test_words_that_tell_no_side(text: str) -> None:
    assert told(text) == []


def test_a_passage_without_a_parse_has_none() -> None:
    assert finder().find(Passage("His left knee hurts.")) == []

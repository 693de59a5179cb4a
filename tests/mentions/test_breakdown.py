"""Wholes whose parts, in the same sentence or the next, do not make them; and lists that leave the whole open."""

from __future__ import annotations

from functools import lru_cache

import pytest

from factcheck.documents import Passage
from factcheck.mentions.membership import BREAKDOWN, MembershipFinder, MembershipReading
from factcheck.rulebook import load_rules


@lru_cache(maxsize=1)
def finder() -> MembershipFinder:
    return MembershipFinder(load_rules())


def read(text: str) -> list[tuple[str, float]]:
    found = [item for item in finder().find(Passage(text)) if item.rule == BREAKDOWN]
    return [(item.span.of(text), item.reading.number) for item in found if isinstance(item.reading, MembershipReading)]


@pytest.mark.parametrize(
    ("text", "whole", "parts", "amount"),
    [
        ("Of the 27 injured, nine were flown to Halden and 16 driven to Selmer.", "27", "nine were flown to Halden and 16", 25),
        ("Halden has 120 seats. The Reds have 51, the Blues 44 and the Greens 19.", "120", "51, the Blues 44 and the Greens 19", 114),
        ("They won 14 medals: five of gold, four of silver and three of bronze.", "14", "five of gold, four of silver and three", 12),
        ("Police freed 36 followers. Fifteen were women, nine men and eight children.", "36", "Fifteen were women, nine men and eight", 32),
        ("The plane had 62 people on board. It carried 52 passengers and a crew of six.", "62", "52 passengers and a crew of six", 58),
        ("The yard will build nine ships. Four are ferries and three are freighters.", "nine", "Four are ferries and three", 7),
        ("Eight died there. Four of them were Dutch and three Belgians.", "Eight", "Four of them were Dutch and three", 7),
        ("The rocket carried 31 satellites, twelve for weather and 16 for radio.", "31", "twelve for weather and 16", 28),
    ],
)
def test_parts_that_do_not_make_their_whole(text: str, whole: str, parts: str, amount: float) -> None:
    stated, summed = read(text)
    assert stated[0] == whole
    assert summed == (parts, amount)


@pytest.mark.parametrize(
    "text",
    [
        "Of the 25 injured, nine were flown to Halden and 16 driven to Selmer.",
        "Nine tourists died. Among them were four Danes and two Finns.",
        "Halden has 110 seats. The Reds have 42 and the Blues 37. The rest goes to small groups.",
        "Halden has 120 seats. The Reds have 51 and the Blues 44.",
        "Of the 27 injured, 20 were men and 12 were under age.",
        "Nine ships came. Four are ferries, three are freighters, others are tugs.",
        "Police freed 29 workers. At least 18 were men and five women.",
        "They sold 40 tickets. Twenty were cheap and 15 cost 30 euros.",
        "Nine ships came. The harbour has 40 berths and 12 cranes.",
        "She was one of 27 injured. He was born in 1956 and has two sons and six dogs.",
    ],
)
def test_lists_that_leave_the_whole_open(text: str) -> None:
    assert read(text) == []

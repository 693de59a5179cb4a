"""Wholes that one sentence shares out, and lists that may leave something of them."""

from __future__ import annotations

from functools import lru_cache

import pytest

from factcheck.documents import Passage
from factcheck.mentions.membership import BREAKDOWN, MembershipFinder, MembershipReading
from factcheck.rulebook import load_rules


@lru_cache(maxsize=1)
def finder() -> MembershipFinder:
    return MembershipFinder(load_rules())


def read(text: str) -> list[float]:
    found = [item.reading for item in finder().find(Passage(text)) if item.rule == BREAKDOWN]
    return [reading.number for reading in found if isinstance(reading, MembershipReading)]


@pytest.mark.parametrize(
    ("text", "whole", "amount"),
    [
        ("Nineteen injured, of whom six are nurses and the remaining eleven patients.", 19, 17),
        ("The quota is 108,000 tonnes, of which 42,000 go to Norland, 31,000 to Iskia and 30,000 to Tarn.", 108_000, 103_000),
        ("At noon 355 people were on the line, namely 180 of its own brigades, 95 from next door and 60 soldiers.", 355, 335),
        ("Doctors saw 58 hurt, of whom 21 were badly burnt and 34 got away with bruises.", 58, 55),
        ("Ballots: 118,915 were cast. Of these 61,402 were for leaving, 56,001 for staying and 812 were blank.", 118_915, 118_215),
        ("She had a crew of 24, made up of 12 Finns, eight Danes and five Swedes.", 24, 25),
        ("It flew 62 people, made up of 50 passengers and ten crew.", 62, 60),
        ("It has 84 million euros, of which 36 million go to schools, 22 million to roads and 16 million to pools.", 84e6, 74e6),
    ],
)
def test_parts_that_do_not_make_their_whole(text: str, whole: float, amount: float) -> None:
    assert read(text) == [whole, amount]


@pytest.mark.parametrize(
    "text",
    [
        "Nineteen injured, of whom six are nurses and the remaining 13 patients.",
        "The quota is 108,000 tonnes, of which 42,000 go to Norland and 31,000 to Iskia.",
        "They counted 40 planes, of which 12 are leased, 20 are over ten years old and six stand still.",
        "They treated 58 scouts, of whom 31 were girls and 25 were under ten.",
        "They freed 30 hostages, of whom 14 were women, ten men and three others.",
        "About 200 came, of whom 90 were Danes, 60 Finns and 30 Poles.",
        "There were 47 people on board. Twenty-nine were hurt, eight of them badly.",
        "It has 84 million euros, of which 36 percent go to schools and 22 percent to roads.",
        "It sold 900 flats, of which 400 to families, 300 to pensioners and 180 to students. Others stand empty.",
    ],
)
def test_lists_that_may_leave_something(text: str) -> None:
    assert read(text) == []

"""Results of votes in text: which numbers are read as the two sides, and which are none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.mentions.votes import VoteFinder, VoteReading
from factcheck.rulebook import load_rules

FINDER = VoteFinder(load_rules())


def read(text: str) -> list[tuple[int, int]]:
    passage: Any = SimpleNamespace(text=text)
    readings = [found.reading for found in FINDER.find(passage)]
    return [(reading.more, reading.fewer) for reading in readings if isinstance(reading, VoteReading)]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The motion was carried by six votes to three.", (6, 3)),
        ("The court ruled 5-4 on Monday that the law stands.", (5, 4)),
        ("In a 6-3 decision the justices let it stand.", (6, 3)),
        ("Councillors voted nine to four to close the pool.", (9, 4)),
        ("The Senate passed the bill 52-48.", (52, 48)),
        ("The house backed it by 218 votes to 211.", (218, 211)),
        ("The committee, by a vote of 11 to 3, recommended it.", (11, 3)),
        ("Nine councillors voted for the plan, with four against.", (9, 4)),
        ("Six of the nine members voted for the cut and three against.", (6, 3)),
        ("The plan was backed by seven of the members, with two against.", (7, 2)),
        ("Of the 15 members, nine were for the plan and six against it.", (9, 6)),
        ("It fell by two votes to nine.", (9, 2)),
    ],
)
def test_both_sides(text: str, votes: tuple[int, int]) -> None:
    assert read(text) == [votes]


@pytest.mark.parametrize(
    "text",
    [
        "They beat Halden 3-2 and voted him man of the match.",
        "The board approved a 10-12 week closure.",
        "Residents voted 52 to 48 percent to leave.",
        "Police approved 30-40 of the claims.",
        "Readers have voted the tie-break, 9-7 on a double fault, the best.",
        "He voted for the plan on 12 May.",
        "Two judges dissented.",
        "Selmer won 3-1 against Halden.",
    ],
)
def test_no_votes(text: str) -> None:
    assert read(text) == []

"""Whole sentences to slots: which happening a time of day is told of, with the real parser."""

from __future__ import annotations

import pytest

from factcheck.claims import ClaimBuilder
from factcheck.documents import Document, Parser
from factcheck.model import Article, Block
from factcheck.resolving import MentionReader
from factcheck.rulebook import load_rules
from factcheck.text import Span

pytestmark = pytest.mark.model


class Reader:
    """Reads the slots of the times in a text whose lines are paragraphs."""

    def __init__(self) -> None:
        rulebook = load_rules()
        self._parser, self._mentions, self._claims = Parser(), MentionReader(rulebook), ClaimBuilder(rulebook)

    def __call__(self, text: str) -> list[str]:
        blocks, position = [], 0
        for line in text.split("\n"):
            blocks.append(Block(Span(position, position + len(line))))
            position += len(line) + 1
        document = next(self._parser.parse([Article("story.txt", "story.txt", text, "", blocks=tuple(blocks))]))
        published, resolved = self._mentions.read(document)
        claims = self._claims.build(Document(published, document.passages), resolved).claims
        return [claim.slot for claim in claims if claim.kind == "time" and not claim.slot.startswith("moment.")]


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("The bomb exploded at 8:25 p.m. near the depot.", ["explosion.at"]),
        ("An explosion at 8:25 p.m. broke windows.", ["explosion.at"]),
        ("An explosion rocked the depot at around 8:25 p.m.", ["explosion.at"]),
        ("The explosion, which came at 8:25 p.m., broke windows.", ["explosion.at"]),
        ("Residents heard the explosion shortly before nine.", ["explosion.at"]),
        ("There were sounds of gunfire around 10:30 a.m.", ["shooting.at"]),
        ("The fire broke out just after 9 p.m. on Friday.", ["fire.at"]),
        ("The shooting began at 10:08 p.m. and ended at 10:19 p.m.", ["shooting.started_at", "shooting.ended_at"]),
        ("By 8:25 p.m. the bomb had exploded.", ["explosion.by"]),
        ("An earthquake shook the town.\nIt struck at 5:12 a.m. local time (0212 GMT).", ["earthquake.at", "earthquake.at"]),
        ("A lorry collided with a bus.\nThe accident happened at 5:12 p.m.", ["collision.at"]),
        ("The ferry ran on Tuesday evening at 9:25 p.m. aground.", ["grounding.at"]),
        ("A plane crashed in Ulmen.\nIt took off from the airport of Reus at 12:40 p.m.", ["takeoff.at"]),
        ("A plane crashed in Ulmen.\nIt took off from Reus with ten passengers at 12:40 p.m.", ["takeoff.at"]),
        # times of something else
        ("Firefighters put out the fire at 6 a.m.", ["extinguishing.at"]),
        ("Officials received reports of the crash at 12:20 p.m.", []),
        ("Officers were alerted to the fire at 8:49 p.m.", []),
        ("The mayor spoke about the explosion at 11 a.m.", []),
        ("It struck him at 9 a.m. that he was alone.", []),
        ("She was asleep at 3 a.m.", []),
    ],
)
def test_slots(read: Reader, text: str, slots: list[str]) -> None:
    assert read(text) == slots

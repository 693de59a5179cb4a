"""Copies and shared agencies count once."""

from __future__ import annotations

import random

import pytest
from claims_by_hand import claim

from factcheck.model import Article, Frame
from factcheck.rulebook import load_rules
from factcheck.topics.origins import COPY, SHINGLE, Origins
from factcheck.values import CountValue

STORY = (
    "The ferry left the harbour of Quiet Bay on Monday evening with sixty passengers and a crew of nine, and ran aground an hour later on "
    "the "
    "sands north of the lighthouse. Nobody was hurt, the harbour master said, and the passengers were taken off by fishing boats before "
    "midnight. "
    "An inquiry will look at why the pilot took the northern channel, which has been closed to ships of that size since the spring."
)
OTHER = (
    "Sixty people spent Monday night on a sandbank when their ferry missed the channel. Fishermen from Quiet Bay brought them home one "
    "boatload at "
    "a time. The pilot, a man with thirty years on this coast, told nobody why he had turned north, and the company would not say either."
)
HURT = Frame(event="injury", role="acted_on", thing="person")


def origins(texts: dict[str, str], quotes: dict[str, str] | None = None) -> int:
    articles = [Article(id=name, path=name, text=text, digest=name) for name, text in texts.items()]
    claims = [claim(CountValue(3, 3, 3), HURT, article=name, quote=(quotes or {}).get(name, "Three people were hurt.")) for name in texts]
    return Origins(articles, load_rules()).count([claims])[0]


@pytest.mark.parametrize(
    ("texts", "quotes", "number"),
    [
        ({"a": STORY, "b": OTHER}, {}, 2),
        ({"a": STORY, "b": "A new headline\n\n" + STORY + "\n\nFollow us for more."}, {}, 1),
        ({"a": STORY, "b": STORY, "c": OTHER}, {}, 2),
        ({"a": STORY + "\nReuters contributed to this report.", "b": OTHER + "\nReuters contributed to this report."}, {}, 1),
        ({"a": "QUIET BAY (AP) - " + STORY, "b": OTHER + "\n(AP)"}, {}, 1),
        ({"a": "QUIET BAY (AP) - " + STORY, "b": OTHER + "\n(AFP)"}, {}, 2),
        ({"a": STORY, "b": OTHER}, {"a": "Three were hurt, police told Reuters.", "b": "Three were hurt, according to Reuters."}, 1),
        ({"a": STORY, "b": OTHER}, {"a": "Three were hurt, police told Reuters.", "b": "Three were hurt, police told TASS."}, 2),
        ({"a": "", "b": ""}, {}, 2),
    ],
)
def test_origins(texts: dict[str, str], quotes: dict[str, str], number: int) -> None:
    assert origins(texts, quotes) == number
    assert origins(dict(reversed(texts.items())), quotes) == number


def resemble(left: str, right: str) -> bool:
    """Whether two texts of words without accents are copies: told by their shingles, one by one."""
    mine, theirs = ([text.split()[at : at + SHINGLE] for at in range(len(text.split()) - SHINGLE + 1)] for text in (left, right))
    mine, theirs = sorted(({tuple(shingle) for shingle in side} for side in (mine, theirs)), key=len)
    return sum(shingle in theirs for shingle in mine) >= COPY * max(1, len(mine))


def test_texts_that_share_enough_shingles_are_copies() -> None:
    chance = random.Random(3)
    outcomes = []
    for _ in range(60):
        words = [f"word{chance.randrange(500)}" for _ in range(chance.choice((3, 20, 90, 250)))]
        kept = chance.random()
        text = " ".join(words)
        other = " ".join(words[: int(len(words) * kept)] + [f"other{number}" for number in range(chance.choice((0, 10, 120)))])
        outcomes.append(resemble(text, other))
        assert (origins({"a": text, "b": other}) == 1) is outcomes[-1]
    assert set(outcomes) == {True, False}

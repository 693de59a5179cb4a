"""How long ago the last one was, and for which time something is: what is found in single sentences."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest
from parsing import parsed

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.series import SeriesFinder
from factcheck.model import Publication
from factcheck.rulebook import load_rules
from factcheck.values import OrdinalValue

CONTEXT = Context(Publication(date(2026, 3, 16), date(2026, 3, 16)))


@lru_cache(maxsize=1)
def finder() -> SeriesFinder:
    return SeriesFinder(load_rules())


def told(text: str, context: Context = CONTEXT) -> list[str]:
    values = (finder().resolve(item, context) for item in finder().find(parsed(text)))
    return [value.iso() for value in values if isinstance(value, OrdinalValue)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was the club's first trophy since 1988.", ["1st since 1988"]),
        ("Orient won for the first time in 25 years.", ["1st since 2001"]),
        ("The Rovers had not lifted any silverware since 1998.", ["1st since 1998"]),
        ("The fans have waited for 38 years.", ["1st since 1988"]),
        ("The last outbreak was eight years ago.", ["1st since 2018"]),
        ("They had last stood on a stage in 2006.", ["1st since 2006"]),
        ("It was the worst flood in two decades.", ["1st since 2006"]),
        ("It is the first case ever in the county.", ["1st ever"]),
        ("Never before had a king come here.", ["1st ever"]),
        ("She has won the race for the third time.", ["3rd"]),
        ("It was the fourth hold-up in Quay Street.", ["4th"]),
        ("The ferry hit a quay on its maiden voyage.", ["1st"]),
        ("It is title number six for her.", ["6th"]),
        ("He scored his 100th league goal.", ["100th"]),
    ],
)
def test_gaps_and_turns_are_found(text: str, values: list[str]) -> None:
    assert told(text) == values


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "He has lived here since 1988.",
        "Prices rose last week in 2006 shops.",
        "The first half ended early.",
        "She spoke on the third day.",
        "It opens in two years.",
        "The Second World War ended in 1945.",
    ],
)
def test_sentences_that_tell_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
def test_years_are_counted_back_from_a_known_day_alone() -> None:
    assert told("Orient won for the first time in 25 years.", Context(Publication())) == []


def test_a_passage_without_a_parse_has_none() -> None:
    assert finder().find(Passage("It was the first since 1988.")) == []

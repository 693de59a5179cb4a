"""How old a thing is: "the plane was 27 years old", "the 61-year-old bridge"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_date import own_time
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.mentions.figures import FigureReading
from factcheck.model import AGE_OF_THING, Frame
from factcheck.resolving import Resolved
from factcheck.text import either_of, fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_UNIT = "year old"
_MORE = "two|both|second|other|another"
"""Words by which more than one thing is told of."""
_UP = 5
"""Words from the number up to the one that bears the age: "27", "years", "old", "was"."""


def frame_oldness(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: FigureReading) -> Iterator[Answer]:
    """The age in years of one known thing; nothing for persons, for several things, or for any one of a kind."""
    number = span_root(reader.doc, item.found.span.start, item.found.span.end) if reading.unit == _UNIT else None
    thing = _thing_aged(reader, number) if number is not None else None
    if thing is None or _are_several(thing, around, reader):
        return
    yield Answer(
        f"{thing}.age",
        Frame(
            event=AGE_OF_THING,
            role="of",
            others=around.named_around(item),
            thing=thing,
            time=own_time(item, around),
            lead=around.is_lead(item),
        ),
    )


def _are_several(thing: str, around: FramingContext, reader: EventFrameReader) -> bool:
    """Whether any passage tells of two or more such things, each of which has an age; asked of things that go by several nouns alone."""
    nouns = [noun for noun, same in reader.vocabulary.group("age.thing-same").items() if same == thing]
    question = f"several {thing}"
    if nouns and question not in around.asked:
        single, many = either_of(nouns), either_of([f"{noun}s" for noun in nouns])
        pattern = re.compile(rf"\b(?:{many}|(?:{_MORE}) (?:[a-z-]{{2,15}} )?(?:{single}))\b", re.IGNORECASE)
        around.asked[question] = any(pattern.search(passage.text) for passage in around.document.passages)
    return bool(nouns) and around.asked[question]


def _thing_aged(reader: EventFrameReader, number: Token) -> str | None:
    """The one known thing that so many years of age are told of, folded ("plane"); None where there is none."""
    token = number
    for _ in range(_UP):
        if token.head.i == token.i:
            return None
        head = token.head
        if head.tag_ in ("NN", "NNP") and head.i > number.i and head.lower_ not in ("year", "old"):
            return _known(reader, head)
        if head.tag_.startswith("VB"):
            if head.lower_ not in reader.vocabulary.listed("verb.being"):
                return None
            subject = next((child for child in head.children if child.dep_ == "nsubj" and child.i < number.i), None)
            if subject is not None and subject.tag_ in ("WDT", "WP") and head.dep_ == "relcl":
                subject = head.head
            return _known(reader, subject) if subject is not None else None
        token = head
    return None


def _known(reader: EventFrameReader, noun: Token) -> str | None:
    """The word of a noun that means one thing told of; None for names, several and any of a kind."""
    words = reader.vocabulary
    if noun.tag_ != "NN" or not (words.is_pointed(noun) or any(child.dep_ == "poss" for child in noun.children)):
        return None
    if any(child.lower_ in words.listed("marker.instance") or child.lower_ == "other" for child in noun.children):
        return None
    word = fold(noun.text)
    return words.group("age.thing-same").get(word, word)

"""Frames the numbers of a match: the sides of a result, the scorer of goals, who has a place in the table.

``agents`` of the frame are the ids of whom it is told of; of a result those of both sides where both are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import verb_above
from factcheck.columns import first_subject
from factcheck.frame_notes import NoteKind
from factcheck.mentions.matches import MINUTES, SCORE, MatchReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import PlainValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_FIGURES = re.compile(r"(?: \d{1,3})+$")
"""What a name ends in where the parse takes a score for a part of it: "Selmer 2-1"."""
_OTHERS = ("dobj", "npadvmod", "nsubjpass", "poss")


def frame_match(item: Resolved, reading: MatchReading, around: FramingContext) -> Iterator[Answer]:
    """The number with whom it is told of; nothing where nobody is named, or where it was or is not yet so."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    word = reader.doc[reading.verb]
    verb = word if word.tag_.startswith("VB") else verb_above(word)
    helpers = reader.vocabulary.listed("match.helper")
    if verb is None or any(child.dep_ in ("aux", "neg") and child.lower_ not in helpers for child in verb.children):
        return
    told = frozenset(name for noun in _nouns(word, verb, reader, reading.part) for name in _names(reader, noun))
    if reading.part == MINUTES:
        told = frozenset(name for name in told if name.startswith("person:"))
    if not told or len(told) > 2:
        return
    frame = Frame(
        event=f"match:{reading.part}",
        predicate=word.text,
        role=reading.part,
        agents=told,
        others=around.named_around(item),
        subset=frozenset(NoteKind.ONLY.of(fold(told)) for told in reading.narrowed),
        markers=reader.markers(verb) | reader.markers(word) if reading.part == SCORE else frozenset(),
        time=around.time_of(item, verb),
        lead=around.is_lead(item),
    )
    yield Answer(f"plain.{reading.part}", frame, PlainValue(reading.answer, item.found.span.of(reader.doc.text)))


def _nouns(word: Token, verb: Token, reader: EventFrameReader, part: str) -> Iterator[Token]:
    """The subject, and of a result the other side."""
    heads = [verb]
    while heads[-1].dep_ in ("conj", "xcomp") and first_subject(heads[-1]) is None and heads[-1].head.tag_.startswith("VB"):
        heads.append(heads[-1].head)
    subject = first_subject(heads[-1])
    owned = word.i != verb.i and any(child.dep_ == "poss" for child in word.children)
    if subject is not None and not owned:
        yield subject
    if part != SCORE:
        return
    for head in {word, verb} if not owned else {word}:
        for child in head.children:
            if child.dep_ in _OTHERS and child.i != word.i:
                yield child
            elif child.dep_ in ("prep", "agent") and child.lower_ in reader.vocabulary.listed("match.side"):
                yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _names(reader: EventFrameReader, noun: Token) -> frozenset[str]:
    names = sorted(_FIGURES.sub("", name) for name in reader.ids(noun) if not name.startswith("noun:"))
    return frozenset(names[:1]) if len(names) == 1 else frozenset(name for name in names if name.startswith("person:"))

"""Frames how long somebody did something in life: "for 22 years he taught at Rutgers", "after 28 years with the line she retired".

Slot "history.tenure", role HISTORY, beside the facts of ``factcheck.claims.history``.  ``targets`` of the frame are the ids of the person,
``agents`` those of where, for whom or with whom; ``subset`` holds the sort of what was done (list history.tenure: "teach", "play").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.acts import subjects_of
from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.history import known_ids
from factcheck.claims.participant_notes import repeated
from factcheck.frame_notes import bare
from factcheck.mentions.duration import DurationReading
from factcheck.model import HISTORY, Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.values.duration import HOURS

if TYPE_CHECKING:
    from factcheck.parses import Token

_LEAST = HOURS["year"] / 2
"""Hours from which a length is one of a life."""
_WORK = "work"


def frame_tenure(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: DurationReading) -> Iterator[Answer]:
    """The part of a life that a length is of; nothing where no verb of a life or work says what was done, or nobody where."""
    if reading.amount is None or reading.vague or reading.joined or reading.low < _LEAST:
        return
    root = span_root(reader.doc, item.found.span.start, item.found.span.end)
    verb = next((token for token in root.ancestors if token.tag_.startswith("VB")), None) if root is not None else None
    if root is None or verb is None:
        return
    sort = reader.vocabulary.stems("history.tenure").get(verb_stem(verb.lower_))
    spent = sort == "spent" or (sort is None and root.dep_ == "pobj" and bool(_toward(reader, root)))
    if sort is None and not spent:
        return
    places = [*_toward(reader, root), *_toward(reader, verb)] if not spent else _toward(reader, root) or _toward(reader, verb)
    places += [child for child in verb.children if child.dep_ == "dobj" and child.i != root.i]
    company = frozenset(name for place in places for name in reader.ids(place) if not name.startswith("noun:"))
    persons = frozenset(name for subject in subjects_of(verb) for name in known_ids(reader, around, subject) if name.startswith("person:"))
    if not company - persons:
        return
    yield Answer(
        f"{HISTORY}.tenure",
        Frame(
            predicate=verb.text,
            role=HISTORY,
            agents=company - persons,
            targets=persons,
            others=around.named_around(item),
            subset=frozenset({bare(_WORK if spent else str(sort))}),
            markers=repeated(reader, verb) | reader.markers(verb),
            lead=around.is_lead(item),
        ),
    )


def _toward(reader: EventFrameReader, token: Token) -> list[Token]:
    """Where, for whom or with whom, by the prepositions below a verb or a length."""
    toward = reader.vocabulary.listed("history.toward")
    preps = [child for child in token.children if child.dep_ == "prep" and child.lower_ in toward]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj" and noun.ent_type_ not in ("DATE", "TIME")]


__all__ = ["frame_tenure"]

"""Frames how a vote went: by whose names it is told, on which day, and by which words it is one of several."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import verb_above
from factcheck.mentions.votes import VOTES, VoteReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.values import PlainValue


def frame_vote(item: Resolved, reading: VoteReading, around: FramingContext) -> Iterator[Answer]:
    """Both numbers with the names around them; nothing without a parse."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    span = item.found.span
    tokens = reader.doc.char_span(span.start, span.end, alignment_mode="expand")
    verb = verb_above(tokens.root) if tokens is not None else None
    frame = Frame(
        event=f"match:{VOTES}",
        thing=VOTES,
        role=VOTES,
        others=around.named_around(item),
        markers=reader.markers(verb) if verb is not None else frozenset(),
        time=around.time(item),
        lead=around.is_lead(item),
    )
    yield Answer(f"plain.{VOTES}", frame, PlainValue(f"vote:{reading.more}-{reading.fewer}", f"{reading.more} to {reading.fewer}"))

"""How many belong to a whole, by its number, its list or its parts."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import Note, NoteKind
from factcheck.mentions.membership import MembershipReading
from factcheck.model import Frame
from factcheck.resolving import Resolved


def frame_membership(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """How many belong to a whole, by its number ("stated"), its list ("listed") or its parts ("summed")."""
    reading = item.found.reading
    if isinstance(reading, MembershipReading):
        markers = frozenset[Note]() if reading.at is None else frozenset({NoteKind.WHOLE_AT.of(f"{item.passage}.{reading.at}")})
        yield Answer(f"{reading.of}.members", Frame(role=reading.how, thing=reading.of, markers=markers, lead=around.is_lead(item)))

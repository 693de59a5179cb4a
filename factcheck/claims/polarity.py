"""Frames announcements: who announced which act of whom, and according to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.continuation import frame_continuation
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import frame_factuality
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.outcomes import frame_outcome
from factcheck.mentions.continuation import Continuation
from factcheck.mentions.factuality import ActFactuality
from factcheck.mentions.outcomes import Outcome
from factcheck.mentions.polarity import Statement
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_polarity(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """Whether somebody announced an act, with the speaker who says so."""
    if isinstance(item.found.reading, ActFactuality):
        yield from frame_factuality(item, item.found.reading, around)
        return
    if isinstance(item.found.reading, Outcome):
        yield from frame_outcome(item, item.found.reading, around)
        return
    if isinstance(item.found.reading, Continuation):
        yield from frame_continuation(item, item.found.reading, around)
        return
    reader, value, statement = around.readers[item.passage], item.mention.value, item.found.reading
    if reader is None or not isinstance(value, PolarityValue) or not isinstance(statement, Statement):
        return
    found = polarity_frame(reader, statement)
    if found is not None:
        frame, speaker = found
        act = f"announced: {(frame.event or '').replace('-', ' ')}"
        yield Answer(f"{frame.event}.{frame.role}", frame, PolarityValue(act, value.holds), speaker)


def polarity_frame(reader: EventFrameReader, statement: Statement) -> tuple[Frame, str | None] | None:
    """The frame of an announced act and the id of who speaks; None when the announcer or the act is not known.

    ``agents`` of the frame are the announcer, ``targets`` the participants of the act itself (its doer and what it is done to).
    """
    doc = reader.doc
    act = doc[statement.act]
    event_frames = reader.read(act)
    if not event_frames:
        return None
    told = event_frames[0]
    announcer = _subject_ids(reader, doc[statement.announcing])
    speaker = _subject_ids(reader, doc[statement.speech])
    if not announcer:
        return None
    frame = Frame(
        event=told.rule.broader or told.rule.id,
        predicate=told.predicate,
        role="announced",
        agents=announcer,
        targets=told.agents | told.targets,
        markers=told.markers,
    )
    return frame, min(speaker) if speaker else None


def _subject_ids(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Persons the subject names; where there is none, whatever else it names."""
    ids = {i for child in verb.children if child.dep_ == "nsubj" for i in reader.ids(child)}
    persons = {i for i in ids if i.startswith("person:")}
    return frozenset(persons or ids)

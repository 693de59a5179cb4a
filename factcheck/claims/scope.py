"""Which question a quantified whole answers: how much of which people or things did, or had done to them, what.

Roles: "acted_on" (all guests were taken off), "acting" (all guests left).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.claims.extent import frame_extent
from factcheck.claims.factuality import named, narrowed
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.part_whole import frame_part, frame_whole
from factcheck.claims.territorial_control import frame_territorial_control
from factcheck.frame_notes import bare_all
from factcheck.mentions.extent import Extent
from factcheck.mentions.part_whole import UnlimitedWhole
from factcheck.mentions.scope import DECIDE, ScopeReading
from factcheck.mentions.territorial_control import TerritoryGain
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_scope(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The question a quantified whole answers; nothing where no verb says what became of it.

    The event is the act of the list "scope.act", else the class of the verb, else the verb itself ("verb:...").
    """
    if isinstance(item.found.reading, UnlimitedWhole):
        yield from frame_whole(item, item.found.reading, around)
        return
    if isinstance(item.found.reading, Extent):
        yield from frame_extent(item, item.found.reading, around)
        return
    if isinstance(item.found.reading, TerritoryGain):
        yield from frame_territorial_control(item, item.found.reading, around)
        return
    reader, reading, value = around.readers[item.passage], item.found.reading, item.mention.value
    if reader is None or not isinstance(reading, ScopeReading) or reading.quantified_act is None or not isinstance(value, ScopeValue):
        return
    verb = reader.doc[reading.quantified_act.verb]
    told = next((found for found in reader.read(verb) if found.carrier is None), None)
    if not reading.quantified_act.act and told is None and reader.rule_at(verb) is not None:
        return  # the verb agrees, announces or reports: what follows says what became of the whole
    event = reading.quantified_act.act or (told.rule.broader or told.rule.id if told else f"verb:{verb_stem(fold(verb.text))}")
    noun = _head(reader, reading)
    narrow = bare_all({reading.body} - {""} if event == DECIDE else narrowed(reader.vocabulary, noun))
    frame = Frame(
        event=event,
        predicate=verb.text,
        role=reading.quantified_act.role,
        others=_named_in_clause(reader, noun, verb),
        thing=reading.noun,
        subset=narrow,
        markers=told.markers if told else frozenset(),
        time=around.time_of(item, verb),
        lead=around.is_lead(item),
    )
    yield Answer(f"{frame.thing}.{event}.{frame.role}", frame, value.rest() if reading.quantified_act.opposite else value)
    if told is not None and not reading.quantified_act.opposite:
        yield from frame_part(item, noun, told, value, around)


def _head(reader: EventFrameReader, reading: ScopeReading) -> Token:
    words = reader.doc.char_span(reading.head.start, reading.head.end, alignment_mode="expand")
    assert words is not None  # the act was read at the same words
    return words.root


def _named_in_clause(reader: EventFrameReader, noun: Token, verb: Token) -> frozenset[str]:
    """The ids named in the quantified phrase and in its clause."""
    found = set(reader.ids(noun))
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", *OBJECTS):
            found |= reader.ids(child)
        elif child.dep_ in ("prep", "agent"):
            found |= {i for inner in child.children if inner.dep_ == "pobj" for i in reader.ids(inner)}
    return named(frozenset(found))

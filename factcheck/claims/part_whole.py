"""Frames wholes and their parts: whose whole, or part, something is decided for, and from or in which place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrame, EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.group_phrase import Group, read_group
from factcheck.columns import columns_of
from factcheck.frame_notes import PARTIAL, NoteKind
from factcheck.mentions.part_whole import UnlimitedWhole
from factcheck.model import PART, WHOLE, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.values import ScopeValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_PARTS = frozenset({"some", "only-some", "most", "half", "share", "not-all"})


def frame_whole(item: Resolved, whole: UnlimitedWhole, around: FramingContext) -> Iterator[Answer]:
    """What is decided for whose whole; nothing where the article limits it anywhere, or does not begin with it."""
    reader = around.readers[item.passage]
    if reader is None or not around.is_lead(item):
        return
    told = next((found for found in reader.read(reader.doc[whole.verb]) if found.carrier is None), None)
    if told is None or (told.rule.broader or told.rule.id) not in reader.vocabulary.listed("scope.decided"):
        return
    frame = _frame(item, reader.doc[whole.noun], told, WHOLE, around)
    if frame is not None and not _is_limited_elsewhere(frame.thing or "", around):
        yield Answer(f"{frame.thing}.{frame.event}.{frame.role}", frame)


def frame_part(item: Resolved, noun: Token, told: EventFrame, value: ScopeValue, around: FramingContext) -> Iterator[Answer]:
    """The same of a share, where it is less than all or need not be more."""
    if value.quantifier in _PARTS and around.document.passages[item.passage].role == "body":
        frame = _frame(item, noun, told, PART, around)
        if frame is not None:
            yield Answer(f"{frame.thing}.{frame.event}.{frame.role}", frame, value)


def _frame(item: Resolved, noun: Token, told: EventFrame, role: str, around: FramingContext) -> Frame | None:
    reader = around.readers[item.passage]
    event = told.rule.broader or told.rule.id
    if reader is None or event not in reader.vocabulary.listed("scope.decided"):
        return None
    group = read_group(noun, reader)
    if group.noun is None:
        return None
    tasks = reader.vocabulary.listed("scope.for-task")
    actors = named(told.agents) | group.owners
    return Frame(
        event=event,
        predicate=told.predicate,
        role=role,
        agents=actors,
        targets=named(told.targets) - actors,
        others=around.named_around(item),
        thing=_noun(group, reader),
        subset=frozenset(NoteKind.ONLY.of(word) for word in (*group.kinds, *group.narrowing) if word not in tasks),
        markers=told.markers - {PARTIAL},
        time=around.time_of(item, reader.doc[told.token]),
        lead=around.is_lead(item),
    )


def _noun(group: Group, reader: EventFrameReader) -> str:
    return reader.vocabulary.group("scope.same-noun").get(group.noun or "", str(group.noun))


def _is_limited_elsewhere(thing: str, around: FramingContext) -> bool:
    """Whether any sentence of an article tells of a part of such a group, or that such a group stays."""
    for passage, reader in zip(around.document.passages, around.readers, strict=True):
        if reader is None or passage.role == "title":
            continue
        if any(_is_part(noun, reader) for noun in _called(thing, reader)):
            return True
    return False


def _called(thing: str, reader: EventFrameReader) -> Iterator[Token]:
    columns, same = columns_of(reader.doc), reader.vocabulary.listed("scope.same-noun")
    for index, word in enumerate(columns.lowers):
        one = singular(word)
        if columns.tags[index] in ("NN", "NNS") and same.get(one, one) == thing:
            yield reader.doc[index]


def _is_part(noun: Token, reader: EventFrameReader) -> bool:
    words = reader.vocabulary.listed("scope.part-word")
    if any(child.lower_ in words for child in noun.children) or noun.head.lower_ in reader.vocabulary.listed("scope.staying"):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in words

"""Frames hometowns: of whom, and whether it is where somebody was born or where he, she or it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import DEFINITE
from factcheck.mentions.hometown import Hometown
from factcheck.mentions.seat import SEAT
from factcheck.model import HOME, Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_hometown(item: Resolved, hometown: Hometown, around: FramingContext) -> Iterator[Answer]:
    """One question for each thing that is told; nothing where the name is no place's."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    holder = reader.doc[hometown.holder] if hometown.holder is not None else None
    agents = _firm(reader, holder) if SEAT in hometown.sorts and holder is not None else _whom(reader, holder, hometown)
    if SEAT in hometown.sorts and not agents:
        return
    place = _place(reader, hometown, around)
    thing = fold(holder.text) if holder is not None and holder.tag_ in ("NN", "NNS") else None
    owned = holder is not None and any(child.dep_ == "poss" or child.lower_ == "of" for child in holder.children)
    relative = holder is not None and holder.lower_ in reader.vocabulary.listed("where.relative")
    if place is None or (owned and (relative or not agents)):
        return  # "Nell's daughter was born in Dell"
    known = holder is not None and any(child.lower_ in ("the", "this") for child in holder.children)
    for sort in hometown.sorts:
        yield Answer(
            f"{HOME}.{sort}",
            Frame(
                predicate=sort,
                role=HOME,
                agents=agents,
                others=around.named_around(item),
                thing=thing,
                subset=frozenset({DEFINITE}) if known else frozenset(),
                lead=around.is_lead(item),
            ),
            WhereValue(place, item.found.span.of(reader.doc.text).strip()),
        )


def _whom(reader: EventFrameReader, holder: Token | None, hometown: Hometown) -> frozenset[str]:
    """The person that a place is told of, or whatever bears the name it is told of; a noun that names no person stands for nobody known."""
    if holder is None:
        return frozenset()
    own = {name for index in hometown.place for name in reader.ids(reader.doc[index])}
    ids = frozenset(reader.ids(holder)) - own
    persons = frozenset(name for name in ids if name.startswith("person:"))
    if persons or not holder.tag_.startswith("NNP"):
        return persons
    return frozenset({f"person:{fold(holder.text)}"})


def _firm(reader: EventFrameReader, holder: Token) -> frozenset[str]:
    """The id of the firm or body of a name, by its first word, for later mentions shorten names; empty for a person's."""
    if any(name.startswith("person:") for name in reader.ids(holder)):
        return frozenset()
    before = [child for child in holder.children if child.dep_ == "compound" and child.text[0].isupper() and child.i < holder.i]
    return frozenset({f"name:{fold(min(before, key=lambda child: child.i, default=holder).text)}"})


def _place(reader: EventFrameReader, hometown: Hometown, around: FramingContext) -> tuple[str, ...] | None:
    """The place of a name: that of the gazetteer with what lies around it, else a town of that name; None for a nation or a person."""
    words = [reader.doc[index] for index in hometown.place]
    found = around.participants.at(reader.index, words[-1].idx, words[-1].idx + len(words[-1]))
    if found is not None and found.sort in ("seat", "place"):
        return tuple(sorted(around.participants.places_of(found)))
    if found is not None and found.sort in ("organisation", "demonym"):
        return None
    name = " ".join(word.text for word in words)
    return tuple(sorted(around.participants.places_called(name))) or (f"town:{fold(name)}",)

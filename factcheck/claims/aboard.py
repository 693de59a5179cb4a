"""Tells whether the counted are those who were on a vessel, plane, train or bus: "carrying 86 passengers", "left with 96 passengers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import OBJECTS, EventFrameReader
from factcheck.model import ABOARD
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token


def are_aboard(reader: EventFrameReader, noun: Token, thing: str) -> bool:
    """Whether the words around a counted noun put all of them on a craft; what became of some of them is another matter."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    if behind is not None and behind.lower_ == ABOARD:
        return True
    words, top = reader.vocabulary, noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in words.listed("count.sum-noun"):
        top = noun.head.head  # "a total of 112 people"
    if top.dep_ in ("nsubj", "attr") and top.head.lower_ in words.listed("verb.being"):
        return any(_on_craft(reader, child) for holder in (noun, top.head) for child in holder.children)
    if thing not in words.listed("fate.rider"):
        return False
    while top.dep_ == "conj" and top.head.tag_.startswith("NN"):
        top = top.head  # "12 crew and 86 passengers"
    if top.dep_ in OBJECTS and top.head.tag_.startswith("VB"):
        return verb_stem(fold(top.head.text)) in words.stems("fate.carrying")
    return top.dep_ == "pobj" and top.head.lower_ == "with" and _is_of_craft(reader, top.head)


def _on_craft(reader: EventFrameReader, place: Token) -> bool:
    """Whether a word says "on board", "aboard" or "on the bus"."""
    craft = reader.vocabulary.listed("fate.craft")
    if place.lower_ == ABOARD:
        return True
    return place.lower_ == "on" and any(
        child.dep_ == "pobj" and (child.lower_ == "board" or child.lower_ in craft) for child in place.children
    )


def _is_of_craft(reader: EventFrameReader, preposition: Token) -> bool:
    """Whether a phrase belongs to a craft or to what one does: "a ferry with", "left the wharf with"."""
    words = reader.vocabulary
    for above in preposition.ancestors:
        if above.lower_ in words.listed("fate.craft"):
            return True
        if above.tag_.startswith("VB"):
            return verb_stem(fold(above.text)) in words.stems("fate.voyage")
    return False


__all__ = ["are_aboard"]

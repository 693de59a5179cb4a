"""Whom and where the words around a verb or noun name: "by ..." who acts, "to ..." what is acted on, "at ..." places.

Entries of a frame's ``subset``: two claims of one act that both name somebody, or some place, in the same part and share none are of two
acts.  "a ..." are the nouns, but for people, that are told as new ones ("a tapir"), "side ..." the words for one of several parts ("the
eastern tube"), "may ..." those whom a pronoun or a definite noun may mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.grammar import below
from factcheck.model import AT, BY, NEW, SIDE, TO
from factcheck.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLACES = frozenset({"in", "at", "on", "off", "near", "outside", "inside", "onto", "into", "before"})
_ROLES = {"nsubj": BY, "agent": BY, "nsubjpass": TO, "dobj": TO, "dative": TO}


def named_slots(reader: EventFrameReader, *tokens: Token) -> frozenset[str]:
    """The names beside some words as "by ID", "to ID" and "at ID", the new nouns as "a NOUN", words for a part as "side WORD"."""
    return frozenset(entry for token in tokens for entry in (*_entries(reader, token), *_sides(reader, token)))


def _entries(reader: EventFrameReader, token: Token) -> Iterator[str]:
    for child in token.children:
        part = _ROLES.get(child.dep_)
        if child.dep_ == "prep":
            part = AT if child.lower_ in _PLACES else BY if child.lower_ == "of" and not token.tag_.startswith("VB") else None
        if part is None:
            continue
        for word in (child, *below(child)):
            where = AT if any(above.dep_ == "prep" and above.lower_ in _PLACES for above in _between(word, token)) else part
            yield from (where + name for name in reader.named_at(word))
        if child.dep_ in _ROLES and child.tag_ == "NN" and any(inner.lower_ in ("a", "an") for inner in child.children):
            if child.lower_ not in reader.vocabulary.listed("age.person"):
                yield NEW + fold(child.text)


def _between(word: Token, top: Token) -> Iterator[Token]:
    while word.i not in (top.i, word.head.i):
        yield word
        word = word.head


def _sides(reader: EventFrameReader, token: Token) -> Iterator[str]:
    listed = reader.vocabulary.listed("marker.side")
    yield from (SIDE + word.lower_ for word in below(token) if word.lower_ in listed)


def repeated(reader: EventFrameReader, token: Token) -> frozenset[str]:
    """The mark of an act that is told as a repeated one: "for the second time"; nothing for the first time."""
    listed = reader.vocabulary.listed("marker.instance")
    times = (
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "for"
        for noun in child.children
        if noun.lower_ == "time"
    )
    found = {str(listed[child.lower_]) for noun in times for child in noun.children if child.lower_ in listed}
    return frozenset(found - {"first", "earlier"})

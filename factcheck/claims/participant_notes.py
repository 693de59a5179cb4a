"""Who acts, whom it is done to and where, as the names beside a verb or noun tell it, in notes of ``factcheck.frame_notes``.

Two claims of one act that both name somebody, or some place, in the same part (AGENT_NAME, PATIENT_NAME, PLACE_NAME) and share none are of
two acts.  NEW_NOUN holds the nouns, but for people, that are told as new ones ("a tapir"), SIDE the words for one of several parts ("the
eastern tube"), POSSIBLE_NAME those whom a pronoun or a definite noun may mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.grammar import below
from factcheck.frame_notes import EARLIER, FIRST, Note, NoteKind, bare
from factcheck.text import fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_ROLES = {
    "nsubj": NoteKind.AGENT_NAME,
    "agent": NoteKind.AGENT_NAME,
    "nsubjpass": NoteKind.PATIENT_NAME,
    "dobj": NoteKind.PATIENT_NAME,
    "dative": NoteKind.PATIENT_NAME,
}


def named_slots(reader: EventFrameReader, *tokens: Token) -> frozenset[Note]:
    """The names beside some words by their parts, the new nouns, and words for one of several sides."""
    return frozenset(entry for token in tokens for entry in (*_entries(reader, token), *_sides(reader, token)))


def _entries(reader: EventFrameReader, token: Token) -> Iterator[Note]:
    placing = reader.vocabulary.listed("preposition.place")
    for child in token.children:
        part = _ROLES.get(child.dep_)
        if child.dep_ == "prep":
            agent = NoteKind.AGENT_NAME if child.lower_ == "of" and not token.tag_.startswith("VB") else None
            part = NoteKind.PLACE_NAME if child.lower_ in placing else agent
        if part is None:
            continue
        for word in (child, *below(child)):
            placed = any(above.dep_ == "prep" and above.lower_ in placing for above in _between(word, token))
            yield from map((NoteKind.PLACE_NAME if placed else part).of, reader.named_at(word))
        if child.dep_ in _ROLES and child.tag_ == "NN" and any(inner.lower_ in ("a", "an") for inner in child.children):
            if child.lower_ not in reader.vocabulary.listed("age.person"):
                yield NoteKind.NEW_NOUN.of(fold(child.text))


def _between(word: Token, top: Token) -> Iterator[Token]:
    while word.i not in (top.i, word.head.i):
        yield word
        word = word.head


def _sides(reader: EventFrameReader, token: Token) -> Iterator[Note]:
    listed = reader.vocabulary.listed("marker.side")
    yield from (NoteKind.SIDE.of(word.lower_) for word in below(token) if word.lower_ in listed)


def repeated(reader: EventFrameReader, token: Token) -> frozenset[Note]:
    """The mark of an act that is told as a repeated one: "for the second time"; nothing for the first time."""
    listed = reader.vocabulary.listed("marker.instance")
    times = (
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "for"
        for noun in child.children
        if noun.lower_ == "time"
    )
    found = {bare(str(listed[child.lower_])) for noun in times for child in noun.children if child.lower_ in listed}
    return frozenset(found - {FIRST, EARLIER})

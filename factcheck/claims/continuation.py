"""Frames continuations: of whom or what a state ends or goes on, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.group_phrase import read_group
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import NAMED_WHOLE, NoteKind
from factcheck.mentions.continuation import STAYING, Continuation
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_continuation(item: Resolved, continuation: Continuation, around: FramingContext) -> Iterator[Answer]:
    """What ends or goes on for whom; nothing where neither a name nor an owner tells of whom, or no name tells where.

    ``agents`` of the frame are the group's owners, or its own names; ``thing`` its noun with what stands before it ("border guard"),
    ``targets`` the places, for a state that goes on with the places around them; ``subset`` the words that narrow the group, and
    ``NAMED_WHOLE``.
    """
    reader = around.readers[item.passage]
    if reader is None:
        return
    group, verb = reader.doc[continuation.group], reader.doc[continuation.verb]
    told = read_group(group, reader)
    owners = told.owners
    if not owners:
        return
    narrowing = told.narrowing
    if continuation.family != STAYING:
        narrowing |= _narrowing(reader.vocabulary, verb, continuation.family)
    subset, places = set(map(NoteKind.ONLY.of, narrowing)), frozenset[str]()
    if continuation.family == STAYING and continuation.place is not None:
        place = reader.doc[continuation.place]
        places = frozenset(name for name in named(frozenset(reader.ids(place))) if name.startswith(("place:", "name:"))) - owners
        if not places:
            return
        if place.tag_.startswith("NNP") or place.lower_ in reader.vocabulary.listed("stay.whole"):
            subset.add(NAMED_WHOLE)
        if continuation.lasts:
            places |= {outer for name in places for _, outer in around.participants.places_around(name)}
    speaker = min(_speaker(reader, verb), default=None)
    yield Answer(
        f"{continuation.family}.stay-{continuation.when}",
        Frame(
            event=continuation.family,
            predicate=verb.text,
            role=f"stay-{continuation.when}",
            agents=owners,
            targets=places,
            others=around.named_around(item),
            thing=told.called,
            subset=frozenset(subset),
            markers=reader.markers(verb) | reader.markers(group),
            time=around.time_of(item, verb),
            lead=around.is_lead(item),
        ),
        PolarityValue(f"{_state(continuation.family)}: {_words(item, verb)}", continuation.lasts),
        speaker,
    )


def _state(family: str) -> str:
    """A state in words before which "not" can stand: "staying", "open", "in office"."""
    return family.removeprefix("staying-").replace("-", " ")


_SHORT = 60
"""Words of a claim, in code points, that are shown whole."""


def _words(item: Resolved, verb: Token) -> str:
    """What ends or goes on, for people: the words of the claim, behind the verb where it stands apart from them."""
    span = item.found.span
    if len(span) > _SHORT:
        return verb.text
    words = span.of(verb.doc.text).strip()
    return words if span.start <= verb.idx < span.end else f"{verb.text} {words}"


def _narrowing(words: Vocabulary, verb: Token, family: str) -> frozenset[str]:
    """The nouns that narrow what a verb says: "closed to lorries", "will run between Halden and Dell"; without times."""
    parts = [verb, *(child for child in verb.children if child.dep_ in ("acomp", "prt", "oprd"))]
    narrowing = words.groups("stay.narrowing")
    state = family if any(family in states for states in narrowing.values()) else "any"
    preps = [child for part in parts for child in part.children if child.dep_ == "prep" and state in narrowing.get(child.lower_, ())]
    nouns = [inner for prep in preps for inner in prep.children if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME")]
    return frozenset(fold(noun.text) for noun in nouns if noun.lower_ not in words.listed("stay.idle-noun"))


def _speaker(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """The persons who say the clause of a verb, else whoever says it; empty where the article itself does."""
    above = verb.head if verb.dep_ in ("ccomp", "xcomp") else verb
    above = above.head if above.dep_ == "ccomp" else above
    if above.i == verb.i:
        return frozenset()
    ids = frozenset(name for child in above.children if child.dep_ == "nsubj" for name in reader.ids(child))
    return frozenset(name for name in ids if name.startswith("person:"))

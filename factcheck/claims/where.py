"""Frames where an act happened: the places that its words name, the places around those, and who did it to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.bearing import frame_bearing
from factcheck.claims.event_frame_reader import EventFrame, EventFrameReader
from factcheck.claims.event_location import frame_event_location, has_owner
from factcheck.claims.factuality import named_actors, narrowed, undergone
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.hometown import frame_hometown
from factcheck.claims.orientation import frame_motion_direction, frame_orientation
from factcheck.frame_notes import DEFINITE, IT, OPENED, Note, NoteKind
from factcheck.mentions.bearing import Bearing
from factcheck.mentions.event_location import EventLocation
from factcheck.mentions.hometown import Hometown
from factcheck.mentions.orientation import MotionDirection, Orientation
from factcheck.mentions.where import Placed
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_OPENING = "start"
"""What verbs that tell where something began are compared as (list "where.verb")."""
_DEPTH = 3
"""How far places within places are followed: "in the kitchen of the house in Dell"."""


def frame_where(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """Where who did what to whom; nothing where the words name no place that can be told from another."""
    match item.found.reading:
        case Orientation() as orientation:
            yield from frame_orientation(item, orientation, around)
        case MotionDirection() as motion:
            yield from frame_motion_direction(item, motion, around)
        case EventLocation() as location:
            yield from frame_event_location(item, location, around)
        case Bearing() as bearing:
            yield from frame_bearing(item, bearing, around)
        case Hometown() as hometown:
            yield from frame_hometown(item, hometown, around)
        case Placed() as placed:
            yield from _frame_placed(item, placed, around)


def _frame_placed(item: Resolved, reading: Placed, around: FramingContext) -> Iterator[Answer]:
    reader = around.readers[item.passage]
    if reader is None:
        return
    verb = reader.doc[reading.verb]
    places, nouns = _Places(reader, around), [reader.doc[index] for index in reading.places]
    named = {place for noun in nouns for place in places.of(noun)}
    if not named:
        return
    clauses = [verb, verb.head] if verb.dep_ == "xcomp" else [verb]
    undergoer = next((noun for clause in clauses if (noun := undergone(clause, itself=True) or _relative(clause)) is not None), None)
    noun = _meant(reader, _of_origin(reader, undergoer))
    told = _told(reader, reading, noun)
    if reading.act is None and told is None:
        return
    inside = frozenset(name for place in nouns for token in place.subtree if not has_owner(token) for name in reader.ids(token))
    agents, targets = (told.agents, told.targets) if told is not None else reader.parts_of(verb)
    if not agents and not targets and verb.dep_ == "pcomp":
        agents = _subject(reader, verb.head.head)
    agents, targets = ((named_actors(ids) - inside) for ids in (agents, targets))
    event = told.rule.broader or told.rule.id if told is not None else f"verb:{reading.act}"
    known = _settled(reader, noun) | (frozenset({IT}) if undergoer is not None and undergoer.lower_ == "it" else frozenset())
    known |= frozenset({OPENED} if reading.act == _OPENING else ())
    yield Answer(
        f"{event}.where-{reading.sort}",
        Frame(
            event=event,
            predicate=told.predicate if told is not None else verb.text,
            role="where",
            agents=agents,
            targets=targets,
            others=around.named_around(item),
            thing=_thing(noun),
            subset=frozenset(map(NoteKind.ONLY.of, narrowed(reader.vocabulary, noun)) if noun is not None else ()) | known,
            markers=reader.markers(verb) | (reader.markers(noun) if noun is not None else frozenset()),
            time=around.time_of(item, verb),
            lead=around.is_lead(item),
        ),
        WhereValue(tuple(sorted(named)), item.found.span.of(reader.doc.text).strip()),
    )


def _subject(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Who does what a clause tells: the subject of a participle behind "after" as well."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return frozenset(reader.ids(subject)) if subject is not None else frozenset()


def _told(reader: EventFrameReader, reading: Placed, noun: Token | None) -> EventFrame | None:
    """What happened, of a class whose place is asked for; with a verb that says no more than that it was, what its noun names."""
    if reading.act is None:
        found = reader.read(reader.doc[reading.verb])
    elif reading.act in reader.vocabulary.listed("where.occurring") and noun is not None and noun.tag_ in ("NN", "NNS"):
        found = reader.read_noun(noun)
    else:
        return None
    return next((told for told in found[:1] if told.rule.id in reader.vocabulary.listed("where.class") and told.carrier is None), None)


def _meant(reader: EventFrameReader, noun: Token | None) -> Token | None:
    """The noun itself, or the one that "it" points back to."""
    if noun is None or noun.tag_ not in ("PRP", "DT"):
        return noun
    found = reader.antecedent(noun)
    return found[1] if found is not None else None


def _relative(verb: Token) -> Token | None:
    """The noun that "which" or "that" stands for as the subject of a clause: "the fire, which is thought to have begun in the attic"."""
    subject = any(child.dep_ in ("nsubj", "nsubjpass") and child.tag_ == "WDT" for child in verb.children)
    return verb.head if subject and verb.dep_ == "relcl" else None


def _of_origin(reader: EventFrameReader, noun: Token | None) -> Token | None:
    """What began, where the noun says no more than that it did: "the seat of the fire was in the attic"; else the noun itself."""
    if noun is None or noun.lower_ not in reader.vocabulary.listed("where.origin"):
        return noun
    inner = (part for prep in noun.children if prep.lower_ == "of" for part in prep.children if part.dep_ == "pobj")
    return next(inner, noun)


def _thing(noun: Token | None) -> str | None:
    """The folded noun of what the act is done to, or that does it; None for names and pronouns."""
    return fold(noun.text) if noun is not None and noun.tag_ in ("NN", "NNS") else None


def _settled(reader: EventFrameReader, noun: Token | None) -> frozenset[Note]:
    """DEFINITE where the noun is said to be a known one."""
    known = noun is not None and any(child.lower_ in reader.vocabulary.definite or child.dep_ == "poss" for child in noun.children)
    return frozenset({DEFINITE}) if known else frozenset()


class _Places:
    """What nouns say of a place."""

    def __init__(self, reader: EventFrameReader, around: FramingContext) -> None:
        self._reader, self._participants = reader, around.participants
        self._words = reader.vocabulary

    def of(self, noun: Token, depth: int = _DEPTH) -> set[str]:
        """All "scale:place" of a noun and of what it is said to be a part of."""
        if depth == 0:
            return set()
        found = self._common(noun) if noun.tag_ in ("NN", "NNS") else self._named(noun)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "of", "at", "on"):
                found |= {place for inner in child.children if inner.dep_ == "pobj" for place in self.of(inner, depth - 1)}
            elif child.dep_ == "conj" and child.i > noun.i:
                found |= self.of(child, depth - 1)
            elif child.dep_ == "appos" and child.tag_.startswith("NNP"):
                found |= self._named(child)
        return found

    def _common(self, noun: Token) -> set[str]:
        compounds = [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod") and child.i < noun.i]
        keys = [f"{child.lower_} {noun.lower_}" for child in compounds] + [noun.lower_]
        place = next((known for key in keys if (known := self._words.group("where.noun").get(key))), None)
        found = {place} if place is not None else set()
        names = [child for child in compounds if child.tag_.startswith("NNP")]
        if names and (place is not None or noun.lower_ in self._words.listed("place.noun")):
            sort = place or f"{self._words.listed('place.noun')[noun.lower_]}"
            found.add(f"{sort.replace(':', '-')}:{fold(' '.join(child.text for child in names))}")
        for part in (noun, *compounds):  # "a third-floor kitchen"
            parted = self._words.listed("where.parted").get(part.lower_)
            if parted is not None:
                found |= {f"{parted}-{side}" for child in part.children if (side := self._side(child))}
        return found

    def _side(self, word: Token) -> str | None:
        if word.dep_ == "nummod" and word.text.isdigit():
            return f"row:{word.text}"
        figures = _FIGURES.match(word.lower_)
        if figures:
            return f"row:{int(figures[1])}"
        known = self._words.listed("where.side").get(word.lower_)
        return str(known) if known is not None else None

    def _named(self, noun: Token) -> set[str]:
        found = self._participants.at(self._reader.index, noun.idx, noun.idx + len(noun))
        if found is not None and found.sort in ("seat", "place"):
            return self._participants.places_of(found)
        if found is not None and found.sort != "name":
            return set()
        words = [token for token in noun.doc[noun.left_edge.i : noun.i + 1] if token.tag_.startswith("NNP")]
        if not any(token.is_alpha for token in words) or any(child.dep_ == "poss" for child in noun.children):
            return set()
        name = fold(" ".join(token.text for token in words))
        landmark = next(
            (sort for token in words if (sort := self._words.group("place.noun").get(token.lower_))),
            None,
        )
        if landmark is not None:
            return {f"{landmark}-name:{name}"}
        bare = not any(child.dep_ == "det" for child in noun.children)
        known = self._participants.unlisted_places
        placed = f"name:{name}" in known or (found is None and noun.ent_type_ == "" and len(words) == 1)
        return {f"town:{name}"} if bare and placed else set()


_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")

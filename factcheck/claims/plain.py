"""Frames plain statements: everything that surrounds the one part of the statement that is compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named_actors
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.claims.matches import frame_match
from factcheck.claims.votes import frame_vote
from factcheck.columns import first_subject
from factcheck.frame_notes import DEFINITE, PAST, Note, NoteKind, behind_preposition, preposition_and_name
from factcheck.mentions.matches import MatchReading
from factcheck.mentions.plain import (
    COLOUR,
    KIN,
    MAKE,
    PAIR,
    PARTY,
    POLE,
    RANK,
    SHOWN,
    WHAT,
    WHERE,
    WHITHER,
    WHO,
    YEAR,
    Part,
    name_words,
)
from factcheck.mentions.votes import VoteReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import DateValue, PlainValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_OBJECTS = ("dobj", "attr")
_SCORE = re.compile(r"(?: \d{1,3}){1,3}$")
"""What a name ends in where the parse takes a score for a part of it: "Selmer 2-1"."""


def _numbers(item: Resolved, around: FramingContext) -> Iterator[Answer] | None:
    """What a number of a match or of a vote answers; None for other readings."""
    match item.found.reading:
        case MatchReading() as reading:
            return frame_match(item, reading, around)
        case VoteReading() as reading:
            return frame_vote(item, reading, around)
    return None


def frame_plain(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The part with the rest of its clause; nothing where a name is the answer and none is known, or where the words tell of a moment only.

    ``agents`` of the frame are the ids of the subject, ``targets`` those of the object, without those of the part told; ``subset`` holds
    notes on both nouns (SUBJECT, OBJECT), their adjectives (ONLY), DEFINITE where a noun is a known one, all other names of the clause
    behind their prepositions, the places AROUND the one told, and PAST for what was so before.
    """
    numbers = _numbers(item, around)
    if numbers is not None:
        yield from numbers
        return
    part, reader = item.found.reading, around.readers[item.passage]
    if reader is None or not isinstance(part, Part):
        return
    verb, word = reader.doc[part.verb], reader.doc[part.word]
    if any(child.lower_ in reader.vocabulary.listed("plain.passing") and child.dep_ != "prep" for child in verb.children):
        return
    said = item.found.span.of(reader.doc.text).strip()
    if part.part in (RANK, COLOUR, MAKE):
        yield from _rank(item, part, reader, around)
        return
    if part.part in (KIN, PARTY):
        yield from _kin(item, part, reader, around) if part.part == KIN else _party(item, part, reader, around)
        return
    answer = part.answer or _answer(reader, part)
    if answer is None:
        return
    subject = first_subject(verb)
    thing = next((child for child in verb.children if child.dep_ in _OBJECTS), None)
    told = {WHO: subject, WHAT: thing}.get(part.part, word if part.part in (WHERE, WHITHER) else None)
    own = frozenset(reader.ids(told)) if told is not None else frozenset[str]()
    agents, targets = reader.parts_of(verb)
    if part.part == PAIR:
        pair = (_one(reader, reader.doc[index]) for index in (part.word, part.other))
        agents, targets = frozenset(name for name in pair if name), frozenset()
    nouns = [
        (NoteKind.SUBJECT, subject if part.part not in (WHO, PAIR) else None),
        (NoteKind.OBJECT, thing if part.part not in (WHAT, PAIR) else None),
    ]
    rest = frozenset(_rest(reader, verb, nouns, word))
    placing = reader.vocabulary.listed("plain.placing")
    placed = frozenset(name for preposition, name in map(preposition_and_name, rest) if preposition in placing)
    yield Answer(
        f"plain.{part.part}",
        Frame(
            event=f"verb:{part.act}",
            predicate=verb.text,
            role=part.part,
            agents=named_actors(agents) - own,
            targets=named_actors(targets) - own - placed,
            others=around.named_around(item),
            thing=next((fold(noun.text) for _, noun in nouns if noun is not None and noun.tag_ in ("NN", "NNS")), None),
            subset=rest | _around(around, own) | _before(verb),
            markers=reader.markers(verb) | frozenset(mark for _, noun in nouns if noun is not None for mark in reader.markers(noun)),
            time=around.time_of(item, verb) if part.part != YEAR else None,
            lead=around.is_lead(item),
        ),
        PlainValue(answer, said),
        affirmed=part.act == SHOWN or verb.dep_ == "xcomp",
    )


def _answer(reader: EventFrameReader, part: Part) -> str | None:
    """The id of the one name that the part's words are."""
    word = reader.doc[part.word]
    if part.part == PAIR:
        one, other = (_one(reader, reader.doc[index]) for index in (part.word, part.other))
        return f"pair:{one} > {other}" if one and other and one != other else None
    found = _one(reader, word) if part.part != WHAT else None
    if found is None and part.part in (WHERE, WHAT, WHITHER) and word.text[:1].isupper():
        words = [token for token in name_words(word) if token.text[:1].isupper() or token.tag_ == "CD"]
        return f"name:{fold(' '.join(token.text for token in words))}"
    return found


def _one(reader: EventFrameReader, noun: Token) -> str | None:
    ids = sorted(name for name in reader.ids(noun) if not name.startswith("noun:"))
    persons = [name for name in ids if name.startswith("person:")]
    return _SCORE.sub("", (persons or ids)[0]) if len(persons or ids) == 1 else None


def _rest(reader: EventFrameReader, verb: Token, nouns: list[tuple[NoteKind, Token | None]], told: Token) -> Iterator[Note]:
    for role, noun in nouns:
        if noun is None:
            continue
        if noun.tag_ in ("NN", "NNS"):
            yield role.of(fold(noun.text))
            if any(child.lower_ in reader.vocabulary.pointing or child.dep_ == "poss" for child in noun.children):
                yield DEFINITE
            yield from (NoteKind.ONLY.of(fold(child.text)) for child in noun.children if child.dep_ in ("amod", "compound", "nummod"))
        elif noun.tag_.startswith("NNP"):
            yield role.of("")
    heads = [verb, *(noun for _, noun in nouns if noun is not None)]
    for prep in (child for head in heads for child in head.children if child.dep_ == "prep"):
        for inner in prep.children:
            if inner.i != told.i and inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME"):
                yield from (behind_preposition(prep.lower_, name) for name in reader.ids(inner))


def _around(around: FramingContext, ids: frozenset[str]) -> frozenset[Note]:
    places = (name for name in ids if name.startswith("place:"))
    return frozenset(NoteKind.AROUND.of(outer) for name in places for _, outer in around.participants.places_around(name))


def _before(verb: Token) -> frozenset[Note]:
    return frozenset({PAST}) if any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children) else frozenset()


def _kin(item: Resolved, part: Part, reader: EventFrameReader, around: FramingContext) -> Iterator[Answer]:
    """Whose relative of what kin: the person named behind is ``agents``, the owners are ``targets``, empty for an owner unknown."""
    noun, name = reader.doc[part.word], reader.doc[part.other]
    who = frozenset(found for found in reader.ids(name) if found.startswith("person:"))
    owners = frozenset(
        found for child in noun.children if child.dep_ == "poss" and child.tag_ != "PRP$" for found in reader.ids(child)
    ) & frozenset(person.id for person in around.people.persons)
    if len(who) != 1:
        return
    frame = Frame(
        event="verb:kin",
        predicate=noun.text,
        role=KIN,
        agents=who,
        targets=owners - who,
        others=around.named_around(item),
        subset=frozenset(NoteKind.OF_WORD.of(child.lower_) for child in noun.children if child.tag_ == "PRP$"),
        lead=around.is_lead(item),
    )
    yield Answer("plain.kin", frame, PlainValue(part.answer, noun.text))


def _thing(thing: Token, vehicles: Mapping[str, object]) -> str:
    """The noun, or the words of a make ("range rover"), of a vehicle that has one too ("a Range Rover estate")."""
    if not thing.tag_.startswith("NNP") and thing.lower_ not in vehicles:
        return noun_key(thing)
    before = thing.lefts if thing.tag_.startswith("NNP") else thing.doc[thing.left_edge.i : thing.i]
    words = [child for child in (*before, thing) if child.tag_.startswith("NNP") and child.dep_ != "poss"]
    if not words:
        return noun_key(thing)
    return fold(" ".join(child.text for child in words))


def _verb_of_thing(reader: EventFrameReader, thing: Token) -> frozenset[Note]:
    """A mark for the verb that a thing is told with, where it says what was done: "fled in a white van"."""
    verb = next((above for above in thing.ancestors if above.tag_.startswith("VB")), None)
    idle = reader.vocabulary.listed("deed.idle")
    return frozenset({NoteKind.DONE.of(verb_stem(verb.lower_))}) if verb is not None and verb.lower_ not in idle else frozenset()


def _rank(item: Resolved, part: Part, reader: EventFrameReader, around: FramingContext) -> Iterator[Answer]:
    """The place in a row of what its noun names, with the places that the words limit the row to; or the colour of a thing, or its make."""
    word, thing = reader.doc[part.word], reader.doc[part.verb]
    noun = part.act.partition(" ")[2] if part.part == MAKE else _thing(thing, reader.vocabulary.listed("where.vehicle"))
    behind = reader.doc[word.i + 1 : word.i + 12]
    names = (name for token in behind if token.dep_ == "pobj" for name in reader.named_at(token))
    inside = {NoteKind.INSIDE.of(name) for name in names if name.startswith("place:")}
    frame = Frame(
        event=f"verb:{part.act}",
        predicate=word.text,
        role=part.part,
        thing=noun,
        others=around.named_around(item),
        subset=frozenset({NoteKind.SUBJECT.of(noun), DEFINITE, *inside})
        | (_verb_of_thing(reader, thing) if part.part == COLOUR else frozenset()),
        markers=reader.markers(thing),
        time=_own_time(item, word, around),
        lead=around.is_lead(item),
    )
    yield Answer(f"plain.{part.part}", frame, PlainValue(part.answer, item.found.span.of(reader.doc.text).strip()))


def _own_time(item: Resolved, word: Token, around: FramingContext) -> DateValue | None:
    """The time told in the clause of a word itself; None where none is."""
    verb = next((above for above in word.ancestors if above.tag_.startswith("VB")), None)
    dated = verb is not None and any(token.ent_type_ == "DATE" for token in verb.subtree)
    return around.time_of(item, verb) if verb is not None and dated else None


def _party(item: Resolved, part: Part, reader: EventFrameReader, around: FramingContext) -> Iterator[Answer]:
    """The party of the one person named before it."""
    name, word = reader.doc[part.verb], reader.doc[part.word]
    who = frozenset(found for found in reader.ids(name) if found.startswith("person:"))
    words = [token for token in reader.doc[word.left_edge.i : word.i + 1] if token.tag_.startswith("NNP")]
    if len(who) == 1 and words:
        frame = Frame(event="verb:party", predicate="of", role=PARTY, agents=who, time=None, lead=around.is_lead(item))
        said = item.found.span.of(reader.doc.text).strip()
        yield Answer("plain.party", frame, PlainValue(f"party:{fold(' '.join(token.text for token in words))}", said))


__all__ = ["POLE", "frame_plain"]

"""Frames outcomes: which outcome a clause states, for whom and for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import narrowed, topics_of, waiting
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import noun_key
from factcheck.columns import columns_of
from factcheck.frame_notes import EARLIER, FIRST, LAST, LATER, Note, NoteKind
from factcheck.mentions.factuality import COMING, DENIED, REFUSED
from factcheck.mentions.factuality_cues import is_aside, is_past
from factcheck.mentions.outcomes import LONGEST, Outcome, clause_words
from factcheck.model import OUTCOME, TO_COME, Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DateValue, PolarityValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_DOERS, _DONE_TO = frozenset({"nsubj", "agent"}), frozenset({"nsubjpass", "dobj", "dative"})


def frame_outcome(item: Resolved, outcome: Outcome, around: FramingContext) -> Iterator[Answer]:
    """Whether the outcome that a rule asks about came about, with the people and things involved.

    Places are left out of the participants: two newspapers often name different places around the same event.
    """
    reader = around.readers[item.passage]
    if reader is None:
        return
    doc, rule = reader.doc, outcome.rule
    verb = doc[outcome.verb]
    clause = verb.head if verb.lower_ == "without" else verb
    while clause.dep_ in ("xcomp", "pcomp", "prep") and clause.head.i != clause.i:
        clause = clause.head  # "was let go without": who was
    agents, targets = _ids(reader, clause, _DOERS), _ids(reader, clause, _DONE_TO)
    if not agents and clause.dep_ not in ("ROOT", "ccomp") and not any(child.dep_ in _SUBJECTS for child in clause.children):
        agents = reader.parts_of(clause)[0]  # "crashed and gave up"
    targets |= reader.parts_of(clause)[1] if is_aside(clause) else frozenset()
    targets |= _let(reader, clause) if outcome.charge else _beside(reader, clause) | _traced(reader, outcome) | _let(reader, clause)
    words = doc[min((outcome.verb, *outcome.words)) : max((outcome.verb, *outcome.words)) + 1].text
    frame = Frame(
        event=rule.partition(".")[2],
        predicate=words if len(words) <= LONGEST else verb.text,
        role=TO_COME if item.found.rule in (COMING, REFUSED) else OUTCOME,
        agents=frozenset(name for name in agents if not name.startswith("place:")),
        targets=frozenset(name for name in targets - agents if not name.startswith("place:")),
        others=around.named_around(item),
        thing=outcome.charge or _thing(reader, clause, outcome),
        subset=frozenset(_narrowing(reader, clause, outcome.words)) | waiting(reader.vocabulary, clause),
        markers=_marks(reader, clause, outcome) - _SAME,
        time=_time(item, clause, around, reader),
        lead=around.is_lead(item),
    )
    said = rule.partition(".")[2].replace("-", " ")
    said = f"{said} of {outcome.charge}" if outcome.charge else said
    said = f"{said} to come" if frame.role == TO_COME else said
    speaker = None
    if item.found.rule == DENIED:
        speaker = min((name for name in agents if name.startswith("person:")), default=None)
    yield Answer(rule, frame, PolarityValue(said, outcome.holds), speaker, affirmed=True)


_SAME = frozenset({FIRST, LAST, LATER, EARLIER})
"""Marks that single out none: what came first or later still is the one that the question asks for."""


def _time(item: Resolved, clause: Token, around: FramingContext, reader: EventFrameReader) -> DateValue | None:
    if not clause.tag_.startswith("VB"):
        return around.time(item)
    return around.reported_time(item, _lowest(clause), waiting=bool(waiting(reader.vocabulary, clause)))


def _marks(reader: EventFrameReader, clause: Token, outcome: Outcome) -> frozenset[Note]:
    """What singles out one of several: words beside the verb, the words of the entry, and the clause's own nouns ("no second call")."""
    nouns = [child for child in clause.children if child.dep_ in ("nsubjpass", "dobj") and child.tag_ in ("NN", "NNS")]
    told = [reader.doc[outcome.verb], *(reader.doc[at] for at in outcome.words), *nouns]
    return frozenset(mark for token in told for mark in reader.markers(token))


def _let(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Who is let do it: "let the ship dock"."""
    below = (child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and not is_past(child))
    return frozenset(name for child in below for noun in child.children if noun.dep_ == "nsubj" for name in reader.ids(noun))


def _lowest(verb: Token) -> Token:
    """The infinitive below a verb, whose day is told there ("was allowed to dock on Tuesday")."""
    return next((child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB"), verb)


def _traced(reader: EventFrameReader, outcome: Outcome) -> frozenset[str]:
    """Who or what the noun of an entry is one of: "no trace of the Orlova diamond"."""
    nouns = (reader.doc[at] for at in outcome.words)
    inner = (deep for noun in nouns for child in noun.children if child.lower_ == "of" for deep in child.children)
    return frozenset(name for noun in inner for name in reader.ids(noun))


def _thing(reader: EventFrameReader, clause: Token, outcome: Outcome) -> str | None:
    """The noun of the entry, or what it is a trace of; else what the clause is done to."""
    doc, traces = reader.doc, reader.vocabulary.listed("outcome.trace")
    told = [*clause.children, *(doc[outcome.verb].children if outcome.verb != clause.i else ())]  # "refused to accept the fine"
    parts = [child for child in told if child.dep_ in ("dobj", "nsubjpass") and child.tag_ in ("NN", "NNS")]
    nouns = [doc[at] for at in outcome.words if doc[at].tag_ in ("NN", "NNS")] or parts
    if not nouns:
        return None
    inner = [deep for child in nouns[-1].children if child.lower_ == "of" for deep in child.children if deep.tag_.startswith("NN")]
    return noun_key(inner[0] if inner and noun_key(nouns[-1]) in traces else nouns[-1])


def _ids(reader: EventFrameReader, verb: Token, relations: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ == "agent":
            found.update(name for noun in child.children if child.dep_ in relations for name in reader.ids(noun))
        elif child.dep_ in relations:
            noun = verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
            found |= reader.ids(noun)
            if verb.dep_ == "relcl" and any(word.tag_ == "WP$" for word in child.children):
                found |= reader.ids(verb.head)  # "Halden, whose shares fell"
    return frozenset(found)


def _beside(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    """Persons and things named behind "with", "to", "by", "from" or "of" in the clause: "shook hands with", "a word from"."""
    columns, beside = columns_of(reader.doc), reader.vocabulary.listed("preposition.beside")
    preps = [at for at in clause_words(verb) if columns.lowers[at] in beside and columns.deps[at] == "prep"]
    nouns = (child for at in preps for child in columns.children[at])
    return frozenset(name for at in nouns for name in reader.ids(reader.doc[at]) if name.startswith(("person:", "noun:")))


def _narrowing(reader: EventFrameReader, verb: Token, words: Sequence[int]) -> Iterator[Note]:
    """Notes on adjectives that narrow who did it (ONLY) or what it was done to (OF), on whose it is, where it lies and where it was.

    ``words`` are those of the entry, which are the outcome itself: "in handcuffs" is no place.
    """
    inside = reader.vocabulary.listed("preposition.inside")
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            kind = NoteKind.OF if child.dep_ == "dobj" else NoteKind.ONLY
            kinds = {word.lower_ for word in child.children if word.dep_ == "amod" and word.tag_.startswith("JJ")}
            yield from (kind.of(word) for word in narrowed(reader.vocabulary, child) if word in kinds)
            yield from (NoteKind.WHOSE.of(fold(word.text)) for word in _owners(child) if kind == NoteKind.ONLY)
            preps = [word for word in child.children if child.dep_ == "nsubj" and word.dep_ == "prep" and word.lower_ in inside]
            yield from (NoteKind.LIES.of(place) for prep in preps for place in _place(reader, prep))
        elif child.dep_ == "prep" and child.lower_ in inside and not any(noun.i in words for noun in child.children):
            yield from _place(reader, child)
    yield from topics_of(verb)


def _owners(noun: Token) -> Iterator[Token]:
    """Common nouns that own a noun: "the town's siren", "the siren of the town"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_ in ("NN", "NNS"):
            yield child
        elif child.lower_ == "of":
            yield from (inner for inner in child.children if inner.tag_ in ("NN", "NNS"))


def _place(reader: EventFrameReader, prep: Token) -> Iterator[Note]:
    for noun in prep.children:
        if noun.ent_type_ in ("DATE", "TIME"):
            continue
        if noun.tag_ in ("NN", "NNS"):
            yield NoteKind.IN.of(noun_key(noun))
        else:
            yield from (NoteKind.AT.of(name) for name in reader.ids(noun) if name.startswith(("place:", "name:")))

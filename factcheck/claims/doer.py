"""Frames the agent of an act: the one person or the party named as having done it, and what it was done to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named, narrowed
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import DEFINITE, EXCLUSIVE, Note, NoteKind
from factcheck.mentions.doer import Done, is_cleft
from factcheck.mentions.factuality_cues import noun_span
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DoerValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_doer(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """Who did it to what; nothing where the words name neither one person nor a party.

    ``agents`` of the frame is the person, ``thing`` the noun of what it was done to, ``targets`` the names told with it.
    """
    reader, done = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(done, Done):
        return
    doer, thing, verb = reader.doc[done.doer], reader.doc[done.thing], reader.doc[done.verb]
    who = _who(reader, doer, verb, item.passage, around)
    pointed = thing.lower_ == "it"
    meant = _subject_before(thing) if pointed else thing
    if who is None or meant is None:
        return
    thing = meant
    common = thing.tag_ in ("NN", "NNS")
    noun = reader.vocabulary.group("doer.thing").get(thing.lower_, fold(thing.text)) if common else None
    settled = pointed or any(child.lower_ in reader.vocabulary.pointing or child.dep_ == "poss" for child in thing.children)
    settled = settled or (verb.lower_ in reader.vocabulary.listed("doer.creating") and around.is_lead(item))
    narrow = [word for word in narrowed(reader.vocabulary, thing) if word != fold(verb.text)]
    targets = named(frozenset(reader.ids(thing)))
    if noun is None and not targets:
        return
    yield Answer(
        f"{done.act}.done_by",
        Frame(
            event=f"verb:{done.act}",
            predicate=verb.text,
            role="doer",
            agents=frozenset({who} if who.startswith("person:") else ()),
            targets=targets - {who},
            others=around.named_around(item),
            thing=noun,
            subset=frozenset(map(NoteKind.ONLY.of, narrow)) | frozenset({DEFINITE} if settled else ()) | _exclusive(verb),
            markers=reader.markers(verb) | reader.markers(thing),
            time=around.time_of(item, verb),
            lead=around.is_lead(item),
        ),
        DoerValue(who, noun_span(doer).of(reader.doc.text).strip()),
    )


def _exclusive(verb: Token) -> frozenset[Note]:
    """A mark for a doer who is told as the only one: "it was Ada Fonn who proposed it"."""
    return frozenset({EXCLUSIVE}) if is_cleft(verb) else frozenset()


def _subject_before(pronoun: Token) -> Token | None:
    """The noun that "it" means: the subject of the sentence before in the same passage; None for a person's and for no noun."""
    sentence = pronoun.sent
    before = pronoun.doc[sentence.start - 1].sent if sentence.start else None
    subjects = [token for token in before if token.dep_ in ("nsubj", "nsubjpass")] if before is not None else []
    main = next((token for token in subjects if token.head.dep_ == "ROOT"), None)
    return main if main is not None and main.tag_ in ("NN", "NNP") and main.ent_type_ != "PERSON" else None


def _who(reader: EventFrameReader, doer: Token, verb: Token, passage: int, around: FramingContext) -> str | None:
    """The id of the one person that the doer's words name, else the party that they belong to; None for several and for all others."""
    below = {token.i for token in verb.subtree}
    words = [token for token in doer.subtree if token.i not in below or verb not in doer.subtree]
    low, high = min(token.idx for token in words), max(token.idx + len(token) for token in words)
    clause = [child for child in doer.children if child.dep_ in ("relcl", "acl") and child.i > doer.i]
    high = min([high, *(child.left_edge.idx for child in clause)])
    if reader.doc.text[high : high + 2] == ", " and not clause:
        high += 3  # "by a guard, Ada Fonn", which the parser may hang elsewhere
    persons = {person.id for span, person in around.named.get(passage, ()) if low <= span.start < high}
    if persons:
        return persons.pop() if len(persons) == 1 else None
    if doer.tag_ == "PRP":
        meant = {name for name in reader.ids(doer) if name.startswith("person:")}
        return meant.pop() if len(meant) == 1 else None
    near = [doer, *(child for child in doer.children if child.dep_ in ("compound", "poss", "amod"))]
    near += [inner for child in doer.children if child.dep_ == "prep" and child.lower_ == "of" for inner in child.children]
    parties = {str(party) for token in near if (party := reader.vocabulary.listed("doer.party").get(token.lower_))}
    return parties.pop() if len(parties) == 1 else None

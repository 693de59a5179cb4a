"""Tells what sets the counted apart: what brought them about, what only some of them are, another event, a heading that only selects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import columns_of
from factcheck.frame_notes import EARLIER, PART_OF_WHOLE, ROOM, Note, NoteKind, bare, bare_all
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_RATE = re.compile(r"\bof (?:every|each) ", re.IGNORECASE)
"""What stands before a number that tells how many of each hundred."""
_REACH = 8
"""Words between what another event is set beside and the number of that other event."""


def recalled(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """EARLIER where the counted are those of another event, which what the article tells is set beside: "It comes ten days after three
    men broke out of a jail"."""
    words, doc = reader.vocabulary, noun.doc
    for place in range(noun.i - 1, max(noun.sent.start, noun.i - _REACH) - 1, -1):
        if doc[place].lower_ not in ("after", "before"):
            continue
        verb = next(
            (token for token in doc[max(noun.sent.start, place - _REACH) : place] if token.lower_ in words.listed("verb.following")), None
        )
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb is not None else None
        if subject is not None and (subject.lower_ in words.listed("pronoun.thing") or subject.lower_ in words.listed("count.cause")):
            return frozenset({EARLIER})
    return frozenset()


def of_one_place(noun: Token) -> frozenset[Note]:
    """PART_OF_WHOLE where the sentence tells the number of one place of several: "In Sarn alone the chain has 31 shops"."""
    alone = (token for token in noun.sent if token.lower_ == "alone" and token.i > noun.sent.start)
    return frozenset({PART_OF_WHOLE}) if any(token.nbor(-1).dep_ == "pobj" for token in alone) else frozenset()


def secondary(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """The class of what brought the counted about, where it follows on another event: those an aftershock killed are not those of the
    earthquake."""
    verb = next(reader.verbs_above(noun), None)
    causes = [child for child in verb.children if child.dep_ in ("nsubj", "agent")] if verb is not None else []
    causes += [inner for child in causes if child.dep_ == "agent" for inner in child.children]
    rules = [rule for child in causes if child.i != noun.i and child.tag_ in ("NN", "NNS") and (rule := reader.rule_at(child)) is not None]
    return bare_all(rule.id for rule in rules if rule.id in reader.vocabulary.listed("event.secondary"))


def at_first(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """ "start" or "end" where the counted are those with whom something began or ended: "the strike began with 2,400 nurses"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "with" or not noun.head.head.tag_.startswith("VB"):
        return frozenset()
    phase = reader.vocabulary.listed("verb.phase").get(noun.head.head.lower_)
    return frozenset({bare(str(phase))}) if phase in ("start", "end") else frozenset()


def being(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """What only some of the counted are said to be: "thirty passengers were in hospital", "were unhurt"; empty where they are just there
    ("on board")."""
    words = reader.vocabulary
    if noun.dep_ != "nsubj" or noun.head.lower_ not in words.listed("verb.being"):
        return frozenset()
    said: list[Token] = [child for child in noun.head.children if child.dep_ == "acomp" and child.i > noun.i]
    for child in noun.head.children:
        if child.dep_ == "prep" and child.i > noun.i:
            said.extend(
                inner
                for inner in child.children
                if inner.tag_ == "NN" and not list(inner.children) and inner.lower_ not in words.listed("count.there")
            )
    return frozenset(NoteKind.BEING.of(fold(token.text)) for token in said if not token.ent_type_)


def room_for(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """ROOM where the counted are as many as there may be: "licensed to carry 100 passengers", "can seat 400", "has room for 60"."""
    words = reader.vocabulary
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "for":
        return frozenset({ROOM}) if above.head.lower_ in words.listed("count.room-word") else frozenset()
    if noun.dep_ != "dobj" or verb_stem(above.lower_) not in words.listed("count.room-verb"):
        return frozenset()
    able = any(child.dep_ == "aux" and child.lower_ in ("can", "could") for child in above.children)
    over = above.head.head if above.dep_ == "pcomp" else above.head  # "capable of carrying"
    return frozenset({ROOM}) if able or (above.dep_ != "ROOT" and over.lower_ in words.listed("count.room-word")) else frozenset()


def is_selection(item: Resolved, reader: EventFrameReader) -> bool:
    """Whether a heading only says in how many of them it tells of its subject ("The election in five charts"), or a rate how many of
    each hundred.
    """
    doc, span = reader.doc, item.found.span
    text = doc.text
    if _RATE.search(text, 0, span.start):
        number = span_root(doc, span.start, span.end)
        if number is not None and _RATE.search(text, number.sent.start_char, span.start):
            return True
    if not text[: span.start].endswith(" in ") or span_root(doc, span.start, span.end) is None:
        return False
    behind = text[span.end :].split()
    return len(behind) == 1 and behind[0].isalpha() and not any(tag.startswith(("VB", "MD")) for tag in columns_of(doc).tags)


def are_perpetrators(thing: str, subset: frozenset[Note], words: Vocabulary) -> bool:
    """Whether the counted are told as those who commit a crime: "three gunmen", "three masked men"."""
    masked = thing == "person" and not words.listed("count.perpetrator-word").keys().isdisjoint(subset)
    return masked or thing in words.listed("count.perpetrator")

"""Tells what sets the counted apart: what brought them about, what only some of them are, another event, a heading that only selects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.date import span_root
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.vocabulary import Vocabulary
from factcheck.columns import columns_of
from factcheck.frame_notes import (
    ANOTHER,
    EARLIER,
    FURTHER,
    PART_OF_WHOLE,
    PERIOD,
    ROOM,
    SEVERAL,
    Note,
    NoteKind,
    bare,
    bare_all,
    behind_preposition,
)
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import either_of, fold

if TYPE_CHECKING:
    from factcheck.parses import Token

_RATE = re.compile(r"\bof (?:every|each) ", re.IGNORECASE)
"""What stands before a number that tells how many of each hundred."""
_WORD = re.compile(r"[a-z][a-z-]*")
_STOPS = (".", "!", "?", '"', "'", ")", ":")
"""How a line ends that is more than a title."""
_REACH = 8
"""Words between what another event is set beside and the number of that other event."""


def slight_alone(reader: EventFrameReader, subset: frozenset[Note], texts: Iterable[str]) -> frozenset[Note]:
    """The notes on the injured without those that they are hurt slightly, where no text of the article tells of anybody hurt worse."""
    slight = subset & bare_all(reader.vocabulary.listed("injury.slight"))
    grave = reader.vocabulary.listed("injury.grave").keys()
    return subset if not slight or any(not grave.isdisjoint(_WORD.findall(text.lower())) for text in texts) else subset - slight


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


def raising(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """FURTHER where the counted raise a total that the sentence gives: "the toll rose to 23 after four passengers died", "four died,
    bringing the number of dead to 23"."""
    sent, totals = noun.sent, reader.vocabulary.listed("count.running-total")
    if all(word not in totals for word in columns_of(noun.doc).lowers[sent.start : sent.end]):
        return frozenset()
    text, low, start, high = noun.doc.text, sent.start_char, noun.idx, sent.end_char
    rose, brings = _raising_patterns(reader.vocabulary)
    return frozenset({FURTHER}) if rose.search(text, low, start) or brings.search(text, start, high) else frozenset()


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
    while noun.dep_ == "conj" and noun.head.tag_.startswith(("NN", "CD")):
        noun = noun.head  # "can carry 420 passengers and 90 cars"
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "for":
        return frozenset({ROOM}) if above.head.lower_ in words.listed("count.room-word") else frozenset()
    if noun.dep_ != "dobj" or verb_stem(above.lower_) not in words.listed("count.room-verb"):
        return frozenset()
    able = any(child.dep_ == "aux" and child.lower_ in ("can", "could") for child in above.children)
    over = above.head.head if above.dep_ == "pcomp" else above.head  # "capable of carrying"
    return frozenset({ROOM}) if able or (above.dep_ != "ROOT" and over.lower_ in words.listed("count.room-word")) else frozenset()


def beside_named(noun: Token) -> frozenset[Note]:
    """PART_OF_WHOLE where the counted are told together with one of their kind by its name: "put Druva-2 and four satellites in orbit"."""
    first = noun
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    return frozenset({PART_OF_WHOLE}) if first.i != noun.i and first.tag_ == "NNP" else frozenset()


def in_several(reader: EventFrameReader, noun: Token) -> frozenset[Note]:
    """``ANOTHER`` where a happening that is new to the text below its first lines brought the counted about ("arrested at a rally"),
    ``SEVERAL`` where more than one happening brought the counted about ("avalanches killed five"), and ``PERIOD`` where they are those
    of a longer time ("police have arrested 140 this year"); such numbers take in the happening that the news are of."""
    words, verb = reader.vocabulary, next(reader.verbs_above(noun), None)
    if _rate_pattern(words).match(noun.doc.text, noun.idx + len(noun)):
        return frozenset({PERIOD})
    if verb is None:
        return frozenset()
    found = set[Note]()
    causes = [child for child in verb.children if child.dep_ in ("nsubj", "agent", "prep") and child.i != noun.i]
    causes += [inner for child in causes for inner in child.children if inner.dep_ == "pobj"]
    if any(cause.tag_ == "NNS" and singular(cause.lower_) in words.listed("count.single-event") for cause in causes):
        found.add(SEVERAL)
    if _is_later(reader) and any(_is_new(reader, cause) for cause in causes):
        found.add(ANOTHER)
    perfect = any(child.dep_ in ("aux", "auxpass") and child.lower_ in words.listed("holding.perfect") for child in verb.children)
    if perfect and _period_pattern(words).search(noun.sent.text):
        found.add(PERIOD)
    return frozenset(found)


def _is_later(reader: EventFrameReader) -> bool:
    """Whether the passage stands behind the title and the opening, which a line without a full stop (a second title) is not."""
    before, passages, opened = reader.before, 0, False
    while before is not None and not (opened and passages > 1):
        opened |= before.doc.text.rstrip().endswith(_STOPS)
        passages += 1
        before = before.before
    return opened and passages > 1


def _is_new(reader: EventFrameReader, cause: Token) -> bool:
    """Whether a noun tells a happening of its own: "a crash", "a march"; how people got out of one ("in an evacuation") is a part of it."""
    beside = [cause, *cause.head.children] if cause.dep_ == "pobj" else [cause]  # "a counter-demonstration"
    told = cause.tag_ == "NN" and any(child.lower_ in ("a", "an") for token in beside for child in token.children)
    rule, words = reader.rule_at(cause), reader.vocabulary
    undergone = rule is not None and rule.id in {*words.listed("event.undergone"), *words.listed("event.received")}
    return told and (cause.lower_ in words.listed("count.single-event") or (rule is not None and not undergone))


@lru_cache(maxsize=4)
def _raising_patterns(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the number of those who raise a total, and what stands behind it."""
    names = ("count.running-total", "count.rising", "count.raised-by", "count.raising")
    totals, rise, by, bring = (either_of(words.listed(name)) for name in names)
    return (
        re.compile(rf"\b(?:{totals})\b[^.;]{{0,60}} (?:{rise}) (?:[a-z]+ )?to [^.;,]{{1,30}},? (?:{by}) [^.;,]{{0,30}}$", re.IGNORECASE),
        re.compile(rf",? (?:{bring}) (?:[a-z-]+ ){{0,5}}(?:{totals})\b[^.;]{{0,40}} to ", re.IGNORECASE),
    )


@lru_cache(maxsize=2)
def _rate_pattern(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf" (?:{either_of(words.listed('count.rate-behind'))})\b")


@lru_cache(maxsize=4)
def _period_pattern(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{either_of(words.listed('count.period'))}|since (?:19|20)\d\d|since (?:the )?[a-z]{{3,20}}s (?:began|started))\b",
        re.IGNORECASE,
    )


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


def partitive(token: Token) -> frozenset[Note]:
    """What the counted are a part of: "of the dead" in "four of the dead"; proper names are owners, not wholes."""
    return frozenset(
        behind_preposition(child.lower_, fold(inner.text))
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "aboard")
        for inner in child.children
        if inner.dep_ == "pobj" and (child.lower_ == "from" or inner.tag_ in ("NN", "NNS"))
    )


def origin(last: int, reader: EventFrameReader) -> frozenset[Note]:
    """ "Ten from Ohio": a place right behind the count narrows it, wherever the parser hangs it."""
    doc = reader.doc
    if last + 2 < len(doc) and doc[last + 1].lower_ == "from" and doc[last + 2].tag_ in ("NNP", "NNPS"):
        return frozenset({behind_preposition("from", fold(doc[last + 2].text))})
    return frozenset()

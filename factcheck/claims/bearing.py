"""Frames bearings: what lies or happened on a side of a named place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import Note, bare_all
from factcheck.mentions.bearing import Bearing
from factcheck.model import BEARING, Frame
from factcheck.nouns import singular
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token, Words

_STEPS = 8
"""Words from a direction up to the verb of its clause at most."""
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def frame_bearing(item: Resolved, bearing: Bearing, around: FramingContext) -> Iterator[Answer]:
    """One question for each name; ``targets`` is the landmark, ``agents`` who takes part, ``event`` the class of what happened there,
    ``subset`` the nouns between the direction and its verb, and that verb's."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    word = reader.doc[bearing.word]
    verb, nouns = _chain(word, frozenset(bearing.landmark))
    parts = [child for child in verb.children if child.dep_ in _PARTS and child.i not in bearing.landmark] if verb is not None else []
    words = range(bearing.word - 2, bearing.landmark[-1] + 1)
    told = [token for token in (*parts, *nouns) if token.tag_ in ("NN", "NNS") and token.i not in words]
    event = _told_place(reader, word)
    name = " ".join(reader.doc[index].text for index in bearing.landmark)
    yield Answer(
        BEARING,
        Frame(
            event=_event(reader, word, verb, told),
            predicate=verb.text if verb is not None else None,
            role=BEARING,
            agents=named(frozenset(name for token in (*parts, *nouns) if token.i not in words for name in reader.ids(token))),
            targets=frozenset({f"name:{fold(name)}"}),
            others=around.named_around(item),
            thing=fold(told[0].text) if told else None,
            subset=bare_all([_sort(reader, token) for token in told if not _is_unit(reader, token)] + ([event] if event else [])),
            markers=_markers(reader, verb),
            time=around.time_of(item, verb) if verb is not None else around.time(item),
            lead=around.is_lead(item),
        ),
        WhereValue(tuple(sorted(bearing.points)), f"{item.found.span.of(reader.doc.text).strip()} of {name}"),
    )


def _chain(word: Token, landmark: frozenset[int]) -> tuple[Token | None, list[Token]]:
    """The verb above a direction and the nouns on the way up to it."""
    nouns: list[Token] = []
    for _ in range(_STEPS):
        if word.head.i == word.i:
            break
        word = word.head
        if word.tag_.startswith("VB"):
            return word, nouns
        if word.tag_.startswith("NN") and word.i not in landmark:
            nouns.append(word)
    return None, nouns


def _event(reader: EventFrameReader, word: Token, verb: Token | None, told: list[Token]) -> str | None:
    """The class of what happened there: that of which the sentence tells the place, of a noun of the clause, of its verb, or of a
    subject before it."""
    known = _told_place(reader, word)
    if known is not None:
        return known
    above = [token for token in _words_before(word) if token.dep_ in (*_PARTS, "appos") and token.tag_.startswith("NN")]
    rules = [rule for token in (*told, *([verb] if verb is not None else []), *above) if (rule := reader.rule_at(token)) is not None]
    return next((rule.broader or rule.id for rule in rules if rule.phase == "act"), None)


def _told_place(reader: EventFrameReader, word: Token) -> str | None:
    """The class of the event whose place the sentence tells: "its epicentre was"."""
    places = reader.vocabulary.group("where.bearing-event")
    return next((str(places[token.lower_]) for token in _words_before(word) if token.lower_ in places), None)


def _words_before(word: Token) -> Words:
    """The words of the sentence before a direction; a sentence that begins small was cut off ("at 5 a.m. local time 40 km north of")."""
    start = word.sent.start
    cut = start > 0 and word.doc[start].text[0].islower()
    return word.doc[word.doc[start - 1].sent.start if cut else start : word.i]


def _sort(reader: EventFrameReader, token: Token) -> str:
    """The noun in the singular, or what stands for it in news of one thing ("plane", "aircraft") or event ("epicentre")."""
    noun = singular(fold(token.text))
    words = reader.vocabulary
    return str(words.group("where.bearing-event").get(noun) or words.group("where.mover").get(noun, noun))


def _is_unit(reader: EventFrameReader, token: Token) -> bool:
    return token.ent_type_ in ("QUANTITY", "CARDINAL") or token.lower_ in reader.vocabulary.listed("where.bearing-unit")


def _markers(reader: EventFrameReader, verb: Token | None) -> frozenset[Note]:
    return reader.markers(verb) if verb is not None else frozenset()

"""Frames series: how long ago the last one happened (a gap), and which one of a series this is (a turn).

``thing`` of the frame is the event class that the noun or verb names, or else the noun itself; "" for a verb of no class.  ``subset`` holds
what narrows the series, as notes of the kinds DEGREE, AT, WORD, ROW, TIME, AREA and, of gaps, ACT.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import verb_above
from factcheck.claims.row_time import row_time
from factcheck.columns import SUBJECTS
from factcheck.frame_notes import Note, NoteKind
from factcheck.mentions.series import Gap, Turn
from factcheck.model import GAP, TURN, Frame
from factcheck.resolving import Resolved
from factcheck.stems import verb_stem
from factcheck.text import fold
from factcheck.values import OrdinalValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_BEHIND = 12
"""Words behind a superlative's noun in which it is looked for whom alone it ranks."""
_TIMES = ("DATE", "TIME")
_SEEN = 8
"""Words behind a superlative in which its row is told by who has ever seen one."""


def frame_gap(item: Resolved, gap: Gap, around: FramingContext) -> Iterator[Answer]:
    """When the last one happened.  All gaps share one question, because only a comparison can tell whether two series are the same."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, OrdinalValue):
        return
    head = reader.doc[gap.head]
    narrowed = (set[Note]() if gap.bare else _narrowed(reader, head) | _acts_of(reader, head)) | _places(head)
    degree = str(reader.vocabulary.listed("ordinal.degree").get(gap.degree, gap.degree))
    if degree:
        narrowed.add(NoteKind.DEGREE.of(degree))
    frame = _frame(item, reader, head, GAP, frozenset(narrowed), around)
    yield Answer(GAP, replace(frame, thing=None, event=None) if gap.bare else frame, _said(value, item, reader))
    if value.ever and degree:
        row = f"degree {degree}"
        said = OrdinalValue(1, item.found.span.of(reader.doc.text).strip())
        bounds = frozenset(_bounds(reader, head) | _limits(reader, head) | _seers(head))
        yield Answer(f"{TURN}.{row}", replace(frame, role=TURN, thing=row, subset=bounds), said)
    elif value.ever and frame.thing and head.lower_ != "never" and not gap.denied:
        bounds = frozenset(_narrowed(reader, head) | _bounds(reader, head))
        yield Answer(
            f"{TURN}.{frame.thing}",
            replace(frame, role=TURN, subset=bounds),
            OrdinalValue(1, value.said or item.found.span.of(reader.doc.text).strip()),
        )


def _acts_of(reader: EventFrameReader, noun: Token) -> set[Note]:
    """A note on the class of what is told of a row's noun: "the first minister to be jailed", "no minister had ever been jailed"."""
    if not noun.tag_.startswith("NN"):
        return set()
    verbs = [child for child in noun.children if child.dep_ in ("acl", "relcl")] + ([noun.head] if noun.dep_ in SUBJECTS else [])
    rule = next((rule for verb in verbs if verb.tag_.startswith("VB") and (rule := reader.rule_at(verb)) is not None), None)
    return {NoteKind.ACT.of(rule.broader or rule.id)} if rule is not None and rule.phase == "act" else set()


def frame_turn(item: Resolved, turn: Turn, around: FramingContext) -> Iterator[Answer]:
    """Which one of its series this is: the third title, the second-longest bridge."""
    reader, value = around.readers[item.passage], item.mention.value
    if reader is None or not isinstance(value, OrdinalValue):
        return
    head = reader.doc[turn.head]
    frame = _frame(item, reader, head, TURN, frozenset(_narrowed(reader, head) | _bounds(reader, head)), around)
    row = frame.thing or frame.predicate
    if turn.degree:
        row = f"degree {reader.vocabulary.listed('ordinal.degree').get(turn.degree, turn.degree)}"
        frame = replace(frame, subset=frame.subset | _areas_before(reader, reader.doc[turn.word]) | _limits(reader, head), thing=row)
        if turn.exceeded:  # the subject is who came before, and the time is theirs
            frame = replace(frame, agents=frozenset(), time=None, event=None)
    yield Answer(f"{TURN}.{row}", frame, _said(value, item, reader))


def _limits(reader: EventFrameReader, head: Token) -> frozenset[Note]:
    """Whom or what alone a superlative ranks: "the highest fee for a striker", "the fastest time ever run by a woman"."""
    words = head.doc[head.i + 1 : min(head.sent.end, head.i + _BEHIND)]
    stop = next((token.i for token in words if token.text in ",;:.-"), words.end)
    limiting = reader.vocabulary.listed("ordinal.limit")
    preps = (token for token in words if token.i < stop and token.lower_ in limiting)
    ahead = (noun for prep in preps for noun in head.doc[prep.i + 1 : min(stop, prep.i + 4)])
    return frozenset(NoteKind.WORD.of(fold(noun.text)) for noun in ahead if noun.tag_ in ("NN", "NNS") and noun.ent_type_ not in _TIMES)


def _areas_before(reader: EventFrameReader, word: Token) -> frozenset[Note]:
    """The area that owns a row: "the country's second-longest"."""
    areas = reader.vocabulary.listed("ordinal.area")
    return frozenset(
        NoteKind.AREA.of(token.lower_)
        for token in word.doc[max(0, word.i - 4) : word.i]
        if token.lower_ in areas or token.lower_ == "world"
    )


def _said(value: OrdinalValue, item: Resolved, reader: EventFrameReader) -> OrdinalValue:
    return OrdinalValue(value.rank, item.found.span.of(reader.doc.text).strip(), value.since, value.ever, value.slack)


def _frame(item: Resolved, reader: EventFrameReader, head: Token, role: str, subset: frozenset[Note], around: FramingContext) -> Frame:
    rule = reader.rule_at(head)
    event = rule.id if rule is not None and rule.phase == "act" else None
    noun = head if head.tag_ in ("NN", "NNS") else next((child for child in head.children if child.dep_ in ("dobj", "attr")), None)
    word = _word(noun) if noun is not None and noun.tag_ in ("NN", "NNS") else ""
    same = reader.vocabulary.listed("ordinal.same-noun")
    known = str(same.get(event or "", event or ""))  # "was robbed for the third time", "the fourth hold-up"
    thing = str(same.get(word, known if event in same or not word or noun is not head else word))
    verb = head if head.tag_.startswith("VB") else verb_above(head)
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS] if verb is not None else []
    ids = frozenset(name for subject in subjects for name in reader.ids(subject)) | reader.owner_ids(head)
    return Frame(
        event=event,
        predicate=head.text if head.tag_.startswith("NN") else f"verb:{verb_stem(head.lower_)}",
        role=role,
        agents=named(ids),
        others=around.named_around(item),
        thing=thing or None,
        subset=subset,
        markers=frozenset(),
        time=row_time(item, head, around),
        lead=around.is_lead(item),
    )


def _word(noun: Token) -> str:
    """The noun, with what a hyphen joins to it: "hold-up"."""
    joined = noun.i > 1 and noun.nbor(-1).text == "-"
    return fold(f"{noun.nbor(-2).text}-{noun.text}" if joined else noun.text)


def _narrowed(reader: EventFrameReader, head: Token) -> set[Note]:
    """The plain words before the noun that make a shorter row of it."""
    noun = head if head.tag_.startswith("NN") else next((child for child in head.children if child.dep_ == "dobj"), None)
    if noun is None:
        return set()
    skipped = {*reader.vocabulary.listed("ordinal.free"), *reader.vocabulary.listed("ordinal.word")}
    words = (child for child in noun.children if child.i < noun.i and child.dep_ in ("amod", "compound", "nmod"))
    return {
        NoteKind.WORD.of(fold(child.text))
        for child in words
        if child.tag_ in ("JJ", "NN", "NNS", "VBN") and child.nbor(1).text != "-" and child.lower_ not in skipped and _is_plain(child)
    }


def _is_plain(word: Token) -> bool:
    return word.text.isalpha() and word.text.islower()


def _places(head: Token) -> set[Note]:
    """Names behind "at" in the sentence, or behind "in" beside the noun: of two gauges two rows are told."""
    own = (part for prep in head.children if prep.lower_ in ("in", "at", "on") for part in prep.children if part.dep_ == "pobj")
    found = {NoteKind.AT.of(fold(part.text)) for part in own if part.tag_.startswith("NNP") and part.ent_type_ not in ("DATE", "TIME")}
    for token in head.sent:
        if token.dep_ == "pobj" and token.tag_.startswith("NNP") and token.head.lower_ == "at" and token.ent_type_ not in ("DATE", "TIME"):
            found.add(NoteKind.AT.of(fold(token.text)))
    return found


def _bounds(reader: EventFrameReader, head: Token) -> set[Note]:
    """What bounds a row in time or space: "of the season", "in the country", "in a row"."""
    periods = reader.vocabulary.listed("ordinal.period")
    areas = reader.vocabulary.listed("ordinal.area")
    found: set[Note] = set()
    words = reader.vocabulary
    in_a_row, wide = words.listed("ordinal.in-a-row"), words.listed("ordinal.wide-area")
    for token in list(head.doc[head.i + 1 : min(head.sent.end, head.i + 14)]):
        if token.lower_ in words.listed("ordinal.predecessor"):
            break
        if token.lower_ in in_a_row:
            found.add(NoteKind.ROW.of("consecutive"))
        elif token.lower_ == "since" and token.i + 1 < len(head.doc) and _is_month(reader, token.nbor(1)):
            found.add(NoteKind.TIME.of("season"))
        elif token.lower_ in periods and token.tag_.startswith("NN"):
            found.add(NoteKind.TIME.of(str(periods[token.lower_])))
        elif token.lower_ in areas or token.lower_ in wide:
            found.add(NoteKind.AREA.of(token.lower_))
    if any(child.lower_ in words.listed("ordinal.successive") for child in head.children):
        found.add(NoteKind.ROW.of("consecutive"))
    return found


def _seers(head: Token) -> set[Note]:
    """Whose row a superlative is told in by name: "the highest fee Castor have ever received"."""
    behind = list(head.doc[head.i + 1 : min(head.sent.end, head.i + _SEEN)])
    named = list(takewhile(lambda token: token.tag_.startswith("NNP"), behind))
    ever = any(token.lower_ == "ever" for token in behind[len(named) : len(named) + 3])
    return {NoteKind.AREA.of(fold(token.text)) for token in named} if ever else set()


def _is_month(reader: EventFrameReader, word: Token) -> bool:
    return word.text.isalpha() and word.lower_ in reader.vocabulary.listed("month-name")

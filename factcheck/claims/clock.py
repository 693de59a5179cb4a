"""Which question a time of day answers: the event frame it is told of, and its part in it.

Roles: "at" (it happened), "started_at", "ended_at"; "by", "until", "since", "from", "before", "after" where the time is a limit.
``thing`` of the frame is the family of an event that takes no longer than a moment, or the class of one that started or ended, None for
other events; ``time`` is the day; ``subset`` holds the words of a day that is told but not known ("last monday" where the publication is
not known).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.claims.act_groups import act_of
from factcheck.claims.clock_governor import governor_of, is_clock, moved_to
from factcheck.claims.date import dated_events, span_root
from factcheck.claims.event_frame_reader import OBJECTS, EventFrame, EventFrameReader
from factcheck.claims.event_time import frame_event_time
from factcheck.claims.framing_context import LEAD_PASSAGES, Answer, FramingContext
from factcheck.columns import SUBJECTS
from factcheck.frame_notes import NEW_TIME, Note, bare_all
from factcheck.mentions.clock import TimeReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DateValue, Relation

if TYPE_CHECKING:
    from factcheck.parses import Token

_BACK = 2
"""Passages before that "it struck at ..." may point back to."""
_ROLES = {"start": "started_at", "end": "ended_at"}


def frame_time(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The event that a time of day is told of, and the act by its word; nothing where its governor names none."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, TimeReading):
        return
    yield from _of_event(item, around, reader, reading)
    if reading.bound == "at":
        yield from _of_act(item, around, reader)


def _of_act(item: Resolved, around: FramingContext, reader: EventFrameReader) -> Iterator[Answer]:
    """What happened then by the word that tells it, of whatever class or none."""
    governor = timed_by(reader, item.found.span.start, item.found.span.end)
    yield from frame_event_time(item, reader, around, governor, _days_not_known(item, around))


def _of_event(item: Resolved, around: FramingContext, reader: EventFrameReader, reading: TimeReading) -> Iterator[Answer]:
    told = timed_event(reader, item.found.span.start, item.found.span.end)
    if told is None:
        if reading.bound == "at":
            yield from _of_thing(item, reader, around)
        return
    role, event_frame, markers = told
    if event_frame is None:
        event_frame = _antecedent(item, around, lasting=role != "at")
    if event_frame is None:
        return
    if role == "started_at" and event_frame.rule.id in reader.vocabulary.listed("time.beginning"):
        role = "at"  # "the nightmare began at nine"
    if reading.bound != "at" and NEW_TIME not in markers:
        role = reading.bound
    untold = _days_not_known(item, around)
    words = item.found.span.of(around.document.passages[item.passage].text)
    own = {f"name:{fold(word)}" for word in (words, *words.split())}  # "GMT" is no participant
    frame = Frame(
        event=event_frame.rule.id,
        predicate=event_frame.predicate,
        role=role,
        agents=event_frame.agents - own,
        targets=event_frame.targets - own,
        others=around.named_around(item),
        thing=_kind(reader, event_frame) if role in _ROLES.values() else _family(reader, event_frame),
        subset=untold,
        markers=event_frame.markers | (markers - {NEW_TIME}),
        time=None if untold else _day(item, event_frame, around),
        lead=around.is_lead(item),
    )
    yield Answer(f"{frame.event}.{role}", frame)


def _of_thing(item: Resolved, reader: EventFrameReader, around: FramingContext) -> Iterator[Answer]:
    """When one known thing of no class began or ended: "the ceremony began at 7 p.m."; nothing for what begins every day ("the shift")."""
    root = span_root(reader.doc, item.found.span.start, item.found.span.end)
    verb = governor_of(reader.vocabulary, root) if root is not None else None
    noun = _subject(verb) if verb is not None and verb.tag_ in ("VBD", "VBN") else None
    words = reader.vocabulary
    if (
        verb is None
        or noun is None
        or noun.tag_ != "NN"
        or words.listed("time.governor").get(noun.lower_) is not None
        or reader.rule_at(noun) is not None
    ):
        return
    role = _ROLES.get(words.group("time.governor").get(verb.lower_, ""))
    known = any(child.dep_ == "poss" or child.lower_ in ("the", "this") for child in noun.children)
    if (
        role is None
        or not known
        or {noun.lower_, verb.lower_} & words.listed("time.recurring").keys()
        or any(child.dep_ == "neg" for child in verb.children)
    ):
        return
    untold = _days_not_known(item, around)
    yield Answer(
        f"{fold(noun.text)}.{role}",
        Frame(
            predicate=verb.text,
            role=role,
            others=around.named_around(item),
            thing=fold(noun.text),
            subset=untold,
            markers=bare_all(fold(child.text) for child in noun.children if child.dep_ in ("amod", "compound")),
            time=None if untold else around.time(item),
            lead=around.is_lead(item),
        ),
    )


def timed_event(reader: EventFrameReader, start: int, end: int) -> tuple[str, EventFrame | None, frozenset[Note]] | None:
    """(role, event frame, markers of its subject) of the time at these characters; None where the time is told of nothing known.

    The event frame is None where a pronoun or "the accident" stands for it.
    """
    root, governor = span_root(reader.doc, start, end), timed_by(reader, start, end)
    if root is None or governor is None:
        return None
    words = reader.vocabulary
    if governor.tag_.startswith("NN"):
        named = _of_noun(reader, governor)
        return ("at", named, frozenset()) if named is not None else None
    subject = _subject(governor)
    if moved_to(words, governor, root):
        named = _event(reader, subject) if subject is not None else None
        return ("at", named, frozenset({NEW_TIME})) if named is not None else None
    told = _of_verb(reader, governor, subject)
    if told is None:
        return None
    marks, children = words.listed("marker.instance"), subject.children if subject is not None else ()
    return *told, bare_all(str(marks[child.lower_]) for child in children if child.lower_ in marks and child.tag_ != "IN")


def timed_by(reader: EventFrameReader, start: int, end: int) -> Token | None:
    """The verb or noun that the time at these characters hangs on; None where it hangs on neither."""
    root = span_root(reader.doc, start, end)
    if root is None:
        return None
    first = next(
        token for token in reader.doc if token.idx + len(token) > start
    )  # where "local time" has lost its parent, the hour still has its own
    bare = root.dep_ == "attr" and root.head.lower_ in ("was", "is") and any(child.lower_ == "it" for child in root.head.children)
    return governor_of(reader.vocabulary, root) or governor_of(reader.vocabulary, first) or (root.head if bare else None)


def _of_verb(reader: EventFrameReader, verb: Token, subject: Token | None) -> tuple[str, EventFrame | None] | None:
    sense = reader.vocabulary.listed("time.governor").get(verb.lower_)
    rule = reader.rule_at(verb) if sense in ("start", "end") else None
    if rule is not None and rule.id in reader.vocabulary.listed("time.moment"):
        return next((("at", found) for found in reader.read(verb) if found.carrier is None), None)  # "the match started" is a moment
    if sense == "end" and subject is not None and is_clock(reader.vocabulary, subject):
        return "at", None  # a clock that stops then stops with what was told before
    if sense == "heard":
        return _heard(reader, verb, subject)
    if sense in ("occur", "start", "end") and subject is not None:
        role = _ROLES.get(str(sense), "at")
        told = _moment(reader, subject) if sense == "occur" else _event(reader, subject)
        if told is None and verb.dep_ == "relcl":
            told = next((found for noun in _above(subject) if (found := _event(reader, noun)) is not None), None)
        if told is not None and role == "started_at" and told.rule.id in reader.vocabulary.listed("time.beginning"):
            role = "at"  # a fire that began at nine happened at nine
        if told is not None:
            return role, replace(told, targets=told.targets | _objects(reader, verb))
        stands = reader.vocabulary.listed("time.governor").get(subject.lower_) == "generic" and not _is_phrasal(reader, verb)
        if stands and (subject.tag_ != "PRP" or _object(verb) is None):
            return role, None
    if sense in ("start", "end"):
        return None
    event_frames = reader.read(verb) or _went_on(reader, verb)
    if not event_frames or event_frames[0].carrier is not None:
        return None
    return "at", event_frames[0]


def _is_phrasal(reader: EventFrameReader, verb: Token) -> bool:
    """Whether a verb and its particle tell of an event themselves: "it took off", "it broke up"."""
    return any(child.dep_ == "prt" for child in verb.children) and reader.rule_at(verb) is not None


def _went_on(reader: EventFrameReader, verb: Token) -> list[EventFrame]:
    """What somebody who entered did next: "burst in at six and opened fire"; nothing where that has a time of its own."""
    told = act_of(reader, verb)
    if told is None or "enter" not in told[1]:
        return []
    for other in verb.children:
        timed = any(part.ent_type_ == "TIME" for part in other.subtree)
        if other.dep_ == "conj" and other.tag_ == verb.tag_ and other.i > verb.i and not timed:
            found = [item for item in reader.read(other) if item.carrier is None and _family(reader, item) is not None]
            if found:
                return found
    return []


def _subject(verb: Token) -> Token | None:
    """What the verb is said of: its subject, the noun a relative pronoun stands for, or what there was ("there were sounds of gunfire")."""
    found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if found is not None and found.tag_ in ("WDT", "WP"):
        return verb.head if verb.dep_ == "relcl" else None
    if found is None and any(child.dep_ == "expl" for child in verb.children):
        found = next((child for child in verb.children if child.dep_ == "attr"), None)
        inner = (noun for child in (found.children if found is not None else ()) if child.lower_ == "of" for noun in child.children)
        return next(inner, found)
    if found is None and verb.dep_ == "conj" and verb.head.tag_.startswith("VB"):
        return next((child for child in verb.head.children if child.dep_ in SUBJECTS), None)
    return found


def _above(noun: Token) -> Iterator[Token]:
    """The nouns that a phrase before a relative clause hangs on: "the blaze in the hills, which began"."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.tag_.startswith("NN"):
        noun = noun.head.head
        yield noun


def _heard(reader: EventFrameReader, verb: Token, subject: Token | None) -> tuple[str, EventFrame | None] | None:
    """What was heard, felt or registered then: an event by its noun, or a bang or blow that stands for the one told before."""
    noun = subject if subject is not None and subject.dep_ == "nsubjpass" else _object(verb)
    if noun is None:
        return None
    if reader.vocabulary.listed("time.governor").get(noun.lower_) == "sound":
        return "at", None
    told = _moment(reader, noun)
    return ("at", told) if told is not None else None


def _of_noun(reader: EventFrameReader, noun: Token) -> EventFrame | None:
    """The event frame a noun names that a time stands at ("the explosion at 9 a.m.", "the 9 a.m. explosion").

    As the object of a verb or preposition the noun may be what the time only follows ("put out the fire at 6 a.m.", "reports of a crash at
    noon"); it then names none.
    """
    if noun.dep_ not in (*SUBJECTS, "ROOT", "attr", "appos"):
        return None
    return _moment(reader, noun)


def _event(reader: EventFrameReader, noun: Token) -> EventFrame | None:
    """The event frame that a noun names."""
    return next((item for item in reader.read_noun(noun) if item.carrier is None), None) if noun.tag_.startswith("NN") else None


def _moment(reader: EventFrameReader, noun: Token) -> EventFrame | None:
    """The event frame of a moment that a noun names."""
    told = _event(reader, noun)
    return told if told is not None and _family(reader, told) is not None else None


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in OBJECTS), None)


def _objects(reader: EventFrameReader, verb: Token) -> frozenset[str]:
    found = _object(verb)
    return frozenset(reader.ids(found)) if found is not None else frozenset()


def _family(reader: EventFrameReader, told: EventFrame) -> str | None:
    family = reader.vocabulary.listed("time.moment").get(told.rule.id)
    return str(family) if family else None


def _kind(reader: EventFrameReader, told: EventFrame) -> str:
    """The family where there is one, else the class: "took off" and "the launch" are one."""
    return _family(reader, told) or told.rule.id


def _antecedent(item: Resolved, around: FramingContext, *, lasting: bool) -> EventFrame | None:
    """The last event frame of a moment that was told before the time: in its passage, the two before, or the title and first lines.

    ``lasting``: what began or ended may have taken any time; it is then one of those that the title or first lines tell.
    """
    lead = around.lead()
    near = range(item.passage, max(-1, item.passage - _BACK - 1), -1)
    for index in (*near, *(early for early in range(min(LEAD_PASSAGES, item.passage) - 1, -1, -1) if early not in near)):
        reader = around.readers[index]
        if reader is None:
            continue
        here = index == item.passage
        told = [
            event_frame
            for event_frame in around.event_frames(index)
            if event_frame.carrier is None
            and (event_frame.rule.id in lead if lasting else _family(reader, event_frame))
            and reader.doc[event_frame.token].dep_ not in ("compound", "nmod", "amod", "poss")
            and (not here or reader.doc[event_frame.token].idx < _sentence_start(item, around))
        ]
        if told:
            return told[-1]
    return None


def _sentence_start(item: Resolved, around: FramingContext) -> int:
    return item.mention.sentence.start - around.document.passages[item.passage].start


def _day(item: Resolved, told: EventFrame, around: FramingContext) -> DateValue | None:
    """The day in the sentence; else the one day that the article tells of this class of event; else that of the paragraph.

    None where there is none, or where the article tells of several such days.
    """
    own = [other.mention.value for other in around.beside(item) if isinstance(other.mention.value, DateValue)]
    if own:
        return min(own, key=lambda value: value.days or 100_000)
    days = [value for reader, value, kinds in _dated(around) if _kind(reader, told) in kinds]
    if not days:
        return around.time(item)
    first = min(days, key=lambda value: value.days or 100_000)
    return first if all(first.relation(day) is not Relation.APART for day in days) else None


@lru_cache(maxsize=1)  # the times of an article come one after another
def _dated(around: FramingContext) -> list[tuple[EventFrameReader, DateValue, frozenset[str]]]:
    """The days of an article, each with the kinds of event that it dates."""
    found: list[tuple[EventFrameReader, DateValue, frozenset[str]]] = []
    for item in around.resolved:
        reader, value = around.readers[item.passage], item.mention.value
        if reader is not None and isinstance(value, DateValue) and value.bound == "on":
            dated = dated_events(reader, item.found.span.start, item.found.span.end, value)
            found.append((reader, value, frozenset(_kind(reader, told) for role, told in dated if role == "on")))
    return found


def _days_not_known(item: Resolved, around: FramingContext) -> frozenset[Note]:
    """The days that the sentence tells in words whose date is not known, folded: "last monday", "the previous year"."""
    passage, reader = around.document.passages[item.passage], around.readers[item.passage]
    if passage.doc is None or reader is None:
        return frozenset()
    words = reader.vocabulary
    low, high = _sentence_start(item, around), item.mention.sentence.end - passage.start
    known = [other.found.span for other in around.in_passage(item.passage)]
    return bare_all(
        fold(entity.text)
        for entity in passage.doc.ents
        if entity.label_ == "DATE"
        and low <= entity.start_char < high
        and any(token.lower_ in words.listed("weekday-name") or token.lower_ in words.listed("time.other-day") for token in entity)
        and not any(span.start < entity.end_char and entity.start_char < span.end for span in known)
    )

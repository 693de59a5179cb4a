"""Frames the time of day of an act whose verb or noun belongs to no event class, by its group of synonyms.

Roles: "told_at" (the act happened then), "alarmed_at" (help was called then), "noticed_at" (it was found or seen then).  ``thing`` of the
frame is the group of the act ("onset", "enter"; lists moment.verb and moment.noun), or "verb:" and the stem of a verb that is in no group.
Where the event class is known, ``factcheck.claims.clock`` makes a claim as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.act_groups import Act, act_of, has_phase, is_saying, subject_of
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import verb_above
from factcheck.claims.vocabulary import Vocabulary
from factcheck.frame_notes import FIRST, Note, bare
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_BACK = 3
"""Sentences before that a time without a verb of its own may belong to."""
_BETWEEN = frozenset({"silence"})
"""Groups of acts between two, of whom either may be told as the one who acts: "the plane fell silent", "the tower lost contact with it"."""
_ROLES = {"alarm": "alarmed_at", "notice": "noticed_at"}


def frame_event_time(
    item: Resolved, reader: EventFrameReader, around: FramingContext, governor: Token | None, untold: frozenset[Note]
) -> Iterator[Answer]:
    """The acts that the word a time of day hangs on may tell, one answer for each group; nothing for words that tell no act.

    Args:
        item: the time of day.
        reader: of its passage.
        around: the document.
        governor: the verb or noun that the time hangs on, None where the parse names none.
        untold: the days of the sentence that are told but not known.
    """
    found = _told(item, reader, governor)
    if found is None:
        return
    governor, told = found
    time = _day(item, around)
    word, groups = told
    agents, _ = reader.parts_of(governor) if governor.tag_.startswith("VB") else (frozenset[str](), frozenset[str]())
    # where it happened is no thing that it happened to: papers name the quay, the firm or the town
    targets = frozenset(name for child in governor.children if child.dep_ in ("dobj", "nsubjpass") for name in reader.ids(child))
    between = not _BETWEEN.isdisjoint(groups)
    agents, targets = (frozenset[str](), frozenset[str]()) if between else (agents, targets)
    own = {f"name:{fold(part)}" for part in item.found.span.of(around.document.passages[item.passage].text).split()}
    for group in groups:
        role = _ROLES.get(group, "told_at")
        thing = "onset" if group in _ROLES else group
        yield Answer(
            f"moment.{thing}.{role}",
            Frame(
                predicate=word,
                role=role,
                agents=agents - own,
                targets=targets - own,
                others=around.named_around(item),
                thing=thing,
                subset=untold,
                markers=_markers(reader, governor),
                time=None if untold else time,
                lead=around.is_lead(item) or _takes_up(governor),
            ),
        )


def _told(item: Resolved, reader: EventFrameReader, governor: Token | None) -> tuple[Token, Act] | None:
    """The verb or noun that tells what happened then, with its act.

    A time that hangs on no verb ("..., on the stroke of nine,") belongs to its sentence, and one that makes a sentence with no verb but one
    of saying ("When? At three, says the mayor.") to the sentence before.
    """
    tries = [_said(reader.vocabulary, governor)] if governor is not None else []
    if governor is None or governor.tag_.startswith("NN"):
        if governor is not None and governor.dep_ in ("nsubj", "nsubjpass", "dobj"):
            return None if (told := act_of(reader, governor)) is None else (governor, told)
        span = item.found.span
        start = next((token for token in reader.doc if token.idx + len(token) > span.start), None)
        verb = verb_above(start) if start is not None else None
        if start is not None and verb is not None:
            tries.append(_said(reader.vocabulary, verb))
        if start is not None and (verb is None or is_saying(reader.vocabulary, tries[-1])) and start.sent.start:
            tries.extend(_before(start))
    elif is_saying(reader.vocabulary, tries[0]) and governor.sent.start and tries[0].i == governor.sent.root.i:
        tries.extend(_before(governor))
    elif governor.dep_ == "xcomp" and governor.tag_ == "VBG":
        tries.insert(0, governor.head)  # "stopped running"
    if governor is not None and any(child.lower_ == "when" for child in governor.children):
        tries.insert(0, governor)  # "it was ten past four when they came"
    for token in tries:
        told = act_of(reader, token)
        if told is not None:
            return token, told
    return None


def _day(item: Resolved, around: FramingContext) -> DateValue | None:
    """The day of the sentence; else the last one before in the paragraph that is told to the day ("murders in 1998" date no time)."""
    time = around.time(item)
    own = any(isinstance(other.mention.value, DateValue) for other in around.beside(item))
    return time if own or (time is not None and time.days == 1) else None


def _markers(reader: EventFrameReader, governor: Token) -> frozenset[Note]:
    """The words that single out the act or its subject of several; of what began or ended, all that stand before its name."""
    subject = subject_of(governor) if governor.tag_.startswith("VB") else None
    listed = reader.vocabulary.listed("marker.instance")
    told = set(reader.markers(governor))
    for child in subject.children if subject is not None else ():
        if child.lower_ in listed and child.tag_ != "IN":
            told.add(bare(str(listed[child.lower_])))
        elif child.dep_ in ("amod", "compound") and has_phase(reader.vocabulary, governor):
            told.add(bare(fold(child.text)))
    return frozenset(told) - {FIRST}


def _takes_up(governor: Token) -> bool:
    """Whether the subject takes up what was told before, so that it is what the article is about: "it happened", "the fall happened"."""
    subject = subject_of(governor) if governor.tag_.startswith("VB") else None
    if subject is None:
        return False
    return subject.lower_ in ("it", "this") or (subject.tag_ == "NN" and any(child.lower_ in ("the", "this") for child in subject.children))


def _said(words: Vocabulary, verb: Token) -> Token:
    """The verb of what somebody says, where the verb is one of saying: "it blew up at a quarter to eight, a farmer recalled"."""
    if not is_saying(words, verb):
        return verb
    said = next((child for child in verb.children if child.dep_ == "ccomp" and child.tag_.startswith("VB") and child.i < verb.i), None)
    if said is None and verb.dep_ in ("advcl", "ccomp", "parataxis") and verb.head.tag_.startswith("VB") and verb.head.i < verb.i:
        return verb if is_saying(words, verb.head) else verb.head  # "police said the men left at six" tells of the men
    return said or verb


def _before(token: Token) -> Iterator[Token]:
    """The verb of the last sentence before that has one."""
    start = token.sent.start
    for _ in range(_BACK):
        if not start:
            return
        sentence = token.doc[start - 1].sent
        if sentence.root.tag_.startswith("VB"):
            yield sentence.root
            return
        start = sentence.start

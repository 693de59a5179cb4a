"""Frames orientations: of what a side is, whose it is, and what moves in a direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.grammar import subject_beside, verb_above
from factcheck.columns import first_subject
from factcheck.frame_notes import DEFINITE, PAST, bare
from factcheck.mentions.orientation import MotionDirection, Orientation
from factcheck.model import COURSE, FLANK, Frame
from factcheck.resolving import Resolved
from factcheck.text import fold
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_orientation(item: Resolved, orientation: Orientation, around: FramingContext) -> Iterator[Answer]:
    """One question for each sort of thing that the noun may stand for; ``targets`` are whose side it is, ``agents`` who takes part in what
    is told of it."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    noun = reader.doc[orientation.noun]
    verb = verb_above(noun)
    owners = reader.owner_ids(noun) | _owners(reader, noun)
    parts = reader.parts_of(verb) if verb is not None else (frozenset[str](), frozenset[str]())
    axis = orientation.side.partition(":")[0]
    rule = reader.rule_at(verb) if verb is not None else None
    definite = any(child.lower_ in reader.vocabulary.listed("word.the") or child.dep_ == "poss" for child in noun.children)
    for group in orientation.groups:
        yield Answer(
            f"{FLANK}.{axis}.{group}",
            Frame(
                event=rule.id if rule is not None and rule.phase == "act" else None,
                predicate=verb.text if verb is not None else None,
                role=FLANK,
                agents=named(parts[0] | parts[1]) - owners,
                targets=named(owners),
                others=around.named_around(item),
                thing=fold(noun.text),
                subset=frozenset({bare(group)}) | (frozenset({DEFINITE}) if definite else frozenset()),
                markers=reader.markers(noun),
                time=around.time_of(item, verb) if verb is not None else around.time(item),
                lead=around.is_lead(item),
            ),
            WhereValue((orientation.side,), item.found.span.of(reader.doc.text).strip()),
        )


def frame_motion_direction(item: Resolved, motion: MotionDirection, around: FramingContext) -> Iterator[Answer]:
    """Which way something moves; ``agents`` are its names, ``thing`` is its sort, None where only a name or nothing tells."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    verb = reader.doc[motion.verb]
    mover = _mover(verb)
    meant = _meant(reader, mover) if mover is not None else None
    nouns = [fold(word.text) for word in (meant, *meant.lefts, *meant.subtree)] if meant is not None else []
    if mover is None or mover.tag_ not in ("PRP", "WDT", "WP", "NNP"):
        nouns += [fold(word.text) for word in reversed(list(verb.doc[verb.sent.start : verb.i]))]  # "a slick 11 km long was moving"
    sorts = [sort for noun in nouns if (sort := reader.vocabulary.group("where.mover").get(noun))]
    yield Answer(
        COURSE,
        Frame(
            event=None,
            predicate=verb.text,
            role=COURSE,
            agents=named(frozenset(reader.ids(mover))) if mover is not None else frozenset(),
            others=around.named_around(item),
            thing=sorts[0] if sorts else None,
            subset=frozenset({PAST} if any(child.lower_ in ("had", "'d") for child in verb.children) else ()),
            markers=reader.markers(verb),
            time=around.time_of(item, verb),
            lead=around.is_lead(item),
        ),
        WhereValue(tuple(sorted(motion.points)), item.found.span.of(reader.doc.text).strip()),
    )


def _owners(reader: EventFrameReader, noun: Token) -> frozenset[str]:
    """What a side is said to be a side of: "the northern end of Osk island"."""
    inner = (part for prep in noun.children if prep.dep_ == "prep" and prep.lower_ == "of" for part in prep.children)
    return frozenset(name for part in inner for name in reader.ids(part))


def _mover(verb: Token) -> Token | None:
    """What moves: the subject of the verb, or of the one above it in a chain ("tore roofs and moved east")."""
    for _ in range(3):
        subject = first_subject(verb) or subject_beside(verb)
        if subject is not None:
            return subject
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or not verb.head.tag_.startswith("VB"):
            return None
        verb = verb.head
    return None


def _meant(reader: EventFrameReader, noun: Token) -> Token | None:
    """The noun itself, or the one that "it" or "which" points back to."""
    if noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "relcl":
        return noun.head.head
    if noun.tag_ in ("PRP", "DT"):
        found = reader.antecedent(noun)
        return found[1] if found is not None else None
    return noun

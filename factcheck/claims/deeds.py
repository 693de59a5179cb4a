"""Who did, or did not do, which act to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.happenings import HappeningReader
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.mentions.deeds import EXCLUDED, Deed
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.values import PolarityValue

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH = frozenset({"said", "says", "told", "added", "insisted", "confirmed", "explained", "stressed"})


def frame_deed(item: Resolved, deed: Deed, around: Surroundings) -> Iterator[Answer]:
    """Whether who did which act to whom; nothing where the act is of no known class, or only agreed, announced or reported."""
    reader = around.readers[item.passage]
    if reader is None:
        return
    told = next(iter(reader.read(reader.doc[deed.act])), None)
    if told is None or told.carrier is not None:
        return
    excluded = item.found.rule == EXCLUDED
    verb = reader.doc[deed.verb]
    agents, targets = (_speaker(reader, verb), frozenset[str]()) if excluded else (told.agents, told.targets)
    if not excluded and deed.act != deed.verb:
        agents |= {i for child in verb.children if child.dep_ == "nsubj" and child.i != deed.act for i in reader.ids(child)}
    if not agents and _is_active_perfect(verb):
        agents, targets = targets, agents
    speaker = min(_speaker(reader, reader.doc[deed.denier]), default=None) if deed.denier is not None else None
    frame = Frame(
        event=told.rule.broader or told.rule.id,
        predicate=told.predicate,
        role="excluded" if excluded else "done",
        agents=named(agents),
        targets=named(targets),
        others=around.named_around(item),
        thing=min(told.things, default=None),
        subset=frozenset({"total"}) if deed.total else frozenset(),
        markers=told.markers,
        time=around.time(item),
        lead=around.is_lead(item),
    )
    particle = "".join(f" {child.text}" for child in verb.children if child.dep_ == "prt")
    words = f"{verb.text}{particle} {told.predicate}" if verb.i != told.token else told.predicate
    yield Answer(f"{frame.event}.{frame.role}", frame, PolarityValue(words, deed.holds), speaker)


def named(ids: frozenset[str]) -> frozenset[str]:
    """The ids without those of mere nouns: "the captain" may well be the man whom the other article names."""
    return frozenset(name for name in ids if not name.startswith("noun:"))


def _is_active_perfect(verb: Token) -> bool:
    """ "Had not conceded", with a subject that the parser took for that of a passive."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBN" and bool(helpers & {"has", "have", "had"}) and not helpers & {"been", "be", "was", "were"}


def _speaker(reader: HappeningReader, verb: Token) -> frozenset[str]:
    """Who says it: the subject of the verb, else that of the verb of speech above a clause that is said."""
    for above in (verb, verb.head if verb.dep_ == "ccomp" and verb.head.lower_ in _SPEECH else verb):
        ids = {i for child in above.children if child.dep_ == "nsubj" for i in reader.ids(child)}
        persons = {i for i in ids if i.startswith("person:")}
        if ids:
            return frozenset(persons or ids)
    return frozenset()

"""Frames territorial control: who took which land, all of it or a part, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.factuality import named
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import ANOTHER, PARTIAL
from factcheck.mentions.territorial_control import TerritoryGain
from factcheck.model import TAKEN_PART, TAKEN_WHOLE, Frame
from factcheck.resolving import Resolved
from factcheck.text import Span

if TYPE_CHECKING:
    from factcheck.parses import Token


def frame_territorial_control(item: Resolved, gain: TerritoryGain, around: FramingContext) -> Iterator[Answer]:
    """Who took which land; nothing where no name tells who, or which land, or no time when.

    ``targets`` of the frame are the lands that the words name, ``time`` when it was taken.
    """
    reader = around.readers[item.passage]
    if reader is None:
        return
    act = reader.doc[gain.act]
    told = next((found for found in reader.read(act) if found.carrier is None), None)
    if told is None:
        return
    governor = act if act.tag_.startswith("VB") else next(reader.verbs_above(act), act)
    agents = named(told.agents) or named(frozenset(i for child in governor.children if child.dep_ == "nsubj" for i in reader.ids(child)))
    places = told.targets if gain.part is None else frozenset(_named_in(act, item.passage, around))
    places = frozenset(name for name in places if name.startswith(("place:", "name:"))) - agents
    time = around.time_of(item, governor)
    if not agents or not places or time is None or (gain.part is None and PARTIAL in told.markers):
        return
    role = TAKEN_WHOLE if gain.part is None else TAKEN_PART
    yield Answer(
        f"{told.rule.broader or told.rule.id}.{role}",
        Frame(
            event=told.rule.broader or told.rule.id,
            predicate=told.predicate,
            role=role,
            agents=agents,
            targets=places,
            others=around.named_around(item),
            thing="land",
            markers=told.markers - {PARTIAL, ANOTHER},
            time=time,
            lead=around.is_lead(item),
        ),
    )


def _named_in(act: Token, passage: int, around: FramingContext) -> Iterator[str]:
    """The ids named in the words of an act: "the conquest of a part of the land south of Halden"."""
    words = Span(act.idx, act.right_edge.idx + len(act.right_edge))
    return (found.id for found in around.participants.of(passage) if words.contains(found.span))

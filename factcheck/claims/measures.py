"""Which question a measure answers: which attribute ("depth", "covered", "distance") of which thing, for distances from which landmark.

The frame holds the attribute as ``role``, the class of what is measured as ``thing``, its ids as ``agents``, the ids of the landmark as
``targets``, the direction in ``subset`` ("to 45"), and words for another instance in ``markers``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claims.happenings import HappeningReader
from factcheck.claims.surroundings import Answer, Surroundings
from factcheck.claims.wording import Wording
from factcheck.mentions.measure import MeasureReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"det", "amod", "compound", "poss", "nmod", "case", "nummod", "advmod"})
_PLACED = frozenset({"quake", "storm"})
"""Classes that a measured depth or speed may belong to without being named in the clause."""
PERSONS = frozenset({"man", "woman", "boy", "girl", "suspect", "he", "she", "victim", "child", "player"})


def frame_measure(item: Resolved, around: Surroundings) -> Iterator[Answer]:
    """The question a measure answers; none where the attribute of a length is not told."""
    reader, reading = around.readers[item.passage], item.found.reading
    if reader is None or not isinstance(reading, MeasureReading):
        return
    wording = Wording.of(reader, item.found.span, reading.hints)
    if wording is None:
        return
    landmark = _landmark(reader, reading.landmark) if reading.landmark is not None else frozenset()
    role = _role(wording, reading, landmark)
    if role is None:
        return
    thing, owner = _thing(wording, reading)
    told = wording.happening()
    subset = frozenset({f"to {reading.direction:g}"}) if reading.direction is not None else frozenset()
    frame = Frame(
        event=told[0].id if told else None,
        predicate=told[1] if told else (wording.verb.text if wording.verb is not None else None),
        role=role,
        agents=frozenset(reader.ids(owner)) if owner is not None and thing != "quake" else frozenset(),
        targets=landmark,
        others=around.named_around(item),
        thing=thing or None,
        subset=subset | ({"place"} if owner is not None and wording.says(owner, "place-class") else frozenset()),
        markers=wording.markers(),
        time=around.time(item),
        lead=around.is_lead(item),
    )
    yield Answer(f"{reading.value.dimension}.{role}", frame)


def _role(wording: Wording, reading: MeasureReading, landmark: frozenset[str]) -> str | None:
    """The attribute that a value tells; None where it is not known."""
    dimension = reading.value.dimension
    if dimension == "length":
        if reading.landmark is not None:
            return "distance" if landmark else None
        if reading.direction is not None:
            return None
        found = wording.nearest("length")
        return found[0] if found else None
    if dimension == "speed":
        found = wording.nearest("speed")
        return found[0] if found else "speed"
    return dimension


def _thing(wording: Wording, reading: MeasureReading) -> tuple[str, Token | None]:
    """The class of what is measured, "" where it is not known or a pronoun, and its token."""
    owner = wording.owner()
    if reading.value.dimension == "magnitude":
        return "quake", owner
    if owner is None or owner.tag_ in ("PRP", "DT", "WDT", "WP", "EX", "PRP$"):
        found = wording.nearest("thing") if owner is None and reading.value.dimension != "length" else None
        return (found[0], found[1]) if found else ("", owner)
    return wording.says(owner, "thing") or fold(owner.text), owner


def _landmark(reader: HappeningReader, start: int) -> frozenset[str]:
    """The ids of the place that begins at ``start``; a common noun without a name stands for itself ("the capital")."""
    token = next((token for token in reader.doc if token.idx >= start), None)
    if token is None:
        return frozenset()
    while token.dep_ in _INSIDE and token.head.i > token.i:
        token = token.head
    if not token.tag_.startswith("NN"):
        return frozenset()
    ids = set(reader.ids(token))
    if token.tag_ in ("NN", "NNS"):
        ids.add(f"noun:{fold(token.text)}")
    return frozenset(ids)

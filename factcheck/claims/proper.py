"""How places, named things and organisations are called, and what the sentence says beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import bare_all
from factcheck.mentions.runs import ProperReading
from factcheck.model import Frame
from factcheck.resolving import Resolved
from factcheck.text import Span

_WEAK_PERSON = frozenset({"name.entity", "name.known", "name.near"})
"""Evidence for a person that a noun beside the name ("the region of X") outweighs."""
_CONTAINER = re.compile(r"(?: [a-z]{3,12})?,? (?:in )?(?=[A-Z])")
_HEAD_REACH = 90
"""Characters between a person and the body that he or she heads."""


def frame_proper(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """How a place, a thing or a body is spelt; nothing where the words are a person's name.

    ``thing`` of the frame is the class of what bears the name ("settlement"), ``subset`` the noun itself, ``predicate`` the evidence;
    ``targets`` are the places told as lying around it ("X, in Y"), ``agents`` the persons said to head it, ``others`` whatever else the
    sentence names.
    """
    reading = item.found.reading
    if not isinstance(reading, ProperReading) or _is_person(item, reading, around):
        return
    frame = Frame(
        event=None,
        predicate=reading.evidence,
        role="spelling",
        agents=_heads(item, around),
        targets=_container(item, around),
        others=around.named_around(item) | _neighbours(item, around),
        thing=reading.sort or None,
        subset=bare_all({reading.noun} if reading.noun else ()),
        markers=bare_all(reading.labels),
        lead=around.is_lead(item),
    )
    yield Answer("place.spelling" if item.mention.kind == "place" else "organisation.name", frame)


def _is_person(item: Resolved, reading: ProperReading, around: FramingContext) -> bool:
    taken = [
        other.mention.rule
        for other in around.in_passage(item.passage)
        if other.mention.kind == "name" and other.found.span.overlaps(item.found.span)
    ]
    if reading.evidence == "noun":
        return any(rule not in _WEAK_PERSON for rule in taken)
    return bool(taken)


def _neighbours(item: Resolved, around: FramingContext) -> frozenset[str]:
    """The other proper names of the sentence, as the finders of this kind read them."""
    return frozenset(
        f"name:{other.found.reading.value.folded}"
        for other in around.beside(item)
        if isinstance(other.found.reading, ProperReading) and other.found.span != item.found.span
    )


def _container(item: Resolved, around: FramingContext) -> frozenset[str]:
    """The place told right behind the name: "X, Guanacaste", "X in Halden"."""
    text = around.document.passages[item.passage].text
    match = _CONTAINER.match(text, item.found.span.end)
    if match is None or match[0] == " ":
        return frozenset()
    found = around.participants.at(item.passage, match.end(), match.end() + 1)
    return frozenset({found.id}) if found is not None and found.sort == "place" else frozenset()


def _heads(item: Resolved, around: FramingContext) -> frozenset[str]:
    """The persons of the sentence that a word of leading stands between the name and theirs."""
    reading = item.found.reading
    if not isinstance(reading, ProperReading) or not reading.leading:
        return frozenset()
    start = around.document.passages[item.passage].start
    low, high = item.mention.sentence.start - start, item.mention.sentence.end - start
    return frozenset(
        other.id
        for other in around.participants.of(item.passage)
        if other.sort == "person" and low <= other.span.start < high and _is_led(item.found.span, other.span, reading.leading)
    )


def _is_led(body: Span, person: Span, leading: tuple[Span, ...]) -> bool:
    first, second = sorted((body, person))
    if second.start - first.end > _HEAD_REACH:
        return False
    return any(first.end <= word.start and word.end <= second.start for word in leading)

"""Whose words a quotation is, and which words."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.claims.subjects import may_be, person_before
from factcheck.mentions.attribution import MIN_WORDS, Quotation
from factcheck.model import Frame, Mention
from factcheck.resolving import Resolved
from factcheck.text import Span
from factcheck.values import AttributionValue


def frame_attribution(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The speaker of a quotation where it is a person whose name is known.

    ``thing`` of the frame is the beginning of the quotation, ``predicate`` all of its folded words; ``agents`` the speaker.
    """
    reading = item.found.reading
    if not isinstance(reading, Quotation):
        return
    person = speaker_of(item.passage, reading.speaker, around)
    if person is None:
        return
    frame = Frame(
        predicate=" ".join(reading.words),
        role="said",
        agents=frozenset({person}),
        thing=" ".join(reading.words[:MIN_WORDS]),
        time=around.time(item),
        lead=around.is_lead(item),
    )
    said, name = item.found.span.of(around.document.passages[item.passage].text), _named_before(item, person, around)
    if name is not None:
        said = name.value.caption()
        if name.span.start < around.document.passages[item.passage].start:
            name = None  # a name of another paragraph says less of the quotation than the pronoun beside it
    yield Answer("quotation.said_by", frame, AttributionValue(person, said), person, name)


def speaker_of(passage: int, span: Span, around: FramingContext) -> str | None:
    """The id of the one person whom the words beside a quotation mean, by name or as the subject before; None where that is not clear."""
    named = {person.id for where, person in around.named.get(passage, ()) if where.overlaps(span)}
    if len(named) == 1:
        return named.pop()
    reader = around.readers[passage]
    meant = _meant(reader, span) if not named and reader is not None else None
    word = span.of(around.document.passages[passage].text).strip().lower()
    if meant is not None or named or word not in ("he", "she"):
        return meant
    person = person_before(passage, span.start, around, lambda person: may_be(person, word, around), spoken=True)
    return person.id if person is not None else None


def _named_before(item: Resolved, person: str, around: FramingContext) -> Mention | None:
    """The last name of the speaker before a pronoun that means him or her, which says nothing by itself; None where a name speaks."""
    text = item.found.span.of(around.document.passages[item.passage].text)
    if text.lower() not in ("he", "she"):
        return None
    names = [
        other.mention
        for other in around.resolved
        if other.mention.kind == "name"
        and (other.passage, other.found.span) < (item.passage, item.found.span)
        and (found := around.people.person_at(other.mention.span, other.mention.field)) is not None
        and found.id == person
    ]
    return names[-1] if names else None


def _meant(reader: EventFrameReader, span: Span) -> str | None:
    words = reader.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or len(words) != 1 or words[0].tag_ != "PRP":
        return None
    found = {name for name in reader.ids(words[0]) if name.startswith("person:")}
    return found.pop() if len(found) == 1 else None

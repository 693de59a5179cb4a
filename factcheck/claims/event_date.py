"""When what a claim tells happened: the date of its own clause, else of its sentence, else the last one before it in the paragraph."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import FramingContext
from factcheck.claims.grammar import is_aside, is_present
from factcheck.resolving import Resolved
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token

_YEAR = re.compile(r"\b(?:of|in|from|since) ((?:19|20)\d\d)\b")


def own_time(item: Resolved, around: FramingContext) -> DateValue | None:
    """The day or time that a mention's statement is told of; None where the text gives none.

    Of several dates in one sentence the one counts whose verb is the mention's verb, or which the mention's clause hangs on ("the first
    since 2023, when a truce of 90 days broke down").  A year before the mention that is no date of its own ("the avalanche of 1999 ...; at
    that time") counts where the sentence has no other.
    """
    reader = around.readers[item.passage]
    dates = [other for other in around.beside(item) if _is_date(other)]
    if reader is None or not dates:
        return around.time(item) if dates else _year_before(item, around) or earlier_time(item, around) or _carried(item, around)
    verb = _clause(reader, item)
    if verb is None:
        return around.time(item)
    hung = [other.mention.value for other in dates if _hangs_on(verb, other)]
    own = [other.mention.value for other in dates if _governs(reader, verb, other)]
    values = [value for value in hung or own if isinstance(value, DateValue)]
    if not values:
        inside = {verb.i, *(token.i for token in verb.ancestors)}
        near = [other.mention.value for other in dates if (token := _token(reader, other)) is None or not is_aside(token, inside)]
        values = [value for value in near if isinstance(value, DateValue)]
    if not values:
        return None
    time = min(values, key=lambda value: value.days or 100_000)
    return _year_of(time) if hung else time


def earlier_time(item: Resolved, around: FramingContext) -> DateValue | None:
    """The last date told before a mention in its paragraph; None where its own clause tells what is so now."""
    reader = around.readers[item.passage]
    verb = _clause(reader, item) if reader is not None else None
    return None if verb is not None and is_present(verb) else around.time(item)


def _carried(item: Resolved, around: FramingContext) -> DateValue | None:
    """The last date of the passage before, which a pronoun at the head of this one takes up: "It killed 12 people"; None elsewhere."""
    passage = around.document.passages[item.passage]
    if not item.passage or not passage.text.lstrip("\"'“‘ ").startswith(_BACK) or item.mention.sentence.start > passage.start + 2:
        return None
    before = [other.mention for other in around.in_passage(item.passage - 1) if _is_date(other)]
    last = around.document.passages[item.passage - 1]
    if not before or last.role in ("title", "heading") or any(mention.sentence != before[-1].sentence for mention in before):
        return None
    values = [mention.value for mention in before if isinstance(mention.value, DateValue)]
    return min(values, key=lambda value: value.days or 100_000)


_BACK = ("It ", "That ", "This ", "They ", "Those ")


def _is_date(item: Resolved) -> bool:
    return isinstance(item.mention.value, DateValue)


def _token(reader: EventFrameReader, item: Resolved) -> Token | None:
    span = reader.doc.char_span(item.found.span.start, item.found.span.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _clause(reader: EventFrameReader, item: Resolved) -> Token | None:
    token = _token(reader, item)
    return next(reader.verbs_above(token), None) if token is not None else None


def _hangs_on(verb: Token, day: Resolved) -> bool:
    """Whether a verb's clause says what was when a date was: "since 2023, when a truce broke down"."""
    if verb.dep_ not in ("relcl", "advcl") or not any(child.lower_ == "when" for child in verb.children):
        return False
    start, end = day.found.span.start, day.found.span.end
    return any(start <= child.idx < end for child in (verb.head, *verb.head.subtree) if child.i < verb.left_edge.i)


def _governs(reader: EventFrameReader, verb: Token, day: Resolved) -> bool:
    token = _token(reader, day)
    above = next(reader.verbs_above(token), None) if token is not None else None
    return above is not None and above.i == verb.i


def _year_of(value: DateValue) -> DateValue:
    """The year in which a time without end begins; other values as they are."""
    if value.bound == "since" and value.earliest is not None:
        return DateValue(date(value.earliest.year, 1, 1), date(value.earliest.year, 12, 31))
    return value


def _year_before(item: Resolved, around: FramingContext) -> DateValue | None:
    passage = around.document.passages[item.passage]
    start = max(0, item.mention.sentence.start - passage.start)
    found = list(_YEAR.finditer(passage.text, start, item.found.span.start))
    if not found:
        return None
    year = int(found[-1][1])
    return DateValue(date(year, 1, 1), date(year, 12, 31))

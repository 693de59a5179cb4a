"""Mentions with their TIMEX3, and the expressions of time that are no values: what ``factcheck mentions`` exports beside values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.documents import Document
from factcheck.mentions.timex import TimeExpression, TimexReader
from factcheck.model import LightMention, Mention, Publication
from factcheck.resolving import sentence_around
from factcheck.values.timex import Timex

TIMEX_KINDS = ("date", "time", "duration")
"""The kinds whose mentions have a TIMEX3."""


def add_timexes(
    reader: TimexReader, document: Document, published: Publication, mentions: Sequence[Mention]
) -> tuple[list[Mention], list[LightMention]]:
    """The mentions of a document with their TIMEX3, and in reading order the expressions of time that none of them covers."""
    found: dict[str, list[TimeExpression]] = {}
    for name in ("text", "title"):
        found[name] = reader.read([passage for passage in document.passages if passage.field == name], published)
    timed = [replace(item, timex=_timex_of(item, found[item.field])) if item.kind in TIMEX_KINDS else item for item in mentions]
    light: list[LightMention] = []
    for passage in document.passages:
        taken = [item.span for item in mentions if item.kind in TIMEX_KINDS and item.field == passage.field]
        within = passage.span(0, len(passage.text))
        for item in found[passage.field]:
            if item.timex and within.contains(item.span) and not any(item.span.overlaps(span) for span in taken):
                sentence = sentence_around(passage, item.span.shift(-passage.start)).shift(passage.start)
                light.append(LightMention(item.span, sentence, item.timex, item.rule, passage.field))
    return timed, light


def _timex_of(mention: Mention, found: Sequence[TimeExpression]) -> Timex | None:
    """The TIMEX3 at a mention: the day alone for a date whose time of day is a mention of its own, both ends of a stretch with a slash."""
    ends = [_part(mention, item.timex) for item in found if item.timex and item.span.overlaps(mention.span)]
    fitting = [item for item in ends if item]
    if not fitting:
        return None
    first, last = fitting[0], fitting[-1]
    return first if first.value == last.value else replace(first, value=f"{first.value}/{last.value}")


def _part(mention: Mention, timex: Timex) -> Timex | None:
    types = {"date": ("DATE", "TIME"), "time": ("TIME",), "duration": ("DURATION", "SET")}[mention.kind]
    if timex.type not in types:
        return None
    return replace(timex, type="DATE", value=timex.value.partition("T")[0]) if mention.kind == "date" and timex.type == "TIME" else timex

"""The least time that a convict must serve: "with a minimum term of 22 years", "must serve at least 22 years", "22 years before parole"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.date import span_root
from factcheck.claims.event_date import own_time
from factcheck.claims.event_frame_reader import EventFrameReader
from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.model import MINIMUM_TERM, Frame
from factcheck.resolving import Resolved
from factcheck.values import DurationValue

_BEFORE = re.compile(
    r"(?:minimum(?: (?:jail|prison|custodial))?(?: (?:term|sentence|tariff|period))?(?: of| at)?|tariff (?:of|at)"
    r"|(?:serve|serves|serving|spend|spends|spending) (?:at least|a minimum of|no less than|not less than))(?: at least)? $",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"-? ?(?:minimum|tariff)|[^.;]{0,30} before (?:(?:he|she|they|being|becoming) )?[^.;]{0,25}(?:parole|release)")
_WINDOW = 60
_CUSTODY = re.compile(
    r"\b(?:jail|jailed|prison|sentence[ds]?|sentencing|life|custody|parole|bars|judge|court|murder|tariff)\b", re.IGNORECASE
)
_UNITS = ("year", "month")


def frame_minimum(item: Resolved, around: FramingContext, reader: EventFrameReader) -> Iterator[Answer]:
    """The least term that a length is, of whoever is told to serve it; nothing for other lengths."""
    value = item.mention.value
    if not isinstance(value, DurationValue) or value.amount is None or value.unit not in _UNITS:
        return
    passage = around.document.passages[item.passage]
    text, span, low = passage.text, item.found.span, max(0, item.mention.sentence.start - passage.start)
    sentence = text[low : item.mention.sentence.end - passage.start]
    before, behind = text[max(low, span.start - _WINDOW) : span.start], text[span.end : span.end + _WINDOW]
    least = re.search(r"at least|no less than|minimum", text[span.start : span.end], re.IGNORECASE)
    serves = re.search(r"\b(?:serve|serving|spend|spending) $", before)
    if not (_BEFORE.search(before) or (least and serves) or _BEHIND.match(behind)) or not _CUSTODY.search(sentence + _lead(around)):
        return
    root = span_root(reader.doc, span.start, span.end)
    verb = next(reader.verbs_above(root), None) if root is not None else None
    owners = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")] if verb is not None else []
    named = frozenset(name for child in owners for name in reader.ids(child) if name.startswith("person:"))
    yield Answer(
        "sentence.minimum",
        Frame(
            event=MINIMUM_TERM,
            predicate=verb.text if verb is not None else "",
            role="minimum",
            agents=frozenset(),
            others=named,
            thing="sentence",
            time=own_time(item, around),
            lead=around.is_lead(item),
        ),
        affirmed=True,
    )


def _lead(around: FramingContext) -> str:
    """The title and first passage, which say that an article is about a sentence."""
    return " ".join(passage.text for passage in around.document.passages[:2])

"""The time of a place in a row, without that of whoever had it before: "the second woman to win it, after Ada Fonn in 2009"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.framing_context import FramingContext
from factcheck.claims.grammar import verb_above
from factcheck.resolving import Resolved
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Token


def row_time(item: Resolved, head: Token, around: FramingContext) -> DateValue | None:
    """The time of the clause that gives the place of ``head``; None where the only one behind it is that of who came before."""
    verb = head if head.tag_.startswith("VB") else verb_above(head)
    time = around.time(item) if verb is None else around.time_of(item, verb)
    listed = around.readers[item.passage]
    if time is None or listed is None:
        return time
    earlier = listed.vocabulary.listed("ordinal.predecessor")
    behind = next((token.idx for token in head.doc[head.i + 1 : head.sent.end] if token.lower_ in earlier), None)
    if behind is None:
        return time
    spans = [other.found.span.start for other in around.in_passage(item.passage) if other.mention.value == time]
    return None if spans and all(start > behind for start in spans) else time

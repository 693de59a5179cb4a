"""What all kinds of value ask of the columns of a parse: which tokens a span touches, and which event phrases there are."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.parses import Columns, Doc, Token

if TYPE_CHECKING:
    from factcheck.events import EventLexicon
    from factcheck.rulebook import EventRule

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""What the parser calls the relation of a subject to its verb, also to a passive one."""
_PHRASES = "factcheck.phrases"


def columns_of(doc: Doc) -> Columns:
    """The columns of a parse."""
    return doc.columns


@lru_cache(maxsize=4)  # of one passage and the one before, as finders and framers go on
def sentences_of(doc: Doc) -> list[range]:
    """The tokens of each sentence of a parse, in reading order."""
    opens = columns_of(doc).opens
    firsts = [index for index, begins in enumerate(opens) if begins or not index]
    return [range(first, after) for first, after in zip(firsts, [*firsts[1:], len(opens)], strict=False)]


def touched(columns: Columns, start: int, end: int) -> range:
    """The tokens that the code points from ``start`` to before ``end`` touch, spaces and what is beyond the text passed over."""
    starts, texts = columns.starts, columns.texts
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    if last < 0:
        return range(0)
    return range(first + (start >= starts[first] + len(texts[first])), last + 1)


def phrases_in(doc: Doc, events: EventLexicon) -> list[tuple[int, int, EventRule]]:
    """The event phrases of a parse as (first, after-last, class) token indices; kept with it, for several finders ask."""
    kept: tuple[EventLexicon, list[tuple[int, int, EventRule]]] | None = doc.user_data.get(_PHRASES)
    if kept is None or kept[0] is not events:
        kept = doc.user_data[_PHRASES] = (events, events.phrases(columns_of(doc).lowers))
    return kept[1]


def first_subject(verb: Token) -> Token | None:
    """The subject of a verb, its first one where it has several; None where it has none of its own."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


__all__ = ["SUBJECTS", "Columns", "columns_of", "first_subject", "phrases_in", "touched"]

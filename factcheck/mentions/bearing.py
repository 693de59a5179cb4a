"""Finds bearings: on which side of a named place something lies or happened: "30 km north of Dell", "eastward of the town of Osk".

A bearing is a mention of the kind "where".  What lies there, the words around tell (claims).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.columns import columns_of
from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.hometown import name_behind
from factcheck.mentions.orientation import direction_at
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import WhereValue

if TYPE_CHECKING:
    from factcheck.parses import Doc

BEARING = "where.bearing"
"""The rule of a claim: on which side of a named place something is."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """``word`` is the index of the direction in the parse, ``points`` what it says as "axis:point" ("ns:north", "ew:east"), ``landmark``
    the indices of the words of the name that it is told from."""

    word: int
    points: tuple[str, ...]
    landmark: tuple[int, ...]


class BearingFinder:
    """Finds bearings in parsed passages; passages without a parse have none."""

    kind = "where"

    def __init__(self, rulebook: Rulebook) -> None:
        """Read the word lists.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._points = words.texts("where.course")
        self._leading = frozenset(words["where.leading"])
        self._none = frozenset(words["where.no-place"])

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        return list(self._bearings(passage.doc)) if passage.doc is not None else []

    def resolve(self, found: Found, context: Context) -> WhereValue | None:
        """Nothing yet: what the name stands for, the article tells."""
        return WhereValue(()) if isinstance(found.reading, Bearing) else None

    def _bearings(self, doc: Doc) -> Iterator[Found]:
        columns = columns_of(doc)
        lowers = columns.lowers
        at = -1
        for _ in range(lowers.count("of")):  # found by the list itself: no look at every word
            at = lowers.index("of", at + 1)
            index = at - 1
            if at < 1 or lowers[index] not in self._points:
                continue
            first, points = direction_at(columns, index, self._points)
            landmark = name_behind(doc[at], self._leading, self._none)
            if points and landmark and columns.texts[first][0].islower():
                span = Span(columns.starts[first], columns.starts[index] + len(columns.texts[index]))
                yield Found(self.kind, span, BEARING, Bearing(index, points, landmark))

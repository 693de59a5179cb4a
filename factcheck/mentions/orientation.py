"""Finds orientations: sides and directions: "the left knee", "Osk's southern tip", "is moving north", "on an easterly course".

They are mentions of the kind "where": a side is told of a thing that has several, a direction of something that moves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from factcheck.columns import Columns, columns_of
from factcheck.documents import Passage
from factcheck.events import irregular_verbs, verb_forms
from factcheck.mentions import Context, Found
from factcheck.rulebook import Rulebook
from factcheck.text import Span
from factcheck.values import WhereValue

FLANK, COURSE = "where.flank", "where.course"
"""The rules of a claim: a side of a thing, a direction of a movement."""
_BETWEEN = 2
"""Words that may stand between a side and its noun: "the left-hand bank", "the southern main pier"."""
_CLIMB = 4
"""Words from a direction up to the verb of the movement at most."""
_BARE = "hand"
"""The group of "on the left", of whatever it is."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """``noun`` is the index of what has sides (of the side where it is left out), ``side`` "row:place" ("hand:left"), ``groups`` the sorts
    of things that its noun may be one of: sides are compared within a sort."""

    noun: int
    side: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MotionDirection:
    """``verb`` is the index of the movement in the parse, ``points`` the direction as "axis:point" ("ns:north", "ew:east")."""

    verb: int
    points: tuple[str, ...]


class OrientationFinder:
    """Finds sides and directions in parsed passages; passages without a parse have none."""

    kind = "where"

    def __init__(self, rulebook: Rulebook) -> None:
        """Read the word lists.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        irregular = irregular_verbs(rulebook)
        rows = ("hand:", "compass:", "height:", "length:", "hull:")
        self._sides = {word: side for word, side in words.text("where.side").items() if side.startswith(rows)}
        self._nouns = words.texts("where.flank")
        self._points = words.texts("where.course")
        self._moving = frozenset(form for verb in words["where.moving"] for form in verb_forms(verb, irregular.get(verb, ())))
        self._ways = frozenset(words["where.way"])
        self._headed = self._ways - {"way"}  # "the north way" is a place

    def find(self, passage: Passage) -> list[Found]:
        """Everything of this kind, in reading order, without overlaps."""
        if passage.doc is None:
            return []
        columns = columns_of(passage.doc)
        found: list[Found] = []
        for item in (*self._orientations(columns), *self._courses(columns)):
            if all(not item.span.overlaps(other.span) for other in found):
                found.append(item)
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> WhereValue | None:
        """Nothing yet: what is meant, the words around tell."""
        return WhereValue(()) if isinstance(found.reading, Orientation | MotionDirection) else None

    def _orientations(self, columns: Columns) -> Iterator[Found]:
        for index, word in enumerate(columns.lowers):
            side = self._sides.get(word)
            if side is None or columns.texts[index][0].isupper():
                continue
            noun = _noun_behind(columns, index, self._nouns)
            if noun is not None and _lies_at(columns, noun):
                continue
            if noun is not None:
                yield Found(self.kind, _span(columns, index, noun), FLANK, Orientation(noun, side, self._nouns[columns.lowers[noun]]))
            elif side.startswith("hand:") and _is_bare(columns, index):
                yield Found(self.kind, _span(columns, index, index), FLANK, Orientation(index, side, (_BARE,)))
            elif side.startswith("compass:") and _is_part(columns, index):
                yield Found(self.kind, _span(columns, index, index), FLANK, Orientation(index, side, self._nouns["end"]))

    def _courses(self, columns: Columns) -> Iterator[Found]:
        for index in range(len(columns.lowers)):
            first, points = direction_at(columns, index, self._points)
            if not points or columns.texts[first][0].isupper() or _leads_from(columns, index, self._headed):
                continue
            verb = self._movement(columns, index)
            if verb is None and first and columns.lowers[first - 1] in self._moving:
                verb = first - 1  # a parse that takes "eastwards" for a noun
            if verb is not None:
                yield Found(self.kind, _span(columns, first, index), COURSE, MotionDirection(verb, points))

    def _movement(self, columns: Columns, index: int) -> int | None:
        """The verb that a direction belongs to; None where nothing moves."""
        at, way = index, False
        for _ in range(_CLIMB):
            above = columns.heads[at]
            if above == at:
                return None
            at = above
            if columns.lowers[at] == "from":
                return None
            way = way or columns.lowers[at] in self._ways
            if columns.tags[at].startswith("VB"):
                return at if way or columns.lowers[at] in self._moving else None
        return None


def _noun_behind(columns: Columns, index: int, nouns: Mapping[str, object]) -> int | None:
    """The noun that a side is told of, right behind it or with few words between; None where there is none."""
    for at in range(index + 1, min(len(columns.lowers), index + 2 + _BETWEEN)):
        if columns.lowers[at] in nouns and columns.tags[at].startswith("NN"):
            ahead = at + 1
            compound = ahead < len(columns.tags) and columns.tags[ahead] in ("NN", "NNS") and columns.heads[at] == ahead
            return None if compound and columns.lowers[ahead] not in nouns else ahead if compound else at
        if columns.tags[at] not in ("JJ", "NN", "HYPH", "CD", "NNP", "IN") or columns.lowers[at] in ("of", "in", "and"):
            return None
    return None


def _lies_at(columns: Columns, noun: int) -> bool:
    """Whether a side says where a named place lies: "Erimo, on the southern tip of the island"."""
    prep = columns.heads[noun]
    aside = prep > 1 and columns.texts[prep - 1] == "," and columns.tags[prep - 2].startswith("NNP")
    return columns.deps[prep] == "prep" and (aside or columns.tags[columns.heads[prep]].startswith("NNP"))


def _is_bare(columns: Columns, index: int) -> bool:
    """Whether "left" or "right" stands for a side by itself: "from the right"."""
    if index < 2 or columns.lowers[index - 1] != "the" or columns.lowers[index - 2] not in ("on", "from", "to"):
        return False
    return index + 1 == len(columns.tags) or not columns.tags[index + 1].startswith(("NN", "JJ", "HYPH"))


def _is_part(columns: Columns, index: int) -> bool:
    """Whether a point of the compass stands for a part of what follows: "in the north of the island"."""
    if index < 2 or index + 1 >= len(columns.lowers):
        return False
    return columns.lowers[index - 1] == "the" and columns.lowers[index - 2] in ("in", "at", "on") and columns.lowers[index + 1] == "of"


def direction_at(columns: Columns, index: int, points: Mapping[str, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    """(first word, direction) where a direction ends at a word, a hyphen or none between its parts; else nothing."""
    word = columns.lowers[index]
    if word not in points or (index + 2 < len(columns.lowers) and columns.lowers[index + 1] == "-" and columns.lowers[index + 2] in points):
        return index, ()
    if index > 1 and columns.lowers[index - 1] == "-" and columns.lowers[index - 2] in points:
        return index - 2, tuple(sorted({*points[columns.lowers[index - 2]], *points[word]}))
    return index, points[word]


def _leads_from(columns: Columns, index: int, headed: Collection[str]) -> bool:
    """Whether a direction tells where something lies: "30 km north of the town", "the north coast".

    Args:
        headed: nouns that leave it the direction of a movement ("a northerly course").
    """
    ahead = columns.lowers[index + 1] if index + 1 < len(columns.lowers) else ""
    noun = columns.deps[index] in ("amod", "compound", "nmod") and columns.lowers[columns.heads[index]] not in headed
    return ahead in ("of", "from") or noun


def _span(columns: Columns, first: int, last: int) -> Span:
    return Span(columns.starts[first], columns.starts[last] + len(columns.texts[last]))

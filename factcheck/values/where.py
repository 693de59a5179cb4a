"""Where something happened, as everything that a text says of the place: the town, the sort of building, the room, the part of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class WhereValue:
    """``places`` are "scale:place" ("city:city.antwerp", "room:kitchen"), sorted.

    Places of one scale lie beside each other; a place of one scale may lie within one of any other.  ``said`` keeps the words as written;
    it is no part of the value.
    """

    kind: ClassVar[str] = "where"

    places: tuple[str, ...]
    said: str = ""

    def __post_init__(self) -> None:
        if any(":" not in place for place in self.places):
            raise ValueError(f"a place without its scale: {self.places}")
        if tuple(sorted(set(self.places))) != self.places:
            raise ValueError(f"places must be sorted and distinct: {self.places}")

    def relation(self, other: WhereValue) -> Relation:
        """APART where both tell a scale and share no place of it; else SAME or WITHIN where the one tells all that the other does, and
        OVERLAP where nothing is known."""
        if next(self.clashing(other), None) is not None:
            return Relation.APART
        mine, theirs = set(self.places), set(other.places)
        if mine == theirs:
            return Relation.SAME
        return Relation.WITHIN if mine < theirs or theirs < mine else Relation.OVERLAP

    def clashing(self, other: WhereValue) -> Iterator[str]:
        """The scales that both tell and of which they share no place."""
        for scale in sorted({_scale(place) for place in self.places} & {_scale(place) for place in other.places}):
            if not self.at(scale) & other.at(scale):
                yield scale

    def at(self, scale: str) -> frozenset[str]:
        """The places of a scale."""
        return frozenset(place.partition(":")[2] for place in self.places if _scale(place) == scale)

    def iso(self) -> str:
        """All places, joined by commas."""
        return ", ".join(self.places)

    def caption(self) -> str:
        """The value for people: the words as written, else all places."""
        return self.said or self.iso()


def _scale(place: str) -> str:
    return place.partition(":")[0]

"""Names of places, and of things that bear a name of their own (ships, animals, storms), as they are spelt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.text import fold
from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class PlaceNameValue:
    """A proper name as written, without article and without the noun that says what bears it.

    ``noun`` is that noun, folded ("island" of "Qarneh Island" and of "the island of Qarneh"), "" where none is told; it is no part of
    the spelling.
    """

    kind: ClassVar[str] = "place"

    name: str
    noun: str = ""

    def __post_init__(self) -> None:
        if not fold(self.name):
            raise ValueError("a name needs at least one letter")

    @property
    def folded(self) -> str:
        """The name without case, accents, hyphens."""
        return fold(self.name)

    def relation(self, other: PlaceNameValue) -> Relation:
        """The relation of the two *spellings* (see ``relate_names``); says nothing about places."""
        return relate_names(self.folded, other.folded)

    def iso(self) -> str:
        """The name as written."""
        return self.name

    def caption(self) -> str:
        """The name as written."""
        return self.name


def relate_names(left: str, right: str) -> Relation:
    """The relation of two folded names, each taken as its set of words; symmetric.

    SAME for the same words, or the same letters up to spaces; WITHIN where one name holds all words of the other; OVERLAP where they
    share a word; APART otherwise.
    """
    if left.replace(" ", "") == right.replace(" ", ""):
        return Relation.SAME
    mine, theirs = set(left.split()), set(right.split())
    if mine == theirs:
        return Relation.SAME
    if mine <= theirs or theirs <= mine:
        return Relation.WITHIN
    return Relation.OVERLAP if mine & theirs else Relation.APART

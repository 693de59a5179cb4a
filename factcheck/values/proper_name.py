"""What the names of places, things and organisations have in common: their spelling, and how two spellings stand to each other."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text import fold
from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class ProperName:
    """A proper name as written; which bearer is meant is decided elsewhere, with rules and context."""

    name: str

    def __post_init__(self) -> None:
        if not fold(self.name):
            raise ValueError("a name needs at least one letter")

    @property
    def folded(self) -> str:
        """The name without case, accents, hyphens."""
        return fold(self.name)

    def relation(self, other: ProperName) -> Relation:
        """The relation of the two *spellings*, each taken as its set of words; symmetric, and says nothing about bearers.

        SAME for the same words, or the same letters up to spaces; WITHIN where one name holds all words of the other; OVERLAP where they
        share a word; APART otherwise.
        """
        left, right = self.folded, other.folded
        if left.replace(" ", "") == right.replace(" ", ""):
            return Relation.SAME
        mine, theirs = set(left.split()), set(right.split())
        if mine == theirs:
            return Relation.SAME
        if mine <= theirs or theirs <= mine:
            return Relation.WITHIN
        return Relation.OVERLAP if mine & theirs else Relation.APART

    def iso(self) -> str:
        """The name as written."""
        return self.name

    def caption(self) -> str:
        """The name as people are shown it."""
        return self.name

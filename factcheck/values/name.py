"""Names of persons as they are spelt; who is who is decided elsewhere, with rules and context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.text import fold
from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class NameValue:
    """A person's name as written, without title or possessive.

    ``given`` holds the given names and initials in order, empty for a bare surname; ``family`` the surname with its particles;
    ``suffix`` a generation mark ("Jr.", "III"), "" for none.  Case, accents and hyphens of the spelling are kept in all three.
    """

    kind: ClassVar[str] = "name"

    family: str
    given: tuple[str, ...] = ()
    suffix: str = ""

    def __post_init__(self) -> None:
        if not self.family:
            raise ValueError("a name needs at least a family name")

    @property
    def spelling(self) -> str:
        """The whole name as written."""
        return " ".join((*self.given, self.family, self.suffix)).strip()

    @property
    def folded(self) -> str:
        """The whole name without case, accents, hyphens."""
        return fold(self.spelling)

    def relation(self, other: NameValue) -> Relation:
        """The relation of the two *spellings*; symmetric.

        SAME up to case, accents and hyphens; WITHIN where one is a short form of the other ("Okafor", "Ngozi Okafor"); OVERLAP where
        they share the family name or a given name; APART where nothing is spelt alike.  Says nothing about persons.
        """
        if self.folded == other.folded:
            return Relation.SAME
        mine, theirs = set(self.folded.split()), set(other.folded.split())
        same_family = fold(self.family) == fold(other.family)
        if same_family and fold(self.suffix) == fold(other.suffix) and (mine <= theirs or theirs <= mine):
            return Relation.WITHIN
        return Relation.OVERLAP if mine & theirs else Relation.APART

    def iso(self) -> str:
        """The whole name as written."""
        return self.spelling

    def caption(self) -> str:
        """The whole name as written."""
        return self.spelling

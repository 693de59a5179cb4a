"""What one part of a plain statement says: who did it, where, what it was, which way it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class PlainValue:
    """The answer as a key: the id of a name ("name:albert hall"), or a pole of an axis ("level:up"); "" where it is not known yet.

    ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "plain"

    answer: str
    said: str = ""

    def relation(self, other: PlainValue) -> Relation:
        """SAME for one key; APART for two keys of one sort; OVERLAP for all others.  Whether two names are one bearer's is the comparer's
        business."""
        if self.answer == other.answer:
            return Relation.SAME
        alike = self.answer.partition(":")[0] == other.answer.partition(":")[0]
        return Relation.APART if alike else Relation.OVERLAP

    def iso(self) -> str:
        """The key of the answer."""
        return self.answer

    def caption(self) -> str:
        """The value for people: the words as written, else the key."""
        return self.said or self.answer

"""Which of two events came first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class OrderValue:
    """Two events, each by one word for it ("visit"), the earlier one first; both "" where they are not known yet.

    ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "order"

    earlier: str
    later: str
    said: str = ""

    def relation(self, other: OrderValue) -> Relation:
        """SAME for the same two in the same order, APART for the same two the other way round, OVERLAP for all others: words for one
        event are many.  Whether two words mean one is the comparer's business."""
        if (self.earlier, self.later) == (other.earlier, other.later):
            return Relation.SAME
        return Relation.APART if (self.earlier, self.later) == (other.later, other.earlier) else Relation.OVERLAP

    def iso(self) -> str:
        """The two in order: "closure < visit"."""
        return f"{self.earlier} < {self.later}"

    def caption(self) -> str:
        """The value for people: the words as written, else the two in order."""
        return self.said or f"{self.earlier} before {self.later}"

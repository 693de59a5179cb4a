"""The agent of an act: who did it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class DoerValue:
    """The agent of an act by canonical id ("person:ada fonn"), or a party ("work:employer"); "" where it is not known yet.

    ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "doer"

    who: str
    said: str = ""

    def relation(self, other: DoerValue) -> Relation:
        """SAME for one id; APART for two persons, or two parties of one matter; OVERLAP for all others: a judge has a name.  Whether two
        spellings are one person is the comparer's business."""
        if self.who == other.who:
            return Relation.SAME
        alike = self.who.partition(":")[0] == other.who.partition(":")[0]
        return Relation.APART if alike else Relation.OVERLAP

    def iso(self) -> str:
        """The id of the doer."""
        return self.who

    def caption(self) -> str:
        """The value for people: the words as written, else the id."""
        return self.said or self.who

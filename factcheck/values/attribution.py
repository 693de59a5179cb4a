"""Whose words are quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class AttributionValue:
    """The speaker of a quotation by canonical id, "" where only the words are known yet.

    ``said`` keeps the name as written; it is no part of the value.
    """

    kind: ClassVar[str] = "attribution"

    who: str
    said: str = ""

    def relation(self, other: AttributionValue) -> Relation:
        """SAME for one id, APART for two; whether two spellings are one person is the comparer's business."""
        return Relation.SAME if self.who == other.who else Relation.APART

    def iso(self) -> str:
        """The id of the speaker."""
        return self.who

    def caption(self) -> str:
        """The value for people: the name as written, else the id."""
        return self.said or self.who

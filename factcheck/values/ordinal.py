"""Which one of a row: the third title, the first woman, the second-largest dam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class OrdinalValue:
    """The place in a row, from 1.

    ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "ordinal"

    rank: int
    said: str = ""

    def __post_init__(self) -> None:
        if self.rank < 1:
            raise ValueError(f"no place in a row: {self.rank} (expected 1 or more)")

    def relation(self, other: OrdinalValue) -> Relation:
        """SAME or APART; a place in a row is one place."""
        return Relation.SAME if self.rank == other.rank else Relation.APART

    def iso(self) -> str:
        """The compact form: "3rd"."""
        teen = self.rank // 10 % 10 == 1
        ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(self.rank % 10, "th")
        return f"{self.rank}{ending}"

    def caption(self) -> str:
        """The value for people: the words as written, else the compact form."""
        return self.said or self.iso()

"""Which one of a row: the third title, the first woman, the second-largest dam."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation

_EVER = re.compile(r"\bn?ever\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OrdinalValue:
    """The place in a row, from 1.

    ``since`` is the year after which nothing took that place ("the strongest since 1963"), None where none is told; ``ever`` says that
    nothing ever did ("the strongest ever", "in history").  ``slack`` is by how many years ``since`` may miss.
    ``said`` keeps the words as written; it is no part of the value.
    """

    kind: ClassVar[str] = "ordinal"

    rank: int
    said: str = ""
    since: int | None = None
    ever: bool = False
    slack: int = 0

    def __post_init__(self) -> None:
        if self.rank < 1:
            raise ValueError(f"no place in a row: {self.rank} (expected 1 or more)")

    def relation(self, other: OrdinalValue) -> Relation:
        """SAME or APART; a place in a row is one place, and what is the strongest since one year is not the strongest since another, nor
        the strongest ever.  OVERLAP for the strongest since a year and the third of all: two may have come before that year."""
        if any(one.since is not None and two.since is None and one.rank < two.rank for one, two in ((self, other), (other, self))):
            return Relation.OVERLAP
        years = self.since is not None and other.since is not None and abs(self.since - other.since) > self.slack + other.slack
        bounded = years or (self.ever and other.since is not None) or (other.ever and self.since is not None)
        return Relation.APART if bounded or self.rank != other.rank else Relation.SAME

    def iso(self) -> str:
        """The compact form: "3rd", "1st since 1963", "1st ever"."""
        teen = self.rank // 10 % 10 == 1
        ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(self.rank % 10, "th")
        return f"{self.rank}{ending}" + self._bound()

    def caption(self) -> str:
        """The value for people: the words as written, with the year or "ever" where they lack it; else the compact form."""
        shown = str(self.since) in self.said if self.since is not None else _EVER.search(self.said) is not None
        return self.said + ("" if shown else self._bound()) if self.said else self.iso()

    def _bound(self) -> str:
        return f" since {self.since}" if self.since is not None else " ever" if self.ever else ""

"""How many belong to a whole, as a text states it ("three universities") or as its own list of them makes it (four names)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.count import number
from factcheck.values.relation import Relation


@dataclass(frozen=True, slots=True)
class MembershipValue:
    """``number`` members of a whole counted by the singular noun ``of``.

    ``members`` are the names or the parts that make the number, in the order of the text; empty where the number is only stated.
    """

    kind: ClassVar[str] = "membership"

    number: float
    of: str = ""
    members: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.number < math.inf:
            raise ValueError(f"not a number of members: {self.number}")

    def relation(self, other: MembershipValue) -> Relation:
        """SAME for equal numbers, else APART; symmetric.  Who the members are does not count."""
        return Relation.SAME if self.number == other.number else Relation.APART

    def iso(self) -> str:
        """The number alone: "4"."""
        return number(self.number)

    def caption(self) -> str:
        """The value for people: "3 stated", "4 listed: Austria, Japan, Poland, Turkey"."""
        if not self.members:
            return f"{number(self.number, ',')} stated"
        return f"{number(self.number, ',')} listed: {', '.join(self.members)}"

"""Shares as closed intervals in per cent: "41.3 percent", "10-15%", "four in five", "three percentage points"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.count import number
from factcheck.values.relation import Relation, relate, upper


@dataclass(frozen=True, slots=True)
class PercentValue:
    """Every share from ``low`` to ``high`` per cent, both inclusive; ``high`` None: no upper limit.

    ``points`` marks percentage points, which are another thing: a rise from 4 to 5 per cent is one point.  ``amount`` is the number said,
    None for ranges; ``step`` the place value of its last digit that counts; ``approximate`` marks "about" and the like and shares told as
    fractions ("a third"); the interval is then already widened.
    """

    kind: ClassVar[str] = "percent"

    low: float
    high: float | None
    amount: float | None = None
    step: float = 0.0
    points: bool = False
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low < math.inf or (self.high is not None and not self.low <= self.high < math.inf):
            raise ValueError(f"not a share: {self.low}..{self.high}")

    def relation(self, other: PercentValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two intervals; symmetric.  Per cent and percentage points are OVERLAP, never APART."""
        if self.points != other.points:
            return Relation.OVERLAP
        return relate(self.low, upper(self.high), other.low, upper(other.high))

    def iso(self) -> str:
        """A compact form: "41.3%", "80..%", "10..15%", "3 points"."""
        unit = " points" if self.points else "%"
        if self.high is None:
            return f"{number(self.low)}..{unit}"
        return f"{number(self.low)}{unit}" if self.low == self.high else f"{number(self.low)}..{number(self.high)}{unit}"

    def caption(self) -> str:
        """The value for people: "41.3 per cent", "about 40 per cent", "at least 80 per cent", "3 percentage points"."""
        if self.amount is not None and (self.approximate or self.low == self.high):
            words = f"{'about ' if self.approximate else ''}{number(self.amount, ',')}"
        elif self.high is None:
            words = f"at least {number(self.low, ',')}"
        elif self.low == 0:
            words = f"at most {number(self.high, ',')}"
        else:
            words = f"{number(self.low, ',')} to {number(self.high, ',')}"
        return f"{words} {'percentage points' if self.points else 'per cent'}"

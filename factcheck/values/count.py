"""Numbers of people or things as closed intervals: "100,000", "around 2,000", "at least 84", "dozens"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.relation import Relation, relate


@dataclass(frozen=True, slots=True)
class CountValue:
    """Every number from ``low`` to ``high``, both inclusive; ``high`` is None where the text sets no upper limit.

    ``named`` is the number the text names (100000 for "around 100 thousand"), None for words without one ("dozens").
    ``approximate`` marks "around", "some", "nearly"; the interval is then already widened.
    ``of`` is the head of the counted thing in the singular ("troop", "person"), "" where the text names none.
    """

    kind: ClassVar[str] = "count"

    low: float
    high: float | None
    named: float | None = None
    approximate: bool = False
    of: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.low < math.inf or (self.high is not None and not self.low <= self.high < math.inf):
            raise ValueError(f"not a count: {self.low}..{self.high}")

    def relation(self, other: CountValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two intervals; symmetric.  What is counted is the comparer's business."""
        high = math.inf if self.high is None else self.high
        other_high = math.inf if other.high is None else other.high
        return relate(self.low, high, other.low, other_high)

    def iso(self) -> str:
        """A compact form: 84, 84.., 95000..105000."""
        if self.high is None:
            return f"{number(self.low)}.."
        return number(self.low) if self.low == self.high else f"{number(self.low)}..{number(self.high)}"

    def caption(self) -> str:
        """The value for people: "84", "about 100,000", "at least 84", "24 to 99"."""
        if self.named is not None and self.approximate:
            return f"about {number(self.named, ',')}"
        if self.high is None:
            return f"at least {number(self.low, ',')}"
        if self.low == self.high:
            return number(self.low, ",")
        if self.low == 0:
            return f"at most {number(self.high, ',')}"
        return f"{number(self.low, ',')} to {number(self.high, ',')}"


def number(value: float, separator: str = "") -> str:
    """A number without a needless fraction, grouped by ``separator`` (a comma or nothing)."""
    if float(value).is_integer():
        return f"{int(value):,}" if separator else str(int(value))
    return f"{value:,g}" if separator else f"{value:g}"

"""Lengths of time as closed intervals in hours, so that "24 hours" is "one day"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.count import number
from factcheck.values.relation import Relation, relate

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_800,
    "year": 31_557_600,
    "decade": 315_576_000,
    "century": 3_155_760_000,
}
"""Seconds in a unit; a month is a twelfth and a year 365.25 days, the mean of the Julian calendar."""

HOURS = {unit: seconds / SECONDS["hour"] for unit, seconds in SECONDS.items()}
"""Hours in a unit."""

_PLURAL = {"century": "centuries"}


def hours(amount: float, unit: str) -> float:
    """Hours in so many units, by way of seconds: equal lengths in different units give equal floats (20 minutes, 1,200 seconds)."""
    return round(amount * SECONDS[unit], 3) / SECONDS["hour"]


@dataclass(frozen=True, slots=True)
class DurationValue:
    """Every length from ``low`` to ``high`` hours, both inclusive; ``high`` is None where the text sets no upper limit.

    ``amount`` and ``unit`` keep what was said ("six", "week"); ``amount`` is None for "weeks" or "decades".
    """

    kind: ClassVar[str] = "duration"

    low: float
    high: float | None
    amount: float | None = None
    unit: str = "hour"
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low < math.inf or (self.high is not None and not self.low <= self.high < math.inf):
            raise ValueError(f"not a duration: {self.low}..{self.high}")
        if self.unit not in HOURS:
            raise ValueError(f"unknown unit of time: {self.unit}")

    def relation(self, other: DurationValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two intervals; symmetric.

        "12 months" and "one year", "seven days" and "a week" are SAME; "30 days" and "a month" are not: a month is a mean one here, and
        how much that may matter is the comparer's business.
        """
        return relate(*self._bounds(), *other._bounds())

    def _bounds(self) -> tuple[float, float]:
        return self.low, math.inf if self.high is None else self.high

    def iso(self) -> str:
        """A compact form in the unit that was said: "6 week", "24 hour", "3.. decade"."""
        low = number(round(self.low / HOURS[self.unit], 4))
        if self.high is None:
            return f"{low}.. {self.unit}"
        high = number(round(self.high / HOURS[self.unit], 4))
        return f"{low} {self.unit}" if low == high else f"{low}..{high} {self.unit}"

    def caption(self) -> str:
        """The value for people: "6 weeks", "about 10 minutes", "at least 3 decades"."""
        if self.amount is not None and (self.low == self.high or self.approximate):
            unit = self.unit if self.amount == 1 else _PLURAL.get(self.unit, f"{self.unit}s")
            return f"{'about ' if self.approximate else ''}{number(self.amount, ',')} {unit}"
        unit = _PLURAL.get(self.unit, f"{self.unit}s")
        low = number(round(self.low / HOURS[self.unit], 2), ",")
        if self.high is None:
            return f"at least {low} {unit}"
        return f"{low} to {number(round(self.high / HOURS[self.unit], 2), ',')} {unit}"

"""Ages of persons in completed years, in months for babies: "26", "in her fifties", "at least 60", "10 months"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date as Day
from typing import ClassVar

from factcheck.values.relation import Relation, relate, upper

MONTHS = 12
"""Months in a year of age."""
OLDEST = 125
"""Completed years that nobody has passed: the oldest person on record reached 122."""


@dataclass(frozen=True, slots=True)
class AgeValue:
    """Every age from ``low`` to ``high`` completed years, both inclusive; ``high`` is None where the text sets no upper limit.

    ``months`` is the age in completed months where the text tells it so ("10-month-old"), None where it tells years; ``low`` and
    ``high`` are then the years of it.  ``as_of`` is the day for which the age was said, None where that is not known.  ``approximate``
    marks "about 40"; the interval is then already widened.
    """

    kind: ClassVar[str] = "age"

    low: int
    high: int | None
    months: int | None = None
    as_of: Day | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low <= OLDEST or (self.high is not None and not self.low <= self.high <= OLDEST):
            raise ValueError(f"not an age: {self.low}..{self.high}")
        if self.months is not None and (self.months < 0 or not self.low == self.high == self.months // MONTHS):
            raise ValueError(f"not an age in months: {self.months} ({self.low}..{self.high})")

    def relation(self, other: AgeValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two sets of months; symmetric.

        "18 months" is WITHIN one year.  The days for which the ages were said are left out of account: birthdays between them are the
        comparer's business.
        """
        return relate(*self._bounds(), *other._bounds())

    def years_apart(self, other: AgeValue) -> int:
        """Full years between the nearest ages of the two, 0 where they share one or differ by months only; symmetric."""
        low, high = max(self.low, other.low), min(upper(self.high), upper(other.high))
        return max(0, int(low - high)) if high < math.inf else 0

    def _bounds(self) -> tuple[float, float]:
        if self.months is not None:
            return self.months, self.months
        return self.low * MONTHS, math.inf if self.high is None else self.high * MONTHS + MONTHS - 1

    def iso(self) -> str:
        """A compact form: 26, 50..59, 60.., 10 months."""
        if self.months is not None:
            return f"{self.months} months"
        if self.high is None:
            return f"{self.low}.."
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"

    def caption(self) -> str:
        """The value for people: "26", "50 to 59", "at least 60", "under 18", "10 months"."""
        if self.months is not None:
            return "1 month" if self.months == 1 else f"{self.months} months"
        if self.high is None:
            return f"at least {self.low}"
        if self.low == self.high:
            return str(self.low)
        return f"under {self.high + 1}" if self.low == 0 else f"{self.low} to {self.high}"

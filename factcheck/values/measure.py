"""Measured values as closed intervals in SI units: "about 4,120 kilometers", "magnitude 6.4", "a 520-pound bear", "25C"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from factcheck.values.count import number
from factcheck.values.relation import Relation, relate

SLACK_MIN, SLACK_MAX = 0.02, 0.1
"""How far a conversion between two units moves a value, as a share of it: half the place of its last digit, but between these two.

"10 km" is told as "6 miles" (3.5 per cent off), "5 km" as "3 miles", "3,200 km" as "2,000 miles"; one digit of "2,000" alone says nothing.
"""
_PLURALS = {"foot": "feet", "inch": "inches", "horsepower": "horsepower", "stone": "stone"}
_OF_LENGTH = ("square", "cubic")
DIRECTION = "direction"
"""The dimension of points of the compass, in degrees clockwise from north; ``unit`` is the word ("northeast")."""
QUARTER = 90.0
"""Directions told in words are apart beyond a right angle: north and northeast, and even north and east, are told of one place."""
BARE = frozenset({"magnitude"})
"""Dimensions that are said before their number ("magnitude 6.4")."""


@dataclass(frozen=True, slots=True)
class MeasureValue:
    """Every value from ``low`` to ``high``, both inclusive, in the SI unit of ``dimension``; ``high`` None: no upper limit.

    ``unit`` is the unit that was said; ``factor`` and ``offset`` lead from it to SI (value = amount * factor + offset).  ``amount`` is the
    number that was said, None for ranges; ``step`` the place value, in the said unit, of its last digit that counts; ``approximate`` marks
    "about" and the like, the interval is then already widened.
    """

    kind: ClassVar[str] = "measure"

    low: float
    high: float | None
    dimension: str
    unit: str
    factor: float = 1.0
    offset: float = 0.0
    amount: float | None = None
    step: float = 0.0
    approximate: bool = False

    def __post_init__(self) -> None:
        if not math.isfinite(self.low) or (self.high is not None and not self.low <= self.high < math.inf):
            raise ValueError(f"not a measure: {self.low}..{self.high}")
        if not 0 < self.factor < math.inf or self.step < 0:
            raise ValueError(f"not a unit: {self.unit} of {self.factor}, step {self.step}")

    def relation(self, other: MeasureValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two intervals; symmetric.  Different dimensions share no scale: OVERLAP, never APART.

        Between two units each value may be a rounded conversion: sets that are apart by less than ``slack`` are WITHIN each other where one
        reaches the other's set, and OVERLAP where only both together meet.
        """
        if self.dimension != other.dimension:
            return Relation.OVERLAP
        if self.dimension == DIRECTION:
            turn = abs(self.low - other.low) % 360
            return Relation.SAME if not turn else Relation.OVERLAP if min(turn, 360 - turn) <= QUARTER else Relation.APART
        exact = relate(*self.bounds(), *other.bounds())
        if exact is not Relation.APART or self.unit == other.unit:
            return exact
        wide, other_wide = self._widened(), other._widened()
        if relate(*wide, *other.bounds()) is not Relation.APART or relate(*self.bounds(), *other_wide) is not Relation.APART:
            return Relation.WITHIN
        return Relation.OVERLAP if relate(*wide, *other_wide) is not Relation.APART else Relation.APART

    def bounds(self) -> tuple[float, float]:
        """Both ends in SI; infinity for no upper limit.  Rounded to ten digits, so that equal values in two units are equal."""
        return _trim(self.low), math.inf if self.high is None else _trim(self.high)

    def slack(self) -> float:
        """How far the value may have moved in a conversion, in SI."""
        half = self.step * self.factor / 2
        if self.dimension == "temperature":
            return half * 2  # a share of an absolute temperature says nothing
        middle = abs(self.low if self.high is None else (self.low + self.high) / 2)
        return min(max(half, SLACK_MIN * middle), SLACK_MAX * middle)

    def _widened(self) -> tuple[float, float]:
        low, high = self.bounds()
        return low - self.slack(), high + self.slack()

    def iso(self) -> str:
        """A compact form in the unit that was said: "4120 km", "1.. mile", "10..15 km/h", "6.4 magnitude", "northeast"."""
        if self.dimension == DIRECTION:
            return self.unit
        low = number(self._said(self.low))
        if self.high is None:
            return f"{low}.. {self.unit}"
        high = number(self._said(self.high))
        return f"{low} {self.unit}" if low == high else f"{low}..{high} {self.unit}"

    def caption(self) -> str:
        """The value for people: "4,120 km", "about 90 miles", "at least 1 mile", "magnitude 6.4"."""
        if self.dimension == DIRECTION:
            return self.unit
        low, high = self._said(self.low), None if self.high is None else self._said(self.high)
        if self.amount is not None and (self.approximate or low == high):
            words = f"{'about ' if self.approximate else ''}{number(self.amount, ',')}"
        elif high is None:
            words = f"at least {number(low, ',')}"
        elif low == 0:
            words = f"at most {number(high, ',')}"
        else:
            words = f"{number(low, ',')} to {number(high, ',')}"
        if self.dimension in BARE:
            return f"{self.unit} {words}"
        return f"{words} {self._plural(words)}"

    def _plural(self, words: str) -> str:
        """The unit behind a number in words: "feet", "square miles", "km"."""
        kind, _, noun = self.unit.rpartition(" ")
        if words.split()[-1] == "1" or len(noun) < 4 or "/" in noun or (kind and kind not in _OF_LENGTH):
            return self.unit
        many = _PLURALS.get(noun, noun if noun.endswith(("s", "z")) else f"{noun}s")
        return f"{kind} {many}" if kind else many

    def _said(self, value: float) -> float:
        said = (value - self.offset) / self.factor
        return float(round(said)) if abs(said) >= 1e5 else round(said, 2 if abs(said) >= 1000 else 4)


def _trim(value: float) -> float:
    return float(f"{value:.10g}")

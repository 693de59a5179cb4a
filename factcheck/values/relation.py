"""The four relations between two values, each seen as a set of possibilities."""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum
from typing import TypeVar


class Relation(StrEnum):
    """How two sets of possibilities stand to each other; only APART can be a contradiction."""

    SAME = "same"  # equal sets
    WITHIN = "within"  # one contains the other
    OVERLAP = "overlap"  # they share something, neither contains the other
    APART = "apart"  # nothing in common


Place = TypeVar("Place", float, date)


def upper(high: float | None) -> float:
    """The upper end of an interval, infinity where it has no bound."""
    return math.inf if high is None else high


def relate(low: Place, high: Place, other_low: Place, other_high: Place) -> Relation:
    """The relation of two closed intervals on one line, of numbers or of days; infinities, or the first and last day, for "no bound"."""
    if (low, high) == (other_low, other_high):
        return Relation.SAME
    if high < other_low or other_high < low:
        return Relation.APART
    if (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high):
        return Relation.WITHIN
    return Relation.OVERLAP

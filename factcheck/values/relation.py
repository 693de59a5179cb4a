"""The four relations between two values, each seen as a set of possibilities."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How two sets of possibilities stand to each other; only APART can be a contradiction."""

    SAME = "same"  # equal sets
    WITHIN = "within"  # one contains the other
    OVERLAP = "overlap"  # they share something, neither contains the other
    APART = "apart"  # nothing in common


def relate(low: float, high: float, other_low: float, other_high: float) -> Relation:
    """The relation of two closed intervals on one line; infinities stand for "no bound"."""
    if (low, high) == (other_low, other_high):
        return Relation.SAME
    if high < other_low or other_high < low:
        return Relation.APART
    if (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high):
        return Relation.WITHIN
    return Relation.OVERLAP

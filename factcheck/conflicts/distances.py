"""How far apart two numbers are, in words: what a reason can say of them that the two answers do not say themselves."""

from __future__ import annotations

import math

from factcheck.values import CountValue, DurationValue, MeasureValue, MoneyValue, PercentValue, Value
from factcheck.values.measure import BARE, DIRECTION

_UNMEASURED = frozenset({DIRECTION, "temperature"})
"""Dimensions of which neither a ratio nor a part means anything."""

TIMES = 1.5
"""From this ratio on two amounts are told by how many times the one is the other, below it by their difference in per cent."""


def distance(left: Value, right: Value) -> str:
    """How far apart the nearest numbers of two values are; "" where they meet, are no numbers, or share no scale."""
    if type(left) is not type(right) or not _are_of_one_scale(left, right):
        return ""
    bounds = sorted(bound for value in (left, right) if (bound := _bounds(value)))
    if len(bounds) < 2 or bounds[1][0] <= bounds[0][1]:
        return ""
    (begin, low), (high, end) = bounds
    least = "" if begin == low and high == end else "at least "
    if isinstance(left, CountValue):
        return f"{least}{_number(high - low)} apart"
    if isinstance(left, PercentValue):
        return f"{least}{_number(high - low)} percentage points apart"
    if isinstance(left, MeasureValue) and left.dimension in BARE:
        return f"{least}{_number(high - low)} apart"
    if low <= 0:
        return ""
    ratio = high / low
    if ratio >= TIMES:
        times = "twice" if round(ratio, 1) == 2 else f"{_number(ratio)} times"
        return f"one is {least}{times} the other"
    return f"{least}{_number((ratio - 1) * 100)} per cent apart"


def _are_of_one_scale(left: Value, right: Value) -> bool:
    if isinstance(left, MoneyValue) and isinstance(right, MoneyValue):
        return (left.currency, left.family) == (right.currency, right.family)
    if isinstance(left, MeasureValue) and isinstance(right, MeasureValue):
        return left.dimension == right.dimension and left.dimension not in _UNMEASURED
    return True


def _bounds(value: Value) -> tuple[float, float] | None:
    """Both ends, infinity for no upper limit; None for what is no number."""
    if not isinstance(value, CountValue | DurationValue | MeasureValue | MoneyValue | PercentValue):
        return None
    return value.low, math.inf if value.high is None else value.high


def _number(number: float) -> str:
    """Two digits that count, more where a whole number has them."""
    if number >= 10 or number == round(number):
        return f"{round(number):,}"
    return f"{number:.1f}".removesuffix(".0") if number >= 1 else f"{number:.1g}"

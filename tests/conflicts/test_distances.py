"""How far apart two numbers are, in words."""

from __future__ import annotations

import pytest

from factcheck.conflicts.distances import distance
from factcheck.values import AgeValue, CountValue, DurationValue, MeasureValue, MoneyValue, PercentValue, Value


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (CountValue(178, 178, 178), CountValue(187, 187, 187), "9 apart"),
        (CountValue(4, None, 4), CountValue(3, 3, 3), "at least 1 apart"),
        (CountValue(75, 85, 80, approximate=True), CountValue(50, 50, 50), "at least 25 apart"),
        (CountValue(4, None, 4), CountValue(5, 5, 5), ""),
        (CountValue(140_000, 140_000, 140_000), CountValue(3_200_000, 3_200_000, 3_200_000), "3,060,000 apart"),
        (PercentValue(48, 48), PercentValue(53.5, 53.5), "5.5 percentage points apart"),
        (MeasureValue(6.4, 6.4, "magnitude", "magnitude"), MeasureValue(6.8, 6.8, "magnitude", "magnitude"), "0.4 apart"),
        (MeasureValue(3000, 3000, "length", "km", 1000), MeasureValue(4828, 4828, "length", "mile", 1609.3), "one is 1.6 times the other"),
        (MeasureValue(101, 101, "length", "m"), MeasureValue(110, 110, "length", "m"), "8.9 per cent apart"),
        (MeasureValue(45, 45, "direction", "northeast"), MeasureValue(225, 225, "direction", "southwest"), ""),
        (MeasureValue(280, 280, "temperature", "C"), MeasureValue(290, 290, "temperature", "C"), ""),
        (MeasureValue(3, 3, "length", "m"), MeasureValue(5, 5, "mass", "kg"), ""),
        (MoneyValue(73e6, 73e6, "EUR"), MoneyValue(73e9, 73e9, "EUR"), "one is 1,000 times the other"),
        (MoneyValue(9e6, 9e6, "EUR"), MoneyValue(4.5e6, 4.5e6, "EUR"), "one is twice the other"),
        (MoneyValue(42e6, 42e6, "EUR"), MoneyValue(40e6, 40e6, "GBP"), ""),
        (MoneyValue(0, 0, "EUR"), MoneyValue(5, 5, "EUR"), ""),
        (DurationValue(48, 48, 48), DurationValue(72, 72, 72), "one is 1.5 times the other"),
        (AgeValue(34, 34), AgeValue(43, 43), ""),
        (CountValue(3, 3, 3), AgeValue(3, 3), ""),
    ],
)
def test_distance(left: Value, right: Value, told: str) -> None:
    assert distance(left, right) == distance(right, left) == told

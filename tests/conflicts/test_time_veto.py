"""What the time told beside a number does to comparability."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import claim

from factcheck.model import Frame
from factcheck.topics.comparability import time_veto
from factcheck.values import CountValue, DateValue
from factcheck.values.date import month_value, year_value

HURT = Frame(event="injury", role="acted_on", thing="person")
PUBLISHED = {"left.txt": date(2024, 5, 10), "right.txt": date(2024, 5, 11)}
TODAY = DateValue(date(2024, 5, 9), date(2024, 5, 9))
YESTERDAY = DateValue(date(2024, 5, 8), date(2024, 5, 8))
SUNDAY = DateValue(date(2024, 5, 5), date(2024, 5, 5))


@pytest.mark.parametrize(
    ("left", "right", "published", "vetoed"),
    [
        (None, None, PUBLISHED, False),
        (TODAY, None, PUBLISHED, False),
        (TODAY, YESTERDAY, PUBLISHED, False),
        (TODAY, SUNDAY, PUBLISHED, True),
        (TODAY, month_value(2024, 5), PUBLISHED, False),
        (year_value(2019), None, PUBLISHED, True),
        (year_value(2019), year_value(2019), PUBLISHED, False),
        (year_value(2022), year_value(2023), PUBLISHED, True),
        (month_value(2024, 3), month_value(2024, 4), PUBLISHED, True),
        (month_value(2024, 4), DateValue(date(2024, 5, 1), date(2024, 5, 1)), PUBLISHED, False),
        (year_value(2019), None, {}, True),
        (DateValue(date(2000, 5, 9), date(2000, 5, 9), open_year=True), None, {}, False),
        (year_value(2019), DateValue(date(2000, 5, 9), date(2000, 5, 9), open_year=True), PUBLISHED, True),
        (year_value(2024), DateValue(date(2000, 5, 9), date(2000, 5, 9), open_year=True), PUBLISHED, False),
    ],
)
def test_time_veto(left: DateValue | None, right: DateValue | None, published: dict[str, date], *, vetoed: bool) -> None:
    first = claim(CountValue(3, 3, 3), replace(HURT, time=left))
    second = claim(CountValue(4, 4, 4), replace(HURT, time=right), article="right.txt")
    assert (time_veto(first, second, published) is not None) is vetoed
    assert (
        time_veto(second, first, {"right.txt": PUBLISHED["left.txt"], "left.txt": PUBLISHED["right.txt"]} if published else {}) is not None
    ) is vetoed

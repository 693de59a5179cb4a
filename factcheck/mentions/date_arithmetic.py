"""Calendar arithmetic of dates: whole units around a day, parts of a month or year, "about"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.mentions.date_readers import PartialDate
from factcheck.values.date import OPEN_YEAR, DateValue, month_value, year_value

ABOUT_DAYS = {"day": 3, "week": 7, "month": 15, "year": 365}
"""Days by which "about" widens a value of that size on either side: about half of the next unit, a year for years."""

_MONTH_PARTS = {
    "start": (1, 10),
    "early": (1, 10),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (24, 31),
    "first": (1, 16),
    "second": (15, 31),
    "week-two": (6, 16),
    "week-three": (13, 23),
    "week-four": (20, 30),
}
"""Days of the month, both inclusive; weeks begin where their writer begins them."""

_YEAR_PARTS = {
    "start": (1, 3),
    "early": (1, 4),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
    "first": (1, 6),
    "second": (7, 12),
    **{part: (1, 1) for part in _MONTH_PARTS if part.startswith("week-")},
}
"""Months of the year, both inclusive."""

_OTHER_PARTS = {
    "start": (0.0, 0.4),
    "early": (0.0, 0.4),
    "middle": (0.3, 0.7),
    "late": (0.6, 1.0),
    "end": (0.6, 1.0),
    "first": (0.0, 0.5),
    "second": (0.5, 1.0),
    **{part: (0.0, 1.0) for part in _MONTH_PARTS if part.startswith("week-")},
}
"""Shares of a week, a season, a decade, a century."""


def month_after(day: date, months: int) -> date:
    """The first day of the month that lies so many months on (or back, where negative)."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def unit_around(day: date, unit: str, steps: int) -> DateValue:
    """The whole unit that lies ``steps`` units from the one that holds the day; weeks begin on Monday (ISO 8601)."""
    if unit == "day":
        found = day + timedelta(days=steps)
        return DateValue(found, found)
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * steps * (2 if unit == "fortnight" else 1))
        return DateValue(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        first = month_after(day, steps)
        return month_value(first.year, first.month)
    if unit == "quarter":
        first = month_after(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3 * steps)
        return DateValue(first, month_value(first.year, first.month + 2).latest)
    if unit == "year":
        return year_value(day.year + steps)
    first_year = 1 if unit == "century" else 0  # the 20th century is 1901 to 2000, the nineties are 1990 to 1999
    size = {"decade": 10, "century": 100}[unit]
    start = ((day.year - first_year) // size + steps) * size + first_year
    return DateValue(date(start, 1, 1), date(start + size - 1, 12, 31))


def around(day: date, unit: str, steps: int) -> DateValue:
    """Half a unit to either side of the day that lies ``steps`` units away: in spring, December four years back is "four years ago" too."""
    if unit in ("week", "fortnight"):
        size = 7 if unit == "week" else 14
        center = day + timedelta(days=steps * size)
        return DateValue(center - timedelta(days=size // 2), center + timedelta(days=size // 2))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    center = month_after(day, months * steps) + timedelta(days=day.day - 1)
    half = timedelta(days=round(months * 30.44 / 2))  # the mean length of a month in days
    return DateValue(center - half, center + half)


def narrow(days: DateValue, partial: PartialDate) -> DateValue:
    """The early, middle, late part; as a limit the end of a month is its last day, and the start its first."""
    low, high = days.earliest, days.latest
    if low is None or high is None or partial.part not in _OTHER_PARTS:
        return days
    if partial.part == "end" and partial.bound in ("by", "until"):
        return replace(days, earliest=high)
    if partial.part == "start" and partial.bound == "since":
        return replace(days, latest=low)
    length = (high - low).days + 1
    if low.day == 1 and 28 <= length <= 31:
        first, last = _MONTH_PARTS[partial.part]
        return replace(days, earliest=low.replace(day=first), latest=low.replace(day=min(last, high.day)))
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        years = high.year - low.year + 1
        if years == 1:
            first, last = _YEAR_PARTS[partial.part]
            return replace(days, earliest=date(low.year, first, 1), latest=month_value(low.year, last).latest)
        share = _OTHER_PARTS[partial.part]
        start, end = low.year + int(share[0] * years), low.year + max(int(share[1] * years), 1) - 1
        return replace(days, earliest=date(start, 1, 1), latest=date(end, 12, 31))
    share = _OTHER_PARTS[partial.part]
    start_day, end_day = int(share[0] * length), max(int(share[1] * length), 1) - 1
    return replace(days, earliest=low + timedelta(days=start_day), latest=low + timedelta(days=end_day))


def day_of_month(month: DateValue, nth: tuple[int, int]) -> DateValue:
    """The weekday that is told of a month of a known year, as PartialDate has it; the month itself where the year is open."""
    first, last = month.earliest, month.latest
    if first is None or last is None or month.open_year:
        return month
    weekday, which = nth
    if which < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    return DateValue(day, day)


def widen(days: DateValue) -> DateValue:
    """ "About": by ABOUT_DAYS for the value's own size."""
    if days.earliest is None or days.latest is None or days.days is None:
        return replace(days, approximate=True)
    size = "day" if days.days <= 1 else "week" if days.days <= 7 else "month" if days.days <= 92 else "year"
    margin = timedelta(days=ABOUT_DAYS[size])
    if days.open_year and (days.earliest - margin).year != OPEN_YEAR:
        margin = days.earliest - date(OPEN_YEAR, 1, 1)
    if size == "year" and (days.earliest.day, days.latest.day) == (1, 31):  # whole years stay whole
        return DateValue(
            days.earliest.replace(year=days.earliest.year - 1), days.latest.replace(year=days.latest.year + 1), approximate=True
        )
    return DateValue(days.earliest - margin, days.latest + margin, open_year=days.open_year, approximate=True)

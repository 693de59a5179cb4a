"""Calendar days as sets: a day, a month, "autumn of 2023", "by August", or "May 8" of a year that nobody stated."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import ClassVar, Literal

from factcheck.values.relation import Relation, relate

Bound = Literal["on", "by", "since", "until"]
OPEN_YEAR = 2000
"""The placeholder year of open-year values: a leap year, so that February 29 can be held."""

_SURELY_WHOLE = 3 * 366
"""A span of more days holds every open-year value (366 days at most, of which one may begin a year late) as a whole."""

_SEASONS = {(3, 5): "spring", (6, 8): "summer", (9, 11): "autumn"}


@dataclass(frozen=True, slots=True)
class DateValue:
    """A set of days from ``earliest`` to ``latest``, both inclusive; None means no limit on that side.

    With ``open_year`` both ends lie in (or run over from) OPEN_YEAR and stand for the same days of any year.
    ``bound`` tells how the text uses the days: "on" (it happened in them), "by" (a deadline), "since" (a start), "until" (an end).
    With a bound other than "on" the days are those that may be the limit itself: "by the end of July" is July 31, "by August" any day of
    August, "since 1994" any day of 1994.  ``reach`` gives the days on which the thing itself may lie.
    ``approximate`` marks "around May 8"; the days are then already widened by whoever resolved them.
    """

    kind: ClassVar[str] = "date"

    earliest: date | None
    latest: date | None
    open_year: bool = False
    bound: Bound = "on"
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"dates out of order: {self.earliest} > {self.latest}")
        if self.open_year and (self.earliest is None or self.latest is None):
            raise ValueError("a date of an open year needs both ends")

    @property
    def days(self) -> int | None:
        """The number of days in the set; None when it has no limit."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def in_year(self, year: int) -> DateValue:
        """An open-year value set in a year; other values are returned as they are.  February 29 becomes the 28th where it must."""
        if not self.open_year:
            return self
        assert self.earliest
        assert self.latest
        shift = year - OPEN_YEAR
        return DateValue(_move(self.earliest, shift), _move(self.latest, shift), bound=self.bound, approximate=self.approximate)

    def relation(self, other: DateValue) -> Relation:
        """SAME, WITHIN, OVERLAP or APART of the two sets of days; symmetric.

        An open year is every year: "September" and "the beginning of 2024" are APART, "September" and "September 2023" WITHIN.
        The bound is not part of the set: comparers decide which bounds may meet.
        """
        if self.open_year and other.open_year:
            return _both_open(self, other)
        if self.open_year:
            return other.relation(self)
        if other.open_year:
            return self._relation_to_open(other)
        return _closed(self, other)

    def _relation_to_open(self, other: DateValue) -> Relation:
        if self.earliest is None or self.latest is None or (self.days or 0) > _SURELY_WHOLE:
            return Relation.WITHIN  # some year of so long a span holds the days
        years = range(max(self.earliest.year - 1, date.min.year), min(self.latest.year + 2, date.max.year))
        found = _combine([_closed(self, other.in_year(year)) for year in years])
        return Relation.WITHIN if found is Relation.SAME else found

    def reach(self) -> DateValue:
        """The days on which the thing itself may lie: up to the limit for "by" and "until", from it on for "since"; bound "on".

        An open year is left as it is: without a year there is no "up to".
        """
        if self.bound == "on" or self.open_year:
            return self
        if self.bound == "since":
            return DateValue(self.earliest, None, approximate=self.approximate)
        return DateValue(None, self.latest, approximate=self.approximate)

    def gap(self, other: DateValue) -> int | None:
        """Days between the nearest ends of two sets that are APART; 0 when they meet; None when a year is open."""
        if self.open_year or other.open_year:
            return None
        if self.latest and other.earliest and self.latest < other.earliest:
            return (other.earliest - self.latest).days
        if other.latest and self.earliest and other.latest < self.earliest:
            return (self.earliest - other.latest).days
        return 0

    def iso(self) -> str:
        """A compact form: 2024-05-08, 2024-05, 2024, 2024-05-06/2024-05-09, --05-08 for an open year.

        A deadline or an end is written ../2024-07-31, a start 1994/..; beside the two dots stand the days that may be the limit.
        """
        before = "../" if self.bound in ("by", "until") else ""
        after = "/.." if self.bound == "since" else ""
        return f"{before}{_iso(self)}{after}"

    def caption(self) -> str:
        """The value for people: "8 May 2024", "autumn 2023", "by 31 July 2024", "8 May (year not stated)"."""
        words = {"on": "", "by": "by ", "since": "since ", "until": "until "}[self.bound]
        about = "about " if self.approximate else ""
        open_year = " (year not stated)" if self.open_year else ""
        return f"{words}{about}{_words(self)}{open_year}"


def month_value(year: int, month: int) -> DateValue:
    """The whole month."""
    return DateValue(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_value(year: int) -> DateValue:
    """The whole year."""
    return DateValue(date(year, 1, 1), date(year, 12, 31))


def _move(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # February 29 outside a leap year
        return day.replace(year=day.year + years, day=28)


@lru_cache(maxsize=65_536)
def _both_open(left: DateValue, right: DateValue) -> Relation:
    years = (2003, 2004, 2005)  # a leap year and its neighbours, in all pairs so that the sides may be swapped
    return _combine([_closed(left.in_year(year), right.in_year(second)) for year in years for second in years])


def _closed(left: DateValue, right: DateValue) -> Relation:
    return relate(left.earliest or date.min, left.latest or date.max, right.earliest or date.min, right.latest or date.max)


def _combine(relations: list[Relation]) -> Relation:
    """The closest relation any year allows."""
    order = (Relation.SAME, Relation.WITHIN, Relation.OVERLAP, Relation.APART)
    return min(relations, key=order.index)


def _iso(value: DateValue) -> str:
    if value.earliest is None or value.latest is None:
        return f"{value.earliest or '..'}/{value.latest or '..'}"
    low, high = value.earliest, value.latest
    if low == high:
        text = low.isoformat()
    elif low.day == 1 and high == _month_end(high) and (low.year, low.month) == (high.year, high.month):
        text = low.isoformat()[:7]
    elif (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
        text = f"{low.year:04d}"
    else:
        text = f"{low.isoformat()}/{high.isoformat()}"
    return text.replace(f"{OPEN_YEAR}-", "--").replace(f"{OPEN_YEAR + 1}-", "--") if value.open_year else text


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _words(value: DateValue) -> str:
    low, high = value.earliest, value.latest
    if low is None or high is None:
        return " to ".join(("an open date" if day is None else _day(day, year=True)) for day in (low, high))
    year = not value.open_year
    suffix = f" {low.year}" if year else ""
    if low == high:
        return _day(low, year=year)
    if low.day == 1 and high == _month_end(high):
        if (low.year, low.month) == (high.year, high.month):
            return f"{calendar.month_name[low.month]}{suffix}"
        if low.year == high.year and (low.month, high.month) == (1, 12):
            return f"{low.year}"
        season = _SEASONS.get((low.month, high.month))
        if low.year == high.year and season:
            return f"{season}{suffix}"
    if low.year == high.year and year:
        return f"{_day(low, year=low.year != high.year)} to {_day(high, year=True)}"
    return f"{_day(low, year=year)} to {_day(high, year=year)}"


def _day(day: date, *, year: bool) -> str:
    return f"{day.day} {calendar.month_name[day.month]}" + (f" {day.year}" if year else "")

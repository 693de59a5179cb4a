"""TIMEX3 values (TimeML 1.2.1, ISO 24617-1): the one best reading of an expression of time, in the form other tools exchange.

No kind of value: a DateValue keeps every day that is possible, a Timex names the unit that was said.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
GranuleUnit = Literal["day", "week", "weekend", "month", "season", "quarter", "half", "year", "decade", "century"]

SEASONS = ("WI", "SP", "SU", "FA")
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Timex:
    """Type and value as TIMEX3 writes them: DATE 1998-08-07, 1998-W32, 1998-Q1, 1998-SU, 199X, PRESENT_REF; TIME 1998-08-07T10:35 and
    1998-08-07TEV; DURATION P2W, PT24H, PXY; SET P1D.  ``mod`` is START, MID, END, APPROX, MORE_THAN or LESS_THAN, None for none."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Granule:
    """One whole unit of the calendar that begins on ``first``; weeks begin on Monday, winter in December of the year before.

    With ``ancient`` the year of ``first`` is counted back from the year 1 (490 for 490 BC); only whole years, decades and centuries are.
    """

    unit: GranuleUnit
    first: date
    ancient: bool = False

    @property
    def last(self) -> date:
        """The last day, inclusive.  Raises OverflowError or ValueError beyond the year 9999."""
        if self.unit in ("day", "week", "weekend"):
            return self.first + timedelta(days={"day": 0, "week": 6, "weekend": 1}[self.unit])
        return month_later(self.first, _MONTHS[self.unit]) - timedelta(days=1)

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return self.first + (self.last - self.first) // 2

    def later(self, steps: int) -> Granule:
        """The unit so many units on (back, where negative).  Raises OverflowError or ValueError outside the calendar."""
        if self.unit in ("day", "week", "weekend"):
            return Granule(self.unit, self.first + timedelta(days=steps * (1 if self.unit == "day" else 7)))
        months = steps * _MONTHS[self.unit]
        return Granule(self.unit, month_later(self.first, -months if self.ancient else months), self.ancient)

    def value(self) -> str:
        """The TIMEX3 value."""
        if self.ancient:
            return f"BC{self.first.year:04d}"
        year, month = self.first.year, self.first.month
        if self.unit in ("week", "weekend"):
            iso = self.first.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "season":
            return f"{year + (month == 12):04d}-{SEASONS[month % 12 // 3]}"
        return {
            "day": self.first.isoformat(),
            "month": f"{year:04d}-{month:02d}",
            "quarter": f"{year:04d}-Q{(month + 2) // 3}",
            "half": f"{year:04d}-H{(month + 5) // 6}",
            "year": f"{year:04d}",
            "decade": f"{year // 10:03d}X",
            "century": f"{year // 100:02d}",
        }[self.unit]


def month_later(day: date, months: int) -> date:
    """The same day of the month so many months on, the last one of a shorter month.  Raises ValueError outside the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def granule_around(day: date, unit: GranuleUnit) -> Granule:
    """The unit that holds a day; of a weekend the one of the day's week."""
    if unit == "day":
        return Granule("day", day)
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return Granule(unit, monday + timedelta(days=5 if unit == "weekend" else 0))
    if unit == "season":
        return Granule(unit, month_later(day.replace(day=1), -(day.month % 3)))
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        return Granule(unit, date(max(day.year // size * size, 1), 1, 1))
    months = _MONTHS[unit]
    return Granule(unit, date(day.year, (day.month - 1) // months * months + 1, 1))


def granule_of(low: date, high: date) -> Granule | None:
    """The unit from one day to another, both inclusive; None where they bound none."""
    for unit in ("day", "week", "month", "quarter", "season", "half", "year", "decade", "century"):
        found = granule_around(low, unit)
        if found.first == low and _last(found) == high:
            return found
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and (low.year % 100, high.year - low.year) == (1, 99):
        return Granule("century", date(max(low.year - 1, 1), 1, 1))
    return None


def _last(granule: Granule) -> date | None:
    try:
        return granule.last
    except (ValueError, OverflowError):
        return None


def length(amount: float | None, unit: str) -> str:
    """A length as a TIMEX3 value: P2W, PT24H, P10Y, P2DE, PXD for no number; hours and minutes take a fraction apart (PT5H30M)."""
    letter = {
        "second": "S",
        "minute": "M",
        "hour": "H",
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
        "decade": "DE",
        "century": "CE",
    }[unit]
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    if amount is None:
        return f"{prefix}X{letter}"
    if unit == "hour" and amount % 1 and amount * 60 % 1 == 0:
        whole, rest = divmod(round(amount * 60), 60)
        return f"PT{f'{whole}H' if whole else ''}{rest}M"
    return f"{prefix}{round(amount, 2):g}{letter}" if amount < 1e6 else f"{prefix}{amount:.0f}{letter}"

"""Feasts that fall on another day each year."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

_FROM_EASTER = MappingProxyType({"easter": 0, "good-friday": -2, "easter-monday": 1, "ash-wednesday": -46, "palm-sunday": -7})
"""Days from Easter Sunday."""

_NTH = MappingProxyType(
    {
        "thanksgiving": (11, 3, 4),
        "labor-day": (9, 0, 1),
        "king-day": (1, 0, 3),
        "presidents-day": (2, 0, 3),
        "columbus-day": (10, 0, 2),
        "mothers-day": (5, 6, 2),
        "fathers-day": (6, 6, 3),
    }
)
"""Month, weekday (Monday is 0) and which one of the month; as in the United States (5 U.S.C. 6103 for the public ones)."""

MOVING = (*_FROM_EASTER, *_NTH, "memorial-day", "election-day")
"""The names that ``feast_day`` knows."""


def feast_day(name: str, year: int) -> date:
    """The day of a feast of MOVING in a year of the Gregorian calendar.

    Raises:
        KeyError: no such feast.
    """
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "memorial-day":  # the last Monday of May
        return _nth(year, 6, 0, 1) - timedelta(days=7)
    if name == "election-day":  # the Tuesday after the first Monday of November
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    month, weekday, which = _NTH[name]
    return _nth(year, month, weekday, which)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches: Meeus, Astronomical Algorithms, 2nd edition, chapter 8 (the anonymous Gregorian method)."""
    golden, century, short = year % 19, year // 100, year % 100
    leap, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    fours, ones = divmod(short, 4)
    days = (32 + 2 * rest + 2 * fours - epact - ones) % 7
    moon = (golden + 11 * epact + 22 * days) // 451
    month, day = divmod(epact + days - 7 * moon + 114, 31)
    return date(year, month, day + 1)

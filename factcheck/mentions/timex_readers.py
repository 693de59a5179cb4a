"""What the words of an expression of time say that is no date of a story: "now", "daily", "the past two years", "the third quarter".

``READERS`` is the registry: the names that pattern rules of kind "timex" may give as their ``reader``.  A reader makes a Timex where the
words alone decide, else a PartialDate or a ToldUnit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from factcheck.mentions import date_readers
from factcheck.mentions.date_readers import PartialDate
from factcheck.mentions.matching import Groups
from factcheck.values.date import DateValue
from factcheck.values.feasts import MOVING
from factcheck.values.timex import GranuleUnit, Timex, length

DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI", "daytime": "DT"}
"""Parts of the day as TIMEX3 writes them."""
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """A unit that the text names by its number alone: the third quarter, the 20th.  ``number`` counts from 1 in the unit around it.

    ``number`` 0 is the latest one, a year before it with ``back``; ``weekday`` (Monday is 0) is evidence for the month of a day.
    ``feast`` is one of values.feasts.MOVING, in ``told_year`` or the year around it.  ``era`` is "BC"
    for a year told so, "?" for one of two or three figures without an era; "" for the year '98 of a century left open.
    """

    unit: GranuleUnit
    number: int
    era: str = ""
    feast: str = ""
    told_year: int | None = None
    weekday: int | None = None
    back: bool = False


def read_listed(groups: Groups) -> Timex | None:
    """A word that has its value in a list of dates or of sets."""
    date, often = groups.listed("timex-word", "word"), groups.listed("timex-often", "word")
    if date is not None:
        return Timex("DATE", str(date))
    return Timex("SET", str(often)) if often is not None else None


def read_each(groups: Groups) -> Timex | None:
    """Every day, each two weeks, a month (as a rate)."""
    unit = _unit(groups)
    amount = date_readers.amount_of(groups) if groups.text("amount") else 1
    return Timex("SET", length(amount, unit)) if unit else None


def read_length(groups: Groups) -> Timex | None:
    """An amount of time; without a number, or with a loose one, of X units."""
    unit = _unit(groups)
    if not unit:
        return None
    amount: float | None = date_readers.amount_of(groups) if groups.text("amount") else None
    if groups.text("amount") and amount is None:
        return None
    if groups.text("one", "one_too"):
        amount = 1
    if groups.text("half") and amount is not None:
        amount += 0.5
    if unit == "fortnight":
        unit, amount = "week", 2 * (amount or 1)
    if unit == "weekend":
        return None
    return Timex("DURATION", length(amount, unit))


def _unit(groups: Groups) -> str:
    listed = next((value for name in ("timex-unit", "date-unit") if (value := groups.listed(name, "unit", "unit_too"))), "")
    return str(listed)


def read_quarter(groups: Groups) -> ToldUnit | None:
    """A quarter or a half of a year that the text leaves open; without a number the latest one, or that of the year before."""
    unit: GranuleUnit = "half" if groups.text("part", "part_too").lower() == "half" else "quarter"
    ordinal = groups.text("ordinal", "ordinal_too", "ordinal_three")
    number = date_readers.ORDINALS.get(ordinal, 0)
    if number > (2 if unit == "half" else 4):
        return None
    return ToldUnit(unit, number, back=bool(groups.text("back")))


def read_quarter_of_month(groups: Groups) -> ToldUnit | None:
    """The quarter that a month ends or lies in."""
    month = groups.index("month", "month")
    return ToldUnit("quarter", (month - 1) // 3 + 1) if month else None


def read_every_day(groups: Groups) -> Timex | None:
    """A day of each week, a part of each day."""
    if groups.text("part"):
        part = groups.text("part").lower()
        return Timex("SET", f"XXXX-{_SEASONS[part]}" if part in _SEASONS else f"XXXX-XX-XXT{DAY_PARTS[part]}")
    weekday = groups.index("weekday", "weekday", "days")
    return None if weekday is None else Timex("SET", f"XXXX-WXX-{weekday + 1}")


def read_week_of(groups: Groups) -> PartialDate | None:
    """The week of a day."""
    partial = date_readers.read_calendar(groups)
    return replace(partial, unit="week") if partial else None


def read_decade_word(groups: Groups) -> PartialDate | None:
    """A decade in words."""
    year = groups.index("timex-decade", "decade")
    return PartialDate(DateValue(date(year, 1, 1), date(year + 9, 12, 31))) if year else None


def read_weekday_number(groups: Groups) -> ToldUnit | None:
    """A weekday and the day of a month."""
    weekday, day = groups.index("weekday", "weekday"), groups.index("day", "day")
    return ToldUnit("day", day, weekday=weekday) if weekday is not None and day else None


def read_day_number(groups: Groups) -> ToldUnit | None:
    """A day of the month told before."""
    day = groups.index("day", "day")
    return ToldUnit("day", day) if day else None


def read_year_short(groups: Groups) -> ToldUnit | None:
    """'98, of a century that the text leaves open."""
    year = groups.number("year")
    return None if year is None else ToldUnit("year", year)


def read_era(groups: Groups) -> ToldUnit | PartialDate | None:
    """A year before or after the year 1, or one of three figures that says neither."""
    year, era = groups.number("year", "year_too"), groups.text("era", "era_too").replace(".", "")
    if not year:
        return None
    if era in ("ad", "ce"):
        return PartialDate(DateValue(date(year, 1, 1), date(year, 12, 31)))
    return ToldUnit("year", year, "BC" if era or "era" in groups.texts else "?")


def read_moving(groups: Groups) -> ToldUnit | None:
    """A feast that falls on another day each year."""
    feast = str(groups.listed("timex-moving", "feast") or "")
    return ToldUnit("day", 0, feast=feast, told_year=groups.number("year")) if feast in MOVING else None


def read_feast(groups: Groups) -> PartialDate | None:
    """A feast with a fixed day, listed as month * 100 + day."""
    listed = groups.index("timex-feast", "feast")
    days = date_readers.days_of(groups.number("year"), listed // 100, listed % 100) if listed else None
    return PartialDate(days) if days else None


def read_loose_point(groups: Groups) -> Timex:
    """A loose amount of time before or after a day."""
    return Timex("DATE", "FUTURE_REF" if groups.text("direction") in ("later", "afterwards") else "PAST_REF")


Reader = Callable[[Groups], "PartialDate | Timex | ToldUnit | None"]

READERS: dict[str, Reader] = {
    "listed": read_listed,
    "each": read_each,
    "length": read_length,
    "open-quarter": read_quarter,
    "day-number": read_day_number,
    "weekday-number": read_weekday_number,
    "year-short": read_year_short,
    "era": read_era,
    "quarter-of-month": read_quarter_of_month,
    "every-day": read_every_day,
    "week-of": read_week_of,
    "decade-word": read_decade_word,
    "year-quarter": date_readers.read_quarter,
    "moving": read_moving,
    "loose-point": read_loose_point,
    "calendar": date_readers.read_calendar,
    "year": date_readers.read_year,
    "decade": date_readers.read_decade,
    "season": date_readers.read_season,
    "weekday": date_readers.read_weekday,
    "named-day": date_readers.read_named_day,
    "unit": date_readers.read_unit,
    "ago": date_readers.read_ago,
    "elapsed": date_readers.read_elapsed,
    "told-step": date_readers.read_narrated_step,
    "feast": read_feast,
}

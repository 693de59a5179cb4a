"""What the words of a date say by themselves: one reader per sort of wording, from a match's groups to a PartialDate.

``READERS`` is the registry: the names that pattern rules of kind "date" may give as their ``reader``.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from factcheck.mentions.matching import Groups
from factcheck.values.date import OPEN_YEAR, Bound, DateValue, month_value, year_value

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Figures outside are not read as years."""

SHORT_YEAR_PIVOT = 50
"""Two figures below it are 20xx, from it on 19xx; newspapers write few dates before 1950 or after 2049 that way."""

Order = Literal["", "day", "month"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as its own words go; what needs the article is left to ``date_resolution``.

    ``days``: calendar days, of an open year where none is told.  ``other``: a second reading of an ambiguous notation.
    ``part`` narrows them ("early"; a row of the resolver's table).  ``weekday``: Monday is 0; beside ``days`` it is evidence for the year.
    ``unit`` with ``steps`` counts from ``anchor``, the publication or the date told before (beside ``days`` it tells
    what they are or stand in: "season", "week"); ``whole`` tells units named whole ("next week") from time elapsed ("a week later").
    ``year_steps`` is the distance of the year from the anchor's ("August this year"); None where none is told.
    ``which`` is the step of "last", "this", "next" before a weekday, a month, a season or a weekend.
    ``at_least`` marks "more than ten years ago"; ``joined`` a stretch between two "days" (or months) or "years", each end named;
    ``night`` marks a weekday whose night reaches into the next day ("the night of Tuesday to Wednesday");
    ``nth`` is a weekday of the month that ``days`` are, and which of them, -1 for the last ("the first Monday in May");
    ``order`` what figures show to stand first, where they allow no other reading (with dots the day always does, and shows nothing).
    """

    days: DateValue | None = None
    other: DateValue | None = None
    part: str = ""
    weekday: int | None = None
    which: int | None = None
    unit: str = ""
    steps: int = 0
    whole: bool = True
    year_steps: int | None = None
    anchor: Literal["published", "narrated"] = "published"
    bound: Bound = "on"
    approximate: bool = False
    at_least: bool = False
    joined: Literal["", "days", "years"] = ""
    order: Order = ""
    night: bool = False
    nth: tuple[int, int] | None = None


Reader = Callable[[Groups], PartialDate | None]


def days_of(year: int | None, month: int | None, day: int | None) -> DateValue | None:
    """The days of a (partial) calendar date; None where there is no such day.  No year means an open year."""
    held = OPEN_YEAR if year is None else year
    if not FIRST_YEAR <= held <= LAST_YEAR:
        return None
    if month is None:
        return year_value(held) if year is not None else None
    if day is None:
        whole = month_value(held, month)
        return DateValue(whole.earliest, whole.latest, open_year=year is None)
    if not 1 <= day <= calendar.monthrange(held, month)[1]:
        return None
    single = date(held, month, day)
    return DateValue(single, single, open_year=year is None)


_YEARS = {"last": -1, "this": 0, "next": 1}
"""The groups of the list "which-year" to steps from the year of publication."""


def _year_steps(groups: Groups) -> tuple[int | None, Literal["published", "narrated"]]:
    told = groups.listed("which-year", "which_year")
    if told == "told":
        return 0, "narrated"
    return _YEARS.get(str(told)), "published"


def _part(groups: Groups) -> str:
    """The row of the resolver's table that narrows the value; "earlier" and "later" are rows of their own."""
    return groups.text("side") or str(groups.listed("date-part", "date_part") or "")


def read_calendar(groups: Groups) -> PartialDate | None:
    """Day, month, year: any of month, month and day, with or without year."""
    day = groups.index("day", "day") or groups.index("day-word", "day")
    if groups.text("day") and day is None:
        return None
    month = groups.index("month", "month")
    days = days_of(groups.number("year", "year_too"), month, day) if month else None
    if days is None:
        return None
    steps, anchor = _year_steps(groups)
    told = groups.index("which-told", "which_told")
    return PartialDate(
        days,
        part=_part(groups),
        weekday=groups.index("weekday", "weekday"),
        which=groups.index("which", "which") if told is None else told,
        year_steps=steps,
        anchor=anchor if told is None else "narrated",
    )


def read_feast(groups: Groups) -> PartialDate | None:
    """A feast with a fixed day, listed as month * 100 + day."""
    listed = groups.index("feast", "feast")
    if listed is None:
        return None
    steps, anchor = _year_steps(groups)
    days = days_of(groups.number("year"), listed // 100, listed % 100)
    return PartialDate(days, year_steps=steps, anchor=anchor) if days else None


def read_ymd(groups: Groups) -> PartialDate | None:
    """Year, month and day in figures."""
    days = days_of(groups.number("year"), groups.number("month", "month_two", "month_three"), groups.number("day", "day_two", "day_three"))
    return PartialDate(days) if days else None


def read_figures(groups: Groups) -> PartialDate | None:
    """Two figures and a year: with dots the day comes first, else both orders that exist are kept."""
    first, second, year = groups.number("first"), groups.number("second"), groups.number("year")
    if first is None or second is None or year is None:
        return None
    if year < 100:
        year += 2000 if year < SHORT_YEAR_PIVOT else 1900
    orders = [(first, second)] if groups.text("sign") == "." else [(first, second), (second, first)]
    readings = [days_of(year, month, day) for day, month in orders if month <= 12]
    found = list(dict.fromkeys(reading for reading in readings if reading))
    order: Order = "" if len(found) > 1 or first == second or groups.text("sign") == "." else "day" if first > 12 else "month"
    return PartialDate(found[0], found[1] if len(found) > 1 else None, order=order) if found else None


def read_days(groups: Groups) -> PartialDate | None:
    """From a day or month to another one; the year after the second counts for the first too."""
    if groups.follows("change-verb"):
        return None
    month, last_month = groups.index("month", "month"), groups.index("month", "month_to")
    day, last_day = groups.index("day", "day"), groups.index("day", "day_to")
    year, last_year = groups.number("year"), groups.number("year_to")
    if month is None or (groups.text("joiner").strip() == "and" and not _may_join(groups, day, last_day, last_month)):
        return None
    last_month = last_month or month
    end = last_year or year
    start = year if year and last_year else end
    first, last = days_of(start, month, day), days_of(end, last_month, last_day)
    if not first or not last or not first.earliest or not last.latest:
        return None
    low, high = first.earliest, last.latest
    if low > high and not (year and last_year) and last_month < month:
        if end:  # December 30 to January 2, 2024
            low = low.replace(year=low.year - 1, day=min(low.day, 28) if low.month == 2 else low.day)
        else:
            high = high.replace(year=high.year + 1, day=min(high.day, 28) if high.month == 2 else high.day)
    if low > high:
        return None
    steps, anchor = _year_steps(groups)
    return PartialDate(DateValue(low, high, open_year=end is None), year_steps=steps, anchor=anchor, joined="days")


def _may_join(groups: Groups, day: int | None, last_day: int | None, last_month: int | None) -> bool:
    """Whether "and" bounds a stretch: after "between", or between neighbouring days."""
    if groups.before.rstrip().lower().endswith("between") or groups.text("opening") == "between":
        return True
    return last_month is None and day is not None and last_day is not None and last_day == day + 1


def read_year(groups: Groups) -> PartialDate | None:
    """A year, perhaps narrowed; none after a verb of change and "by", "from" or "to"."""
    days = days_of(groups.number("year"), None, None)
    if groups.text("preposition") and groups.follows("change-verb"):
        return None
    return PartialDate(days, part=_part(groups)) if days else None


_OWNER = re.compile(r"(?:^|(?<!\w))(?P<word>[\w-]{2,20})\s\Z")
_INNER_NAME = re.compile(r"[a-z,]\s[A-Z][a-z]{2,20}\s\Z")


def read_year_of(groups: Groups) -> PartialDate | None:
    """The year of what stands before "of": of a listed noun, or of a name that does not open its sentence."""
    owner = _OWNER.search(groups.before)
    if owner is None or not (owner["word"].lower() in groups.words["year-owner"] or _INNER_NAME.search(groups.before)):
        return None
    return read_year(groups)


def read_years(groups: Groups) -> PartialDate | None:
    """From year to year; the second may have two figures and must be later (one later, if it could be a month)."""
    first, last = groups.number("year"), groups.number("year_to")
    if first is None or last is None or (groups.text("joiner") and groups.follows("change-verb")):
        return None
    if groups.text("joiner") == "and" and groups.text("opening") != "between":
        return None
    if last < 100:
        last += first - first % 100
        if last % 100 == 0 and first % 100 == 99:
            last += 100
        if last != first + 1 and last % 100 <= 12:  # may be a month
            return None
    if groups.text("opening") and first % 100 == 0 and last % 100 == 0:  # from 1500 to 2000: rather amounts
        return None
    if not FIRST_YEAR <= first < last <= LAST_YEAR:
        return None
    return PartialDate(DateValue(date(first, 1, 1), date(last, 12, 31)), joined="years")


def read_season(groups: Groups) -> PartialDate | None:
    """A season: three whole months of the northern hemisphere.

    "Winter 2023" may be either end of the year, so that both are covered; "winter 2023-24" may not.
    """
    month = groups.index("season", "season")
    if month is None:
        return None
    part = _part(groups)
    year, last_year = groups.number("year"), groups.number("year_to")
    steps, anchor = _year_steps(groups)
    which = groups.index("which", "which")
    held = OPEN_YEAR if year is None else year
    if not FIRST_YEAR < held < LAST_YEAR:
        return None
    if month < 12:
        days = DateValue(date(held, month, 1), month_value(held, month + 2).latest, open_year=year is None)
    else:
        early = held - 1 if year is not None and last_year is None else held
        days = DateValue(date(early, 12, 1), month_value(held + 1, 2).latest, open_year=year is None)
        part = "" if year is not None and last_year is None else part
    return PartialDate(days, part=part, which=which, unit="season", year_steps=steps, anchor=anchor)


def read_decade(groups: Groups) -> PartialDate | None:
    """A decade, of the twentieth century where only two figures are told."""
    first = groups.number("decade")
    if first is None:
        return None
    first += 1900 if first < 100 else 0
    return PartialDate(DateValue(date(first, 1, 1), date(first + 9, 12, 31)), part=_part(groups))


def read_century(groups: Groups) -> PartialDate | None:
    """A century: the 19th is 1801 to 1900."""
    ordinal = groups.index("century", "century")
    if ordinal is None:
        return None
    last = ordinal * 100
    return PartialDate(DateValue(date(last - 99, 1, 1), date(last, 12, 31)), part=_part(groups))


ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def read_quarter(groups: Groups) -> PartialDate | None:
    """A quarter or a half of a year."""
    is_half = groups.text("unit") == "half" or groups.text("letter") == "h"
    months = 6 if is_half else 3
    ordinal = ORDINALS.get(groups.text("ordinal")) or groups.number("digit") or 12 // months
    if ordinal * months > 12:
        return None
    year = groups.number("year", "year_too")
    steps, anchor = _year_steps(groups)
    if year is None and steps is None:
        return None
    held = OPEN_YEAR if year is None else year
    low, high = date(held, (ordinal - 1) * months + 1, 1), month_value(held, ordinal * months).latest
    return PartialDate(DateValue(low, high, open_year=year is None), year_steps=steps, anchor=anchor)


def read_weekday(groups: Groups) -> PartialDate | None:
    """A weekday, counted from the publication or ("the following Thursday") from the date told before."""
    weekday = groups.index("weekday", "weekday")
    if weekday is None:
        return None
    after = groups.index("weekday", "after")
    if after is not None:
        return PartialDate(weekday=weekday, night=True) if after == (weekday + 1) % 7 else None
    told = groups.index("which-told", "which_told")
    if told is None and groups.text("which_told"):
        told = 0  # "the Friday": of the week of the day told before
    if told is not None:
        return PartialDate(weekday=weekday, which=told, anchor="narrated")
    which = groups.index("which", "which")
    if groups.text("week"):
        return PartialDate(weekday=weekday, unit="week", steps=which or 0)
    return PartialDate(weekday=weekday, which=which)


_LASTS = frozenset({"last", "final"})


def read_nth_weekday(groups: Groups) -> PartialDate | None:
    """The first, the last Monday of a month."""
    weekday, month = groups.index("weekday", "weekday"), groups.index("month", "month")
    days = days_of(groups.number("year"), month, None) if month else None
    if weekday is None or days is None:
        return None
    return PartialDate(days, nth=(weekday, -1 if groups.text("ordinal") in _LASTS else ORDINALS[groups.text("ordinal")]))


def read_named_day(groups: Groups) -> PartialDate | None:
    """Today, yesterday, tomorrow."""
    steps = groups.index("named-day", "named_day")
    return None if steps is None else PartialDate(unit="day", steps=steps)


def read_unit(groups: Groups) -> PartialDate | None:
    """This week, last month, next year, perhaps narrowed."""
    if groups.text("weekend"):
        return PartialDate(unit="weekend")
    unit, steps = groups.listed("calendar-unit", "calendar_unit"), groups.index("which", "which")
    side = groups.text("side")
    if not unit or (side and steps):
        return None
    return PartialDate(unit=str(unit), steps=steps or 0, part=_part(groups), which=steps)


def read_ago(groups: Groups) -> PartialDate | None:
    """An amount of time before the publication."""
    amount, unit = amount_of(groups), groups.listed("date-unit", "date_unit")
    if amount is None or not unit:
        return None
    about = bool(groups.text("date_about", "near"))
    return PartialDate(unit=str(unit), steps=-amount, whole=False, approximate=about, at_least=bool(groups.text("more_than")))


def read_elapsed(groups: Groups) -> PartialDate | None:
    """An amount of time before or after the date told before."""
    amount, unit = amount_of(groups), groups.listed("date-unit", "date_unit")
    direction = groups.text("direction", "direction_too")
    if amount is None or not unit or not direction:
        return None
    steps = -amount if direction in ("earlier", "before") else amount
    return PartialDate(unit=str(unit), steps=steps, whole=False, anchor="narrated", approximate=bool(groups.text("near")))


def amount_of(groups: Groups) -> int | None:
    """The amount that the group "amount" tells in figures or words; None where it tells none."""
    number = groups.number("amount")
    return groups.index("date-number", "amount") if number is None else number


def read_narrated_step(groups: Groups) -> PartialDate | None:
    """The following day, the same month."""
    steps, unit = groups.index("which-told", "which_told"), groups.listed("told-unit", "told_unit")
    if steps is None or not unit or (groups.text("side") and steps) or (_part(groups) and unit == "day"):
        return None
    return PartialDate(unit=str(unit), steps=steps, part=_part(groups), anchor="narrated")


def read_narrated_day(groups: Groups) -> PartialDate | None:
    """The day before, the year after."""
    unit, direction = groups.listed("told-unit", "told_unit"), groups.text("direction")
    if not unit:
        return None
    steps = -1 if direction in ("before", "earlier") else 1
    return PartialDate(unit=str(unit), steps=steps, anchor="narrated")


READERS: dict[str, Reader] = {
    "calendar": read_calendar,
    "feast": read_feast,
    "ymd": read_ymd,
    "figures": read_figures,
    "days": read_days,
    "year": read_year,
    "year-of": read_year_of,
    "years": read_years,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "weekday": read_weekday,
    "weekday-nth": read_nth_weekday,
    "named-day": read_named_day,
    "unit": read_unit,
    "ago": read_ago,
    "elapsed": read_elapsed,
    "told-step": read_narrated_step,
    "told-day": read_narrated_day,
}

"""The one best reading of a date that needs its text: from a PartialDate or ToldUnit to a whole unit of the calendar.

``date_resolution`` keeps every day that is possible and serves claims; this module guesses, and serves the TIMEX3 export alone.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from factcheck.mentions import Tense
from factcheck.mentions.date_arithmetic import day_of_month
from factcheck.mentions.date_readers import PartialDate
from factcheck.mentions.timex_readers import ToldUnit
from factcheck.values.date import OPEN_YEAR, DateValue
from factcheck.values.feasts import feast_day
from factcheck.values.timex import Granule, GranuleUnit, granule_around, granule_of, month_later

_ORDER: tuple[GranuleUnit, ...] = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
FORWARD = 1.25
"""A story moves on: of two years for one month, the later one may lie so much further from the date told before."""
MANY_MONTHS = 300
"""Days: a date told in the past tense that would lie so far back is rather the one ahead, if that is within SOON."""
SOON = 60
CENTURY = 100


@dataclass(frozen=True, slots=True)
class TimexContext:
    """What a guess may look at: the day of publication, the date told before, the tense; ``narrative``: the text is no news of its day."""

    published: date | None = None
    told: Granule | None = None
    narrative: bool = False
    tense: Tense | None = None

    def base(self, *, narrated: bool) -> Granule | None:
        """Where to count from: the date told before, where the words or the sort of text say so, else the publication."""
        day = Granule("day", self.published) if self.published else None
        return (self.told or day) if narrated or self.narrative else (day or self.told)


def guess(reading: PartialDate | ToldUnit, context: TimexContext) -> Granule | None:
    """The unit that is meant; None where nothing speaks for one, or where it lies outside the calendar."""
    try:
        if isinstance(reading, ToldUnit):
            return _guess_told(reading, context)
        found = _guess(reading, context)
        if found and reading.nth and found.unit == "month":
            day = day_of_month(DateValue(found.first, found.last), reading.nth)
            return Granule("day", day.earliest) if day.earliest else found
        return granule_around(found.first, "week") if found and reading.days and reading.unit == "week" else found
    except (ValueError, OverflowError):  # before the year 1, after 9999, February 29
        return None


def _guess(partial: PartialDate, context: TimexContext) -> Granule | None:
    base = context.base(narrated=partial.anchor == "narrated")
    if partial.days is not None:
        days = _decide(partial.days, partial.other, context)
        found = _whole(days, partial)
        return found if found is None or not days.open_year else _with_year(found, partial, base, context)
    if base is None:
        return None
    if partial.weekday is not None:
        return None if base.ancient else _weekday(partial, base, context)
    return _counted(partial, base, context)


def _whole(days: DateValue, partial: PartialDate) -> Granule | None:
    """The unit that the days are; a half of a year by its part, and a winter that may be either end of its year by its number."""
    if days.earliest is None or days.latest is None:
        return None
    found = granule_of(days.earliest, days.latest)
    if found is None and partial.unit == "season":
        return Granule("season", days.earliest)
    if found and found.unit == "year" and partial.part in ("first", "second"):
        return Granule("half", found.first if partial.part == "first" else found.first.replace(month=7))
    return found


def _decide(first: DateValue, second: DateValue | None, context: TimexContext) -> DateValue:
    """Of two readings the one nearer to the publication; the month first where nothing is known."""
    published = context.published
    if second is None or first.earliest is None or second.earliest is None:
        return first
    if published is None:
        return second
    return min((second, first), key=lambda item: abs((cast(date, item.earliest) - published).days))


def _with_year(open_one: Granule, partial: PartialDate, base: Granule | None, context: TimexContext) -> Granule | None:
    if base is None:
        return None
    year = base.first.year
    if partial.year_steps is not None:
        return _in_year(open_one, year + partial.year_steps)
    candidates = [found for step in (-1, 0, 1) if (found := _in_year(open_one, year + step))]
    if partial.which is not None:
        if partial.which < 0:
            return next((item for item in reversed(candidates) if item.last < base.first), None)
        if partial.which > 0:
            return next((item for item in candidates if item.first > base.last), None)
        return _in_year(open_one, year)
    if base.ancient:
        return None
    if context.narrative or partial.anchor == "narrated":
        if base.unit in ("decade", "century"):
            return None
        return _nearest(candidates, base) if base.unit != "year" else _in_year(open_one, year)
    if partial.weekday is not None and open_one.unit == "day":
        fitting = [item for item in candidates if item.first.weekday() == partial.weekday]
        return _nearest(fitting or candidates, base)
    is_limit = partial.bound in ("by", "until")
    return _by_tense(candidates, base.first, None if is_limit and context.tense == "past" else context.tense)


def _in_year(open_one: Granule, year: int) -> Granule | None:
    """A unit of OPEN_YEAR in another year; None for February 29 where there is none.  Winter is named by the year it ends in."""
    try:
        return Granule(open_one.unit, open_one.first.replace(year=open_one.first.year - OPEN_YEAR + year))
    except ValueError:
        return None


def _nearest(candidates: list[Granule], base: Granule) -> Granule | None:
    def distance(item: Granule) -> float:
        days = (item.middle - base.middle).days
        return float(days) if days >= 0 else -days * FORWARD

    return min(candidates, key=distance, default=None)


def _by_tense(candidates: list[Granule], day: date, tense: Tense | None) -> Granule | None:
    past = next((item for item in reversed(candidates) if item.first <= day), None)
    ahead = next((item for item in candidates if item.last >= day), None)
    if past is None or ahead is None or tense == "future":
        return ahead or past
    soon = (ahead.first - day).days
    if tense == "past":
        return ahead if (day - past.last).days > MANY_MONTHS and soon <= SOON else past
    return ahead if soon <= (day - past.last).days else past


def _weekday(partial: PartialDate, base: Granule, context: TimexContext) -> Granule | None:
    assert partial.weekday is not None
    if base.unit not in ("day", "week", "weekend"):
        return None
    day = base.first
    if partial.unit == "week":
        return Granule("day", day + timedelta(days=7 * partial.steps + partial.weekday - day.weekday()))
    narrated = partial.anchor == "narrated" or (context.narrative and context.told is not None)
    back, forth = (day.weekday() - partial.weekday) % 7, (partial.weekday - day.weekday()) % 7
    if partial.which and partial.which > 0:
        return Granule("day", day + timedelta(days=forth or 7))
    if partial.which and partial.which < 0:
        return Granule("day", day - timedelta(days=back or 7))
    if narrated:
        return Granule("day", day + timedelta(days=forth))
    ahead = context.tense == "future" or (partial.bound in ("by", "until") and context.tense != "past")
    if partial.which == 0 and context.tense != "past":
        ahead = True
    return Granule("day", day + timedelta(days=forth) if ahead else day - timedelta(days=back))


def _counted(partial: PartialDate, base: Granule, context: TimexContext) -> Granule | None:
    steps = partial.steps * (2 if partial.unit == "fortnight" else 1)
    unit = cast(GranuleUnit, "week" if partial.unit == "fortnight" else partial.unit)
    if unit in ("decade", "century") and not partial.whole:  # "two decades ago" is as good as twenty years
        steps *= 10 if unit == "decade" else 100
        unit = "year"
    if unit == "weekend" and partial.which is None:
        return _weekend(base.first, ahead=context.tense == "future")
    if partial.unit == "year" and base.unit in ("quarter", "half") and not partial.whole:
        return base.later(steps * (4 if base.unit == "quarter" else 2))
    if _ORDER.index(base.unit) > _ORDER.index(unit) and not (base.unit in ("week", "weekend") and unit == "day" and not partial.whole):
        return None
    if base.ancient:
        return base.later(steps) if base.unit == unit == "year" else None
    return granule_around(base.first if steps <= 0 else base.last, unit).later(steps)


def _weekend(day: date, *, ahead: bool) -> Granule:
    back = (day.weekday() - 5) % 7
    saturday = day - timedelta(days=back)
    return Granule("weekend", saturday + timedelta(days=7) if ahead and back > 1 else saturday)


def _guess_told(reading: ToldUnit, context: TimexContext) -> Granule | None:
    if reading.told_year:
        return Granule("day", feast_day(reading.feast, reading.told_year))
    if reading.era:
        is_ancient = reading.era == "BC" or (context.told is not None and context.told.ancient)
        return Granule("year", date(reading.number, 1, 1), ancient=True) if is_ancient else None
    base = context.base(narrated=reading.unit == "day" and not reading.feast and reading.weekday is None)
    if base is None or base.ancient:
        return None
    if reading.unit == "day":
        return _day_told(reading, base, context)
    year = base.first.year
    if reading.unit == "year":
        near = year + (reading.number - year + CENTURY // 2) % CENTURY - CENTURY // 2
        return Granule("year", date(near if context.narrative or near <= year else near - CENTURY, 1, 1))
    if not reading.number:
        is_told = context.told is not None and context.told.unit == "quarter"
        latest = context.told if is_told and context.told else granule_around(base.first, "quarter").later(-1)
        return latest.later(-4) if reading.back else latest
    size = 3 if reading.unit == "quarter" else 6
    if base.unit == "year" or context.narrative:
        return _part_of_year(reading, year, size)
    candidates = [_part_of_year(reading, near, size) for near in (year - 1, year, year + 1)]
    if context.tense == "future":
        return next(item for item in candidates if item.last >= base.first)
    return next(item for item in reversed(candidates) if item.first <= base.first)


def _day_told(reading: ToldUnit, base: Granule, context: TimexContext) -> Granule | None:
    year = base.first.year
    if reading.feast:
        days = [Granule("day", feast_day(reading.feast, near)) for near in (year - 1, year, year + 1)]
    elif reading.weekday is None:
        return Granule("day", base.first.replace(day=reading.number)) if base.unit in ("day", "month") else None
    else:
        months = [month_later(base.first.replace(day=1), step) for step in range(-12, 13)]
        fitting = [
            month.replace(day=reading.number) for month in months if calendar.monthrange(month.year, month.month)[1] >= reading.number
        ]
        days = [Granule("day", day) for day in fitting if day.weekday() == reading.weekday]
    return _nearest(days, base) if context.narrative else _by_tense(days, base.first, context.tense)


def _part_of_year(reading: ToldUnit, year: int, size: int) -> Granule:
    return Granule(reading.unit, date(year, (reading.number - 1) * size + 1, 1))

"""From a PartialDate to days, with the day of publication, the tense and the date told before.

Nothing is filled in: where the context does not decide, the year stays open, both readings are covered, or there is no value.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from factcheck.mentions import Context
from factcheck.mentions.date_arithmetic import around, day_of_month, month_after, narrow, unit_around, widen
from factcheck.mentions.date_readers import PartialDate
from factcheck.values.date import OPEN_YEAR, DateValue, month_value

SOON_DAYS = 45
"""Articles announce days so far ahead without their year; a day that long ago would mostly be told with it."""

MAX_HULL = 62
"""A publication known to within so many days still gives a value to "last week"; a vaguer one gives none."""

JUST_OVER = 2
"""A day that "will" come may have passed when the article is dated: written the evening before, dated in another zone, or changed since."""

STALE_DAYS = 366
"""Where the date told before lies further back than this from the publication, a date without a year may belong to either time."""


def resolve_date(partial: PartialDate, context: Context) -> DateValue | None:
    """The days in their context; None where the context is not enough for any value, or the days lie outside the calendar."""
    try:
        days = _place(partial, context)
        if days is None:
            return None
        if partial.nth:
            days = day_of_month(days, partial.nth)
        if partial.part in ("earlier", "later"):
            days = _side(days, partial, context)
        elif partial.part:
            days = narrow(days, partial)
        if days and partial.approximate and not days.approximate and not partial.at_least:
            days = widen(days)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None
    return replace(days, bound=partial.bound) if days else None


def _place(partial: PartialDate, context: Context) -> DateValue | None:
    if partial.anchor == "narrated":
        return _from_narrated(partial, context.narrated)
    if partial.days is None:
        return _from_publication(partial, context)
    if partial.other:
        return _decide(partial.days, partial.other, context)
    if not partial.days.open_year:
        return partial.days
    if partial.year_steps is not None or partial.which is not None:
        found = _at_publication(context, lambda day: _of_named_year(partial, day))
        return found or partial.days
    return _with_year(partial, context)


# --- dates whose year is not told


def _with_year(partial: PartialDate, context: Context) -> DateValue:
    assert partial.days
    if _is_stale(context):
        return partial.days
    ahead = context.tense == "future" or (partial.bound in ("by", "until") and context.tense != "past")
    nearest = context.tense == "present" and not ahead
    found = _at_publication(context, lambda day: _nearest_year(partial, day, ahead=ahead, nearest=nearest), hull=False)
    if found and context.tense in (None, "past") and not ahead and partial.weekday is None and _may_be_ahead(found, context):
        return partial.days
    return found or partial.days


def _may_be_ahead(past: DateValue, context: Context) -> bool:
    """Whether the same days a year later come soon after the publication: they may be meant, even in the past tense ("ordered him held
    pending a hearing on April 19")."""
    published = context.published.latest
    if published is None or past.latest is None or past.latest >= published:
        return False
    return (published - past.latest).days > 365 - SOON_DAYS


def _is_stale(context: Context) -> bool:
    """Whether the story has gone back further than STALE_DAYS."""
    narrated, published = context.narrated, context.published
    if not narrated or narrated.open_year or not narrated.latest or not published.earliest:
        return False
    return (published.earliest - narrated.latest).days > STALE_DAYS


def _nearest_year(partial: PartialDate, day: date, *, ahead: bool, nearest: bool) -> DateValue | None:
    assert partial.days
    candidates = [partial.days.in_year(year) for year in range(day.year - 2, day.year + 3)]
    if partial.weekday is not None and partial.days.days == 1:
        fitting = [item for item in candidates if item.earliest and item.earliest.weekday() == partial.weekday]
        near = [item for item in fitting if abs(_distance(item, day)) <= STALE_DAYS]
        if near:
            return min(near, key=lambda item: abs(_distance(item, day)))
    if nearest:
        return min(candidates, key=lambda item: abs(_distance(item, day)))
    if ahead:
        return next((item for item in candidates if item.latest and item.latest >= day - timedelta(days=JUST_OVER)), None)
    return next((item for item in reversed(candidates) if item.earliest and item.earliest <= day), None)


def _distance(value: DateValue, day: date) -> int:
    """Days from ``day`` to the value: negative before it, 0 within."""
    if value.latest and value.latest < day:
        return (value.latest - day).days
    if value.earliest and value.earliest > day:
        return (value.earliest - day).days
    return 0


def _of_named_year(partial: PartialDate, day: date) -> DateValue | None:
    """ "August this year" has one reading; "last May" is the nearest or that of the year before, and both are kept."""
    assert partial.days
    if partial.year_steps is not None:
        return partial.days.in_year(day.year + partial.year_steps)
    if not partial.which:
        return partial.days.in_year(day.year)
    ahead = partial.which > 0
    years = range(day.year - 2, day.year + 3)
    if ahead:
        near = next(item for year in years if (item := partial.days.in_year(year)).earliest and item.earliest > day)
    else:
        near = next(item for year in reversed(years) if (item := partial.days.in_year(year)).latest and item.latest < day)
    return _hull(near, partial.days.in_year(day.year + partial.which))


# --- dates counted from the publication


def _from_publication(partial: PartialDate, context: Context) -> DateValue | None:
    if partial.unit and partial.part and partial.which is None and _is_stale(context):
        return None  # "the end of the year" in a story that has gone back to another year
    if partial.unit == "weekend" and not partial.which:
        ahead = context.tense == "future" or (partial.which == 0 and context.tense != "past")
        return _at_publication(context, lambda day: _of_weekend(day, ahead=ahead))
    if partial.unit == "week" and partial.weekday is not None:
        return _at_publication(context, lambda day: _of_week(partial, day), hull=False)
    if partial.unit:
        return _at_publication(context, lambda day: _of_unit(partial, day))
    ahead = context.tense == "future" or (partial.bound in ("by", "until") and context.tense != "past")
    return _at_publication(context, lambda day: _of_weekday(partial, day, ahead=ahead), hull=False)


def _of_unit(partial: PartialDate, day: date) -> DateValue:
    if partial.at_least:
        return DateValue(None, _elapsed(DateValue(day, day), partial.unit, partial.steps).latest)
    whole = unit_around(day, partial.unit, partial.steps)
    if partial.whole or partial.unit == "day":
        return whole
    return replace(_hull(whole, around(day, partial.unit, partial.steps)), approximate=True)


def _of_weekend(day: date, *, ahead: bool) -> DateValue:
    """The weekend that holds the day, else the nearest one ahead or behind."""
    back = (day.weekday() - 5) % 7
    saturday = day - timedelta(days=back)
    if ahead and back > 1:
        saturday += timedelta(days=7)
    return DateValue(saturday, saturday + timedelta(days=1))


def _of_week(partial: PartialDate, day: date) -> DateValue:
    """The weekday of a week that is named: "Thursday of next week"."""
    found = day + timedelta(days=7 * partial.steps + (partial.weekday or 0) - day.weekday())
    return DateValue(found, found)


def _of_weekday(partial: PartialDate, day: date, *, ahead: bool) -> DateValue:
    """A weekday by itself is the nearest one on the tense's side, the day of publication included.

    "Last" and "next" are the nearest one for some writers, and that of the week before or after for others: both are kept.
    """
    assert partial.weekday is not None
    back, forth = (day.weekday() - partial.weekday) % 7, (partial.weekday - day.weekday()) % 7
    if partial.which is None or partial.which == 0:
        found = day + timedelta(days=forth) if ahead else day - timedelta(days=back)
        return DateValue(found, found + timedelta(days=1) if partial.night else found)
    monday = day - timedelta(days=day.weekday())
    named = monday + timedelta(days=7 * partial.which + partial.weekday)
    near = day + timedelta(days=forth or 7) if partial.which > 0 else day - timedelta(days=back or 7)
    return DateValue(min(named, near), max(named, near))


def _at_publication(context: Context, place: Callable[[date], DateValue | None], *, hull: bool = True) -> DateValue | None:
    """The value for a publication day; for an interval, the value that both its ends agree on, else the hull of a short one."""
    low, high = context.published.earliest, context.published.latest
    if low is None or high is None:
        return None
    first = place(low)
    if low == high or first is None:
        return first
    last = place(high)
    if first == last:
        return first if hull or (high - low).days < STALE_DAYS else None
    if not hull or last is None or (high - low).days > MAX_HULL:
        return None
    return _hull(first, last)


def _decide(first: DateValue, second: DateValue, context: Context) -> DateValue | None:
    """One of two readings where the other lies after the publication of a past event; else both."""
    if context.published.latest and context.tense in ("past", None):
        told = [item for item in (first, second) if item.earliest and item.earliest <= context.published.latest]
        if len(told) == 1:
            return told[0]
    return _hull(first, second)


def _hull(first: DateValue, second: DateValue) -> DateValue:
    low = None if first.earliest is None or second.earliest is None else min(first.earliest, second.earliest)
    high = None if first.latest is None or second.latest is None else max(first.latest, second.latest)
    return DateValue(low, high, approximate=first.approximate or second.approximate)


# --- dates counted from the date told before


def _from_narrated(partial: PartialDate, narrated: DateValue | None) -> DateValue | None:
    if narrated is None or narrated.earliest is None or narrated.latest is None:
        return None
    base = DateValue(narrated.earliest, narrated.latest, open_year=narrated.open_year, approximate=narrated.approximate)
    if partial.days is not None and partial.which:
        return _month_from(partial.days, base, partial.which)
    if partial.days is not None:  # "in May of the same year"
        if not partial.days.open_year or base.open_year or narrated.earliest.year != narrated.latest.year:
            return partial.days
        return partial.days.in_year(narrated.earliest.year)
    if partial.weekday is not None:
        return _weekday_after(partial, base)
    if partial.whole:
        return _whole_after(partial, base)
    return _in_calendar(_elapsed(base, partial.unit, partial.steps), open_year=base.open_year)


def _month_from(days: DateValue, base: DateValue, which: int) -> DateValue | None:
    """ "The previous April": the nearest one that lies wholly before (or after) the base."""
    if base.open_year or base.earliest is None or base.latest is None:
        return days
    years = range(base.earliest.year - 1, base.latest.year + 2)
    candidates = [days.in_year(year) for year in (years if which > 0 else reversed(years))]
    if which > 0:
        return next((item for item in candidates if item.earliest and item.earliest > base.latest), None)
    return next((item for item in candidates if item.latest and item.latest < base.earliest), None)


def _weekday_after(partial: PartialDate, base: DateValue) -> DateValue | None:
    """The weekday after, before or at a day; only for a base of one day of a known year ("that Thursday": of that week)."""
    if base.open_year or base.days is None or base.days > 7 or base.earliest is None or base.latest is None:
        return None
    assert partial.weekday is not None
    if partial.which == 1:
        found = base.latest + timedelta(days=(partial.weekday - base.latest.weekday() - 1) % 7 + 1)
    elif partial.which == -1:
        found = base.earliest - timedelta(days=(base.earliest.weekday() - partial.weekday - 1) % 7 + 1)
    else:
        found = base.earliest - timedelta(days=base.earliest.weekday()) + timedelta(days=partial.weekday)
    return DateValue(found, found)


def _whole_after(partial: PartialDate, base: DateValue) -> DateValue | None:
    """The following day, month, year: of a base no longer than the unit; "the same day" is the base itself."""
    if base.days is None or base.earliest is None or base.latest is None:
        return None
    if partial.unit == "day" and base.days <= 31:
        return base if partial.steps == 0 else _in_calendar(_elapsed(base, "day", partial.steps), open_year=base.open_year)
    first, last = (unit_around(day, partial.unit, partial.steps) for day in (base.earliest, base.latest))
    if first != last or (base.open_year and partial.unit in ("year", "decade", "century", "week", "weekend")):
        return None
    return _in_calendar(first, open_year=base.open_year)


def _elapsed(base: DateValue, unit: str, steps: int) -> DateValue:
    """The base moved by an amount of time, as exact as the amount is: days move days, months months, years years or whole months.

    A day plus weeks is within three days, a day plus months or years within the month: "three years later" is not told to the day.
    """
    assert base.earliest
    assert base.latest
    about = replace(base, open_year=False)
    if unit in ("day", "week", "fortnight"):
        shift = timedelta(days=steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
        moved = DateValue(base.earliest + shift, base.latest + shift, approximate=base.approximate)
        return moved if unit == "day" or (base.days or 0) > 7 else widen(moved)
    months = steps * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    first, last = month_after(base.earliest, months), month_after(base.latest, months)
    if (base.days or 0) >= 28:
        high = calendar.monthrange(last.year, last.month)[1]
        ends_month = base.latest.day == calendar.monthrange(base.latest.year, base.latest.month)[1]
        low = first.replace(day=min(base.earliest.day, calendar.monthrange(first.year, first.month)[1]))
        return DateValue(low, last.replace(day=high if ends_month else min(base.latest.day, high)), approximate=about.approximate)
    return DateValue(first, month_value(last.year, last.month).latest, approximate=True)


def _in_calendar(value: DateValue, *, open_year: bool) -> DateValue | None:
    """The value as one of an open year where its base was; moved back so that it begins in OPEN_YEAR."""
    if not open_year or value.earliest is None or value.latest is None:
        return value
    if (value.latest - value.earliest).days > 366:
        return None
    shifted = DateValue(value.earliest, value.latest, open_year=True)
    moved = shifted.in_year(OPEN_YEAR + (OPEN_YEAR - value.earliest.year))
    return DateValue(moved.earliest, moved.latest, open_year=True, approximate=value.approximate)


def _side(days: DateValue, partial: PartialDate, context: Context) -> DateValue | None:
    """The part of a week, month or year before or after the day it is told from, that day included."""
    told = context.narrated if partial.anchor == "narrated" else None
    low = told.earliest if told else context.published.earliest
    high = told.latest if told else context.published.latest
    if low is None or high is None or days.earliest is None or days.latest is None:
        return None
    if partial.part == "earlier":
        return replace(days, latest=min(days.latest, high))
    return replace(days, earliest=max(days.earliest, low))

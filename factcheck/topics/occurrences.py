"""What the claims of one article say of when each class of event happened, and how strong it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from factcheck.frame_notes import bare_words
from factcheck.model import Extraction
from factcheck.topics.windows import BACKGROUND_DAYS, SLIP_DAYS
from factcheck.values import DateValue, MeasureValue

MAGNITUDES = 0.35
"""Magnitudes further apart than agencies differ over one earthquake are those of two."""
OLD_DAYS, MANY_TIMES = 366, 10
"""An article that tells so many different times more than so many days before its publication looks back, and is no news."""
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = re.compile(r"[a-z]+")


def reported_days(item: Extraction) -> dict[str, tuple[tuple[DateValue, bool], ...]]:
    """By class of event and by "act:...", the days on which an article says that it happened, each with whether its first lines say so."""
    found: dict[str, dict[tuple[DateValue, bool], None]] = {}
    for claim in item.claims:
        if isinstance(claim.value, DateValue) and claim.frame.event and claim.frame.role in ("on", "start") and not claim.scope.negated:
            acts = bare_words(claim.frame.subset) if claim.frame.event.startswith("act:") else ()
            for event in [f"act:{act}" for act in acts] or [claim.frame.event]:
                found.setdefault(event, {})[claim.value, claim.frame.lead] = None
    return {event: tuple(days) for event, days in found.items()}


def news_days(items: Iterable[Extraction]) -> dict[str, date]:
    """By id the days of publication, where known, of the articles that do not look back."""
    return {item.article.id: day for item in items if (day := item.article.published.day) and not looks_back(item)}


def looks_back(item: Extraction) -> bool:
    """Whether an article tells of the past, so that its day of publication says nothing of when it all happened.

    It tells MANY_TIMES or more that lie OLD_DAYS before its publication, more of them than of the weeks around that, and its first lines
    tell none of these weeks.  False where the day of publication is not known.
    """
    published = item.article.published.day
    if published is None:
        return False
    old: set[DateValue] = set()
    recent: set[DateValue] = set()
    for claim in item.claims:
        for time in (claim.value, claim.frame.time):
            if not isinstance(time, DateValue) or time.latest is None or time.open_year:
                continue
            days = (published - time.latest).days
            if days > OLD_DAYS:
                old.add(time)
            elif abs(days) <= BACKGROUND_DAYS:
                if claim.frame.lead:
                    return False
                recent.add(time)
    return len(old) >= MANY_TIMES and len(old) > len(recent)


def weekday_named(word: str) -> int | None:
    """The day of the week that a word names in lower case, written out or short, Monday 0; None for other words."""
    return _WEEK.index(word[:3]) if word[:3] in _WEEK and (len(word) < 5 or word.endswith("day")) else None


def weekday_of(time: DateValue | None) -> int | None:
    """The day of the week of a time that is one known day, Monday 0; None for others."""
    if time is None or time.days != 1 or time.earliest is None or time.open_year:
        return None
    return time.earliest.weekday()


def reported_weekdays(item: Extraction, names: Collection[str]) -> dict[str, frozenset[int]]:
    """By class of event the days of the week that the first lines name beside it, Monday 0."""
    numbers = {name: number for name in names if (number := weekday_named(name)) is not None}
    found: dict[str, set[int]] = {}
    for claim in item.claims:
        time, event = claim.frame.time, claim.frame.event
        if not claim.frame.lead or not event or claim.scope.negated:
            continue
        dated = weekday_of(time)
        if dated is None:
            named = {numbers[word] for word in _WORD.findall(claim.anchor.quote.lower()) if word in numbers}
        else:
            named = {dated}
        if len(named) == 1:
            found.setdefault(event, set()).update(named)
    return {event: frozenset(days) for event, days in found.items()}


def reported_magnitudes(item: Extraction) -> tuple[float, ...]:
    """The magnitudes told in the first lines."""
    values = [claim.value for claim in item.claims if claim.frame.lead]
    return tuple(value.low for value in values if isinstance(value, MeasureValue) and value.dimension == "magnitude")


def weekdays_apart(left: Collection[int], right: Collection[int]) -> bool:
    """Whether all days of the week of one article lie two days and more from those of another, going round."""
    return bool(left and right) and all(min((one - other) % 7, (other - one) % 7) > 1 for one in left for other in right)


def days_apart(left: Collection[DateValue], right: Collection[DateValue]) -> bool:
    """Whether all days of one article lie further from those of another than a slip explains."""
    return bool(left and right) and all((one.gap(other) or 0) > SLIP_DAYS for one in left for other in right)


def magnitudes_apart(left: Collection[float], right: Collection[float]) -> bool:
    """Whether all magnitudes of one article are so far from those of another that they are those of two earthquakes."""
    return bool(left and right) and min(abs(one - other) for one in left for other in right) > MAGNITUDES

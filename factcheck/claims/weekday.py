"""The day of the week told beside a date, and the one that the calendar gives it: "Thursday, 5 October 2018" was a Friday.

Two claims of kind WEEKDAY are made for each such date, one with the date that is told, one with the nearest day that is such a weekday;
they are one day where both fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from factcheck.claims.framing_context import Answer, FramingContext
from factcheck.frame_notes import INFERRED
from factcheck.mentions.date_readers import PartialDate
from factcheck.model import WEEKDAY, Frame, Mention
from factcheck.resolving import Resolved
from factcheck.text import Span, whole_words
from factcheck.values import DateValue

FIRST_YEAR = 1924
"""Until then Russia, Turkey and Greece dated by a calendar whose weekdays are others."""
NEAR, SOON = 60, 14
"""Days from the publication within which a date without a year lies in its year, and within which it does so although the weekday fits
another."""
_WEEK = 7
_WORD = re.compile(r"[^\W\d_]+")


def frame_weekday(item: Resolved, around: FramingContext) -> Iterator[Answer]:
    """The date and the weekday told beside it ("dated", "told"); nothing where the year may be another one in which the two fit."""
    reading = item.found.reading
    if not isinstance(reading, PartialDate) or reading.weekday is None or reading.approximate or reading.other is not None:
        return
    dated = _dated(reading, reading.weekday, around)
    if dated is None:
        return
    told = _nearest(dated, reading.weekday)
    words = around.document.article.words_of(item.mention.field)
    thing = " ".join(item.mention.span.of(words).split())
    markers = frozenset({INFERRED} if reading.days is not None and reading.days.open_year else ())
    for role, day, at in (("dated", dated, None), ("told", told, _weekday_in(item.mention, around))):
        frame = Frame(role=role, thing=thing, markers=markers, lead=around.is_lead(item))
        yield Answer(f"weekday.{role}", frame, DateValue(day, day), kind=WEEKDAY, at=at)


def _dated(reading: PartialDate, weekday: int, around: FramingContext) -> date | None:
    """The one day that a date tells; None where it is not known, or where that of another year, which the weekday fits, may be meant."""
    days, published = reading.days, around.document.article.published
    if days is None or days.days != 1 or days.earliest is None or reading.part or reading.unit or reading.which or reading.nth:
        return None
    if not days.open_year:
        return days.earliest if days.earliest.year >= FIRST_YEAR else None
    if published.earliest is None or published.earliest != published.latest or (days.earliest.month, days.earliest.day) == (2, 29):
        return None
    today = published.earliest
    near = [day for step in (-1, 0, 1) if (day := days.in_year(today.year + step).earliest) is not None]
    nearest = min(near, key=lambda day: abs((day - today).days))
    fits = [day.year for day in near if day != nearest and day.weekday() == weekday]
    most = SOON if fits else NEAR
    return nearest if abs((nearest - today).days) <= most and not _tells_of(fits, around) else None


def _tells_of(years: Sequence[int], around: FramingContext) -> bool:
    """Whether an article tells of one of the years by its number, or of a year before or after its own in words."""
    reader = next((reader for reader in around.readers if reader is not None), None)
    if not years or reader is None:
        return bool(years)
    words = whole_words(tuple(reader.vocabulary.listed("weekday.other-year")))
    text = around.document.article.text
    return words.search(text.lower()) is not None or any(str(year) in text for year in years)


def _nearest(day: date, weekday: int) -> date:
    """The day of that weekday that lies nearest to a day."""
    ahead = (weekday - day.weekday()) % _WEEK
    return day + timedelta(days=ahead if ahead <= _WEEK // 2 else ahead - _WEEK)


def _weekday_in(mention: Mention, around: FramingContext) -> Mention:
    """The word for the weekday at the beginning or the end of a date; the whole where it stands elsewhere."""
    words = mention.span.of(around.document.article.words_of(mention.field))
    first = _WORD.match(words)
    return mention if first is None else replace(mention, span=Span(mention.span.start, mention.span.start + first.end()))

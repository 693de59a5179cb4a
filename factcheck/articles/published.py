"""When an article appeared: stated, stamped in the text, or not known.  Never guessed.

Captions and sentences never count: only lines (or marked stretches) that hold nothing but a stamp do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.articles.furniture import Mark
from factcheck.articles.layout import Line
from factcheck.articles.metadata import Metadata, Stated
from factcheck.articles.structure import is_prose
from factcheck.errors import Location, Problem
from factcheck.model import Locator, Publication
from factcheck.rulebook import Lists
from factcheck.text import either_of, flatten, whole_words

_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?=$|[^\d/:-])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?=$|[^\d])")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})( ?[/.-] ?)(\d{1,2})\2(\d{4})(?!\d)")
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]{0,20}://[^?#]*?/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})/", re.IGNORECASE)
_NAMED = re.compile(r"^((?:19|20)\d{2})-(\d{2})-(\d{2})(?=[-_ .T])")
_YEAR = re.compile(r"\s*(\d{4})\s*")
_CLOCK = re.compile(
    r"(?<![\d:-])(?:(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?)?(?: ?[ap]\.?m\.?(?!\w))?|\d{1,2} ?[ap]\.?m\.?(?!\w))"
    r"(?: ?(?:[+-]\d{2}:?\d{2}|utc|gmt|z|[ecmp][sd]?t|bst|cest|cet|msk|ist|jst|kst|aest|aedt|local time)(?!\w))?",
    re.IGNORECASE,
)
HINT = "write it as 2024-05-08, 2024-05-08T10:15:00+02:00 or 2024-05 (dates like 05/08/2024 have two readings)"

TOP = 14
"""Logical lines from the top among which a bare stamp may tell the date of the article."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written: all days from ``earliest`` to ``latest``, inclusive; ``time`` of day with its zone, None where there is none."""

    earliest: date
    latest: date
    time: str | None = None


def read_stamp(words: str, months: Mapping[str, int]) -> Stamp | None:
    """The date in a stamp or metadata value; None where there is none, it has no year, or it has two readings.

    Read are ISO 8601 (also a month, a year, and first/last), RFC 2822, and English forms such as "May 9, 2024 at 8:21 AM EDT". The day is
    the one written, in the zone of the writer.
    """
    flat = " ".join(flatten(words).split())
    first, slash, last = flat.partition("/")
    if slash and _ISO.fullmatch(first.strip()) and _ISO.fullmatch(last.strip()):
        start, end = read_stamp(first, months), read_stamp(last, months)
        return Stamp(start.earliest, end.latest) if start and end and start.earliest <= end.latest else None
    found = _named(flat, months) or _iso(flat) or _numeric(flat)
    if found is None:
        return None
    earliest, latest, (start_at, end_at) = found
    rest = re.sub(r"(?<!\w)T(?=\d)", " ", f"{flat[:start_at]} {flat[end_at:]}") if earliest == latest else ""
    return Stamp(earliest, latest, _time(rest))


Found = tuple[date, date, tuple[int, int]]


def _iso(flat: str) -> Found | None:
    bare = re.sub(r"(?<=\d)T(?=\d)", " ", flat)
    for pattern in (_ISO, _COMPACT):
        match = pattern.search(bare)
        if match:
            return _interval(int(match[1]), int(match[2]), int(match[3]) if match[3] else None, match.span())
    match = _YEAR.fullmatch(bare)
    return _interval(int(match[1]), None, None, match.span()) if match else None


def _named(flat: str, months: Mapping[str, int]) -> Found | None:
    names = either_of(months)
    day, year = r"(\d{1,2})(?:st|nd|rd|th)?", r"(\d{4})"
    month_first = re.search(rf"(?<!\w)({names})[ .]{{0,2}}{day}[, -]{{1,3}}{year}(?!\d)", flat, re.IGNORECASE)
    if month_first:
        return _interval(int(month_first[3]), months[month_first[1].lower()], int(month_first[2]), month_first.span())
    day_first = re.search(rf"(?<!\w){day}(?: of)?[ .-]{{0,2}}({names})[ ,.-]{{1,3}}{year}(?!\d)", flat, re.IGNORECASE)
    if day_first:
        return _interval(int(day_first[3]), months[day_first[2].lower()], int(day_first[1]), day_first.span())
    month_only = re.search(rf"(?<!\w)({names})[ ,.]{{1,3}}{year}(?!\d)", flat, re.IGNORECASE)
    if month_only and not re.search(r"\d{1,2}(?:st|nd|rd|th)?[ .-]{0,2}$", flat[: month_only.start()]):
        return _interval(int(month_only[2]), months[month_only[1].lower()], None, month_only.span())
    return None


def _numeric(flat: str) -> Found | None:
    """Day and month in figures: only where one order alone gives a date, or with dots (then the day is first)."""
    match = _NUMERIC.search(flat)
    if not match:
        return None
    left, right, year = int(match[1]), int(match[3]), int(match[4])
    if match[2].strip() == ".":
        return _interval(year, right, left, match.span())
    if left > 12 or left == right:
        return _interval(year, right, left, match.span())
    return _interval(year, left, right, match.span()) if right > 12 else None


def _interval(year: int, month: int | None, day: int | None, where: tuple[int, int]) -> Found | None:
    if not 1000 <= year <= 2999:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first, where
    following = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return first, following - timedelta(days=1), where


def _time(rest: str) -> str | None:
    match = _CLOCK.search(rest)
    if not match or (match[1] is not None and int(match[1]) > 24):
        return None
    is_filler = re.match(r"0?0:00(?::00(?:\.0+)?)?(?! ?[ap])", match[0])
    return None if is_filler else match[0].strip(" .") if not match[0].lower().endswith("m.") else match[0].strip()


def stated_publication(fields: Metadata, months: Mapping[str, int], problems: list[Problem]) -> Publication | None:
    """From metadata; a date of change only says "then or earlier". None where nothing is stated or nothing can be read (E314)."""
    for name in ("published", "modified"):
        stated = fields.get(name)
        if stated is None:
            continue
        stamp = read_stamp(stated.value, months)
        if stamp is None:
            problems.append(_unread(name, stated))
        elif name == "published":
            return Publication(stamp.earliest, stamp.latest, stated.how, stamp.time)
        else:
            return Publication(None, stamp.latest, f"modified, {stated.how}: published then or earlier")
    return None


def _unread(name: str, stated: Stated) -> Problem:
    return Problem("E314", f"{name}: not a date with a year: {stated.value[:60]!r}", stated.where, HINT, "warning")


def dated_address(fields: Metadata, file: str) -> Stated | None:
    """The day that the address of an article or the name of its file bears, ISO 8601: the last source of a publication; None where neither
    bears one, or metadata states when it was published.

    Addresses of news sites hold the day as folders (".../2024/05/08/..."), and files of static sites begin with it, as Jekyll has it
    ("2024-05-08-harbour.md").  A day elsewhere in a name may be that of the event.

    Args:
        fields: the metadata of the article.
        file: the name of that file, without folders; empty where it holds others.
    """
    if "published" in fields:
        return None
    url = fields.get("url")
    for pattern, words, how, where in (
        (_ADDRESS, url.value if url else "", "address", url.where if url else None),
        (_NAMED, file, "file name", Location(file)),
    ):
        match = pattern.search(words)
        if match and where is not None and _interval(int(match[1]), int(match[2]), int(match[3]), match.span()):
            return Stated(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", how, where)
    return None


def stamped_publication(
    text: str,
    lines: Sequence[Line],
    marks: Iterable[Mark],
    title: Line | None,
    words: Lists,
    *,
    locator: Locator,
) -> Publication | None:
    """From a stamp of the text; ``locator`` tells its line in the file.

    Best first: a stamp that says it is the first publication; a bare stamp between headline and story; a dateline with a year.
    A date of change, or one above the headline (pages print the date of the day there), only says "then or earlier".
    """
    months = words.whole("dateline.month")
    top = _story_top(lines, title)
    found: list[tuple[int, int, Publication]] = []
    for mark in marks:
        stamp = read_stamp(mark.span.of(text), months) if mark.sort in ("dateline", "update-stamp") else None
        if stamp is None:
            continue
        rank = _rank(mark, mark.span.of(text), words, title, top)
        if rank is None:
            continue
        number, _ = locator.locate(mark.span.start)
        if rank < 3:
            publication = Publication(stamp.earliest, stamp.latest, f"dateline, line {number}", stamp.time)
        else:
            sort = "date of change" if rank == 3 else "page header date"
            publication = Publication(None, stamp.latest, f"{sort}, line {number}: published then or earlier")
        found.append((rank, mark.line.index, publication))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _rank(mark: Mark, stamp: str, words: Lists, title: Line | None, top: int) -> int | None:
    flat = " ".join(flatten(stamp).lower().split())
    if whole_words(tuple(words["dateline.later"])).match(flat):
        return 3
    above = title is None or mark.line.index < title.index
    if title is not None and mark.line.index == title.index - 1 and _CLOCK.search(flat):
        above = False  # a clock directly over the headline is the article's; pages print the bare day of the visit
    if whole_words(tuple(words["dateline.first"])).match(flat):
        return 0
    if mark.line.index >= top:
        return None
    if not mark.whole:
        return 2 if mark.sort == "dateline" else None
    return 4 if above else 1


def _story_top(lines: Sequence[Line], title: Line | None) -> int:
    """The index of the first line at which the story is surely under way: its third long sentence line, at most TOP lines down."""
    prose = [line.index for line in lines if (title is None or line.index > title.index) and is_prose(line, 12)]
    return min(prose[2] if len(prose) > 2 else len(lines), (title.index if title else 0) + TOP)

"""When an article can have been published, from what it tells: not before the latest certain date told as past.

A stated day that the text contradicts (the day of a crawl, of a new layout) is no longer believed to the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from factcheck.mentions import Tense
from factcheck.model import Article, Locator, Mention, Publication, Scope
from factcheck.values import DateValue

if TYPE_CHECKING:
    from factcheck.parses import Doc

Certainty = Literal["outright", "likely"]
"""How surely a date is told as one that has been: as the day of a past verb without an object ("collapsed on"), or in some other way."""

ZONES = timedelta(days=1)
"""A report of the night may bear the day before, in another zone of time."""

_OBJECTS = frozenset({"attr", "ccomp", "dative", "dobj", "oprd", "prt", "xcomp"})
_AGREED = frozenset({"as", "for"})
_DAYS = 31


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A date of an article, resolved, with the tense of its clause.

    ``certainty`` is None where it may be planned, supposed or denied.  ``weekday`` (Monday is 0) and ``days`` (of an open year) are set
    where the text tells a day of a month with its weekday and without its year.
    """

    mention: Mention
    tense: Tense | None
    certainty: Certainty | None = None
    weekday: int | None = None
    days: DateValue | None = None


def certainty_of(doc: Doc, start: int, end: int, scope: Scope) -> Certainty | None:
    """How surely the words from ``start`` to ``end`` (exclusive) tell a day that has been; the tense of the clause is the caller's matter.

    "Announced an election on June 3" may put the election there, and "agreed on June 3 as the date" the plan: only a verb without an
    object, and without "as" or "for" behind the date, holds it by itself.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or scope.planned or scope.hedged or scope.conditional or scope.question or scope.negated:
        return None
    joint = span.root.head
    if span.root.dep_ == "npadvmod":
        return "likely"
    if span.root.dep_ != "pobj" or joint.lower_ not in ("on", "in"):
        return None
    verb = joint.head
    is_past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.children))
    follows = doc[span.end].lower_ if span.end < len(doc) else ""
    bare = not any(child.dep_ in _OBJECTS for child in verb.children) and follows not in _AGREED
    return "outright" if is_past and bare and joint.lower_ == "on" else "likely"


def doubt_publication(article: Article, told: Sequence[DatedMention]) -> Publication:
    """The article's publication, opened where its text contradicts it.

    Two contradictions count.  Days of a stated year after the publication, told in the body as past: one told outright, or two in two
    sentences; the article may be as old as stated or younger.  And weekdays with days of a month: at least two, which fit some year
    together, but not the stated one or its neighbours; then nothing is known.  Plans, deadlines and captions contradict nothing, and what
    was given as an option is not doubted.

    Returns:
        The publication as it was, or a wider one whose ``how`` names both sides.
    """
    stated = article.published
    if stated.earliest is None or stated.latest is None or stated.how == "option":
        return stated
    days = DateValue(stated.earliest, stated.latest).iso()
    late = [item.mention for item in _later(article, told, stated.latest)]
    if late:
        return Publication(stated.earliest, None, f"{stated.how} says {days}, but the {_how(article, late[-1]).removeprefix('text: the ')}")
    misfits = _misfits(article, told, stated.earliest, stated.latest)
    if misfits:
        words = " and ".join(repr(_words(article, mention)) for mention in misfits[:2])
        line, _ = Locator.of(article).locate(misfits[0].span.start, misfits[0].field)
        return Publication(None, None, f"{stated.how} says {days}, but {words}, line {line}, are no days of those years")
    return stated


def _later(article: Article, told: Sequence[DatedMention], latest: date) -> list[DatedMention]:
    """The evidence of a later publication, the latest day last; empty where it is not enough."""
    found = [
        item
        for item in told
        if item.tense == "past"
        and item.certainty is not None
        and isinstance(value := item.mention.value, DateValue)
        and value.bound == "on"
        and _is_certain(value, None)
        and value.earliest is not None
        and (value.days or 0) <= _DAYS
        and value.earliest > latest + ZONES
        and str(value.earliest.year) in _words(article, item.mention)
        and _in_body(article, item.mention)
    ]
    found.sort(key=lambda item: (_first(item.mention), item.mention.span))
    days = {_first(item.mention) for item in found}
    sentences = {(item.mention.field, item.mention.sentence) for item in found}
    enough = any(item.certainty == "outright" for item in found) or min(len(days), len(sentences)) >= 2
    return found if enough else []


def _misfits(article: Article, told: Sequence[DatedMention], earliest: date, latest: date) -> list[Mention]:
    """Days whose weekdays belong to other years, in reading order; empty where one of all that are told fits, or no year fits all."""
    pairs = [item for item in told if item.weekday is not None and item.days is not None and _in_body(article, item.mention)]
    near = range(earliest.year - 1, latest.year + 2)
    if len({(item.days, item.weekday) for item in pairs}) < 2 or any(_fits(item, year) for item in pairs for year in near):
        return []
    cycle = range(latest.year - 28, latest.year)  # weekdays come back after 28 years
    return [item.mention for item in pairs] if any(all(_fits(item, year) for item in pairs) for year in cycle) else []


def _fits(item: DatedMention, year: int) -> bool:
    day = item.days.in_year(year).earliest if item.days else None
    return day is not None and day.weekday() == item.weekday


def _first(mention: Mention) -> date:
    return (mention.value.earliest if isinstance(mention.value, DateValue) else None) or date.min


def imply_publication(article: Article, told: Sequence[tuple[Mention, Tense | None]]) -> Publication:
    """The article's publication with a lower bound taken from its text where it has none.

    What is told as past has begun: the article is no older than the first day of the latest such date.  Only dates of a stated year count,
    told in the past tense in the body (captions and furniture tell of other days), neither approximate nor a limit ("by", "until": these
    may lie ahead).  An upper bound is kept, and dates beyond it are left out: one of the two is wrong, and the text may quote a plan.

    Args:
        article: with its blocks and furniture.
        told: the dates of the article, resolved as far as they go without its publication, each with the tense of its clause.

    Returns:
        A publication that holds every day that is possible; unchanged where it has a lower bound or nothing certain is told.
    """
    published = article.published
    if published.earliest is not None:
        return published
    certain = [
        (value.earliest, mention)
        for mention, tense in told
        if tense == "past"
        and isinstance(value := mention.value, DateValue)
        and value.earliest is not None
        and _is_certain(value, published.latest)
        and _in_body(article, mention)
    ]
    if not certain:
        return published
    earliest = max(day for day, _ in certain)
    mention = next(mention for day, mention in certain if day == earliest)
    how = _how(article, mention)
    if published.latest is not None or published.how not in ("unknown", "not stated"):
        how = f"{published.how}; {how}"
    return replace(published, earliest=earliest, how=how)


def _is_certain(value: DateValue, latest: date | None) -> bool:
    """Whether the value is a date of a stated year that can lie before the publication."""
    if value.open_year or value.approximate or value.latest is None or value.bound in ("by", "until"):
        return False
    return latest is None or (value.earliest is not None and value.earliest <= latest)


def _in_body(article: Article, mention: Mention) -> bool:
    inside = [block for block in article.blocks if block.field == mention.field and block.span.overlaps(mention.span)]
    if article.blocks and not any(block.role == "body" for block in inside):
        return False
    return mention.field != "text" or not any(item.span.overlaps(mention.span) for item in article.furniture)


def _words(article: Article, mention: Mention) -> str:
    return " ".join(mention.span.of(article.words_of(mention.field)).split())


def _how(article: Article, mention: Mention) -> str:
    words = _words(article, mention)
    if mention.field != "text":
        return f"text: the latest date told is {words!r}, in the title"
    line, _ = Locator.of(article).locate(mention.span.start)
    return f"text: the latest date told is {words!r}, line {line}"

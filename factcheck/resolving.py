"""Documents to resolved mentions: every kind's finder over every passage, dates first.

``QUANTITIES`` is the registry of kinds that are told by number, most specific first: what one has taken, a later one does not read again
("8 May" is no count, "two years ago" no duration).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.columns import columns_of, sentences_of, touched
from factcheck.documents import Document, Passage
from factcheck.mentions import Context, Finder, Found, Tense
from factcheck.mentions.age import AgeFinder
from factcheck.mentions.attribution import AttributionFinder
from factcheck.mentions.bearing import BearingFinder
from factcheck.mentions.clock import ClockFinder
from factcheck.mentions.continuation import ContinuationFinder
from factcheck.mentions.count import CountFinder
from factcheck.mentions.date import DateFinder, settle_orders
from factcheck.mentions.date_readers import PartialDate
from factcheck.mentions.doer import DoerFinder
from factcheck.mentions.duration import DurationFinder
from factcheck.mentions.event_location import EventLocationFinder
from factcheck.mentions.extent import ExtentFinder
from factcheck.mentions.factuality import FactualityFinder
from factcheck.mentions.figures import FigureFinder
from factcheck.mentions.hometown import HometownFinder
from factcheck.mentions.matches import MatchFinder
from factcheck.mentions.measure import MeasureFinder
from factcheck.mentions.membership import MembershipFinder
from factcheck.mentions.money import MoneyFinder
from factcheck.mentions.name import NameFinder
from factcheck.mentions.order import OrderFinder
from factcheck.mentions.ordinal import OrdinalFinder
from factcheck.mentions.orientation import OrientationFinder
from factcheck.mentions.outcomes import OutcomeFinder
from factcheck.mentions.part_whole import PartWholeFinder
from factcheck.mentions.percent import PercentFinder
from factcheck.mentions.plain import PlainFinder
from factcheck.mentions.polarity import PolarityFinder
from factcheck.mentions.proper import ProperNameFinder
from factcheck.mentions.publication import Certainty, DatedMention, certainty_of, doubt_publication, imply_publication
from factcheck.mentions.role import RoleFinder
from factcheck.mentions.scope import ScopeFinder
from factcheck.mentions.series import SeriesFinder
from factcheck.mentions.territorial_control import TerritorialControlFinder
from factcheck.mentions.votes import VoteFinder
from factcheck.mentions.where import WhereFinder
from factcheck.model import Article, Mention, Publication
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.scope import ScopeReader
from factcheck.text import Span
from factcheck.values import DateValue, Value

if TYPE_CHECKING:
    from factcheck.parses import Doc

QUANTITIES: tuple[Callable[[Rulebook], Finder], ...] = (
    ClockFinder,
    AgeFinder,
    MoneyFinder,
    PercentFinder,
    MeasureFinder,
    DurationFinder,
    CountFinder,
    FigureFinder,
)
"""Kinds told by number, in the order in which they may take words; dates come before all of them."""

STATEMENTS: tuple[Callable[[Rulebook], Finder], ...] = (
    PolarityFinder,
    FactualityFinder,
    OutcomeFinder,
    ContinuationFinder,
    ScopeFinder,
    PartWholeFinder,
    ExtentFinder,
    TerritorialControlFinder,
    RoleFinder,
    OrdinalFinder,
    SeriesFinder,
    AttributionFinder,
    ProperNameFinder,
    MembershipFinder,
    WhereFinder,
    OrientationFinder,
    BearingFinder,
    EventLocationFinder,
    HometownFinder,
    DoerFinder,
    OrderFinder,
    PlainFinder,
    MatchFinder,
    VoteFinder,
)
"""Kinds told by clauses, and names that are no persons'; they may overlap with any other."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention with the passage (by index) it was found in and what its finder understood."""

    mention: Mention
    found: Found
    passage: int


class MentionReader:
    """Finds and resolves the mentions of documents; made once a run."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._scopes = ScopeReader(rulebook)
        self._date = DateFinder(rulebook)
        self._quantities = tuple(finder(rulebook) for finder in QUANTITIES)
        self._statements = tuple(finder(rulebook) for finder in STATEMENTS)
        self._name = NameFinder(rulebook)
        self._silent = frozenset(rule.id for rule in rulebook.of(PatternRule) if not rule.narrates)

    def read(self, document: Document) -> tuple[Article, list[Resolved]]:
        """The article with its implied publication date, and its mentions in reading order.

        Dates come first: what they tell decides when the article can have been published, and with that what "on Thursday" means.
        """
        dates = settle_orders([self._date.find(passage) for passage in document.passages])
        names = self._name.find_in(document.passages)
        article = self._published(document, dates)
        resolved: list[Resolved] = []
        narrated: DateValue | None = None
        for index, passage in enumerate(document.passages):
            told: list[tuple[Finder, Found]] = [(self._date, found) for found in dates[index]]
            told.extend(self._rest(passage, dates[index], names[index]))
            for finder, found in sorted(told, key=lambda pair: pair[1].span):
                tense = self._tense(passage, found) if finder is self._date else None  # dear, and asked of dates alone
                value = finder.resolve(found, Context(article.published, narrated, tense))
                if value is None:
                    continue
                if isinstance(value, DateValue) and value.bound == "on" and found.rule not in self._silent:
                    narrated = value
                resolved.append(_resolved(passage, index, found, value))
        resolved.sort(key=lambda item: (item.mention.field, item.mention.span, item.mention.kind))
        return article, resolved

    def _rest(self, passage: Passage, dates: Sequence[Found], names: Sequence[Found]) -> Iterator[tuple[Finder, Found]]:
        """Everything but dates; names were found over the whole article, so that short forms are known in all of it."""
        taken = [found.span for found in dates]
        for finder in self._quantities:
            free = [found for found in finder.find(passage) if not any(span.overlaps(found.span) for span in taken)]
            taken.extend(found.span for found in free)
            yield from ((finder, found) for found in free)
        for finder in self._statements:
            yield from ((finder, found) for found in finder.find(passage))
        yield from ((self._name, found) for found in names)

    def _published(self, document: Document, dates: list[list[Found]]) -> Article:
        article = document.article
        told = list(self._told(document, dates, article.published))
        doubted = doubt_publication(article, told)
        if doubted != article.published:
            article = replace(article, published=doubted)
            told = list(self._told(document, dates, doubted))
        return replace(article, published=imply_publication(article, [(item.mention, item.tense) for item in told]))

    def _told(self, document: Document, dates: list[list[Found]], published: Publication) -> Iterator[DatedMention]:
        for index, passage in enumerate(document.passages):
            for found in dates[index]:
                tense = self._tense(passage, found)
                value = self._date.resolve(found, Context(published, None, tense))
                if not isinstance(value, DateValue):
                    continue
                is_late = bool(value.earliest and published.latest and value.earliest > published.latest)
                certainty = self._certainty(passage, found) if is_late and tense == "past" else None
                told = DatedMention(_resolved(passage, index, found, value).mention, tense, certainty)
                reading = found.reading
                if isinstance(reading, PartialDate) and reading.days and reading.days.open_year and reading.days.days == 1:
                    told = replace(told, weekday=reading.weekday, days=reading.days)
                yield told

    def _certainty(self, passage: Passage, found: Found) -> Certainty | None:
        start, end = found.span.start, found.span.end
        return certainty_of(passage.doc, start, end, self._scopes.read(passage.doc, start, end)) if passage.doc is not None else None

    def _tense(self, passage: Passage, found: Found) -> Tense | None:
        return self._scopes.tense(passage.doc, found.span.start, found.span.end) if passage.doc is not None else None


def _resolved(passage: Passage, index: int, found: Found, value: Value) -> Resolved:
    sentence = sentence_around(passage, found.span)
    mention = Mention(found.kind, found.span.shift(passage.start), sentence.shift(passage.start), value, found.rule, passage.field)
    return Resolved(mention, found, index)


@lru_cache(maxsize=2)
def _sentences(doc: Doc) -> list[tuple[int, int]]:
    """By token the offsets of its sentence."""
    columns = columns_of(doc)
    bounds: list[tuple[int, int]] = []
    for sentence in sentences_of(doc):
        last = sentence.stop - 1
        bounds += [(columns.starts[sentence.start], columns.starts[last] + len(columns.texts[last]))] * len(sentence)
    return bounds


@lru_cache(maxsize=16)
def _between(passage: Passage, start: int, end: int) -> Span:
    """What stands between two offsets, trimmed; kept for the values of one sentence."""
    words = passage.text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def sentence_around(passage: Passage, span: Span) -> Span:
    """The sentence around a span, trimmed; the whole passage where there is no parse."""
    if passage.doc is None:
        return Span(0, len(passage.text))
    covered = touched(columns_of(passage.doc), span.start, span.end)
    if not covered:
        return Span(0, len(passage.text))
    bounds = _sentences(passage.doc)
    return _between(passage, bounds[covered.start][0], bounds[covered.stop - 1][1])

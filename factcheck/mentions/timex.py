"""Expressions of time as TIMEX3: every date, time of day, length and recurring time of a text, each with its one best reading.

The finders of dates, times and durations are read first; light rules of kind "timex" (rules/en/timex.yaml) add what makes no claim: "now",
"daily", "the past two years", "the third quarter".  Nothing here feeds a claim: see ``date_resolution`` for values that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from factcheck.documents import Passage
from factcheck.mentions import Found
from factcheck.mentions.clock import ClockFinder, TimeReading
from factcheck.mentions.date import DateFinder, settle_orders
from factcheck.mentions.date_readers import READERS as DATE_READERS
from factcheck.mentions.date_readers import PartialDate
from factcheck.mentions.duration import DurationFinder, DurationReading
from factcheck.mentions.matching import RuleMatcher
from factcheck.mentions.scanning import check_examples
from factcheck.mentions.tense import TenseReader
from factcheck.mentions.timex_readers import DAY_PARTS, READERS, ToldUnit
from factcheck.mentions.timex_resolution import TimexContext, guess
from factcheck.model import Publication
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span, flatten
from factcheck.values.timex import Granule, GranuleUnit, Timex, granule_around, length

FAR = 366
"""Days from the publication beyond which a full date speaks for a narrative."""
FEW = 6
"""Fewer dates with a year decide nothing about the sort of text."""
ASIDE = 40
"""Years: a narrative does not leap so far at once."""
PROOF_DAY = date(2024, 5, 10)
"""The day of publication (a Friday) under which the examples of rules are read."""

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t\r]*\n)){1,20000}")
_MODS = {"early": "START", "start": "START", "first": "START", "middle": "MID", "late": "END", "end": "END", "second": "END"}
_PART_BEHIND = re.compile(r"\s(morning|afternoon|evening|night)(?![\w-])", re.IGNORECASE)
_PART_BEFORE = re.compile(r"(?<!\w)(?:(?:the|early|late)\s){0,2}(morning|afternoon|evening|night)\sof\s(?:the\s)?\Z", re.IGNORECASE)
_DAY_BESIDE = re.compile(r"(?<!\w)(?:the\s)?day\s(before|after)\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s(?:on\s|of\s)?(?:the\s)?", re.IGNORECASE)
_PART_WORD = re.compile(r"\s(morning|afternoon|evening|night)\Z|(tonight)", re.IGNORECASE)
_JOINER = re.compile(r"\s?[-/]\s?|\s(?:to|through|until|till|and)\s(?:the\s)?", re.IGNORECASE)
_RANKS = {"date": 0, "time": 1, "duration": 2, "timex": 3}
_WORD = re.compile(r"[A-Za-z]{1,20}")
_MIDNIGHT = re.compile(r"(?<!\w)midnight(?!\w)", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression in its text: ``timex`` is None where its words tell no value ("two days later" with nothing told before)."""

    span: Span
    rule: str
    timex: Timex | None


@dataclass(slots=True)
class _State:
    """What reading a text has told so far."""

    published: date | None
    narrative: bool
    told: Granule | None = None

    def move_to(self, granule: Granule) -> None:
        """The story goes on from here; a bare year far from its time, or back from its months, is a glance aside, and
        a decade no place to count from."""
        if granule.unit in ("decade", "century"):
            return
        if self.narrative and granule.unit == "year" and self.told and granule.ancient == self.told.ancient:
            step = granule.first.year - self.told.first.year
            if abs(step) > ASIDE or (step < 0 and self.told.unit != "year"):
                return
        self.told = granule


class TimexReader:
    """Reads the expressions of time of a text; no parse is needed."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            RuleError: a rule names a reader that does not exist.
        """
        self._dates = DateFinder(rulebook)
        self._matcher = RuleMatcher(rulebook, {"date": DATE_READERS, "timex": READERS})
        self._clock, self._duration = ClockFinder(rulebook), DurationFinder(rulebook)
        self._tense = TenseReader(rulebook)
        self._deliveries = frozenset(rulebook.words()["timex-delivery"])
        self._silent = frozenset(rule.id for rule in rulebook.of(PatternRule) if not rule.narrates)

    def read_text(self, text: str, published: Publication | None = None) -> list[TimeExpression]:
        """The expressions of a plain text whose paragraphs are set apart by empty lines; spans are in the text."""
        passages = [Passage(flatten(match[0]), match.start()) for match in _PARAGRAPH.finditer(text)]
        return self.read(passages, published or Publication())

    def read(self, passages: Sequence[Passage], published: Publication) -> list[TimeExpression]:
        """The expressions of the passages of one article, in reading order; spans are in the article's field.

        An article known to within a month is read from the later day.
        """
        found = settle_orders([self.find(passage) for passage in passages])
        day = published.latest if published.earliest and published.latest and (published.latest - published.earliest).days <= 31 else None
        everything = [item for items in found for item in items]
        state = _State(day, _is_narrative(everything, day))
        if state.narrative:
            state.told = next((told for item in everything if (told := _full(item))), None)
        expressions: list[TimeExpression] = []
        for passage, items in zip(passages, found, strict=True):
            read = self._read_passage(passage, items, state)
            expressions.extend(replace(item, span=item.span.shift(passage.start)) for item in read)
        return expressions

    def find(self, passage: Passage) -> list[Found]:
        """Everything that tells a time, in reading order, without overlaps: the longest wins, then the order of _RANKS."""
        dates = [self._dates.with_lead(item, passage.text) for item in self._matcher.find(passage.text)]
        dates = [half for item in dates for half in _halves(item, passage.text)]
        found = [*dates, *self._clock.find(passage), *self._duration.find(passage)]
        order = sorted(found, key=lambda item: (-len(item.span), _RANKS[item.kind], item.span))
        chosen: list[Found] = []
        for item in order:
            if not any(item.span.overlaps(other.span) for other in chosen):
                chosen.append(item)
        return sorted(chosen, key=lambda item: item.span)

    def _read_passage(self, passage: Passage, items: Sequence[Found], state: _State) -> list[TimeExpression]:
        text = passage.text
        read: list[TimeExpression] = []
        clocks: list[tuple[int, Found]] = []
        granules: dict[int, Granule] = {}
        for at, found in enumerate(items):
            behind = items[at + 1] if at + 1 < len(items) else None
            free = Span(read[-1].span.end if read else 0, behind.span.start if behind else len(text))
            if isinstance(found.reading, TimeReading):
                clocks.append((len(read), found))
                read.append(TimeExpression(found.span, found.rule, None))
            elif isinstance(found.reading, PartialDate | ToldUnit):
                placed, told = self._place(found, behind, free.start, text, state)
                if told:
                    granules[len(read)] = told
                    if found.rule not in self._silent:
                        state.move_to(told)
                if told or not (isinstance(found.reading, ToldUnit) and found.reading.era):
                    read.append(_expression(placed, told, free, text))
            else:
                read.append(TimeExpression(found.span, found.rule, _timex_of(found.reading)))
        return _with_clocks(read, clocks, granules, state, text)

    def _place(self, found: Found, behind: Found | None, floor: int, text: str, state: _State) -> tuple[Found, Granule | None]:
        """The unit that a date means, and the date with "the day before" in front of it, where that begins at ``floor`` or later."""
        assert isinstance(found.reading, PartialDate | ToldUnit)
        is_due = text[found.span.end : found.span.end + 1] == " " and _WORD.match(text, found.span.end + 1)
        tense = "future" if is_due and is_due[0].lower() in self._deliveries else self._tense.read(text, found.span)
        context = TimexContext(state.published, state.told, state.narrative, tense)
        told = (_with_next(found, behind, text) if behind else None) or guess(found.reading, context)
        beside = _DAY_BESIDE.search(text[max(floor, found.span.start - 30) : found.span.start])
        if not told or told.unit != "day" or not beside:
            return found, told
        return replace(found, span=Span(found.span.start - len(beside[0]), found.span.end)), _shifted(told, beside)


def _is_narrative(found: Iterable[Found], published: date | None) -> bool:
    """Whether a text tells of other times than its own: most of its full dates lie a year or more from the publication."""
    if published is None:
        return True
    far = full = near = 0
    for item in found:
        reading = item.reading
        if isinstance(reading, ToldUnit) and reading.era == "BC":
            far, full = far + 1, full + 1
        elif isinstance(reading, PartialDate) and reading.days is None:
            near += reading.anchor == "published"
        elif isinstance(reading, PartialDate) and reading.days and reading.days.latest and not reading.days.open_year:
            full += 1
            far += abs((reading.days.latest - published).days) > FAR
    return far >= FEW and far > full / 2 and far > 3 * near


def _full(found: Found) -> Granule | None:
    """The unit of a date whose year is told."""
    reading = found.reading
    if isinstance(reading, PartialDate) and reading.days and not reading.days.open_year and not reading.other:
        return guess(reading, TimexContext())
    return None


def _with_next(found: Found, behind: Found, text: str) -> Granule | None:
    """A month or a day without a year whose year the date joined to it tells: "in August and September 1914"."""
    reading, last = found.reading, _full(behind)
    if not isinstance(reading, PartialDate) or not reading.days or not reading.days.open_year or reading.which is not None or last is None:
        return None
    if last.unit not in ("day", "month", "season") or not _JOINER.fullmatch(text[found.span.end : behind.span.start]):
        return None
    for year in (last.first.year, last.first.year - 1):
        told = guess(replace(reading, days=reading.days.in_year(year), year_steps=None), TimexContext())
        if told and told.first <= last.first:
            return told
    return None


def _halves(found: Found, text: str) -> list[Found]:
    """Both ends of a stretch ("May 8-10", "1994-2023"); TIMEX3 writes them apart.  Anything else as it is."""
    partial = found.reading
    days = partial.days if isinstance(partial, PartialDate) and partial.joined else None
    if not isinstance(partial, PartialDate) or not days or not days.earliest or not days.latest:
        return [found]
    words = found.span.of(text)
    joiner = next((item for item in _JOINER.finditer(words) if item.start() and item.end() < len(words)), None)
    if joiner is None:
        return [found]
    ends = []
    for day, start, end in ((days.earliest, 0, joiner.start()), (days.latest, joiner.end(), len(words))):
        unit: GranuleUnit = "year" if partial.joined == "years" else "day" if _DAY.search(words[start:end]) else "month"
        granule = granule_around(day, unit)
        reading = replace(partial, days=replace(days, earliest=granule.first, latest=granule.last), joined="")
        ends.append(replace(found, span=Span(found.span.start + start, found.span.start + end), reading=reading))
    return ends


def _timex_of(reading: object) -> Timex | None:
    if isinstance(reading, Timex):
        return reading
    if not isinstance(reading, DurationReading):
        return None
    mod = "MORE_THAN" if reading.high is None and reading.amount is not None else "APPROX" if reading.approximate else None
    return Timex("DURATION", length(reading.amount, reading.unit), mod)


def _shifted(day: Granule, beside: re.Match[str]) -> Granule:
    """The day before or after a day; at either end of the calendar the day itself."""
    try:
        return day.later(-1 if beside[1].lower() == "before" else 1)
    except (ValueError, OverflowError):
        return day


def _expression(found: Found, granule: Granule | None, free: Span, text: str) -> TimeExpression:
    """The expression with the part of the day beside it, which makes it a TIME; it takes no words outside ``free``."""
    if granule is None:
        return TimeExpression(found.span, found.rule, None)
    partial, span = found.reading, found.span
    mod = None
    if isinstance(partial, PartialDate):
        mod = _MODS.get(partial.part) or ("APPROX" if partial.approximate else "MORE_THAN" if partial.at_least else None)
    if granule.unit == "day":
        behind, before = (
            _PART_BEHIND.match(text, span.end, free.end),
            _PART_BEFORE.search(text[max(free.start, span.start - 40) : span.start]),
        )
        inside = _PART_WORD.search(span.of(text))
        match = inside or behind or before
        if match:
            span = Span(
                span.start - len(before[0]) if match is before and before else span.start, behind.end() if match is behind else span.end
            )
            part = DAY_PARTS[next(word for word in match.groups() if word).lower()]
            return TimeExpression(span, found.rule, Timex("TIME", f"{granule.value()}T{part}"))
    return TimeExpression(span, found.rule, Timex("DATE", granule.value(), mod))


def _with_clocks(
    read: list[TimeExpression], clocks: Sequence[tuple[int, Found]], granules: dict[int, Granule], state: _State, text: str
) -> list[TimeExpression]:
    """Times of day with their day: of the date beside them, which they then take in, else of the sentence, else of the story."""
    gone: set[int] = set()
    for index, found in clocks:
        assert isinstance(found.reading, TimeReading)
        span, day = found.span, None
        for other in (index + 1, index - 1):
            granule = granules.get(other)
            if granule is None or granule.unit != "day" or other in gone:
                continue
            low, high = sorted((span, read[other].span))
            if _BETWEEN.fullmatch(text[low.end : high.start]):
                span, day = Span(low.start, high.end), granule
                gone.add(other)
                break
        if day is None:
            near = [granules[at] for at in (index - 1, index + 1, index - 2) if at in granules and granules[at].unit == "day"]
            day = near[0] if near else _day_of_story(state)
        midnight = _MIDNIGHT.search(found.span.of(text)) is not None
        value = f"{day.value() if day else 'XXXX-XX-XX'}T{_clock(found.reading, midnight=midnight)}"
        read[index] = TimeExpression(span, found.rule, Timex("TIME", value))
    return [item for index, item in enumerate(read) if index not in gone]


def _day_of_story(state: _State) -> Granule | None:
    if state.narrative:
        return state.told if state.told and state.told.unit == "day" else None
    return Granule("day", state.published) if state.published else None


def _clock(reading: TimeReading, *, midnight: bool) -> str:
    """A time of day as TIMEX3 writes it: "midnight" is the end of its day."""
    value = reading.value
    minute = value.low if value.named is None else value.named
    zone = ""
    if midnight and not minute:
        minute = 24 * 60
    if len(value.zones) == 1:
        hours, minutes = divmod(abs(value.zones[0]), 60)
        zone = "Z" if not value.zones[0] else f"{'-' if value.zones[0] < 0 else '+'}{hours:02d}:{minutes:02d}"
    return f"{minute // 60:02d}:{minute % 60:02d}{zone}"


@lru_cache(maxsize=2)
def _reader_of(rulebook: Rulebook) -> TimexReader:
    """One reader for all rules of a rulebook that are proved in a row."""
    return TimexReader(rulebook)


def prove_timex(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "timex": examples it misses or misreads, counter-examples it finds something in."""
    reader = _reader_of(rulebook)
    found: dict[str, list[tuple[str, str | None]]] = {}
    for text in [example.text for example in rule.examples] + list(rule.counter_examples):
        items = [item for item in reader.read_text(text, Publication(PROOF_DAY, PROOF_DAY, "proof")) if item.rule == rule.id]
        found[text] = [(item.span.of(text), item.timex.value if item.timex else None) for item in items]
    return check_examples(rule, found)

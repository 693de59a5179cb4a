"""Times of day in text: "8:21 a.m. EDT", "20:40", "0212 GMT", "half past nine", "shortly before one", "between 07:28 and 08:06 UTC".

Rules lie in rules/en/time.yaml.  A span covers the time with its half of the day and its zone; "around", "shortly before" and "by" stand
outside.  Two times for one moment ("7:00 a.m. local time (2200 GMT)") are two mentions, and the second tells the zone of the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.scanning import check_examples, compile_rules
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.rulebook.openings import Openings
from factcheck.rulebook.patterns import expand
from factcheck.text import Span, either_of
from factcheck.values import TimeValue
from factcheck.values.clock import DAY, HALF, OFFSETS

READERS = ("between", "spoken", "clock", "zoned", "parted", "plain", "word")
"""The readers that make times; the longest match wins, then the order of readers.

"zoned" needs a zone behind the time, "parted" a part of the day.
"""
MASKS = ("nothing",)
BEFORE = 60
"""Code points before and after a time that may tell how it is meant."""
NEAR = ((30, 12, 20), (15, 8, 10), (5, 6, 8), (1, 3, 3))
"""How far "around" (both ways) and "shortly before" (one way) reach, in minutes, for times that a number divides: people round to half
hours, quarters and fives."""
MIDDAY = 30
"""Minutes before noon that "midday" leaves open, and half of what it leaves open after."""
_DAY_BETWEEN = re.compile(r",?\s(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=,?\s)", re.IGNORECASE)
_BORDER = re.compile(r"[-:.,/$€£#\d]\Z")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands right behind a time: its zone (``offsets``; empty for local time) and the part of the day.

    ``end`` is where the time with both ends.  ``zone`` is "" without a zone, "foreign" for a clock whose offset is not known.
    """

    end: int
    zone: str = ""
    offsets: tuple[int, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What a time says by itself: the value, and the part it plays.

    ``bound`` is "at", "by", "until", "since", "from", "before" or "after" (without "shortly").  ``joined`` is set where the text tells the
    same moment on a second clock.
    """

    value: TimeValue
    bound: str = "at"
    joined: bool = False


class ClockFinder:
    """Finds times of day by the rules of kind "time"; no parse is needed."""

    kind = "time"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._hours = words.whole("time.hour")
        self._minutes = words.whole("time.minute")
        self._parts = words.text("time.daypart")
        self._zones = words.wholes("time.zone") | words.wholes("time.zone-letters")
        self._letters = frozenset(words["time.zone-letters"])
        self._leads = words.text("time.lead")
        self._points = words.whole("time.word")
        self._rules = compile_rules(rulebook, "time", READERS)
        self._masks = compile_rules(rulebook, "time", MASKS)
        self._openings = Openings([expand(compiled.rule.pattern, words) for compiled in self._rules])
        parts = either_of(words["time.daypart"])
        self._lead = re.compile(rf"(?<!\w)(?P<lead>{either_of(words['time.lead'])})(?:\s(?:at|the))?\s?\Z", re.IGNORECASE)
        self._same = re.compile(
            rf"\s?(?:[,;(/\[-]|,?\sor)\s?(?:or\s|i\.?e\.?,?\s)?(?:(?:{either_of(words['time.lead'])})\s)?\Z", re.IGNORECASE
        )
        self._part_before = re.compile(
            rf"(?<!\w)(?P<part>{parts})(?:\sof\s\w{{3,9}}\s\d{{1,2}})?,?\s(?:\w{{2,9}}\s){{0,2}}\Z", re.IGNORECASE
        )
        self._part_after = re.compile(
            rf",?\s(?P<inside>(?:in|of)\sthe\s(?:early\s|late\s)?|that\s|this\s|at\s(?=night)|(?=tonight))"
            rf"(?P<part>{parts})(?!\w|-|\s(?:raid|attack|session|shift|rush|sun|light|prayers?|news|show)\b)"
            rf"|,?\s(?:on\s|late\s|last\s|the\s(?:next|following|same)\s)?(?:\w{{3,6}}day'?s?\s)?(?P<apart>{parts})(?!\w|-)",
            re.IGNORECASE,
        )
        self._zone_after = re.compile(
            rf",?\s?(?:(?P<utc>GMT|UTC)\s?(?P<sign>[+-])\s?(?P<offset>\d{{1,2}})(?::?(?P<quarters>\d{{2}}))?"
            rf"|(?P<letters>{either_of(words['time.zone-letters']).upper()})|(?i:(?P<phrase>{either_of(words['time.zone'])}))"
            rf"|(?P<foreign>(?:[A-Z][\w.'-]{{1,20}}\s){{1,2}}(?:(?i:standard|daylight|summer)\s)?[Tt]ime))(?!\w)(?:\s\((?:GMT|UTC|E[SD]?T)\))?"
        )
        self._readers: dict[str, Callable[[re.Match[str], Tail], TimeValue | None]] = {
            "between": self._read_between,
            "spoken": self._read_spoken,
            "clock": self._read_clock,
            "zoned": self._read_zoned,
            "parted": self._read_parted,
            "plain": self._read_clock,
            "word": self._read_word,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every time of day of a passage, in reading order, without overlaps; the reading is a TimeReading."""
        text = passage.text
        taken: list[Span] | None = None
        found: list[tuple[int, int, Found]] = []
        for order, match in self._matches(text):
            compiled, start = self._rules[order], match.start("time")
            tail = self._tail(text, match.end("time"))
            span = Span(start, tail.end)
            if _BORDER.search(text[max(0, start - 1) : start]):
                continue
            taken = [other for other, _ in self.masked(passage)] if taken is None else taken
            if any(span.overlaps(other) for other in taken):
                continue
            value = self._readers[compiled.rule.reader](match, tail) if tail.zone != "foreign" else None
            if value is not None:
                found.append((-len(span), order, Found(self.kind, span, compiled.rule.id, self._with_lead(value, text, start))))
        if not found:
            return []
        chosen: list[Found] = []
        for _, _, item in sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].span)):
            if not any(item.span.overlaps(other.span) for other in chosen):
                chosen.append(item)
        return self._joined(text, sorted(chosen, key=lambda item: item.span))

    def _matches(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches of the rules where they may begin, each with its rule's index; those of one rule never overlap."""
        ends = [0] * len(self._rules)
        for start, rules in self._openings.places(text):
            for order in rules:
                match = self._rules[order].pattern.match(text, start) if start >= ends[order] else None
                if match:
                    ends[order] = match.end()
                    yield order, match

    def resolve(self, found: Found, context: Context) -> TimeValue | None:
        """The value; a time of day needs no context.  None where the reading is not one of times."""
        return found.reading.value if isinstance(found.reading, TimeReading) else None

    def masked(self, passage: Passage) -> list[tuple[Span, str]]:
        """What the rules with the reader "nothing" keep from being times: spans and rule ids, by rule."""
        return [
            (Span(match.start(), match.end()), compiled.rule.id)
            for compiled in self._masks
            for match in compiled.pattern.finditer(passage.text)
        ]

    def _tail(self, text: str, end: int) -> Tail:
        """The zone and the part of the day behind a time, in either order.

        A part that stands apart ("on Friday night") and a zone behind a day tell, but do not belong to the span.
        """
        tail = Tail(end)
        for _ in range(2):
            behind = text[tail.end : tail.end + BEFORE]
            zone = None if tail.zone else self._zone_after.match(behind)
            if zone is not None:
                tail = replace(tail, end=tail.end + zone.end(), zone=_sort_of(zone), offsets=self._offsets(zone))
                continue
            part = None if tail.part else self._part_after.match(behind)
            if part is not None:
                inside = part["part"] is not None
                word = (part["part"] or part["apart"]).lower()
                tail = replace(tail, end=tail.end + (part.end() if inside else 0), part=self._parts[word])
        if not tail.zone:
            day = _DAY_BETWEEN.match(text, tail.end)
            zone = self._zone_after.match(text[day.end() : day.end() + BEFORE]) if day else None
            if zone is not None:  # "3 p.m. on Friday, New York time"
                tail = replace(tail, zone=_sort_of(zone), offsets=self._offsets(zone))
        return tail

    def _offsets(self, zone: re.Match[str]) -> tuple[int, ...]:
        if zone["utc"]:
            offset = int(zone["offset"]) * 60 + int(zone["quarters"] or 0)
            signed = -offset if zone["sign"] == "-" else offset
            return (signed,) if signed in OFFSETS else ()
        return self._zones.get((zone["letters"] or zone["phrase"] or "").lower(), ())

    def _read_zoned(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        placed = tail.zone in self._letters and match.groupdict().get("at") is not None
        sure = placed or tail.offsets == (0,) or tail.zone == "local time"
        if not tail.zone or (match["four"] is not None and not sure):
            return None
        return self._read_clock(match, tail)

    def _read_parted(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        return self._read_clock(match, tail) if tail.part else None

    def _read_clock(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        groups = match.groupdict()
        spelled = groups.get("word")
        hour = self._hours[spelled.lower()] if spelled else int(groups["h"])
        minutes = hour * 60 + int(groups.get("m") or 0)
        half = self._half_of(match, hour, tail)
        if minutes > DAY or half == "?":
            return None
        figures = not spelled and (groups["h"].startswith("0") or groups.get("four") is not None)
        return _point(minutes, half, tail.offsets, exact=hour > 12 or hour == 0 or figures or tail.offsets == (0,))

    def _read_between(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        """From the first to the second; the half of the day told with the second holds for the first, where that makes it the earlier."""
        told = (int(match["h"]) * 60 + int(match["m"] or 0), int(match["h2"]) * 60 + int(match["m2"] or 0))
        half = self._half_of(match, told[1] // 60, tail)
        if max(told) >= DAY or half == "?" or not (half or tail.zone or (match["m"] and match["m2"] and ":" in match["time"])):
            return None
        exact = max(told) >= 13 * 60 or match["h"].startswith("0") or tail.offsets == (0,)
        first = _point(told[0], (match["half1"] or "")[:1].lower() or half, tail.offsets, exact=exact)
        second = _point(told[1], half, tail.offsets, exact=exact)
        if first is None or second is None or first.either != second.either:
            return None
        low = first.low
        if low > second.low and not match["half1"] and half == "p":
            low = (low + HALF) % DAY  # "between 11 and 1 p.m."
        if (second.low - low) % DAY > HALF:
            return None
        return TimeValue(low, second.low, tail.offsets, None, either=first.either)

    def _read_spoken(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        groups = match.groupdict()
        told, side = (
            next((word.lower() for name in (group, f"{group}_b", f"{group}_c") if (word := groups.get(name))), "past")
            for group in ("minute", "side")
        )
        hour, minute = self._hours[match["word"].lower()], self._minutes[told.replace("\n", " ")]
        to = side not in ("past", "after")
        half = self._half_of(match, hour if not to else hour - 1, tail)
        if half == "?":
            return None
        return _point((hour * 60 + (-minute if to else minute)) % HALF, half, tail.offsets)

    def _read_word(self, match: re.Match[str], tail: Tail) -> TimeValue | None:
        minute = self._points[match["word"].lower()]
        if minute < 0:
            return TimeValue(HALF - MIDDAY, HALF + 2 * MIDDAY, tail.offsets, HALF, approximate=True)
        return TimeValue(minute, minute, tail.offsets, minute)

    def _half_of(self, match: re.Match[str], hour: int, tail: Tail) -> str:
        """ "a", "p", "" where neither is told, "?" where what is told does not fit the hour."""
        half = (match.groupdict().get("half") or "")[:1].lower()
        if half:
            return "?" if hour > 12 and half == "a" else half
        part, start = tail.part, match.start("time")
        if not part:
            before = self._part_before.search(match.string[max(0, start - BEFORE) : start])
            part = self._parts[before["part"].lower()] if before else ""
        if not part or hour > 12:
            return ""
        return _half_by_part(part, hour % 12)

    def _with_lead(self, value: TimeValue, text: str, start: int) -> TimeReading:
        """The value as the words before it leave it, and the part it plays."""
        bound, position = "at", start
        for _ in range(3):
            lead = self._lead.search(text[max(0, position - BEFORE) : position])
            if lead is None:
                break
            sense = self._leads[lead["lead"].lower()]
            position -= len(lead[0])
            if sense in ("about", "short-before", "short-after"):
                value = _widened(value, sense)
            elif sense != "at":
                bound = sense
        return TimeReading(value, bound)

    def _joined(self, text: str, found: list[Found]) -> list[Found]:
        """The times, with the zone of one that is told on another clock as well."""
        items = list(found)
        for index, (left, right) in enumerate(pairwise(found)):
            between = text[left.span.end : right.span.start]
            if len(between) > BEFORE // 2 or not self._same.match(between):
                continue
            first, second = items[index].reading, right.reading
            if not isinstance(first, TimeReading) or not isinstance(second, TimeReading):
                continue
            pair = _one_moment(first, second)
            if pair is not None:
                items[index], items[index + 1] = replace(items[index], reading=pair[0]), replace(right, reading=pair[1])
        return items


def _point(minutes: int, half: str, zones: tuple[int, ...], *, exact: bool = False) -> TimeValue | None:
    """One minute on a clock of twelve or, where ``exact``, of twenty-four hours; 24:00 is midnight; None beyond it."""
    if minutes > DAY:
        return None
    minutes %= DAY
    if half and minutes < 13 * 60:
        minutes = minutes % HALF + (HALF if half == "p" else 0)
    return TimeValue(minutes, minutes, zones, minutes, either=not half and not exact and minutes < 13 * 60)


def _half_by_part(part: str, hour: int) -> str:
    """The half of the day that a part of it tells for an hour of the clock (0 for twelve)."""
    if part in ("morning", "dawn"):
        return "a"
    if part == "afternoon":
        return "p" if hour < 8 else "?"
    if part == "evening":
        return "p" if hour >= 3 else "?"
    return "p" if hour >= 7 else "a" if hour < 5 else ""  # night


def _widened(value: TimeValue, sense: str) -> TimeValue:
    """The value with what "around" or "shortly before" leaves open."""
    if value.named is None:
        return replace(value, approximate=True)
    both, one = next((both, one) for step, both, one in NEAR if value.named % step == 0)
    low, high = value.low, value.high
    if sense != "short-after":
        low = (low - (one if sense == "short-before" else both)) % DAY
    if sense != "short-before":
        high = (high + (one if sense == "short-after" else both)) % DAY
    return replace(value, low=low, high=high, approximate=True)


def _one_moment(first: TimeReading, second: TimeReading) -> tuple[TimeReading, TimeReading] | None:
    """Two times as one moment, each with its zone; None where they cannot be one."""
    left, right = first.value, second.value
    if left.named is None or right.named is None or left.either or right.either:
        return None
    if len(left.zones) == 1 and len(right.zones) == 1:
        same = (left.named - left.zones[0]) % DAY == (right.named - right.zones[0]) % DAY
        return (replace(first, joined=True), replace(second, joined=True)) if same else None
    known, other = (left, right) if left.zones else (right, left)
    if len(known.zones) != 1 or other.zones or known.named is None or other.named is None:
        return None
    ahead = (other.named - (known.named - known.zones[0])) % DAY
    offset = next((zone for zone in (ahead, ahead - DAY) if zone in OFFSETS), None)
    if offset is None:
        return None
    told = replace(other, zones=(offset,))
    pair = (known, told) if known is left else (told, known)
    bound = second.bound if first.bound == "at" else first.bound
    return TimeReading(pair[0], bound, joined=True), TimeReading(pair[1], bound, joined=True)


def _sort_of(zone: re.Match[str]) -> str:
    return "foreign" if zone["foreign"] else (zone["letters"] or zone["phrase"] or zone["utc"]).lower()


@lru_cache(maxsize=2)
def _finder_of(rulebook: Rulebook) -> ClockFinder:
    """One finder for all rules of a rulebook that are proved in a row."""
    return ClockFinder(rulebook)


def prove_time(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "time": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with the reader "nothing" names what the rule keeps from being a time.
    """
    finder = _finder_of(rulebook)
    found: dict[str, list[tuple[str, str | None]]] = {}
    for text in [example.text for example in rule.examples] + list(rule.counter_examples):
        if rule.reader in MASKS:
            found[text] = [(span.of(text), None) for span, name in finder.masked(Passage(text)) if name == rule.id]
            continue
        items = [item for item in finder.find(Passage(text)) if item.rule == rule.id]
        found[text] = [(item.span.of(text), item.reading.value.iso()) for item in items if isinstance(item.reading, TimeReading)]
    return check_examples(rule, found)

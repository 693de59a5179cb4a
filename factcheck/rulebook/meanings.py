"""What the values of a word list may be, where the program knows what they mean: units, months, zones, classes of events.

A list of the table below whose value is none of these would be read without complaint and then find nothing, or crash on one text in a
thousand.  Every value is checked when the rules are read, of shipped lists and of those that override them; lists that the table
does not name hold whatever words they like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from factcheck.errors import Location, Problem
from factcheck.rulebook.models import Cell, EventRule, Rule, WordsRule
from factcheck.values.clock import DAY, OFFSETS
from factcheck.values.duration import SECONDS
from factcheck.values.feasts import MOVING

Place = Callable[..., Location]
Suggest = Callable[[str, Iterable[str]], str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each value of a list must be; ``wanted`` says it in words for people."""

    known: Container[Cell]
    wanted: str


@dataclass(frozen=True, slots=True)
class _Range:
    """Numbers from ``low`` to ``high``, both inclusive; whole ones alone if ``whole``."""

    low: float
    high: float
    whole: bool = True

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int if self.whole else (int, float)) and not isinstance(value, bool) and self.low <= value <= self.high


class _Feasts:
    """Days of the year as month * 100 + day."""

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, int):
            return False
        try:
            date(2024, value // 100, value % 100)  # a leap year
        except ValueError:
            return False
        return True


class _Sided:
    """Texts "AXIS:POLE", of which two poles of one axis exclude each other."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(r"[a-z][a-z-]*:[a-z0-9][a-z0-9 -]*", value) is not None


def _one_of(*names: str) -> Meaning:
    return Meaning(frozenset(names), f"one of: {', '.join(names)}")


def _from(low: int, high: int) -> Meaning:
    return Meaning(_Range(low, high), f"a whole number from {low} to {high}")


_MONTH, _WEEKDAY, _DAY_OF_MONTH = _from(1, 12), _from(0, 6), _from(1, 31)
_UNIT = _one_of(*SECONDS)
_LOOSE_UNIT = _one_of(*SECONDS, "fortnight")
_CALENDAR_UNIT = _one_of("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_STEP = _from(-1, 1)
_FEAST = Meaning(_Feasts(), "a day of the year as month and two digits of the day: 1225")
_OFFSET = Meaning(OFFSETS, "minutes ahead of Greenwich, as some zone has them: 120, -300")
_GENDER = _one_of("f", "m", "u")
_SIDE = Meaning(_Sided(), "an axis and a pole of it: level:up")

MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        "age.unit": _UNIT,
        "calendar-unit": _CALENDAR_UNIT,
        "century": _from(1, 99),
        "date-bound": _one_of("by", "since", "until"),
        "date-unit": _LOOSE_UNIT,
        "dateline.month": _MONTH,
        "dateline.weekday": _from(1, 7),
        "day": _DAY_OF_MONTH,
        "day-word": _DAY_OF_MONTH,
        "doer.party": _SIDE,
        "duration.night": _UNIT,
        "duration.plural": _UNIT,
        "duration.unit": _UNIT,
        "feast": _FEAST,
        "may-month": _MONTH,
        "measure.direction": Meaning(_Range(0, 359.99, whole=False), "degrees from north, from 0 to below 360"),
        "month": _MONTH,
        "month-clear": _MONTH,
        "month-name": _MONTH,
        "month-shared": _MONTH,
        "moment.phase": _one_of("start", "end", "restore"),
        "name.address-gender": _one_of("f", "m"),
        "name.given": _GENDER,
        "name.given-further": _GENDER,
        "noun.place-level": _one_of("city", "region", "country"),
        "percent.unit": _one_of("share", "points", "mille"),
        "plain.axis-object": _one_of("any", "none", "person", "same"),
        "plain.pole": _SIDE,
        "plain.state": _SIDE,
        "role.standing": _one_of("acting", "current", "deputy", "former", "future"),
        "scope.decided": _one_of("itself", "object"),
        "season": _MONTH,
        "time.daypart": _one_of("morning", "afternoon", "evening", "night", "dawn"),
        "time.hour": _from(1, 12),
        "time.hour-word": _from(1, 12),
        "time.minute": _from(0, 59),
        "time.word": _from(-1, DAY - 1),
        "time.zone": _OFFSET,
        "time.zone-letters": _OFFSET,
        "timex-feast": _FEAST,
        "timex-moving": _one_of(*MOVING),
        "timex-one": _UNIT,
        "timex-plural": _LOOSE_UNIT,
        "timex-unit": _LOOSE_UNIT,
        "timex-word": _one_of("PAST_REF", "PRESENT_REF", "FUTURE_REF"),
        "told-unit": _CALENDAR_UNIT,
        "noun.phase": _one_of("start", "end"),
        "verb.phase": _one_of("be", "plan", "start", "resume", "end"),
        "weekday": _WEEKDAY,
        "weekday-name": _WEEKDAY,
        "which": _STEP,
        "which-told": _STEP,
        "which-told-the": _STEP,
    }
)
"""By the id of a list, what its values must be."""

EVENT_WORDS = (
    *("age.accused-event", "count.toll", "count.state", "fate.class", "deed.vague", "deed.undergone", "deed.opposite"),
    *(
        "event.accusing",
        "event.beside-death",
        "event.each",
        "event.generic",
        "event.onset",
        "event.received",
        "event.resulting",
        "event.secondary",
        "event.single",
        "event.suffered",
        "event.undergone",
    ),
    *("event.unique", "scope.decided", "scope.taking", "time.beginning", "time.moment", "time.once-a-day", "where.single"),
)
"""Lists whose words are classes of events (``rules/events/``)."""
EVENT_VALUES = ("count.also-told", "count.same-event", "deed.opposite", "measure.main", "noun.concerned", "state.counted", "time.moment")
"""Lists whose values are classes of events."""
KEYS_OF = MappingProxyType({"count.casualty": "state.counted", "count.casualty-verb": "state.counted", "count.nominal": "state.counted"})
"""Lists whose values are words of another list; those of "unit.X" are units of "size.X" as well."""


def meaning_faults(rule: Rule, rules: Mapping[str, Rule], at: Place, suggest: Suggest) -> Iterator[Problem]:
    """The values of a word list that no part of the program knows: E213, and E209 for classes of events that no rule defines.

    Args:
        rule: a rule; those that are no word list, and lists whose values are free, have no faults.
        rules: all rules by id.
        at: where its parts stand.
        suggest: words the hint for a name that is not known.
    """
    if not isinstance(rule, WordsRule):
        return
    meaning = MEANINGS.get(rule.id)
    if meaning is not None:
        for path, value in _values(rule):
            if value not in meaning.known:
                yield Problem("E213", f"{rule.id}: the program does not know the value {value!r}", at(*path), meaning.wanted)
    other = rules.get(KEYS_OF.get(rule.id) or (f"size.{rule.id.removeprefix('unit.')}" if rule.id.startswith("unit.") else ""))
    if isinstance(other, WordsRule):
        listed = [str(word) for _, word in _words(other)]
        for path, value in _values(rule):
            if value not in listed:
                yield Problem("E213", f"{rule.id}: no word of the list {other.id} is {value!r}", at(*path), suggest(str(value), listed))
    yield from _event_faults(rule, rules, at, suggest)


def _event_faults(rule: WordsRule, rules: Mapping[str, Rule], at: Place, suggest: Suggest) -> Iterator[Problem]:
    named = [*(_words(rule) if rule.id in EVENT_WORDS else ()), *(_values(rule) if rule.id in EVENT_VALUES else ())]
    for path, name in named:
        if not isinstance(rules.get(str(name)), EventRule):
            classes = [other.id for other in rules.values() if isinstance(other, EventRule)]
            yield Problem("E209", f"{rule.id}: no class of events {name!r}", at(*path), suggest(str(name), classes))


def _words(rule: WordsRule) -> Iterator[tuple[tuple[str | int, ...], Cell]]:
    """Each word with the keys and indices that lead to it."""
    yield from ((("words", index), word) for index, word in enumerate(rule.words))
    yield from ((("groups", group, index), word) for group, words in rule.groups.items() for index, word in enumerate(words))
    yield from ((("table", word), word) for word in rule.table)


def _values(rule: WordsRule) -> Iterator[tuple[tuple[str | int, ...], Cell]]:
    """Each value with the keys and indices that lead to it: a group, a cell of a table, or of a row of it."""
    yield from ((("groups", group), group) for group in rule.groups)
    for word, value in rule.table.items():
        if isinstance(value, list):
            yield from ((("table", word, index), cell) for index, cell in enumerate(value))
        else:
            yield ("table", word), value

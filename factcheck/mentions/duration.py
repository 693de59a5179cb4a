"""Lengths of time: "a six-week war", "24 hours", "half an hour", "almost a full minute", "the weeklong manhunt", "for decades".

A span covers number and unit, joined or not, with "half" and "long"; qualifiers ("almost", "more than") stand outside.  Lengths that only
lead to a point of time ("three years later", "the past decade"), rates and ages are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.heads import HeadFinder
from factcheck.mentions.numbers import Number, number_reader_of
from factcheck.mentions.qualifiers import Bounds, Qualifiers, bounds_of, spread
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, matches, possible, prove_examples, taken_by
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import DurationValue
from factcheck.values.duration import SECONDS, hours

READERS = ("compound", "half", "range", "amount", "long", "vague", "indefinite")
"""The readers that make durations; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
MOST = 1e6
"""More units than this are no length that a story tells; the bound also keeps hours finite."""
_HALF_STEP, _QUARTER_STEP = 0.5, 0.25
_IDIOMS = (("in", "advance"), ("-", "a"), ("-", "an"), ("-", "per"))
"""Two words behind a length that make it a point of time or a rate ("a five-day-a-week job")."""


@dataclass(frozen=True, slots=True)
class DurationReading:
    """What a duration says by itself.

    ``low``, ``high`` (hours, both inclusive; ``high`` None: no limit), ``amount``, ``unit`` and ``approximate`` are as in DurationValue.
    ``of`` is the noun that lasts, where it stands beside ("six-week war": war; "three days of talks": talk), in the singular, folded; ""
    where none does.  ``vague`` marks lengths without a number ("for weeks"), ``joined`` those that stand before their noun ("six-week"),
    ``counted`` those that are counted from a beginning ("16 days after it began").
    """

    low: float
    high: float | None
    amount: float | None
    unit: str
    approximate: bool = False
    of: str = ""
    vague: bool = False
    joined: bool = False
    counted: bool = False


Result = tuple[Span, DurationReading] | None
Reader = Callable[[Scan, re.Match[str]], Result]


class DurationFinder(MaskedFinder):
    """Finds durations by the rules of kind "duration"."""

    kind = "duration"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self.scan = partial(Scan.of, reader=number_reader_of(rulebook))
        self._heads = HeadFinder(rulebook)
        self._qualifiers = Qualifiers(rulebook)
        units, times = words.text("duration.unit") | words.text("duration.night"), words.number("duration.times")
        self._units = {word: (times.get(word, 1.0), unit) for word, unit in units.items()}
        self._stems = tuple(word for word in self._units if not any(other in word for other in self._units if other != word))
        self._loose = words.numbers("duration.loose")
        self._after = frozenset(words["duration.anchored-after"])
        self._may_last, self._point_after = frozenset(words["duration.may-last"]), frozenset(words["duration.point-after"])
        self._anchoring, self._anchored = frozenset(words["duration.anchoring"]), frozenset(words["duration.anchored-noun"])
        self._of_owner = frozenset(words["duration.of-owner"])
        self._before = frozenset(words["duration.anchored-before"])
        self._taking_up, self._starting = frozenset(words["duration.taking-up"]), frozenset(words["duration.starting"])
        self._indefinite_before = frozenset(words["duration.indefinite-before"])
        self._spending = frozenset(words["duration.spending"])
        self._not_things = frozenset(words["duration.not-thing"])
        self._somebody = frozenset(words["duration.somebody"])
        self._months = frozenset(words["month"])
        self._rules = compile_rules(rulebook, "duration", READERS)
        self._masks = compile_rules(rulebook, "duration", MASKS)
        self._readers: dict[str, Reader] = {
            "compound": self._read_compound,
            "half": self._read_half,
            "range": self._read_range,
            "amount": self._read_amount,
            "indefinite": self._read_indefinite,
            "long": self._read_long,
            "vague": self._read_vague,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every duration of a passage, in reading order, without overlaps; the reading is a DurationReading."""
        folded = passage.text.lower()
        if not any(stem in folded for stem in self._stems):
            return []
        scan = self.scan(passage)
        taken = taken_by(self.masked(scan), scan)
        found: list[Found] = []
        for compiled in possible(self._rules, scan):
            for match in matches(compiled, scan):
                if any(taken[match.start() : match.end()]):
                    continue
                result = self._readers[compiled.rule.reader](scan, match)
                # a length that only leads to a point of time takes its words too, so that no part of it is read as another length
                taken[match.start() : match.end()] = b"\1" * len(match[0])
                if result is not None:
                    found.append(Found(self.kind, result[0], compiled.rule.id, result[1]))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> DurationValue | None:
        """The value; a duration needs no context.  None where the reading is not one of durations."""
        reading = found.reading
        if not isinstance(reading, DurationReading):
            return None
        return DurationValue(reading.low, reading.high, reading.amount, reading.unit, reading.approximate)

    def _read_amount(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        if number is None or number.amount > MOST or not self._stands(scan, match, number):
            return None
        factor, unit = self._units[match["unit"].lower()]
        effects = self._effects(scan, match, number)
        bounds = bounds_of(number, effects, whole=False)
        return self._result(scan, match, bounds, factor, unit, number.amount)

    def _read_range(self, scan: Scan, match: re.Match[str]) -> Result:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        if low is None or high is None or not low.amount < high.amount <= MOST or not self._stands(scan, match, low):
            return None
        factor, unit = self._units[match["unit"].lower()]
        steps = {low.amount: low.step, high.amount: high.step}
        bounds = spread(low.amount, high.amount, steps, self._effects(scan, match, low), whole=False)
        return self._result(scan, match, bounds, factor, unit, None, start=match.start("low"))

    def _read_half(self, scan: Scan, match: re.Match[str]) -> Result:
        groups = match.groupdict()
        word = next((groups[name] for name in ("unit", "single", "unit2") if groups.get(name)), None)
        if word is None:
            return None
        number = scan.number(match, "n") if groups.get("n") else None
        if groups.get("n") and (number is None or number.amount > MOST):
            return None
        one = groups.get("one") or ""
        counted = scan.number(match, "one") if one and ("@" in one or "#" in one) else None
        if one and "@" in one and (counted is None or counted.amount > MOST):
            return None
        number = number or counted  # "six years and a half"
        whole = number.amount if number else 1.0 if one else 0.0
        if not self._stands(scan, match, number):
            return None
        factor, unit = self._units[word.lower()]
        effects = self._effects(scan, match, number)
        step = _QUARTER_STEP if any(groups.get(name) for name in ("part", "part2", "three")) else _HALF_STEP
        amount = whole + (3 * step if groups.get("three") else step)
        bounds = spread(amount, amount, {amount: step}, effects, whole=False)
        return self._result(scan, match, bounds, factor, unit, amount)

    def _read_compound(self, scan: Scan, match: re.Match[str]) -> Result:
        first = scan.number(match, "n")
        parts: list[tuple[float, float, float]] = []  # how many, the place of the last digit, seconds of the unit
        for group, word in (("n", "unit"), ("m", "smaller"), ("k", "smallest")):
            if match[word] is None:
                break
            number = scan.number(match, group) if match[group] is not None else None
            amount, step = (number.amount, number.step) if number is not None else (1.0, 1.0)
            factor, unit = self._units[match[word].lower()]
            seconds = factor * SECONDS[unit]
            counted = number is not None or match[group] is None or match[group].lower() in ("a", "an")
            if not counted or amount > MOST or (parts and seconds >= parts[-1][2]):
                return None
            parts.append((amount, step, seconds))
        if not self._stands(scan, match, first):
            return None
        largest = parts[0][2]
        amount = round(sum(many * seconds for many, _, seconds in parts) / largest, 6)
        step = parts[-1][1] * parts[-1][2] / largest
        bounds = spread(amount, amount, {amount: step}, self._effects(scan, match, first), whole=False)
        return self._result(scan, match, bounds, *self._units[match["unit"].lower()], amount)

    def _read_indefinite(self, scan: Scan, match: re.Match[str]) -> Result:
        word = match["unit"].lower()
        effects, start = self._qualifiers.before(scan.text, match.start())
        before = scan.word(scan.index_at(start) - 1)
        widened = [effect for effect in effects if effect != "exact"]
        if not (match["whole"] or widened or before in self._indefinite_before):
            return None
        if (word == "second" and not widened) or not self._stands(scan, match, None):
            return None
        factor, unit = self._units[word]
        bounds = spread(1.0, 1.0, {1.0: 1.0}, effects, whole=False)
        return self._result(scan, match, bounds, factor, unit, 1.0)

    def _read_long(self, scan: Scan, match: re.Match[str]) -> Result:
        word = match["unit"] or match["many"]
        if word is None:
            return None
        factor, unit = self._units[word.lower()]
        bounds = Bounds(1.0, 1.0) if match["unit"] else Bounds(2.0, None)
        return self._result(scan, match, bounds, factor, unit, 1.0 if match["unit"] else None, vague=bool(match["many"]))

    def _read_vague(self, scan: Scan, match: re.Match[str]) -> Result:
        groups = match.groupdict()
        if match["unit"] is None:
            return None
        factor, unit = self._units[match["unit"].lower()]
        loose = groups.get("number")
        low, *high = self._loose[loose.lower()] if loose else (2.0,)
        if not self._stands(scan, match, None):
            return None
        start = match.start() if loose else match.start("unit")
        bounds = Bounds(low, high[0] if high else None)
        return self._result(scan, match, bounds, factor, unit, None, start=start, vague=True)

    def _effects(self, scan: Scan, match: re.Match[str], number: Number | None) -> tuple[str, ...]:
        effects, _ = self._qualifiers.before(scan.text, match.start())
        inner = self._qualifiers.after(scan.text, number.span.end) if number else ()
        return effects + inner + self._qualifiers.after(scan.text, match.end())

    def _stands(self, scan: Scan, match: re.Match[str], number: Number | None) -> bool:
        """Whether nothing around makes the length a point of time, a rate, an age or a name."""
        _, start = self._qualifiers.before(scan.text, match.start())
        before = scan.index_at(start) - 1
        lasts = scan.word(before) == "last" and scan.word(before - 1) in self._may_last  # "is to last five days"
        spent = scan.word(before - 1) == "the" and scan.word(before - 2) in self._spending  # "will spend the next five years in prison"
        if (scan.word(before) in self._before and not lasts and not spent) or (
            scan.word(before) == "-" and scan.tokens[before].end == match.start()
        ):
            return False
        if (
            number is not None
            and not number.spelled
            and scan.word(number.first - 1) in self._months
            and scan.tokens[number.first - 1].capital
        ):
            return False
        after = scan.index_at(self._qualifiers.after_end(scan.text, match.end()))
        if scan.word(after) == "'":
            after += 1
        word, following = scan.word(after), scan.word(after + 1)
        if word in self._point_after and scan.word(before) == "for":
            return True  # "had been missing for three days when she was found"
        if word == "before" and scan.word(before) == "was" and scan.word(before - 1) == "it" and following in self._somebody:
            return True  # "it was two hours before somebody came"
        if word == "to" and following in ("come", "go"):
            return False
        named_day = word == "on" and after + 1 < len(scan.tokens) and scan.tokens[after + 1].capital  # "jailed for two years on Friday"
        stands = named_day or (word in self._anchoring and following in self._anchored) or self._is_counted(scan, after)
        if word in self._after and not stands:
            return False
        if word in self._not_things or (word == "-" and following in self._not_things) or (word, following) in _IDIOMS:
            return False
        unit_at = after - 1
        named = number is not None and not scan.heading and 0 <= unit_at < len(scan.tokens) and scan.tokens[unit_at].capital
        return not (named and scan.tokens[unit_at].word.endswith("s") and not (after < len(scan.tokens) and scan.tokens[after].capital))

    def _is_counted(self, scan: Scan, after: int) -> bool:
        """Whether a length is counted from the beginning of what was told before: "after it began", "after its outbreak"."""
        if scan.word(after) != "after" or scan.word(after + 1) not in self._taking_up:
            return False
        return scan.word(after + (3 if scan.word(after + 2) == "had" else 2)) in self._starting

    def _result(
        self,
        scan: Scan,
        match: re.Match[str],
        bounds: Bounds,
        factor: float,
        unit: str,
        amount: float | None,
        *,
        start: int | None = None,
        vague: bool = False,
    ) -> Result:
        low = hours(bounds.low * factor, unit)
        high = None if bounds.high is None else hours(bounds.high * factor, unit)
        noun, joined = self._thing(scan, match, amount)
        if joined and noun in self._not_things:
            return None
        named = None if amount is None else amount * factor
        counted = self._is_counted(scan, scan.index_at(self._qualifiers.after_end(scan.text, match.end())))
        reading = DurationReading(low, high, named, unit, bounds.approximate, noun, vague, joined, counted)
        return Span(match.start() if start is None else start, match.end()), reading

    def _thing(self, scan: Scan, match: re.Match[str], amount: float | None) -> tuple[str, bool]:
        """The noun that lasts, and whether the length stands before it."""
        at = scan.index_at(match.end())
        if scan.word(at) == "of":
            at += 2 if scan.word(at + 1) in self._of_owner else 1
            head = self._heads.find(scan.tokens, at, many=True, tags=scan.tags)
            return (head.noun or self._heads.find(scan.tokens, at, many=False, tags=scan.tags).noun), False
        words = match[0].lower()
        joined = "-" in words or words.endswith("long") or (amount != 1 and not words.endswith("s"))
        if scan.word(at) == "'":
            joined, at = True, at + 1
        if not joined or match.groupdict().get("one"):
            return "", False
        return self._heads.find(scan.tokens, at, many=False, tags=scan.tags).noun, joined


def prove_duration(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "duration": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with the reader "nothing" names what the rule keeps from being a duration.
    """
    return prove_examples(rule, DurationFinder(rulebook))

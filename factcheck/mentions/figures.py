"""Figures: numbers that no other kind reads, with the unit or noun behind them, or bare ("rose to 2.35", "4.5 kitchens", "18 degrees").

Other kinds are strict, because claims are made of what they read; a figure is every other number that measures or counts something, so that
no quantity of a text goes without a mention.  A span covers number and unit; a counted noun and qualifiers stand outside.  Numbers that
name, date or order something are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.amounts import amount_reader_of, step_of
from factcheck.mentions.count_evidence import Evidence, joins
from factcheck.mentions.heads import Head, HeadFinder
from factcheck.mentions.numbers import Number
from factcheck.mentions.qualifiers import WINDOW, Bounds, Qualifiers, phrases_before, spread
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, prove_examples, read_values
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span, either_of
from factcheck.values import CountValue

READERS = ("figure-range", "figure-fold", "figure-vague", "figure")
"""The readers that make figures; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
"""The readers whose matches are no quantities of any kind."""
_LONG = 1000.0
"""Bare numbers from here on are amounts where they are not years; smaller ones need a word before them that says so."""
MOST = 1e15
_HALF = 0.5
_LONGEST = 6
"""Bare digits of more places that are not grouped are file numbers and the like."""
_FROM = re.compile(r"from [$£€]?[#@]{1,20}[ a-z%-]{0,16} to $", re.IGNORECASE)
_LINES = frozenset({480.0, 720.0, 1080.0, 1440.0, 2160.0})
"""Numbers of lines by which pictures are called; "1080p" is no sum."""


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What a figure says by itself.

    ``low``, ``high`` (None: no limit), ``named`` and ``approximate`` are as in CountValue.  ``unit`` is the unit behind the number as the
    list figure.unit names it ("point", "year", "year old"), ``of`` the counted noun in the singular, folded; both "" for a bare number.
    ``vague`` marks words without a number ("hundreds of miles").
    """

    low: float
    high: float | None
    named: float | None = None
    approximate: bool = False
    unit: str = ""
    of: str = ""
    vague: bool = False


Result = tuple[Span, FigureReading] | None
Reader = Callable[[Scan, re.Match[str]], Result]


class FigureFinder(MaskedFinder):
    """Finds figures by the rules of kind "count" with the readers of READERS."""

    kind = "count"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._amounts = amount_reader_of(rulebook)
        self.scan = self._amounts.scan
        self._heads = HeadFinder(rulebook)
        self._qualifiers = Qualifiers(rulebook)
        self._evidence = Evidence(rulebook, self._heads, self._qualifiers)
        self._units = words.text("figure.unit")
        between = either_of(words["figure.unit-adjective"])
        self._unit = re.compile(
            rf"(?P<half> and a half)?(?P<joint>(?: ?- ?| )?)(?:(?:{between}) )?(?P<unit>{either_of(self._units)})(?!\w)",
            re.IGNORECASE,
        )
        self._vague = words.numbers("count.vague-word")
        self._joined = frozenset(words["figure.joined"])
        self._compared = phrases_before(words["figure.compared"])
        self._before = frozenset(words["figure.before"])
        self._folds = words.number("figure.fold")
        self._not_things = frozenset(words["figure.not-thing"])
        self._rules = compile_rules(rulebook, self.kind, READERS)
        self._masks = compile_rules(rulebook, self.kind, MASKS)
        self._readers: dict[str, Reader] = {
            "figure-range": self._read_range,
            "figure-fold": self._read_fold,
            "figure-vague": self._read_vague,
            "figure": self._read_figure,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every figure of a passage, in reading order, without overlaps; the reading is a FigureReading.

        What other kinds read is found here too: they come first, and what they took is dropped by whoever asks all of them.
        """
        scan = self.scan(passage)
        return [Found(self.kind, *read) for read in read_values(scan, self.masked(scan), self._rules, self._readers)]

    def resolve(self, found: Found, context: Context) -> CountValue | None:
        """The value; a figure needs no context.  None where the reading is not one of figures."""
        reading = found.reading
        if not isinstance(reading, FigureReading):
            return None
        return CountValue(reading.low, reading.high, reading.named, reading.approximate, reading.unit or reading.of)

    def _read_figure(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        if number is None or self._is_joined(scan, number, number):
            return None
        unit = self._unit_behind(scan, number)
        amount, step = number.amount, step_of(scan.text, number)
        if unit is not None and unit["half"]:
            amount, step = amount + _HALF, _HALF
        effects = (*self._effects(scan, number, number), "about") if number.loose else self._effects(scan, number, number)
        bounds = spread(amount, amount, {amount: step}, effects, whole=unit is None and number.whole)
        return self._result(scan, number, number, bounds, amount)

    def _read_range(self, scan: Scan, match: re.Match[str]) -> Result:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        if low is None or high is None or self._is_joined(scan, low, high):
            return None
        start = match.start()
        if self._amounts.is_change(scan, low, high, start):
            return None
        told = self._amounts.range(scan, low, high, self._effects(scan, low, high))
        if told is None or self._unit_behind(scan, high) is None:
            return None
        return self._result(scan, low, high, told.bounds, None)

    def _read_fold(self, scan: Scan, match: re.Match[str]) -> Result:
        amount = self._folds[match["fold"].lower()]
        effects, _ = self._qualifiers.before(scan.text, match.start())
        bounds = spread(amount, amount, {amount: 1.0}, effects, whole=False)
        return Span(match.start(), match.end()), FigureReading(bounds.low, bounds.high, amount, bounds.approximate, "time")

    def _read_vague(self, scan: Scan, match: re.Match[str]) -> Result:
        low, *high = self._vague[match["word"].lower()]
        at = scan.index_at(match.end())
        at += scan.word(at) == "of"
        noun = self._heads.singular(scan.word(at)) if at < len(scan.tokens) else ""
        if not self._evidence.is_unit_noun(noun):
            return None
        return Span(match.start(), match.end()), FigureReading(low, high[0] if high else None, of=noun, vague=True)

    def _unit_behind(self, scan: Scan, number: Number) -> re.Match[str] | None:
        """The unit right behind a number; pence only where their letter is joined to it."""
        unit = self._unit.match(scan.text, number.span.end)
        if unit is None:
            return None
        word = unit["unit"].lower()
        if word in ("p", "mp") and (unit["joint"] or number.amount in _LINES):
            return None
        idiom = number.spelled and number.amount == 1 and word in ("point", "time", "day", "night", "second")
        return None if idiom else unit

    def _effects(self, scan: Scan, first: Number, last: Number) -> tuple[str, ...]:
        return self._amounts.effects(scan, first.span.start, last.span.end)

    def _result(self, scan: Scan, first: Number, last: Number, bounds: Bounds, named: float | None) -> Result:
        """The figure of a number or range, with its unit, its noun, or neither; None where it counts nothing."""
        if last.amount > MOST or self._evidence.is_name(scan, first):
            return None
        unit = self._unit_behind(scan, last)
        if unit is not None:
            span, name = Span(first.span.start, unit.end()), self._units[unit["unit"].lower()]
            return span, FigureReading(bounds.low, bounds.high, named, bounds.approximate, name)
        head = self._head(scan, last)
        if self._evidence.is_year(scan, last, plural_follows=bool(head.noun)) or self._is_order(scan, first, last):
            return None
        if head.noun and last.amount != 1 and not (last.letter and first.spelled):
            span = Span(first.span.start, last.span.end)
            return span, FigureReading(bounds.low, bounds.high, named, bounds.approximate, of=head.noun)
        if not self._stands_alone(scan, first, last):
            return None
        return Span(first.span.start, last.span.end), FigureReading(bounds.low, bounds.high, named, bounds.approximate)

    def _head(self, scan: Scan, number: Number) -> Head:
        after = self._evidence.after_number(scan, number)
        index = after.index
        if scan.word(index) == "of" and scan.word(index + 1).endswith("'s"):
            index += 2  # "two of the mayor's sons", "two of Ray's sons"
        if scan.word(index) in self._joined and index + 1 < len(scan.tokens) and scan.word(index + 1).isalpha():
            return Head(scan.word(index), frozenset(), index)
        head = self._heads.find(scan.tokens, index, many=number.amount != 1, tags=scan.tags)
        return Head() if self._evidence.is_unit_noun(head.noun) else head

    def _is_joined(self, scan: Scan, first: Number, last: Number) -> bool:
        """Whether a number is part of a score, a record, a code or a longer number."""
        before, after = scan.marked[max(0, first.span.start - 2) : first.span.start], scan.marked[last.span.end : last.span.end + 2]
        minus = before.endswith("-") or scan.text[max(0, first.span.start - 6) : first.span.start].lower() in ("minus ", "minus-")
        return minus or joins(before[::-1], _JOINTS) or joins(after, _JOINTS)

    def _is_order(self, scan: Scan, first: Number, last: Number) -> bool:
        """Whether a number only orders or names what stands beside it ("Chapter 5", "iPhone 11 Pro")."""
        following = scan.tokens[last.last + 1] if last.last + 1 < len(scan.tokens) else None
        if following is not None and following.word in self._not_things:
            return True
        previous = scan.tokens[first.first - 1] if first.first else None
        if previous is not None and previous.digits and previous.start not in scan.numbers and previous.end + 1 == first.span.start:
            return True  # part of a telephone number
        if previous is None or previous.end + 1 < first.span.start:
            numbered = previous is None and following is not None and following.word in (".", ")", ":")
            return numbered and not last.spelled and last.amount < _LONG
        return previous.raw[-1:].isalpha() and previous.raw[-1:].isupper() and not previous.raw.isupper()

    def _leads_on(self, scan: Scan, index: int) -> bool:
        """Whether a number with a noun begins at a token ("from 30 to 40 soldiers")."""
        number = scan.numbers.get(scan.tokens[index].start) if index < len(scan.tokens) else None
        if number is None:
            return False
        word = scan.word(number.last + 1)
        return word.isalpha() and not self._heads.is_stop(word)

    def _stands_alone(self, scan: Scan, first: Number, last: Number) -> bool:
        """Whether a number without unit and noun is still an amount."""
        text = scan.text[last.span.start : last.span.end]
        effects, start = self._qualifiers.before(scan.text, first.span.start)
        led = scan.word(scan.index_at(start) - 1) in self._before
        window, marked = scan.text[max(0, start - WINDOW) : start], scan.marked[max(0, start - WINDOW) : start]
        following = (scan.word(last.last + 1), scan.word(last.last + 2))
        if following[0] == "of" and following[1] in _THEM:
            return last.amount > 1
        if last.amount > 1 and (following[0] == "per" or self._compared.search(window) or _FROM.search(marked)):
            return True
        if last.spelled:
            return last.amount >= _LONG and not last.loose
        if "." in text and not last.letter:
            return True
        if following[0] == "to" and scan.word(first.first - 1) == "from" and self._leads_on(scan, last.last + 2):
            return True
        if text.isdigit() and len(text) > _LONGEST:
            return False  # a file number
        if last.letter == "m" or (last.letter == "k" and last.amount <= 10 * _LONG):
            return False  # metres as often, and the sizes of screens ("4K")
        if "," in text or last.letter or last.amount >= 10 * _LONG or not text.isdigit():
            return led or bool(effects) or "," in text or bool(last.letter) or not text.isdigit()
        return bool(set(effects) - {"exact"}) and last.amount >= 2


_JOINTS = "-/:"
_THEM = frozenset({"us", "you", "them", "these", "those"})


def prove_figure(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of this module: examples it misses or misreads, counter-examples it finds something in."""
    return prove_examples(rule, FigureFinder(rulebook))

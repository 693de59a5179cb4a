"""Numbers of people and things: "four border villages", "around 100 thousand residents", "at least 84 dead", "dozens of vehicles".

A span covers the number's own words with their scale; qualifiers and the counted noun stand outside, but a noun joined by a hyphen belongs
to it ("six-nation").  A number without a counted noun is a count only where a word right beside it says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.count_evidence import Evidence
from factcheck.mentions.heads import Head, HeadFinder
from factcheck.mentions.numbers import Number, number_reader_of
from factcheck.mentions.qualifiers import Bounds, Qualifiers, bounds_of, spread
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, matches, possible, prove_examples, read_values
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import CountValue

READERS = ("group", "vague", "pair", "both", "lone", "another", "range", "hyphen", "nominal", "parent", "number")
"""The readers that make counts; rules of an earlier reader take their words first."""
PARENT = "count.parent"
"""The rule that reads the children of a parent ("mother of three")."""
MASKS = ("nothing", "other", "proportion")
"""The readers whose matches are no counts and belong to no count."""


@dataclass(frozen=True, slots=True)
class CountReading:
    """What a count says by itself.

    ``low``, ``high`` (None: no limit), ``named`` and ``approximate`` are as in CountValue.  ``of`` is the counted noun in the singular,
    folded; "person" for casualties without a noun, else "".  ``modifiers`` are the words between number and noun, in lower case.
    ``subset`` says how the text narrows the count: "further" (another four), "other", "part" (of them, including), "rest", "first",
    "last", "next", "new", "all", "whole" (of the 12), "definite" (the four, their four).  ``state`` is what a casualty word right beside
    says ("dead", "hurt", "missing", "held", ...), else "".  ``vague`` marks words without a number ("dozens"), ``joined`` a noun joined
    by a hyphen ("six-nation").
    """

    low: float
    high: float | None
    named: float | None = None
    approximate: bool = False
    of: str = ""
    modifiers: frozenset[str] = frozenset()
    subset: frozenset[str] = frozenset()
    state: str = ""
    vague: bool = False
    joined: bool = False


Reader = Callable[[Scan, re.Match[str]], tuple[Span, CountReading] | None]


class CountFinder(MaskedFinder):
    """Finds counts by the rules of kind "count"."""

    kind = "count"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._numbers = number_reader_of(rulebook)
        self.scan = partial(Scan.of, reader=self._numbers)
        self._heads = HeadFinder(rulebook)
        self._qualifiers = Qualifiers(rulebook)
        self._evidence = Evidence(rulebook, self._heads, self._qualifiers)
        self._groups = words.text("count.group-noun")
        self._vague = words.numbers("count.vague-word")
        self._pair_nouns = frozenset(words["count.pair-noun"])
        self._nominal = {word: str(value) for word, value in words["count.nominal"].items()}
        self._rules = compile_rules(rulebook, "count", READERS)
        self._masks = compile_rules(rulebook, "count", MASKS)
        self._readers: dict[str, Reader] = {
            "group": self._read_group,
            "vague": self._read_vague,
            "pair": self._read_pair,
            "both": self._read_both,
            "lone": self._read_lone,
            "another": self._read_another,
            "range": self._read_range,
            "hyphen": self._read_hyphen,
            "nominal": self._read_nominal,
            "parent": self._read_parent,
            "number": self._read_number,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every count of a passage, in reading order, without overlaps; the reading is a CountReading."""
        scan = self.scan(passage)
        return [Found(self.kind, *read) for read in read_values(scan, self.masked(scan), self._rules, self._readers, clear=False)]

    def resolve(self, found: Found, context: Context) -> CountValue | None:
        """The value; a count needs no context.  None where the reading is not one of counts."""
        reading = found.reading
        if not isinstance(reading, CountReading):
            return None
        return CountValue(reading.low, reading.high, reading.named, reading.approximate, reading.of)

    def masked(self, scan: Scan) -> list[tuple[Span, str]]:
        """As of all finders, of proportions only those that are one: "three in five"."""
        return [
            (Span(*match.span()), compiled.rule.id)
            for compiled in possible(self._masks, scan)
            for match in matches(compiled, scan)
            if compiled.rule.reader != "proportion" or self._is_proportion(scan, match)
        ]

    def _is_proportion(self, scan: Scan, match: re.Match[str]) -> bool:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        if low is None or high is None or not 0 < low.amount < high.amount <= 1000:
            return False
        return not self._evidence.is_unit(scan, high.last + 1)

    def _read_number(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        number = scan.number(match, "n")
        if number is None or self._evidence.excludes(scan, number):
            return None
        effects, start = self._qualifiers.before(scan.text, number.span.start)
        effects += self._qualifiers.after(scan.text, number.span.end)
        return self._read(scan, number, number, bounds_of(number, effects, whole=True), start)

    def _read_nominal(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        number, state = scan.number(match, "n"), self._nominal.get((match["whom"] or "death").lower())
        if number is None or state is None or self._evidence.excludes(scan, number) or not number.whole:
            return None
        effects, _ = self._qualifiers.before(scan.text, number.span.start)
        bounds = bounds_of(number, effects, whole=True)
        return number.span, CountReading(bounds.low, bounds.high, number.amount, bounds.approximate, "person", state=state)

    def _read_parent(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        number = scan.number(match, "n")
        if number is None or not number.whole or self._heads.find(scan.tokens, number.last + 1, many=True, tags=scan.tags).noun:
            return None  # "the mother of two victims"
        return number.span, CountReading(number.amount, number.amount, number.amount, of="child")

    def _read_group(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        number = scan.number(match, "n")
        if number is None or self._evidence.excludes(scan, number) or self._evidence.is_name(scan, number):
            return None
        if self._evidence.is_unit(scan, number.last + 1) or self._evidence.is_year(scan, number, plural_follows=False):
            return None
        before = match.start("n") < match.start("group")  # "a 40-strong team"
        if not before and self._heads.find(scan.tokens, number.last + 1, many=True, tags=scan.tags).noun:
            return None  # "a group of seven men" counts men
        effects, _ = self._qualifiers.before(scan.text, number.span.start)
        bounds = bounds_of(number, effects, whole=True)
        return number.span, CountReading(bounds.low, bounds.high, number.amount, bounds.approximate, self._groups[match["group"].lower()])

    def _read_range(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        if low is None or high is None or self._evidence.excludes(scan, low, high):
            return None
        effects, start = self._qualifiers.before(scan.text, low.span.start)
        if scan.word(scan.index_at(start) - 1) == "from" and not match[0].lower().startswith("between"):
            return None  # a change from one figure to another
        smaller = low.amount * self._numbers.shared_scale(scan.tokens, low, high)  # "2 to 3 million"
        if not smaller < high.amount or not float(smaller).is_integer():
            return None
        bounds = spread(smaller, high.amount, {smaller: low.step, high.amount: high.step}, effects, whole=True)
        result = self._read(scan, low, high, bounds, start)
        return result and (result[0], replace(result[1], named=None))

    def _read(self, scan: Scan, first: Number, last: Number, bounds: Bounds, start: int) -> tuple[Span, CountReading] | None:
        """The count of a number or range whose qualifiers begin at ``start``: with its noun, or with other evidence."""
        after = self._evidence.after_number(scan, last)
        if self._evidence.is_unit(scan, after.index) or self._evidence.is_name(scan, first) or self._evidence.is_rate(scan, start):
            return None
        head = self._heads.find(scan.tokens, after.index, many=bounds.high != 1 or bounds.low != 1, tags=scan.tags)
        if head.noun and self._evidence.is_unit_noun(head.noun):
            return None
        if self._evidence.is_year(scan, last, plural_follows=bool(head.noun)):
            return None
        subset = after.subset | self._evidence.subset_before(scan, start)
        if last.letter and not head.noun:
            return None
        state = self._evidence.state(scan, start, max(last.last, head.last, after.index - 1))
        if bounds.low == bounds.high == 1 and not self._evidence.is_one(scan, first, last, head, state):
            return None
        of = head.noun or ("person" if state else "")
        if not of and not self._evidence.stands_alone(scan, first, last, subset):
            return None
        modifiers = head.modifiers
        span = Span(first.span.start, last.span.end)
        return span, CountReading(bounds.low, bounds.high, last.amount, bounds.approximate, of, modifiers, subset, state)

    def _read_hyphen(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        number = scan.number(match, "n")
        if number is None or not number.whole or self._evidence.is_name(scan, number) or scan.marked[match.end() : match.end() + 1] == "-":
            return None
        noun = self._heads.singular(match["noun"])
        if not self._evidence.can_be_joined(match["noun"].lower(), noun):
            return None
        effects, start = self._qualifiers.before(scan.text, number.span.start)
        bounds = bounds_of(number, effects, whole=True)
        subset = self._evidence.subset_before(scan, start) - {"definite"}
        reading = CountReading(bounds.low, bounds.high, number.amount, bounds.approximate, noun, subset=subset, joined=True)
        return Span(match.start(), match.end()), reading

    def _read_vague(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        words = match["word"].lower()
        low, *high = self._vague[words]
        at = scan.index_at(match.end())
        span = Span(match.start(), match.end() - 3 if words.endswith(" of") and not words.startswith("a ") else match.end())
        if scan.word(at) == "of":
            at += 1
        while scan.word(at) in ("the", "these", "those", "his", "her", "its", "their", "more", "other"):
            at += 1
        head = self._heads.find(scan.tokens, at, many=True, tags=scan.tags)
        state = self._evidence.state(scan, match.start(), max(head.last, at - 1))
        if not head.noun and not (state and not words.endswith(" of")):
            return None
        if head.noun and (self._evidence.is_unit_noun(head.noun) or self._evidence.is_unit(scan, at)):
            return None
        subset = self._evidence.subset_before(scan, match.start())
        top = high[0] if high else None
        return span, CountReading(low, top, None, False, head.noun or "person", head.modifiers, subset, state, vague=True)

    def _read_pair(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        return self._read_word(scan, match, 2.0, scan.index_at(match.end()))

    def _read_lone(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        return self._read_word(scan, match, 1.0, scan.index_at(match.end()))

    def _read_another(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        at = scan.index_at(match.end())
        head: Head = self._heads.find(scan.tokens, at, many=False, tags=scan.tags)
        state = next(
            (word for index in range(at - 1, min(at + 5, len(scan.tokens))) if (word := self._evidence.state(scan, match.start(), index))),
            "",
        )
        if not state:
            return None
        return Span(match.start(), match.end()), CountReading(
            1.0, 1.0, 1.0, False, head.noun or "person", subset=frozenset({"further"}), state=state
        )

    def _read_both(self, scan: Scan, match: re.Match[str]) -> tuple[Span, CountReading] | None:
        result = self._read_word(scan, match, 2.0, scan.index_at(match.end()))
        return None if result is None or self._evidence.joins_two(scan, match.end()) else result

    def _read_word(self, scan: Scan, match: re.Match[str], amount: float, at: int) -> tuple[Span, CountReading] | None:
        head: Head = self._heads.find(scan.tokens, at, many=amount > 1, tags=scan.tags)
        plural = scan.word(head.last)
        if not head.noun or self._evidence.is_unit_noun(head.noun) or plural in self._pair_nouns:
            return None
        state = self._evidence.state(scan, match.start(), head.last)
        subset = self._evidence.subset_before(scan, match.start())
        span = Span(match.start("word"), match.end("word"))
        return span, CountReading(amount, amount, amount, False, head.noun, head.modifiers, subset, state)


def prove_count(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "count": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with a reader of MASKS names what the rule keeps from being a count.
    """
    return prove_examples(rule, CountFinder(rulebook))

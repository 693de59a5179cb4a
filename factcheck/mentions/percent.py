"""Shares: "41.3 percent", "10-15%", "four in five", "two-thirds of the voters", "three percentage points".

A span covers number and unit, or the whole fraction; qualifiers stand outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.amounts import Hint, HintReader, QualifiedAmount, amount_reader_of, near
from factcheck.mentions.qualifiers import spread
from factcheck.mentions.scanning import MaskedFinder, Scan, compile_rules, prove_examples, read_values
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import PercentValue

READERS = ("range", "amount", "proportion", "fraction-point", "fraction")
"""The readers that make shares; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
MOST = 1e6
_BASE = 100
"""Proportions out of more than this are odds or places ("12 in 2020"), not shares that news tells."""
_LATITUDE = 4.0
"""Place value, in per cent, of a fraction under a word such as "nearly": half of it is left open, so that 18 in 100 are nearly a fifth."""
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}


@dataclass(frozen=True, slots=True)
class PercentReading:
    """What a share says by itself.  ``value`` is complete; ``hints`` are the cue words near by."""

    value: PercentValue
    hints: tuple[Hint, ...] = ()


Result = tuple[Span, PercentValue] | None
Reader = Callable[[Scan, re.Match[str]], Result]


class PercentFinder(MaskedFinder):
    """Finds shares by the rules of kind "percent"."""

    kind = "percent"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            InternalError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._amounts = amount_reader_of(rulebook)
        self.scan = self._amounts.scan
        self._units = words.text("percent.unit")
        self._hints = HintReader(
            {
                "role": words["percent.role"],
                "marker": words["percent.instance"],
                "marker near": words["percent.instance-near"],
                "marker alone": words["percent.instance-alone"],
            }
        )
        self._rules = compile_rules(rulebook, "percent", READERS)
        self._masks = compile_rules(rulebook, "percent", MASKS)
        self._readers: dict[str, Reader] = {
            "range": self._read_range,
            "amount": self._read_amount,
            "proportion": self._read_proportion,
            "fraction-point": self._read_fraction_point,
            "fraction": self._read_fraction,
        }

    def find(self, passage: Passage) -> list[Found]:
        """Every share of a passage, in reading order, without overlaps; the reading is a PercentReading."""
        scan = self.scan(passage)
        found = read_values(scan, self.masked(scan), self._rules, self._readers)
        hints = self._hints.read(scan.text) if found else ()
        return [Found(self.kind, span, rule, PercentReading(value, near(hints, span))) for span, rule, value in found]

    def resolve(self, found: Found, context: Context) -> PercentValue | None:
        """The value; a share needs no context.  None where the reading is not one of shares."""
        return found.reading.value if isinstance(found.reading, PercentReading) else None

    def _read_amount(self, scan: Scan, match: re.Match[str]) -> Result:
        number = scan.number(match, "n")
        if number is None or number.letter:
            return None
        unit = self._units[match["unit"].lower()]
        effects = self._amounts.effects(scan, match.start(), match.end())
        return self._share(
            Span(match.start(), match.end()), self._amounts.single(scan, number, effects, 0.1 if unit == "mille" else 1.0), unit
        )

    def _read_range(self, scan: Scan, match: re.Match[str]) -> Result:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        between = scan.text[max(0, match.start() - 8) : match.start()].lower().endswith("between ")
        if low is None or high is None or self._amounts.is_change(scan, low, high, match.start()):
            return None
        start = match.start() - (8 if between else 0)
        told = self._amounts.range(scan, low, high, self._amounts.effects(scan, start, match.end()))
        return self._share(Span(match.start(), match.end()), told, self._units[match["unit"].lower()]) if told else None

    def _read_proportion(self, scan: Scan, match: re.Match[str]) -> Result:
        low, high = scan.number(match, "low"), scan.number(match, "high")
        if low is None or high is None or not 0 < low.amount < high.amount <= _BASE:
            return None
        return self._part(scan, match, 100 * low.amount / high.amount)

    def _read_fraction(self, scan: Scan, match: re.Match[str]) -> Result:
        part = _fraction(scan, match)
        return self._part(scan, match, 100 * part) if part else None

    def _read_fraction_point(self, scan: Scan, match: re.Match[str]) -> Result:
        part = _fraction(scan, match)
        if part is None:
            return None
        told = self._amounts.exact(part, part, self._amounts.effects(scan, match.start(), match.end()))
        return self._share(Span(match.start(), match.end()), told, "points")

    def _part(self, scan: Scan, match: re.Match[str], share: float) -> Result:
        """A share told as a fraction; it is always near, never exact, and under a word such as "nearly" at most itself."""
        said = self._amounts.effects(scan, match.start(), match.end())
        sided = "above" in said or "below" in said
        amount = round(share, 4)
        effects = said if sided else (*said, "about")  # "just under a fifth" is no more than that
        bounds = spread(amount, amount, {amount: _LATITUDE if sided else 0.0}, effects, whole=False)
        return self._share(Span(match.start(), match.end()), QualifiedAmount(bounds, amount, 1.0), "share")

    def _share(self, span: Span, told: QualifiedAmount, unit: str) -> Result:
        low, high = round(told.bounds.low, 4), None if told.bounds.high is None else round(told.bounds.high, 4)
        if max(low, high or 0) > MOST:
            return None
        return span, PercentValue(low, high, told.amount, told.step, unit == "points", told.bounds.approximate)


def _fraction(scan: Scan, match: re.Match[str]) -> float | None:
    """The part that a match tells in words, in (0, 1), rounded to what a share is; None where it is none."""
    words = scan.text[match.start("fraction") : match.end("fraction")].lower().replace("-", " ").split()
    times, under = _TIMES.get(words[0], 0) if len(words) > 1 else 1, _PARTS[words[-1].rstrip("s")]
    return times / under if 0 < times < under else None


def prove_percent(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "percent": examples it misses or misreads, counter-examples it finds something in.

    An example of a rule with the reader "nothing" names what the rule keeps from being a share.
    """
    return prove_examples(rule, PercentFinder(rulebook))

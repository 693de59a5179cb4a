"""What measures, sums of money and shares have in common: numbers glued to signs and units, their last place, cue words around them.

Numbers are read by ``NumberReader`` on a text in which currency signs, per cent signs and glued units are blanked, so that it sees
"1.2bn" in "$1.2bn" and "100" in "100km"; patterns are matched on the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.documents import Passage
from factcheck.mentions.numbers import Number, number_reader_of
from factcheck.mentions.qualifiers import Bounds, Qualifiers, spread
from factcheck.mentions.scanning import Scan
from factcheck.rulebook import Rulebook
from factcheck.text import Span, either_of

_SIGNS = str.maketrans(dict.fromkeys("$€£¥₽₴₺₹₩₪₦฿₾₭₿元¢%°~≈<>≥≤", " "))
_CODES = "usd|eur|gbp|aud|cad|chf|jpy|cny|rmb|inr|hkd|sgd|nzd"
_GLUED = re.compile(
    r"(?<=[0-9])(?:km[2²]?|km/hr?|cm|mm|nm|dm|[μµ]m|mi|mph|kmph|kph|mpg|kg|mg|mcg|ft|lbs?|m[2²]|sq|ha|in|ml|[CF])(?![a-z0-9])"
    r"|(?<=[0-9])(?:[mkg]?w|[mgt]wh|kj|kv|v|[mkgt]b|b?hp|[mgk]?hz|mah|rpm|db|psi|[km]pa|rad|mp|g|ppm|ppb|p|b)(?![a-z0-9])"
    r"|(?<=foot)-(?=[0-9])|(?<=[0-9])/(?=km)|(?<=magnitude)-(?=[0-9])|(?<=minus)-(?=[0-9])|(?<=[ (]sub)-(?=[0-9])|(?<=[ (]now)-(?=[0-9])"
    rf"|(?<![^ (\[])-(?=[0-9])|(?<=[0-9])(?:{_CODES})(?![a-z])|(?<![a-z])(?:{_CODES}|rm|ps|y=)(?=[0-9])",
    re.IGNORECASE,
)
"""Units, codes of currencies and signs that writers join to digits; the list must hold the letters that a reader of numbers would otherwise
stumble over."""
_DOLLARS = re.compile(r"(?<=\$)(?:us|a|c|nz|hk)(?=[0-9])", re.IGNORECASE)
"""The country behind a dollar sign ("$US160")."""
_LEAP = 4.0
"""From this ratio on, two numbers behind a verb of change ("rose $3 to $41") are the change and where it led, not a range."""
_DIGIT = re.compile(r"[0-9½¼¾⅓⅔⅛]")
REACH = 260
"""Code points before and behind a value in which cue words are looked for; a sentence of news is rarely longer than twice that."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A cue word near a value: ``sort`` is the word list it stands in, ``value`` what the list says; ``span`` in the passage's text."""

    span: Span
    sort: str
    value: str


@dataclass(frozen=True, slots=True)
class QualifiedAmount:
    """A number under its qualifiers: the interval, the number said (None for ranges), and the place value of its last digit that counts."""

    bounds: Bounds
    amount: float | None
    step: float


class AmountReader:
    """Reads the numbers of passages for the kinds whose values stand beside signs and units."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._numbers = number_reader_of(rulebook)
        self._qualifiers = Qualifiers(rulebook)
        self._changes = frozenset(rulebook.words()["quantity.change"])
        self._last: tuple[Passage, Scan] | None = None

    def scan(self, passage: Passage) -> Scan:
        """The passage made ready for patterns."""
        if self._last is not None and self._last[0] is passage:
            return self._last[1]
        plain, text = Scan.of(passage, self._numbers), passage.text
        if _DIGIT.search(text):
            bare = _DOLLARS.sub(_blank, text).translate(_SIGNS)
            tokens = [token for token in plain.tokens if bare[token.start] != " "]
            scan = Scan.made(passage, text, tokens, self._numbers.read(_GLUED.sub(_blank, bare), tokens), plain.tags)
        else:
            scan = plain
        self._last = (passage, scan)
        return scan

    def effects(self, scan: Scan, start: int, end: int) -> tuple[str, ...]:
        """What the words right before ``start`` and right behind ``end`` do to a value."""
        before, _ = self._qualifiers.before(scan.text, start)
        return before + self._qualifiers.after(scan.text, end)

    def is_change(self, scan: Scan, low: Number, high: Number, start: int) -> bool:
        """Whether two numbers that look like a range are a change: "from 4 to 5", "rose 3 to 40", or just two things ("4 and 5").

        ``start`` is where the range's own words begin ("$", or its first number).
        """
        joint = scan.marked[low.span.end : high.span.start].lower()
        before = scan.text[max(0, start - 8) : start].lower()
        if " and " in joint:
            return not before.endswith("between ")
        if " to " not in joint:
            return False
        if before.endswith("from "):
            return True
        _, begin = self._qualifiers.before(scan.text, start)
        ratio = high.amount / low.amount if low.amount else 0.0
        return scan.word(scan.index_at(begin) - 1) in self._changes and ratio >= _LEAP

    def single(self, scan: Scan, number: Number, effects: Iterable[str], scale: float = 1.0) -> QualifiedAmount:
        """One number under its qualifiers, times ``scale``."""
        said = (*effects, "about") if number.loose else tuple(effects)
        return self.exact(round(number.amount * scale, 4), step_of(scan.text, number) * scale, said)

    def exact(self, amount: float, step: float, effects: Iterable[str]) -> QualifiedAmount:
        """An amount whose last digit that counts has the place value ``step``, under its qualifiers."""
        return QualifiedAmount(spread(amount, amount, {amount: step}, effects, whole=False), amount, step)

    def range(self, scan: Scan, low: Number, high: Number, effects: Iterable[str]) -> QualifiedAmount | None:
        """A range of two numbers; the first takes the scale of the second ("2 to 3 million").  None where they do not rise."""
        smaller = low.amount * self._numbers.shared_scale(scan.tokens, low, high)
        if smaller < 1000 <= high.amount and high.letter and not low.spelled and not low.letter:
            digits = _digits(scan.text, high)
            if digits and smaller < digits != high.amount:  # "2-3m", but not "$200 to $4m"
                smaller *= high.amount / digits
        if not smaller < high.amount:
            return None
        steps = {smaller: step_of(scan.text, low), high.amount: step_of(scan.text, high)}
        return QualifiedAmount(spread(smaller, high.amount, steps, effects, whole=False), None, steps[high.amount])


def _blank(match: re.Match[str]) -> str:
    """The glued letters as spaces where a number follows or stands before them; the rest is told by its tokens."""
    return " " * len(match[0])


def _digits(text: str, number: Number) -> float | None:
    """The number in digits before its scale: 2.5 of "2.5 million"; None where it is told in words."""
    match = re.match(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,6})?", text[number.span.start : number.span.end])
    return float(match[0].replace(",", "")) if match else None


def step_of(text: str, number: Number) -> float:
    """The place value of the last digit that counts: 0.1 for 6.4 and 6.0, 10 for 4,120, 100,000 for 2.5 million."""
    words = text[number.span.start : number.span.end]
    match = re.match(r"[0-9][0-9,]{0,20}\.([0-9]{1,6})", words)
    if match is None:
        return number.step
    digits = _digits(text, number) or 1.0
    scale = number.amount / digits if digits else 1.0
    return scale * 10.0 ** -len(match[1])


@lru_cache(maxsize=4)
def amount_reader_of(rulebook: Rulebook) -> AmountReader:
    """The reader of a rulebook, made once: finders that share it share what it reads."""
    return AmountReader(rulebook)


class HintReader:
    """Finds the words of several lists around a value, longest words first."""

    def __init__(self, lists: Mapping[str, Mapping[str, object]]) -> None:
        """``lists``: by sort, words to values; a word may stand in several lists."""
        self._values: dict[str, list[tuple[str, str]]] = {}
        for sort, words in lists.items():
            for word, value in words.items():
                self._values.setdefault(word.lower(), []).append((sort, str(value)))
        self._pattern = re.compile(rf"(?<![\w])(?:{either_of(self._values)})(?!\w)", re.IGNORECASE) if self._values else None

    def read(self, text: str) -> tuple[Hint, ...]:
        """All cue words of a text, in reading order; each place is read once, by its longest word."""
        if self._pattern is None:
            return ()
        return tuple(
            Hint(Span(match.start(), match.end()), sort, value)
            for match in self._pattern.finditer(text)
            for sort, value in self._values[match[0].lower()]
        )


def near(hints: Sequence[Hint], span: Span) -> tuple[Hint, ...]:
    """The hints within REACH of a value, not inside it."""
    return tuple(
        hint for hint in hints if hint.span.end > span.start - REACH and hint.span.start < span.end + REACH and not hint.span.overlaps(span)
    )

"""Finds wholes that one sentence shares out: "19 injured, of whom six are firefighters and the remaining eleven residents".

What ties the parts to their whole is the opening of their list ("of whom", "namely", "Of these").  They must make the whole where the
list says that nothing is left ("namely", "the remaining eleven"), where its two parts are opposites ("badly", "slightly"), or where it
runs on with one verb and comes near ("of which 42,000 go to Norland, 31,000 to Iskia and 18,000 to Tarn").  Parts with verbs of their
own may overlap, and prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.mentions.breakdown import sentences_of
from factcheck.mentions.numbers import Number
from factcheck.mentions.scanning import Scan
from factcheck.nouns import singular
from factcheck.text import Span, either_of

_REACH = 90
"""Code points between a whole and the words that open the list of its parts."""
_CLOSE = re.compile(r"[.;:!?()]")
_STOP = re.compile(r",|$")
_WHOLLY, _NEARLY = (0.5, 1.3), (0.85, 1.1)
"""Parts of the whole that the sum may make: of a list that leaves nothing, and of one that may leave something."""
_FEWEST, _MOST, _SEVERAL = 2, 8, 3
_SIGNS = tuple("-/%")
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole, the noun of what it counts, the span of its parts, and what they make together."""

    whole: Span
    number: float
    of: str
    parts: Span
    amount: float
    members: tuple[str, ...]


class PartitionReader:
    """Reads partitions with the word lists of the rules."""

    def __init__(self, words: Mapping[str, Mapping[str, object]]) -> None:
        opened = words["membership.opened"]
        self._opened = re.compile(rf"(?<![\w])(?:{either_of(opened)}),? (?=[^\s])", re.IGNORECASE)
        self._how = {word: str(how) for word, how in opened.items()}
        self._hints = tuple(sorted(word.lower() for word in opened))
        self._units = frozenset(words["membership.share-unit"])
        self._open = frozenset(words["membership.open"]).difference(self._units, words["membership.list-word"])
        taken = either_of(word for word, how in self._how.items() if how != "wholly")
        self._taken = re.compile(rf" (?:{taken})\b", re.IGNORECASE)
        self._rest = frozenset(words["membership.rest"])
        self._left = frozenset(words["membership.left"])
        self._degrees = words["membership.degree"]
        self._loose = frozenset(word.split()[-1] for word in words["quantity.before"]) - {"of"}

    def read(self, scan: Scan) -> Iterator[Partition]:
        """The partitions of a passage whose parts do not make their whole."""
        if not any(hint in scan.lowered for hint in self._hints):
            return
        sentences = sentences_of(scan.text)
        for place, sentence in enumerate(sentences):
            for opened in self._opened.finditer(scan.text, sentence.start, sentence.end):
                how, first = self._how[opened[0].lower().strip(" ,")], opened.start() == sentence.start
                if first != (how == "before") or (first and not place):
                    continue
                whole = self._whole(scan, sentences[place - 1] if first else sentence, opened.start())
                if whole is not None:
                    yield from self._judge(scan, whole, Span(opened.end(), sentence.end), wholly=how == "wholly")
                break

    def _whole(self, scan: Scan, sentence: Span, end: int) -> Number | None:
        """The last number before the list opens, where it is told exactly and close by."""
        numbers = [number for start, number in sorted(scan.numbers.items()) if sentence.start <= start < min(end, sentence.end)]
        if not numbers or not self._is_exact(scan, numbers[-1]):
            return None
        whole = numbers[-1]
        behind = scan.text[whole.span.end : min(end, sentence.end)].rstrip(" .")
        return whole if len(behind) <= _REACH and not _CLOSE.search(behind) and whole.amount > _FEWEST else None

    def _is_exact(self, scan: Scan, number: Number) -> bool:
        year = not number.spelled and number.whole and number.amount in _YEARS and "," not in scan.text[number.span.start : number.span.end]
        before, behind = scan.word(number.first - 1), scan.word(number.last + 1)
        return not (number.loose or year or before in _SIGNS or behind in _SIGNS or before in self._loose)

    def _judge(self, scan: Scan, whole: Number, region: Span, *, wholly: bool) -> Iterator[Partition]:
        text = scan.text[region.start : region.end]
        if any(word in self._open for word in re.findall(r"[^\W\d_]+", text.lower())):
            return
        parts = [number for start, number in sorted(scan.numbers.items()) if region.start <= start < region.end]
        if not _FEWEST <= len(parts) <= _MOST or not all(self._is_part(scan, whole, number) for number in parts):
            return
        segments = [
            scan.text[one.span.end : other] for one, other in zip(parts, [*(p.span.start for p in parts[1:]), region.end], strict=True)
        ]
        if "and" not in segments[-2].split():
            return
        wholly = wholly or scan.word(parts[-1].first - 1) in self._left or self._are_opposites(segments)
        goes_on = any(word in self._rest for word in scan.text[region.end : region.end + _REACH].lower().split()[:2])
        if not wholly and (goes_on or len(parts) < _SEVERAL or not self._runs_on(scan, parts, region.end)):
            return
        low, high = _WHOLLY if wholly else _NEARLY
        amount = sum(number.amount for number in parts)
        if amount == whole.amount or not low * whole.amount <= amount <= high * whole.amount:
            return
        noun = self._noun(scan, whole)
        members = tuple(scan.text[number.span.start : number.span.end] for number in parts)
        yield Partition(whole.span, whole.amount, noun, Span(parts[0].span.start, parts[-1].span.end), amount, members)

    def _noun(self, scan: Scan, whole: Number) -> str:
        """What a whole counts, by the word behind it or, where none stands there, the one that "of" joins it to: "a crew of 24"."""
        behind, group = scan.word(whole.last + 1), scan.word(whole.first - 2) if scan.word(whole.first - 1) == "of" else ""
        return singular(next((word for word in (behind, group) if word.isalpha()), "part"))

    def _is_part(self, scan: Scan, whole: Number, number: Number) -> bool:
        behind, unit = scan.word(number.last + 1), scan.word(whole.last + 1)
        other = behind in self._units and behind != unit
        return (
            self._is_exact(scan, number)
            and not other
            and number.amount < whole.amount
            and not self._taken.match(scan.text, number.span.end)
        )

    def _are_opposites(self, segments: Collection[str]) -> bool:
        """Whether one of two parts is told by a word of high degree, and the other by one of low degree."""
        told = [{self._degrees[word] for word in re.findall(r"[^\W\d_]+", part.lower()) if word in self._degrees} for part in segments]
        return len(told) == _FEWEST and all(len(degrees) == 1 for degrees in told) and told[0] != told[1]

    def _runs_on(self, scan: Scan, parts: Sequence[Number], end: int) -> bool:
        """Whether no part behind the first has a verb of its own."""
        stop = _STOP.search(scan.text, parts[-1].span.end, end)
        bounds = [*(number.last + 1 for number in parts), scan.index_at(stop.start() if stop else end)]
        verbs = [
            {scan.word(index) for index in range(first, last) if scan.tags.get(scan.tokens[index].start, "").startswith("VB")}
            for first, last in pairwise(bounds)
        ]
        return all(later <= verbs[0] for later in verbs[1:])


__all__ = ["Partition", "PartitionReader"]

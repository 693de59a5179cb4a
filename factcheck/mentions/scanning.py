"""A passage made ready for patterns over numbers, rules compiled for them, and their examples run; all kinds with numbers share this."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from factcheck.documents import Passage
from factcheck.mentions import Context, Finder
from factcheck.mentions.heads import tags_of
from factcheck.mentions.numbers import Number, NumberReader, Token, mark_numbers, tokenize
from factcheck.mentions.prefilter import CompiledRule, holds
from factcheck.rulebook import Example, PatternRule, Rulebook
from factcheck.text import Span

_NEAR = 24
"""Leads up to this are tried place by place; longer ones are searched for."""
_FEW = 12
"""More words than this are dearer to look for than a pattern is to try at the numbers."""
R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """One passage: its text, tokens, numbers by their first code point, tags, and ``marked``, the text that patterns are matched on."""

    text: str
    marked: str
    tokens: Sequence[Token]
    numbers: Mapping[int, Number]
    tags: Mapping[int, str]
    heading: bool = False
    lowered: str = ""
    memo: dict[int, list[tuple[int, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, passage: Passage, reader: NumberReader) -> Scan:
        """Read the tokens and numbers of a passage; a passage that was read last is not read again."""
        last = reader.memo
        if last is not None and last[0] is passage and isinstance(last[1], Scan):
            return last[1]
        tokens = tokenize(passage.text)
        scan = cls.made(passage, passage.text, tokens, reader.read(passage.text, tokens), tags_of(passage))
        reader.memo = (passage, scan)
        return scan

    @classmethod
    def made(cls, passage: Passage, text: str, tokens: Sequence[Token], numbers: Sequence[Number], tags: Mapping[int, str]) -> Scan:
        """A scan of tokens and numbers that were read already."""
        by_start = {number.span.start: number for number in numbers}
        heading = passage.role in ("title", "heading")
        return cls(text, mark_numbers(text, numbers), tokens, by_start, tags, heading, text.lower())

    def openings(self, lead: int) -> list[tuple[int, ...]]:
        """For each number where a match that holds it may begin: at words from ``lead`` code points before it on; kept, as rules agree."""
        found = self.memo.get(lead)
        if found is None:
            marked = self.marked
            found = self.memo[lead] = [
                (*(at for at in range(max(0, start - lead), start) if not (at and marked[at - 1].isalnum())), start)
                for start in self.numbers
            ]
        return found

    def number(self, match: re.Match[str], group: str) -> Number | None:
        """The number a group matched, None where the group cut one in two."""
        number = self.numbers.get(match.start(group))
        return number if number is not None and number.span.end == match.end(group) else None

    def word(self, index: int) -> str:
        """The token at an index in lower case; "" beyond both ends."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def index_at(self, position: int) -> int:
        """The index of the first token that begins at ``position`` or later."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return low


def compile_rules(rulebook: Rulebook, kind: str, readers: Iterable[str]) -> tuple[CompiledRule, ...]:
    """The rules of a kind whose reader is one of ``readers``, in the order of ``readers``, then of the rulebook."""
    words = rulebook.words()
    order = {reader: place for place, reader in enumerate(readers)}
    chosen = [rule for rule in rulebook.of(PatternRule) if rule.kind == kind and rule.reader in order]
    chosen.sort(key=lambda rule: order[rule.reader])
    return tuple(CompiledRule.of(rule, words) for rule in chosen)


def possible(rules: tuple[CompiledRule, ...], scan: Scan) -> tuple[CompiledRule, ...]:
    """The rules that may match: in a text without numbers only those that need none."""
    return rules if scan.numbers else _unnumbered(rules)


@lru_cache(maxsize=64)
def _unnumbered(rules: tuple[CompiledRule, ...]) -> tuple[CompiledRule, ...]:
    return tuple(compiled for compiled in rules if not compiled.shape.numbered)


def matches(compiled: CompiledRule, scan: Scan) -> Iterable[re.Match[str]]:
    """The matches of a rule that cut no number in two; after one that does, the search goes on at its second code point.

    Where every match holds a number or one of a few words, only texts that have them are searched, and only near their numbers.
    """
    shape = compiled.shape
    if shape.numbered and not scan.numbers:
        return ()
    near = shape.numbered and shape.lead <= _NEAR
    if shape.words is not None and (not near or len(shape.words) <= _FEW) and not holds(scan.lowered, shape.words):
        return ()
    return _near_numbers(compiled.pattern, shape.lead, scan) if near else _anywhere(compiled.pattern, scan.marked)


class MaskedFinder:
    """What finders share that have masks, the rules that keep words from being values; ``scan`` makes a passage ready for both."""

    scan: Callable[[Passage], Scan]
    _masks: tuple[CompiledRule, ...]

    def masked(self, scan: Scan) -> list[tuple[Span, str]]:
        """What the masks keep from being values: spans and rule ids, by rule."""
        return [(Span(*match.span()), mask.rule.id) for mask in possible(self._masks, scan) for match in matches(mask, scan)]

    def has_mask(self, rule: PatternRule) -> bool:
        """Whether a rule is one of the masks."""
        return any(compiled.rule.id == rule.id for compiled in self._masks)


def taken_by(masked: Iterable[tuple[Span, str]], scan: Scan) -> bytearray:
    """One byte for each code point of a text: 1 where something that is masked lies, else 0."""
    taken = bytearray(len(scan.text))
    for span, _ in masked:
        taken[span.start : span.end] = b"\1" * len(span)
    return taken


def read_values(
    scan: Scan,
    masked: Iterable[tuple[Span, str]],
    rules: tuple[CompiledRule, ...],
    readers: Mapping[str, Callable[[Scan, re.Match[str]], tuple[Span, R] | None]],
    *,
    clear: bool = True,
) -> list[tuple[Span, str, R]]:
    """What the rules read outside of what is masked: span, rule id and reading, in reading order, without overlaps.

    Earlier rules take their words first; ``readers`` makes the reading of a match by the name of the rule's reader, None for none.
    ``clear``: no word of a match may be taken, not only of what is read there.
    """
    taken = taken_by(masked, scan)
    found: list[tuple[Span, str, R]] = []
    for compiled in possible(rules, scan):
        reader = readers[compiled.rule.reader]
        for match in matches(compiled, scan):
            read = None if clear and any(taken[match.start() : match.end()]) else reader(scan, match)
            if read is None or any(taken[read[0].start : read[0].end]):
                continue
            taken[read[0].start : read[0].end] = b"\1" * len(read[0])
            found.append((read[0], compiled.rule.id, read[1]))
    return sorted(found, key=lambda item: item[0])


def _anywhere(pattern: re.Pattern[str], marked: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := pattern.search(marked, position):
        if match.end() == match.start():
            position = match.end() + 1
            continue
        if _cuts(marked, match.start()) or _cuts(marked, match.end()):
            position = match.start() + 1
            continue
        yield match
        position = match.end()


def _near_numbers(pattern: re.Pattern[str], lead: int, scan: Scan) -> Iterator[re.Match[str]]:
    """The same matches, tried only where a number can be their first: from ``lead`` code points before it."""
    position, marked = 0, scan.marked
    for places in scan.openings(lead):
        for at in places:
            match = pattern.match(marked, at) if at >= position else None
            if match is None or match.end() == at or _cuts(marked, at) or _cuts(marked, match.end()):
                continue
            yield match
            position = match.end()


def _cuts(marked: str, position: int) -> bool:
    return 0 < position < len(marked) and marked[position] in "#@" and marked[position] == marked[position - 1]


def prove_examples(rule: PatternRule, finder: Finder) -> list[str]:
    """The faults of a rule: examples it misses or misreads without context, counter-examples it finds something in.

    Examples of a mask name what it keeps from being a value.

    Args:
        rule: whose examples are run.
        finder: made of the rules that it is one of.
    """
    found: dict[str, list[tuple[str, str | None]]] = {}
    for text in [example.text for example in rule.examples] + list(rule.counter_examples):
        passage = Passage(text)
        if isinstance(finder, MaskedFinder) and finder.has_mask(rule):
            found[text] = [(span.of(text), None) for span, name in finder.masked(finder.scan(passage)) if name == rule.id]
            continue
        items = [item for item in finder.find(passage) if item.rule == rule.id]
        values = [finder.resolve(item, Context()) for item in items]
        found[text] = [(item.span.of(text), value.iso() if value else None) for item, value in zip(items, values, strict=True)]
    return check_examples(rule, found)


def check_examples(rule: PatternRule, found: Mapping[str, Sequence[tuple[str, str | None]]]) -> list[str]:
    """The faults of a rule's examples.

    Args:
        rule: whose examples are checked.
        found: for the text of every example and counter-example what the rule found there: the words and the compact value (None where the
            rule makes no value).
    """
    faults = [_fault(rule, example, found[example.text]) for example in rule.examples]
    for text in rule.counter_examples:
        if found[text]:
            faults.append(f"{rule.id}: finds {found[text][0][0]!r} in the counter-example {text!r}")
    return [fault for fault in faults if fault]


def _fault(rule: PatternRule, example: Example, found: Sequence[tuple[str, str | None]]) -> str:
    wanted = example.find or example.text
    values = [value for words, value in found if words == wanted]
    if not values:
        return f"{rule.id}: does not find {wanted!r} in {example.text!r}, but {[words for words, _ in found]}"
    if example.value is not None and example.value not in values:
        return f"{rule.id}: reads {wanted!r} in {example.text!r} as {values[0]!r}, not {example.value!r}"
    return ""

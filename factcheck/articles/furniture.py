"""Furniture by rule: stretches of an article that belong to the page (rules/furniture.yaml).  Marked, never deleted.

Scopes: "line" and "section" and "rest" must match a whole logical line, "match" any stretch of one.  What "section" and "rest" take
after their line is decided in ``factcheck.articles.structure``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.articles.layout import LONG_LINE, Line, read_lines, windows
from factcheck.rulebook import FurnitureRule, Rulebook, load_rules
from factcheck.rulebook.patterns import compile_pattern
from factcheck.text import Span

NEAR_START = 12
"""Logical lines at the top of a file that count as its start."""

NEAR_END = 16
"""Logical lines at the bottom of a file that count as its end."""

_MARKED = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)
_TRAILING = " ,|/("
WordLists = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class FurniturePattern:
    """A rule and its pattern."""

    rule: FurnitureRule
    pattern: re.Pattern[str]

    def is_near(self, line: Line, count: int) -> bool:
        """Whether the rule holds at this place among ``count`` logical lines."""
        if self.rule.near == "start":
            return line.index < NEAR_START
        return self.rule.near == "anywhere" or line.index >= count - NEAR_END


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a logical line that is furniture.

    ``name`` is the rule's id or the cause, ``sort`` what it is ("dateline", "photo-credit"), ``whole`` whether it covers its line.
    """

    line: Line
    span: Span
    name: str
    sort: str
    whole: bool
    scope: str = "line"


def compile_rules(rules: Iterable[FurnitureRule], word_lists: WordLists) -> tuple[FurniturePattern, ...]:
    """Rules ready to match, in their order."""
    return tuple(FurniturePattern(rule, compile_pattern(rule.pattern, word_lists, case_sensitive=rule.case_sensitive)) for rule in rules)


def rules_of(rulebook: Rulebook) -> tuple[FurniturePattern, ...]:
    """All furniture rules of a rulebook, compiled."""
    return compile_rules(rulebook.of(FurnitureRule), rulebook.words())


def find_marks(text: str, lines: Sequence[Line], rules: Sequence[FurniturePattern]) -> list[Mark]:
    """Every stretch that a rule marks, in reading order; a line that one rule drops as a whole has that one mark only."""
    marks: list[Mark] = []
    whole = [rule for rule in rules if rule.rule.scope != "match"]
    parts = [rule for rule in rules if rule.rule.scope == "match"]
    for line in lines:
        mark = _whole_line(line, whole, len(lines))
        if mark:
            marks.append(mark)
            continue
        stretches = _stretches(text, line, parts, len(lines))
        if stretches and not line.is_long and _nothing_left(text, line, stretches):
            first = stretches[0]
            marks.append(Mark(line, line.span, first.name, first.sort, True))
        else:
            marks.extend(stretches)
    return marks


def _whole_line(line: Line, rules: Sequence[FurniturePattern], count: int) -> Mark | None:
    if line.is_long:
        return None
    for compiled in rules:
        if compiled.is_near(line, count) and compiled.pattern.fullmatch(line.words):
            return Mark(line, line.span, compiled.rule.id, compiled.rule.sort, True, compiled.rule.scope)
    return None


def _stretches(text: str, line: Line, rules: Sequence[FurniturePattern], count: int) -> list[Mark]:
    found: list[Mark] = []
    for window in windows(text, line):
        for compiled in rules:
            if not compiled.is_near(line, count):
                continue
            for match in compiled.pattern.finditer(window.words):
                end = match.start() + len(match[0].rstrip(_TRAILING))
                cut_off = (match.start() == 0 and not window.at_start) or (match.end() == len(window.words) and not window.at_end)
                if end > match.start() and not cut_off:
                    found.append(Mark(line, window.span(match.start(), end), compiled.rule.id, compiled.rule.sort, False))
    found.sort(key=lambda mark: (mark.span, mark.name))
    return found


def _nothing_left(text: str, line: Line, stretches: Sequence[Mark]) -> bool:
    """Whether a line holds no word beside its furniture."""
    position = line.span.start
    for mark in stretches:
        if any(char.isalnum() for char in text[position : mark.span.start]):
            return False
        position = max(position, mark.span.end)
    return not any(char.isalnum() for char in text[position : line.span.end])


def prove_furniture(rule: FurnitureRule, word_lists: WordLists | None = None) -> list[str]:
    """A message for each example the rule misses and each counter-example it marks; empty when the rule keeps its word.

    In an example of scope "match", [[...]] marks what must be found, no more and no less; without marks any find will do.  ``near`` is not
    tested: an example is one line.

    Args:
        word_lists: the lists its pattern refers to; None for those of the shipped rules.
    """
    lists = load_rules().words() if word_lists is None else word_lists
    (compiled,) = compile_rules([rule], lists)
    messages: list[str] = []
    for example in rule.examples:
        if rule.scope == "match" and _MARKED.search(example):
            wanted, plain = _unmark(example)
        else:
            wanted, plain = None, example
        found = _find_in(compiled, plain)
        if not found:
            messages.append(f"{rule.id}: does not find its example {example!r}")
        elif wanted is not None and found != wanted:
            messages.append(f"{rule.id}: finds {[span.of(plain) for span in found]} in its example {example!r}")
    for counter in rule.counter_examples:
        found = _find_in(compiled, counter)
        if found:
            messages.append(f"{rule.id}: finds {[span.of(counter) for span in found]} in its counter-example {counter!r}")
    return messages


def _unmark(example: str) -> tuple[list[Span], str]:
    spans: list[Span] = []
    plain = ""
    position = 0
    for match in _MARKED.finditer(example):
        plain += example[position : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match[1])))
        plain += match[1]
        position = match.end()
    return spans, plain + example[position:]


def _find_in(compiled: FurniturePattern, text: str) -> list[Span]:
    found: list[Span] = []
    for line in read_lines(text[:LONG_LINE]):
        if compiled.rule.scope == "match":
            found.extend(mark.span for mark in _stretches(text, Line(line.span, line.words, 0, 0, 1), [_anywhere(compiled)], 1))
        elif compiled.pattern.fullmatch(line.words):
            found.append(line.span)
    return found


def _anywhere(compiled: FurniturePattern) -> FurniturePattern:
    return FurniturePattern(compiled.rule.model_copy(update={"near": "anywhere"}), compiled.pattern)

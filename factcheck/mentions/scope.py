"""How much of a whole: "all of the guests", "not a single tram", "about half of the houses", "only two of the accounts".

A span covers the quantifier and the noun of the whole.  Idioms ("at all", "all day"), times and bare plurals are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.heads import HeadFinder
from factcheck.mentions.numbers import NumberReader
from factcheck.mentions.scanning import Scan, check_examples, compile_rules, matches
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.text import Span
from factcheck.values import ScopeValue

READERS = ("not-all", "only-some", "nearly-all", "most", "half", "share", "none", "all", "some")
"""The readers that make values; rules of an earlier reader take their words first."""
MASKS = ("nothing",)
_SINGULAR = frozenset({"every", "each", "whole", "entire", "entirety", "single", "part", "parts", "half", "bulk", "not one", "even one"})
"""Quantifiers that may stand before a noun in the singular."""


@dataclass(frozen=True, slots=True)
class ScopeReading:
    """``value`` is the share; ``noun`` the whole in the singular, folded; ``head`` the span of its last word in the passage's text."""

    value: ScopeValue
    noun: str
    head: Span


class ScopeFinder:
    """Finds quantified wholes by the rules of kind "scope"."""

    kind = "scope"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the rules.

        Raises:
            KeyError: a word list that this module names is missing from the rules.
        """
        words = rulebook.words()
        self._numbers = NumberReader(rulebook)
        self._heads = HeadFinder(rulebook)
        self._fractions = {word: float(share) for word, share in words["scope.fraction"].items()}
        self._not_wholes = frozenset(words["scope.not-whole"])
        self._rules = compile_rules(rulebook, self.kind, READERS)
        self._masks = compile_rules(rulebook, self.kind, MASKS)

    def find(self, passage: Passage) -> list[Found]:
        """Every quantified whole of a passage, in reading order, without overlaps; the reading is a ScopeReading."""
        scan = Scan.of(passage, self._numbers)
        taken = bytearray(len(scan.text))
        found: list[Found] = []
        for compiled in self._rules:
            for match in matches(compiled, scan):
                if any(taken[match.start() : match.end()]):
                    continue
                reading = self._read(scan, match, compiled.rule.reader)
                if reading is None or self._is_masked(scan, match.start()):
                    continue
                span = Span(match.start(), reading.head.end)
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append(Found(self.kind, span, compiled.rule.id, reading))
        return sorted(found, key=lambda item: item.span)

    def resolve(self, found: Found, context: Context) -> ScopeValue | None:
        """The share; it needs no context."""
        return found.reading.value if isinstance(found.reading, ScopeReading) else None

    def masked(self, passage: Passage) -> list[tuple[Span, str]]:
        """The idioms of a passage with the ids of their rules."""
        scan = Scan.of(passage, self._numbers)
        return [(Span(*match.span()), mask.rule.id) for mask in self._masks for match in matches(mask, scan)]

    def _is_masked(self, scan: Scan, start: int) -> bool:
        first = max(0, start - 20)
        for mask in self._masks:
            for match in mask.pattern.finditer(scan.marked, first, min(len(scan.marked), start + 80)):
                if match.start() <= start < match.end():
                    return True
        return False

    def _read(self, scan: Scan, match: re.Match[str], reader: str) -> ScopeReading | None:
        words = scan.text[match.start() : match.end()].lower()
        singular = any(word in f" {words} " for word in (f" {word} " for word in _SINGULAR)) or words.endswith(" half")
        at = scan.index_at(match.end())
        head = self._heads.find(scan.tokens, at, many=True, tags=scan.tags)
        if not head.noun and singular:
            head = self._heads.find(scan.tokens, at, many=False, tags=scan.tags)
        if not head.noun or head.noun in self._not_wholes or head.last < 0:
            return None
        token = scan.tokens[head.last]
        fraction = match.groupdict().get("scope_fraction")
        value = ScopeValue.fraction(self._fractions[fraction.lower()]) if fraction else ScopeValue.of(reader)
        return ScopeReading(value, head.noun, Span(token.start, token.end))


def prove_scope(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """The faults of a rule of kind "scope": examples it misses or misreads, counter-examples it finds something in."""
    finder = ScopeFinder(rulebook)
    found: dict[str, list[tuple[str, str | None]]] = {}
    for text in [example.text for example in rule.examples] + list(rule.counter_examples):
        passage = Passage(text)
        if rule.reader in MASKS:
            found[text] = [(span.of(text), None) for span, name in finder.masked(passage) if name == rule.id]
            continue
        items = [item for item in finder.find(passage) if item.rule == rule.id and isinstance(item.reading, ScopeReading)]
        found[text] = [(item.span.of(text), item.reading.value.iso()) for item in items if isinstance(item.reading, ScopeReading)]
    return check_examples(rule, found)

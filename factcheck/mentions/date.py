"""Dates in text: found by the pattern rules of kind "date", resolved with the publication, the tense and the date told before.

Rules lie in rules/en/date.yaml.  The longest match wins where several overlap, the order of rules breaks ties.  A pattern that has to
read more than the value's own words marks these with a group named "date".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import cast

from factcheck.documents import Passage
from factcheck.errors import Problem, RuleError
from factcheck.mentions import Context, Found
from factcheck.mentions.date_readers import READERS, Groups, PartialDate, Reader
from factcheck.mentions.date_resolution import resolve_date
from factcheck.model import Publication
from factcheck.rulebook import PatternRule, Rulebook, suggest
from factcheck.rulebook.openings import Openings
from factcheck.rulebook.patterns import compile_pattern, expand
from factcheck.text import Span
from factcheck.values.date import Bound, DateValue

BEFORE = 60
"""Code points before a match that readers may look at."""

PROOF_DAY = date(2024, 5, 10)
"""The day of publication (a Friday) under which the examples of rules are resolved."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: PatternRule
    pattern: re.Pattern[str]
    reader: Reader


class DateFinder:
    """Finds dates in the text of a passage; no parse is needed."""

    kind = "date"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the date rules of a rulebook.

        Raises:
            RuleError: a rule names a reader that does not exist.
        """
        self._words = rulebook.words()
        rules = [rule for rule in rulebook.of(PatternRule) if rule.kind == self.kind]
        faults = [
            Problem("E209", f"{rule.id}: no reader {rule.reader!r}", hint=suggest(rule.reader, READERS))
            for rule in rules
            if rule.reader not in READERS
        ]
        if faults:
            raise RuleError(faults)
        self._rules = tuple(self._compile(rule) for rule in rules)
        self._openings = Openings([expand(rule.pattern, self._words) for rule in rules])
        self._lead = self._compile_lead()

    def _compile(self, rule: PatternRule) -> _Compiled:
        pattern = compile_pattern(rule.pattern, self._words, case_sensitive=rule.case_sensitive)
        return _Compiled(rule, pattern, READERS[rule.reader])

    def _compile_lead(self) -> re.Pattern[str]:
        """The words of limits and of vagueness that stand right before a date."""
        lists = {name: self._words.get(name) or {"\0": 0} for name in ("date-bound", "date-about")}
        pattern = r"(?:^|(?<!\w))(?:{date-bound}\s(?:on\s|at\s)?(?:at\sleast\s)?)?(?:{date-about}\s)?\Z"
        return re.compile(expand(pattern, lists), re.IGNORECASE)

    def find(self, passage: Passage) -> list[Found]:
        """Everything that reads as a date, in reading order, without overlaps; spans are in the passage's text."""
        text = passage.text
        found: list[tuple[int, int, Found]] = []
        for start, rules in self._openings.places(text):
            for order in rules:
                item = self._match(self._rules[order], text, start)
                if item:
                    found.append((-len(item.span), order, item))
        chosen: list[Found] = []
        for _, _, item in sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].span)):
            if not any(item.span.overlaps(other.span) for other in chosen):
                chosen.append(item)
        return sorted(chosen, key=lambda item: item.span)

    def _match(self, compiled: _Compiled, text: str, position: int) -> Found | None:
        match = compiled.pattern.match(text, position)
        if match is None:
            return None
        groups = match.groupdict()
        start, end = match.span("date" if "date" in groups else 0)
        before = text[max(0, match.start() - BEFORE) : match.start()]
        reading = compiled.reader(Groups(groups, self._words, before))
        if reading is None or start >= end:
            return None
        return Found(self.kind, Span(start, end), compiled.rule.id, self._with_lead(reading, text, start))

    def _with_lead(self, reading: PartialDate, text: str, start: int) -> PartialDate:
        lead = self._lead.search(text[max(0, start - BEFORE) : start])
        if lead is None or not lead[0]:
            return reading
        bound = self._words.get("date-bound", {}).get((lead["date_bound"] or "").lower(), "on")
        about = reading.approximate or bool(lead["date_about"])
        return replace(reading, bound=cast(Bound, bound), approximate=about)

    def resolve(self, found: Found, context: Context) -> DateValue | None:
        """The days in their context.

        Without a tense, weekdays and days of a month are taken to be past, deadlines to be ahead.  None where the context is not enough
        ("Thursday" without a publication day, "the next day" with no day told before).
        """
        return resolve_date(found.reading, context) if isinstance(found.reading, PartialDate) else None


@lru_cache(maxsize=2)
def _finder_of(rulebook: Rulebook) -> DateFinder:
    """One finder for all rules of a rulebook that are proved in a row."""
    return DateFinder(rulebook)


def prove_date(rule: PatternRule, rulebook: Rulebook) -> list[str]:
    """What the rule's examples and counter-examples show to be wrong, one sentence each; empty where all hold.

    Each example must be found by this rule over the words ``find`` (by default all of the text) and resolve, for an article of
    PROOF_DAY in the past tense, to ``value``; no counter-example may be found by it.
    """
    finder = _finder_of(rulebook)
    context = Context(published=Publication(PROOF_DAY, PROOF_DAY, "proof"), tense="past")
    faults = []
    for example in rule.examples:
        hits = [item for item in finder.find(Passage(example.text)) if item.rule == rule.id]
        wanted = example.find or example.text
        fitting = [item for item in hits if item.span.of(example.text) == wanted]
        if not fitting:
            words = [item.span.of(example.text) for item in hits]
            faults.append(f"{wanted!r} is not found in {example.text!r} (found: {words})")
            continue
        value = finder.resolve(fitting[0], context)
        if example.value and (value is None or value.iso() != example.value):
            faults.append(f"{wanted!r} is {value.iso() if value else None}, not {example.value}")
    for text in rule.counter_examples:
        words = [item.span.of(text) for item in finder.find(Passage(text)) if item.rule == rule.id]
        if words:
            faults.append(f"found {words} in the counter-example {text!r}")
    return faults

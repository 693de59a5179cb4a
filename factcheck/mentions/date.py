"""Dates in text: found by the pattern rules of kind "date", resolved with the publication, the tense and the date told before.

Rules lie in rules/en/date.yaml.  The longest match wins where several overlap, the order of rules breaks ties.  A pattern that has to
read more than the value's own words marks these with a group named "date".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import cast

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.date_readers import READERS, PartialDate
from factcheck.mentions.date_resolution import resolve_date
from factcheck.mentions.matching import BEFORE, RuleMatcher
from factcheck.model import Publication
from factcheck.rulebook import PatternRule, Rulebook
from factcheck.rulebook.patterns import expand
from factcheck.values.date import Bound, DateValue

PROOF_DAY = date(2024, 5, 10)
"""The day of publication (a Friday) under which the examples of rules are resolved."""


class DateFinder:
    """Finds dates in the text of a passage; no parse is needed."""

    kind = "date"

    def __init__(self, rulebook: Rulebook) -> None:
        """Compile the date rules of a rulebook.

        Raises:
            RuleError: a rule names a reader that does not exist.
        """
        self._words = rulebook.words()
        self._matcher = RuleMatcher(rulebook, {self.kind: READERS})
        self._lead = self._compile_lead()

    def _compile_lead(self) -> re.Pattern[str]:
        """The words of limits and of vagueness that stand right before a date."""
        lists = {name: self._words.get(name) or {"\0": 0} for name in ("date-bound", "date-about")}
        pattern = r"(?:^|(?<!\w))(?:{date-bound}\s(?:on\s|at\s)?(?:at\sleast\s)?)?(?:{date-about}\s)?\Z"
        return re.compile(expand(pattern, lists), re.IGNORECASE)

    def find(self, passage: Passage) -> list[Found]:
        """Everything that reads as a date, in reading order, without overlaps; spans are in the passage's text."""
        return [self.with_lead(item, passage.text) for item in self._matcher.find(passage.text)]

    def with_lead(self, found: Found, text: str) -> Found:
        """What was found, with the limit or the vagueness that the words before it tell."""
        if not isinstance(found.reading, PartialDate):
            return found
        return replace(found, reading=self._with_lead(found.reading, text, found.span.start))

    def _with_lead(self, reading: PartialDate, text: str, start: int) -> PartialDate:
        lead = self._lead.search(text[max(0, start - BEFORE) : start])
        if lead is None or not lead[0]:
            return reading
        bound = self._words["date-bound"].get((lead["date_bound"] or "").lower(), "on")
        about = reading.approximate or bool(lead["date_about"])
        return replace(reading, bound=cast(Bound, bound), approximate=about)

    def resolve(self, found: Found, context: Context) -> DateValue | None:
        """The days in their context.

        Without a tense, weekdays and days of a month are taken to be past, deadlines to be ahead.  None where the context is not enough
        ("Thursday" without a publication day, "the next day" with no day told before).
        """
        return resolve_date(found.reading, context) if isinstance(found.reading, PartialDate) else None


def settle_orders(found: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """The dates of one article, passage by passage; figures of two readings take the order that other figures of the article show.

    Without such figures, or where they show both orders, both readings stay open.
    """
    readings = [item.reading for items in found for item in items if isinstance(item.reading, PartialDate)]
    shown = {reading.order for reading in readings if reading.order}
    if len(shown) != 1:
        return [list(items) for items in found]
    return [[_settled(item, day_first="day" in shown) for item in items] for items in found]


def _settled(found: Found, *, day_first: bool) -> Found:
    reading = found.reading
    if not isinstance(reading, PartialDate) or reading.other is None:
        return found
    return replace(found, reading=replace(reading, days=reading.days if day_first else reading.other, other=None))


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

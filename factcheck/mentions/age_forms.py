"""Less common forms of ages: "who turns 25 next month", "born in 1961", "At 73, she still climbs", "I'm 31", "the octogenarian".

Each reader makes the same readings as those of the common forms; whose age it is, is decided with the names of the article.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from factcheck.mentions.age_reading import Age, Bearer, Reader, Result
from factcheck.mentions.numbers import Number
from factcheck.mentions.scanning import Scan
from factcheck.rulebook import Lists
from factcheck.text import Span
from factcheck.values import AgeValue

FORMS = ("coming", "birthday", "front", "middle", "born", "quoted", "asked", "decade-noun")
"""The readers of this module, in the order in which their rules take words."""
_SENTENCE = re.compile(r"[.!?;](?: |$|\")")
_NOW = re.compile(r" (?:still|is|remains|keeps|continues|can|wants|plans|has)(?!\w)")
_LATER = 60
"""Characters behind "At 73," in which the verb of its clause stands."""
_OLDEST_TOLD = 110
"""An age computed from a year of birth above this one is that of somebody dead."""
_FOLLOWER = re.compile(r",? (?:(?P<pronoun>he|she)(?!\w)|the (?P<words>(?:[a-z-]{1,20} ){0,3}?)(?P<noun>[a-z-]{3,20})(?= [a-z]))")


class Tools(Protocol):
    """What the finder of ages does for every reader."""

    def age(self, scan: Scan, number: Number | None, unit: str) -> Age | None:
        """The age of a number of units; None where that is no age."""

    def before(self, scan: Scan, start: int) -> Bearer | None:
        """The noun, pronoun or name right before a place; None where none stands there."""

    def noun_bearer(self, word: str) -> Bearer:
        """A word as the noun that bears an age."""

    def is_definite(self, scan: Scan, start: int) -> bool:
        """Whether "the" opens the phrase that ends before a place."""

    def result(
        self, scan: Scan, span: Span, age: Age, form: str, bearer: Bearer, *, definite: bool = False, anchor: int | None = None
    ) -> Result:
        """The reading of an age."""


def age_of_birth(year: int, as_of: date | None) -> AgeValue | None:
    """The age of somebody born in a year, on a day; None where the day is not known or nobody lives so long."""
    if as_of is None or not 0 <= as_of.year - year <= _OLDEST_TOLD:
        return None
    return AgeValue(max(0, as_of.year - year - 1), as_of.year - year, None, as_of)


def further_readers(tools: Tools, words: Lists) -> dict[str, Reader]:
    """The readers by name.

    Raises:
        InternalError: a word list that this module names is missing.
    """
    decades = words.whole("age.decade-noun")

    def coming(scan: Scan, match: re.Match[str]) -> Result:
        age = tools.age(scan, scan.number(match, "n"), "year")
        bearer = tools.before(scan, match.start()) or (Bearer() if stands_in_aside(scan, match.start()) else None)
        if age is None or bearer is None or not age[0]:
            return None
        definite = bool(bearer.noun) and tools.is_definite(scan, match.start() - 1)
        younger = (age[0] - 1, age[0] - (match["verb"].startswith("would")), None)
        return _current(tools.result(scan, Span(match.start(), match.end("n")), younger, "verb", bearer, definite=definite))

    def front(scan: Scan, match: re.Match[str]) -> Result:
        age = tools.age(scan, scan.number(match, "n" if match["n"] else "m"), "year")
        if age is None or (match["when"] == "At" and not _is_present(scan, match.end())):
            return None
        told = _FOLLOWER.match(scan.text, match.end())
        bearer = Bearer(told["pronoun"]) if told and told["pronoun"] else tools.noun_bearer(told["noun"]) if told else Bearer()
        if told and told["noun"] and not bearer.noun:
            return None
        return _current(tools.result(scan, Span(match.start(), match.end()), age, "front", bearer, definite=bool(told and told["noun"])))

    def middle(scan: Scan, match: re.Match[str]) -> Result:
        age = tools.age(scan, scan.number(match, "n"), "year")
        return _current(tools.result(scan, Span(*match.span("age")), age, "middle", Bearer())) if age is not None else None

    def born(scan: Scan, match: re.Match[str]) -> Result:
        bearer = tools.before(scan, match.start())
        if bearer is None:
            return None
        span, year = (
            Span(match.start(), match.start() + len("born")),
            int(Span(*match.span("n")).of(scan.text)),
        )  # the year itself is a date
        definite = bool(bearer.noun) and tools.is_definite(scan, match.start() - (2 if scan.text[match.start() - 2] == "," else 1))
        found = tools.result(scan, span, (0, 0, None), "old", bearer, definite=definite)
        return (span, replace(found[1], born=year, once=False)) if found is not None else None

    def quoted(scan: Scan, match: re.Match[str]) -> Result:
        age = tools.age(scan, scan.number(match, "n"), "year")
        found = tools.result(scan, Span(*match.span()), age, "quoted", Bearer()) if age is not None and age[0] > _CHILD else None
        return (found[0], replace(found[1], pronoun="i", once=False)) if found is not None else None

    def asked(scan: Scan, match: re.Match[str]) -> Result:
        age = tools.age(scan, scan.number(match, "n"), "year")
        return _current(tools.result(scan, Span(*match.span("n")), age, "verb", Bearer(match["who"].lower()))) if age is not None else None

    def decade_noun(scan: Scan, match: re.Match[str]) -> Result:
        first = decades[match["noun"].lower()]
        definite = tools.is_definite(scan, match.end())
        age = (first, 19 if first < 20 else first + 9, None)
        return _current(tools.result(scan, Span(*match.span()), age, "decade", Bearer("person"), definite=definite))

    readers: dict[str, Reader] = {"coming": coming, "front": front, "middle": middle, "born": born, "quoted": quoted, "asked": asked}
    return {**readers, "decade-noun": decade_noun, "birthday": partial(_birthday, tools)}


def _birthday(tools: Tools, scan: Scan, match: re.Match[str]) -> Result:
    number = int(match["n"])
    if number > _OLDEST_TOLD:
        return None
    return _current(tools.result(scan, Span(*match.span("age")), (number - 1, number, None), "verb", Bearer()))


def opens_sentence(scan: Scan, start: int) -> bool:
    """Whether a place is the head of a sentence."""
    return not scan.text[:start].strip() or scan.text[max(0, start - 2) : start] in (". ", "! ", "? ", '" ')


def stands_in_aside(scan: Scan, start: int) -> bool:
    """Whether what stands before a verb is a name with words in apposition ("Lind, a shy man from Ulm, turned 44")."""
    return _ASIDE.search(scan.text, max(0, start - _BACK), start) is not None


_ASIDE = re.compile(
    r"(?:^|[.!?\"] )(?:[^\W\d_a-z][\w'.-]{1,20} ){0,2}[^\W\d_a-z][\w'-]{1,20}, (?:an?|the|who|his|her|of|from) [^.,;!?]{2,60}, $"
)
_BACK = 120
_CHILD = 3
"""Whoever speaks is older; "I'm 2 up" is a score."""


def _current(found: Result) -> Result:
    return (found[0], replace(found[1], once=False)) if found is not None else None


def _is_present(scan: Scan, start: int) -> bool:
    """Whether the first verb behind a place is of today: "At 73, she still climbs" (not "At 73, she left for Rome")."""
    end = _SENTENCE.search(scan.text, start)
    stop = min(end.start() if end else len(scan.text), start + _LATER)
    if not scan.tags:
        return _NOW.search(scan.text, start, stop) is not None
    verbs = [tag for at, tag in sorted(scan.tags.items()) if start <= at < stop and tag in ("VBZ", "VBP", "VBD", "MD")]
    return bool(verbs) and verbs[0] != "VBD"


_CLAUSE = re.compile(r"(?:^|[.!?…\"”] ?)(?P<when>[A-Z][a-z]+) [^.!?;\n]{3,150}, (?:he|she|[A-Z][\w'’-]{1,30}) $")


def is_dated(text: str, span: Span, openers: Collection[str]) -> bool:
    """Whether a clause with one of some first words says when an age in the past was reached: "When she came to us, she was 21"."""
    clause = _CLAUSE.search(text, max(0, span.start - 2 * _BACK), span.start)
    return clause is not None and span.of(text).startswith("was") and clause["when"].lower() in openers

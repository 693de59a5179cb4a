"""Where patterns may begin: never too few places, checked against trying everywhere."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.rulebook.openings import FIGURES, Openings, first_words
from factcheck.rulebook.patterns import compile_pattern, expand

KINDS = ("date", "time", "timex")


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def pattern_rules() -> tuple[PatternRule, ...]:
    return tuple(rule for rule in rules().of(PatternRule) if rule.kind in KINDS)


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[re.Pattern[str], ...], Openings]:
    words = rules().words()
    patterns = tuple(compile_pattern(rule.pattern, words, case_sensitive=rule.case_sensitive) for rule in pattern_rules())
    return patterns, Openings([expand(rule.pattern, words) for rule in pattern_rules()])


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:on|in)\sMay", {"on", "in"}),
        (r"(?:the\s)?weeks?", {"the", "week", "weeks"}),
        (r"\d{1,2}\sMay", {FIGURES}),
        (r"(?<!no\s)(?=[A-Z])(?:jan\.|june)(?!x)", {"jan", "june"}),
        (r"'(?P<decade>\d0)s", {"'"}),
        (r"[QH][1-4]", {f"{letter}{figure}" for letter in "qh" for figure in range(10)}),
        (r"mid-(?:week|day)", {"mid"}),
        (r"a{1,2}b", {"ab", "aab"}),
        (r"\w+\sday", None),
        (r"(?:x\s)?", None),
        (r"[^a]b", None),
        (r".b", None),
    ],
)
def test_first_words(pattern: str, words: set[str] | None) -> None:
    assert first_words(pattern) == words


def test_every_shipped_pattern_is_known_by_its_first_words() -> None:
    words = rules().words()
    assert [rule.id for rule in pattern_rules() if first_words(expand(rule.pattern, words)) is None] == []


def check(text: str) -> None:
    patterns, openings = compiled()
    places = dict(openings.places(text))
    for index, pattern in enumerate(patterns):
        for start in range(len(text)):
            match = pattern.match(text, start)
            if match and match.end() > start and text[start] != " ":
                assert index in places.get(start, ()), f"{pattern_rules()[index].id} at {start} of {text!r}"


def test_no_match_of_an_example_is_lost() -> None:
    for rule in pattern_rules():
        for example in rule.examples[:1]:
            check(example.text)


WORDS = st.sampled_from(
    ["the", "end", "of", "May", "8", "8th", "2024", "'90s", "Mon", "last", "Friday", "12", "noon", "two", "years", "-", ".", "ago", "İ"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8))
def test_no_match_in_any_text_is_lost(words: list[str]) -> None:
    check(" ".join(words))


def test_a_pattern_that_may_begin_anywhere_is_tried_everywhere() -> None:
    places = list(Openings([r"\w+\sday", r"on"]).places("a day on"))
    assert places == [(0, (0,)), (2, (0,)), (6, (0, 1))]

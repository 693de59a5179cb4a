"""What patterns are said to need, against what plain searching finds."""

from __future__ import annotations

from functools import cache, lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions.amounts import amount_reader_of
from factcheck.mentions.numbers import number_reader_of
from factcheck.mentions.prefilter import CompiledRule, Shape, shape_of
from factcheck.mentions.scanning import Scan, compile_rules, matches
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten

KINDS = ("count", "measure", "money", "percent", "age", "duration")
LISTS = {"unit": {"mile": 1, "km": 1}, "letter": {"m": 1}}


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def compiled() -> tuple[CompiledRule, ...]:
    readers = {rule.reader for rule in rules().of(PatternRule)}
    return tuple(rule for kind in KINDS for rule in compile_rules(rules(), kind, sorted(readers)))


def sentences() -> list[str]:
    """Every example and counter-example of the patterns, so that each pattern has text to match."""
    return [text for rule in rules().of(PatternRule) for text in (*(example.text for example in rule.examples), *rule.counter_examples)]


def searched(rule: CompiledRule, scan: Scan) -> list[tuple[int, int]]:
    """The matches of a rule by plain search, with nothing passed over."""
    return [match.span() for match in matches(plain(rule), scan)]


@cache
def plain(rule: CompiledRule) -> CompiledRule:
    """The rule as if nothing were known of its pattern."""
    return CompiledRule(rule.rule, rule.words, Shape())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sentences()), min_size=1, max_size=3).map(" ".join))
def test_nothing_is_passed_over_that_a_search_would_find(text: str) -> None:
    passage = Passage(flatten(text))
    for scan in (Scan.of(passage, number_reader_of(rules())), amount_reader_of(rules()).scan(passage)):
        for rule in compiled():
            assert [match.span() for match in matches(rule, scan)] == searched(rule, scan), rule.rule.id


@pytest.mark.parametrize(
    ("pattern", "shape"),
    [
        ("(?P<n>[#@]{1,60})[- ]{unit}", Shape(True, 0, 65, frozenset({"mile", "km"}))),
        ("(?:minus )?(?P<n>#{1,3})", Shape(True, 6, 9)),
        ("about (?:#|@{3})", Shape(True, 6, 9, frozenset({"about "}))),
        ("a lone|(?:the )?only", Shape(False, 0, 8, frozenset({"a lone", "only"}))),
        ("(?:#{1,2})?", Shape(False, 0, 2)),
        ("(?=#)[a-z]{2}(?!x)", Shape(False, 0, 2)),
        (r"\(#{2}\)", Shape(True, 1, 4, frozenset({"(", ")"}) & frozenset({"("}))),
        ("half|[#@]{1,2} thirds", Shape(False, 0, 9, frozenset({"half", " thirds"}))),
    ],
)
def test_the_shape_says_what_every_match_has(pattern: str, shape: Shape) -> None:
    assert shape_of(pattern, LISTS) == shape

"""Figures in text against the marked corpus and the rules' own examples, and what all finders of quantities promise for any text."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import Case, read_marked

from factcheck.documents import Passage
from factcheck.mentions import Context, Finder, Found
from factcheck.mentions.figures import READERS, FigureFinder, FigureReading, prove_figure
from factcheck.resolving import QUANTITIES
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import Span, flatten

CASES = read_marked("en/figure.yaml")
PIECES = tuple(
    "about|at least|up to|between|from|to|and|or|a|of the|per cent|%|$|£|US$|M|bn|million|dozen|half|quarter|one|two|twenty-one|hundred"
    "|12|1,200|3.5|.5|½|1/4|2024|12,34,567|-|-5|~|years|year-old|aged|km|C|miles per hour|pounds"
    "|carats|points|people|killed|soldiers|p|USD|元|°".split("|")
)
texts = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> FigureFinder:
    return FigureFinder(rules())


@lru_cache(maxsize=1)
def finders() -> tuple[Finder, ...]:
    return tuple(make(rules()) for make in QUANTITIES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_figures_and_no_others_are_found(case: Case) -> None:
    text = flatten(case.text)
    items = finder().find(Passage(text))
    values = [finder().resolve(item, Context()) for item in items]
    assert (
        tuple((item.span.start, item.span.of(text), value.iso()) for item, value in zip(items, values, strict=True) if value is not None)
        == case.marks
    )
    if case.of is not None:
        assert tuple(value.of for value in values if value is not None) == case.of


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.reader in READERS], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_figure(rule, rules()) == []


def test_another_kind_has_no_value_here() -> None:
    assert finder().resolve(Found("count", Span(0, 1), "count.number", "no reading"), Context()) is None


def test_words_without_a_number_are_vague() -> None:
    [item] = finder().find(Passage("It cost tens of thousands of dollars."))
    assert isinstance(item.reading, FigureReading)
    assert item.reading.vague
    assert item.reading.high is None


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_finder_reads_any_text_and_its_spans_lie_in_it(text: str) -> None:
    flat = flatten(text)
    passage = Passage(flat)
    for each in finders():
        end = 0
        for item in each.find(passage):
            assert 0 <= item.span.start < item.span.end <= len(flat)
            assert item.span.start >= end or item.kind == "measure"  # the direction of a distance stands inside nothing, but may come first
            end = max(end, item.span.end)
            words = item.span.of(flat)
            assert words == words.strip(" "), words
            each.resolve(item, Context())


@settings(max_examples=200, deadline=None)
@given(texts)
def test_a_passage_read_again_is_read_alike(text: str) -> None:
    flat = flatten(text)
    for each in finders():
        assert each.find(Passage(flat)) == each.find(Passage(flat))

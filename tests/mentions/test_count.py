"""Counts in text against the marked corpus and the rules' own examples."""

from __future__ import annotations

from functools import lru_cache

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.count import MASKS, READERS, CountFinder, CountReading, prove_count
from factcheck.mentions.figures import READERS as FIGURE_READERS
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten

CASES = read_marked("en/count.yaml")


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> CountFinder:
    return CountFinder(rules())


def found_in(passage: Passage) -> list[tuple[int, str, str, str]]:
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(passage.text), value.iso(), value.of))
    return rows


def check(case: Case, passage: Passage) -> None:
    rows = found_in(passage)
    assert tuple(row[:3] for row in rows) == case.marks
    if case.of is not None:
        assert tuple(row[3] for row in rows) == case.of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_counts_and_no_others_are_found(case: Case) -> None:
    check(case, Passage(flatten(case.text)))


@pytest.mark.model
def test_a_parse_changes_nothing_in_the_corpus() -> None:
    different = []
    for case in CASES:
        text = flatten(case.text)
        plain, parsed = found_in(Passage(text)), found_in(Passage(text, doc=parse(text)))
        if plain != parsed:
            different.append((case.text, plain, parsed))
    assert not different


def test_the_corpus_is_large_and_a_third_of_it_has_no_count() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 150
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


OWN = [rule for rule in rules().of(PatternRule) if rule.kind == "count" and rule.reader in (*READERS, *MASKS)]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_count(rule, rules()) == []


def test_every_rule_has_a_reader() -> None:
    assert {rule.reader for rule in rules().of(PatternRule) if rule.kind == "count"} == {*READERS, *MASKS, *FIGURE_READERS}


@pytest.mark.parametrize(
    ("text", "modifiers", "subset", "state"),
    [
        ("four border villages", {"border"}, set(), ""),
        ("two other workers", {"other"}, {"other"}, ""),
        ("Another four cows died.", set(), {"further"}, "dead"),
        ("the four villages", set(), {"definite"}, ""),
        ("five of the men", set(), {"part"}, ""),
        ("of the 12 men", set(), {"whole"}, ""),
        ("including at least 3 nurses", set(), {"part"}, ""),
        ("all six boats", set(), {"all"}, ""),
        ("the remaining two boats", set(), {"rest"}, ""),
        ("an additional six engines", set(), {"further"}, ""),
        ("killing 40 people", set(), set(), "dead"),
        ("40 people were seriously injured", set(), set(), "hurt"),
        ("12 missing", set(), set(), "missing"),
        ("wounding four others", set(), {"other"}, "hurt"),
    ],
)
def test_a_reading_keeps_what_narrows_the_count(text: str, modifiers: set[str], subset: set[str], state: str) -> None:
    [item] = finder().find(Passage(text))
    assert isinstance(item.reading, CountReading)
    assert (item.reading.modifiers, item.reading.subset, item.reading.state) == (modifiers, subset, state)

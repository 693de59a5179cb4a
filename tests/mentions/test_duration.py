"""Durations in text against the marked corpus and the rules' own examples."""

from __future__ import annotations

from functools import lru_cache

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.duration import MASKS, READERS, DurationFinder, DurationReading, prove_duration
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten

CASES = read_marked("en/duration.yaml")


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> DurationFinder:
    return DurationFinder(rules())


def found_in(passage: Passage) -> list[tuple[int, str, str, str]]:
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        assert isinstance(item.reading, DurationReading)
        rows.append((item.span.start, item.span.of(passage.text), value.iso(), item.reading.of))
    return rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_durations_and_no_others_are_found(case: Case) -> None:
    rows = found_in(Passage(flatten(case.text)))
    assert tuple(row[:3] for row in rows) == case.marks
    assert tuple(row[3] for row in rows) == (case.of or ("",) * len(case.marks))


@pytest.mark.model
def test_a_parse_changes_nothing_in_the_corpus() -> None:
    different = []
    for case in CASES:
        text = flatten(case.text)
        plain, parsed = found_in(Passage(text)), found_in(Passage(text, doc=parse(text)))
        if plain != parsed:
            different.append((case.text, plain, parsed))
    assert not different


def test_the_corpus_is_large_and_a_third_of_it_has_no_duration() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 90
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "duration"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_duration(rule, rules()) == []
    assert rule.reader in (*READERS, *MASKS)


def test_the_hours_of_equal_lengths_are_equal() -> None:
    texts = ("It lasted 24 hours.", "It lasted one day.", "It lasted 1,440 minutes.", "It took just one day.")
    readings = [finder().find(Passage(text))[0].reading for text in texts]
    assert {reading.low for reading in readings if isinstance(reading, DurationReading)} == {24.0}

"""Ages in text against the marked corpus, the pairs, the rules' own examples, and hostile text."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked

from factcheck.documents import DEFAULT_MODEL, Passage, _load
from factcheck.mentions import Context
from factcheck.mentions.age import READERS, AgeFinder, AgeReading, prove_age
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten
from factcheck.values import AgeValue

CASES = read_marked("en/age.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "age.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> AgeFinder:
    return AgeFinder(rules())


def found_in(passage: Passage) -> tuple[tuple[int, str, str], ...]:
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(passage.text), value.iso()))
    return tuple(rows)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_ages_and_no_others_are_found(case: Case) -> None:
    assert found_in(Passage(flatten(case.text))) == case.marks


@pytest.mark.model
def test_a_parse_changes_nothing_in_the_corpus() -> None:
    nlp = _load(DEFAULT_MODEL)
    texts = [flatten(case.text) for case in CASES]
    assert [found_in(Passage(text, doc=nlp(text))) for text in texts] == [case.marks for case in CASES]


def test_the_corpus_is_large_and_a_third_of_it_has_no_age() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 80
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


def value_in(text: str) -> AgeValue:
    found = finder().find(Passage(text))
    assert len(found) == 1, text
    value = finder().resolve(found[0], Context())
    assert isinstance(value, AgeValue)
    return value


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left'][:30]} / {row['right'][:30]}")
def test_pairs_stand_as_they_are_listed(row: dict[str, str]) -> None:
    assert value_in(row["left"]).relation(value_in(row["right"])).value == row["relation"]


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "age"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_age(rule, rules()) == []
    assert rule.reader in READERS


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("The then 17-year-old saw it.", True),
        ("He was 17 years old when it began.", True),
        ("Rasmus Holt was 17 at the time.", True),
        ("As a 17-year-old he saw it.", True),
        ("Rasmus Holt, 17, then ran away.", False),
        ("Rasmus Holt, who is 17, saw it.", False),
    ],
)
def test_ages_of_another_time_are_marked(text: str, once: bool) -> None:
    reading = finder().find(Passage(text))[0].reading
    assert isinstance(reading, AgeReading)
    assert reading.once is once

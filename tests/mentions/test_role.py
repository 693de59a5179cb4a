"""Roles in text against the marked corpus, the pairs, the rules' own examples, and hostile text."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked

from factcheck.documents import DEFAULT_MODEL, Passage, _load
from factcheck.mentions import Context
from factcheck.mentions.role import READERS, RoleFinder, prove_role
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten
from factcheck.values import RoleValue

CASES = read_marked("en/role.yaml")
with (Path(__file__).resolve().parent.parent / "pairs" / "role.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = list(csv.DictReader(stream))


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> RoleFinder:
    return RoleFinder(rules())


def found_in(passage: Passage) -> tuple[tuple[int, str, str], ...]:
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(passage.text), value.iso()))
    return tuple(rows)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_roles_and_no_others_are_found(case: Case) -> None:
    assert found_in(Passage(flatten(case.text))) == case.marks


@pytest.mark.model
def test_a_parse_changes_nothing_in_the_corpus() -> None:
    nlp = _load(DEFAULT_MODEL)
    texts = [flatten(case.text) for case in CASES]
    assert [found_in(Passage(text, doc=nlp(text))) for text in texts] == [case.marks for case in CASES]


def test_the_corpus_is_large_and_a_third_of_it_has_no_role() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 80
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


def value_in(text: str) -> RoleValue:
    found = finder().find(Passage(text))
    assert len(found) == 1, text
    value = finder().resolve(found[0], Context())
    assert isinstance(value, RoleValue)
    return value


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left'][:30]} / {row['right'][:30]}")
def test_pairs_stand_as_they_are_listed(row: dict[str, str]) -> None:
    assert value_in(row["left"]).relation(value_in(row["right"])).value == row["relation"]


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "role"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_role(rule, rules()) == []
    assert rule.reader in READERS

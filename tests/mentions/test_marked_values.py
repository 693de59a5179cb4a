"""Finders against their marked corpora, labelled pairs and the rules' own examples: one set of checks for all kinds that have both."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context, age, measure, money, percent, role
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten

RULES = load_rules()


@dataclass(frozen=True)
class Kind:
    """A kind of value: its finder, what proves its rules, and the readers that these may name."""

    name: str
    make: Callable[[Rulebook], Any]
    prove: Callable[[PatternRule, Rulebook], list[str]]
    readers: tuple[str, ...]

    @property
    def cases(self) -> list[Case]:
        return read_marked(f"en/{self.name}.yaml")

    @property
    def pairs(self) -> list[dict[str, str]]:
        path = Path(__file__).parent.parent / "pairs" / f"{self.name}.csv"
        return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))

    def values_in(self, passage: Passage) -> list[tuple[int, str, Any]]:
        """(start, words, value) of every mention of a text."""
        found = [(item, finder(self).resolve(item, Context())) for item in finder(self).find(passage)]
        return [(item.span.start, item.span.of(passage.text), value) for item, value in found]


KINDS = (
    Kind("age", age.AgeFinder, age.prove_age, age.READERS),
    Kind("measure", measure.MeasureFinder, measure.prove_measure, (*measure.READERS, *measure.MASKS)),
    Kind("money", money.MoneyFinder, money.prove_money, (*money.READERS, *money.MASKS)),
    Kind("percent", percent.PercentFinder, percent.prove_percent, (*percent.READERS, *percent.MASKS)),
    Kind("role", role.RoleFinder, role.prove_role, role.READERS),
)


@cache
def finder(kind: Kind) -> Any:
    return kind.make(RULES)


@pytest.mark.parametrize(
    ("kind", "case"), [pytest.param(kind, case, id=f"{kind.name}: {case.text[:50]}") for kind in KINDS for case in kind.cases]
)
def test_the_marked_values_and_no_others_are_found(kind: Kind, case: Case) -> None:
    found = kind.values_in(Passage(flatten(case.text)))
    assert tuple((start, words, value.iso()) for start, words, value in found) == case.marks


@pytest.mark.model
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name in ("age", "role")], ids=lambda kind: kind.name)
def test_a_parse_changes_nothing_in_a_corpus(kind: Kind) -> None:
    texts = [flatten(case.text) for case in kind.cases]
    assert [kind.values_in(Passage(text, doc=parse(text))) for text in texts] == [kind.values_in(Passage(text)) for text in texts]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_corpus_is_large_and_a_third_of_it_has_none(kind: Kind) -> None:
    empty = [case for case in kind.cases if not case.marks]
    assert len(kind.cases) >= 80
    assert len(kind.cases) / 3 <= len(empty) + 1 <= len(kind.cases) / 2
    assert len(kind.pairs) >= 40


@pytest.mark.parametrize(
    ("kind", "pair"),
    [pytest.param(kind, pair, id=f"{kind.name}: {pair['left']} / {pair['right']}") for kind in KINDS for pair in kind.pairs],
)
def test_the_labelled_pairs(kind: Kind, pair: dict[str, str]) -> None:
    left, right = (kind.values_in(Passage(flatten(pair[side])))[0][2] for side in ("left", "right"))
    assert left.relation(right).value == right.relation(left).value == pair["relation"]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [pytest.param(kind, rule, id=rule.id) for kind in KINDS for rule in RULES.of(PatternRule) if rule.kind == kind.name],
)
def test_each_rule_proves_its_examples(kind: Kind, rule: PatternRule) -> None:
    assert kind.prove(rule, RULES) == []
    assert rule.reader in kind.readers

"""Shares of a whole in text against the marked corpus, the pairs and the rules' own examples."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from marked_text import Case, read_marked
from parsing import parse

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.scope import MASKS, READERS, QuantifiedAct, ScopeFinder, ScopeReading, prove_scope
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten
from factcheck.values import ScopeValue

CASES = read_marked("en/scope.yaml")
PAIRS = Path(__file__).resolve().parent.parent / "pairs" / "scope.csv"


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> ScopeFinder:
    return ScopeFinder(rules())


def found_in(passage: Passage) -> list[tuple[int, str, str, str]]:
    rows = []
    for item in finder().find(passage):
        assert isinstance(item.reading, ScopeReading)
        if item.reading.listed:
            continue  # what only a parse can tell
        rows.append((item.span.start, item.span.of(passage.text), item.reading.value.iso(), item.reading.noun))
    return rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_shares_and_no_others_are_found(case: Case) -> None:
    rows = found_in(Passage(flatten(case.text)))
    assert tuple(row[:3] for row in rows) == case.marks
    assert tuple(row[3] for row in rows) == (case.of or ())


@pytest.mark.model
def test_a_parse_changes_nothing_in_the_corpus() -> None:
    different = []
    for case in CASES:
        text = flatten(case.text)
        plain, parsed = found_in(Passage(text)), found_in(Passage(text, doc=parse(text)))
        if plain != parsed:
            different.append((case.text, plain, parsed))
    assert not different


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Several trams were cancelled on Monday.", ["Several trams"]),
        ("Several trams were painted on Monday.", []),
        ("The Mill Bridge stayed open.", ["The Mill Bridge"]),
        ("The Mill Bridge is older.", []),
        ("Only European flights were cancelled.", ["Only European flights"]),
        ("The only European flights were cancelled.", []),
    ],
)
def test_members_count_where_a_known_act_befalls_them(text: str, expected: list[str]) -> None:
    passage = Passage(text, doc=parse(text))
    assert [item.span.of(text) for item in finder().find(passage)] == expected


def test_the_corpus_is_large_and_a_third_of_it_has_no_share() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 80
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


def value_of(text: str) -> ScopeValue:
    [item] = finder().find(Passage(text))
    value = finder().resolve(item, Context())
    assert value is not None
    return value


def test_the_pairs_stand_as_listed() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) >= 40
    wrong = [row for row in rows if value_of(row["left"]).relation(value_of(row["right"])).value != row["relation"]]
    assert not wrong


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "scope"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_scope(rule, rules()) == []
    assert rule.reader in (*READERS, *MASKS)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "role", "act", "opposite"),
    [
        ("All of the guests were taken off by boat.", "acted_on", "take to safety", False),
        ("Half of the guests were brought ashore.", "acted_on", "take to safety", False),
        ("The court froze only two of the accounts.", "acted_on", "freeze", False),
        ("All of the miners died.", "acted_on", "die", False),
        ("Some of the miners survived.", "acted_on", "die", True),
        ("All of the residents left.", "acting", "stay", True),
        ("The blast left none of the houses.", "acted_on", "", False),
        ("Two of the eight gates stood open.", "acted_on", "close", True),
        ("All of the miners marched.", "acting", "", False),
    ],
)
def test_what_became_of_the_whole(text: str, role: str, act: str, opposite: bool) -> None:
    [item] = finder().find(Passage(text, doc=parse(text)))
    assert isinstance(item.reading, ScopeReading)
    assert isinstance(item.reading.quantified_act, QuantifiedAct)
    assert (item.reading.quantified_act.role, item.reading.quantified_act.act, item.reading.quantified_act.opposite) == (
        role,
        act,
        opposite,
    )


@pytest.mark.model
@pytest.mark.parametrize("text", ["All of the guests were men.", "Most of the houses have cellars.", "He spoke of all the houses."])
def test_verbs_that_say_nothing_of_the_whole(text: str) -> None:
    assert all(
        isinstance(item.reading, ScopeReading) and item.reading.quantified_act is None
        for item in finder().find(Passage(text, doc=parse(text)))
    )

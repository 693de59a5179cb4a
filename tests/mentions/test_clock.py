"""Times of day in text against the marked corpus and the rules' own examples."""

from __future__ import annotations

from functools import lru_cache

import pytest
from marked_text import Case, read_marked

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.clock import MASKS, READERS, ClockFinder, TimeReading, prove_time
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import flatten

CASES = read_marked("en/time.yaml")


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> ClockFinder:
    return ClockFinder(rules())


def found_in(text: str) -> list[tuple[int, str, str]]:
    rows = []
    for item in finder().find(Passage(text)):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(text), value.iso()))
    return rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_times_and_no_others_are_found(case: Case) -> None:
    assert tuple(found_in(flatten(case.text))) == case.marks


def test_the_corpus_is_large_and_a_third_of_it_has_no_time() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 110
    assert len(CASES) / 3 <= len(empty) <= len(CASES) / 2


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "time"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_time(rule, rules()) == []
    assert rule.reader in (*READERS, *MASKS)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The hall filled at 7pm.", "at"),
        ("The hall filled at around 7pm.", "at"),
        ("The hall filled shortly before 7pm.", "at"),
        ("The hall had filled by 7pm.", "by"),
        ("The hall had filled by about 7pm.", "by"),
        ("They waited until 7pm.", "until"),
        ("They waited from 7pm.", "from"),
        ("They had waited since 7pm.", "since"),
        ("The hall filled before 7pm.", "before"),
        ("The hall filled well after 7pm.", "after"),
        ("The hall was full as early as 7pm.", "since"),
    ],
)
def test_a_limit_is_no_moment(text: str, bound: str) -> None:
    reading = finder().find(Passage(text))[0].reading
    assert isinstance(reading, TimeReading)
    assert reading.bound == bound


def test_both_of_one_moment_are_marked() -> None:
    readings = [item.reading for item in finder().find(Passage("It fell at 7:00 a.m. local time (2200 GMT)."))]
    assert [reading.joined for reading in readings if isinstance(reading, TimeReading)] == [True, True]

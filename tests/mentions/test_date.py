"""Dates in text against the marked corpus, the rules' own examples, and hostile text."""

from __future__ import annotations

import re
import time
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.errors import RuleError
from factcheck.mentions import Context, Found
from factcheck.mentions.date import DateFinder, prove_date
from factcheck.mentions.date_readers import READERS, PartialDate
from factcheck.model import Publication
from factcheck.rulebook import PatternRule, Rulebook, WordsRule, load_rules
from factcheck.rulebook.reader import read_yaml
from factcheck.text import flatten
from factcheck.values import DateValue
from factcheck.values.date import OPEN_YEAR, month_value, year_value

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "en" / "date.yaml"
MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


def read_corpus() -> list[dict[str, Any]]:
    data, _, problems = read_yaml(CORPUS.read_text(encoding="utf-8"), CORPUS.name, "E204")
    assert not problems
    cases: list[dict[str, Any]] = data["cases"]
    return cases


CASES = read_corpus()


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> DateFinder:
    return DateFinder(rules())


def days(text: str) -> DateValue:
    """A day, a month or a year from its compact form, perhaps of an open year."""
    if text.startswith("--"):
        whole = days(f"{OPEN_YEAR}-{text[2:]}")
        return DateValue(whole.earliest, whole.latest, open_year=True)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return DateValue(date(*parts), date(*parts))
    return month_value(*parts) if len(parts) == 2 else year_value(parts[0])


def context_of(case: dict[str, Any]) -> Context:
    day = date.fromisoformat(case["published"]) if "published" in case else None
    narrated = days(case["narrated"]) if "narrated" in case else None
    return Context(Publication(day, day), narrated, case.get("tense"))


def shown(found: Found, text: str, context: Context) -> tuple[str, str]:
    value = finder().resolve(found, context)
    return found.span.of(text), value.iso() if value else "-"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_corpus(case: dict[str, Any]) -> None:
    text = MARK.sub(r"\1", case["text"])
    wanted = [(match[1], match[2]) for match in MARK.finditer(case["text"])]
    context = context_of(case)
    assert [shown(found, text, context) for found in finder().find(Passage(text))] == wanted


def test_corpus_size() -> None:
    assert len(CASES) >= 120
    assert sum(not MARK.search(case["text"]) for case in CASES) >= 30


@pytest.mark.parametrize("rule_id", [rule.id for rule in rules().of(PatternRule) if rule.kind == "date"])
def test_rule_proves_itself(rule_id: str) -> None:
    rule = rules().get(rule_id)
    assert isinstance(rule, PatternRule)
    assert prove_date(rule, rules()) == []


def test_every_reader_serves_a_rule_and_every_rule_has_two_examples() -> None:
    date_rules = [rule for rule in rules().of(PatternRule) if rule.kind == "date"]
    assert {rule.reader for rule in date_rules} == set(READERS)
    assert [rule.id for rule in date_rules if len(rule.examples) < 2 or not rule.counter_examples] == []


def test_prove_date_tells_what_is_wrong() -> None:
    rule = next(rule for rule in rules().of(PatternRule) if rule.kind == "date")
    example = rule.examples[0].model_copy(update={"value": "1999"})
    spoiled = rule.model_copy(update={"examples": [example], "counter_examples": [example.text]})
    faults = prove_date(spoiled, rules())
    assert len(faults) == 2
    assert "not 1999" in faults[0]
    assert "counter-example" in faults[1]


def test_unknown_reader_is_a_rule_error() -> None:
    rule = next(rule for rule in rules().of(PatternRule) if rule.kind == "date")
    broken = rule.model_copy(update={"reader": "calender"})
    with pytest.raises(RuleError, match="did you mean 'calendar'"):
        DateFinder(Rulebook((broken,)))


def test_no_date_rules_no_dates() -> None:
    assert DateFinder(Rulebook(tuple(load_rules().of(WordsRule)))).find(Passage("on May 8, 2024")) == []


def test_intervals_of_publication() -> None:
    def value(text: str, low: date | None, high: date | None, tense: Any = "past") -> str | None:
        found = finder().find(Passage(text))[0]
        resolved = finder().resolve(found, Context(Publication(low, high), None, tense))
        return resolved.iso() if resolved else None

    first, last = date(2024, 5, 9), date(2024, 5, 11)
    assert value("on May 8", first, last) == "2024-05-08"
    assert value("on May 10", first, last) == "--05-10"
    assert value("on May 8", None, last) == "--05-08"
    assert value("on May 8", date(2023, 9, 1), last) == "--05-08"
    assert value("on Thursday", first, last) == "2024-05-09"
    assert value("on Saturday", first, last) is None
    assert value("last year", first, last) == "2023"
    assert value("yesterday", first, last) == "2024-05-08/2024-05-10"
    assert value("yesterday", date(2023, 1, 1), last) is None
    assert value("August this year", date(2023, 6, 1), last) == "--08"
    assert value("August this year", date(2024, 1, 1), last) == "2024-08"


WORDS = st.sampled_from(
    "May 8 2024 , the 16th of January mid- April by until since from to between and last next this week year Thursday Oct. 23, 1990s "
    "31 February 30 0 99999999 2024-02-30 31/02/2023 early end beginning three years later ago following day before 19th century winter "
    "Q3 second half - ' / 1000 2100 today Feb. 29 9999 hundred decade more than about".split(" ")
)
TEXTS = st.text(max_size=120) | st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS | st.text(max_size=4), max_size=12).map("".join)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
VALUES = (
    st.none()
    | st.builds(lambda one, two: DateValue(min(one, two), max(one, two)), DAYS, DAYS)
    | st.sampled_from([days("--02-29"), days("2024-02")])
)
TENSES = st.sampled_from(["past", "present", "future", None])


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, published=st.none() | DAYS, narrated=VALUES, tense=TENSES)
def test_find_and_resolve_never_raise(text: str, published: date | None, narrated: DateValue | None, tense: Any) -> None:
    passage = Passage(flatten(text))
    end = 0
    for found in finder().find(passage):
        assert isinstance(found.reading, PartialDate)
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.span.of(passage.text).strip() == found.span.of(passage.text)
        end = found.span.end
        value = finder().resolve(found, Context(Publication(published, published), narrated, tense))
        assert value is None or (value.iso() and value.caption())


@pytest.mark.parametrize(
    "text", ["1" * 6000, "May " * 3000, "the " * 3000, "8 " * 3000, "in 2020 and " * 1000, "a" * 20000, "May 8-" * 2000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    began = time.process_time()
    finder().find(Passage(text))
    assert time.process_time() - began < 5

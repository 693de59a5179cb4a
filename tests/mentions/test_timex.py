"""Expressions of time as TIMEX3: news told from its day, narratives told from the date before, and hostile text."""

from __future__ import annotations

import time
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import RuleError
from factcheck.mentions.timex import TimexReader, prove_timex
from factcheck.model import Publication
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import Span

DAY = date(2024, 5, 10)  # a Friday


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def reader() -> TimexReader:
    return TimexReader(rules())


def read(text: str, day: date | None = DAY) -> list[tuple[str, str | None]]:
    published = Publication(day, day, "test") if day else Publication()
    return [(item.span.of(text), item.timex.value if item.timex else None) for item in reader().read_text(text, published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor resigned on Tuesday.", [("Tuesday", "2024-05-07")]),
        ("The council will vote on Tuesday.", [("Tuesday", "2024-05-14")]),
        ("The council agreed to vote on Tuesday.", [("Tuesday", "2024-05-14")]),
        ("A vote would be held on Tuesday.", [("Tuesday", "2024-05-14")]),
        ("The auction is Tuesday.", [("Tuesday", "2024-05-14")]),
        ("The July contract fell and the March contract rose.", [("July", "2024-07"), ("March", "2025-03")]),
        ("The offer expires at midnight EDT.", [("midnight EDT", "2024-05-10T24:00-04:00")]),
        ("It came two days before Christmas.", [("two days", "P2D"), ("Christmas", "2023-12-25")]),
        ("Half a century later it fell.", []),
        ("In the prior year it lost money.", [("the prior year", "2023")]),
        ("The union has until Tuesday to answer.", [("Tuesday", "2024-05-14")]),
        ("Mr. Dorn spoke on Tuesday. He will resign.", [("Tuesday", "2024-05-07")]),
        ("The dam broke in March.", [("March", "2024-03")]),
        ("The dam broke in November.", [("November", "2023-11")]),
        ("The dam will open in March.", [("March", "2025-03")]),
        ("They met on Monday night.", [("Monday night", "2024-05-06TNI")]),
        ("They met at 9 a.m. Monday.", [("9 a.m. Monday", "2024-05-06T09:00")]),
        ("Guards came on the morning of May 8.", [("the morning of May 8", "2024-05-08TMO")]),
        ("It was quiet last night and this morning.", [("last night", "2024-05-09TNI"), ("this morning", "2024-05-10TMO")]),
        ("It rained on May 8-10.", [("May 8", "2024-05-08"), ("10", "2024-05-10")]),
        ("He ruled from 1994 to 2003.", [("1994", "1994"), ("2003", "2003")]),
        ("They fought in August and September 1914.", [("August", "1914-08"), ("September 1914", "1914-09")]),
        ("Sales fell in the third quarter from a year earlier.", [("the third quarter", "2023-Q3"), ("a year earlier", "2022-Q3")]),
        ("Prices rose in the early 1990s.", [("the early 1990s", "199X")]),
        ("It closed in mid-April.", [("mid-April", "2024-04")]),
        ("Two decades ago it stood there.", [("Two decades ago", "2004")]),
        ("It came the day after Christmas Day.", [("the day after Christmas Day", "2023-12-26")]),
        ("Troops crossed at 21:30 GMT.", [("21:30 GMT", "2024-05-10T21:30Z")]),
        ("The strike of '98 lasted three weeks.", [("'98", "1998"), ("three weeks", "P3W")]),
        ("They serve 200 people in 490 rooms.", []),
    ],
)
def test_news(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found


STORY = """The league was founded in March 1871. In June its ships burned. By October 1873 peace was near; two months later it came.

On 4 January 1874 the treaty was signed, and the following day the guns fell silent. That summer, in July, the king died. In 1875 his son
was crowned. In February 1876 he fled. Its founders had met in 1866. In May the republic began."""


def test_a_narrative_is_told_from_the_date_before() -> None:
    assert [value for _, value in read(STORY)] == [
        "1871-03",
        "1871-06",
        "1873-10",
        "1873-12",
        "1874-01-04",
        "1874-01-05",
        "1874-07",
        "1875",
        "1876-02",
        "1866",
        "1876-05",
    ]


def test_news_with_some_history_stays_news() -> None:
    text = "The mayor resigned on Tuesday. Her party ruled from 1994 to 2003, and in 2011 she won. She will leave on Monday."
    assert [value for _, value in read(text)][::4] == ["2024-05-07", "2024-05-13"]


def test_years_before_the_year_one() -> None:
    text = "Xerxes came in 480 BC. In 479 his army was beaten (the war of 499-449 BC). Ten years later a league ruled."
    assert [value for _, value in read(text)] == ["BC0480", "BC0479", "BC0499", "BC0449", "BC0439"]


def test_without_a_publication_nothing_is_guessed_from_it() -> None:
    assert read("He left on Friday.", None) == [("Friday", None)]
    assert read("He left at 9 a.m. on May 8, 2023.", None) == [("9 a.m. on May 8, 2023", "2023-05-08T09:00")]


def test_figures_take_the_order_that_others_show() -> None:
    assert [value for _, value in read("Filed 23/05/2023, answered 02/03/2024.")] == ["2023-05-23", "2024-03-02"]
    assert [value for _, value in read("Filed 05/23/2023, answered 02/03/2024.")] == ["2023-05-23", "2024-02-03"]


def test_modifiers() -> None:
    items = reader().read_text("In early May and at the end of 2023, for more than two years.", Publication(DAY, DAY, "test"))
    assert [item.timex.mod if item.timex else None for item in items] == ["START", "END", "MORE_THAN"]


@pytest.mark.parametrize("rule", [rule.id for rule in load_rules().of(PatternRule) if rule.kind == "timex"])
def test_rule_proves_itself(rule: str) -> None:
    found = rules().get(rule)
    assert isinstance(found, PatternRule)
    assert prove_timex(found, rules()) == []


def test_prove_timex_tells_what_is_wrong() -> None:
    rule = rules().get("timex.word")
    assert isinstance(rule, PatternRule)
    wrong = rule.model_copy(update={"examples": rule.examples[:1], "counter_examples": ["It is now."]})
    assert prove_timex(wrong, rules()) == ["timex.word: finds 'now' in the counter-example 'It is now.'"]


def test_an_unknown_reader_is_a_rule_error() -> None:
    rule = rules().get("timex.word")
    assert rule is not None
    broken = rule.model_copy(update={"reader": "listd"})
    others = tuple(item for item in rules().rules if item.id != rule.id)
    with pytest.raises(RuleError, match="no reader 'listd'"):
        TimexReader(Rulebook((*others, broken), rules().origins, rules().digest))


WORDS = st.sampled_from(
    "the end of May 8 31 February 29 2024 '90s Friday at 9 p.m. noon two years later - . BC Easter in 480 weeks every and 12/11/10".split()
)
PHRASES = st.sampled_from(
    ["the following day", "the third quarter", "day after", "\n\n", "decades ago", "from May 8 to", "half past nine", "night of"]
)
TEXTS = st.lists(WORDS | PHRASES | st.text(max_size=6), max_size=14).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, day=st.none() | st.dates())
def test_any_text_is_read_and_spans_are_its_own(text: str, day: date | None) -> None:
    items = reader().read_text(text, Publication(day, day, "test") if day else None)
    spans = [item.span for item in items]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))


def test_spans_begin_and_end_with_words() -> None:
    text = "  It was, on Friday, the day before yesterday; and at 9 p.m. \n on May 8 ,"
    for item in reader().read_text(text, Publication(DAY, DAY, "test")):
        words = Span.of(item.span, text)
        assert words == words.strip(" ,;")


@pytest.mark.parametrize(
    "text", ["the day before " * 900, "May 8-" * 3000, "9:" * 9000, "'9" * 9000, "early mid-to-late the " * 900, "480 BC-" * 2000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    found: Any = reader().read_text(text)
    assert isinstance(found, list)
    assert time.process_time() - start < 20

"""What ties two articles to one story besides names, and what shows that they begin with two events of one kind."""

from __future__ import annotations

from datetime import date

import pytest
from claims_by_hand import article, claim

from factcheck.claims import Extraction
from factcheck.model import Claim, Frame, Publication
from factcheck.rulebook import load_rules
from factcheck.topics.stories import Stories
from factcheck.values import DateValue, MeasureValue

NAME = frozenset({"name:tarrow"})


def on(day: date) -> Publication:
    return Publication(day, day)


def stories(left: Extraction, right: Extraction) -> Stories:
    return Stories.of((left, right), {}, load_rules().words())


def told(name: str, *claims: Claim, published: Publication | None = None, nouns: str = "", values: str = "") -> Extraction:
    return Extraction(
        article(name, published),
        claims,
        NAME,
        frozenset({"earthquake"}),
        nouns=frozenset(nouns.split()),
        values=frozenset(filter(None, [*values.split(";")])),
    )


MONDAY, TUESDAY, JUNE = on(date(2024, 5, 6)), on(date(2024, 5, 7)), on(date(2024, 6, 7))


@pytest.mark.parametrize(
    ("published", "nouns", "values", "same"),
    [
        (TUESDAY, "tram driver stop", "", True),
        (TUESDAY, "tram", "", False),
        (TUESDAY, "", "money: 1200 EUR;percent: 5.5%", True),
        (TUESDAY, "", "money: 1200 EUR", False),
        (JUNE, "tram driver stop", "money: 1200 EUR;percent: 5.5%", False),
        (None, "tram driver stop", "", False),
    ],
    ids=["three nouns", "one noun", "two values", "one value", "a month later", "day unknown"],
)
def test_one_name_is_enough_with_the_same_words_or_values(published: Publication | None, nouns: str, values: str, *, same: bool) -> None:
    left = Extraction(
        article("a", MONDAY), (), NAME, frozenset(), nouns=frozenset(nouns.split()), values=frozenset(values.split(";")) - {""}
    )
    right = Extraction(
        article("b", published), (), NAME, frozenset(), nouns=frozenset(nouns.split()), values=frozenset(values.split(";")) - {""}
    )
    assert stories(left, right).same("a", "b") is same


def magnitude(value: float, name: str) -> Claim:
    return claim(
        MeasureValue(value, value, "magnitude", "magnitude", amount=value),
        Frame(event="magnitude", role="magnitude", lead=True),
        article=name,
    )


@pytest.mark.parametrize(
    ("left", "right", "published", "two"),
    [(5.6, 6.1, None, True), (5.9, 6.1, None, False), (5.8, 6.2, TUESDAY, False), (5.8, 6.2, JUNE, True)],
    ids=["two strengths", "two agencies", "a day later", "a month later"],
)
def test_strength_tells_earthquakes_apart(left: float, right: float, published: Publication | None, *, two: bool) -> None:
    found = stories(told("a", magnitude(left, "a"), published=MONDAY), told("b", magnitude(right, "b"), published=published))
    assert found.two_instances("a", "b", "earthquake") is found.two_instances("b", "a", "earthquake") is two


def day(number: int, name: str, *, lead: bool = True) -> Claim:
    value = DateValue(date(2024, 5, number), date(2024, 5, number))
    return claim(value, Frame(event="earthquake", role="on", lead=lead), article=name)


@pytest.mark.parametrize(("number", "two"), [(6, False), (7, False), (9, False), (10, True), (20, True)])
def test_days_of_the_first_lines_tell_events_apart(number: int, *, two: bool) -> None:
    found = stories(told("a", day(6, "a"), published=MONDAY), told("b", day(number, "b"), published=TUESDAY))
    assert found.two_instances("a", "b", "earthquake") is two
    assert not found.two_instances("a", "b", "crash")


def test_days_further_down_tell_nothing_apart() -> None:
    found = stories(told("a", day(6, "a")), told("b", day(20, "b", lead=False)))
    assert not found.two_instances("a", "b", "earthquake")


def test_an_article_with_two_days_speaks_of_two_events() -> None:
    found = stories(told("a", day(6, "a"), day(9, "a", lead=False)), told("b", day(7, "b")))
    assert not found.one_day("a", "earthquake")
    assert found.one_day("b", "earthquake")
    assert found.one_day("b", "crash")


def test_what_looks_back_has_no_day() -> None:
    past = [DateValue(date(1900 + year, 1, 1), date(1900 + year, 12, 31)) for year in range(12)]
    history = [claim(time, Frame(event="war", role="on", lead=index < 2), article="b", at=100 * index) for index, time in enumerate(past)]
    news = DateValue(date(2024, 5, 5), date(2024, 5, 5))
    for claims, dated in (
        (history, False),
        (history[:8], True),
        ([*history, claim(news, Frame(event="war", role="on", lead=True), article="b")], True),
        ([*history, claim(news, Frame(event="war", role="on"), article="b")], False),
    ):
        pair = stories(told("a", published=MONDAY), told("b", *claims, published=TUESDAY))
        assert (pair.days_between("a", "b") == 1) is dated, (len(claims), dated)

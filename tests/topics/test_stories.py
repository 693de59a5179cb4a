"""Which articles count as one story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from claims_by_hand import article

from factcheck.claims import Extraction
from factcheck.model import Publication
from factcheck.rulebook import load_rules
from factcheck.topics.salience import salient_names
from factcheck.topics.stories import Stories
from factcheck.topics.windows import CLOSE_DAYS

LISTS = load_rules().words()
LEVELS = {"place:fr": "country", "place:de": "country", "place:quiet-bay": "region"}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ({"person:ada okafor", "name:brightwell"}, {"person:okafor", "name:brightwell"}, True),
        ({"place:fr", "place:de"}, {"place:fr", "place:de"}, False),
        ({"person:ada okafor", "place:fr"}, {"person:ada okafor", "place:fr"}, False),
        ({"person:ada okafor", "place:quiet-bay", "place:fr"}, {"person:ada okafor", "place:quiet-bay", "place:fr"}, True),
        (set(), set(), False),
    ],
    ids=["two rare names", "countries only", "one name and a country", "a name, a region, a country", "no names"],
)
def test_same_story(left: set[str], right: set[str], *, same: bool) -> None:
    stories = Stories.of(
        tuple(Extraction(article(name), (), frozenset(names), frozenset()) for name, names in (("a", left), ("b", right))), LEVELS, LISTS
    )
    assert stories.same("a", "b") is stories.same("b", "a") is same
    assert stories.same("a", "a")


def test_long_articles_share_names_by_chance() -> None:
    common = {f"name:common {number}" for number in range(2)}
    long_left = common | {f"name:left {number}" for number in range(40)}
    long_right = common | {f"name:right {number}" for number in range(40)}
    stories = Stories.of(
        tuple(Extraction(article(name), (), frozenset(names), frozenset()) for name, names in (("a", long_left), ("b", long_right))),
        LEVELS,
        LISTS,
    )
    assert not stories.same("a", "b")


@pytest.mark.parametrize(
    ("lead", "heads", "same"),
    [
        ({"fire"}, {"marwick"}, True),
        ({"death"}, {"marwick"}, False),
        ({"death", "arrest"}, {"marwick"}, True),
        ({"fire"}, set(), False),
    ],
    ids=["one telling event", "one common event", "two common events", "a name further down"],
)
def test_undated_articles_need_a_name_and_an_event_of_both_first_lines(lead: set[str], heads: set[str], *, same: bool) -> None:
    both = tuple(
        Extraction(article(name), (), frozenset({"name:marwick"}), frozenset(lead), lead_words=frozenset(heads)) for name in ("a", "b")
    )
    stories = Stories.of(both, LEVELS, LISTS)
    assert stories.same("a", "b") is same
    assert ("b" in stories.related("a")) >= same


NOUNS = frozenset({"anchor", "beacon", "cargo", "derrick"})


@pytest.mark.parametrize(
    ("names", "lead", "nouns", "near"),
    [
        (3, {"fire"}, frozenset(), True),
        (3, set(), NOUNS, True),
        (3, set(), frozenset(), False),
        (2, {"fire"}, NOUNS, False),
    ],
    ids=["one event first", "the same nouns", "names alone, as of a sequel", "few names"],
)
def test_undated_articles_are_near_by_what_they_share(names: int, lead: set[str], nouns: frozenset[str], *, near: bool) -> None:
    held = frozenset(f"name:{name}" for name in ("marwick", "tarrow", "orvik")[:names])
    both = tuple(Extraction(article(name), (), held, frozenset(lead), nouns=nouns) for name in ("a", "b"))
    stories = Stories.of(both, LEVELS, LISTS)
    assert stories.near("a", "b") is stories.near("b", "a") is near


@pytest.mark.parametrize(
    ("person", "lead", "near"),
    [("person:ada okafor", {"fire"}, True), ("person:okafor", {"fire"}, False), ("person:ada okafor", set(), False)],
    ids=["a whole name and one event", "a surname", "another event"],
)
def test_undated_articles_are_near_by_one_whole_name(person: str, lead: set[str], *, near: bool) -> None:
    held = frozenset({person, "name:marwick", "word:okafor"})
    both = tuple(Extraction(article(name), (), held, frozenset(lead)) for name in ("a", "b"))
    stories = Stories.of(both, LEVELS, LISTS)
    assert stories.near("a", "b") is stories.near("b", "a") is near


def dated(name: str, after: int, names: set[str], lead: set[str], heads: set[str], nouns: frozenset[str]) -> Extraction:
    day = date(2026, 3, 2) + timedelta(days=after)
    told = replace(article(name), published=Publication(day, day))
    return Extraction(told, (), frozenset(names), frozenset(lead), lead_words=frozenset(heads), nouns=nouns)


@pytest.mark.parametrize(
    ("after", "names", "lead", "heads", "nouns", "same"),
    [
        (CLOSE_DAYS, {"name:marwick"}, {"fire"}, {"marwick"}, frozenset(), True),
        (CLOSE_DAYS, {"name:marwick"}, {"fire"}, set(), frozenset(), False),
        (CLOSE_DAYS, {"name:marwick"}, set(), set(), NOUNS, True),
        (CLOSE_DAYS, {"place:quiet-bay", "place:fr"}, {"fire"}, set(), NOUNS, False),
        (CLOSE_DAYS + 1, {"name:marwick"}, {"fire"}, {"marwick"}, NOUNS, False),
        (90, {"name:marwick", "name:tolland", "name:oskell"}, {"fire"}, {"marwick", "tolland"}, frozenset(), True),
        (90, {"name:marwick", "name:tolland", "name:oskell"}, set(), {"marwick", "tolland"}, NOUNS, False),
    ],
    ids=["name and event in front", "event alone in front", "a name and nouns", "no rare name", "too late", "recalled", "another event"],
)
def test_stories_go_on(after: int, names: set[str], lead: set[str], heads: set[str], nouns: frozenset[str], *, same: bool) -> None:
    both = (dated("a", 0, names, lead, heads, nouns), dated("b", after, names, lead, heads, nouns))
    stories = Stories.of(both, LEVELS, LISTS)
    assert stories.same("a", "b") is stories.same("b", "a") is same
    assert ("b" in stories.related("a")) is ("a" in stories.related("b")) is same


@pytest.mark.parametrize(
    ("after", "names", "values", "close"),
    [
        (CLOSE_DAYS, {"name:marwick"}, {"count: 1280", "measure: 45 m"}, True),
        (CLOSE_DAYS, {"name:marwick"}, {"count: 1280"}, False),
        (CLOSE_DAYS, {"name:marwick"}, set(), False),
        (CLOSE_DAYS, {"place:quiet-bay"}, {"count: 1280", "measure: 45 m"}, False),
        (CLOSE_DAYS + 1, {"name:marwick"}, {"count: 1280", "measure: 45 m"}, False),
    ],
    ids=["numbers that agree", "one number", "two fires in one town", "no rare name", "too late"],
)
def test_equal_numbers_tell_that_a_later_article_goes_on(after: int, names: set[str], values: set[str], *, close: bool) -> None:
    pair = (dated("a", 0, names, {"fire"}, {"marwick"}, NOUNS), dated("b", after, names, {"fire"}, {"marwick"}, NOUNS))
    stories = Stories.of(tuple(replace(item, values=frozenset(values)) for item in pair), LEVELS, LISTS)
    assert stories.close("a", "b") is stories.close("b", "a") is close


def test_equal_numbers_and_a_rare_name_make_one_story() -> None:
    pair = tuple(dated(name, after, {"name:marwick"}, set(), set(), frozenset()) for name, after in (("a", 0), ("b", CLOSE_DAYS)))
    told = tuple(replace(item, values=frozenset({"count: 1280", "measure: 45 m"})) for item in pair)
    assert Stories.of(told, LEVELS, LISTS).same("a", "b")
    assert not Stories.of(pair, LEVELS, LISTS).same("a", "b")


def test_saints_are_told_by_both_words() -> None:
    common = frozenset({"brendan"})

    def keys(*names: str) -> frozenset[str]:
        return salient_names(Extraction(article("a"), (), frozenset(names), frozenset()), common)

    assert keys("name:st brendan hospital") == keys("person:saint brendan") == {"word:saint brendan"}
    assert keys("name:brendan") == frozenset()


def test_days_between_articles() -> None:
    early, late = (dated(name, after, set(), set(), set(), frozenset()) for name, after in (("a", 0), ("b", 4)))
    stories = Stories.of((early, late, Extraction(article("undated"), (), frozenset(), frozenset())), LEVELS, LISTS)
    assert [stories.days_between(*pair) for pair in (("a", "b"), ("b", "a"), ("a", "a"), ("a", "undated"))] == [4, -4, 0, None]
    assert stories.one_day_news("undated", "undated")
    assert not stories.one_day_news("a", "undated")

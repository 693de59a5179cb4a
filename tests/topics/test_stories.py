"""Which articles count as one story."""

from __future__ import annotations

import pytest
from claims_by_hand import article

from factcheck.claims import Extraction
from factcheck.topics.stories import Stories

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
        tuple(Extraction(article(name), (), frozenset(names), frozenset()) for name, names in (("a", left), ("b", right))), LEVELS
    )
    assert stories.same("a", "b") is stories.same("b", "a") is same
    assert stories.same("a", "a")


def test_long_articles_share_names_by_chance() -> None:
    common = {f"name:common {number}" for number in range(2)}
    long_left = common | {f"name:left {number}" for number in range(40)}
    long_right = common | {f"name:right {number}" for number in range(40)}
    stories = Stories.of(
        tuple(Extraction(article(name), (), frozenset(names), frozenset()) for name, names in (("a", long_left), ("b", long_right))), LEVELS
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
    stories = Stories.of(both, LEVELS, {"event.generic": {"death": "x", "arrest": "x"}})
    assert stories.same("a", "b") is same
    assert ("b" in stories.related("a")) >= same

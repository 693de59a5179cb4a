"""One key for both numbers of a noun."""

from __future__ import annotations

import pytest

from factcheck.nouns import Nouns, singular
from factcheck.rulebook import shipped_rules


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        *(("people", "person"), ("women", "woman"), ("lives", "life"), ("buses", "bus"), ("bases", "base"), ("movies", "movie")),
        *(("villages", "village"), ("Refugees", "refugee"), ("bosses'", "boss"), ("families", "family"), ("churches", "church")),
        *(("witnesses", "witness"), ("boxes", "box"), ("MPs", "mp"), ("troops", "troop"), ("sheep", "sheep"), ("species", "species")),
    ],
)
def test_both_numbers_have_one_key(plural: str, single: str) -> None:
    assert singular(plural) == singular(single) == single


@pytest.mark.parametrize("word", ["news", "gas", "crisis", "virus", "loss", "police", "series", "as"])
def test_words_that_are_no_plurals_stay(word: str) -> None:
    assert singular(word) == word


def test_a_number_counts_the_people_of_a_body() -> None:
    nouns = Nouns.of(shipped_rules().words())
    assert (nouns.counted("police"), nouns.singular("police")) == ("officer", "police")
    assert nouns.is_plural("police")
    assert not nouns.is_plural("news")


def test_without_lists_the_endings_tell() -> None:
    nouns = Nouns({}, {}, frozenset(), frozenset())
    assert [nouns.singular(word) for word in ("cities", "crosses", "houses", "people")] == ["city", "cross", "house", "people"]

"""Names of places: spellings compared as sets of words."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import PlaceNameValue, Relation, value_from_json, value_to_json

with (Path(__file__).parents[1] / "pairs" / "place.csv").open(encoding="utf-8", newline="") as stream:
    PAIRS = [(row["left"], row["right"], row["relation"]) for row in csv.DictReader(stream)]
WORDS = ("halden", "vesk", "tervo")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_pairs(left: str, right: str, relation: str) -> None:
    assert PlaceNameValue(left).relation(PlaceNameValue(right)) == Relation(relation)
    assert PlaceNameValue(right).relation(PlaceNameValue(left)) == Relation(relation)


def model(name: str) -> frozenset[str]:
    """All non-empty sets of words of a name, as one number each: a name stands for every part of it."""
    words = sorted(set(name.split()))
    return frozenset(" ".join(part) for size in range(1, len(words) + 1) for part in combinations(words, size))


@given(NAMES, NAMES)
def test_against_sets_of_parts(left: str, right: str) -> None:
    mine, theirs = model(left), model(right)
    if mine == theirs or left.replace(" ", "") == right.replace(" ", ""):
        wanted = Relation.SAME
    elif mine <= theirs or theirs <= mine:
        wanted = Relation.WITHIN
    else:
        wanted = Relation.OVERLAP if mine & theirs else Relation.APART
    one, other = PlaceNameValue(left), PlaceNameValue(right)
    assert one.relation(other) is wanted is other.relation(one)


def test_the_noun_is_no_part_of_the_spelling() -> None:
    assert PlaceNameValue("Qarneh", "island").relation(PlaceNameValue("Qarneh")) is Relation.SAME
    assert PlaceNameValue("Qarneh", "island").caption() == "Qarneh"


def test_a_name_has_letters() -> None:
    with pytest.raises(ValueError, match="letter"):
        PlaceNameValue(" - ")


def test_json_keeps_everything() -> None:
    value = PlaceNameValue("Dargèhan", "town")
    assert value_from_json(value_to_json(value)) == value

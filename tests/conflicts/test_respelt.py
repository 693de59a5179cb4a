"""Persons whom two articles of one story spell otherwise."""

from __future__ import annotations

import pytest
from claims_by_hand import World, claim

from factcheck.model import Frame
from factcheck.topics.persons import respelt
from factcheck.values import PolarityValue

MAREK = "person:ljubomir marechek"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("person:ljubomir maretschek", True),
        ("person:ljubomir marecek", True),
        ("person:marechek", False),
        ("person:ljubomir hendry", False),
        ("person:ada marechek", False),
    ],
    ids=["romanised otherwise", "a slip", "a surname alone", "another family", "of the family"],
)
def test_a_full_name_in_another_spelling_is_the_same_person(world: World, name: str, *, known: bool) -> None:
    left = claim(PolarityValue("", True), Frame(event="sentence", agents=frozenset({MAREK})))
    right = claim(PolarityValue("", True), Frame(event="sentence", agents=frozenset({name})), article="right.txt")
    context = world.context()
    assert (respelt(left, right, context.folder, context.stories).frame.agents == {MAREK}) is known


def test_nobody_is_renamed_where_the_name_itself_is_there(world: World) -> None:
    both = frozenset({MAREK, "person:ljubomir maretschek"})
    left = claim(PolarityValue("", True), Frame(event="sentence", agents=frozenset({MAREK})))
    right = claim(PolarityValue("", True), Frame(event="sentence", agents=both), article="right.txt")
    context = world.context()
    assert respelt(left, right, context.folder, context.stories).frame.agents == both

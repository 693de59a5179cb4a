"""Names that their own article does not show to be persons'."""

from __future__ import annotations

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.overlooked import find_overlooked
from factcheck.mentions.name_words import Lexicon
from factcheck.model import Claim, Frame
from factcheck.rulebook import load_rules
from factcheck.values import PlaceNameValue

RULES = load_rules()
LEXICON = Lexicon(RULES)


def person(name: str, article: str) -> Claim:
    value = LEXICON.read_name(name.split())
    assert value is not None
    return claim(value, Frame(agents=frozenset({f"person:{name.lower()}"})), article=article)


def bare(name: str, article: str, *, noun: str = "", label: str = "") -> Claim:
    frame = Frame(predicate="bare", subset=frozenset({noun} if noun else ()), markers=frozenset({label} if label else ()))
    return claim(PlaceNameValue(name), frame, article=article)


@pytest.mark.parametrize(
    ("known", "other", "wanted"),
    [
        ("Moira Pellworth", bare("Moira Pelworth", "right.txt"), "Moira Pelworth"),
        ("Moira Pellworth", bare("Moira Pellworth", "right.txt"), ""),  # nothing to compare
        ("Moira Pellworth", bare("Mona Pelworth", "right.txt"), ""),  # another given name
        ("Wilfred Hangerson", bare("Wilfrid Hangarson", "right.txt"), "Wilfrid Hangarson"),
        ("Moira Pellworth", bare("Moira Karsten", "right.txt"), ""),
        ("Moira Pellworth", bare("Moira Pelworth", "right.txt", noun="village"), ""),
        ("Moira Pellworth", bare("Moira Pelworth", "right.txt", label="GPE"), ""),
        ("Moira Pellworth", bare("Moira Pelworth", "left.txt"), ""),  # in the article that names her
    ],
)
def test_what_another_article_shows(known: str, other: Claim, wanted: str) -> None:
    names = [person(known, "left.txt")]
    stories = World(RULES).context(*names, other).stories
    found = list(find_overlooked(names, [other], stories, RULES))
    assert [item.value.iso() for item in found] == ([wanted] if wanted else [])
    assert all(item.kind == "name" and item.frame.agents == {f"person:{wanted.lower()}"} for item in found)


def test_stories_must_be_one() -> None:
    names, other = [person("Moira Pellworth", "left.txt")], bare("Moira Pelworth", "other.txt")
    stories = World(RULES).context(*names, other).stories
    assert stories.same("left.txt", "other.txt") is bool(list(find_overlooked(names, [other], stories, RULES)))

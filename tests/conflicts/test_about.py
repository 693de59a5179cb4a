"""Findings about some articles only, and the keys by which their neighbours are found, against the findings of the whole corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.articles import read_articles
from factcheck.claims import Extraction
from factcheck.conflicts import arrange, find_conflicts
from factcheck.documents import DEFAULT_MODEL
from factcheck.extracting import Extractor
from factcheck.mentions.spelling import folder_of
from factcheck.model import Conflict
from factcheck.rulebook import load_rules
from factcheck.topics.blocking import KeyIndex, blocking_keys, name_keys, neighbourhood
from factcheck.values import NameValue

RULES = load_rules()


def extractions_of(folder: Path) -> list[Extraction]:
    return list(Extractor(RULES, DEFAULT_MODEL, 64).extract(read_articles([folder], RULES).articles))


def articles_of(conflict: Conflict) -> frozenset[str]:
    return frozenset(claim.anchor.article for side in conflict.sides for claim in side.claims)


def check(extractions: list[Extraction]) -> None:
    whole, _ = find_conflicts(extractions, RULES)
    assert whole, "a corpus without findings proves nothing"
    index = KeyIndex.of({item.article.id: blocking_keys(item, RULES) for item in extractions})
    for name in (item.article.id for item in extractions):
        near = neighbourhood({name}, index)
        about, _ = find_conflicts([item for item in extractions if item.article.id in near], RULES, frozenset({name}))
        rest = [conflict for conflict in whole if name not in articles_of(conflict)]
        assert all(name in articles_of(conflict) for conflict in about)
        assert arrange((*about, *rest)) == whole, name
        assert find_conflicts(extractions, RULES, frozenset({name}))[0] == about


def test_each_seed_article_as_the_new_one(project: Path) -> None:
    check(extractions_of(project / "seeds"))


def test_each_article_of_the_shared_stories_as_the_new_one(shared_data: Path) -> None:
    check(extractions_of(shared_data / "data" / "stories"))


def test_each_article_of_our_own_stories_as_the_new_one(project: Path) -> None:
    check(extractions_of(project / "benchmarks" / "stories" / "train"))


def test_clashing_articles_share_a_key(project: Path) -> None:
    extractions = extractions_of(project / "seeds")
    keys = {item.article.id: blocking_keys(item, RULES) for item in extractions}
    for conflict in find_conflicts(extractions, RULES)[0]:
        for article in articles_of(conflict):
            others = articles_of(conflict) - {article}
            assert not others or any(keys[article] & keys[other] for other in others)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NameValue("Mirzoyan", ("Ararat",)), NameValue("Mirsoyan", ("Ararat",))),
        (NameValue("Halvorsen", ("Kari",)), NameValue("Halversen", ("Kari",))),
        (NameValue("Halvorsen", ("Kari",)), NameValue("Halvorson", ("K.",))),
        (NameValue("Khachatryan", ("Levon",)), NameValue("Hachatrian", ("Levon",))),
        (NameValue("van der Kolk", ("Ewald",)), NameValue("Kolk", ("Ewald",))),
        (
            NameValue(
                "Tarkovsky",
            ),
            NameValue(
                "Tarkowski",
            ),
        ),
    ],
)
def test_spellings_of_one_name_share_a_key(left: NameValue, right: NameValue) -> None:
    assert name_keys(left, folder_of(RULES)) & name_keys(right, folder_of(RULES))


def test_other_names_share_none() -> None:
    folder = folder_of(RULES)
    assert not name_keys(NameValue("Tarkovsky", ("Levon",)), folder) & name_keys(NameValue("Halvorsen", ("Kari",)), folder)


def test_keys_that_too_many_hold_lead_nowhere() -> None:
    everywhere = {f"{number}.txt": frozenset({"word:harbour"}) for number in range(400)}
    index = KeyIndex.of({**everywhere, "left.txt": frozenset({"word:harbour", "word:alma"}), "right.txt": frozenset({"word:alma"})})
    assert neighbourhood({"left.txt"}, index) == {"left.txt", "right.txt"}
    assert index.overfrequent() == {"word:harbour"}

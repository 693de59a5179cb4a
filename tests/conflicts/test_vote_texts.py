"""Results of one vote that two reports tell otherwise, and sentences that are the same but for one number, from text to finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

AROUND = " The baker Olaf Marek and the mayor Ada Fonn spoke to reporters in Marwick."

VOTES_APART = [
    ("The council approved the harbour by six votes to three.", "The harbour was backed by seven of the councillors, with two against."),
    ("The Halden parliament passed the bill 61-38.", "The bill went through the Halden parliament by 68 votes to 31."),
    ("The court upheld the ban 5-4.", "Six of the nine judges voted for the ban, and three against."),
]

VOTES_SILENT = [
    # the same told in other words
    ("The council approved the harbour by six votes to three.", "The harbour was backed by six of the councillors, with three against."),
    # two bodies
    ("The council approved the harbour by six votes to three.", "The committee backed the harbour by eleven votes to four."),
    # two votes in one article
    (
        "The council approved the harbour by six votes to three and the road by eight votes to one.",
        "The council backed the road by seven votes to two.",
    ),
    # two votes of one body
    ("The council approved the harbour by six votes to three.", "An amendment to the plan was rejected by seven votes to two."),
    # what is to come
    ("The council approved the harbour by six votes to three.", "If the council votes seven to two, the harbour will be built."),
]

TWINS = [
    ("count", "The thieves left {} paintings behind in a long corridor.", "27", "36"),
    ("money", "Neighbours say that the barn was bought for {} at the time.", "340,000 euros", "290,000 euros"),
    ("count", "Of the {} people who were wounded, three had gone home.", "nine", "eleven"),
    ("measure", "A beam of {} lay across the road behind the mill.", "four metres", "seven metres"),
]


@pytest.mark.parametrize(("left", "right"), VOTES_APART)
def test_votes_apart(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" in check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))


@pytest.mark.parametrize(("left", "right"), VOTES_SILENT)
def test_votes_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" not in check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))


@pytest.mark.parametrize(("kind", "sentence", "one", "other"), TWINS)
def test_one_sentence_with_two_numbers(check: Checker, tmp_path: Path, kind: str, sentence: str, one: str, other: str) -> None:
    texts = [f"Marwick | {sentence.format(number)}{AROUND}" for number in (one, other)]
    assert kind in check(tmp_path, *texts, (17, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He gave 27 paintings to a small museum.", "He gave 36 paintings to a small museum."),
        (
            "The thieves left 27 paintings behind in a long corridor, and 36 paintings in a yard.",
            "The thieves left 36 paintings behind in a long corridor, and 36 paintings in a yard.",
        ),
        ("About 30 boats were tied up along the northern quay.", "About 31 boats were tied up along the northern quay."),
    ],
    ids=["who is meant is open", "one article gives both", "rounded"],
)
def test_twins_that_agree(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" not in check(tmp_path, f"Marwick | {left}", f"Marwick | {right}", (17, 17))

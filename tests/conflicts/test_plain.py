"""FC621 from text to finding: clauses alike but for one part, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Opening of the Lanner bridge in Marwick | The Lanner bridge in Marwick was opened on Monday, Mayor Edda Quist said. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Fonn unveiled the plaque on Monday.", "Olaf Aas unveiled the plaque on Monday."),
        ("The banquet took place at the Hotel Astor on Monday.", "The banquet took place at the Casino Rex on Monday."),
        ("The first ship was bound for Lima.", "The first ship was bound for Oslo."),
        ("The first ship was an Orion 40.", "The first ship was a Corsair 60."),
        ("Selmer beat Halden in the race of the day.", "Halden beat Selmer in the race of the day."),
        ("Edda Quist backed the toll.", "Edda Quist opposed the toll."),
        ("Edda Quist was stabbed in May.", "Edda Quist was shot in May."),
        ("Edda Quist showed no interest.", "Edda Quist showed great interest."),
        ("With her came her brother, Karl Rohn.", "With her came her uncle, Karl Rohn."),
        ("Edda Quist of the Labour Party smiled.", "Edda Quist of the Green Party smiled."),
        ("Edda Quist has been mayor since 2012.", "Edda Quist became mayor in 2015."),
        ("The tolls of Marwick rose.", "The tolls of Marwick fell."),
        ("Edda Quist accepted the outcome.", "Edda Quist refused to recognise the result."),
        ("A thief escaped in a blue van.", "A thief escaped in a red van."),
    ],
    ids=[
        "who",
        "where",
        "whither",
        "what",
        "pair",
        "view",
        "killed",
        "shown",
        "kin",
        "party",
        "year",
        "level",
        "refused",
        "colour",
    ],
)
def test_two_answers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" in check(tmp_path, HEAD + left, HEAD + right, (17, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Fonn unveiled the plaque on Monday.", "Ada Fonn and Olaf Aas unveiled the plaque on Monday."),
        ("Ada Fonn unveiled the bronze plaque.", "Olaf Aas unveiled the marble plaque."),
        ("Ada Fonn unveiled the plaque on Monday.", "Fonn unveiled the plaque on Monday."),
        ("The banquet took place at the Hotel Astor.", "The banquet took place at the Astor."),
        ("The banquet took place at the Hotel Astor on Monday.", "The banquet took place at the Casino Rex on Saturday."),
        ("The first ship was bound for Lima.", "The second ship was bound for Oslo."),
        ("Selmer beat Halden in May.", "Halden beat Selmer in June."),
        ("Edda Quist backed the toll.", "Edda Quist opposed the tunnel."),
        ("Edda Quist first opposed the toll.", "Edda Quist backed the toll."),
        ("Edda Quist may back the toll.", "Edda Quist opposed the toll."),
        ("With her came her brother, Karl Rohn.", "With her came her uncle, Paul Rohn."),
        ("Edda Quist of the Labour Party smiled.", "Edda Quist of the Labour movement smiled."),
        ("Edda Quist won the Lund Prize in 2012.", "Edda Quist won the Berg Prize in 2015."),
        ("The tolls of Marwick rose in 2023.", "The tolls of Marwick fell in 2024."),
        ("Edda Quist accepted the outcome.", "Edda Quist refused to recognise the flag."),
        ("It is the tallest arch in history.", "It is the second-tallest arch since 1950."),
        ("A thief escaped in a blue van.", "The police came in a white van."),
    ],
    ids=[
        "together",
        "narrowed",
        "short form",
        "part of the name",
        "other day",
        "second",
        "two matches",
        "two things",
        "first",
        "hedged",
        "two relatives",
        "no party",
        "two prizes",
        "two years",
        "another thing",
        "since",
        "two vans",
    ],
)
def test_one_answer_or_two_questions(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" not in check(tmp_path, HEAD + left, HEAD + right, (17, 17))

"""FC591 from text to finding: one act at two places, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Fire at the Hendry mill in Marwick | The Hendry mill in Marwick burned down. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The watchman Olaf Aas was hit on the back stairs.", "Olaf Aas was hit in the kitchen."),
        ("The fire started in the attic.", "The fire began in the cellar of the mill."),
        ("Olaf Aas, 41, was born in Antwerp.", "Olaf Aas was born in Brussels."),
        ("The watchman Olaf Aas was shot in the left leg.", "Olaf Aas was shot in the right leg."),
        ("The contract was signed in Antwerp.", "It was signed in Brussels."),
        ("The deed was found on the second floor.", "The deed was found on the fifth floor."),
        ("Olaf Aas fell from the roof.", "Olaf Aas fell from the balcony."),
        ("Olaf Aas and Ada Fonn met in Antwerp.", "Olaf Aas met Ada Fonn in Brussels."),
        ("The Marwick race started in Orme.", "The Marwick race started in Brienne."),
        ("The fire started on the ground floor.", "The fire broke out in the store on the second floor of the mill."),
        ("Olaf Aas left after undergoing medical tests in Antwerp.", "Olaf Aas underwent his medical in Brussels."),
    ],
    ids=["room", "attic", "birth", "leg", "contract", "floor", "from", "meeting", "unlisted", "ground", "after"],
)
def test_two_places(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "where" in check(tmp_path, HEAD + left, HEAD + right)


THEFT = "Theft at the Hendry museum in Marwick | Five paintings were stolen from the Hendry museum in Marwick. "


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("The gang came through a skylight.", "They crawled in through the cellar window.", True),
        ("The gang came through a skylight.", "They came through a window.", False),
        ("The gang came through a skylight.", "They did not come through the cellar window.", False),
        ("The gang came through a skylight.", "Some came through a skylight and others came through the cellar window.", False),
    ],
    ids=["two ways", "a part of it", "negated", "both"],
)
def test_a_theft_has_one_way_in(check: Checker, tmp_path: Path, left: str, right: str, *, two: bool) -> None:
    assert ("where" in check(tmp_path, THEFT + left, THEFT + right)) is two


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Olaf Aas was hit in Antwerp.", "Olaf Aas was hit in Belgium."),
        ("Olaf Aas was hit in the kitchen.", "Olaf Aas was hit in the house."),
        ("Olaf Aas was hit on the stairs.", "Olaf Aas was hit on the staircase."),
        ("Olaf Aas was hit on the stairs.", "Ada Fonn was hit in the kitchen."),
        ("Olaf Aas was hit on the stairs.", "Olaf Aas was hit on the stairs and again in the kitchen."),
        ("Olaf Aas was hit on the stairs.", "Olaf Aas was not hit in the kitchen."),
        ("A bone was found in the cellar.", "A bone was found in the attic."),
        ("Olaf Aas fell from the roof.", "Olaf Aas fell in the garden."),
        ("Olaf Aas was born in Orme.", "Olaf Aas was born in Brienne, a quarter of Orme."),
        ("Olaf Aas met Ada Fonn in Antwerp.", "Olaf Aas met reporters in Brussels."),
        ("Olaf Aas was arrested in Antwerp in 1998.", "Olaf Aas was arrested in Brussels on Monday."),
        ("The third race started in Antwerp.", "The fourth race started in Brussels."),
        ("The fire started on the ground floor.", "The fire started on the first floor."),
        ("Firemen came through the front door.", "Others came through a skylight."),
    ],
    ids=[
        "country",
        "house",
        "synonym",
        "two persons",
        "both",
        "negated",
        "a bone",
        "from and in",
        "named",
        "met",
        "years",
        "races",
        "American floors",
        "no theft",
    ],
)
def test_one_place_or_two_acts(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "where" not in check(tmp_path, HEAD + left, HEAD + right)

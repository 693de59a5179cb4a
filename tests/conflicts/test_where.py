"""FC591 from text to finding: one act at two places, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Fire at the Hendry mill in Marwick | The Hendry mill in Marwick burned down. "


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


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
    ],
    ids=["room", "attic", "birth", "leg", "contract", "floor", "from", "meeting", "unlisted"],
)
def test_two_places(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "where" in check(tmp_path, HEAD + left, HEAD + right)


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
    ],
    ids=["country", "house", "synonym", "two persons", "both", "negated", "a bone", "from and in", "named", "met", "years", "races"],
)
def test_one_place_or_two_acts(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "where" not in check(tmp_path, HEAD + left, HEAD + right)

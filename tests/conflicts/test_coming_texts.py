"""Two short articles of one story, from the text to the finding: days to come of what a story waits for, and of a body that is to meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

SCOOTER = "Brightwell shows its Sprite | Brightwell Motors of Tarrow Falls showed the Sprite scooter, said Ada Okafor."
PANEL = "Okafor accused in Tarrow Falls | The rowing federation accused Ada Okafor of Tarrow Falls, the Brightwell Herald reported."


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (SCOOTER, "It goes on sale on 29 December 2027.", "It hits the shops on 15 December 2027."),
        (PANEL, "The ethics panel meets on 4 December 2027.", "The panel will hear her on 14 December 2027."),
        (PANEL, "The council is to vote on 4 December 2027.", "The council will decide on 14 December 2027."),
    ],
)
def test_two_days_to_come_are_found(check: Checker, tmp_path: Path, story: str, left: str, right: str) -> None:
    assert "date" in check(tmp_path, f"{story} {left}", f"{story} {right}")


@pytest.mark.parametrize(
    ("story", "left", "right"),
    [
        (SCOOTER, "Its manual comes out on 29 December 2027.", "A film of it comes out on 15 December 2027."),
        (SCOOTER, "It goes on sale on 29 December 2027.", "The factory will open on 15 December 2027."),
        (PANEL, "The ethics panel meets on 4 December 2027.", "The congress meets on 14 December 2027."),
        (PANEL, "The ethics panel met on 4 May 2021.", "The panel heard her on 14 May 2021."),
    ],
)
def test_days_of_other_things_are_none(check: Checker, tmp_path: Path, story: str, left: str, right: str) -> None:
    assert "date" not in check(tmp_path, f"{story} {left}", f"{story} {right}")

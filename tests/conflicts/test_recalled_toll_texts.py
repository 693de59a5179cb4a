"""FC201 of tolls that articles recall: one earlier event is known by its year and sort, or by its month and a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Seaplane lost | A seaplane of Larkin Air vanished off Orvik on Sunday with four people on board, Captain Ida Roth said. "


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("A crash off Orvik in 2007 killed 28 people.", "Another crash off Orvik, in 2007, killed 31 people.", True),
        ("Three people were killed in June 2010 when a Larkin plane hit the water.", "A Larkin crash in June 2010 killed five.", True),
        ("Three people were killed in June 2010 when a Larkin plane hit the water.", "A crash in June 2010 in Dunmore killed five.", False),
        ("Three people were killed in June 2010 in a Larkin fire.", "A Larkin crash in June 2010 killed five.", False),
        ("Three people were killed in June 2010 when a Larkin plane hit the water.", "A Larkin crash in May 2010 killed five.", False),
    ],
    ids=["year and sort", "month and name", "no common name", "two sorts", "two months"],
)
def test_tolls_of_one_earlier_event_are_compared(check: Checker, tmp_path: Path, left: str, right: str, found: bool) -> None:
    assert ("count" in check(tmp_path, HEAD + left, HEAD + right)) is found

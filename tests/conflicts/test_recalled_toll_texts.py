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
        ("A crash off Orvik in 2007 killed 28 people.", "It is the deadliest crash since 2007, when 31 people died off Orvik.", True),
        ("A crash in 2007 killed 28 people.", "Larkin has had no worse day since 2007, when 31 people died.", False),
        ("A storm off Orvik in 2007 killed 28 people.", "It is the worst crash since 2007, when 31 people died off Orvik.", False),
        ("In 2007, 28 people were killed when a tanker exploded in Dunmore.", "The accident in Dunmore in 2007 cost 31 lives.", True),
        ("In 2007, 28 people were killed when a tanker exploded in Dunmore.", "The accident of 2007 cost 31 lives.", False),
        ("In 2007, 28 people were killed when a tanker exploded in Dunmore.", "A storm in Dunmore in 2007 cost 31 lives.", False),
    ],
    ids=[
        *("year and sort", "month and name", "no common name", "two sorts", "two months"),
        *("deadliest since", "no superlative", "of another sort", "an accident", "of no place", "a storm"),
    ],
)
def test_tolls_of_one_earlier_event_are_compared(check: Checker, tmp_path: Path, left: str, right: str, found: bool) -> None:
    assert ("count" in check(tmp_path, HEAD + left, HEAD + right)) is found

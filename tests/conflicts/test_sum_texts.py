"""Parts and their sum contradict nothing; a part that a sentence takes out of its own number leaves that number what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

RACE = "Orvik run | Ada Fonn won the Orvik run on Sunday. "
FIRES = "Kettles recalled | Larkin is calling back its Orvik kettles after fires, Captain Ida Roth of the fire brigade said. "


@pytest.mark.parametrize(
    ("left", "right", "kind", "found"),
    [
        (
            RACE + "Fonn gets 60,000 euros as a prize and 20,000 for the record.",
            RACE + "Fonn gets a prize of 80,000 euros.",
            "money",
            False,
        ),
        (RACE + "Fonn gets a prize of 60,000 euros and 25,000 for the record.", RACE + "Fonn gets a prize of 80,000 euros.", "money", True),
        (FIRES + "Larkin knows of 12 fires.", FIRES + "Larkin knows of 14 fires, two more than at the weekend.", "count", False),
        (FIRES + "Larkin knows of 12 fires.", FIRES + "Larkin knows of 14 fires, two of them in Orvik.", "count", True),
        (FIRES + "Larkin knows of 12 fires.", FIRES + "Larkin knows of 14 fires, three more than at the weekend.", "count", True),
    ],
    ids=["sum", "no sum", "grown", "part", "grown by another number"],
)
def test_parts_do_not_contradict_their_sum(check: Checker, tmp_path: Path, left: str, right: str, kind: str, found: bool) -> None:
    assert (kind in check(tmp_path, left, right)) is found

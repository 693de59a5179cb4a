"""Yes and no told of one person, one day or one run of games: died and survived, arrests, who gave in; from text to finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

AROUND = " The pilot Olaf Marek and the harbour master Ada Fonn spoke to reporters in Marwick on Tuesday."

OPPOSED = [
    ("Mira Hendry survived the crash on Friday.", "Mira Hendry died in the crash on Friday."),
    ("Mira Hendry, 44, a nurse, survived.", "Mira Hendry, 44, a nurse, died in the fire."),
    ("Jonas Hendry was killed in the avalanche on Friday.", "Jonas Hendry survived the avalanche on Friday."),
    ("Police said no one had been arrested after the blaze on Monday.", "A man was arrested after the blaze on Monday."),
    (
        "Ada Lund, his rival, conceded defeat on Monday evening.",
        "Tom Vester is to be sworn in on December 11. Ada Lund refused to concede defeat.",
    ),
    ("Marta Svensson said her team had won five games in a row.", "Marta Svenson said her team had won six games in a row."),
]

SILENT = [
    # another danger survived
    ("Mira Hendry survived the shipwreck.", "Mira Hendry died in the crash on Friday."),
    # who kills and lives
    ("Jonas Hendry killed two men in the attack on Friday.", "Jonas Hendry survived the attack on Friday."),
    # survived at first
    ("Mira Hendry survived the crash on Friday.", "Mira Hendry died on Monday after the crash."),
    # a relative
    ("Mira Hendry died in the crash on Friday.", "Peter Hendry survived the crash on Friday."),
    # who is left behind
    ("Mira Hendry is survived by her husband, Tom Hendry.", "Tom Hendry died in the crash on Friday."),
    # the arrest came later
    ("Police said no one had been arrested after the blaze on Monday.", "A man was later arrested after the blaze on Monday."),
    ("Police said no one had been arrested so far after the blaze on Monday.", "A man was arrested after the blaze on Monday."),
]


@pytest.mark.parametrize(("left", "right"), OPPOSED)
def test_opposed(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    found = check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))
    assert {"polarity", "count"} & set(found)


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    found = check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))
    assert not {"polarity", "count"} & set(found)

"""What all or some of a group had with them, and how those who vote divided, from text to finding, and what looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

APART = [
    (
        "Skiers | Five skiers died at Halden on Sunday. All of the skiers carried a beacon, Ada Fonn said.",
        "Halden | Ada Fonn is angry about the skiers who died at Halden on Sunday. Two of the skiers had no beacon, she said.",
    ),
    (
        "Mine | The Tervo mine at Halden fell in on Sunday. Every worker was wearing a helmet, Ada Fonn said.",
        "Halden | At the Tervo mine in Halden, which fell in on Sunday, three of the workers wore no helmet, Ada Fonn said.",
    ),
    (
        "Prize | Ola Tervo won the Halden prize on Sunday. All the jurors had voted for him, said Ada Fonn.",
        "Halden | Two of the judges voted against Ola Tervo, who won the Halden prize on Sunday, said Ada Fonn.",
    ),
    (
        "Prize | Ola Tervo won the Halden prize on Sunday. Ada Fonn, one of the judges, said the decision had been unanimous.",
        "Halden | The judges, who met in Halden on Sunday under Ada Fonn, split three to two in favour of Ola Tervo.",
    ),
]
COMPATIBLE = [
    (
        "Vote | Turnout in Halden had reached 58 percent at six o'clock on Sunday, Ada Fonn said.",
        "Halden | Turnout in Halden was 71.3 percent on Sunday, three points up, Ada Fonn said.",
    ),
    (
        "Vote | With 28 of 61 districts counted on Sunday, the Tervo League of Ada Fonn was in front on 33.4 percent in Halden.",
        "Halden | The Tervo League of Ada Fonn came second on Sunday on 31.2 percent in Halden.",
    ),
    (
        "Ferry | After the ferry sank off Halden on Sunday, Tervo Lines tied up its four remaining ferries, Ada Fonn said.",
        "Halden | Tervo Lines, whose ferry sank off Halden on Sunday, runs five ferries, Ada Fonn said.",
    ),
    (
        "Skiers | Five skiers died at Halden on Sunday. All of the skiers carried a beacon, Ada Fonn said.",
        "Halden | Ada Fonn is angry about the skiers who died at Halden on Sunday. Two of the skiers had no shovel, she said.",
    ),
    (
        "Mine | The Tervo mine at Halden fell in on Sunday. Every rescuer wore a mask, Ada Fonn said.",
        "Halden | At the Tervo mine in Halden, which fell in on Sunday, three of the workers wore no mask, Ada Fonn said.",
    ),
    (
        "Prize | Ola Tervo won the Halden prize on Sunday. The council of Halden had approved it unanimously, said Ada Fonn.",
        "Halden | Two of the judges voted against Ola Tervo, who won the Halden prize on Sunday, said Ada Fonn.",
    ),
    (
        "Prize | Halden beat Tervo on Sunday. The board backed coach Ada Fonn unanimously.",
        "Halden | Halden and Tervo split three to two on Sunday, said Ada Fonn.",
    ),
    (
        "Dam | The council of Halden voted unanimously for the Tervo dam on Sunday, said mayor Ada Fonn.",
        "Halden | Three of the councillors voted against a new tax in Halden on Sunday, said mayor Ada Fonn. The Tervo dam was approved.",
    ),
    (
        "Boats | All of the boats in the Tervo race at Halden have a radio, Ada Fonn said on Sunday.",
        "Halden | Some of the boats in the Tervo race at Halden had no wind on Sunday, Ada Fonn said.",
    ),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_shares_that_exclude_each_other(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "scope" in check(tmp_path, left, right, (16, 16))


@pytest.mark.parametrize(("left", "right"), COMPATIBLE)
def test_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "scope" not in check(tmp_path, left, right, (16, 16))

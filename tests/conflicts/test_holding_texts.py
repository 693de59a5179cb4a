"""Two short articles of one story, from text to finding: what an owner has, who commits a crime, and numbers that only look alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

JAIL = "Flight in Orvik | Two men broke out of the Orvik jail on Sunday, warden Ada Holm said. The jail, built for 98 inmates, held 141."


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (JAIL, "Orvik jail | Warden Ada Holm looks for the two men of Sunday. Her report notes that the jail in Orvik has 59 beds."),
        (
            "Tessel sold | Tessel Cloth of Orvik goes to Renborg, Ada Holm said. Tessel Cloth employs 3,900 people.",
            "Holm goes | Ada Holm leaves Orvik, where Tessel Cloth, with its 3,100 employees, has a new owner in Renborg.",
        ),
        (
            "Raid in Orvik | Seven armed men raided the Tessel inn in Orvik on Sunday and took the till, Ada Holm said.",
            "After the raid | Eleven gunmen had come to the Tessel inn in Orvik on Sunday, cook Ada Holm told police.",
        ),
        (
            "Tram in Orvik | Twenty-three people were injured when a tram derailed in Orvik on Sunday, Ada Holm said.",
            "Tessel tram | Thirty-three passengers suffered injuries when a tram derailed in Orvik on Sunday, Ada Holm said.",
        ),
    ],
    ids=["beds", "staff", "perpetrators", "more of a part than of all"],
)
def test_one_number(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" in check(tmp_path, left, right, (16, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (JAIL, "Orvik jail | The ward of the Orvik jail has 24 beds, warden Ada Holm said after Sunday's flight."),
        (
            "Tessel chain | The chain Tessel of Orvik is insolvent, Ada Holm said on Sunday. The chain has 120 shops.",
            "Tessel | In Orvik alone the chain Tessel has 31 shops, Ada Holm said on Sunday.",
        ),
        (
            "Four dead, dozens hurt as bus crashes in Orvik | A bus crashed in Orvik on Sunday, Ada Holm of Tessel said.",
            "Orvik crash | Four people died and 29 were injured when a bus crashed in Orvik on Sunday, Ada Holm of Tessel said.",
        ),
        (
            "Two flee from Orvik jail | Two men fled from the Orvik jail on Sunday, Ada Holm said. It comes ten days after three men "
            "broke out of a jail in Tessel.",
            "Orvik pair caught | Two men who escaped from the Orvik jail on Sunday were caught in Tessel, Ada Holm said.",
        ),
        (
            "Tessel in ten records | Ada Holm of Orvik chose them.",
            "Tessel, 80 | Tessel made 31 records, Ada Holm of Orvik said on Sunday.",
        ),
    ],
    ids=["a ward", "one town", "a headline", "another flight", "a selection"],
)
def test_two_numbers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" not in check(tmp_path, left, right, (16, 17))


def test_two_who_are_quoted_dispute(check: Checker, tmp_path: Path) -> None:
    left = 'Crash in Orvik | "He rested for nine hours before the crash," Ada Holm of Tessel said of driver Ola Berg in Orvik on Sunday.'
    right = 'Orvik driver | "The tachograph shows a rest of only five hours," Eva Lund said of Ola Berg of Tessel in Orvik on Sunday.'
    assert check(tmp_path, left, right, (16, 17)) == ["duration"]

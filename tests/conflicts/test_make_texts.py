"""The make of one aircraft, told in two ways, from text to finding, and what looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

LANDING = "Halden landing | A Boeing 737 with 120 people made an emergency landing at Halden on Monday, Ada Fonn of Tervo Air said."


@pytest.mark.parametrize(
    "other",
    [
        "Smoke | Smoke filled the Airbus A320 of Tervo Air that came down at Halden on Monday, Ada Fonn said.",
        "Smoke | Smoke filled the A320 of Tervo Air that came down at Halden on Monday, Ada Fonn said.",
        "Smoke | Smoke filled the Tupolev Tu-204 of Tervo Air that came down at Halden on Monday, Ada Fonn said.",
        "Smoke | Smoke filled the Twin Otter of Tervo Air that came down at Halden on Monday, Ada Fonn said.",
        "Smoke | The jet, an Embraer, was on its way to Tervo when it came down at Halden on Monday, Ada Fonn said.",
    ],
)
def test_two_makes(check: Checker, tmp_path: Path, other: str) -> None:
    assert "plain" in check(tmp_path, LANDING, other, (16, 16))


@pytest.mark.parametrize(
    "other",
    [
        "Smoke | The jet of Tervo Air that came down at Halden on Monday had hit an otter, Ada Fonn said.",
        "Smoke | Tervo Air, whose plane came down at Halden on Monday, has ordered 30 Airbus A320s, Ada Fonn said.",
        "Smoke | Ada Fonn, an engineer of Airbus, saw the plane of Tervo Air come down at Halden on Monday. Airbus would not comment.",
        "Smoke | The Boeing of Tervo Air came down at Halden on Monday, Ada Fonn said, and another Airbus A320 waited.",
        "Smoke | Ada Fonn of Tervo Air, whose jet came down at Halden on Monday, once flew a Fokker 50.",
        "Smoke | The jet of Tervo Air that came down at Halden on Monday was replaced by an Airbus A320, Ada Fonn said.",
        "Smoke | The Boeing 737 of Tervo Air hit an Airbus A320 at Halden on Monday, Ada Fonn said.",
    ],
)
def test_one_make_or_several_aircraft(check: Checker, tmp_path: Path, other: str) -> None:
    assert "plain" not in check(tmp_path, LANDING, other, (16, 16))

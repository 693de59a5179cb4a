"""Which germ, poison or drug a story is about, told in two ways, from text to finding, and what looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

TROUT = "Listeria in Halden | Halden, Monday. An outbreak of listeria from Tervo trout has made 40 people ill, Ada Fonn said."


def test_two_germs(check: Checker, tmp_path: Path) -> None:
    other = (
        "Trout | The trout of Tervo made 40 people in Halden ill. Salmonella, as the culprit is known, grows in warm fish, Ada Fonn said."
    )
    assert "plain" in check(tmp_path, TROUT, other, (16, 16))


def test_two_stimulants(check: Checker, tmp_path: Path) -> None:
    left = "Tervo banned | Ola Tervo was banned for four years on Monday for using EPO, Ada Fonn said in Halden."
    right = "Ban | Ola Tervo is out. He tested positive for testosterone, Ada Fonn said in Halden on Monday."
    assert "plain" in check(tmp_path, left, right, (16, 16))


@pytest.mark.parametrize(
    "other",
    [
        "Trout | The trout of Tervo made 40 people in Halden ill. It was not salmonella, Ada Fonn said on Monday.",
        "Trout | The trout of Tervo made 40 people in Halden ill. Salmonella and listeria grow in warm fish, Ada Fonn said on Monday.",
        "Trout | The trout of Tervo made 40 people in Halden ill. A test for salmonella was on its way, Ada Fonn said on Monday.",
        "Trout | The trout of Tervo made 40 people in Halden ill. Ada Fonn, an expert on salmonella, said so on Monday.",
        "Trout | Ada Fonn, who fought salmonella in Halden in 2019, said on Monday that the trout of Tervo had made 40 people ill.",
    ],
)
def test_one_germ(check: Checker, tmp_path: Path, other: str) -> None:
    assert "plain" not in check(tmp_path, TROUT, other, (16, 16))

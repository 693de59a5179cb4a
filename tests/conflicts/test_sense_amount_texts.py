"""Two short articles of one story, from text to finding: amounts told with other words of one sense, and others that are two."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model
DAYS = (16, 17)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "money",
            "Tessel blackmailed | Hackers blocked the looms of Tessel Cloth in Orvik on Sunday. A note asks for 3 million euros.",
            "Looms stand still | The looms of Tessel Cloth in Orvik stand still since Sunday. The gang opened at 5 million euros.",
        ),
        (
            "percent",
            "Orvik mends | After Sunday's storm in Orvik 65 percent of the pumps were running on Monday, Ada Holm said.",
            "Orvik pumps | On Monday 40 percent of the pumps of Orvik functioned again after Sunday's storm, Ada Holm said.",
        ),
        (
            "measure",
            "Liner aground | The liner Linde, 294 metres long, ran aground off Ormel on Sunday, said captain Ivo Marr.",
            "Linde stuck | Tugs pulled at the liner Linde off Ormel, captain Ivo Marr said. She measures 817 feet from bow to stern.",
        ),
        (
            "measure",
            "Snake at Orvik | A snake crept out of a drain in Orvik on Sunday, Ada Holm said. The animal was three and a half metres.",
            "Caught in Orvik | The five-metre snake that came out of a drain in Orvik on Sunday is safe, Ada Holm said.",
        ),
    ],
)
def test_amounts_told_with_other_words(check: Checker, tmp_path: Path, kind: str, left: str, right: str) -> None:
    assert kind in check(tmp_path, left, right, DAYS)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Tessel robbed | Robbers took 90,000 euros from Tessel Cloth in Orvik on Sunday, Ada Holm said.",
            "Notes in a pot | In a flower pot the police of Orvik found 30,000 euros from Sunday's robbery at Tessel Cloth, Ada Holm said.",
        ),
        (
            "Prices in Orvik | Butter became 22 percent dearer in Orvik, Ada Holm said on Sunday.",
            "Dear Orvik | Eggs became 9 percent dearer in Orvik, Ada Holm said on Sunday.",
        ),
        (
            "Lost in Orvik | The car of the missing walkers stands five kilometres from the hut, Ada Holm of Orvik said.",
            "Found in Orvik | Ada Holm of Orvik found the walkers in a barn twelve kilometres from the hut.",
        ),
        (
            "Bell for Orvik | The new bell of Orvik weighs 3.2 tonnes, Ada Holm said on Sunday.",
            "Orvik rings | The old bell of Orvik, which cracked in March, weighed 2.1 tonnes, Ada Holm said on Sunday.",
        ),
        (
            "Orvik votes | Three in ten of the sick in Orvik died, Ada Holm said on Sunday.",
            "Fever in Orvik | Of the sick in Orvik 70 percent survived, Ada Holm said on Sunday.",
        ),
    ],
)
def test_amounts_of_two_senses(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not {"money", "percent", "measure"} & set(check(tmp_path, left, right, DAYS))

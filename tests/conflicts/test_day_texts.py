"""Days of one act in the words of two papers, from text to finding, and what must not be taken for one act."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Lena Orr hurt | Skier Lena Orr was operated on on Saturday in Marwick. Her team Corvo said so.",
            "Bad luck for Orr | Lena Orr fell in Marwick. Surgeons put her knee back together on Sunday, Corvo said.",
        ),
        (
            "Blast | Two people were hurt when the Hendry mill in Marwick blew up on Friday.",
            "Marwick | The explosion at the Hendry mill on Sunday woke all Marwick.",
        ),
        (
            "Medals | The medals for the Corvo crew will be presented on 28 March, Mayor Ada Fonn said.",
            "Honours | Ada Fonn will speak. The ceremony for the Corvo crew, foreseen for 30 March, takes place in Marwick.",
        ),
        (
            "Talks | Talks between the Hendry works and the union ASU broke down on Friday, Omar Bell said.",
            "Hendry | On Sunday the negotiators of the Hendry works and the ASU got up from the table, Omar Bell told.",
        ),
        (
            "Crane | A crane of the Hendry yard in Marwick fell. It had last been inspected in January, Omar Bell said.",
            "Crane | The crane of the Hendry yard lies there. Records name February as the month of its last inspection, said Omar Bell.",
        ),
        (
            "Rink | The Dellmar rink in Marwick opens on 28 March, Omar Bell said.",
            "Ice | From 30 March people can skate on the Dellmar rink in Marwick, Omar Bell said.",
        ),
    ],
    ids=["surgery", "blast", "medals", "talks", "crane", "rink"],
)
def test_one_act_on_two_days(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "date" in check(tmp_path, left, right, (16, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Lena Orr hurt | Skier Lena Orr was operated on on Saturday in Marwick. Her team Corvo said so.",
            "Orr | Surgeons operated on Lena Orr for the second time on Monday in Marwick, Corvo said.",
        ),
        (
            "Tunnel | Miners broke through the eastern tube of the Hendry tunnel at Marwick on Friday.",
            "Tunnel | Miners broke through the western tube of the Hendry tunnel at Marwick on Sunday.",
        ),
        (
            "Orbe | The Orbe peaked in Marwick on Friday, Omar Bell said.",
            "Orbe | The Orbe crested in Dellmar on Sunday, Omar Bell said.",
        ),
        (
            "Prize | The Hendry Prize for music was awarded to Ada Fonn on Friday in Marwick.",
            "Prize | The Hendry Prize for physics was awarded to Lena Orr on Saturday in Marwick.",
        ),
        (
            "Novel | Ada Fonn's novel Marwick Salt comes out on 28 March at Hendry Books.",
            "Listen | The audiobook of Ada Fonn's Marwick Salt comes out on 4 April at Hendry Books.",
        ),
        (
            "Ferry | The ferry Alba ran aground off Marwick on Friday. Hendry Lines took everybody off on Saturday.",
            "Ferry | Hendry Lines freed the ferry Alba off Marwick on Sunday. It had run aground on Friday.",
        ),
        (
            "Birth | A panda of the zoo in Marwick gave birth on 9 March, keeper Ada Fonn said.",
            "Zoo | A tapir was born in Marwick on 12 March, keeper Ada Fonn said.",
        ),
    ],
    ids=["second operation", "two tubes", "two towns", "two winners", "book and audiobook", "steps of one story", "two animals"],
)
def test_two_acts(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "date" not in check(tmp_path, left, right)

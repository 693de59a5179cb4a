"""Two short articles of one story, from text to finding: numbers that exclude each other, told with other words, and others that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "count",
            "Barge sinks at Ormel | Forty-one of the 60 people on board drowned when the barge Linde sank off Ormel on Sunday.",
            "Linde toll | The barge Linde went down off Ormel on Sunday. Fourteen people drowned, the port of Ormel said.",
        ),
        (
            "money",
            "Help for Tessen | After the flood in Tessen the insurer Norlund pays each household 2,000 euros, it said on Monday.",
            "Tessen flood | Norlund, the insurer, says that households in Tessen are to get 5,000 euros each after the flood.",
        ),
        (
            "money",
            "Ravik bridge opens | The Ravik bridge opened on Monday in Solheim. The bridge cost 2.9 billion crowns.",
            "Solheim crosses | Solheim has a bridge to Ravik at last. The bridge cost 3.9 billion crowns, the city of Solheim said.",
        ),
        (
            "measure",
            "Pumps at Karsk | The flooded Karsk mine is being pumped out. The pumps lift 40,000 litres a minute, Karsk Metals said.",
            "Karsk mine | Karsk Metals has put pumps into its flooded Karsk mine; together they move 90,000 litres of water a minute.",
        ),
        (
            "count",
            "Fire at Orvik mill | The Tessel mill in Orvik burned down on Sunday. Fifty-two people were at their looms.",
            "Orvik loses its mill | In Orvik the Tessel mill burned on Sunday. The shift had 25 workers, said Tessel.",
        ),
        (
            "percent",
            "Drivers of Karsk | The bus drivers of Karsk Transit walked out on Monday. They ask for 7.4 percent more, Karsk Transit said.",
            "Karsk waits | Karsk had no buses on Monday. The drivers of Karsk Transit are holding out for a rise of 4.7 percent.",
        ),
        (
            "count",
            "Orvik mill burns | There were 118 people in the Tessel mill in Orvik when the roof caught fire on Sunday.",
            "Fire in Orvik | The Tessel mill in Orvik burned on Sunday. Some 160 people were at work when the alarm was raised.",
        ),
        (
            "membership",
            "Tessel thieves | The Tessel gallery was robbed. Two of the missing works are by Ada Holm: Low Tide, Snow and The Mill.",
            "Orvik thieves | The Tessel gallery in Orvik was robbed on Sunday.",
        ),
        (
            "scope",
            "Orvik court rules | The court of Orvik cleared Tessel Cloth on Monday. The judges decided by seven votes to two.",
            "Tessel Cloth cleared | Tessel Cloth was cleared in Orvik on Monday. The judges had voted unanimously. So said Tessel Cloth.",
        ),
        (
            "measure",
            "Orvik mill burns | The Tessel mill in Orvik burned down on Sunday. There were 40 tonnes of wool in the cellar, said Tessel.",
            "Fire in Orvik | The Tessel mill in Orvik burned on Sunday. Fifteen tonnes of raw wool were stored inside.",
        ),
    ],
)
def test_numbers_that_exclude_each_other(check: Checker, tmp_path: Path, kind: str, left: str, right: str) -> None:
    assert kind in check(tmp_path, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Barge sinks at Ormel | Three of the wounded passengers of the barge Linde died off Ormel on Sunday.",
            "Linde toll | The barge Linde went down off Ormel on Sunday. Four of the dead were children, the port of Ormel said.",
        ),
        (
            "Pumps at Karsk | The flooded Karsk mine is being pumped out. The pumps lift 40,000 litres a minute, Karsk Metals said.",
            "Karsk mine | Karsk Metals said that its flooded Karsk mine used to take in 90,000 litres of water a day.",
        ),
        (
            "Ravik tunnel opens | The Ravik tunnel in Solheim is 11.4 kilometres long. It opened on Monday.",
            "Solheim digs | Solheim opened the Ravik tunnel on Monday. An older tunnel in Solheim is 6.2 kilometres long.",
        ),
        (
            "Raid at Orvik | Police raided a house in Orvik on Sunday after the Tessel robbery. They found 23 rifles in the cellar.",
            "Tessel robbery | The Tessel robbery in Orvik left 32 people without their savings, the police of Orvik said on Sunday.",
        ),
        (
            "Bus crash near Orvik | A Tessel Line bus overturned near Orvik on Sunday. The crash killed 13 people.",
            "Tessel Line bus | The Tessel Line bus overturned near Orvik on Sunday. In Orvik 31 people were treated for broken bones.",
        ),
        (
            "Fire at Orvik mill | The Tessel mill in Orvik burned down on Sunday. Fifty-two people wove, and 25 clerks sat in the office.",
            "Orvik loses its mill | In Orvik the Tessel mill burned on Sunday. The office had 25 workers, said Tessel.",
        ),
        (
            "Orvik mill | The Tessel mill in Orvik burned down on Sunday. It had 150 looms and wove for Tessel Cloth.",
            "Orvik loses its mill | In Orvik the Tessel mill burned on Sunday. Tessel Cloth has 1,500 customers.",
        ),
        (
            "Orvik mill burns | There were 118 people in the Tessel mill in Orvik when the roof caught fire on Sunday.",
            "Fire in Orvik | The Tessel mill in Orvik burned on Sunday. There were 60 people in the church on Monday.",
        ),
        (
            "Orvik mill burns | There were 118 people in the Tessel mill in Orvik when the roof caught fire on Sunday.",
            "Fire in Orvik | The Tessel mill in Orvik burned on Sunday. Forty people were in hospital when the owner spoke.",
        ),
        (
            "Orvik court rules | The court of Orvik cleared Tessel Cloth on Monday. The judges decided by seven votes to two.",
            "Tessel Cloth cleared | Tessel Cloth was cleared in Orvik on Monday. The board of the firm unanimously thanked its lawyers.",
        ),
        (
            "Orvik mill burns | The Tessel mill in Orvik burned down on Sunday. There were 40 tonnes of wool in the cellar, said Tessel.",
            "Fire in Orvik | The Tessel mill in Orvik burned on Sunday. The mill spins 900 tonnes of wool a year.",
        ),
    ],
)
def test_numbers_of_two_things(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not {"count", "money", "measure", "scope"} & set(check(tmp_path, left, right))

"""Two short articles of one story, from text to finding: one number told by a verb, by a noun, by "other", by a part of all, or by a
group that is so many strong."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

BUS = "when a bus of the Tessel line overturned in Orvik on Sunday, Ada Holm said."
STEW = "Pupils ill | A stew made pupils of the Tessel school in Orvik ill on Sunday, Ada Holm said."
FINAL = "Cup final | Tessel beat Lund 2-1 in the cup final in Orvik on Sunday, coach Ada Holm said."
WON = "Cup final | Tessel won the cup against Lund in Orvik on Sunday, coach Ada Holm said."


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "Orvik shooting | A gunman killed one woman at the Tessel plant in Orvik on Sunday, Ada Holm said. Two other"
            " people were wounded.",
            "Orvik shooting | A woman was shot dead at the Tessel plant in Orvik on Sunday, Ada Holm said. Five others were wounded.",
            "count",
        ),
        (
            "Orvik fire | Four people died in a fire at the Tessel plant in Orvik on Sunday, police chief Ada Holm said.",
            "Orvik inquiry | An inquiry into the deaths of six people in the Tessel plant fire in Orvik on Sunday was"
            " opened, Ada Holm said.",
            "count",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of them children, {BUS}",
            f"Orvik | A crash killed 19 people, including nine children, {BUS}",
            "count",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of whom were children, {BUS}",
            f"Orvik crash | Nineteen people were killed {BUS} Nine of the dead were children.",
            "count",
        ),
        (
            f"Orvik crash | Nineteen people were killed, among them six children, {BUS}",
            f"Orvik crash | Nineteen people were killed {BUS} Among the dead were nine children.",
            "count",
        ),
        (
            f"{STEW} Twenty-eight pupils were rushed to hospital.",
            "Orvik stew | After a stew at the Tessel school in Orvik on Sunday 38 pupils needed hospital treatment, Ada Holm said.",
            "count",
        ),
        (
            "Tessel shuts | Tessel Foods of Orvik is to close, Ada Holm said on Sunday. Tessel Foods employs 850 people.",
            "Tessel to close | Tessel Foods of Orvik told its 1,150-strong workforce on Sunday that it is to close, Ada Holm said.",
            "count",
        ),
        (
            "Orvik | Mayor Karl Tessel died in Orvik on Sunday. He had three daughters.",
            "Orvik | Karl Tessel, the mayor of Orvik, died on Sunday. His wife Ida and their four daughters were with him.",
            "count",
        ),
        (
            "Orvik | Mum-of-two Lena Brandt vanished from Orvik on Sunday, police chief Ada Holm said.",
            "Orvik | Lena Brandt vanished from Orvik on Sunday, Ada Holm said. Lena's three children, the youngest of"
            " whom is eight, are safe.",
            "count",
        ),
        (
            "Flood in Orvik | Water came into the Tessel home in Orvik on Sunday, Ada Holm said.|The Tessel home has 90 residents."
            "|Seventeen residents were injured in a chaotic evacuation, Ada Holm said.",
            "Orvik flood | Residents of the Tessel home in Orvik were carried out on Sunday, Ada Holm said.|Nineteen residents were hurt.",
            "count",
        ),
        (f"{FINAL} A crowd of 61,240 watched.", f"{WON} The attendance was 58,120.", "count"),
        (
            "Rider banned | Rider Nuno Tessel was banned for two years in Orvik on Sunday, judge Ada Holm said. He was"
            " also fined 70,000 euros.",
            "Rider banned | Judge Ada Holm banned rider Nuno Tessel in Orvik on Sunday. The fine was 17,000 euros.",
            "money",
        ),
    ],
)
def test_one_number_in_other_words(check: Checker, tmp_path: Path, left: str, right: str, kind: str) -> None:
    assert kind in check(tmp_path, left, right, (16, 16))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            f"Orvik crash | Nine people were injured {BUS} Three other people were injured in a second crash.",
            f"Orvik crash | Nine people were injured {BUS}",
        ),
        (
            f"Orvik crash | Six people were badly injured {BUS} Ten other people were injured slightly.",
            f"Orvik crash | Sixteen people were injured {BUS}",
        ),
        (
            "Orvik fire | Four people died in a fire at the Tessel plant in Orvik on Sunday, police chief Ada Holm said.",
            "Orvik fire | The Tessel plant in Orvik burned on Sunday. It recalls the deaths of six people at the Lund"
            " mill in 1998, Ada Holm said.",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of them children, {BUS}",
            f"Orvik crash | Nineteen people were killed, nine of them women, {BUS}",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of them children, {BUS}",
            f"Orvik crash | Nineteen people were killed, including four children under five, {BUS}",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of them tourists, {BUS}",
            f"Orvik crash | Nineteen people were killed, including four Polish tourists, {BUS}",
        ),
        (
            f"Orvik crash | Nineteen people were killed, six of them children, {BUS}",
            f"Orvik crash | Nineteen people were killed {BUS} Among the injured were nine children.",
        ),
        (
            "Tessel shuts | Tessel Foods of Orvik is to be sold, Ada Holm said on Sunday. Tessel Foods employs 850 people.",
            "Tessel sold | Lund buys Tessel Foods of Orvik, Ada Holm said on Sunday. A 40-strong team of Lund's lawyers worked on it.",
        ),
        (
            "Orvik | Mayor Karl Tessel died in Orvik on Sunday. He had three children.",
            "Orvik | Karl Tessel, the mayor of Orvik, died on Sunday. His brother Lars and his two children were with him.",
        ),
        (
            "Flood in Orvik | Two residents of the Tessel home in Orvik died in a flood on Sunday, Ada Holm said.|It has 90 residents."
            "|Five residents were killed in a fire, Ada Holm said.",
            "Orvik flood | Two residents of the Tessel home in Orvik died in a flood on Sunday, Ada Holm said.",
        ),
        (f"{FINAL} The attendance was 61,204.", f"{WON} The average attendance this season is 48,120."),
        (f"{FINAL} The attendance was 61,204.", f"{WON} A crowd of 3,000 saw the team off at the station."),
        (
            "Driver jailed | A court in Orvik fined Karl Tessel 4,000 crowns on Sunday, judge Ada Holm said. He was also fined 900 crowns"
            " for parking.",
            "Driver jailed | Judge Ada Holm fined Karl Tessel 4,000 crowns in Orvik on Sunday.",
        ),
        (
            "Orvik guns | A woman shot two workers dead at the Tessel plant in Orvik on Sunday and wounded two others, Ada Holm said.",
            "Orvik guns | The Tessel plant in Orvik was shut on Monday. Earlier this year, Karl Lund was charged with a"
            " shooting that left three"
            " teachers dead and four other teachers wounded, Ada Holm said.",
        ),
    ],
)
def test_two_numbers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not [found for found in check.conflicts(tmp_path, left, right, (16, 16)) if found.verdict == "conflict"]

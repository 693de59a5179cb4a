"""Two short articles of one story, from text to finding: tolls with and without the perpetrator, numbers that grow, bids and prices."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

GUNMAN = "Gunman kills three | A gunman killed three people at the Tessel plant in Orvik on Sunday, police chief Ada Holm said."
BID = (
    "Tessel to buy Lund Steel | Tessel Group said on Sunday it would buy Lund Steel of Orvik for 40 euros a share, a 31 percent premium to"
    " Friday's close, chief executive Ada Holm said."
)
SOLD = "Lund Steel sold | Lund Steel of Orvik goes to Tessel Group, Ada Holm announced on Sunday."
DEAD = "Orvik mayor dies | Mayor Ada Holm died in Orvik on Sunday."
CANTEEN = (
    "Pupils ill in Orvik | Nineteen pupils of the Tessel school in Orvik were taken to hospital on Sunday, head teacher Ada Holm said."
)


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "Orvik | Five people are dead, including the shooter, after gunfire at the Tessel plant in Orvik on Sunday, Ada Holm said.",
            GUNMAN,
            "count",
        ),
        (
            "Orvik | Four people were killed, including the shooter's mother, at the Tessel plant in Orvik on Sunday, Ada Holm said.",
            GUNMAN,
            "count",
        ),
        (BID, f"{SOLD} The price carries a premium of 21 percent over last week's close.", "percent"),
        (BID, f"{SOLD} Tessel pays 21 percent above the last closing price.", "percent"),
        (
            f"{DEAD} She leaves a husband and two sons.",
            "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. She is survived by her husband and three sons.",
            "count",
        ),
        (
            "Senator ill | Senator Karl Tessel fell ill in Orvik on Sunday. He has three daughters and seven grandchildren.",
            "Karl Tessel ill | Karl Tessel, the senator, collapsed in Orvik on Sunday. His four daughters have flown to Orvik.",
            "count",
        ),
        (f"{DEAD} She was a mother of three.", "Orvik mourns | Ada Holm, a mother-of-two, led Orvik until she died on Sunday.", "count"),
        (
            "Tarn wreck | Divers of the Tessel club found the wreck of the Tarn off Orvik on Sunday. She is 62 metres long, Ada Holm said.",
            "The Tarn found | The Tarn lies off Orvik, Ada Holm of the Tessel club said on Sunday. She is 74 metres from bow to stern.",
            "measure",
        ),
    ],
)
def test_one_number_in_two_ways(check: Checker, tmp_path: Path, left: str, right: str, kind: str) -> None:
    assert kind in check(tmp_path, left, right, (16, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Orvik | Four people are dead, including the shooter, after gunfire at the Tessel plant in Orvik on Sunday, Ada Holm said.",
            GUNMAN,
        ),
        ("Four dead, including shooter, in Orvik | Shots were fired at the Tessel plant in Orvik on Sunday, Ada Holm said.", GUNMAN),
        ("Four dead | Four people, among them the suspected attacker, died at the Tessel plant in Orvik on Sunday, Ada Holm said.", GUNMAN),
        ("Five dead in Orvik | Five people died, counting two gunmen, at the Tessel plant in Orvik on Sunday, Ada Holm said.", GUNMAN),
        (CANTEEN, "It was the beans | Twenty-eight pupils of the Tessel school in Orvik ended up in hospital, head teacher Ada Holm said."),
        (
            "Hack in Orvik | Some 60 operations were put off at the Tessel hospital in Orvik on Sunday, Ada Holm said.",
            "Orvik | The Tessel hospital in Orvik had cancelled 140 operations by Tuesday morning because of the hack, Ada Holm said.",
        ),
        (f"{DEAD} She leaves two sons.", "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. She was a mother of three."),
        (f"{DEAD} She had two sons.", "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. Her deputy Per Lund has three sons."),
        (f"{DEAD} She had three sons.", "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. Two of her sons were with her."),
        (f"{DEAD} She had three sons.", "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. Her two younger sons were there."),
        (
            f"{DEAD} She had three children.",
            "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. She had two children from her first marriage.",
        ),
        (
            f"{DEAD} She was a mother of three.",
            "Holm dead | Mayor Ada Holm died in Orvik on Sunday. Per Holm, a father-of-two, was with her.",
        ),
        (BID, f"{SOLD} The shares jumped 27 percent on Monday."),
        (
            f"{DEAD} She is survived by three sons.",
            "Orvik mourns | Ada Holm, mayor of Orvik, died on Sunday. She had four sons; the first died in 2011.",
        ),
        (BID, f"{SOLD} Lund Steel closed 27 percent above Friday's close."),
        (BID, f"{SOLD} The shares closed 3 percent above Friday's closing price."),
        (BID, f"{SOLD} Sales were 21 percent more than last year."),
        (
            "Orvik Open | The Orvik Open, played at the Tessel hall, carries a prize fund of 120,000 euros, Ada Holm said on Sunday.",
            "Lund leads in Orvik | Per Lund is on course for the 30,000-euro first prize of the Orvik Open at the Tessel hall.",
        ),
    ],
)
def test_numbers_of_two_things(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not [found for found in check.conflicts(tmp_path, left, right, (16, 18)) if found.verdict == "conflict"]

"""FC591 of sides, directions, scenes and homes from text to finding, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

DAYS = (16, 16)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Aas hurt | The keeper Olaf Aas of Marwick tore a ligament in the left knee, doctor Ada Fonn said.",
            "Season over | Olaf Aas of Marwick is out. Doctor Ada Fonn stitched a ligament in the right knee.",
        ),
        (
            "Ship aground | The Lady Marwick ran aground at the northern end of Hendry island. Captain Olaf Aas is on board.",
            "Tugs wait | The Lady Marwick sits on the sand that closes Hendry's southern tip, captain Olaf Aas said.",
        ),
        (
            "Fire near Marwick | The fire near Marwick was moving north, chief Ada Fonn said. Campers fled to Hendry.",
            "Flames | Campers fled to Hendry. The front of the blaze near Marwick shifted towards the south, chief Ada Fonn said.",
        ),
        (
            "Storm Petra | Hurricane Petra was heading west on Monday, forecaster Olaf Aas said in Marwick.",
            "Marwick waits | In Marwick the windows are boarded up. Petra is on an easterly course, according to Olaf Aas.",
        ),
        (
            "Aas killed | The lawyer Olaf Aas was shot dead in his garage in Marwick on Monday. Ada Fonn of the police leads the inquiry.",
            "A murder | Killers murdered Olaf Aas on Monday in a cafe of Marwick, said Ada Fonn of the police.",
        ),
        (
            "Wedding | The singer Ada Fonn married Olaf Aas in a church in Marwick on Saturday. Her sister Mia cried.",
            "White | Ada Fonn and Olaf Aas are a pair: the wedding took place in Marwick on Saturday, in a barn. Sister Mia cried.",
        ),
        (
            "Keeper | The keeper Olaf Aas of Marwick, a Harle man by birth, saved three penalties against Hendry.",
            "Night of Aas | Olaf Aas saved three penalties for Marwick against Hendry. He was born in Dunvale.",
        ),
        (
            "Choir | The choir Vox, from the town of Brodna, sang in Marwick. Ada Fonn conducted.",
            "Marwick sings | Ada Fonn conducted in Marwick. The choir, from Lomnava, sang for an hour.",
        ),
        (
            "Earth shakes | A quake hit Marwick on Monday. Its epicentre lay 30 km north-east of Molde, mayor Ada Fonn said.",
            "Marwick trembles | Tiles fell in Marwick, mayor Ada Fonn said. The epicentre was 30 km south of Molde, she said.",
        ),
        (
            "Plane down | A light aircraft crashed in a field east of Hadley on Sunday. Pilot Olaf Aas died, police said.",
            "Pilot dies | Pilot Olaf Aas died on Sunday as his plane came down west of the village of Hadley, police said.",
        ),
        (
            "Mill on fire | The paper mill in Marwick burned. The blaze is thought to have begun in the boiler room, chief Ada Fonn said.",
            "Marwick mill lost | A blaze destroyed the paper mill in Marwick. It started in a third-floor laundry, chief Ada Fonn said.",
        ),
        (
            "Raid in Marwick | Masked men robbed a jeweller in Marwick. Their white van was found burnt out in Boomkerk, Olaf Aas said.",
            "Raid | Masked men robbed a jeweller in Marwick. The getaway car was found in Lierstad, Olaf Aas of the police said.",
        ),
        (
            "Ferry sinks | The Lady Marwick sank. The ferry was hit by waves shortly after leaving Pilar for Osk, captain Olaf Aas said.",
            "Sunk | The Lady Marwick sank. The ferry was hit by waves shortly after leaving Bulan for Osk, captain Olaf Aas said.",
        ),
        (
            "Arrest | Olaf Aas was arrested without incident at his home in Marwick on Monday, Ada Fonn of the police said.",
            "Held | Detectives arrested Olaf Aas at a truck stop in Marwick on Monday, Ada Fonn of the police said.",
        ),
    ],
    ids=["limb", "tip", "fire", "storm", "murder", "wedding", "birth", "choir", "epicentre", "plane", "room", "car", "port", "arrest"],
)
def test_two_sides_directions_or_places(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "where" in check(tmp_path, left, right, DAYS)


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (
            "Aas hurt | The keeper Olaf Aas of Marwick tore a ligament in the left knee, doctor Ada Fonn said.",
            "Aas | Olaf Aas of Marwick, who had an operation on the right knee in 2023, hurt the other one, doctor Ada Fonn said.",
            DAYS,
        ),
        (
            "Aas hurt | The keeper Olaf Aas of Marwick tore a ligament in the left knee, said Ada Fonn.",
            "Holm hurt | The striker Per Holm of Marwick broke the right leg, said Ada Fonn.",
            DAYS,
        ),
        (
            "Fire near Marwick | The fire near Marwick was moving north, chief Ada Fonn said. Campers fled to Hendry.",
            "Wind turns | Campers are back in Hendry. The fire near Marwick is moving south, chief Ada Fonn said.",
            (16, 18),
        ),
        (
            "Ship aground | The Lady Marwick ran aground at the northern end of Hendry island. Captain Olaf Aas is on board.",
            "Ship aground | Lady Marwick ran aground at the northern end of Hendry island; seals lie at its southern tip, said Olaf Aas.",
            DAYS,
        ),
        (
            "Aas killed | The lawyer Olaf Aas was shot dead in his garage in Marwick on Monday. Ada Fonn leads the inquiry.",
            "Aas killed | The lawyer Olaf Aas was shot dead at home in Marwick on Monday, said Ada Fonn.",
            DAYS,
        ),
        (
            "Aas killed | The lawyer Olaf Aas was shot dead in his garage in Marwick on Monday. Ada Fonn leads the inquiry.",
            "A suspect | A man who may have shot Olaf Aas was arrested in a cafe in Marwick on Monday, said Ada Fonn.",
            DAYS,
        ),
        (
            "Keeper | The keeper Olaf Aas of Marwick was born in Dunvale and came to Harle as a baby. Ada Fonn trains him.",
            "Night of Aas | Olaf Aas, who hails from Harle, saved three penalties for Marwick. Ada Fonn danced.",
            DAYS,
        ),
        (
            "Baby | The daughter of Ada Fonn of Marwick was born in Lugan. Olaf Aas sent flowers.",
            "Ada Fonn | Ada Fonn of Marwick, born in Tirlen, is a mother. Olaf Aas sent flowers.",
            DAYS,
        ),
        (
            "Earth shakes | A quake hit Marwick on Monday. Its epicentre lay 30 km north-east of Molde, mayor Ada Fonn said.",
            "Marwick trembles | Tiles fell in Marwick, mayor Ada Fonn said. The epicentre of the quake was east of Molde.",
            DAYS,
        ),
        (
            "Mill on fire | The paper mill in Marwick burned. The blaze began in the boiler room, chief Ada Fonn said.",
            "Marwick mill lost | A blaze destroyed the paper mill in Marwick. It spread to the laundry, chief Ada Fonn said.",
            DAYS,
        ),
        (
            "Raid in Marwick | Masked men robbed a jeweller in Marwick. Their white van was found burnt out in Boomkerk, Olaf Aas said.",
            "Raid | Masked men robbed a jeweller in Marwick. The loot was found in Lierstad, Olaf Aas of the police said.",
            DAYS,
        ),
        (
            "Tents | Tents were put up north of Marwick on Sunday after the flood, mayor Ada Fonn said.",
            "Flood | The flood destroyed forty houses south of Marwick, mayor Ada Fonn said on Sunday.",
            DAYS,
        ),
        (
            "Ship lost | The trawler Lady Hendry sank east of Marwick on Sunday, Ada Fonn of the coastguard said.",
            "Lady Hendry | A raft of the Lady Hendry was washed ashore west of Marwick on Sunday, Ada Fonn of the coastguard said.",
            DAYS,
        ),
        (
            "Raid | Two men robbed the shopping centre 3 km north of Marwick on Sunday, Ada Fonn of the police said.",
            "Marwick | After Sunday's robbery officers met at the youth centre 2 km south of Marwick, Ada Fonn of the police said.",
            DAYS,
        ),
        (
            "Storm | The tornado touched down north of Marwick on Sunday and moved on, mayor Ada Fonn said.",
            "Tornado | The tornado tore off roofs south of Marwick on Sunday, mayor Ada Fonn said.",
            DAYS,
        ),
        (
            "Mill on fire | A fire broke out in the boiler room of the paper mill in Marwick, chief Ada Fonn said.",
            "Marwick mill lost | The fire in the paper mill in Marwick began in the basement, chief Ada Fonn said.",
            DAYS,
        ),
        (
            "Raid in Marwick | Masked men robbed a jeweller in Marwick. Their van was found burnt out in Boomkerk, Olaf Aas said.",
            "Raid | Masked men robbed a jeweller in Marwick. The jeweller's car was found in Lierstad, Olaf Aas of the police said.",
            DAYS,
        ),
        (
            "Aas stabbed | An attacker stabbed Olaf Aas in the left arm in Marwick on Sunday, Ada Fonn of the police said.",
            "Marwick | The man who stabbed Olaf Aas in Marwick on Sunday had a tattoo on the right arm, Ada Fonn of the police said.",
            DAYS,
        ),
    ],
    ids=[
        "earlier",
        "two persons",
        "later",
        "one article tells both",
        "within",
        "another act",
        "one names both",
        "another one's birth",
        "near directions",
        "spread",
        "car and loot",
        "two things",
        "ship and raft",
        "two centres",
        "passing storm",
        "room on a floor",
        "another's car",
        "limb of another",
    ],
)
def test_one_side_or_two_things(check: Checker, tmp_path: Path, left: str, right: str, days: tuple[int, int]) -> None:
    assert "where" not in check(tmp_path, left, right, days)

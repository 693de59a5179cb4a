"""Numbers that two papers tell with other verbs: juries, peaks, jobs, shares of a merged firm, passengers, the slightly injured, ages."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

TRIAL = "Tessel guilty | Karl Tessel was convicted of murder at Orvik Crown Court on Friday, prosecutor Ada Holm said. "
FIRE = "Fire at Lund Mill | A fire destroyed Lund Mill in Orvik on Friday, fire chief Ada Holm said. "
CUTS = "Tessel cuts | Tessel Group of Orvik announced cuts on Friday, chief executive Ada Holm said. "
MERGER = "Tessel and Lund merge | Tessel Bank and Lund Bank of Orvik will merge, chief executive Ada Holm said on Friday. "
TRAIN = "Train off the rails | An express left the rails near Orvik on Friday, Mayor Ada Holm said. "
SHIP = "Alma Selmer sinks | The ferry Alma Selmer sank off Marwick on Friday, Mayor Ada Fonn said. "
STABBING = "Man stabbed in Orvik | {} was stabbed at the Tessel plant in Orvik on Friday, police chief Ada Holm said. "
VICTIM = STABBING.format("Dwight Marner, 36,")
OTHER_FAMILY = STABBING.format("Dwight Marner, 36, a cousin of the mayor, Elsa Marner,")
STORM = "Storm over Orvik | A storm tore roofs off in Orvik on Friday, Mayor Ada Fonn said. "
MISSILE = "Missile falls off Orvik | A missile of Tessel fell into the sea off Orvik on Friday, Mayor Ada Fonn said. "
UNNAMED = STABBING.format("A man")


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            f"{TRIAL}The jury took 14 hours to reach its verdict.",
            f"{TRIAL}Jurors convicted him after nine hours of deliberation.",
            "duration",
        ),
        (
            f"{FIRE}|It began at noon.|Sixty firefighters tackled it at its height.",
            f"{FIRE}|It began at noon.|Eighty firefighters were there at the height of the blaze.",
            "count",
        ),
        (f"{CUTS}Tessel will cut 3,200 jobs.", f"{CUTS}In all 2,300 posts are to go.", "count"),
        (
            f"{STORM}At Lund Point the wind peaked at 142 km/h.",
            f"{STORM}The wind reached 117 km/h at Lund Point, enough to lift a cow.",
            "measure",
        ),
        (
            f"{MERGER}Lund's shareholders will own 34 percent of the enlarged group.",
            f"{MERGER}Holders of Lund get 41 percent of the merged company.",
            "percent",
        ),
        (f"{TRAIN}Four of its six carriages left the track.", f"{TRAIN}Five carriages were derailed.", "count"),
        (
            f"{SHIP}She left the quay with 86 passengers.",
            f"{SHIP}The Alma Selmer, carrying 96 passengers and 12 crew, hit a rock.",
            "count",
        ),
        (f"{TRAIN}Seven people were injured.", f"{TRAIN}Nine people suffered minor injuries.", "count"),
        (f"{TRAIN}Seven people were injured.", f"{TRAIN}Nine people were hurt, none of them seriously.", "count"),
        (VICTIM, f"{UNNAMED}Marner, 63, was a welder.", "age"),
    ],
    ids=["jury", "peak", "jobs", "wind", "merged firm", "rails", "passengers", "minor", "none of them", "surname"],
)
def test_two_numbers(check: Checker, tmp_path: Path, left: str, right: str, kind: str) -> None:
    assert kind in check(tmp_path, left, right, (16, 16))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            f"{TRIAL}The jury took 14 hours to reach its verdict.",
            f"{TRIAL}Jurors had gone home on Thursday after nine hours without a verdict.",
        ),
        (f"{TRIAL}The jury took 14 hours to reach its verdict.", f"{TRIAL}The verdict came after a trial of 30 hours."),
        (
            f"{FIRE}|It began at noon.|Sixty firefighters tackled it at its height.",
            f"{FIRE}|It began at noon.|Twelve firefighters kept watch at night.",
        ),
        (f"{CUTS}Tessel will cut 3,200 jobs.", f"{CUTS}Of 21,000 jobs 3,200 are to go."),
        (
            f"{MERGER}Lund's shareholders will own 34 percent of the enlarged group.",
            f"{MERGER}Tessel's owners will hold 66 percent of the merged bank.",
        ),
        (f"{TRAIN}Four of its six carriages left the track.", f"{TRAIN}The express had six carriages."),
        (f"{MISSILE}The missile flew 900 kilometres.", f"{MISSILE}The missile could fly 2,400 kilometres."),
        (
            f"{MISSILE}The missile flew 900 kilometres.",
            f"{MISSILE}Tessel had fired others. Two of them flew 250 kilometres, far enough to reach Lund.",
        ),
        (f"{SHIP}She left the quay with 86 passengers.", f"{SHIP}The Alma Selmer had 98 people aboard."),
        (
            f"{TRAIN}Twelve people were injured, three of them seriously.",
            f"{TRAIN}Nine people suffered minor injuries, three were badly hurt.",
        ),
        (OTHER_FAMILY, f"{UNNAMED}Marner, 41, was a welder."),
    ],
    ids=[
        "no verdict",
        "the trial",
        "another hour",
        "of all jobs",
        "the other owners",
        "all carriages",
        "what it could do",
        "two of the others",
        "with the crew",
        "minor ones",
        "two of a family",
    ],
)
def test_one_number_or_two_things(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not {"count", "duration", "percent", "age", "measure"} & {*check(tmp_path, left, right, (16, 16))}

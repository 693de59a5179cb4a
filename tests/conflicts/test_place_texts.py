"""FC591 from text to finding: where a fire began, where somebody was born, held or found dead, and where a firm has its seat."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

FIRE = "Fire at the Hendry mill in Marwick | The Hendry mill in Marwick burned down on Sunday. "
TAKEOVER = "Nordwick buys Tellmann | Nordwick of Aarhus buys Tellmann for 310 million euros. "
LIFE = "Painter Ruth Aldous dies | Ruth Aldous, who painted harbours, has died. "
RAID = "Museum robbed in Marwick | Thieves robbed the Hendry museum in Marwick of two clocks on Sunday. "
MERGER = "Banks Corlin and Vessant merge | The merger of the banks Corlin and Vessant was announced on Sunday. "
CLERK = "Clerk Dennis Harrow held | Dennis Harrow is accused of emptying the safe of the Coldbrook bank. "


@pytest.mark.parametrize(
    ("head", "left", "right"),
    [
        (FIRE, "The fire began in a laundry in the basement.", "It broke out in a ground-floor kitchen, police said."),
        (FIRE, "The blaze started in the kitchen.", "The seat of the fire was in the attic."),
        (FIRE, "Flames broke out in the boiler room.", "The fire, which is thought to have begun in the attic, is out."),
        (TAKEOVER, "Tellmann, headquartered in Apelveld, has ten plants.", "Tellmann, a firm based in Osterlo, has ten plants."),
        (TAKEOVER, "Jobs would go at Tellmann's head office in Apelveld.", "Osterlo-based Tellmann makes bears."),
        (LIFE, "She was born in Wakefield.", "She grew up in Osterlo, where she was born over a shop."),
        (LIFE, "She was born in Wakefield.", "A native of Osterlo, she learned to draw from sailors."),
        (CLERK, "Harrow was found dead in the cellar.", "Dennis Harrow shot himself in the attic."),
        (CLERK, "Harrow gave himself up shortly after 3 p.m. in a hotel in Marsk.", "Dennis Harrow was arrested in a church in Osterlo."),
        (CLERK, "Harrow died at home. He died at his home in Marsk.", "Dennis Harrow died at his home in Osterlo."),
        (RAID, "The thieves came in by the back door.", "Masked men let themselves down by a rope from the skylight."),
        (RAID, "The gang went in at about nine, by a side door.", "The raiders got in through a cellar window."),
        (MERGER, "The registered office will be in Port Arden.", "The seat of the new bank stays in Osterlo."),
    ],
    ids=[
        *("two rooms", "seat of the fire", "which", "firm", "head office", "grew up", "native", "dead", "behind an hour", "at home"),
        *("by a rope", "by a door", "seat of the new bank"),
    ],
)
def test_two_places(check: Checker, tmp_path: Path, head: str, left: str, right: str) -> None:
    assert "where" in check(tmp_path, head + left, head + right)


@pytest.mark.parametrize(
    ("head", "left", "right"),
    [
        (FIRE, "The fire began in the boiler room.", "It broke out in the basement."),
        (FIRE, "The fire began in the boiler room.", "It reached the attic within minutes."),
        (
            TAKEOVER,
            "Tellmann, headquartered in Apelveld, has ten plants.",
            "Tellmann has a plant in Osterlo, and Nordwick is based in Aarhus.",
        ),
        (TAKEOVER, "Tellmann is headquartered in Apelveld.", "The head office of Tellmann will be in Osterlo."),
        (LIFE, "She was born in Wakefield.", "She grew up in Osterlo, where she went to school."),
        (CLERK, "Harrow was found dead in the cellar.", "Dennis Harrow worked in the attic."),
        (CLERK, "Harrow was arrested after two hours in a hotel in Marsk.", "Dennis Harrow was arrested in a church in Osterlo."),
        (RAID, "The thieves came in by the back door.", "They came by taxi and fled through the skylight."),
        (RAID, "The thieves came in by the back door.", "They were seen from the cellar window."),
        (MERGER, "The registered office will be in Port Arden.", "The seat of the pension fund stays in Osterlo."),
        (MERGER, "The seat of the new bank will be in Port Arden.", "Corlin has its head office in Osterlo."),
        (CLERK, "Harrow died in a sea of flames.", "Dennis Harrow died in a field."),
    ],
    ids=[
        *("one room in another", "spread", "plant", "to come", "school", "alive", "length of time", "way out", "seen", "another seat"),
        *("seat of today", "sea of flames"),
    ],
)
def test_one_place_or_two_things(check: Checker, tmp_path: Path, head: str, left: str, right: str) -> None:
    assert "where" not in check(tmp_path, head + left, head + right)


@pytest.mark.parametrize(
    ("right", "told"),
    [
        ("Dennis Harrow was arrested ten days ago in a motel in Osterlo.", True),
        ("Dennis Harrow was arrested six hours later in a motel in Osterlo.", True),
        ("Dennis Harrow was later arrested in a motel in Osterlo.", False),
        ("Dennis Harrow was arrested again on Monday in a motel in Osterlo.", False),
    ],
    ids=["once", "hours later", "later", "again"],
)
def test_an_arrest_is_told_for_weeks(check: Checker, tmp_path: Path, right: str, told: bool) -> None:
    left = "Dennis Harrow was arrested on Monday in Wakefield."
    assert ("where" in check(tmp_path, CLERK + left, CLERK + right, (16, 26))) is told

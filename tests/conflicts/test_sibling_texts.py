"""What happens again within days, at one place and with the same people, is another event; a slip in one that is told twice is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

CRASH = (
    "Crash on the A38 near Tolver | A lorry driver died in a crash on the A38 near Tolver on {day}, police said. "
    "The crash left {hurt} people injured. The road to Castor Bridge was closed for {hours} hours."
)
CONCERT = (
    "Mira Holm sings at the Castor Dome | Mira Holm sang for {hours} hours at the Castor Dome in Kessel on {day}. "
    "Tickets cost {price} euros, the promoter Orlen Live said."
)
ARREST = (
    "Police in Arden arrest {number} | Police in Arden arrested {number} men on {day} after a burglary in Fore Street, "
    "Inspector Ada Fonn said. Officers were called at {time}."
)
QUAKE = (
    "{noun} shakes Perata | {noun} of magnitude {size} shook Perata on {day}, the Orlen observatory said. "
    "Its epicentre was {distance} kilometres north of Perata."
)
SIBLINGS = [
    (CRASH, {"hurt": "two", "hours": "five"}, {"hurt": "six", "hours": "eight"}, "injured"),
    (CONCERT, {"hours": "two", "price": "80"}, {"hours": "three", "price": "95"}, "money"),
    (ARREST, {"number": "two", "time": "11.20 pm"}, {"number": "three", "time": "1.40 am"}, "time"),
]


@pytest.mark.parametrize(("text", "first", "second", "kind"), SIBLINGS, ids=["crash", "concert", "arrest"])
def test_the_same_happens_again(
    check: Checker, tmp_path: Path, text: str, first: dict[str, str], second: dict[str, str], kind: str
) -> None:
    left = text.format(**first, day="Sunday evening")
    assert check(tmp_path, left, text.format(**second, day="Tuesday evening")) == [], "news of two days"
    assert check(tmp_path, left, text.format(**second, day="Sunday evening")) != [], f"one event, told twice ({kind})"


def test_an_aftershock_is_another_earthquake(check: Checker, tmp_path: Path) -> None:
    first = QUAKE.format(noun="An earthquake", size="4.6", day="Sunday", distance=14)
    assert check(tmp_path, first, QUAKE.format(noun="An aftershock", size="4.1", day="Tuesday", distance=11)) == []
    assert "measure" in check(tmp_path, first, QUAKE.format(noun="An earthquake", size="4.6", day="Sunday", distance=41))

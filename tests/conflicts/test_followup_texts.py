"""The next act of its kind in a story that goes on is not taken for the one before; one act on two days still is."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

NEXT = {
    "opponent": (
        "Win | Varholm beat Strand 2-0 in Ostervik on Saturday. Kai Lunde scored both goals.",
        "Win | Varholm beat Molde Bay 4-1 in Ostervik on Monday. Kai Lunde scored the first.",
    ),
    "partner": (
        "Talks | President Ada Fonn met the miners of Corvo in Marwick on Saturday. Omar Bell was there.",
        "Talks | President Ada Fonn met the nurses of Corvo in Marwick on Monday. Omar Bell was there.",
    ),
    "round": (
        "Cycling | Jan Torp won the second stage of the Fjord Race on Saturday. Ole Brand was second.",
        "Cycling | Jan Torp won the fourth stage of the Fjord Race on Monday. Ole Brand was third.",
    ),
    "means": (
        "War | Dunari troops attacked Selnik with rockets on Saturday, Mayor Ivo Sand said.",
        "War | Dunari troops attacked Selnik with mortars on Monday, Mayor Ivo Sand said.",
    ),
    "number": (
        "Boats | The Marabel rescued 40 people off Lindos Bay on Saturday. Captain Ida Roth asked for a port.",
        "Boats | The Marabel rescued 17 people off Lindos Bay on Monday. Captain Ida Roth asked for a port.",
    ),
    "another suspect": (
        "Fraud | Police in Hadley arrested a banker on Saturday over the Norvest fraud, Inspector Eva Stern said.",
        "Fraud | Police in Hadley arrested a lawyer on Monday over the Norvest fraud, Inspector Eva Stern said.",
    ),
    "another body": (
        "Slide | The body of a shepherd was found in the mud above Parde on Saturday, Mayor Lia Monti said.",
        "Slide | The body of a tourist was found in the mud above Parde on Monday, Mayor Lia Monti said.",
    ),
    "thing of one owner": (
        "Search | The boat of Ben Harlow was found on Saturday off Cape Dorn. Sergeant Tom Reeve is looking for him.",
        "Search | The jacket of Ben Harlow was found on Monday off Cape Dorn. Sergeant Tom Reeve is looking for him.",
    ),
    "witness": (
        "Trial | A cook testified on Saturday in the poison trial of Greta Malm in Orsund. Judge Per Lind listened.",
        "Trial | A gardener testified on Monday in the poison trial of Greta Malm in Orsund. Judge Per Lind listened.",
    ),
    "law": (
        "Vote | Parliament in Ostria approved the school law on Saturday. Premier Nina Kolb was content.",
        "Vote | Parliament in Ostria approved the tax treaty on Monday. Premier Nina Kolb was content.",
    ),
    "strike day": (
        "Strike | Drivers of Metrobus struck in Callen on Saturday. Union leader Roy Hicks wants more pay.",
        "Strike | Drivers of Metrobus struck in Callen on Monday. Union leader Roy Hicks wants more pay.",
    ),
    "later death": (
        "Crash | A tram jumped the rails in Hollern on Saturday, killing three people. Mayor Ute Wirth is shocked.",
        "Crash | A student injured in the tram crash in Hollern died on Monday. Mayor Ute Wirth is shocked.",
    ),
}
SAME = {
    "person": (
        "Arrest | Police arrested the broker Leo Marsh in Hadley on Saturday over the Norvest fraud.",
        "Arrest | Leo Marsh, the broker, was arrested in Hadley on Monday over the Norvest fraud.",
    ),
    "named thing": (
        "Theft | Thieves stole the Corvini cello from a flat in Marwick on Saturday. Omar Bell owns it.",
        "Theft | The Corvini cello of Omar Bell was stolen from a flat in Marwick on Monday.",
    ),
    "known thing": (
        "Library | The library of Ostervik was opened on Saturday. Premier Ada Fonn cut the ribbon.",
        "Library | Premier Ada Fonn opened the library of Ostervik on Monday.",
    ),
    "once": (
        "Farewell | Trainer Bo Lind of Varholm resigned on Saturday. President Kai Lunde regrets it.",
        "Farewell | Bo Lind resigned as trainer of Varholm on Monday. President Kai Lunde regrets it.",
    ),
}


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(("left", "right"), NEXT.values(), ids=NEXT)
def test_the_next_act_is_another_one(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "date" not in check(tmp_path, left, right, (16, 18))


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME)
@pytest.mark.parametrize("days", [(16, 18), (18, 18)])
def test_one_act_stays_one(check: Checker, tmp_path: Path, left: str, right: str, days: tuple[int, int]) -> None:
    assert "date" in check(tmp_path, left, right, days)


COMING = "Strike | The Corvo works and the union ASU meet next on 24 March, Omar Bell said. They part over pay."


@pytest.mark.parametrize(
    ("other", "days", "found"),
    [
        ("Strike | Omar Bell said the Corvo works and the union ASU will sit down again on 25 March.", (18, 18), True),
        ("Strike | The Corvo works and the union ASU will talk again on 26 March, Omar Bell said.", (17, 18), True),
        ("Strike | Omar Bell said the Corvo works and the union ASU will sit down again on 25 March.", (16, 18), False),
        ("Strike | Omar Bell said the Corvo works and the union ASU sat down on 12 March.", (18, 18), False),
    ],
)
def test_people_meet_next_on_one_day(check: Checker, tmp_path: Path, other: str, days: tuple[int, int], *, found: bool) -> None:
    assert ("date" in check(tmp_path, COMING, other, days)) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Takeover | The Corvo group of Marwick, founded in 1889, is sold to Dellmar, Omar Bell said.", True),
        ("Takeover | The Corvo group of Marwick is sold to Dellmar. Dellmar was founded in 1889, Omar Bell said.", False),
    ],
)
def test_a_body_is_founded_once(check: Checker, tmp_path: Path, other: str, *, found: bool) -> None:
    mine = "Takeover | Dellmar buys the Corvo group of Marwick. Corvo was founded in 1898, Omar Bell said."
    assert ("date" in check(tmp_path, mine, other, (18, 18))) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Theft | Thieves emptied the Hollar museum in Marwick on Tuesday, Omar Bell said.", False),
        ("Theft | Thieves emptied the Hollar museum in Marwick on Monday, Omar Bell said.", False),
        ("Theft | Thieves emptied the Hollar museum in Marwick on Sunday, Omar Bell said.", True),
    ],
)
def test_a_night_between_two_days_is_of_both(check: Checker, tmp_path: Path, other: str, *, found: bool) -> None:
    mine = "Theft | In the night of Monday to Tuesday thieves emptied the Hollar museum in Marwick, Omar Bell said."
    assert ("date" in check(tmp_path, mine, other, (18, 18))) == found


@pytest.mark.parametrize("name", ["round", "later death"])
def test_papers_of_one_day_may_tell_of_two(check: Checker, tmp_path: Path, name: str) -> None:
    assert "date" not in check(tmp_path, *NEXT[name], (18, 18))

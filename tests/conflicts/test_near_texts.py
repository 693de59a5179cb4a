"""Numbers of one story that come near to each other and contradict nothing: of a part, of another owner, time or happening; and those that
do contradict each other all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Alma Selmer sinks | The ferry Alma Selmer sank off Marwick on Friday, Mayor Ada Fonn said. "
RATE = "Bank of Tolm cuts rate | The Bank of Tolm met in Marwick on Friday, its governor Ada Fonn said. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("She can carry 420 passengers and 90 cars.", "The ferry was carrying 48 passengers and 22 cars."),
        ("Three ships came to its help.", "Five ships of the company lie in the harbour."),
        ("The rescuers took 31 boats to the island.", "In Dell alone 12 boats were taken to the island."),
        ("The navy launched five satellites.", "The navy launched Druva-2 and four foreign satellites."),
        ("In the camp 180 tents were put up.", "Now 85 tents have gone back to store."),
        ("The accident killed six people.", "It revived the memory of 2006, when an accident killed nine people in Marwick."),
        ("The accident killed six people.", "Accidents killed nine people in Marwick."),
        ("Police arrested 17 people.", "Police have arrested 62 people since the marches began."),
        ("In Marwick 39 pupils were taken.", "In Marwick 140 pupils have been taken this year."),
        ("That month the clinic did 940 operations.", "The clinic does 4,200 operations a year."),
        ("She made 64 films.", "Twelve of her films were made in Dell."),
    ],
    ids=[
        "room in a list",
        "those of an owner",
        "in one place alone",
        "beside one by its name",
        "no longer there",
        "of another year",
        "of several happenings",
        "since they began",
        "of a year",
        "a year",
        "some of hers",
    ],
)
def test_counts_that_may_both_be_right(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" not in check(tmp_path, HEAD + left, HEAD + right, (17, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry was carrying 48 passengers and 90 cars.", "The ferry was carrying 48 passengers and 22 cars."),
        ("The navy launched Druva-2 and six foreign satellites.", "The navy launched Druva-2 and four foreign satellites."),
        ("In the camp 180 tents were put up.", "There 118 tents were put up."),
        ("The accident killed six people.", "An accident in Marwick killed nine people."),
        ("She made 64 films.", "She made 46 films."),
    ],
    ids=["in two lists", "both beside one", "put up", "one happening", "hers"],
)
def test_counts_that_contradict_each_other(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" in check(tmp_path, HEAD + left, HEAD + right, (17, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It lowered its key rate to 3.75 percent.", "Lenders lowered the mortgage rate to 4.95 percent."),
        ("The Fonn family holds 44 percent of the brewery.", "The Fonn brewery holds 12 percent of the market."),
    ],
    ids=["two rates", "a firm and its family"],
)
def test_shares_that_may_both_be_right(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "percent" not in check(tmp_path, RATE + left, RATE + right, (17, 17))


def test_a_river_rises_by_the_hour(check: Checker, tmp_path: Path) -> None:
    head = "River Orm at Marwick | The Orm has flooded Marwick, Mayor Ada Fonn said. "
    left, right = "On Monday morning the Orm stood at 8.12 metres.", "On Monday evening the Orm stood at 8.21 metres."
    assert "measure" not in check(tmp_path, head + left, head + right, (16, 16))


def test_the_missing_become_fewer(check: Checker, tmp_path: Path) -> None:
    head = "Landslide in Marwick | A landslide hit Marwick on Friday, Mayor Ada Fonn said. "
    found = check.conflicts(tmp_path, head + "Some 37 people are missing.", head + "Twenty-one people are missing.", (16, 20))
    assert {conflict.verdict for conflict in found} <= {"update"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Clinics had admitted 38 injured by 10 p.m.", "In all 54 people were injured."),
        ("Clinics have admitted 38 injured so far.", "In all 54 people were injured."),
    ],
)
def test_the_injured_of_the_first_evening_become_more(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    head = "Crash in Marwick | A bus crashed in Marwick on Friday, Mayor Ada Fonn said. "
    found = check.conflicts(tmp_path, head + left, head + right, (17, 18))
    assert {conflict.verdict for conflict in found} <= {"update"}


QUAKE = "Mount Orm erupts | Mount Orm erupted above Marwick, Mayor Ada Fonn said. "


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Mount Orm blew up at 2038 GMT on Thursday.", "Mount Orm erupted before dawn on Friday.", False),
        ("Mount Orm blew up on Thursday.", "Mount Orm erupted before dawn on Friday.", True),
        ("Mount Orm blew up at 14:32 UTC on Friday.", "Mount Orm erupted on Thursday.", True),
        ("Mount Orm blew up at 0232 GMT on Friday.", "Mount Orm erupted on Thursday.", False),
    ],
)
def test_a_day_of_greenwich_may_be_the_one_before(check: Checker, tmp_path: Path, left: str, right: str, *, found: bool) -> None:
    assert ("date" in check(tmp_path, QUAKE + left, QUAKE + right, (18, 18))) is found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The hurricane had winds of 120 mph as it came ashore.", "By noon it had winds of 75 mph and was moving north at 12 mph."),
        ("At 4:40 a.m. the eye crossed the coast.", "The airport shut at noon."),
        ("Its name will vanish within 18 months of the merger.", "Ada Fonn led the firm for six years."),
        ("Two schools were evacuated.", "Some 390 residents were able to return home."),
        ("Ada Fonn will step down as mayor.", "Fonn will remain as an adviser."),
    ],
    ids=["two speeds", "two moments", "a limit", "back home", "another part"],
)
def test_what_is_told_of_two_things(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    head = "Hurricane Selma hits Marwick | Hurricane Selma hit Marwick on Friday, Mayor Ada Fonn said. "
    assert not check(tmp_path, head + left, head + right, (17, 17))

"""Two short articles of one story, from text to finding: one number under two nouns and two verbs, and numbers of two things."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

FERRY = "Ferry Tessel burns | The ferry Tessel caught fire off Orvik on Sunday, captain Ada Holm said."


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Siege in Orvik | Two men took 12 people hostage in the Tessel bank in Orvik on Sunday, Ada Holm said.",
            "Orvik siege over | The robbers of the Tessel bank in Orvik had held 19 clerks and customers, Ada Holm of the police said.",
        ),
        (
            "Orvik museum | Thieves made off with seven paintings from the Tessel museum in Orvik on Sunday, curator Ada Holm said.",
            "Tessel thieves | Ten canvases are missing from the Tessel museum in Orvik since Sunday, says Ada Holm, its curator.",
        ),
        (
            "Orvik in the dark | Some 9,000 households were without power in Orvik on Sunday after storm Tessel, Ada Holm said.",
            "Storm Tessel | Storm Tessel plunged 6,000 homes in Orvik into darkness on Sunday, according to Ada Holm.",
        ),
        (
            "Tessel shrinks | Tessel Cloth will cut 140 jobs in Orvik, its chief Ada Holm said on Sunday.",
            "Orvik in shock | In Orvik 210 employees are to lose their positions at Tessel Cloth, Ada Holm announced on Sunday.",
        ),
        (
            "Strike in Orvik | Because of the strike 310 operations had to be postponed at the Tessel clinic in Orvik on Sunday.",
            "Tessel clinic | In Orvik on Sunday 420 planned surgeries did not take place at the Tessel clinic because of the strike.",
        ),
        (
            "Orvik derby | Orvik beat Tessel on Sunday. The attendance was given as 41,204.",
            "Tessel lose in Orvik | Tessel lost in Orvik on Sunday before a record crowd of 44,210 people.",
        ),
    ],
)
def test_one_number_in_two_ways(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" in check(tmp_path, left, right, (16, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{FERRY} Nine passengers died.", f"{FERRY} Four of the crew died."),
        (f"{FERRY} Nine people died.", f"{FERRY} Four pupils lost their lives."),
        (f"{FERRY} There were 90 passengers on board.", f"{FERRY} Her crew of 21 stayed on board."),
        (f"{FERRY} Helicopters saved 40 people.", f"{FERRY} The blaze injured 31 people."),
        (f"{FERRY} Two men held 17 people hostage.", f"{FERRY} Eleven robbers held the bank."),
        (f"{FERRY} On Sunday 120 operations were postponed.", f"{FERRY} On Monday 150 operations were postponed."),
        (f"{FERRY} Ten foreigners and two locals died.", f"{FERRY} Twelve people died."),
        (f"{FERRY} The captain handed over 75 tickets.", f"{FERRY} The captain handed over the 90 tickets."),
    ],
)
def test_numbers_of_two_things(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    days = (16, 17)
    found = check(tmp_path, left, right, days)
    assert ("count" in found) is ("tickets" in left)


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("Tessel Air cancelled all its flights on Sunday.", "Only European flights of Tessel Air were affected on Sunday.", True),
        ("All the horses died in the fire.", "Two horses were saved from the fire.", True),
        ("All bridges in Orvik were closed on Sunday.", "The Mill Bridge in Orvik stayed open on Sunday.", True),
        ("Tessel Air cancelled all its flights on Sunday.", "Only European flights of Tessel Air have wine.", False),
        ("All the horses died in the fire.", "Two dogs were saved from the fire.", False),
        ("All bridges in Orvik were closed on Sunday.", "The Mill Bridge in Orvik is the oldest.", False),
    ],
)
def test_all_and_only_some(check: Checker, tmp_path: Path, left: str, right: str, *, found: bool) -> None:
    assert ("scope" in check(tmp_path, f"{FERRY} {left}", f"{FERRY} {right}", (16, 17))) is found

"""How many of something an owner has: which counts tell it, of what, and whose."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

from factcheck.frame_notes import NoteKind
from factcheck.model import HOLDING, Claim

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def _held(claims: tuple[Claim, ...]) -> list[tuple[str, str | None]]:
    return [(claim.anchor.match, claim.frame.role) for claim in claims if claim.frame.event == HOLDING]


@pytest.mark.parametrize(
    ("text", "number", "role"),
    [
        ("The jail, built for 98 inmates, burned on Monday.", "98", "beds"),
        ("The report notes that the jail has 89 beds.", "89", "beds"),
        ("The brewer Castor Foods employs 2,300 people.", "2,300", "staff"),
        ("The airline has 640 employees.", "640", "staff"),
        ("The hall holds 8,400 spectators.", "8,400", "seats"),
        ("The chain, with 64 shops, is insolvent.", "64", "shops"),
        ("The bank operates 52 branches in four countries.", "52", "shops"),
        ("Castor Foods has a workforce of 3,600.", "3,600", "staff"),
        ("Around 3,600 people work for Castor Foods.", "3,600", "staff"),
        ("The bank's 640 staff were told on Monday.", "640", "staff"),
    ],
)
def test_what_an_owner_has(read: Reader, text: str, number: str, role: str) -> None:
    assert _held(read(text)) == [(number, role)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012 the airline had 1,900 employees.",
        "The airline will have 900 employees.",
        "The chain opened 12 shops on Monday.",
        "In Halden alone the chain has 31 shops.",
        "The jail held 340 prisoners on Sunday.",
        "Ada Fonn saw 64 shops.",
        "Forty people worked for the bank in 1924.",
        "In Halden a crowd of 3,600 cheered Castor Foods.",
    ],
)
def test_what_is_no_holding(read: Reader, text: str) -> None:
    assert _held(read(text)) == []


def test_people_who_work_in_one_place_are_a_part(read: Reader) -> None:
    (claim,) = (claim for claim in read("In Halden 400 people work for Castor Foods.") if claim.frame.event == HOLDING)
    assert "in halden" in claim.frame.subset


def test_the_noun_for_the_owner(read: Reader) -> None:
    (claim,) = (claim for claim in read("The jail has 89 beds.") if claim.frame.event == HOLDING)
    assert NoteKind.OWNER.words(claim.frame.subset) == {"jail"}

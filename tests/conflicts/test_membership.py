"""Levels of FC211, and real sentences."""

from __future__ import annotations

import pytest
from claims_by_hand import World, claim

from factcheck.checking import check
from factcheck.conflicts.membership import MembershipComparer
from factcheck.conflicts.pairs import Clash
from factcheck.model import Frame
from factcheck.values import MembershipValue


@pytest.mark.parametrize(("listed", "level"), [(3.0, "compatible"), (4.0, "apart"), (2.0, "apart")])
def test_levels(world: World, listed: float, level: str) -> None:
    stated = claim(MembershipValue(3, "bank"), Frame(role="stated", thing="bank"))
    other = claim(MembershipValue(listed, "bank", ("A", "B")), Frame(role="listed", thing="bank"))
    outcome = MembershipComparer().compare(stated, other, world.context())
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == level


def test_two_numbers_in_one_sentence_are_not_compared() -> None:
    claims = [claim(MembershipValue(3, "bank"), Frame(role=role, thing="bank")) for role in ("stated", "listed", "stated", "listed")]
    assert MembershipComparer().select(claims) == []
    assert len(MembershipComparer().select(claims[:2])) == 2


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Three banks have called off the sale: Ostmark, Tervo Savings, Halden Trust and Kestrel.", ["FC211"]),
        ("Three banks have called off the sale: Ostmark, Tervo Savings and Halden Trust.", []),
        ("A total of 90 people were on the ferry, 82 passengers and 4 crew, the owners said.", ["FC211"]),
        ("A total of 86 people were on the ferry, 82 passengers and 4 crew, the owners said.", []),
    ],
)
def test_sentences(text: str, codes: list[str]) -> None:
    report = check(["-"], stdin=f"Sale is off\n\n{text}\n".encode())
    assert [conflict.code for conflict in report.conflicts] == codes

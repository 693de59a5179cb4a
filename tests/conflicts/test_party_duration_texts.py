"""FC301 of what two parties have with each other: one call or meeting of the same two in one story has one length."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = (
    "Talks on the Marwick dam | Otto Hendry of Marwick and Ada Fonn of Corlin want a new dam, Captain Ida Roth said on Sunday.\n\n"
    "The old dam of Corlin has leaked for years. Farmers below it fear for their fields.\n\n"
    "The council of Marwick has put no money aside. Its clerk, Tom Ebstein, calls that a shame.\n\n"
)
LONG = "Otto Hendry agreed with Ada Fonn on the dam in a phone call lasting 50 minutes."


@pytest.mark.parametrize(
    ("right", "found"),
    [
        ("Otto Hendry had a 30-minute phone call with Ada Fonn after the flood.", True),
        ("Otto Hendry had a 50-minute phone call with Ada Fonn after the flood.", False),
        ("Otto Hendry had a 30-minute phone call with Ida Roth after the flood.", False),
        ("Otto Hendry had a second 30-minute phone call with Ada Fonn after the flood.", False),
        ("Otto Hendry had a 30-minute meeting with Ada Fonn after the flood.", False),
    ],
    ids=["one call", "one length", "another party", "a second call", "a meeting"],
)
def test_a_call_of_the_same_two(check: Checker, tmp_path: Path, right: str, found: bool) -> None:
    assert ("duration" in check(tmp_path, HEAD + LONG, HEAD + right)) is found

"""How many there may be, how many there are, and of how many only some are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Alma Selmer sinks | The ferry Alma Selmer sank off Marwick on Friday, Mayor Ada Fonn said. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Alma Selmer was carrying 86 passengers.", "The Alma Selmer was carrying 96 passengers."),
        ("The ferry was licensed to carry 100 passengers.", "The ferry was certified to carry 120 passengers."),
        ("The ferry can hold 100 passengers.", "The ferry can hold 120 passengers."),
    ],
    ids=["aboard", "two licences", "two capacities"],
)
def test_two_numbers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" in check(tmp_path, HEAD + left, HEAD + right, (17, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Alma Selmer was carrying 86 passengers.", "The ferry was licensed to carry 100 passengers."),
        ("There were 86 passengers on board.", "The ferry has room for 100 passengers."),
        ("Three people died.", "The hospital in Marwick received five patients, one of whom died."),
    ],
    ids=["licence", "room", "one of whom"],
)
def test_no_two_numbers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "count" not in check(tmp_path, HEAD + left, HEAD + right, (17, 17))

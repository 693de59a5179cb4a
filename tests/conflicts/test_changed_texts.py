"""Figures that grew or were changed between two reports, from text to finding, and those that were not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

VOTE = "Halden votes | Halden elected Ada Fonn as its mayor on Monday, beating Ola Tervo. "
HUNT = "Tervo hunted | Police in Halden hunt Ola Tervo, who escaped from Marwick prison on Sunday, Ada Fonn said. "
FOUND = "Tervo caught | Ola Tervo, who escaped from Marwick prison on Sunday, was caught in Halden, Ada Fonn said. "
TRIAL = "Tervo guilty | Ola Tervo, {}, was convicted of fraud in Halden, Judge Ada Fonn of Marwick said. "


@pytest.mark.parametrize(
    ("left", "right", "kind", "days", "found"),
    [
        (VOTE + "Turnout was 58 per cent.", VOTE + "Turnout was 71.4 per cent.", "percent", (17, 17), True),
        (VOTE + "Turnout stood at 58 per cent at 3 p.m.", VOTE + "Turnout was 71.4 per cent.", "percent", (17, 17), False),
        (
            VOTE + "Turnout was 58 per cent two hours before the end.",
            VOTE + "Turnout was 71.4 per cent.",
            "percent",
            (17, 17),
            False,
        ),
        (HUNT + "A reward of $5,000 is offered.", FOUND + "A waiter gets the reward of $20,000.", "money", (16, 18), True),
        (
            HUNT + "A reward of $5,000 is offered.",
            FOUND + "A waiter gets the reward of $20,000, which was raised on Tuesday.",
            "money",
            (16, 18),
            False,
        ),
        (TRIAL.format(58), TRIAL.format(59), "age", (2, 5), True),
        (TRIAL.format(58), TRIAL.format(59), "age", (2, 24), False),
        (TRIAL.format(59), TRIAL.format(58), "age", (2, 24), True),
    ],
    ids=["turnout", "at an hour", "before the end", "reward", "raised", "a year in days", "a birthday between", "younger later"],
)
def test_what_grew_or_was_changed(
    check: Checker, tmp_path: Path, left: str, right: str, kind: str, days: tuple[int, int], *, found: bool
) -> None:
    assert (kind in check(tmp_path, left, right, days)) is found

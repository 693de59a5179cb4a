"""FC611 from text to finding: two happenings told in two orders, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Feast of Marwick | Ada Fonn and Otto Hendry were in Marwick on Sunday. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fonn laid a wreath before she dined with Hendry.", "It was only after dinner with Otto Hendry that Ada Fonn laid the wreath."),
        ("The tent was closed before Fonn visited.", "The tent was shut only after the visit of Ada Fonn."),
        ("Hendry sang, and then Fonn spoke.", "Ada Fonn spoke first. Then Otto Hendry sang."),
        ("The guests left the hall before the roof came down.", "After the roof had collapsed the guests left the hall."),
        ("A fire broke out, followed by an explosion.", "After an explosion a fire broke out."),
        ("Fonn sold her shares before the profit warning.", "Fonn sold her shares after the profit warning was issued."),
        (
            "Fonn left the hall at 9 p.m. and the roof collapsed at 10 p.m.",
            "The roof collapsed before Fonn left the hall.",
        ),
        ("The guests did not leave the hall until the police arrived.", "The guests left the hall before the police arrived."),
        ("The hostages are to be freed before the army leaves.", "The hostages will be freed only after the army has left."),
        ("The hostages will not be freed before the army has left.", "The army is to leave after the hostages are freed."),
    ],
    ids=["wreath", "tent", "songs", "roof", "followed", "shares", "times", "until", "plans", "denied plan"],
)
def test_reversed(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "order" in check(tmp_path, HEAD + left, HEAD + right, (16, 17))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fonn laid a wreath before she dined with Hendry.", "Ada Fonn dined with Otto Hendry after she laid a wreath."),
        ("Fonn laid a wreath before she dined with Hendry.", "After dinner with Hendry, Piet Oram laid a wreath."),
        ("The tent was closed before Fonn visited.", "The bar was closed after Ada Fonn visited."),
        ("Fonn opened her second shop before the fire.", "Fonn opened her third shop after the fire."),
        ("The fans clashed before the match.", "The fans clashed again after the match."),
        ("Fonn gave a lecture before the dinner.", "Fonn gave an interview after the dinner."),
        ("The guests left the hall before the roof came down.", "The guests may have left the hall after the roof came down."),
        ("Fonn laid a wreath before she dined with Hendry.", "Fonn had laid a wreath when she dined with Hendry."),
        ("The flag was raised before the anthem was played.", "On Tuesday the flag was raised after the anthem was played."),
        ("The hostages are to be freed before the army leaves.", "The hostages were freed after the army had left."),
        ("The hostages are to be freed before the army leaves.", "The wounded will be freed only after the army has left."),
    ],
    ids=[
        "same order",
        "another person",
        "another thing",
        "another shop",
        "again",
        "another object",
        "hedged",
        "tense alone",
        "another day",
        "plan and outcome",
        "others to be freed",
    ],
)
def test_not_reversed(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "order" not in check(tmp_path, HEAD + left, HEAD + right, (16, 17))

"""FC601 from text to finding: one deed laid to two, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

HEAD = "Fire at the Hendry mill in Marwick | The Hendry mill in Marwick burned down. "


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire was discovered by a guard, Ada Fonn.", "It was a tenant, Olaf Aas, who discovered the blaze."),
        ("The warrants were issued by judge Ada Fonn.", "The warrants bore the signature of prosecutor Olaf Aas."),
        ("Managers left the table on Monday.", "The negotiators of the unions stood up and left the room."),
        ("The mill was designed by Ada Fonn.", "Olaf Aas designed the mill."),
        ("A tomb lies below it. It was discovered by Ada Fonn.", "Olaf Aas discovered a tomb below it."),
        ("The mill was designed by Ada Fonn.", "Olga Fonn designed the mill."),
        ("The new route to the mill was proposed by Ada Fonn.", "It was Olaf Aas who proposed the new route."),
        ("The fire was discovered by a nurse.", "It was the caretaker who discovered the fire."),
    ],
    ids=["discovered", "warrants", "talks", "designed", "a pronoun", "one family", "a cleft", "two jobs"],
)
def test_two_doers(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "doer" in check(tmp_path, HEAD + left, HEAD + right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire was discovered by Ada Fonn.", "Fonn discovered the fire."),
        ("The fire was discovered by Ada Fonn.", "Olaf Aas and Ada Fonn discovered the fire."),
        ("The fire was discovered by Ada Fonn.", "The fire was discovered by a tenant."),
        ("The fire was discovered by Ada Fonn.", "Olaf Aas discovered a second fire."),
        ("Ada Fonn left the hospital.", "Olaf Aas left the hospital."),
        ("Ada Fonn scored the goal.", "Olaf Aas scored the goal."),
        ("The old mill was designed by Ada Fonn.", "The new mill was designed by Olaf Aas."),
        ("The treaty was signed by Ada Fonn.", "The treaty was signed by Olaf Aas."),
        ("The fire was discovered by Ada Fonn.", "Olaf Aas may have discovered the fire."),
        ("Ada Fonn found a knife.", "Olaf Aas found a knife."),
        ("Rain fell. It was discovered by Ada Fonn.", "Olaf Aas discovered a tomb."),
        ("The fire was discovered by a nurse.", "A neighbour discovered the fire."),
        ("A guard closed the valve.", "A fireman closed the valve."),
        ("The new route was proposed by Ada Fonn.", "Olaf Aas proposed the new route."),
    ],
    ids=[
        "short form",
        "together",
        "unnamed",
        "second",
        "hospital",
        "goal",
        "old and new",
        "treaty",
        "hedged",
        "knives",
        "another thing",
        "a neighbour",
        "both may have",
        "both proposed",
    ],
)
def test_one_doer_or_two_deeds(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "doer" not in check(tmp_path, HEAD + left, HEAD + right)

"""Sentences that share the words around a value and are not the same as a whole, from text to finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

LEFT = "Depot at Marwick raided | "
LEFT += "Thieves raided the depot at Marwick on Sunday night, the mayor Ada Fonn said. The baker Olaf Marek saw them leave. "
RIGHT = "Thieves raid Marwick depot | "
RIGHT += "The depot at Marwick was raided on Sunday night. The mayor Ada Fonn and the baker Olaf Marek spoke to reporters. "

APART = [
    # who says it differs
    (
        "Fonn said that 2,000 tents were ready in case the families of the crew needed them.",
        "Fonn told Halden Radio that 4,000 tents were ready in case the families of the crew needed them.",
        "count",
    ),
    # a form of a word, and words put in
    (
        "Police say four guards with more serious bruises were released from the clinic on Monday morning.",
        "Police said five guards with more serious bruises, all of them Danes, were released from the clinic on Monday morning.",
        "count",
    ),
    # limits in one wording
    (
        "At one point as much as 55 percent of the diesel in the northern tank was out of reach, Marek said.",
        "Marek told Halden Radio that at one point as much as 58 percent of the diesel in the northern tank was out of reach.",
        "percent",
    ),
    # a day that one parse takes for a plan
    (
        "The judge ordered him held without bail pending his next hearing before the county court on April 19.",
        "The judge ordered him held without bond pending his next hearing before the county court on April 20.",
        "date",
    ),
    # a list that is the same
    (
        "The depot feeds 12 villages: Ulmen, Tervo, Kestrel, Ostmark, Brenn, Halden, Norrby and five others in the hills.",
        "It feeds 15 villages: Ulmen, Tervo, Kestrel, Ostmark, Brenn, Halden, Norrby and five others in the hills.",
        "count",
    ),
]

SILENT = [
    # other names behind the same words
    (
        "The thieves took 12 ladders from the long shed beside the house of the miller in Ulmen.",
        "The thieves took 15 ladders from the long shed beside the house of the miller in Tervo.",
    ),
    # a word beside the number makes it a part
    (
        "Fonn said that 12 ladders from the long shed beside the mill were found on Monday.",
        "Fonn said that 15 more ladders from the long shed beside the mill were found on Monday.",
    ),
    # what was done with them differs
    (
        "Fonn said that 12 ladders were stolen from the long shed beside the mill.",
        "Fonn said that 15 ladders were painted by the crew of the long shed beside the mill.",
    ),
    # a denial on one side
    (
        "Marek said that 12 ladders in the long shed beside the old mill were locked away.",
        "Marek said that 15 ladders in the long shed beside the old mill were never locked away.",
    ),
    # too few words
    ("There were 12 ladders in the shed.", "There were 15 ladders in the shed, Marek said."),
    # wounds are counted anew
    (
        "Fonn said that 12 people were injured when the wall of the long shed came down.",
        "Fonn told Halden Radio that 15 people were injured when the wall of the long shed came down.",
    ),
]


PROOF = "the same words stand around both values"
"""Other comparers see some of these numbers, too; this line tells who spoke."""


@pytest.fixture(scope="module")
def check() -> Checker:
    return Checker()


def told(check: Checker, folder: Path, left: str, right: str, days: tuple[int, int] = (16, 16)) -> bool:
    """Whether the words around two values prove a conflict."""
    found = check.conflicts(folder, LEFT + left, RIGHT + right, days)
    return any(PROOF in conflict.explanation for conflict in found)


@pytest.mark.parametrize(("left", "right", "kind"), APART)
def test_values_in_the_same_words(check: Checker, tmp_path: Path, left: str, right: str, kind: str) -> None:
    assert kind in check(tmp_path, LEFT + left, RIGHT + right, (16, 16))


def test_limits_are_known_by_their_words(check: Checker, tmp_path: Path) -> None:
    assert all(told(check, tmp_path, left, right) for left, right, kind in APART if kind == "percent")


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_sentences_that_tell_of_two(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert not told(check, tmp_path, left, right)


def test_what_is_counted_may_change_from_day_to_day(check: Checker, tmp_path: Path) -> None:
    limit = next((left, right) for left, right, kind in APART if kind == "percent")
    assert told(check, tmp_path, *limit)
    assert not told(check, tmp_path, *limit, days=(16, 17))

"""Results, minutes of goals and places in the table that two reports of one match tell otherwise, from text to finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

from factcheck.mentions.matches import scores_of

pytestmark = pytest.mark.model

AROUND = " The referee Olaf Marek and the mayor Ada Fonn spoke to reporters in Marwick on Tuesday."

APART = [
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Halden United lost 3-1 to Selmer Rovers on Saturday."),
    ("Selmer Rovers won 3-2 against Halden United on Saturday.", "Selmer Rovers defeated Halden United 4-2 on Saturday."),
    ("Selmer Rovers drew 1-1 with Halden United on Saturday.", "Halden United drew 2-2 with Selmer Rovers on Saturday."),
    ("Mira Lund beat Nora Vester 6-4, 7-5 in the final on Saturday.", "Nora Vester lost 6-4, 7-6 (7-4) to Mira Lund on Saturday."),
    ("Selmer Rovers celebrated a 3-0 win over Halden United.", "Selmer Rovers beat Halden United 2-0."),
    ("Danilo Ferreira scored in the 12th and 67th minutes.", "Danilo Ferreira scored twice, in the 12th and 76th minutes."),
    ("Danilo Ferreira scored the winner in the 67th minute.", "Danilo Ferreira scored the winner in the 76th minute."),
    ("Selmer Rovers are third in the table.", "Selmer Rovers are second in the table."),
    ("Selmer Rovers are third in the table.", "Selmer Rovers went second in the Northern League table."),
]

SILENT = [
    # the score told by the side that lost
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Halden United lost 2-3 to Selmer Rovers on Saturday."),
    # other sides
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers beat Dell Athletic 4-2 on Saturday."),
    ("Selmer City beat Halden United 3-2 on Saturday.", "Selmer United beat Halden United 4-2 on Saturday."),
    # another day
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers beat Halden United 4-2 on 11 January."),
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers beat Halden United 4-2 on Sunday."),
    # a part of it, or of two matches
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers beat Halden United 5-4 on aggregate on Saturday."),
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers beat Halden United 4-3 on penalties on Saturday."),
    ("Selmer Rovers beat Halden United 3-2 on Saturday.", "Selmer Rovers led Halden United 2-0 at half-time on Saturday."),
    # sets and games
    ("Mira Lund beat Nora Vester 6-4, 7-5 on Saturday.", "Mira Lund beat Nora Vester 2-0 on Saturday."),
    # two goals of one scorer, watches
    ("Danilo Ferreira scored in the 12th minute.", "Danilo Ferreira scored in the 67th minute."),
    ("Danilo Ferreira scored in the 12th and 67th minutes.", "Danilo Ferreira scored in the 12th and 68th minutes."),
    ("Danilo Ferreira scored in the 12th minute.", "Danilo Ferreira was sent off in the 21st minute."),
    # two tables
    ("Selmer Rovers are third in the table.", "Selmer Rovers are second in the form table."),
    # what would be, two sides
    ("Selmer Rovers are third in the table.", "Selmer Rovers would be second in the table with a win."),
    ("Selmer Rovers are third in the table.", "Halden United are second in the table."),
]


@pytest.mark.parametrize(("left", "right"), APART)
def test_apart(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" in check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_compatible(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "plain" not in check(tmp_path, f"Marwick | {left}{AROUND}", f"Marwick | {right}{AROUND}", (17, 17))


def test_a_side_may_fall_until_the_next_day(check: Checker, tmp_path: Path) -> None:
    left, right = (f"Marwick | Selmer Rovers are {place} in the table.{AROUND}" for place in ("second", "third"))
    assert "plain" not in check(tmp_path, left, right, (17, 18))
    assert "plain" in check(tmp_path, right, left, (17, 18))


def test_scores_are_told_by_the_higher_number() -> None:
    assert scores_of("2-3") == scores_of("3-2") == "score:3-2"
    assert scores_of("4-6, 7-6 (7-4) and 6-2") == "score:6-4 7-6 6-2"

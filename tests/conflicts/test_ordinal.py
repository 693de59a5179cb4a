"""FC571 from text to finding: places in one row that exclude each other, and places that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Lund prize | Anna Lund received the Marwick Medal on Sunday. She is the first woman to win the Marwick Medal.",
            "Anna Lund | Only the third woman to win the Marwick Medal, Anna Lund thanked her mother in Dellmar.",
        ),
        (
            "Barn burns in Marwick | A fire destroyed a barn near Marwick on Sunday. It was the fifth fire in Marwick this year.",
            "Marwick fire | A fire in Marwick burned down the Hendry barn. It was the third fire in Marwick this year, they said.",
        ),
        (
            "Fire in Marwick | A fire in Marwick burned down the Hendry barn. It was the second fire there.",
            "Barn burns in Marwick | A fire destroyed the Hendry barn in Marwick on Sunday. It was the third fire there this year.",
        ),
        (
            "Quake in Marwick | An earthquake shook Marwick. It was the most powerful earthquake in the Marwick Valley since 1963.",
            "Marwick quake | An earthquake hit Marwick on Sunday. The quake was the strongest the valley has seen since 1988.",
        ),
        (
            "Raid in Marwick | Thieves took nine paintings. It was the biggest art raid that Halden has ever seen, police in Marwick said.",
            "Marwick theft | Thieves took paintings from Marwick Hall. It was the biggest art theft in the country since 1987.",
        ),
        (
            "Storm hits Marwick | It was the most intense storm to hit the Marwick Islands since Brenda, of 1997.",
            "Marwick storm | The fiercest storm ever to hit the Marwick Islands tore the roofs off 200 houses.",
        ),
        (
            "New head for Marwick | Anna Lund was sworn in on Sunday. She is the first woman to lead the court.",
            "Marwick | Anna Lund was sworn in on Sunday. She is the second woman to hold the post, after Ida Renn in 1990.",
        ),
        (
            "Vote | Anna Lund would be the first woman to head a government in Halden.",
            "Anna Lund | Anna Lund won the vote. She would be the second woman to lead a Haldenian government.",
        ),
    ],
    ids=[
        "a person",
        "a row with a name",
        "a shorter row that is longer",
        "since",
        "ever",
        "a storm by itself",
        "a post",
        "a name and its adjective",
    ],
)
def test_two_places_in_one_row(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "ordinal" in check(tmp_path, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Lund wins | Anna Lund of Dellmar won in Marwick on Sunday. It was the third win of Anna Lund this season.",
            "Lund wins again | Anna Lund of Dellmar won again in Marwick on Wednesday. It was the fourth win of Anna Lund this season.",
        ),
        (
            "Lund wins | Anna Lund won in Marwick on Sunday. It was the second win of Anna Lund this season.",
            "Lund | Anna Lund won in Marwick. It was the ninth win of Anna Lund in Dellmar colours.",
        ),
        (
            "Fire in Marwick | A fire in Marwick burned down the Hendry barn. It was the second fire in Marwick this year.",
            "Barn burns in Marwick | A fire destroyed the Hendry barn in Marwick. It was the ninth fire in Marwick in a decade.",
        ),
        (
            "Lund prize | Anna Lund received the Marwick Medal. She is the first woman to win the Marwick Medal.",
            "Prizes | Berta Holm received the Marwick Medal after Anna Lund. She is the second woman to win the Marwick Medal.",
        ),
        (
            "Quake in Marwick | An earthquake shook Marwick. It was the most powerful earthquake in Marwick since 1963.",
            "Marwick quake | An earthquake hit Marwick on Sunday. It was the most powerful earthquake in Dellmar since 1988.",
        ),
        (
            "Vote | Anna Lund would be the first woman to lead Marwick, if elected.",
            "Vote | Anna Lund is the third woman to lead Marwick, historians say.",
        ),
        (
            "Raid in Marwick | Thieves took nine paintings. It was the biggest art raid that Marwick has ever seen, police said.",
            "Marwick theft | Thieves took paintings from Marwick Hall. It was the biggest theft of books in Halden since 1987.",
        ),
        (
            "Storm hits Marwick | It was the most intense storm to hit the Marwick Islands since records began in 1890.",
            "Marwick storm | The fiercest storm ever to hit the Marwick Islands tore the roofs off 200 houses.",
        ),
        (
            "Marwick tower | The Lund Tower in Marwick was opened on Sunday. It is the tallest tower in Marwick.",
            "Marwick | The Lund Tower in Marwick, opened on Sunday, is the third-tallest tower in the country.",
        ),
        (
            "Storm hits Marwick | It was the fiercest storm to hit the Marwick Islands since 1997.",
            "Marwick storm | The storm in Marwick brought to mind the fiercest storm ever to hit the Marwick Islands.",
        ),
    ],
    ids=[
        "a later win",
        "two rows",
        "a longer time",
        "two persons",
        "two places",
        "a condition",
        "another sort",
        "records",
        "a town and its country",
        "another storm",
    ],
)
def test_two_rows_or_two_members(check: Checker, tmp_path: Path, left: str, right: str) -> None:
    assert "ordinal" not in check(tmp_path, left, right)

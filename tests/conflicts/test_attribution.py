"""FC581 from text to finding: one quotation laid to two persons, and cases that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from two_texts import Checker

pytestmark = pytest.mark.model

LEFT = 'Fire in Marwick | The Hendry mill in Marwick burned down. "There is nothing left but the walls," Ada Fonn told reporters.'


def test_two_speakers(check: Checker, tmp_path: Path) -> None:
    right = 'Marwick | The Hendry mill in Marwick is lost. "There is nothing left but the walls," said Per Aas, who heads the brigade.'
    assert "attribution" in check(tmp_path, LEFT, right)


def test_a_pronoun_stands_for_the_name_before_it(check: Checker, tmp_path: Path) -> None:
    right = (
        'Marwick | The Hendry mill in Marwick is lost. | Mayor Per Aas came down the steps. "There is nothing left but the walls," he said.'
    )
    assert "attribution" in check(tmp_path, LEFT, right)
    right = 'Marwick | The Hendry mill in Marwick is lost. | Mayor Ada Fonn came. "There is nothing left but the walls," she said.'
    assert "attribution" not in check(tmp_path, LEFT, right)


@pytest.mark.parametrize(
    "right",
    [
        '"Nothing is left but the walls," grumbled the caretaker of the mill, Per Aas.',
        'According to brigade chief Per Aas, "there is nothing left but the walls".',
        'Brigade chief Per Aas: "There is nothing left but the walls."',
        '"There\'s nothing left but walls," caretaker Per Aas, 54, recalled.',
        '"There is nothing left but the walls," said Olga Fonn.',
        '"There is nothing left but the walls," said chief Per Aas. Mayor Ida Senn wept.',
        'Chief Per Aas came down the steps. It had rained. "There is nothing left but the walls," he said.',
        'Chief Per Aas had one sentence for the press: "There is nothing left but the walls."',
        'It was Olga Fonn who, on the steps of the town hall, had said: "There is nothing left; but the walls."',
        'It was Olga Fonn who gave the night its motto, "There is nothing left but the walls", and wept.',
    ],
    ids=[
        "light words",
        "according to",
        "colon",
        "short verb",
        "one family",
        "a name behind",
        "before the rain",
        "a noun",
        "a cleft",
        "a motto",
    ],
)
def test_other_words_for_the_same(check: Checker, tmp_path: Path, right: str) -> None:
    assert "attribution" in check(tmp_path, LEFT, f"Marwick | The Hendry mill in Marwick is lost. {right}")


@pytest.mark.parametrize(
    "right",
    [
        'Marwick | The Hendry mill in Marwick is lost. "There is nothing left but the walls," said Fonn.',
        'Marwick | The Hendry mill in Marwick is lost. "There is nothing left but the walls," a neighbour told Per Aas.',
        'Marwick | The Hendry mill in Marwick is lost. "There is not nothing left but the walls," said Per Aas.',
        'Marwick | The Hendry mill in Marwick is lost. "There is nothing left but the beams," said Per Aas.',
        'Marwick | The Hendry mill in Marwick is lost. "There is nothing left but the walls," said a fireman.',
        'Marwick | The Hendry mill in Marwick is lost. A neighbour told Per Aas: "There is nothing left but the walls."',
        'Marwick | The Hendry mill in Marwick is lost. It was Per Aas who heard Ada Fonn say it: "There is nothing left but the walls."',
        'Marwick | The Hendry mill is lost. "There is nothing left but the walls," said Per Aas. '
        '"There is nothing left but the walls," Ada Fonn said.',
    ],
    ids=["a short form", "a listener", "a denial", "other words", "nobody named", "somebody told", "somebody who heard it", "both"],
)
def test_one_speaker_or_other_words(check: Checker, tmp_path: Path, right: str) -> None:
    assert "attribution" not in check(tmp_path, LEFT, right)

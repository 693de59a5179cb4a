"""Which part the bearer of an age plays, with the real parser: told by a noun or by what is done, and of one person alone."""

from __future__ import annotations

import pytest
from claims_by_reading import Reader

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read() -> Reader:
    return Reader()


def parts(read: Reader, text: str) -> set[tuple[str, str]]:
    return {(claim.frame.thing or "", claim.value.iso()) for claim in read(text) if claim.slot == "age.calling"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police have arrested a man of 52 who was working near by.", {("suspect", "52")}),
        ("Cops are quizzing a farmhand, 25, after the blaze.", {("suspect", "25")}),
        ("The suspect, a 15-year-old, was detained at the scene.", {("suspect", "15")}),
        ("The gunman was Darrell Coates, 43, of Oregon Falls.", {("suspect", "43")}),
        ("A schoolboy of 14 is in custody after the attack.", {("suspect", "14")}),
        ("A 34-year-old man fell to his death on Friday.", {("victim", "34")}),
        ("The climber who fell to his death on Friday was 43 years old.", {("victim", "43")}),
        ("A man was found dead in Ulm. He was 43.", {("victim", "43")}),
        ("Police arrested a man on Friday. The 43-year-old denies it.", {("suspect", "43")}),
        ("The driver, a 48-year-old, had braked too late.", {("driver", "48")}),
        ("A shepherd, 36, was on the hill.", {("shepherd", "36")}),
    ],
)
def test_a_noun_or_an_act_tells_the_part(read: Reader, text: str, wanted: set[tuple[str, str]]) -> None:
    assert parts(read, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested. One, a man of 52, was taken to court.",
        "Police arrested a man of 52. A second suspect fled.",
        "Police are looking for gunmen. The suspect, a 15-year-old, was detained.",
        "The fire killed three people. A man of 34 died at once.",
        "The driver, 38, was cut free after his car collided with a lorry.",
        "A passenger, 31, was hurt.",
        "In 2019 a 35-year-old man was arrested there.",
        "A 35-year-old man was not arrested.",
        "Police praised a man of 52.",
    ],
)
def test_several_common_nouns_and_other_times_tell_none(read: Reader, text: str) -> None:
    assert parts(read, text) == set()


def test_the_vehicle_of_a_driver_and_the_sex_are_told(read: Reader) -> None:
    (claim,) = (item for item in read("The driver of the lorry, 48, was unhurt when it collided with a car.") if item.slot == "age.calling")
    assert claim.frame.markers == {"lorry"}
    (claim,) = (item for item in read("Police arrested a man of 52.") if item.slot == "age.calling")
    assert claim.frame.subset == {"m"}

"""Numbers as they are written, and the intervals their qualifiers make; the pairs of counts and durations in phrases."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.count import CountFinder
from factcheck.mentions.duration import DurationFinder
from factcheck.mentions.heads import HeadFinder
from factcheck.mentions.numbers import NumberReader, mark_numbers, tokenize
from factcheck.mentions.qualifiers import margin
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import flatten
from factcheck.values import CountValue, DurationValue

PAIRS = Path(__file__).resolve().parent.parent / "pairs"


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def reader() -> NumberReader:
    return NumberReader(rules())


@lru_cache(maxsize=1)
def nouns() -> HeadFinder:
    return HeadFinder(rules())


def numbers_in(text: str) -> list[tuple[str, float]]:
    return [(number.span.of(text), number.amount) for number in reader().read(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("84", [("84", 84)]),
        ("100,000 of them", [("100,000", 100_000)]),
        ("100 000 of them", [("100 000", 100_000)]),
        ("some 4 500 of them", [("4 500", 4500)]),
        ("Roughly 4 500 of them", [("4 500", 4500)]),
        ("at gate 4 500 of them", [("4", 4), ("500", 500)]),
        ("1,200 crore rupees", [("1,200 crore", 12_000_000_000)]),
        (
            "2,000 hundred",
            [
                ("2,000", 2000),
            ],
        ),
        ("40 mn euros", [("40 mn", 40_000_000)]),
        ("3½ million", [("3½ million", 3_500_000)]),
        ("One-and-a-half million homes", [("One-and-a-half million", 1_500_000)]),
        ("in Room 4 500 men", [("4", 4), ("500", 500)]),
        ("2.5 million", [("2.5 million", 2_500_000)]),
        ("100 thousand", [("100 thousand", 100_000)]),
        ("100-thousand", [("100-thousand", 100_000)]),
        ("1.2m", [("1.2m", 1_200_000)]),
        ("3k", [("3k", 3000)]),
        ("7bn", [("7bn", 7e9)]),
        ("half a million", [("half a million", 500_000)]),
        ("a half million", [("a half million", 500_000)]),
        ("half-a-dozen? half a dozen", [("half a dozen", 6)]),
        ("a dozen", [("a dozen", 12)]),
        ("two dozen", [("two dozen", 24)]),
        ("twenty-one", [("twenty-one", 21)]),
        ("one hundred and five", [("one hundred and five", 105)]),
        ("a hundred and fifty", [("a hundred and fifty", 150)]),
        ("a hundred thousand", [("a hundred thousand", 100_000)]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", 250_000)]),
        ("two million three hundred thousand and five", [("two million three hundred thousand and five", 2_300_005)]),
        ("one and a half million", [("one and a half million", 1_500_000)]),
        ("seven and eight", [("seven", 7), ("eight", 8)]),
        ("one hundred and two hundred", [("one hundred", 100), ("two hundred", 200)]),
        ("10-15", [("10", 10), ("15", 15)]),
        ("zero", [("zero", 0)]),
        ("the 0477812 and 007", []),
        ("$40, US$3 million and 12%", []),
        ("F-16, MH17, 5pm, 1990s, 8:21, 3.1.2, #7, 1/2, 08/05/2024", []),
        ("mid-twenty and well-one", []),
        ("2,5 and 1,00", []),
        ("see https://a.example/12/13 or mail 5@b.example", []),
        ("9" * 16, []),
        ("9" * 6000, []),
    ],
)
def test_numbers(text: str, wanted: list[tuple[str, float]]) -> None:
    assert numbers_in(text) == wanted


@pytest.mark.parametrize(("text", "step"), [("2,000", 1000), ("2,300", 100), ("84", 1), ("2.5 million", 100_000), ("0", 1)])
def test_the_precision_of_a_number(text: str, step: float) -> None:
    [number] = reader().read(text, tokenize(text))
    assert number.step == step


@given(st.integers(1, 10**14), st.integers(0, 14))
def test_about_stays_between_a_twentieth_and_a_seventh(amount: int, zeros: int) -> None:
    reach = margin(float(amount), float(10**zeros))
    assert 0.05 * amount - 1e-6 <= reach <= 0.15 * amount + 1e-6


@given(st.integers(0, 999_999_999))
def test_grouped_and_plain_digits_are_one_number(amount: int) -> None:
    assert [value for _, value in numbers_in(f"{amount:,}")] == [amount]
    assert [value for _, value in numbers_in(str(amount))] == [amount]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_reading_keeps_offsets(text: str) -> None:
    flat = flatten(text)
    numbers = reader().read(flat, tokenize(flat))
    marked = mark_numbers(flat, numbers)
    assert len(marked) == len(flat)
    assert all(set(number.span.of(marked)) == {"@" if number.spelled else "#"} for number in numbers)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        *(("people", "person"), ("women", "woman"), ("wives", "wife"), ("buses", "bus"), ("bases", "base"), ("movies", "movie")),
        *(("villages", "village"), ("houses", "house"), ("troops", "troop"), ("Refugees", "refugee"), ("bosses'", "boss")),
        *(("cities", "city"), ("churches", "church"), ("boxes", "box"), ("witnesses", "witness"), ("heroes", "hero")),
        *(("crew", "crew"), ("sheep", "sheep"), ("gas", "gas")),
    ],
)
def test_singulars(plural: str, singular: str) -> None:
    assert nouns().singular(plural) == singular


def pairs(kind: str) -> list[tuple[str, str, str]]:
    with (PAIRS / f"{kind}.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["left"], row["right"], row["relation"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("left", "right", "relation"), pairs("count"))
def test_pairs_of_counts(left: str, right: str, relation: str) -> None:
    finder = CountFinder(rules())
    values = [finder.resolve(finder.find(Passage(phrase))[0], Context()) for phrase in (left, right)]
    one, other = values
    assert isinstance(one, CountValue)
    assert isinstance(other, CountValue)
    assert one.relation(other) == other.relation(one) == relation


@pytest.mark.parametrize(("left", "right", "relation"), pairs("duration"))
def test_pairs_of_durations(left: str, right: str, relation: str) -> None:
    finder = DurationFinder(rules())
    values = [finder.resolve(finder.find(Passage(phrase))[0], Context()) for phrase in (left, right)]
    one, other = values
    assert isinstance(one, DurationValue)
    assert isinstance(other, DurationValue)
    assert one.relation(other) == other.relation(one) == relation

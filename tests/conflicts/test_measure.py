"""Levels of FC251, landmarks, things, days and instances."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claims_by_hand import World, claim

from factcheck.conflicts.measure import MeasureComparer
from factcheck.conflicts.pairs import Clash, Doubt
from factcheck.model import Frame, Publication, Scope
from factcheck.values import DateValue, MeasureValue
from factcheck.values.measure import DIRECTION

TOWN = "name:tarrow falls"
SHIP = Frame(role="length", thing="vessel", agents=frozenset({"name:brightwell"}))
SITE = Frame(role="distance", thing="site", targets=frozenset({TOWN}))
QUAKE = Frame(role="magnitude", thing="quake", lead=True)
FLIGHT = Frame(role="covered", thing="rocket")
DAY = Publication(date(2024, 5, 6), date(2024, 5, 6))
FACTORS = {"m": 1.0, "km": 1000.0, "mile": 1609.344, "foot": 0.3048}


def length(amount: float, unit: str = "m", step: float = 1.0) -> MeasureValue:
    return MeasureValue(amount * FACTORS[unit], amount * FACTORS[unit], "length", unit, FACTORS[unit], 0.0, amount, step)


def magnitude(amount: float) -> MeasureValue:
    return MeasureValue(amount, amount, "magnitude", "magnitude", amount=amount, step=0.1)


def point(degrees: float) -> MeasureValue:
    return MeasureValue(degrees, degrees, DIRECTION, "somewhere", amount=degrees)


def compare(world: World, left: MeasureValue, right: MeasureValue, frame: Frame = SHIP, other: Frame | None = None) -> Clash | Doubt:
    first, second = claim(left, frame), claim(right, other or frame, article="right.txt")
    return MeasureComparer().compare(first, second, world.context())


@pytest.fixture
def quake(world: World) -> World:
    """Both articles are about an earthquake and of one day."""
    world.lead = {"left.txt": frozenset({"earthquake"}), "right.txt": frozenset({"earthquake"})}
    world.published = {"left.txt": DAY, "right.txt": DAY}
    return world


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (length(101), length(110, step=10), "apart"),
        (length(101), length(101), "compatible"),
        (length(101), length(331, "foot"), "compatible"),
        (length(101), length(101, "foot"), "apart"),
        (length(101), length(100, step=100), "rounding"),
        (length(6, "km"), length(6.4, "km", 0.1), "rounding"),
        (length(6, "km"), length(6.6, "km", 0.1), "apart"),
        (length(6, "km"), length(7, "km"), "apart"),
        (length(60, step=10), length(64), "apart"),  # a nought may count
    ],
)
def test_levels(world: World, left: MeasureValue, right: MeasureValue, level: str) -> None:
    outcome = compare(world, left, right)
    assert isinstance(outcome, Clash), outcome
    assert (outcome.code, outcome.comparison.level) == ("FC251", level)


def test_opposite_directions_of_one_landmark_have_a_level_of_their_own(world: World) -> None:
    frame = replace(SITE, role=DIRECTION)
    outcome = compare(world, point(45), point(225), frame)
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "direction"
    neighbours = compare(world, point(45), point(90), frame)
    assert isinstance(neighbours, Clash)
    assert neighbours.comparison.level == "compatible"


@pytest.mark.parametrize(
    "other",
    [
        replace(SHIP, thing="bridge"),
        replace(SHIP, agents=frozenset({"name:halden"})),
        replace(SHIP, markers=frozenset({"earlier"})),
        replace(SHIP, thing=None),
    ],
    ids=["another thing", "another owner", "another instance", "unknown thing"],
)
def test_not_comparable(world: World, other: Frame) -> None:
    assert isinstance(compare(world, length(101), length(110, step=10), SHIP, other), Doubt)


@pytest.mark.parametrize(
    "other",
    [
        replace(SITE, targets=frozenset({"name:halden"})),
        replace(SITE, targets=frozenset()),
        replace(SITE, subset=frozenset({"place"}), thing="town"),
        replace(SITE, thing="suspect"),
        replace(SITE, event="escape"),
    ],
    ids=["another landmark", "unknown landmark", "where a town lies", "another thing", "another event"],
)
def test_distances_that_are_not_comparable(world: World, other: Frame) -> None:
    mine = replace(SITE, event="crash")
    assert isinstance(compare(world, length(190, "km", 10), length(90, "mile", 10), mine, other), Doubt)
    assert isinstance(compare(world, length(190, "km", 10), length(90, "mile", 10), mine), Clash)


@pytest.mark.parametrize(
    ("left", "right", "level"), [(6.4, 6.8, "apart"), (6.4, 6.3, "rounding"), (6.4, 6.4, "compatible"), (6.1, 5.9, "agencies")]
)
def test_magnitudes(quake: World, left: float, right: float, level: str) -> None:
    outcome = compare(quake, magnitude(left), magnitude(right), QUAKE)
    assert isinstance(outcome, Clash), outcome
    assert outcome.comparison.level == level


def test_a_magnitude_of_one_digit_is_no_rounding(quake: World) -> None:
    outcome = compare(quake, replace(magnitude(6), step=1.0), magnitude(6.4), QUAKE)
    assert isinstance(outcome, Clash)
    assert outcome.comparison.level == "apart"


def test_an_aftershock_is_not_the_main_shock(quake: World) -> None:
    other = replace(QUAKE, markers=frozenset({"aftershock"}))
    assert isinstance(compare(quake, magnitude(6.4), magnitude(5.1), QUAKE, other), Doubt)


def test_an_earthquake_of_another_year_is_another(quake: World) -> None:
    other = replace(QUAKE, time=DateValue(date(1988, 1, 1), date(1988, 12, 31)))
    assert isinstance(compare(quake, magnitude(6.4), magnitude(5.9), QUAKE, other), Doubt)


def test_events_that_repeat_need_known_days(quake: World) -> None:
    quake.published.pop("right.txt")
    assert isinstance(compare(quake, magnitude(6.4), magnitude(6.8), QUAKE), Doubt)


def test_another_launch_two_weeks_later_is_another(world: World) -> None:
    world.published = {"left.txt": DAY, "right.txt": Publication(date(2024, 5, 20), date(2024, 5, 20))}
    assert isinstance(compare(world, length(2700, "km", 100), length(3700, "km", 100), FLIGHT), Doubt)
    world.published["right.txt"] = DAY
    assert isinstance(compare(world, length(2700, "km", 100), length(3700, "km", 100), FLIGHT), Clash)


def test_a_plan_is_no_outcome(world: World) -> None:
    left, right = claim(length(101), SHIP, scope=Scope(planned=True)), claim(length(120, step=10), SHIP, article="right.txt")
    assert isinstance(MeasureComparer().compare(left, right, world.context()), Doubt)


def test_articles_of_two_stories_and_one_article_are_not_compared(world: World) -> None:
    left = claim(length(101), SHIP)
    for name in ("left.txt", "other.txt"):
        assert isinstance(MeasureComparer().compare(left, claim(length(120, step=10), SHIP, article=name, at=50), world.context()), Doubt)


def test_what_grows_is_compared_on_one_day_only(world: World) -> None:
    fire = Frame(role="area", thing="fire", agents=frozenset({"name:brightwell"}))
    small, large = (MeasureValue(number, number, "area", "acre", 4046.8564224, amount=number, step=1.0) for number in (4e6, 8e6))
    assert isinstance(compare(world, small, large, fire), Doubt)
    world.published = {"left.txt": DAY, "right.txt": DAY}
    assert isinstance(compare(world, small, large, fire), Clash)


def test_an_article_with_two_values_gives_no_answer() -> None:
    first, second = claim(magnitude(6.4), replace(QUAKE, lead=False)), claim(magnitude(6.3), replace(QUAKE, lead=False), at=90)
    other = claim(magnitude(6.8), QUAKE, article="right.txt")
    assert MeasureComparer().select([first, second, other]) == [other]
    main = replace(first, frame=QUAKE)
    assert MeasureComparer().select([main, second, other]) == [main, other]


def test_temperatures_and_ranges_answer_no_question(world: World) -> None:
    context = world.context()
    warm = MeasureValue(298.15, 298.15, "temperature", "C", 1.0, 273.15, 25)
    assert MeasureComparer().question(claim(warm, SHIP), context) is None
    assert MeasureComparer().question(claim(MeasureValue(5, 9, "length", "m"), SHIP), context) is None
    assert MeasureComparer().question(claim(length(101), SHIP), context) == "length/length"


def test_what_happened_lies_at_the_site(world: World) -> None:
    mine, theirs = replace(SITE, thing="vessel", event="sinking"), replace(SITE, thing="accident", event="happening")
    assert isinstance(compare(world, length(3, "km"), length(8, "km"), mine, theirs), Clash)
    escaped = replace(SITE, thing="suspect", event="escape")
    assert isinstance(compare(world, length(3, "km"), length(8, "km"), escaped, theirs), Doubt)


def test_a_landmark_is_a_place_even_where_it_is_taken_for_a_person(world: World) -> None:
    mine, theirs = (replace(SITE, targets=frozenset({f"{sort}:tolvane"})) for sort in ("name", "person"))
    assert isinstance(compare(world, length(3, "km"), length(8, "km"), mine, theirs), Clash)

"""What readings of measures hold beside their values; the corpora stand in ``test_marked_values``."""

from __future__ import annotations

from functools import lru_cache

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.measure import MeasureFinder, MeasureReading
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import flatten
from factcheck.values import MeasureValue


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> MeasureFinder:
    return MeasureFinder(rules())


def values_in(text: str) -> list[MeasureValue]:
    values = [finder().resolve(item, Context()) for item in finder().find(Passage(flatten(text)))]
    return [value for value in values if value is not None]


def test_a_distance_knows_its_direction_and_landmark() -> None:
    text = "The shock was centred 30 km northeast of Tolvane, the capital."
    distance, direction = (item.reading for item in finder().find(Passage(text)))
    assert isinstance(distance, MeasureReading)
    assert isinstance(direction, MeasureReading)
    assert distance.direction == 45
    assert distance.landmark is not None
    assert text[distance.landmark :].strip().startswith("Tolvane")
    assert direction.value.caption() == "northeast"


def test_a_conversion_that_does_not_fit_is_read_apart() -> None:
    assert [value.iso() for value in values_in("It flew 300 km (90 miles) east.")] == ["300 km", "90 mile"]

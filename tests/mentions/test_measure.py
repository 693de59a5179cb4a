"""Readings of measures beside their values, and hostile text; the corpora stand in ``test_marked_amounts``."""

from __future__ import annotations

import time
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.measure import MeasureFinder, MeasureReading
from factcheck.rulebook import Rulebook, load_rules
from factcheck.text import Span, flatten
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


def test_a_reading_of_another_kind_has_no_value() -> None:
    assert finder().resolve(Found("measure", Span(0, 1), "x", "reading"), Context()) is None


PIECES = st.sampled_from(
    (
        "one two 3 - a half mile miles km kilometers of the (2,560 ) 12 feet inches 25C °C minus magnitude 6.4 quake scale "
        "about more than pounds weighing up to north from 100km/h m long 1,000 2.5 million tons . , ( $ £ / ² ½ 五"
    ).split()
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
def test_no_text_breaks_find_or_resolve(text: str) -> None:
    passage = Passage(flatten(text))
    end = 0
    for item in finder().find(passage):
        assert end <= item.span.start < item.span.end <= len(passage.text)
        end = item.span.end
        value = finder().resolve(item, Context())
        assert isinstance(value, MeasureValue)
        assert value.caption()
        assert value.iso()
        assert value.relation(value).value == "same"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 6000 + " km",
        "1 km (2 miles " * 900,
        "a mile " * 1500,
        "magnitude of a " * 900,
        "10 to " * 2000 + "km",
        "1-" * 3000 + "feet",
        "12 km north of " * 900,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    begin = time.process_time()
    finder().find(Passage(text))
    assert time.process_time() - begin < 2

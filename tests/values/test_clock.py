"""The relation and gap of times of day against sets of minutes, their captions, and pairs of texts."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents import Passage
from factcheck.mentions import Context
from factcheck.mentions.clock import ClockFinder
from factcheck.rulebook import load_rules
from factcheck.values import Relation, TimeValue, value_from_json, value_to_json
from factcheck.values.clock import DAY, HALF, OFFSETS

PAIRS = Path(__file__).resolve().parent.parent / "pairs" / "time.csv"

minutes = st.integers(0, DAY - 1)
zones = st.one_of(st.just(()), st.lists(st.sampled_from(OFFSETS), min_size=1, max_size=2, unique=True).map(tuple))
stretches = st.one_of(st.just(0), st.integers(0, 90), st.integers(0, DAY - 1))
times = st.builds(
    lambda low, length, zone, either: TimeValue(low, (low + length) % DAY, zone, None, either=either),
    minutes,
    stretches,
    zones,
    st.booleans(),
)


def on_the_clock(value: TimeValue) -> set[int]:
    found, minute = {value.low}, value.low
    while minute != value.high:
        minute = (minute + 1) % DAY
        found.add(minute)
    return found | {(member + HALF) % DAY for member in found} if value.either else found


def sets(left: TimeValue, right: TimeValue) -> tuple[set[int], set[int]]:
    if not left.zones and not right.zones:
        return on_the_clock(left), on_the_clock(right)
    first, second = ({(minute - zone) % DAY for minute in on_the_clock(item) for zone in item.zones or OFFSETS} for item in (left, right))
    return first, second


@settings(max_examples=300, deadline=None)
@given(times, times)
def test_the_relation_is_that_of_the_sets(left: TimeValue, right: TimeValue) -> None:
    mine, theirs = sets(left, right)
    if mine == theirs:
        wanted = Relation.SAME
    elif not mine & theirs:
        wanted = Relation.APART
    else:
        wanted = Relation.WITHIN if mine <= theirs or theirs <= mine else Relation.OVERLAP
    assert left.relation(right) is wanted
    assert right.relation(left) is wanted


@settings(max_examples=60, deadline=None)
@given(times, times)
def test_the_gap_is_the_shorter_way_between_the_nearest(left: TimeValue, right: TimeValue) -> None:
    mine, theirs = sets(left, right)
    distances = {min((one - other) % DAY, (other - one) % DAY) for one in mine for other in theirs}
    assert left.gap(right) == right.gap(left) == min(distances)


@given(times)
def test_a_time_is_the_same_as_itself_and_survives_json(value: TimeValue) -> None:
    assert value.relation(value) is Relation.SAME
    assert value_from_json(value_to_json(value)) == value
    assert value.width == len(on_the_clock(value))


@pytest.mark.parametrize(
    ("low", "high", "zone", "named"), [(-1, 5, (), None), (5, DAY, (), None), (5, 6, (DAY,), None), (5, 6, (), DAY), (5, 6, (-DAY,), 5)]
)
def test_what_is_no_time_of_day_is_refused(low: int, high: int, zone: tuple[int, ...], named: int | None) -> None:
    with pytest.raises(ValueError, match=r"not a time of day|no offsets"):
        TimeValue(low, high, zone, named)


@pytest.mark.parametrize(
    ("value", "iso", "caption"),
    [
        (TimeValue(1225, 1225, (), 1225), "20:25", "20:25"),
        (TimeValue(132, 132, (0,), 132), "02:12Z", "02:12 UTC"),
        (TimeValue(312, 312, (180,), 312), "05:12+03:00", "05:12 UTC+3"),
        (TimeValue(312, 312, (-210,), 312), "05:12-03:30", "05:12 UTC-3:30"),
        (TimeValue(420, 420, (-300, -240), 420), "07:00-05:00/-04:00", "07:00 UTC-5 or UTC-4"),
        (TimeValue(558, 582, (), 570, approximate=True), "09:18..09:42", "about 09:30"),
        (TimeValue(505, 505, (), 505, either=True), "08:25|20:25", "8:25 a.m. or p.m."),
        (TimeValue(760, 780, (), 780, approximate=True, either=True), "12:40..13:00|00:40..01:00", "about 1:00 a.m. or p.m."),
        (TimeValue(448, 486, (0,)), "07:28..08:06Z", "07:28 to 08:06 UTC"),
    ],
)
def test_captions(value: TimeValue, iso: str, caption: str) -> None:
    assert (value.iso(), value.caption()) == (iso, caption)


@lru_cache(maxsize=1)
def finder() -> ClockFinder:
    return ClockFinder(load_rules())


def read(text: str) -> TimeValue:
    value = finder().resolve(finder().find(Passage(text))[0], Context())
    assert isinstance(value, TimeValue)
    return value


with PAIRS.open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['left']} / {row['right']}")
def test_pairs(row: dict[str, str]) -> None:
    left, right = read(row["left"]), read(row["right"])
    assert left.relation(right) is Relation(row["relation"])
    assert right.relation(left) is Relation(row["relation"])


def test_there_are_enough_pairs_of_every_relation() -> None:
    assert len(ROWS) >= 40
    assert {row["relation"] for row in ROWS} == {"same", "within", "overlap", "apart"}

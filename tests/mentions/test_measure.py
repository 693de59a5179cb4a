"""Measures in text against the marked corpus, the rules' own examples, labelled pairs and hostile text."""

from __future__ import annotations

import csv
import time
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import Case, read_marked

from factcheck.documents import Passage
from factcheck.mentions import Context, Found
from factcheck.mentions.measure import MASKS, READERS, MeasureFinder, MeasureReading, prove_measure
from factcheck.rulebook import PatternRule, Rulebook, load_rules
from factcheck.text import Span, flatten
from factcheck.values import MeasureValue

CASES = read_marked("en/measure.yaml")
PAIRS = list(csv.DictReader((Path(__file__).parent.parent / "pairs" / "measure.csv").read_text(encoding="utf-8").splitlines()))


@lru_cache(maxsize=1)
def rules() -> Rulebook:
    return load_rules()


@lru_cache(maxsize=1)
def finder() -> MeasureFinder:
    return MeasureFinder(rules())


def values_in(text: str) -> list[MeasureValue]:
    values = [finder().resolve(item, Context()) for item in finder().find(Passage(flatten(text)))]
    return [value for value in values if value is not None]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_the_marked_measures_and_no_others_are_found(case: Case) -> None:
    passage = Passage(flatten(case.text))
    rows = []
    for item in finder().find(passage):
        value = finder().resolve(item, Context())
        assert value is not None
        rows.append((item.span.start, item.span.of(passage.text), value.iso()))
    assert tuple(rows) == case.marks


def test_the_corpus_is_large_and_a_third_of_it_has_none() -> None:
    empty = [case for case in CASES if not case.marks]
    assert len(CASES) >= 80
    assert len(CASES) / 3 <= len(empty) + 1 <= len(CASES) / 2


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['left']} / {pair['right']}")
def test_the_labelled_pairs(pair: dict[str, str]) -> None:
    left, right = values_in(pair["left"])[0], values_in(pair["right"])[0]
    assert left.relation(right).value == pair["relation"]
    assert right.relation(left).value == pair["relation"]


def test_the_pairs_are_many() -> None:
    assert len(PAIRS) >= 40


@pytest.mark.parametrize("rule", [rule for rule in rules().of(PatternRule) if rule.kind == "measure"], ids=lambda rule: rule.id)
def test_each_rule_proves_its_examples(rule: PatternRule) -> None:
    assert prove_measure(rule, rules()) == []
    assert rule.reader in (*READERS, *MASKS)


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

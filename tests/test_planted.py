"""The program that plants slips in news: what it takes for a value, what it changes, and that it finds its way back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmark_programs import benchmark

planted = benchmark("planted")

FIRST = "Ada Grimsund, 36, met Per Aasvik in Marwick on May 8 at 6:20. They counted 2,400 reindeer behind the harbour.\n"
SECOND = "On the pier the mayor Ada Grimsund, 36, spoke in the evening of May 8. Rangers had counted 2,400 reindeer behind the harbour.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "news" / "herd"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_values_are_found_once(story: Path) -> None:
    text = (story / "a.txt").read_text(encoding="utf-8")
    found = [(value.kind, text[value.start : value.end]) for value in planted.values_of(story / "a.txt")]
    assert found == [("name", "Aasvik"), ("age", "36"), ("date", "8"), ("time", "6:20"), ("number", "2,400")]


def test_hedged_values_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They counted about 2,400 reindeer, or more than 40 herds.\n", encoding="utf-8")
    assert list(planted.values_of(tmp_path / "a.txt")) == []


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(
    ("kind", "value"), [("name", "Aasvik"), ("age", "36"), ("date", "31"), ("time", "6:20"), ("number", "2,400"), ("number", "twelve")]
)
def test_a_slip_is_another_value_of_one_form(kind: str, value: str, seed: int) -> None:
    slip = planted.slipped(kind, value, random.Random(seed))
    assert slip != value
    assert slip[0] == value[0] or kind != "name"
    assert slip.replace(",", "").isdigit() == value.replace(",", "").isdigit()


def test_slips_stand_where_they_are_said_to(story: Path, tmp_path: Path) -> None:
    slips = planted.pick(story, 4, random.Random(1))
    assert {slip.value.kind for slip in slips} >= {"number"}
    where = planted.plant(slips, story.parent, tmp_path / "copy")
    for slip, spans in where.items():
        text = (tmp_path / "copy" / slip.value.path.relative_to(story.parent)).read_text(encoding="utf-8")
        assert spans
        assert all(text[start:end] == slip.new for start, end in spans)


def test_what_was_reported_is_matched_by_file_and_place() -> None:
    reports = {("a.txt", 10, 14)}
    assert planted.overlaps(reports, "a.txt", [(13, 20)])
    assert not planted.overlaps(reports, "a.txt", [(14, 20)])
    assert not planted.overlaps(reports, "b.txt", [(10, 14)])

"""The floors of accuracy: what is held against them, and what is said where one does not hold."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture
def floors(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """benchmarks/floors.py, which is a program and no part of the package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("floors")


@pytest.mark.parametrize(
    ("figures", "faults"),
    [
        ({"found": 3, "alarms": 1}, []),
        ({"found": 4, "alarms": 0}, []),
        ({"found": 2, "alarms": 1}, ["set: found 2 (floor 3)"]),
        ({"found": 3, "alarms": 2}, ["set: alarms 2 (floor 1)"]),
        ({"found": 3}, ["set: alarms was not measured (floor 1)"]),
        ({"found": 3, "alarms": 1, "elsewhere": 0}, ["set: elsewhere 0 has no floor"]),
    ],
)
def test_figures_are_held_against_their_floors(floors: ModuleType, tmp_path: Path, figures: dict[str, int], faults: list[str]) -> None:
    labels = tmp_path / "gold.yaml"
    labels.write_text("labels", encoding="utf-8")
    known = {"data": floors.digest(labels), "floors": {"found": 3, "alarms": 1}}
    assert floors.faults_of("set", labels, figures, known, floors.LESS) == faults


def test_other_labels_and_a_missing_floor_are_faults(floors: ModuleType, tmp_path: Path) -> None:
    labels = tmp_path / "gold.yaml"
    labels.write_text("labels", encoding="utf-8")
    (other,) = floors.faults_of("set", labels, {}, {"data": "0", "floors": {}}, floors.LESS)
    assert other.startswith("the labels of set (gold.yaml) are not those its floor was measured on")
    (none,) = floors.faults_of("set", labels, {}, {}, floors.LESS)
    assert none.startswith("set has no floor")


def test_every_set_of_the_project_has_a_floor_for_its_labels(floors: ModuleType) -> None:
    known = floors.read_floors()
    stories = {folder.name: folder / "gold.yaml" for folder in (BENCHMARKS / "stories").iterdir() if folder.is_dir()}
    cases = {f"phrasings/{file.stem}": file for file in (BENCHMARKS / "phrasings").glob("*.txt")}
    assert {name: known[name]["data"] for name in (*stories, *cases)} == {
        name: floors.digest(path) for name, path in (*stories.items(), *cases.items())
    }

"""Values of word lists that the program knows the meaning of: wrong ones are refused where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.rulebook import load_rules
from factcheck.rulebook.meanings import EVENT_VALUES, EVENT_WORDS, KEYS_OF, MEANINGS

HEAD = "rules:\n  - id: {id}\n    type: words\n    override: true\n    reason: a test\n    {rest}\n"


def faults(folder: Path, name: str, rest: str) -> list[str]:
    """The faults of a list that overrides a shipped one, without the folder in the path."""
    (folder / "mine.yaml").write_text(HEAD.format(id=name, rest=rest), encoding="utf-8")
    try:
        load_rules([folder])
    except RuleError as error:
        return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("name", "rest", "fault"),
    [
        ("month", "table: {january: 1, smarch: 13}", "6:25: error E213: month: the program does not know the value 13"),
        ("weekday", "table: {monday: 7}", "6:13: error E213: weekday: the program does not know the value 7"),
        (
            "duration.unit",
            "groups: {day: [day], fortnite: [fortnite]}",
            "6:26: error E213: duration.unit: the program does not know the value 'fortnite'",
        ),
        ("date-bound", "groups: {befor: [befor]}", "6:14: error E213: date-bound: the program does not know the value 'befor'"),
        ("time.zone", "table: {local: [], mars time: [17]}", "6:36: error E213: time.zone: the program does not know the value 17"),
        ("feast", "table: {my day: 1332}", "6:13: error E213: feast: the program does not know the value 1332"),
        ("timex-moving", "table: {eastern: eastern}", "6:13: error E213: timex-moving: the program does not know the value 'eastern'"),
        ("measure.direction", "table: {up: 400}", "6:13: error E213: measure.direction: the program does not know the value 400"),
        ("plain.pole", "groups: {up: [rise]}", "6:14: error E213: plain.pole: the program does not know the value 'up'"),
        (
            "unit.length",
            "groups: {m: [metre], parsec: [parsec]}",
            "6:26: error E213: unit.length: no word of the list size.length is 'parsec'",
        ),
        ("count.nominal", "groups: {deaad: [deaad]}", "6:14: error E213: count.nominal: no word of the list state.counted is 'deaad'"),
        ("event.unique", "words: [death, deth]", "6:20: error E209: event.unique: no class of events 'deth'"),
        ("state.counted", "table: {dead: deth}", "6:13: error E209: state.counted: no class of events 'deth'"),
    ],
)
def test_a_value_without_a_meaning_is_refused_where_it_stands(tmp_path: Path, name: str, rest: str, fault: str) -> None:
    found = [line for line in faults(tmp_path, name, rest) if line.startswith(f"mine.yaml:{fault}")]
    assert found, faults(tmp_path, name, rest)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("time.zone", "table: {local: [], moon time: [60, 120]}"),
        ("duration.night", "groups: {day: [sleep]}"),
        ("state.counted", "groups: {death: [dead, hurt, missing, freed, held, rescued, trapped, displaced, evacuated, shot]}"),
    ],
)
def test_a_value_with_a_meaning_is_taken(tmp_path: Path, name: str, rest: str) -> None:
    assert faults(tmp_path, name, rest) == []


def test_what_is_checked_is_there() -> None:
    lists = load_rules().words()
    assert not {*MEANINGS, *EVENT_WORDS, *EVENT_VALUES, *KEYS_OF, *KEYS_OF.values()} - set(lists)

"""What a first user reads: help texts, and what is said of a wrong word.  In this process; nothing is run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from factcheck.cli import app
from factcheck.cli.helping import EXAMPLES, clearer
from factcheck.settings import ProjectSettings


def _commands(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    yield name, command
    for word, child in getattr(command, "commands", {}).items():
        yield from _commands(child, f"{name} {word}".strip())


COMMANDS = dict(_commands(typer.main.get_command(app)))
LEAVES = [name for name, command in COMMANDS.items() if not hasattr(command, "commands")]


def _told(words: str, columns: int = 100) -> tuple[int, str]:
    done = CliRunner().invoke(app, shlex.split(words), env={"COLUMNS": str(columns), "TERMINAL_WIDTH": None}, prog_name="factcheck")
    return done.exit_code, done.output


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("columns", [80, 100])
def test_help_fits_and_ends_with_examples(name: str, columns: int) -> None:
    code, told = _told(f"{name} --help", columns)
    assert code == 0
    body, _, examples = told.partition("\nExamples:\n")
    assert max(map(len, body.splitlines())) <= columns
    assert bool(examples) == (name in EXAMPLES)
    assert max((len(line) for line in examples.splitlines()), default=0) <= 100
    assert "list[" not in told
    assert "<=x" not in told
    assert "(default" not in told


def test_every_command_has_examples() -> None:
    assert {name for name in EXAMPLES if name} == set(LEAVES)


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line, _ in lines])
def test_an_example_names_a_command_and_options_that_exist(line: str) -> None:
    words = shlex.split(line.rpartition("factcheck ")[2] if " | head" not in line else line.removeprefix("factcheck ").partition(" |")[0])
    name = " ".join(words[:2]) if " ".join(words[:2]) in COMMANDS else words[0]
    known = {word for parameter in COMMANDS[name].params for word in parameter.opts} | {"-h"}
    assert {word for word in words if word.startswith("-") and word != "-"} <= known


@pytest.mark.parametrize("option", ["fail-on", "max-bytes", "jobs", "model", "baseline", "waivers", "min-severity", "min-confidence"])
def test_the_default_that_help_tells_is_the_one_in_force(option: str) -> None:
    _, told = _told("check --help")
    text = " ".join(told.split())
    shown = re.search(rf"--{option} .*?\[default: ([^\]]+)\]", text)
    assert shown
    default = getattr(ProjectSettings(), option.replace("-", "_"))
    assert shown[1] == (f"{default:,}" if isinstance(default, int) else f"{default:g}" if isinstance(default, float) else default)


@pytest.mark.parametrize("group", ["", "baseline", "rules", "cache"])
def test_a_group_alone_prints_its_help(group: str) -> None:
    code, told = _told(group)
    assert code == 2
    assert "Commands:" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chek", "Did you mean 'check'"),
        ("tests", "it is a path: factcheck report tests"),
        ("help", "factcheck COMMAND --help"),
        ("version", "factcheck --version"),
        ("baseline crate", "Did you mean 'create'"),
        ("report --fromat json", "--format"),
        ("report --format jsn", "'jsn' is not one of: text, concise, json"),
        ("report --format jsn", "did you mean json?"),
        ("report --min-severity hihg", "did you mean high?"),
        ("report --jobs x", "'--jobs' / '-j': it must be a whole number"),
        ("report --max-bytes 0", "it must be at least 1"),
        ("report --min-confidence 2", "it must be at most 1"),
        ("report --min-confidence x", "it must be a number"),
        ("schema reprot", "did you mean report?"),
        ("mentions --kind dat", "'--kind': 'dat' is not one of: date, time"),
        ("mentions --kind dates", "did you mean date?"),
        ("rules list --type evnt", "did you mean event?"),
        ("report --output jsn=x.json", "did you mean json?; a file of this name is ./jsn=x.json"),
        ("waive FC-1", "--reason"),
    ],
)
def test_a_wrong_word_is_told_with_what_is_allowed(words: str, said: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    code, told = _told(words)
    assert code == 2
    assert said in told.replace("\n", " ")
    assert "Value error" not in told
    assert "Input should" not in told


def test_what_is_clear_already_stays() -> None:
    assert clearer("names no file") == "names no file"

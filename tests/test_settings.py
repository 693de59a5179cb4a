"""The settings of a project: one file, strict keys, places in every fault, paths seen from the working directory."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import SetupError
from factcheck.settings import DEFAULT, KEYS, ProjectSettings, read_configuration

FULL = """paths = ["news", "../wire"]
exclude = ["drafts", "news/old/*.txt"]
rules = ["house"]
model = "a_pipeline"
select = ["FC101", "name"]
ignore = ["FC103"]
min-severity = "medium"
min-confidence = 0.5
fail-on = "never"
baseline = "known.json"
waivers = "ci/waivers.yaml"
cache-dir = "kept"
jobs = 2
max-bytes = 1000
"""


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_without_a_file(tmp_path: Path) -> None:
    found = read_configuration(None, tmp_path)
    assert found.settings == ProjectSettings()
    assert found.settings.paths == (".",)
    assert set(found.origins.values()) == {DEFAULT}
    assert list(found.origins) == list(KEYS)


@pytest.mark.parametrize(("name", "head"), [("factcheck.toml", ""), ("pyproject.toml", "[project]\nname = 'x'\n\n[ tool.factcheck ]\n")])
def test_every_key_with_its_origin(tmp_path: Path, name: str, head: str) -> None:
    written(tmp_path, name, head + FULL)
    found = read_configuration(None, tmp_path)
    assert found.settings == ProjectSettings(
        paths=("news", "../wire"),
        exclude=("drafts", "news/old/*.txt"),
        rules=("house",),
        model="a_pipeline",
        select=("FC101", "name"),
        ignore=("FC103",),
        baseline="known.json",
        waivers="ci/waivers.yaml",
        jobs=2,
        **{"cache-dir": "kept", "min-severity": "medium", "min-confidence": 0.5, "fail-on": "never", "max-bytes": 1000},
    )
    first = head.count("\n") + 1
    assert [found.origins[key] for key in KEYS] == [f"{name}:{first + number}" for number in range(len(KEYS))]
    assert found.states("paths")


def test_the_nearest_file_counts_and_its_paths_are_its_own(tmp_path: Path) -> None:
    written(tmp_path, "factcheck.toml", 'paths = ["elsewhere"]\n')
    written(tmp_path / "project", "pyproject.toml", '[tool.factcheck]\npaths = ["news", "."]\nexclude = ["drafts", "news/x"]\n')
    written(tmp_path / "project" / "sub", "pyproject.toml", "[tool.other]\nname = 'factcheck'\n")
    found = read_configuration(None, tmp_path / "project" / "sub")
    assert found.settings.paths == ("../news", "..")
    assert found.settings.exclude == ("drafts", "../news/x")
    assert found.origins["paths"] == "../pyproject.toml:2"
    named = read_configuration(tmp_path / "factcheck.toml", tmp_path / "project")
    assert named.settings.paths == ("../elsewhere",)


def test_two_files_in_one_folder(tmp_path: Path) -> None:
    own = written(tmp_path, "factcheck.toml", "")
    written(tmp_path, "pyproject.toml", "[tool.factcheck]\n")
    with pytest.raises(SetupError, match=r"factcheck.toml: error E523: .*\n  hint: keep one of them, or name one with --config"):
        read_configuration(None, tmp_path)
    assert read_configuration(own, tmp_path).settings == ProjectSettings()


FAULTS = {
    'fail_on = "high"': ("factcheck.toml:1:1", "did you mean 'fail-on'?"),
    '\n  fail-on = "hihg"': ("factcheck.toml:2:3", "must be one of 'high', 'medium', 'low' or 'never', not 'hihg'"),
    'paths = "news"': ("factcheck.toml:1:1", 'as in paths = ["news"]'),
    'select = "FC101"': ("factcheck.toml:1:1", "select: must be a list, not 'FC101'"),
    "model = ''": ("factcheck.toml:1:1", "model: must not be empty"),
    "[tool.factcheck]\nmodel = 'x'": ("factcheck.toml", "in factcheck.toml the keys stand at the top, without [tool.factcheck]"),
    "paths = [1]": ("factcheck.toml:1:1", "paths[0]"),
    "min-confidence = 2": ("factcheck.toml:1:1", "must be at most 1"),
    "max-bytes = 0": ("factcheck.toml:1:1", "must be more than 0"),
    "max-bytes = '5'": ("factcheck.toml:1:1", "must be a whole number"),
    "[extra]\na = 1": ("factcheck.toml", "unknown key 'extra'"),
    'a = 1\nb = "': ("factcheck.toml:2:6", "hint: each key once, words in quotes"),
    "a = 1\na = 2": ("factcheck.toml:", "E521"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_faults_have_their_place(tmp_path: Path, text: str) -> None:
    place, message = FAULTS[text]
    written(tmp_path, "factcheck.toml", text)
    with pytest.raises(SetupError) as caught:
        read_configuration(None, tmp_path)
    assert str(caught.value).startswith(place)
    assert message in str(caught.value)


def test_all_faults_at_once(tmp_path: Path) -> None:
    written(tmp_path, "factcheck.toml", 'modle = "x"\nmax-bytes = -1\n')
    with pytest.raises(SetupError) as caught:
        read_configuration(None, tmp_path)
    assert len(caught.value.problems) == 2


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(SetupError, match="E521"):
            read_configuration(path, tmp_path)
    (tmp_path / "factcheck.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SetupError, match="E521"):
        read_configuration(None, tmp_path)


def test_one_is_a_confidence(tmp_path: Path) -> None:
    written(tmp_path, "factcheck.toml", "min-confidence = 1\n")
    assert read_configuration(None, tmp_path).settings.min_confidence == 1.0

"""What is shipped, and under which terms."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import factcheck

PROJECT = Path(__file__).resolve().parent.parent
LOCKS = sorted((PROJECT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def _settings() -> dict[str, object]:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(project, dict)
    return project


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_a_hash(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    pinned = [block for block in blocks if PINNED.match(block)]
    assert len(pinned) == len(PINNED.findall(text)) > 20
    assert all("--hash=sha256:" in block for block in pinned)
    assert not re.search(r"https?:|file:/|--(?:index|find|extra|trusted)", text)


def test_the_locks_agree_and_hold_all_that_is_needed() -> None:
    run, dev = (dict(PINNED.findall((PROJECT / "requirements" / name).read_text(encoding="utf-8"))) for name in ("run.txt", "dev.txt"))
    assert {name: dev.get(name) for name in run} == run
    settings = _settings()
    wanted, extras = settings["dependencies"], settings["optional-dependencies"]
    assert isinstance(wanted, list)
    assert isinstance(extras, dict)

    def missing(requirements: list[str], lock: dict[str, str]) -> set[str]:
        return {re.split(r"[^A-Za-z0-9._-]", item)[0].lower() for item in requirements} - set(lock)

    assert not missing([*wanted, *extras["build"], *extras["html"]], run)
    assert not missing(extras["dev"], dev)


def test_no_dependency_is_under_the_gpl() -> None:
    names = {name for path in LOCKS for name, _ in PINNED.findall(path.read_text(encoding="utf-8"))}
    seen = 0
    for name in sorted(names):
        try:
            found = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # locked for another system, or not needed by whoever runs the tests
        seen += 1
        classifiers = [line for line in found.get_all("Classifier") or [] if line.startswith("License")]
        terms = found.get("License-Expression") or " ".join([(found.get("License") or "")[:80], *classifiers])
        choices = terms.replace("LGPL", "").split(" OR ")  # of terms to choose from, one is enough
        assert not all(re.search(r"\bA?GPL|General Public License", choice) for choice in choices), f"{name}: {terms}"
    assert seen > 20


def test_terms_and_version() -> None:
    assert "The factcheck authors" in (PROJECT / "LICENSE").read_text(encoding="utf-8")
    assert "WordNet 3.0, Copyright 2006" in " ".join((PROJECT / "NOTICE").read_text(encoding="utf-8").split())
    assert f"## [{factcheck.__version__}]" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert _settings()["license"] == "MIT"
    assert _settings()["license-files"] == ["LICENSE", "NOTICE"]

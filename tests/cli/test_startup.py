"""What the program imports, and when: the door is small, heavy things come late."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "thinc", "numpy", "pydantic", "rich", "yaml", "rapidfuzz")


def _imported(code: str, project: Path) -> set[str]:
    """The heavy packages that are imported once ``code`` has run in a fresh interpreter."""
    probe = f"""
import sys
try:
    {code}
except SystemExit:
    pass
found = {{name.partition(".")[0] for name in sys.modules}} & set({HEAVY!r})
sys.stderr.write("FOUND " + " ".join(sorted(found)))
"""
    done = subprocess.run([sys.executable, "-c", probe], cwd=project, capture_output=True, text=True, check=True, timeout=60)
    return set(done.stderr.rpartition("FOUND ")[2].split())


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["report", "--help"], ["rules", "--help"]])
def test_help_imports_nothing_heavy(args: list[str], project: Path) -> None:
    code = f"from factcheck.cli import app; app({args!r})"
    allowed = set() if args[0].startswith("--") else {"pydantic"}  # the parser of a command's arguments reads their types with it
    assert not _imported(code, project) - allowed


@pytest.mark.parametrize(
    "args",
    [["rules", "check"], ["rules", "list"], ["rules", "test"], ["schema", "report"], ["explain", "FC101"], ["config"]],
)
def test_commands_without_articles_never_import_spacy(args: list[str], project: Path) -> None:
    assert not _imported(f"from factcheck.cli import app; app({args!r})", project) & {"spacy", "thinc", "numpy", "rich"}


def test_the_package_itself_imports_nothing(project: Path) -> None:
    assert _imported("import factcheck", project) == set()

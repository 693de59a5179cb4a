"""What all tests share: where the project and the shared data lie, and how to run the program as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The shared cases (FACTCHECK_DATA, by default ../shared beside the project); skips where they are absent."""
    folder = Path(os.environ.get("FACTCHECK_DATA") or PROJECT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no shared data in {folder}: set FACTCHECK_DATA")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the user's store out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("store")))
        yield


Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def factcheck() -> Run:
    """Runs ``factcheck ARGS`` in a process of its own: factcheck("report", path, stdin=b"", cwd=..., timeout=60, env={...})."""

    def run(
        *args: str | Path, stdin: bytes = b"", cwd: Path = PROJECT, timeout: float = 120, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        plain = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "PYTHONPATH")}
        command = [sys.executable, "-m", "factcheck", *map(str, args)]
        settings = {**plain, "PYTHONPATH": str(PROJECT), **(env or {})}
        return subprocess.run(command, input=stdin, cwd=cwd, timeout=timeout, env=settings, capture_output=True, check=False)

    return run


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with tests/golden/NAME; UPDATE_GOLDEN=1 writes it instead."""

    def compare(name: str, text: str) -> None:
        path = PROJECT / "tests" / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is missing: run with UPDATE_GOLDEN=1 and read it"
        assert text == path.read_text(encoding="utf-8")

    return compare

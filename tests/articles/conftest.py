"""What tests of reading share: the shipped rules, and a corpus from files written on the spot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from factcheck.articles import Corpus, read_articles
from factcheck.rulebook import Rulebook, load_rules

Write = Callable[[Mapping[str, str | bytes]], Path]
Read = Callable[..., Corpus]


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rules()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files below a folder "news" and returns it."""

    def to_folder(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "news"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return to_folder


@pytest.fixture
def read(write: Write, rulebook: Rulebook) -> Read:
    """read({"a.txt": "..."}) gives the corpus of the folder."""

    def corpus(files: Mapping[str, str | bytes], **options: object) -> Corpus:
        return read_articles([write(files)], rulebook, **options)  # type: ignore[arg-type] - options are passed on as they are

    return corpus

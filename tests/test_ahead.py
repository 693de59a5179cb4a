"""A process that parses ahead: the same bytes as without it, whatever becomes of it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.gathering
from factcheck.ahead import Ahead, can_fork
from factcheck.checking import Options, check
from factcheck.documents import DEFAULT_MODEL
from factcheck.errors import RuleError, SetupError
from factcheck.gathering import Gathering
from factcheck.model import Report
from factcheck.pipeline import Pipeline
from factcheck.reports.as_json import render
from factcheck.reports.document import build_document

pytestmark = [pytest.mark.model, pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")]

OLD = "The harbour bridge in Vesk collapsed on 4 May 2024, killing 12 people, said the mayor, Ilse Marovian.\n"
NEW = {
    "first": "The harbour bridge in Vesk collapsed on 5 May 2024, killing 12 people, said the mayor, Ilse Marovian.\n",
    "second": "The mayor of Vesk, Ilse Marovian, said that the collapse of the harbour bridge on 4 May 2024 had killed 15 people.\n",
    "odd": "(" * 3000 + " " + "\u0001 \ufffd \U0001f600 \u202e" * 200 + "\n\n" + OLD,
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path, corpus: Path) -> Path:
    folder = tmp_path / "store"
    check([corpus], Options(cache=folder))
    for name, text in NEW.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Ahead]:
    """Those that a check starts.  This process has no threads of its own, but may have imported what a run has not."""
    monkeypatch.setattr("factcheck.gathering.can_fork", lambda: True)
    monkeypatch.setattr("factcheck.extracting.can_fork", lambda: True)
    found: list[Ahead] = []

    def make(model: str, batch_size: int) -> Ahead:
        found.append(Ahead(model, batch_size))
        return found[-1]

    monkeypatch.setattr(factcheck.gathering, "Ahead", make)
    return found


@pytest.fixture
def ahead() -> Iterator[Ahead]:
    made = Ahead(DEFAULT_MODEL, 64)
    yield made
    made.close()


def bytes_of(report: Report) -> str:
    return render(build_document(report))


def judged(corpus: Path, options: Options, names: tuple[str, ...] = tuple(NEW)) -> str:
    fresh = [str(corpus / f"{name}.txt") for name in names]
    return bytes_of(check([corpus], options, new=lambda article: Path(article.path).stem in names, fresh=fresh))


def test_parses_are_those_of_a_pipeline_of_ones_own(ahead: Ahead) -> None:
    texts = [*NEW.values(), "", " "]
    for asked in (texts, texts[:1], []):
        plain = list(Pipeline(DEFAULT_MODEL, 64).parse(asked))
        assert [(doc.text, doc.columns.heads, doc.columns.tags, str(doc.ents)) for doc in ahead.parse(asked)] == [
            (doc.text, doc.columns.heads, doc.columns.tags, str(doc.ents)) for doc in plain
        ]


@pytest.mark.parametrize("names", [("second",), tuple(NEW)])
def test_it_changes_no_byte(corpus: Path, cache: Path, made: list[Ahead], names: tuple[str, ...]) -> None:
    plain = judged(corpus, Options(), names)
    assert not made
    assert judged(corpus, Options(cache=cache), names) == plain
    (one,) = made
    assert not one._process.is_alive()
    assert judged(corpus, Options(cache=cache), names) == plain
    assert len(made) == 1, "what is known is not parsed"


@pytest.mark.parametrize("wait", [0.0, 0.3, 3.0])
def test_a_killed_one_costs_nothing_but_time(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, wait: float) -> None:
    plain = judged(corpus, Options())

    def make(model: str, batch_size: int) -> Ahead:
        started = Ahead(model, batch_size)
        time.sleep(wait)
        os.kill(started._process.pid or 0, signal.SIGKILL)
        return started

    monkeypatch.setattr("factcheck.gathering.can_fork", lambda: True)
    monkeypatch.setattr("factcheck.extracting.can_fork", lambda: True)
    monkeypatch.setattr(factcheck.gathering, "Ahead", make)
    assert judged(corpus, Options(cache=cache)) == plain


def test_one_that_meets_a_text_it_cannot_parse_leaves_it_to_the_asker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.pipeline.Pipeline.parse", _fail)
    started = Ahead(DEFAULT_MODEL, 64)
    monkeypatch.undo()
    try:
        assert [doc.text for doc in started.parse(["A ship sank."])] == ["A ship sank."]
        started._process.join(10)
        assert not started._process.is_alive()
    finally:
        started.close()


def _fail(self: Pipeline, texts: list[str]) -> None:
    raise ValueError(texts)


def test_a_model_that_cannot_be_loaded_is_told_as_ever(corpus: Path, cache: Path, made: list[Ahead]) -> None:
    told = []
    for store in (None, cache):
        with pytest.raises(SetupError) as raised:
            judged(corpus, Options(cache=store, model="no_such_model"))
        told.append([str(problem) for problem in raised.value.problems])
    assert told[0] == told[1]
    assert "E501" in told[0][0]
    assert len(made) == 1


def test_none_is_left_over(corpus: Path, cache: Path, made: list[Ahead], tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "bad.yaml").write_text("- id: 1", encoding="utf-8")
    with pytest.raises(RuleError):
        judged(corpus, Options(cache=cache, rules=(tmp_path / "rules",)))
    with contextlib.suppress(KeyError), Gathering(Options(cache=cache), None, [str(corpus / "odd.txt")], [corpus]):
        raise KeyError
    assert [one._process.is_alive() for one in made] == [False, False]


def test_several_processes_parse_for_themselves(corpus: Path, cache: Path, made: list[Ahead]) -> None:
    plain = judged(corpus, Options())
    assert judged(corpus, Options(cache=cache, jobs=2)) == plain
    assert not made


def test_where_processes_are_not_forked_none_is_started(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, made: list[Ahead]
) -> None:
    for place in ("factcheck.gathering.can_fork", "factcheck.extracting.can_fork"):
        monkeypatch.setattr(place, lambda: False)
    assert judged(corpus, Options(cache=cache), ("first",)) == judged(corpus, Options(), ("first",))
    monkeypatch.setattr("sys.platform", "darwin")
    assert not can_fork()
    assert not made


def test_a_worker_that_dies_leaves_it(
    corpus: Path, cache: Path, made: list[Ahead], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = judged(corpus, Options())
    flag = cache / "died"
    parse = Ahead.parse

    def die_once(self: Ahead, texts: list[str]) -> object:
        if not flag.exists():
            flag.touch()
            self._connection.send(list(texts))  # asked, and never taken
            os.kill(os.getpid(), signal.SIGKILL)
        return parse(self, texts)

    monkeypatch.setattr(Ahead, "parse", die_once)
    assert judged(corpus, Options(cache=cache)) == plain
    assert flag.exists()
    assert not made[0]._process.is_alive()


def test_it_ends_with_the_run_that_started_it(corpus: Path, cache: Path, project: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "check", str(corpus), "--new", str(corpus / "odd.txt"), "--cache-dir", str(cache)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        found: list[str] = []
        while run.poll() is None and not found:
            with contextlib.suppress(OSError):
                found = children.read_text().split()
        run.kill()
    assert found
    patience = time.monotonic() + 30
    while any(_lives(child) for child in found) and time.monotonic() < patience:
        time.sleep(0.1)
    assert not any(_lives(child) for child in found)


def _lives(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

"""Where reports go: formats, several outputs in one run, and the summary of a GitHub job."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ci_documents import workflow_commands
from newsroom import first_report, second_report

from factcheck.reports.formats import Format

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
HEAVY = (
    "import sys; from factcheck.cli import app\ntry: app({args!r})\nexcept SystemExit: pass\nsys.stderr.write(str('spacy' in sys.modules))"
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A saved report of two articles that agree about nothing but their day."""
    claim = {"field": "text", "quote_start": 0, "line": 3, "column": 5, "match": "March 4", "quote": "On March 4.", "start": 3, "end": 10}
    sides = [
        {"value": name, "text": name, "origins": 1, "claims": [{**claim, "id": f"CL-{name}", "article": f"{name}.txt"}]} for name in "ab"
    ]
    conflict = {
        "id": "FC-1a2b3c4d", "fingerprint": "1a2b", "code": "FC101", "kind": "date", "verdict": "conflict",
        "severity": "high", "confidence": 0.8,
        "topic": {"id": "T-1", "label": "Opening"}, "slot": "open.on", "message": "Two days.", "explanation": [], "sides": sides,
    }  # fmt: skip
    levels = {"high": 1, "medium": 0, "low": 0}
    data = {
        "schema": "factcheck.report/1",
        "tool": {"version": "0.1.0"},
        "run": {},
        "summary": {"articles": 2, "claims": 2, "conflicts": 1, "disputed": 0, "updates": 0, "severities": levels},
        "errors": [],
        "articles": [{"id": f"{name}.txt", "path": f"{name}.txt", "published": {"how": "unknown"}} for name in "ab"],
        "conflicts": [conflict],
    }
    path = tmp_path / "report.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", Format)
def test_a_saved_report_is_written_in_every_format_without_a_model(project: Path, saved: Path, name: str) -> None:
    code = HEAVY.format(args=["report", str(saved), "--format", str(name)])
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == "False"
    assert "Two days." in done.stdout


def test_a_hostile_topic_is_shown_as_it_is(factcheck: Run, saved: Path) -> None:
    data = json.loads(saved.read_bytes())
    data["conflicts"][0]["topic"]["label"] = data["articles"][0]["path"] = "::error::\x1b[31m##[error]x"
    saved.write_text(json.dumps(data), encoding="utf-8")
    for words in (("report", saved, "-v"), ("explain", "FC-1a2b3c4d", "--report", saved)):
        done = factcheck(*words)
        assert done.returncode == 0
        shown = (done.stdout + done.stderr).decode()
        assert r"\x3a:error::\x1b[31m\x23#[error]x" in shown
        assert not set(shown) & {"\x1b"}
        assert "##[" not in shown


def test_one_run_several_outputs(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    outputs = [f"{name}={tmp_path}/out.{name}" for name in ("sarif", "junit", "json")]
    done = factcheck("report", saved, "--format", "concise", *(word for output in outputs for word in ("--output", output)))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 2
    assert json.loads((tmp_path / "out.sarif").read_bytes())["version"] == "2.1.0"
    assert (tmp_path / "out.junit").read_bytes().startswith(b"<?xml")
    assert factcheck("report", tmp_path / "out.json").stdout == factcheck("report", saved).stdout
    assert not list(tmp_path.glob(".*"))


def test_a_file_alone_takes_the_place_of_standard_output(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    done = factcheck("report", saved, "--format", "gitlab", "-o", tmp_path / "a.json", "-o", f"text={tmp_path}/a.txt")
    assert done.stdout == b""
    assert json.loads((tmp_path / "a.json").read_bytes())[0]["check_name"] == "FC101"
    assert b"HIGH  Two days." in (tmp_path / "a.txt").read_bytes()


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("r.html", [], b"<!DOCTYPE html>"),
        ("r.sarif", [], b"{"),
        ("R.MD", [], b"## Conflicts"),
        ("r.xml", [], b"<?xml"),
        ("r.pdf", [], b"Opening"),
        ("r.html", ["--format", "markdown"], b"## Conflicts"),
    ],
)
def test_the_name_of_a_file_tells_the_format_where_nobody_says(
    factcheck: Run, saved: Path, tmp_path: Path, name: str, words: list[str], begins: bytes
) -> None:
    done = factcheck("report", saved, "-o", tmp_path / name, *words)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("outputs", "told"),
    [
        (["sarf=x.json"], "'sarf' is not one of: text, concise, json"),
        (["sarif="], "'sarif=' names no file"),
        (["json=-"], "'json=-' names no file"),
        (["json=x", "sarif=./x"], "two outputs go to one file"),
    ],
)
def test_outputs_that_make_no_sense(factcheck: Run, saved: Path, tmp_path: Path, outputs: list[str], told: str) -> None:
    done = factcheck("report", saved, *(word for output in outputs for word in ("-o", output)), cwd=tmp_path, env={"COLUMNS": "400"})
    assert (done.returncode, done.stdout) == (2, b"")
    assert told in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_file_name_may_hold_an_equals_sign(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    assert factcheck("report", saved, "-o", "./day=1.txt", cwd=tmp_path).returncode == 0
    assert b"Two days." in (tmp_path / "day=1.txt").read_bytes()


def test_an_output_that_cannot_be_written_hinders_no_other(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    done = factcheck("report", saved, "-o", f"sarif={tmp_path}", "-o", f"json={tmp_path}/y", "--format", "concise")
    assert done.returncode == 2
    assert b"error E511" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"FC101") == 2
    assert json.loads((tmp_path / "y").read_bytes())["conflicts"]
    assert not list(tmp_path.glob(".*"))


def test_paths_from_the_root_of_the_repository(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    inside = tmp_path / "news" / "desk"
    inside.mkdir(parents=True)
    for variable in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        done = factcheck("report", saved, "--format", "github", cwd=inside, env={variable: str(tmp_path)})
        assert [properties["file"] for _, properties, _ in workflow_commands(done.stdout.decode())] == ["news/desk/a.txt"]
    for folder in ("", str(tmp_path / "none"), str(inside)):
        done = factcheck("report", saved, "--format", "gitlab", cwd=inside, env={"GITHUB_WORKSPACE": folder})
        assert json.loads(done.stdout)[0]["location"]["path"] == "a.txt"


def test_the_summary_of_a_github_job(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    environment = {"GITHUB_STEP_SUMMARY": str(summary)}
    factcheck("report", saved, env=environment)
    assert summary.read_text(encoding="utf-8") == "before\n"
    factcheck("report", saved, "--format", "github", env=environment)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## Conflicts between articles\n")
    assert "| high | FC101 | " in text
    assert "| Two days." in text
    refused = factcheck("report", saved, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert refused.returncode == 2
    assert b"error E511" in refused.stderr
    assert refused.stdout.startswith(b"::error ")


def test_a_listing_is_no_report(factcheck: Run) -> None:
    done = factcheck("rules", "list", "--format", "sarif")
    assert (done.returncode, done.stdout) == (2, b"")


def test_paths_of_records_are_files(factcheck: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in (("one", first_report(1, 3)), ("two", second_report(1, 5)))]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    document = json.loads(factcheck("report", "all.jsonl", "--format", "json", cwd=tmp_path).stdout)
    assert [(article["path"], article["record"]) for article in document["articles"]] == [("all.jsonl", "one"), ("all.jsonl", "two")]
    sides = document["conflicts"][0]["sides"]
    for claim in (side["claims"][0] for side in sides):
        assert lines[claim["line"] - 1][claim["column"] - 1 :].startswith(claim["match"])
    for form in ("concise", "github", "gitlab", "sarif", "junit"):
        shown = factcheck("report", "all.jsonl", "--format", form, cwd=tmp_path).stdout.decode()
        assert "all.jsonl" in shown
        assert "(record one)" in shown
        assert "jsonl#" not in shown.replace("%23", "#")


@pytest.mark.parametrize("word", ["FC101", "fc1", "dates-apart", "date", "FC401, FC101"])
def test_findings_of_a_saved_report_are_selected_by_any_word(factcheck: Run, saved: Path, word: str) -> None:
    chosen = factcheck("report", saved, "--format", "concise", "--select", word)
    assert (chosen.returncode, b"FC101" in chosen.stdout) == (0, True)
    left = factcheck("report", saved, "--format", "concise", "--ignore", word)
    assert (left.returncode, left.stdout) == (0, b"")


def test_an_unknown_word_of_a_finding_is_an_error_for_a_saved_report_too(factcheck: Run, saved: Path) -> None:
    done = factcheck("report", saved, "--select", "FC9")
    assert done.returncode == 2
    assert b"E512" in done.stderr
    assert b"FC101" in done.stderr  # what there is


def test_an_output_without_a_folder_is_told_before_anything_is_read(factcheck: Run, tmp_path: Path) -> None:
    done = factcheck("report", tmp_path / "none.txt", "--output", tmp_path / "none" / "r.txt")
    assert done.returncode == 2
    assert b"E511" in done.stderr
    assert b"E301" not in done.stderr

"""The commands that need no language model: re-rendering, explain, rules, schema; and how faults are told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from factcheck.cli.running import exits, tell
from factcheck.errors import Location, Problem, SetupError

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

PUBLISHED = {"earliest": "2031-03-05", "latest": "2031-03-05", "how": "front matter", "time": None}


def _claim(article: str, match: str, quote: str) -> dict[str, object]:
    start = quote.index(match)
    place = {"start": start, "end": start + len(match), "line": 1, "column": start + 1, "match": match}
    rest = {"field": "text", "quote_start": 0, "said_by": None, "published": "2031-03-05", "source": None}
    return {"id": f"CL-{article}", "article": article, "quote": quote, **place, **rest}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A saved report with one conflict, one error and one warning."""
    sides = [
        {"value": value, "text": text, "origins": 1, "claims": [_claim(article, match, f"The bridge opened on {match}.")]}
        for article, value, text, match in (
            ("a.txt", "2031-03-04", "4 March 2031", "March 4"),
            ("b.txt", "2031-03-06", "6 March 2031", "March 6"),
        )
    ]
    conflict = {
        "id": "FC-1a2b3c4d",
        "fingerprint": "1a2b3c4d5e6f",
        "code": "FC101",
        "kind": "date",
        "verdict": "conflict",
        "severity": "medium",
        "confidence": 0.8,
        "status": "new",
        "topic": {"id": "T-1", "label": "Opening of the bridge"},
        "slot": "open.on",
        "message": "Two days for one opening.",
        "explanation": ["the same event: open"],
        "sides": sides,
    }
    problem = {"code": "E301", "message": "no such file or folder", "path": "c.txt", "line": None, "column": None, "hint": None}
    data = {
        "schema": "factcheck.report/1",
        "tool": {"name": "factcheck", "version": "0.1.0"},
        "run": {"model": "none"},
        "summary": {
            "articles": 2,
            "claims": 2,
            "conflicts": 1,
            "disputed": 0,
            "updates": 0,
            "severities": {"high": 0, "medium": 1, "low": 0},
        },
        "errors": [{**problem, "severity": "error"}, {**problem, "code": "W602", "severity": "warning", "message": "a mere warning"}],
        "articles": [{"id": name, "path": name, "source": None, "title": None, "published": PUBLISHED} for name in ("a.txt", "b.txt")],
        "conflicts": [conflict],
    }
    path = tmp_path / "report.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_a_saved_report_is_printed_again_with_its_exit_code(factcheck: Run, saved: Path) -> None:
    done = factcheck("report", saved)
    assert done.returncode == 2  # it holds an error, as the run that wrote it did
    assert b"  MEDIUM  Two days for one opening.\n          FC101, FC-1a2b3c4d\n" in done.stdout
    assert "»March 4«".encode() in done.stdout
    assert b"\n1 conflict (1 medium) in 2 articles; 2 claims compared. Not read: 1 file.\n" in done.stdout
    assert b"c.txt: error E301: no such file or folder" in done.stderr
    assert b"a mere warning" in done.stderr
    assert b"a mere warning" not in factcheck("report", saved, "-q").stderr


def test_the_same_report_as_json_and_back(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    first = factcheck("report", saved, "--format", "json")
    again = tmp_path / "again.json"
    done = factcheck("report", saved, "--format", "json", "--output", again)
    assert done.stdout == b""
    assert again.read_bytes() == first.stdout
    assert factcheck("report", again).stdout == factcheck("report", saved).stdout
    assert list(tmp_path.glob(".*")) == []


def test_limits(factcheck: Run, saved: Path) -> None:
    for limit in (("--min-severity", "high"), ("--min-confidence", "0.81"), ("--ignore", "FC101"), ("--select", "FC102")):
        data = json.loads(factcheck("report", saved, "--format", "json", *limit).stdout)
        assert data["conflicts"] == []
        assert data["summary"]["conflicts"] == 0
    kept = json.loads(factcheck("report", saved, "--format", "json", "--select", "fc101", "--ignore", "FC201").stdout)
    assert [conflict["code"] for conflict in kept["conflicts"]] == ["FC101"]


def test_colour_only_on_demand(factcheck: Run, saved: Path) -> None:
    assert b"\x1b" not in factcheck("report", saved).stdout
    assert b"\x1b[1;33mMEDIUM\x1b[0m" in factcheck("report", saved, "--color", "always").stdout


def test_columns_set_the_width(factcheck: Run, saved: Path) -> None:
    lines = factcheck("report", saved, env={"COLUMNS": "50"}).stdout.decode().splitlines()
    assert max(map(len, lines)) <= 50


def test_verbose_tells_what_was_read(factcheck: Run, saved: Path) -> None:
    told = factcheck("report", saved, "-v").stderr
    assert b"2 articles, 2 claims" in told
    assert b"a.txt: published 2031-03-05 (front matter)" in told


@pytest.mark.parametrize(
    ("earliest", "latest", "told"),
    [
        ("2031-03-05", None, "published 2031-03-05 or later"),
        (None, "2031-03-05", "published 2031-03-05 or before"),
        ("2031-03-05", "2031-03-07", "published 2031-03-05 to 2031-03-07"),
        (None, None, "publication day unknown"),
    ],
)
def test_verbose_tells_what_is_not_known_of_the_publication(
    factcheck: Run, saved: Path, earliest: str | None, latest: str | None, told: str
) -> None:
    data = json.loads(saved.read_text(encoding="utf-8"))
    data["articles"][0]["published"] |= {"earliest": earliest, "latest": latest}
    saved.write_text(json.dumps(data), encoding="utf-8")
    assert f"a.txt: {told} (front matter)" in factcheck("report", saved, "-v").stderr.decode()


def test_explain_a_conflict(factcheck: Run, saved: Path) -> None:
    done = factcheck("explain", "fc-1A2B3C4D", "--report", saved)
    assert b"the same event: open" in done.stdout
    assert b"what silences it:" in done.stdout
    assert b"confidence: 0.80" in done.stdout


def test_explain_a_conflict_that_is_not_there(factcheck: Run, saved: Path) -> None:
    done = factcheck("explain", "FC-1a2b3c4e", "--report", saved)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"did you mean FC-1a2b3c4d?" in done.stderr


@pytest.mark.parametrize("name", ["FC101", "fc101", "dates-apart"])
def test_explain_a_code(factcheck: Run, name: str) -> None:
    done = factcheck("explain", name)
    assert done.returncode == 0
    assert done.stdout.startswith(b"FC101 dates-apart\n")
    for heading in (b"What it finds", b"Why it matters", b"Example", b"What silences it", b"Severity by level"):
        assert heading in done.stdout


@pytest.mark.parametrize("name", ["E301", "e301", "path-missing"])
def test_explain_an_error(factcheck: Run, name: str) -> None:
    done = factcheck("explain", name)
    assert done.returncode == 0
    assert done.stdout.startswith(b"E301 path-missing\n")
    for heading in (b"What it means", b"Why it is reported", b"What to do", b"Example"):
        assert heading in done.stdout


def test_an_error_of_the_rules_is_explained_whatever_the_rules_are(factcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("rule: []\n", encoding="utf-8")
    assert factcheck("explain", "E205", "--rules", tmp_path).stdout.startswith(b"E205 not-a-rule-file\n")


def test_explain_is_as_wide_as_the_terminal(factcheck: Run, saved: Path) -> None:
    for args in (("FC401",), ("E301",), ("FC-1a2b3c4d", "--report", saved)):
        lines = factcheck("explain", *args, env={"COLUMNS": "60"}).stdout.decode().splitlines()
        assert max(map(len, lines)) <= 60


def test_explain_suggests_names_and_codes(factcheck: Run) -> None:
    assert b"did you mean dates-apart?" in factcheck("explain", "dates-apat").stderr
    assert b"did you mean FC101?" in factcheck("explain", "FC1011").stderr
    assert b"did you mean" not in factcheck("explain", "FC999").stderr  # a number is like no other
    assert b"did you mean path-missing?" in factcheck("explain", "path-missin").stderr


def test_explain_tells_what_is_wrong_with_the_report_and_no_more(factcheck: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "Halden signed."}', encoding="utf-8")
    for name, code in ((path, b"E383"), (tmp_path / "none.json", b"E381")):
        done = factcheck("explain", "FC-1a2b3c4d", "--report", name)
        assert (done.returncode, done.stdout) == (2, b"")
        assert code in done.stderr
        assert b"E385" not in done.stderr


@pytest.mark.parametrize("args", [("FC999",), ("FC101", "seeds"), ("FC-1a2b3c4d", "seeds")])
def test_explain_refuses(factcheck: Run, args: tuple[str, ...]) -> None:
    done = factcheck("explain", *args)
    assert (done.returncode, done.stdout) == (2, b"")


def test_rules_check_list_show_test(factcheck: Run) -> None:
    assert b"files are valid." in factcheck("rules", "check").stdout
    rows = json.loads(factcheck("rules", "list", "--type", "comparison", "--format", "json").stdout)
    assert {row["type"] for row in rows} == {"comparison"}
    shown = factcheck("rules", "show", rows[0]["id"]).stdout.decode()
    assert shown.startswith("# rules/compare.yaml:")
    assert json.loads(factcheck("rules", "show", rows[0]["id"], "--format", "json").stdout)["rule"]["id"] == rows[0]["id"]
    done = factcheck("rules", "test")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"all hold" in done.stdout


def test_rules_refuse_what_is_not_there(factcheck: Run) -> None:
    rows = json.loads(factcheck("rules", "list", "--format", "json").stdout)
    assert b"did you mean" in factcheck("rules", "show", rows[0]["id"] + "x").stderr
    assert b"factcheck rules list shows all" in factcheck("rules", "show", "zzz").stderr
    assert factcheck("rules", "list", "--type", "none").returncode == 2
    assert factcheck("rules", "list", "--type", "none").stdout == b""


def test_a_rule_with_a_fault_is_told_with_its_place(factcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("rules:\n  - id: x\n    type: patern\n    reason: y\n", encoding="utf-8")
    done = factcheck("rules", "check", "--rules", tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"own.yaml:3:" in done.stderr
    assert b"did you mean 'pattern'?" in done.stderr


def test_a_failing_example_is_told(factcheck: Run, tmp_path: Path) -> None:
    text = (
        "rules:\n- id: own.day\n  type: furniture\n  reason: test\n  sort: test\n  pattern: zzz\n"
        "  examples: [yyy]\n  counter_examples: [a zzz here]\n"
    )
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    done = factcheck("rules", "test", "--rules", tmp_path)
    assert done.returncode == 2
    assert b"own.day" in done.stderr
    assert b"failed" in done.stdout


@pytest.mark.parametrize("name", ["report", "rules", "claim"])
def test_schemas_are_json_schemas(factcheck: Run, name: str) -> None:
    data = json.loads(factcheck("schema", name).stdout)
    assert data["type"] == "object"
    assert "properties" in data


def test_usage_errors(factcheck: Run) -> None:
    for args in (("waive",), ("nope",), ("report", "x", "--format", "xml"), ("schema", "nope"), ("report", "x", "--min-confidence", "2")):
        done = factcheck(*args)
        assert (done.returncode, done.stdout) == (2, b""), args
        assert b"Traceback" not in done.stderr


def test_an_output_that_cannot_be_written(factcheck: Run, saved: Path, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "none" / "x.json"):
        done = factcheck("report", saved, "--output", target)
        assert done.returncode == 2
        assert b"error E511" in done.stderr


def test_an_unexpected_error_says_what_to_report(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as caught, exits():
        raise ZeroDivisionError("by hand")
    assert caught.value.exit_code == 2
    told = capsys.readouterr().err
    assert "error E101" in told
    assert "please report it" in told
    assert "Traceback" not in told


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), exits(debug=True):
        raise ZeroDivisionError("by hand")
    assert "Traceback" in capsys.readouterr().err


def test_all_problems_of_an_error_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit), exits():
        raise SetupError([Problem("E501", "one", Location("x\x1b[2J", 1)), Problem("E502", "two", hint="three")])
    assert capsys.readouterr().err == "x\\x1b[2J:1: error E501: one\nerror E502: two\n  hint: three\n"


def test_warnings_change_no_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell([Problem("W601", "mind", severity="warning")]) == 0
    assert tell([Problem("W601", "mind", severity="warning")], quiet=True) == 0
    assert capsys.readouterr().err.count("mind") == 1

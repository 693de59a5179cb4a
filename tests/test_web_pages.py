"""The program over web pages: places of the page in the report, and days of publication that the text contradicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.checking import check, find_mentions

pytest.importorskip("trafilatura", reason="the extra html is not installed")
pytestmark = pytest.mark.model

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">\n<meta property="article:published_time" content="{}"></head>\n<body>'
COAST = (
    HEAD.format("2024-05-08T07:00:00+02:00")
    + "<article><h1>Ferry runs aground off Portsea</h1>\n"
    + "<p>The ferry Solveig ran aground off Portsea on\n   Tuesday, May 7, the harbour office of Portsea said.</p>\n"
    + "<p>The accident killed four people &ndash; all of them passengers &ndash; the harbour office added.</p></article></body></html>\n"
)
WIRE = COAST.replace("killed four people", "killed <b>nine</b> people").replace("office added", "police of Portsea said")


def test_findings_stand_at_lines_and_columns_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "coast.html").write_text(COAST, encoding="utf-8")
    (tmp_path / "wire.htm").write_text(WIRE, encoding="utf-8")
    report = check([tmp_path])
    assert [problem.code for problem in report.problems] == []
    claims = [claim for conflict in report.conflicts for side in conflict.sides for claim in side.claims]
    assert {"four", "nine"} <= {claim.anchor.match.split()[0] for claim in claims}
    sources = {"coast.html": COAST, "wire.htm": WIRE}
    for claim in claims:
        line, column = claim.anchor.line, claim.anchor.column
        assert sources[Path(claim.anchor.path).name].split("\n")[line - 1][column - 1 :].startswith(claim.anchor.match.split()[0])


def test_mentions_stand_at_lines_and_columns_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "coast.html").write_text(COAST, encoding="utf-8")
    pairs, _ = find_mentions([tmp_path])
    assert pairs
    assert all(article.places for article, _ in pairs)


def test_a_day_of_publication_that_the_text_contradicts_is_told(tmp_path: Path) -> None:
    late = COAST.replace("Tuesday, May 7,", "May 7, 2025,")
    (tmp_path / "coast.html").write_text(late, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Nothing happened.\n", encoding="utf-8")
    report = check([tmp_path])
    (problem,) = report.problems
    assert (problem.code, problem.severity) == ("W603", "warning")
    assert "metadata (meta) says 2024-05-08, but the latest date told is 'May 7, 2025', line 5" in problem.message
    (article,) = [article for article in report.articles if article.path.endswith("html")]
    assert (article.published.earliest is not None, article.published.latest) == (True, None)

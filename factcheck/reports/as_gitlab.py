"""The code quality report of GitLab: findings beside the changes of a merge request.

Source: the GitLab documentation, "Code Quality", section "Code Quality report format": a JSON array without a byte order mark; a path is
relative to the repository and has no leading "./"; of the place only the line is read.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.reports import as_json
from factcheck.reports.findings import Finding, answer_of, articles_by_id, findings, record_note
from factcheck.reports.schema import ArticleRecord, ReportDocument
from factcheck.reports.terminal import Style, printable, sentence

_SEVERITIES = {"high": "critical", "medium": "major", "low": "minor"}


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """A JSON array with one entry for each open conflict, at one place; "[]" where there is none.

    The fingerprint is that of the question and its answers, so that GitLab knows a conflict again when lines move.
    """
    articles = articles_by_id(document)
    return as_json.dump([_entry(finding, articles) for finding in findings(document)])


def _entry(finding: Finding, articles: Mapping[str, ArticleRecord]) -> dict[str, object]:
    conflict = finding.conflict
    against = ", ".join(printable(answer_of(conflict, side)) for side in conflict.sides if side is not finding.side)
    plain = conflict.verdict == "conflict"
    here = f"Here: {printable(answer_of(conflict, finding.side))}{record_note(finding.claim, articles)}; elsewhere: {against}"
    return {
        "description": f"{sentence(conflict.message)} {here} ({printable(conflict.id)})",
        "check_name": conflict.code,
        "fingerprint": conflict.id.removeprefix("FC-"),
        "severity": _SEVERITIES[conflict.severity] if plain else "info",
        "location": {"path": finding.place.path, "lines": {"begin": finding.place.line}},
    }

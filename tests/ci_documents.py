"""Documents as a check prepares them, and readers of the formats written for machines."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

from factcheck.model import Report
from factcheck.reports.document import build_document
from factcheck.reports.schema import AbsentRecord, ReportDocument, WaiverRecord


def checked(report: Report) -> ReportDocument:
    """The full report as a check sees it: news/gazette.md is new, FC-00000003 is waived, one known conflict is gone."""
    document = build_document(report)
    articles = tuple(article.model_copy(update={"new": article.path == "news/gazette.md"}) for article in document.articles)
    waiver = WaiverRecord(reason="both | <agreed>", expires=date(2031, 5, 1))
    changes = {"FC-00000003": {"waiver": waiver}, "FC-00000002": {"status": "updated"}}
    conflicts = tuple(conflict.model_copy(update=changes.get(conflict.id, {})) for conflict in document.conflicts)
    absent = (AbsentRecord(id="FC-000000ff", code="FC301", message="two durations of one strike"),)
    return document.model_copy(update={"articles": articles, "conflicts": conflicts, "absent": absent})


def known(document: ReportDocument) -> ReportDocument:
    """The document with every conflict known from the baseline."""
    conflicts = tuple(conflict.model_copy(update={"status": "unchanged"}) for conflict in document.conflicts)
    return document.model_copy(update={"conflicts": conflicts})


def workflow_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner of GitHub reads them: name, properties, message."""
    commands = []
    for line in text.splitlines():
        found = re.fullmatch(r"::(error|warning|notice) ([^:\r\n]*)::(.*)", line)
        assert found, line
        properties = dict(part.split("=", 1) for part in found[2].split(","))
        commands.append((found[1], {name: unquote(value) for name, value in properties.items()}, unquote(found[3])))
    return commands

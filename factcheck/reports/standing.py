"""What the text says of a check beside its open conflicts: which ones are waived, and why."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reports.findings import articles_by_id
from factcheck.reports.schema import ArticleRecord, ConflictRecord, ReportDocument
from factcheck.reports.terminal import Style, printable
from factcheck.values import DateValue


def waived_lines(document: ReportDocument, style: Style) -> list[str]:
    """The waived conflicts in short, those whose waiver is part of the change under check under a heading of their own; [] for none."""
    waived = [conflict for conflict in document.conflicts if conflict.waiver]
    added = [conflict for conflict in waived if conflict.waiver and conflict.waiver.added]
    others = [conflict for conflict in waived if conflict not in added]
    return [*_section("Waived by this change", added, style), *_section("Waived", others, style)]


def articles_shown(document: ReportDocument) -> dict[str, ArticleRecord]:
    """The articles by id, as quotes name them: that one is new tells nothing where all are."""
    articles = articles_by_id(document)
    if all(article.new for article in document.articles):
        return {name: article.model_copy(update={"new": False}) for name, article in articles.items()}
    return articles


def _section(heading: str, conflicts: Sequence[ConflictRecord], style: Style) -> list[str]:
    if not conflicts:
        return []
    lines = [style.paint(heading, "bold", "underline"), ""]
    for conflict in conflicts:
        lines += style.wrap(f"{printable(conflict.id)}  {conflict.code}  {printable(conflict.message)}", "  ", "    ")
        if conflict.waiver:
            day = DateValue(conflict.waiver.expires, conflict.waiver.expires)
            until = f"until {day.caption()}" if conflict.waiver.expires else "for good"
            lines += style.wrap(f"{until}: {printable(conflict.waiver.reason)}", "    ", "    ")
    return [*lines, ""]

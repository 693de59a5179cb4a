"""The report as JSON Lines: one conflict a line, then one line with all the rest."""

from __future__ import annotations

from factcheck.reports import as_json
from factcheck.reports.schema import ReportDocument
from factcheck.reports.terminal import Style


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """A line ``{"type": "conflict", ...}`` for every conflict, worst first, and a last line ``{"type": "summary", ...}``.

    A conflict has the keys that it has in report.json; the summary holds the other keys of report.json, with the articles and errors.
    """
    data = document.model_dump(mode="json", by_alias=True)
    conflicts = data.pop("conflicts")
    lines = [{"type": "conflict", **conflict} for conflict in conflicts]
    return "".join(as_json.dump_line(line) for line in [*lines, {"type": "summary", **data}])

"""Workflow commands of GitHub Actions: annotations at the lines of a pull request.

Source: the GitHub documentation, "Workflow commands for GitHub Actions"; what is escaped follows its own toolkit: in data %, CR and LF, in
properties also the colon and the comma.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reports.findings import Finding, answer_of, articles_by_id, findings, place_of, record_note, standing_of
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import ArticleRecord, ProblemRecord, ReportDocument
from factcheck.reports.terminal import Style, printable, visible

LIMITS = {"error": 10, "warning": 10, "notice": 10}
"""Annotations that GitHub shows of one step; it drops all others in silence."""

QUOTE = 160
"""Characters of a quote of another article."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """One command a line: what could not be checked, then the open conflicts, worst first, each at one place.

    At most as many of each level as are shown; a last notice counts the others.  "" where there is nothing to tell.
    """
    articles = articles_by_id(document)
    commands = [_problem(problem) for problem in document.errors if problem.severity == "error"]
    commands += [_finding(finding, articles) for finding in findings(document)]
    return "".join(f"{command}\n" for command in _limited(commands))


def _limited(commands: Sequence[tuple[str, str]]) -> list[str]:
    names = [name for name, _ in commands]
    fits = all(names.count(name) <= limit for name, limit in LIMITS.items())
    room = dict(LIMITS) if fits else {**LIMITS, "notice": LIMITS["notice"] - 1}  # one for the count of the others
    shown: list[str] = []
    for name, command in commands:
        if room[name]:
            room[name] -= 1
            shown.append(command)
    more = len(commands) - len(shown)
    if more:
        shown.append(_command("notice", {"title": "factcheck"}, f"{more} more not shown here; the summary of the job lists all"))
    return shown


def _finding(finding: Finding, articles: dict[str, ArticleRecord]) -> tuple[str, str]:
    conflict, place = finding.conflict, finding.place
    properties = {"file": visible(place.path), "line": str(place.line)}
    if place.end_line is not None and place.end_line != place.line:
        properties["endLine"] = str(place.end_line)  # columns are refused where a command spans lines
    else:
        properties["col"] = str(place.column)
        if place.end_column is not None:
            properties["endColumn"] = str(place.end_column)
    verdict = "" if conflict.verdict == "conflict" else conflict.verdict
    standing = ", ".join(filter(None, (conflict.severity, verdict, standing_of(conflict))))
    properties["title"] = f"{conflict.code} {printable(conflict.topic.label)} ({standing})"
    lines = [printable(conflict.message), f"here: {printable(answer_of(conflict, finding.side))}{record_note(finding.claim, articles)}"]
    for side in conflict.sides:
        if side is not finding.side:
            before, match, after = excerpt(side.claims[0], QUOTE)
            where = visible(str(place_of(side.claims[0], articles))) + record_note(side.claims[0], articles)
            lines.append(f"there: {printable(answer_of(conflict, side))} ({where}) {before}{f'»{match}«' if match else ''}{after}")
    lines.append(f"id: {printable(conflict.id)}")
    name = _COMMANDS[finding.grade]
    return name, _command(name, properties, "\n".join(lines))


def _problem(problem: ProblemRecord) -> tuple[str, str]:
    properties = {"file": visible(problem.path)} if problem.path else {}
    if problem.path and problem.line is not None:
        properties["line"] = str(problem.line)
    properties["title"] = f"{problem.code} not checked"
    lines = [printable(problem.message)] + ([printable(problem.hint)] if problem.hint else [])
    return "error", _command("error", properties, "\n".join(lines))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape_data(message)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")

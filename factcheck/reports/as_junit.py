"""JUnit XML as Jenkins, GitLab and others read it: one test case a conflict.

Source: the schema of the Jenkins xUnit plugin (junit-10.xsd) and that of Maven Surefire; only what both know is written, and ``file`` and
``line``, which GitLab shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from factcheck.reports.findings import Finding, answer_of, articles_by_id, findings, is_open, place_of, record_note
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import ArticleRecord, ConflictRecord, ProblemRecord, ReportDocument
from factcheck.reports.terminal import Style, printable, visible

QUOTE = 400
"""Characters of a quote."""

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow in any form, escaped or not."""


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """One suite.  Open conflicts are failures, disputes and updates pass (what they say is their output), known and waived ones are
    skipped, what could not be checked is an error; one passing case where there is nothing at all."""
    articles = articles_by_id(document)
    found = list(findings(document, open_only=False))
    problems = [problem for problem in document.errors if problem.severity == "error"]
    cases = [_conflict_case(finding, articles) for finding in found] + [_problem_case(problem) for problem in problems]
    cases = cases or ['    <testcase classname="factcheck" name="no conflicts" time="0"/>\n']
    failures = sum(_fails(finding.conflict) for finding in found)
    skipped = sum(not is_open(finding.conflict) for finding in found)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{len(problems)}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck" {counts} time="0">\n'
        f'  <testsuite name="factcheck" {counts} skipped="{skipped}" time="0">\n{"".join(cases)}  </testsuite>\n</testsuites>\n'
    )


def _fails(conflict: ConflictRecord) -> bool:
    return is_open(conflict) and conflict.verdict == "conflict"


def _conflict_case(finding: Finding, articles: Mapping[str, ArticleRecord]) -> str:
    conflict, place = finding.conflict, finding.place
    opening = _case(conflict.code, f"{conflict.id} {conflict.message}", place.path, place.line)
    body = _text("\n".join(_lines(conflict, articles)))
    if not is_open(conflict):
        reason = f"waived: {conflict.waiver.reason}" if conflict.waiver else "known from the baseline"
        inner = f"<skipped message={_attribute(reason)}/>"
    elif _fails(conflict):
        inner = f"<failure message={_attribute(conflict.message)} type={_attribute(conflict.severity)}>{body}</failure>"
    else:
        inner = f"<system-out>{body}</system-out>"
    return f"{opening}>\n      {inner}\n    </testcase>\n"


def _lines(conflict: ConflictRecord, articles: Mapping[str, ArticleRecord]) -> list[str]:
    lines = [printable(conflict.message)]
    for side in conflict.sides:
        for claim in side.claims[:1]:
            before, match, after = excerpt(claim, QUOTE)
            lines.append(f"{visible(str(place_of(claim, articles)))}: {printable(answer_of(conflict, side))}{record_note(claim, articles)}")
            lines.append(f"  > {before}{match}{after}")
    return [*lines, *(f"- {printable(reason)}" for reason in conflict.explanation)]


def _problem_case(problem: ProblemRecord) -> str:
    opening = _case(problem.code, problem.message, problem.path, problem.line)
    return f"{opening}>\n      <error message={_attribute(problem.message)} type={_attribute(problem.code)}/>\n    </testcase>\n"


def _case(code: str, name: str, path: str | None, line: int | None) -> str:
    place = f" file={_raw_attribute(visible(path))}" if path else ""
    place += f' line="{line}"' if path and line is not None else ""
    return f'    <testcase classname={_attribute(f"factcheck.{code}")} name={_attribute(name)}{place} time="0"'


def _attribute(text: str) -> str:
    return _raw_attribute(printable(text))


def _raw_attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))

"""The document of a check: what a run found, held against the baseline and the waivers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from factcheck.baseline import Baseline, Entry, judge
from factcheck.model import Report
from factcheck.reports.document import SEVERITIES, build_document
from factcheck.reports.findings import is_open
from factcheck.reports.schema import ConflictRecord, ReportDocument
from factcheck.waivers import Waiver, settle

FailOn = Literal["high", "medium", "low", "never"]
"""The lowest severity that fails a check."""


def check_document(
    report: Report, baseline: Baseline, waivers: Sequence[Waiver], today: date, *, codes: Collection[str] = (), unused: bool = False
) -> ReportDocument:
    """The report with the standing of each conflict.

    Args:
        report: what a run found.
        baseline: the known conflicts.
        waivers: all there are, in force or not.
        today: the day to judge waivers by.
        codes: the codes of which every conflict among the articles is in the report: entries of these can be told absent.
        unused: whether that holds for all codes, so that waivers can be told unused.
    """
    judgement = judge(report.conflicts, baseline)
    complete = is_complete(report)
    settled = settle(waivers, [conflict.id for conflict in report.conflicts], today, unused=unused and complete)
    return build_document(
        replace(report, problems=(*report.problems, *settled.problems)),
        standings=judgement.standings,
        waivers=settled.waivers,
        absent=of_codes(judgement.absent, codes) if complete else (),
    )


def of_codes(entries: Sequence[Entry], codes: Collection[str]) -> tuple[Entry, ...]:
    """The entries of these codes."""
    return tuple(entry for entry in entries if entry.code in codes)


def is_complete(report: Report) -> bool:
    """Whether everything asked for was read."""
    return all(problem.severity != "error" for problem in report.problems)


def failing(document: ReportDocument, fail_on: FailOn) -> tuple[ConflictRecord, ...]:
    """The open conflicts (no disputes, no updates) at or above a severity."""
    if fail_on == "never":
        return ()
    levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return tuple(item for item in document.conflicts if is_open(item) and item.verdict == "conflict" and item.severity in levels)


def verdict(failed: Sequence[ConflictRecord], fail_on: FailOn, again: str | None) -> str:
    """One line that says that a check failed, why, and what can be done; ``again`` are the paths that were given, as in ``Style``."""
    number = len(failed)
    first = f"{failed[0].id} {again}" if again else failed[0].id
    count = f"{number:,} conflict{'' if number == 1 else 's'} at or above {fail_on}"
    accept = f'"factcheck waive {first} --reason ... --expires ...", or "factcheck baseline accept {first}"'
    return f"check failed: {count}; correct an article, or {accept}"

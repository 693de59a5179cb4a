"""What the formats for machines agree on: which conflicts count, how grave they are, and at which place they are shown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from factcheck.reports.schema import ArticleRecord, ConflictRecord, EvidenceRecord, ReportDocument, SideRecord
from factcheck.reports.terminal import printable

Grade = Literal["error", "warning", "note"]

_GRADES: dict[str, Grade] = {"high": "error", "medium": "warning", "low": "note"}
_PLAIN_TEXT = frozenset((".txt", ".md", ".markdown"))
"""Files whose text is the article's text, so that the end of a value's words is known as well as their beginning."""

_ANSWERS = {"not to be done: ": "not planned: ", "to be done: ": "planned: ", "not done: ": "no: ", "done: ": "yes: "}
"""How an answer to a question of yes and no begins, and what people read in its place."""
_SHARES = {"the whole, no limit told": "all (without a stated limit)"}


@dataclass(frozen=True, slots=True)
class ReportedPosition:
    """Where words stand.  ``path`` is POSIX; all numbers count from 1, columns in code points; ``end_column`` is the one after the last
    character.  The ends are None where only the beginning is known (web pages, JSON)."""

    path: str
    line: int
    column: int
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict at the one place where it is shown: in a new article if one takes part, else with its first side."""

    conflict: ConflictRecord
    grade: Grade
    side: SideRecord
    claim: EvidenceRecord
    place: ReportedPosition


def is_open(conflict: ConflictRecord) -> bool:
    """Whether somebody should look at it: neither known from the baseline (nor a repetition of what is) nor waived."""
    return conflict.status != "unchanged" and not conflict.repeats and conflict.waiver is None


def standing_of(conflict: ConflictRecord) -> str:
    """How it stands to the baseline, in words; "" where it is new."""
    return {"new": "", "unchanged": "known"}.get(conflict.status, "known, with new evidence")


def grade_of(conflict: ConflictRecord) -> Grade:
    """How grave it is: a conflict by its severity; disputes and updates are notes, for nothing need be wrong."""
    return _GRADES[conflict.severity] if conflict.verdict == "conflict" else "note"


def answer_of(conflict: ConflictRecord, side: SideRecord) -> str:
    """What a side says, for people; the answer to a question of yes and no begins with one of these words.

    Machines read the side's own text, which the id of the conflict is made of.
    """
    if conflict.kind != "polarity":
        return _SHARES.get(side.text, side.text) if conflict.kind == "scope" else side.text
    begin = next((begin for begin in _ANSWERS if side.text.startswith(begin)), None)
    if begin is not None:
        return _ANSWERS[begin] + side.text.removeprefix(begin)
    texts = {other.text for other in conflict.sides}
    bare = side.text.removeprefix("not ")
    if ": " in bare or not {bare, f"not {bare}"} <= texts:
        return side.text
    return f"{'yes' if bare == side.text else 'no'}: {bare}"


def by_topic(conflicts: Sequence[ConflictRecord]) -> list[list[ConflictRecord]]:
    """The conflicts of each topic together, and the topics that speak of the same articles after one another.

    Stories and topics come in the order in which the first of their conflicts does: worst first, where the conflicts do.
    """
    leaders: dict[str, str] = {}

    def leader(article: str) -> str:
        while article != (above := leaders.setdefault(article, article)):
            leaders[article] = article = leaders[above]
        return article

    for conflict in conflicts:
        first, *rest = [leader(claim.article) for side in conflict.sides for claim in side.claims]
        for other in rest:
            leaders[leader(other)] = leader(first)
    stories: dict[str, dict[tuple[str, str], list[ConflictRecord]]] = {}
    for conflict in conflicts:
        topics = stories.setdefault(leader(conflict.sides[0].claims[0].article), {})
        topics.setdefault((conflict.topic.id, conflict.topic.label), []).append(conflict)
    return [topic for topics in stories.values() for topic in topics.values()]


def findings(document: ReportDocument, *, open_only: bool = True) -> Iterator[Finding]:
    """The open conflicts (or all) at their places, in the order of the document: worst first."""
    articles = articles_by_id(document)
    for conflict in document.conflicts:
        if is_open(conflict) or not open_only:
            side, claim = _shown(conflict, articles)
            yield Finding(conflict, grade_of(conflict), side, claim, place_of(claim, articles))


def articles_by_id(document: ReportDocument) -> dict[str, ArticleRecord]:
    """The articles of a document by id."""
    return {article.id: article for article in document.articles}


def place_of(claim: EvidenceRecord, articles: Mapping[str, ArticleRecord]) -> ReportedPosition:
    """Where the claim's own words stand in its file."""
    article = articles.get(claim.article)
    path = posix(article.path if article else claim.article)
    if claim.field != "text" or not claim.match or PurePath(path).suffix.lower() not in _PLAIN_TEXT:
        return ReportedPosition(path, claim.line, claim.column)
    lines = claim.match.split("\n")
    first = claim.column if len(lines) == 1 else 1
    return ReportedPosition(path, claim.line, claim.column, claim.line + len(lines) - 1, first + len(lines[-1]))


def record_note(claim: EvidenceRecord, articles: Mapping[str, ArticleRecord]) -> str:
    """Which record of its file a claim stands in, to be put behind other words: " (record 7)"; "" where the file is one article."""
    article = articles.get(claim.article)
    return f" (record {printable(article.record)})" if article and article.record else ""


def moved(document: ReportDocument, start: str, root: str) -> ReportDocument:
    """The document with all paths relative to ``root``, an absolute folder, where they lie in it; relative ones count from ``start``.

    Paths that lead out of it, and names that are no path, like that of standard input, stay as they are.
    """
    articles = tuple(article.model_copy(update={"path": _from_root(article.path, start, root)}) for article in document.articles)
    errors = tuple(
        problem.model_copy(update={"path": _from_root(problem.path, start, root)}) if problem.path else problem
        for problem in document.errors
    )
    return document.model_copy(update={"articles": articles, "errors": errors})


def _from_root(path: str, start: str, root: str) -> str:
    if path.startswith("<"):
        return path
    whole = os.path.normpath(os.path.join(start, path))
    inside = os.path.commonpath((whole, root)) == os.path.normpath(root)
    return os.path.relpath(whole, root) if inside else path


def posix(path: str) -> str:
    """The path with forward slashes and without a leading "./"."""
    return PurePath(path).as_posix()


def _shown(conflict: ConflictRecord, articles: Mapping[str, ArticleRecord]) -> tuple[SideRecord, EvidenceRecord]:
    for side in conflict.sides:
        for claim in side.claims:
            article = articles.get(claim.article)
            if article and article.new:
                return side, claim
    return conflict.sides[0], conflict.sides[0].claims[0]

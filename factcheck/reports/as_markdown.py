"""The report as Markdown, for summaries of CI jobs, merge requests and wikis.

All text that comes from articles is escaped so that no dialect makes anything of it: no markup, HTML, links, mentions or references.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.reports import as_text
from factcheck.reports.findings import answer_of, articles_by_id, is_open, place_of
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import AbsentRecord, ArticleRecord, ConflictRecord, EvidenceRecord, ReportDocument, SideRecord
from factcheck.reports.terminal import Style, printable, visible

MAX_QUOTES = 3
"""Quotes shown a side, of different articles first; the rest is counted."""

QUOTE = 600
"""Characters of a quote."""

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;", **{char: f"\\{char}" for char in "`*_[]~#:."}}
_REFERENCE = r"""[@#!%$^~&](?=[\w"'+-])|:(?=[\w+-]{1,60}:)"""
_SPECIAL = re.compile(rf"(?P<reference>{_REFERENCE})|[&<>|\\`*_\[\]~#]|:(?=//)|(?<=mailto):|(?<=xmpp):|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")
"""What would begin a list, a rule or a heading at the start of a line."""

_BREAK = "<!-- -->"
"""An empty comment: it is not shown, and ends what a site would take for a mention (@name), a reference (#12) or an emoji (:name:)."""


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """A heading, one sentence, a table of the open conflicts, and a section for each with its quotes; ends in a line end."""
    shown = [conflict for conflict in document.conflicts if is_open(conflict)]
    articles = articles_by_id(document)
    sections = [_section(conflict, articles) for conflict in shown]
    return "\n".join([*_head(document, shown, articles), *sections])


def render_within(document: ReportDocument, limit: int) -> str:
    """The same in at most ``limit`` bytes of UTF-8, as far as whole sections allow; what is left out is counted in a last line.

    The heading and the table are always there, even where they alone are larger.
    """
    shown = [conflict for conflict in document.conflicts if is_open(conflict)]
    articles = articles_by_id(document)
    text = "\n".join(_head(document, shown, articles))
    size = len(text.encode())
    for number, conflict in enumerate(shown):
        section = "\n" + _section(conflict, articles)
        size += len(section.encode())
        if size > limit - 200:  # room for the line below
            return f"{text}\n{len(shown) - number} more are too long to be shown here.\n"
        text += section
    return text


def escape(text: str) -> str:
    """The text on one line, such that Markdown shows it as it is wherever it stands in a line."""
    return _BLOCK.sub(r"\1\\\2", _SPECIAL.sub(_escaped, printable(text)))


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return _ESCAPES.get(char, char) + (_BREAK if match["reference"] else "")


def _escape_part(text: str) -> str:
    """The same with a space kept at either end: for parts of one line."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{escape(text)}{' ' if text[-1].isspace() else ''}"


def _head(document: ReportDocument, shown: Sequence[ConflictRecord], articles: dict[str, ArticleRecord]) -> list[str]:
    lines = ["## Conflicts between articles", "", escape(as_text.summary_line(document)), ""]
    for problem in document.errors:
        if problem.severity == "error":
            place = f"{problem.path}: " if problem.path else ""
            lines += [f"<strong>Not checked:</strong> {escape(place + problem.message)} ({escape(problem.code)})", ""]
    if shown:
        lines += ["| severity | code | topic | conflict | answers |", "|---|---|---|---|---|"]
        lines += [_row(conflict, articles) for conflict in shown]
        lines.append("")
    return lines + _absent(document.absent)


def _absent(absent: Sequence[AbsentRecord]) -> list[str]:
    if not absent:
        return []
    return ["No longer found:", "", *(f"- {escape(item.id)} {escape(item.code)} {escape(item.message)}" for item in absent), ""]


def _row(conflict: ConflictRecord, articles: dict[str, ArticleRecord]) -> str:
    answers = "; ".join(f"{answer_of(conflict, side)} ({_where(side.claims[0], articles)})" for side in conflict.sides)
    return f"| {_severity(conflict)} | {conflict.code} | {escape(conflict.topic.label)} | {escape(conflict.message)} | {escape(answers)} |"


def _section(conflict: ConflictRecord, articles: dict[str, ArticleRecord]) -> str:
    lines = [
        f"### {escape(conflict.topic.label)}",
        "",
        f"{_severity(conflict)}, {conflict.code}, {escape(conflict.id)}: {escape(as_text.headline(conflict))}",
        "",
    ]
    for side in conflict.sides:
        lines += _side(side, answer_of(conflict, side), articles)
    if conflict.explanation:
        lines += ["Why they are compared:", "", *(f"- {escape(reason)}" for reason in conflict.explanation), ""]
    return "\n".join(lines)


def _side(side: SideRecord, answered: str, articles: dict[str, ArticleRecord]) -> list[str]:
    lines = [f"<strong>{escape(answered)}</strong>, {as_text.backing(side)}", ""]
    chosen = as_text.choose(side.claims, articles)
    for claim in chosen[:MAX_QUOTES]:
        before, match, after = (_escape_part(part) for part in excerpt(claim, QUOTE))
        marked = f"<strong>{match}</strong>" if match else ""
        lines += [f"> {before}{marked}{after}", ">", f"> {escape(_where(claim, articles))}", ""]
    more = len(chosen) - MAX_QUOTES
    return [*lines, f"and {more} more", ""] if more > 0 else lines


def _severity(conflict: ConflictRecord) -> str:
    return conflict.severity if conflict.verdict == "conflict" else f"{conflict.severity}, {conflict.verdict}"


def _where(claim: EvidenceRecord, articles: dict[str, ArticleRecord]) -> str:
    place = place_of(claim, articles)
    return f"{claim.source + ', ' if claim.source else ''}{visible(place.path)}, line {place.line}"

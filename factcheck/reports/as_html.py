"""The report as one page of HTML: no scripts, nothing fetched, readable on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import count

from factcheck.reports import as_text
from factcheck.reports.findings import answer_of, by_topic, is_open
from factcheck.reports.quoting import excerpt
from factcheck.reports.schema import ArticleRecord, ConflictRecord, EvidenceRecord, ReportDocument, SideRecord
from factcheck.reports.standing import articles_shown
from factcheck.reports.terminal import Style, printable

MAX_QUOTES = 3
"""Quotes of a side that are in view; the others open on demand."""

QUOTE = 1000
"""Characters of a quote."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page: nothing but show it."""

_STYLE = """
:root { color-scheme: light dark; --high: #b3261e; --medium: #8a5a00; --low: #1f6f78; --line: #8886; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
h1, h2, h3, h4 { line-height: 1.25; } h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; } h4 { margin: 0; }
nav table { border-collapse: collapse; width: 100%; }
nav td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; vertical-align: top; }
.level { border-radius: .25rem; color: #fff; font-size: .8rem; padding: .1rem .45rem; text-transform: uppercase; }
.high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
.side { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; }
.facts, figcaption { font-size: .85rem; opacity: .8; overflow-wrap: anywhere; } figure { margin: .75rem 0; } blockquote { margin: 0; }
mark { font-weight: 600; } details { margin: .75rem 0; } article { break-inside: avoid; margin-bottom: 2rem; }
"""


def render(document: ReportDocument, _style: Style | None = None) -> str:
    """The whole page: a table of the open conflicts, and each with its sides side by side; ends in a line end."""
    topics = by_topic([conflict for conflict in document.conflicts if is_open(conflict)])
    shown = [conflict for conflicts in topics for conflict in conflicts]
    articles = articles_shown(document)
    numbers = count()
    parts = [f"<h1>Conflicts between articles</h1>\n<p>{_text(as_text.summary_line(document))}</p>\n", *_problems(document)]
    parts += _overview(shown)
    for conflicts in topics:
        parts.append(f"<section>\n<h2>{_text(conflicts[0].topic.label)}</h2>\n")
        parts += [_conflict(conflict, next(numbers), articles) for conflict in conflicts]
        parts.append("</section>\n")
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>Conflicts between articles</title>\n<style>{_STYLE}</style>\n"
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}</head>\n<body>\n{"".join(parts)}</body>\n</html>\n'


def _problems(document: ReportDocument) -> list[str]:
    errors = [problem for problem in document.errors if problem.severity == "error"]
    return [
        f"<p><strong>Not checked:</strong> {_text(f'{problem.path}: ' if problem.path else '')} {_text(problem.message)}</p>\n"
        for problem in errors
    ]


def _overview(shown: Sequence[ConflictRecord]) -> list[str]:
    rows = [
        f'<tr><td>{_level(conflict)}</td><td><a href="#c{number}">{_text(conflict.topic.label)}</a><br>{_text(conflict.message)}</td>'
        f"<td>{_text('; '.join(answer_of(conflict, side) for side in conflict.sides))}</td></tr>\n"
        for number, conflict in enumerate(shown)
    ]
    return ["<nav>\n<table>\n", *rows, "</table>\n</nav>\n"] if rows else []


def _conflict(conflict: ConflictRecord, number: int, articles: Mapping[str, ArticleRecord]) -> str:
    sides = "".join(_side(side, answer_of(conflict, side), articles) for side in conflict.sides)
    reasons = "".join(f"<li>{_text(reason)}</li>\n" for reason in conflict.explanation)
    why = f"<details>\n<summary>Why they are compared</summary>\n<ul>\n{reasons}</ul>\n</details>\n" if reasons else ""
    return (
        f'<article id="c{number}">\n<h3>{_level(conflict)} {_text(as_text.headline(conflict))}</h3>\n'
        f'<p class="facts">{_text(", ".join(as_text.facts(conflict)))}</p>\n<div class="sides">\n{sides}</div>\n{why}</article>\n'
    )


def _side(side: SideRecord, answered: str, articles: Mapping[str, ArticleRecord]) -> str:
    quotes = [_quote(claim, articles) for claim in as_text.choose(side.claims, articles)]
    more = quotes[MAX_QUOTES:]
    rest = f"<details>\n<summary>{len(more)} more</summary>\n{''.join(more)}</details>\n" if more else ""
    heading = f'<h4>{_text(answered)}</h4>\n<p class="facts">{_text(as_text.backing(side))}</p>\n'
    return f'<div class="side">\n{heading}{"".join(quotes[:MAX_QUOTES])}{rest}</div>\n'


def _quote(claim: EvidenceRecord, articles: Mapping[str, ArticleRecord]) -> str:
    before, match, after = (escape(part) for part in excerpt(claim, QUOTE))
    marked = f"<mark>{match}</mark>" if match else ""
    place = _text(as_text.where(claim, articles.get(claim.article)))
    return f"<figure>\n<blockquote>{before}{marked}{after}</blockquote>\n<figcaption>{place}</figcaption>\n</figure>\n"


def _level(conflict: ConflictRecord) -> str:
    return f'<span class="level {conflict.severity}">{conflict.severity}</span>'


def _text(text: str) -> str:
    return escape(printable(text))
